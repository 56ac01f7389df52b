import * as vscode from 'vscode';
import { formatReference, shortReference } from '../../core/citations/reference.ts';
import { lookUp, type LookUpClass, type LookUpHit } from '../../core/corpus/lookup.ts';
import { parseEdtf } from '../../core/dates/edtf.ts';
import { datesIn, formatDate } from '../../core/dates/format.ts';
import { findDates } from '../../core/dates/prose.ts';
import type { EdtfDate } from '../../core/dates/types.ts';
import { whenOf } from '../../core/views/cards.ts';
import { happenedOn, type HappenedHow } from '../../core/views/happened.ts';
import { pickDescription } from '../../core/views/entryNodes.ts';
import { authorityOf, iconOf } from '../../core/views/words.ts';
import { registerCommand, runCommand } from '../commands.ts';
import { pickFrom, type PickRow } from './pick.ts';
import type { Services } from '../services.ts';

interface LookUpRow extends PickRow {
  readonly hit: LookUpHit;
}

function toRow(hit: LookUpHit, { corpus }: Services): LookUpRow {
  const { snapshot } = corpus;
  const buttons = buttonsFor(hit);
  switch (hit.class) {
    case 'source': return { hit, buttons, icon: 'book', label: shortReference(hit.source.item), description: `@${hit.source.citekey}`, detail: formatReference(hit.source.item) };
    case 'statement': return { hit, buttons, icon: 'comment', label: hit.statement.text, description: authorityOf(hit.statement.citations, snapshot) };
    case 'actor': case 'event': case 'concept':
      return { hit, buttons, icon: iconOf(hit.entry), label: hit.entry.name, description: pickDescription(hit.entry, snapshot), detail: hit.entry.summary };
  }
}

/** The buttons behind a result: a result can be inserted, cited and shown on the timeline as well as opened. */
const BUTTONS = {
  insert: { iconPath: new vscode.ThemeIcon('symbol-string'), tooltip: vscode.l10n.t('Insert Name') },
  cite: { iconPath: new vscode.ThemeIcon('quote'), tooltip: vscode.l10n.t('Insert Citation') },
  timeline: { iconPath: new vscode.ThemeIcon('graph-line'), tooltip: vscode.l10n.t('Show on Timeline') },
};

/** Those that mean something for a result. */
function buttonsFor(hit: LookUpHit): vscode.QuickInputButton[] {
  switch (hit.class) {
    case 'actor': case 'event': return [BUTTONS.insert, BUTTONS.cite, BUTTONS.timeline];
    case 'concept': return [BUTTONS.insert, BUTTONS.cite];
    case 'source': return [BUTTONS.cite];
    case 'statement': return [BUTTONS.cite, BUTTONS.timeline];
  }
}

async function runButton({ hit }: LookUpRow, button: vscode.QuickInputButton): Promise<void> {
  if ('entry' in hit) {
    const node = { subject: { kind: 'entry' as const, key: hit.entry.key, isDated: true }, children: () => [] };
    if (button === BUTTONS.insert) { await runCommand('rapporteur.insertName', hit.entry.key); }
    if (button === BUTTONS.cite) { await runCommand('rapporteur.insertNodeCitation', node); }
    if (button === BUTTONS.timeline) { await runCommand('rapporteur.showOnTimeline', hit.entry.key); }
    return;
  }
  if (button === BUTTONS.timeline) {
    if (hit.class === 'statement') { await runCommand('rapporteur.showOnTimeline', hit.statement.entryKey); }
    return;
  }
  if (hit.class === 'source') { await runCommand('rapporteur.insertCitation', { citekey: hit.source.citekey }); return; }
  const first = hit.statement.citations[0];
  if (first !== undefined) { await runCommand('rapporteur.insertCitation', { citekey: first.citekey, suffixText: first.suffixText }); }
}

async function open(hit: LookUpHit): Promise<void> {
  if ('entry' in hit) { await runCommand('rapporteur.openEntry', hit.entry.key); return; }
  if (hit.class === 'source') { await runCommand('rapporteur.openSource', hit.source.citekey); return; }
  await runCommand('rapporteur.openEntry', hit.statement);
}

/** The selected words, or nothing when too many are selected to be a question. */
function selectedText(): string {
  const editor = vscode.window.activeTextEditor;
  const text = editor?.document.getText(editor.selection).replace(/\s+/g, ' ').trim() ?? '';
  return text.length <= 80 ? text : '';
}

async function lookUpAmong(classes: readonly LookUpClass[], placeholder: string, query: unknown, services: Services): Promise<void> {
  // The pick takes the place of the draft: what can be cited is asked for before.
  const draft = services.drafts.active?.document;
  const row = await pickFrom(words => lookUp(services.corpus.snapshot, words, { classes, limit: 100, sources: services.bibliographies.of(draft).sources }).map(hit => toRow(hit, services)), {
    placeholder, value: typeof query === 'string' ? query.slice(0, 200) : selectedText(),
    services, onButton: (chosen, button) => runButton(chosen, button), nothing: nothingFound,
  });
  if (row !== undefined) { await open(row.hit); }
}

/** What a list says that has found nothing. */
export function nothingFound(words: string): string {
  return words.trim() === '' ? vscode.l10n.t('There is no corpus yet.') : vscode.l10n.t('Nothing is known of “{0}”.', words);
}

/** A date as a writer types it: EDTF, or words such as `late 1985`. */
function readDate(text: string): EdtfDate | undefined {
  return parseEdtf(text.trim()) ?? findDates(text).find(mention => mention.date !== undefined)?.date;
}

async function whatHappenedOn(query: unknown, services: Services): Promise<void> {
  const row = await pickFrom((words): LookUpRow[] => {
    const date = readDate(words);
    const hits = date === undefined ? [] : happenedOn(services.corpus.snapshot, date);
    return hits.map(({ event, how }) => ({ ...toRow({ class: 'event', entry: event, score: 0 }, services), description: whenWords(whenOf(event), how) }));
  }, {
    placeholder: vscode.l10n.t('A date: 28 August 1990, spring 1989, late 1985, 1988-07…'),
    value: typeof query === 'string' ? query.slice(0, 200) : dateAtCursor(services) ?? selectedDate(),
    services, onButton: (chosen, button) => runButton(chosen, button), nothing: words => {
      if (words.trim() === '') { return vscode.l10n.t('Type a date to see what happened then.'); }
      return readDate(words) === undefined ? vscode.l10n.t('“{0}” is not a date that can be read.', words) : vscode.l10n.t('Nothing is recorded for this date.');
    },
  });
  if (row !== undefined) { await open(row.hit); }
}

function selectedDate(): string {
  const text = selectedText();
  return readDate(text) === undefined ? '' : text;
}

function whenWords(when: string, how: HappenedHow): string {
  switch (how) {
    case 'then': return when;
    case 'under-way': return vscode.l10n.t('{0} · under way then', when);
    case 'possibly': return vscode.l10n.t('{0} · possibly then', when);
  }
}

/** The date that the cursor stands on, in words the pick understands. */
function dateAtCursor({ drafts }: Services): string | undefined {
  const editor = drafts.active;
  if (editor === undefined) { return undefined; }
  const offset = editor.document.offsetAt(editor.selection.active);
  const mention = drafts.read(editor.document).dates.find(date => date.start <= offset && offset <= date.end);
  return mention?.date === undefined ? undefined : mention.reading === 'explicit' ? mention.text.replace(/\s+/g, ' ') : datesIn('en', () => formatDate(mention.date!));
}

export function registerLookUp(services: Services): vscode.Disposable {
  const { log } = services;
  return vscode.Disposable.from(
    registerCommand('rapporteur.lookUp', log, query => lookUpAmong(['actor', 'event', 'concept', 'source', 'statement'], vscode.l10n.t('Actors, events, concepts, sources and statements'), query, services)),
    registerCommand('rapporteur.lookUpActor', log, query => lookUpAmong(['actor'], vscode.l10n.t('Name of an actor'), query, services)),
    registerCommand('rapporteur.lookUpEvent', log, query => lookUpAmong(['event'], vscode.l10n.t('Name of an event'), query, services)),
    registerCommand('rapporteur.whatHappenedOn', log, query => whatHappenedOn(query, services)),
  );
}
