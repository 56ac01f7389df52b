import { EVENT_KINDS, type EventKind } from '../corpus/types.ts';
import { readTableRows } from '../library/reading/csvText.ts';
import type { CsvRow } from '../csv.ts';
import { withoutHtml, type Imported } from '../timeline/imports.ts';
import { typeOf } from '../draft/proposals.ts';
import type { ColumnMapping } from './mapping.ts';
import { readCellDates } from './tableDates.ts';
import { idOf, type Proposal, type Provenance } from './types.ts';

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** More rows than this are looked through, but not proposed: nobody reads so many. */
export const MOST_ROWS = 2000;
export const LONGEST_NAME = 200;

/** A table as it is written, without what stands above the names of its columns: a formula is only its letters. */
export function readTable(text: string): Table {
  const { rows: [head, ...rows] } = readTableRows(text);
  return { columns: head?.fields.map((name, at) => name.trim() || `${at + 1}`) ?? [], rows };
}

/** Rows that have all the words somewhere, whatever the case; all rows for no words. */
export function rowsWith({ rows }: Table, words: string): readonly CsvRow[] {
  const wanted = words.toLowerCase().split(/\s+/u).filter(Boolean);
  return wanted.length === 0 ? rows : rows.filter(({ fields }) => { const all = fields.join(' ').toLowerCase(); return wanted.every(word => all.includes(word)); });
}

export interface TableReading {
  readonly proposals: readonly Proposal[];
  /** Lines that give no event, and why. */
  readonly problems: readonly { readonly line: number; readonly code: 'no-title' | 'bad-date'; readonly given: string }[];
  /** Rows that were left out because there are too many. */
  readonly left: number;
}

/** Proposes an event for each row, and an actor for each name in it. */
export function readRows(table: Table, rows: readonly CsvRow[], mapping: ColumnMapping, from: Omit<Provenance, 'passage' | 'suffixText'>): TableReading {
  const proposals: Proposal[] = [];
  const actors = new Map<string, Proposal>();
  const problems: TableReading['problems'][number][] = [];
  for (const { fields, line } of rows.slice(0, MOST_ROWS)) {
    const cell = (at: number | undefined) => at === undefined ? '' : withoutHtml(fields[at] ?? '').replace(/^'(?=[=+\-@])/u, '');
    const cells = (at: readonly number[], glue: string) => [...new Set(at.map(cell).filter(Boolean))].join(glue);
    const name = cells(mapping.title, ', ').slice(0, LONGEST_NAME);
    const given = cell(mapping.date);
    const edtf = readCellDates(given, mapping.end === undefined ? undefined : cell(mapping.end), mapping.order);
    if (name === '') { problems.push({ line, code: 'no-title', given: '' }); continue; }
    if (edtf === undefined && given !== '') { problems.push({ line, code: 'bad-date', given }); continue; }
    const here: Provenance = { ...from, suffixText: `row ${line}`, passage: passageOf(table, fields) };
    const participants = [...new Set(mapping.actors.flatMap(at => cell(at).split(/\s*[;|]\s*/u)).map(one => one.trim()).filter(one => one !== ''))].slice(0, 20);
    const place = cells(mapping.place, ', ');
    proposals.push({ id: idOf('event', name, edtf ?? '', from.source, String(line)), kind: 'event', from: here, name, eventKind: kindOf(cell(mapping.kind)), edtf, place: place === '' ? undefined : place, participants });
    for (const participant of participants) {
      if (!actors.has(participant) && participant.length <= LONGEST_NAME) actors.set(participant, { id: idOf('actor', participant, from.source), kind: 'actor', from: here, name: participant, type: bodyType(participant) });
    }
  }
  return { proposals: [...proposals, ...actors.values()], problems, left: Math.max(0, rows.length - MOST_ROWS) };
}

/** Whether a table is a spreadsheet of TimelineJS with year, month and day in columns of their own. */
export function isTimelineTable({ columns }: Table): boolean {
  const names = new Set(columns.map(name => name.toLowerCase()));
  return names.has('headline') && (names.has('year') || names.has('edtf'));
}

/** Events that a spreadsheet of TimelineJS gives, as proposals. */
export function timelineProposals({ events }: Imported, from: Omit<Provenance, 'passage' | 'suffixText'>): Proposal[] {
  return events.slice(0, MOST_ROWS).map(({ title, edtf, kind, place, text, line }) => ({
    id: idOf('event', title, edtf, from.source, String(line)), kind: 'event', from: { ...from, suffixText: `row ${line}`, passage: text === '' ? title : text }, name: title, eventKind: kind, edtf, place, participants: [],
  }));
}

/** What a row says, with the names of its columns, cut where it becomes endless. */
export function passageOf({ columns }: Table, fields: readonly string[]): string {
  return fields.flatMap((field, at) => field.trim() === '' ? [] : [`${columns[at] ?? at + 1}: ${field.trim().replace(/\s+/gu, ' ').slice(0, 300)}`]).join(' · ').slice(0, 1200);
}

/** Names in tables of events are those of groups and states. */
function bodyType(name: string): ReturnType<typeof typeOf> {
  const type = typeOf(name);
  return type !== 'person' ? type : /^Government of\b/u.test(name) ? 'government' : 'organisation';
}

/** Kinds by the words of the usual datasets. */
const KINDS: readonly (readonly [RegExp, EventKind])[] = [
  [/battle|violence|explosion|riot|attack|^[123]$/iu, 'operation'], [/agreement|ceasefire|accord|treaty|framework|implementation|renewal/iu, 'agreement'], [/protest|demonstration/iu, 'other'],
];

function kindOf(cell: string): EventKind {
  const plain = cell.trim().toLowerCase().replace(/[\s_]+/gu, '-');
  return EVENT_KINDS.find(kind => kind === plain) ?? KINDS.find(([pattern]) => pattern.test(cell))?.[1] ?? 'other';
}
