import * as vscode from 'vscode';
import { freeId, newActor, newEvent, type NewFile } from '../../core/corpus/newFiles.ts';
import { ACTOR_TYPES, EVENT_KINDS } from '../../core/corpus/types.ts';
import { parseEdtf } from '../../core/dates/edtf.ts';
import { proposeEntries, readEventIn } from '../../core/draft/proposals.ts';
import { registerCommand, wishFrom } from '../commands.ts';
import { toSpan } from '../convert.ts';
import { mayWrite } from '../inform.ts';
import type { Services } from '../services.ts';
import { createFile, pickCorpus, takenIds } from './workspaceCorpora.ts';

const LONGEST_NAME = 200;

/** What is not asked for, because whoever runs the command says it: `{ name: 'Ann Ox', kind: 'person' }`; of an event also its `date`, in EDTF. */
interface Wish { readonly name?: string; readonly kind?: string; readonly date?: string }

/** What the writer selected, on one line; asked for where nothing is selected, or more than a name. */
async function nameFor(prompt: string, isMore = false): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection).replace(/\s+/gu, ' ').trim() ?? '';
  const isName = selected !== '' && selected.length <= LONGEST_NAME;
  if (isName && !isMore) { return selected; }
  return (await vscode.window.showInputBox({ prompt, ...isName && { value: selected } }))?.trim();
}

/** The likely one first. */
function kinds<T extends string>(all: readonly T[], likely: T | undefined): T[] {
  return likely === undefined ? [...all] : [likely, ...all.filter(kind => kind !== likely)];
}

async function make(services: Services, nameOf: () => Promise<string | undefined>, fileFor: (name: string, taken: ReadonlySet<string>) => Promise<NewFile | undefined>): Promise<vscode.Uri | undefined> {
  if (!mayWrite()) { return undefined; }
  const folder = await pickCorpus(services, vscode.l10n.t('In which corpus?'), () => vscode.commands.executeCommand('rapporteur.createCorpus'));
  const name = folder && await nameOf();
  if (folder === undefined || name === undefined || name === '') { return undefined; }
  const file = await fileFor(name, await takenIds(folder, services));
  if (file === undefined) { return undefined; }
  await createFile(folder, file);
  const uri = vscode.Uri.joinPath(folder, file.path);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
  const end = editor.document.positionAt(editor.document.getText().length);
  editor.selection = new vscode.Selection(end, end);
  return uri;
}

/** The draft in front as it was read, and what is selected in it. */
function selectedIn({ drafts }: Services) {
  const editor = vscode.window.activeTextEditor;
  return editor === undefined || drafts.active?.document !== editor.document ? undefined : { reading: drafts.read(editor.document), span: toSpan(editor.document, editor.selection) };
}

async function createActor(services: Services, wish: Wish): Promise<vscode.Uri | undefined> {
  return make(services, async () => wish.name ?? nameFor(vscode.l10n.t('Name of the actor')), async (name, taken) => {
    const draft = selectedIn(services);
    const likely = draft && proposeEntries(draft.reading).actors.find(actor => actor.name === name)?.type;
    const type = wish.kind ?? await vscode.window.showQuickPick(kinds(ACTOR_TYPES, likely), { placeHolder: vscode.l10n.t('What is {0}?', name) });
    return ACTOR_TYPES.flatMap(known => known === type ? [newActor(freeId(name, taken, 'actor'), name, known)] : [])[0];
  });
}

async function createEvent(services: Services, wish: Wish): Promise<vscode.Uri | undefined> {
  const draft = selectedIn(services);
  const likely = draft && readEventIn(draft.reading, draft.span);
  return make(services, async () => wish.name ?? nameFor(vscode.l10n.t('Name of the event'), likely?.hasDate), async (name, taken) => {
    const kind = wish.kind ?? await vscode.window.showQuickPick(kinds(EVENT_KINDS, likely?.kind), { placeHolder: vscode.l10n.t('What kind of event is {0}?', name) });
    const known = EVENT_KINDS.find(one => one === kind);
    if (known === undefined) { return undefined; }
    const date = wish.date ?? await vscode.window.showInputBox({
      prompt: vscode.l10n.t('When, as exact as your source has it? 1989-08-30, 1989-08, 1989, 1989-21 for spring 1989, 1985~ for about 1985; nothing when it is not known'),
      value: likely?.edtf ?? '',
      validateInput: value => value.trim() === '' || parseEdtf(value.trim()) !== undefined ? undefined : vscode.l10n.t('A date is written 1989-08-30, 1989-08, 1989, 1989-21 (spring 1989) or 1985~ (about 1985).'),
    });
    if (date === undefined) { return undefined; }
    const edtf = parseEdtf(date.trim())?.edtf;
    return newEvent(freeId(name, taken, 'event', /\d{4}/u.exec(edtf ?? '')?.[0]), name, known, edtf);
  });
}

export function registerCreateEntry(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    registerCommand('rapporteur.createActor', services.log, wish => createActor(services, wishFrom(wish, 'name', 'kind'))),
    registerCommand('rapporteur.createEvent', services.log, wish => createEvent(services, wishFrom(wish, 'name', 'kind', 'date'))),
  );
}
