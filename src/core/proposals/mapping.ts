import type { Table } from './table.ts';
import { dateOrderOf, type DateOrder } from './tableDates.ts';

/** Which columns of a table say what, by their places. */
export interface ColumnMapping {
  /** Of several, their cells stand next to each other. */
  readonly title: readonly number[];
  readonly date: number | undefined;
  readonly end: number | undefined;
  readonly place: readonly number[];
  readonly actors: readonly number[];
  readonly kind: number | undefined;
  readonly order: DateOrder | undefined;
}

export const EMPTY_MAPPING: ColumnMapping = { title: [], date: undefined, end: undefined, place: [], actors: [], kind: undefined, order: undefined };

type Names = Readonly<Record<'title' | 'place' | 'actors', readonly string[]> & Record<'date' | 'end' | 'kind', string>>;
interface Preset {
  readonly name: string;
  /** Columns by which the dataset is known. */
  readonly known: readonly string[];
  readonly columns: Names;
}

/**
 * Datasets that are known by their columns. PA-X and PAA-X, of which the table of actors: codebooks at https://www.peaceagreements.org; UCDP GED: https://ucdp.uu.se/downloads;
 * ACLED: https://acleddata.com codebook; TimelineJS: https://timeline.knightlab.com/docs/using-spreadsheets.html.
 */
const PRESETS: readonly Preset[] = [
  { name: 'PAA-X', known: ['id_paax', 'actor_name', 'actor_type'], columns: { title: ['actor_name'], date: '', end: '', place: ['country_name'], actors: [], kind: 'actor_type' } },
  { name: 'PA-X', known: ['agtid', 'agt', 'dat'], columns: { title: ['agt'], date: 'dat', end: '', place: ['con'], actors: [], kind: 'stage' } },
  { name: 'UCDP GED', known: ['side_a', 'side_b', 'date_start'], columns: { title: ['dyad_name', 'where_coordinates'], date: 'date_start', end: 'date_end', place: ['where_coordinates', 'country'], actors: ['side_a', 'side_b'], kind: 'type_of_violence' } },
  { name: 'ACLED', known: ['event_date', 'actor1', 'event_type'], columns: { title: ['sub_event_type', 'location'], date: 'event_date', end: '', place: ['location', 'country'], actors: ['actor1', 'actor2'], kind: 'event_type' } },
  { name: 'TimelineJS', known: ['headline', 'start date'], columns: { title: ['headline'], date: 'start date', end: 'end date', place: ['place'], actors: [], kind: 'type' } },
];

/** Names that columns of any table have, the likeliest first. */
const USUAL: Names = {
  title: ['title', 'name', 'event', 'agreement', 'headline', 'label', 'titre', 'nom', 'description'], place: ['place', 'location', 'city', 'where', 'lieu', 'country', 'pays'],
  actors: ['actors', 'actor', 'parties', 'participants', 'signatories', 'actor1', 'actor2', 'side_a', 'side_b', 'acteurs'], date: 'date|event_date|start|start date|start_date|date_start|when|edtf|year|début', end: 'end|end date|end_date|date_end|fin', kind: 'kind|type|event_type|category',
};

export interface GuessedMapping {
  /** Name of the dataset; empty where only the names of the columns tell. */
  readonly dataset: string;
  readonly mapping: ColumnMapping;
  /** Which order the dates have; `either` is to be asked. */
  readonly order: ReturnType<typeof dateOrderOf>;
}

/** What the columns of a table say of themselves. */
export function guessMapping(table: Table): GuessedMapping {
  const columns = table.columns.map(name => name.toLowerCase());
  const preset = PRESETS.find(({ known }) => known.every(name => columns.includes(name)));
  const { title, place, actors, date, end, kind } = preset?.columns ?? USUAL;
  const all = (names: readonly string[]) => names.flatMap(name => columns.indexOf(name) === -1 ? [] : [columns.indexOf(name)]);
  const one = (names: string) => all(names.split('|'))[0];
  const titles = all(title);
  const mapping: ColumnMapping = {
    title: preset === undefined ? titles.slice(0, 1) : titles, date: one(date), end: one(end), place: preset === undefined ? all(place).slice(0, 1) : all(place), actors: all(actors), kind: one(kind), order: undefined,
  };
  return { dataset: preset?.name ?? '', ...withOrder(table, mapping) };
}

/** The order of the dates of the columns chosen, as far as they tell it. */
export function withOrder(table: Table, mapping: ColumnMapping): Pick<GuessedMapping, 'mapping' | 'order'> {
  const cells = table.rows.flatMap(({ fields }) => [mapping.date, mapping.end].flatMap(at => at === undefined ? [] : fields[at] ?? []));
  const order = dateOrderOf(cells);
  return { mapping: { ...mapping, order: order === 'day-month' || order === 'month-day' ? order : undefined }, order };
}
