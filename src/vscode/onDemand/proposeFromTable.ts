import * as vscode from 'vscode';
import { EMPTY_MAPPING, type ColumnMapping } from '../../core/proposals/mapping.ts';
import { DATE_ORDERS, readCellDate, type DateOrder } from '../../core/proposals/tableDates.ts';
import { formatDate } from '../../core/dates/format.ts';
import { parseEdtf } from '../../core/dates/edtf.ts';
import { askTable, MOST_TABLE_BYTES, type TableLook } from '../../engine/library/tableReader.ts';
import { registerCommand, wishFrom } from '../commands.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';
import { askForWork } from './askForWork.ts';
import { nameOf } from '../library/libraryService.ts';
import type { ProposalTree } from '../library/proposalTree.ts';
import type { Proposals } from '../library/proposals.ts';

/** What is not asked for, because whoever runs the command says it. */
interface Task {
  readonly uri: vscode.Uri;
  readonly citekey?: string;
  readonly words?: string;
  readonly order?: DateOrder | undefined;
}

/** A file from a menu, or `{ file: 'file:///…/events.csv', citekey: 'pax2024', words: 'Cambodia', order: 'day-month' }`. */
function taskFrom(target: unknown): Task | undefined {
  if (target instanceof vscode.Uri) { return { uri: target }; }
  const { file, citekey = '', words = '', order } = wishFrom(target, 'file', 'citekey', 'words', 'order');
  return file === undefined ? undefined : { uri: vscode.Uri.parse(file, true), citekey, words, order: DATE_ORDERS.find(known => known === order) };
}

/** What the rows of a table propose. @returns how many are new; `undefined` when the writer leaves */
async function proposeFromTable(task: Task, proposals: Proposals, tree: ProposalTree, services: Services): Promise<number | undefined> {
  const { uri } = task;
  const name = nameOf(uri);
  const { size } = await vscode.workspace.fs.stat(uri);
  if (size > MOST_TABLE_BYTES) { void vscode.window.showWarningMessage(vscode.l10n.t('{0} is too large to be read as a table: save the rows that you need by themselves.', name)); return undefined; }
  const script = vscode.Uri.joinPath(services.extensionUri, 'dist', 'table.worker.cjs').fsPath;
  const bytes = await vscode.workspace.fs.readFile(uri);
  const look = await askTable(script, { bytes });
  if (look.kind !== 'look' || look.rows === 0) { void vscode.window.showWarningMessage(vscode.l10n.t('{0} has no rows under the names of its columns.', name)); return undefined; }
  const asked = task.words === undefined ? await askForReading(look, name) : { mapping: { ...look.guess.mapping ?? EMPTY_MAPPING, order: task.order ?? look.guess.mapping?.order }, words: task.words };
  const citekey = asked && (task.citekey ?? await askForWork({ placeholder: vscode.l10n.t('On whose authority? What is accepted cites it'), name, none: vscode.l10n.t('Say it later') }, services));
  if (asked === undefined || citekey === undefined) { return undefined; }
  const answer = await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reading {0}', name) }, () =>
    askTable(script, { bytes, read: { mapping: asked.mapping, words: asked.words, from: { source: uri.toString(), title: name, citekey } } }));
  if (answer.kind !== 'read') { return undefined; }
  const { reading } = answer;
  for (const { line, code, given } of reading.problems) { services.log.warn(`${uri.path}:${line}: ${code === 'no-title' ? 'it has no title' : `its date is not understood: ${given}`}`); }
  const added = await proposals.add(reading.proposals);
  const sentences = [
    vscode.l10n.t('{0}: {1} proposals from {2} rows.', name, added, answer.rows),
    reading.problems.length === 0 ? '' : vscode.l10n.t('{0} rows were not understood; the log of Rapporteur names them.', reading.problems.length),
    reading.left === 0 ? '' : vscode.l10n.t('{0} more rows were left out: narrow them by a word.', reading.left),
  ].filter(Boolean);
  inform(sentences.join(' '));
  if (added > 0) { await tree.show(); }
  return added;
}

interface Reading {
  readonly mapping: ColumnMapping;
  readonly words: string;
}

/** Shows how the rows are read until the writer takes them so. */
async function askForReading(look: TableLook, name: string): Promise<Reading | undefined> {
  const known = look.guess.mapping;
  let mapping = known ?? EMPTY_MAPPING;
  let words = '';
  let isOrderKnown = known === undefined || look.guess.order !== 'either' && look.guess.order !== 'mixed';
  for (;;) {
    if (known !== undefined && mapping.title.length === 0) {
      const chosen = await askForColumns(look, mapping);
      if (chosen === undefined || chosen.title.length === 0) { return undefined; }
      mapping = chosen;
    }
    if (!isOrderKnown) {
      const order = await askForOrder(look, mapping);
      if (order === undefined) { return undefined; }
      mapping = { ...mapping, order };
      isOrderKnown = true;
    }
    const take = { label: `$(check) ${vscode.l10n.t('Take the rows as they are read here')}`, description: words === '' ? vscode.l10n.t('{0} rows', look.rows) : vscode.l10n.t('those with “{0}”', words), action: 'take' as const };
    const rows: (vscode.QuickPickItem & { readonly action?: 'take' | 'words' | 'columns' })[] = [
      take,
      ...known === undefined ? [] : [
        { label: `$(filter) ${vscode.l10n.t('Only rows with some words…')}`, action: 'words' as const },
        { label: `$(list-selection) ${vscode.l10n.t('Change what the columns mean…')}`, action: 'columns' as const },
        { label: vscode.l10n.t('The first rows'), kind: vscode.QuickPickItemKind.Separator },
        ...look.sample.slice(0, 8).map(fields => previewOf(fields, mapping)),
      ],
    ];
    const title = look.guess.dataset === '' ? name : vscode.l10n.t('{0}, a table of {1}', name, look.guess.dataset);
    const chosen = await vscode.window.showQuickPick(rows, { title, placeHolder: vscode.l10n.t('So the rows are read: nothing is written before you accept it') });
    if (chosen === undefined) { return undefined; }
    switch (chosen.action) {
      case 'take': return { mapping, words };
      case 'words': words = (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Only rows that have all these words, such as the name of a country'), value: words }))?.trim() ?? words; break;
      case 'columns': mapping = await askForColumns(look, mapping) ?? mapping; isOrderKnown = mapping.order !== undefined || look.guess.order === 'none'; break;
      case undefined: break;
    }
  }
}

function previewOf(fields: readonly string[], mapping: ColumnMapping): vscode.QuickPickItem {
  const cells = (at: readonly number[]) => at.map(one => fields[one] ?? '').filter(Boolean).join(', ');
  const given = mapping.date === undefined ? '' : fields[mapping.date] ?? '';
  const edtf = readCellDate(given, mapping.order);
  const date = edtf === undefined ? undefined : parseEdtf(edtf);
  return {
    label: (cells(mapping.title) || vscode.l10n.t('no title')).replaceAll('$(', '\\$('), description: [mapping.date === undefined ? '' : date === undefined ? given === '' ? vscode.l10n.t('no date') : vscode.l10n.t('date not understood: {0}', given) : formatDate(date), cells(mapping.place)].filter(Boolean).join(' · '),
    detail: cells(mapping.actors),
  };
}

/** Asks for each part of an event which columns tell it. */
async function askForColumns(look: TableLook, mapping: ColumnMapping): Promise<ColumnMapping | undefined> {
  const columns = look.columns.map((label, at) => ({ label: label.replaceAll('$(', '\\$('), description: look.sample.slice(0, 3).map(fields => fields[at] ?? '').filter(Boolean).join(' · ').slice(0, 120), at }));
  const several = async (placeHolder: string, current: readonly number[]) => (await vscode.window.showQuickPick(columns.map(column => ({ ...column, picked: current.includes(column.at) })), { placeHolder, canPickMany: true }))?.map(({ at }) => at);
  const none = { label: vscode.l10n.t('No column'), description: '', at: -1 };
  const one = async (placeHolder: string, current: number | undefined) => (await vscode.window.showQuickPick([...columns.toSorted((a, b) => Number(b.at === current) - Number(a.at === current)), none], { placeHolder }))?.at;
  const title = await several(vscode.l10n.t('1 of 6: which column is the title? Of several, their words stand next to each other'), mapping.title);
  const date = title && await one(vscode.l10n.t('2 of 6: which column is the date, or its beginning?'), mapping.date);
  const end = date === undefined ? undefined : await one(vscode.l10n.t('3 of 6: which column is the end?'), mapping.end);
  const place = end === undefined ? undefined : await several(vscode.l10n.t('4 of 6: which columns are the place?'), mapping.place);
  const actors = place && await several(vscode.l10n.t('5 of 6: which columns name actors?'), mapping.actors);
  const kind = actors && await one(vscode.l10n.t('6 of 6: which column is the kind of event?'), mapping.kind);
  if (title === undefined || place === undefined || actors === undefined || kind === undefined || date === undefined || end === undefined) { return undefined; }
  const known = (at: number) => at === -1 ? undefined : at;
  return { title, date: known(date), end: known(end), place, actors, kind: known(kind), order: date === mapping.date ? mapping.order : undefined };
}

async function askForOrder(look: TableLook, { date }: ColumnMapping): Promise<DateOrder | undefined> {
  const cells = look.sample.flatMap(fields => date === undefined ? [] : fields[date] ?? []).filter(cell => /\d/.test(cell)).slice(0, 3);
  const example = (order: DateOrder) => cells.map(cell => { const edtf = readCellDate(cell, order); const read = edtf === undefined ? undefined : parseEdtf(edtf); return `${cell} = ${read === undefined ? '?' : formatDate(read)}`; }).join(' · ');
  return (await vscode.window.showQuickPick([
    { label: vscode.l10n.t('The day comes first'), detail: example('day-month'), order: 'day-month' as const },
    { label: vscode.l10n.t('The month comes first'), detail: example('month-day'), order: 'month-day' as const },
  ], { placeHolder: vscode.l10n.t('The dates of this table can be read in two ways. Which is right?') }))?.order;
}

async function askForTable(): Promise<Task | undefined> {
  const [uri] = await vscode.window.showOpenDialog({ title: vscode.l10n.t('A table of events'), filters: { [vscode.l10n.t('Tables')]: ['csv', 'tsv'] } }) ?? [];
  return uri && { uri };
}

export function registerProposeFromTable(proposals: Proposals, tree: ProposalTree, services: Services): vscode.Disposable {
  return registerCommand('rapporteur.proposeFromTable', services.log, async target => {
    const task = taskFrom(target) ?? await askForTable();
    return task && proposeFromTable(task, proposals, tree, services);
  });
}
