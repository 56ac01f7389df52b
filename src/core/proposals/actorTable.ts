import type { ActorType } from '../corpus/types.ts';
import type { CsvRow } from '../csv.ts';
import { withoutHtml } from '../timeline/imports.ts';
import type { ColumnMapping } from './mapping.ts';
import { LONGEST_NAME, MOST_ROWS, passageOf, type Table, type TableReading } from './table.ts';
import { idOf, type Proposal, type Provenance } from './types.ts';

/** Whether the rows of a table are actors and not events: the table of actors of PAA-X, https://www.peaceagreements.org. */
export function isActorTable({ columns }: Table): boolean {
  const names = new Set(columns.map(name => name.toLowerCase()));
  return ['id_paax', 'actor_name', 'actor_type'].every(name => names.has(name));
}

/** Kinds of actors as PAA-X has them; which of our kinds they are. */
const TYPES: readonly (readonly [RegExp, ActorType])[] = [
  [/^country/iu, 'state'], [/^intergovernmental/iu, 'organisation'], [/^(?:armed|military|political)/iu, 'faction'], [/^civil/iu, 'ngo'], [/^(?:umbrella|state coalition)/iu, 'collective'],
];

function typeOf(given: string, isUn: boolean, isRegional: boolean): ActorType {
  const type = TYPES.find(([pattern]) => pattern.test(given))?.[1] ?? 'organisation';
  return !/^intergovernmental/iu.test(given) ? type : isUn ? 'un-body' : isRegional ? 'regional-body' : type;
}

/** Proposes the actor of each row, once for each name. */
export function readActors(table: Table, rows: readonly CsvRow[], mapping: ColumnMapping, from: Omit<Provenance, 'passage' | 'suffixText'>): TableReading {
  const columns = table.columns.map(name => name.toLowerCase());
  const proposals = new Map<string, Proposal>();
  const problems: TableReading['problems'][number][] = [];
  for (const { fields, line } of rows.slice(0, MOST_ROWS)) {
    const cell = (at: number | undefined) => at === undefined ? '' : withoutHtml(fields[at] ?? '').trim();
    const named = (name: string) => cell(columns.indexOf(name));
    const name = mapping.title.map(cell).filter(Boolean).join(', ').slice(0, LONGEST_NAME);
    if (name === '') { problems.push({ line, code: 'no-title', given: '' }); continue; }
    const type = typeOf(cell(mapping.kind), named('un_type') === 'United Nations', named('sub_type') === 'Regional' || Number(named('regional')) === 1);
    if (!proposals.has(name)) proposals.set(name, { id: idOf('actor', name, from.source), kind: 'actor', from: { ...from, suffixText: `row ${line}`, passage: passageOf(table, fields) }, name, type });
  }
  return { proposals: [...proposals.values()], problems, left: Math.max(0, rows.length - MOST_ROWS) };
}
