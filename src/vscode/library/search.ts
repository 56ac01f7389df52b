import * as vscode from 'vscode';
import { excerptOf } from '../../core/library/highlight.ts';
import { placeOfPassage } from '../../core/library/corpusTexts.ts';
import { isEmptyQuery, readQuery } from '../../core/library/query.ts';
import type { Hit, SearchResult } from '../../core/library/types.ts';
import { lookUp } from '../../core/corpus/lookup.ts';
import { RemoteError } from '../../engine/library/remote.ts';
import { registerCommand, runCommand } from '../commands.ts';
import type { Services } from '../services.ts';
import type { LibraryService } from './libraryService.ts';
import { openAt, targetOf } from './openPassage.ts';
import { libraryTrouble, resultNote } from './words.ts';

interface HitRow extends vscode.QuickPickItem {
  readonly hit?: Hit;
}

const LIMIT = 60;
const ICONS = { entries: 'person', statements: 'comment', drafts: 'edit', sources: 'book' } as const;
const BUTTONS = {
  cite: { iconPath: new vscode.ThemeIcon('quote'), tooltip: vscode.l10n.t('Insert Citation') },
  copy: { iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy Passage with Citation') },
  like: { iconPath: new vscode.ThemeIcon('list-flat'), tooltip: vscode.l10n.t('More Like This') },
};

/** What the pick shows of a result: a line each, the passage under it, its page behind it. */
function rowsOf(result: SearchResult): HitRow[] {
  const note = resultNote(result);
  const rows = result.hits.map((hit): HitRow => {
    const { start, end } = excerptOf(hit.text, hit.highlights);
    const excerpt = `${start > 0 ? '… ' : ''}${hit.text.slice(start, end).replace(/\s+/g, ' ')}${end < hit.text.length ? ' …' : ''}`;
    return {
      hit, alwaysShow: true, label: `$(${ICONS[hit.shelf]}) ${hit.citekey === '' || hit.shelf !== 'sources' ? hit.title : `@${hit.citekey}`}`,
      description: [placeOfPassage(hit), hit.page === '' ? '' : vscode.l10n.t('page {0}', hit.page)].filter(Boolean).join(' · '), detail: excerpt,
      buttons: hit.shelf === 'drafts' ? [BUTTONS.like] : Object.values(BUTTONS),
    };
  });
  return note === '' ? rows : [{ label: note, kind: vscode.QuickPickItemKind.Separator, alwaysShow: true }, ...rows];
}

type Find = (words: string, signal: AbortSignal, show: (result: SearchResult) => void) => Promise<SearchResult | undefined>;

/**
 * A pick list that asks the library at every letter and gives up what is no longer waited for.
 * @returns address of the text that was opened, or `undefined` when the writer leaves
 */
async function pickPassage(library: LibraryService, services: Services, placeholder: string, value: string, find: Find): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<HitRow>();
  pick.placeholder = placeholder;
  pick.value = value;
  let waiting = new AbortController();
  const ask = async () => {
    waiting.abort();
    const mine = waiting = new AbortController();
    const show = (result: SearchResult | undefined) => { if (waiting === mine) { pick.items = result === undefined ? [] : rowsOf(result); } };
    pick.busy = true;
    try { show(await find(pick.value, mine.signal, show)); } catch (error) {
      if (mine.signal.aborted) { return; }
      services.log.error(`library: ${error instanceof Error ? error.message : String(error)}`);
      pick.items = [{ label: libraryTrouble(error instanceof RemoteError ? error.code : ''), alwaysShow: true }];
    } finally { if (waiting === mine) { pick.busy = false; } }
  };
  const chosen = await new Promise<Hit | undefined>(resolve => {
    pick.onDidChangeValue(() => { void ask(); });
    pick.onDidAccept(() => { resolve(pick.selectedItems[0]?.hit); pick.hide(); });
    pick.onDidTriggerItemButton(({ item, button }) => { pick.hide(); if (item.hit !== undefined) { void runButton(item.hit, button, library, services); } });
    pick.onDidHide(() => { waiting.abort(); pick.dispose(); resolve(undefined); });
    pick.show();
    void ask();
  });
  if (chosen !== undefined) { await openHit(chosen); }
  return chosen?.textKey;
}

async function runButton(hit: Hit, button: vscode.QuickInputButton, library: LibraryService, services: Services): Promise<void> {
  if (button === BUTTONS.like) { await moreLike(hit, library, services); return; }
  const citation = citationOf(hit, services);
  if (button === BUTTONS.copy) {
    const cited = citation === undefined ? '' : ` [@${[citation.citekey, citation.suffixText].filter(Boolean).join(', ')}]`;
    await vscode.env.clipboard.writeText(hit.shelf === 'sources' ? `“${hit.text.replace(/\s+/g, ' ')}”${cited}` : `${hit.text}${cited}`);
    return;
  }
  if (citation === undefined) { void vscode.window.showInformationMessage(vscode.l10n.t('It is not known which work this is the text of, so there is nothing to cite.')); return; }
  await runCommand('rapporteur.insertCitation', citation);
}

function citationOf(hit: Hit, { corpus }: Services): { citekey: string; suffixText: string } | undefined {
  if (hit.shelf === 'sources') { return hit.citekey === '' ? undefined : { citekey: hit.citekey, suffixText: placeOfPassage(hit) }; }
  const statements = hit.shelf === 'statements' ? corpus.snapshot.statements.filter(one => one.id === hit.ref) : corpus.snapshot.statementsAbout.get(hit.ref) ?? [];
  const first = statements[0]?.citations[0];
  return first && { citekey: first.citekey, suffixText: first.suffixText };
}

/** Opens what was found where it stands; a file that has changed since, at the same words. */
async function openHit(hit: Hit): Promise<void> {
  if (hit.shelf === 'entries') { await runCommand('rapporteur.openEntry', hit.ref); return; }
  if (hit.shelf === 'statements') { await runCommand('rapporteur.openEntry', { id: hit.ref }); return; }
  await openAt(targetOf(hit, { start: 0, end: hit.text.length }));
}

async function moreLike(hit: Hit, library: LibraryService, services: Services): Promise<void> {
  await pickSimilar(hit.text, vscode.l10n.t('Passages like this one'), [], [hit.id], library, services);
}

function pickSimilar(text: string, placeholder: string, exceptKeys: readonly string[], exceptIds: readonly number[], library: LibraryService, services: Services): Promise<string | undefined> {
  return pickPassage(library, services, placeholder, '', async (words, signal) => {
    const client = await library.open();
    // What is typed narrows what was found.
    return client.call('similar', { text: `${text} ${words}`, limit: LIMIT, exceptKeys, exceptIds, shelves: ['statements', 'sources', 'entries'] }, { signal });
  });
}

function selection(): { readonly text: string; readonly key: string } {
  const editor = vscode.window.activeTextEditor;
  return { text: editor?.document.getText(editor.selection).replace(/\s+/g, ' ').trim() ?? '', key: editor?.document.uri.toString() ?? '' };
}

export function registerLibrarySearch(library: LibraryService, services: Services): vscode.Disposable {
  const { log, corpus, drafts } = services;
  const namesOf = (words: string) => lookUp(corpus.snapshot, words, { classes: ['actor', 'event'], limit: 3 }).flatMap(hit => 'entry' in hit ? hit.entry.names.map(name => name.text) : []);
  return vscode.Disposable.from(
    registerCommand('rapporteur.searchLibrary', log, async query => {
      const { text } = selection();
      return pickPassage(library, services, vscode.l10n.t('Words, "a phrase", begin*, actor:name, source:key, date:1989..1991, in:statements'),
        typeof query === 'string' ? query.slice(0, 200) : text.length <= 80 ? text : '', async (words, signal, show) => {
          const { query: asked } = readQuery(words, { isTyping: true, namesOf });
          const client = await library.open();
          return isEmptyQuery(asked) ? undefined : client.call('search', { query: asked, limit: LIMIT }, { signal, onProgress: value => { show(value as SearchResult); } });
        });
    }),
    registerCommand('rapporteur.findSupport', log, async () => {
      const { text, key } = selection();
      const editor = drafts.active;
      const at = editor?.document.offsetAt(editor.selection.active) ?? 0;
      const sentence = editor === undefined ? undefined : drafts.read(editor.document).blocks.flatMap(block => block.sentences).find(one => one.start <= at && at <= one.end);
      const words = text !== '' ? text : sentence === undefined || editor === undefined ? '' : editor.document.getText().slice(sentence.start, sentence.end);
      if (words === '') { void vscode.window.showInformationMessage(vscode.l10n.t('Select the words that need support, or put the cursor into their sentence.')); return undefined; }
      return pickSimilar(words, vscode.l10n.t('Passages that bear on “{0}”', words.length > 60 ? `${words.slice(0, 60)}…` : words), [key], [], library, services);
    }),
  );
}
