import type { CslItem } from '../citations/types.ts';
import { plainLetters } from '../text.ts';
import type { Entry, EntryClass, Snapshot, Source, Statement } from './types.ts';

export type LookUpClass = EntryClass | 'source' | 'statement';

/** One answer. Higher scores come first; they compare within one look-up only. */
export type LookUpHit =
  | { readonly class: EntryClass; readonly entry: Entry; readonly score: number }
  | { readonly class: 'source'; readonly source: Source; readonly score: number }
  | { readonly class: 'statement'; readonly statement: Statement; readonly score: number };

export interface LookUpOptions {
  /** All five unless told. */
  readonly classes?: readonly LookUpClass[] | undefined;
  /** 50 unless told. */
  readonly limit?: number | undefined;
  /** What the open draft can cite; those of the corpora unless told. */
  readonly sources?: ReadonlyMap<string, Source> | undefined;
}

/** What can be found, with its words folded and each set off by a blank before it: ` ali alatas`. */
interface Row {
  readonly make: (score: number) => LookUpHit;
  /** Names in their order, the preferred one first; empty for statements. */
  readonly names: readonly string[];
  /** All words that count, names included. */
  readonly all: string;
  /** Added to the score: entries before sources before statements. */
  readonly weight: number;
}

const MAX_WORDS = 12;

/**
 * Looks a few typed words up in everything. Each word has to begin a word of what is found, in any order, whatever the
 * accents and capitals. A name that is the query comes first, then names that begin with it, then names that hold
 * all its words, then texts. No words find everything, in order.
 */
export function lookUp(snapshot: Snapshot, query: string, { classes, limit = 50, sources = snapshot.sources }: LookUpOptions = {}): LookUpHit[] {
  const words = fold(query).trim().split(' ').filter(word => word !== '').slice(0, MAX_WORDS).map(word => ` ${word}`);
  const phrase = words.join('');
  const found: { readonly row: Row; readonly score: number }[] = [];
  for (const name of classes ?? LOOK_UP_CLASSES) {
    for (const row of name === 'source' ? sourceRows(sources) : rowsOf(snapshot, name)) {
      const score = scoreOf(row, words, phrase);
      if (score > 0) found.push({ row, score });
    }
  }
  return found.sort((a, b) => b.score - a.score).slice(0, limit).map(({ row, score }) => row.make(score));
}

export const LOOK_UP_CLASSES: readonly LookUpClass[] = ['actor', 'event', 'concept', 'source', 'statement'];

function scoreOf(row: Row, words: readonly string[], phrase: string): number {
  if (words.length === 0) return 1 + row.weight;
  if (!words.every(word => row.all.includes(word))) return 0;
  let best = 0;
  for (const [index, name] of row.names.entries()) {
    const points = name === phrase ? 1000 : name.startsWith(phrase) ? 700 : name.includes(phrase) ? 500 : words.every(word => name.includes(word)) ? 400 : 0;
    // The preferred name counts a little more than the others, and of two names the shorter is the nearer.
    if (points > 0) best = Math.max(best, points - (index === 0 ? 0 : 40) - Math.min(30, name.length - phrase.length));
  }
  return Math.max(best, row.all.includes(phrase) ? 200 : 100) + row.weight;
}

type InSnapshot = Exclude<LookUpClass, 'source'>;
const tables = new WeakMap<Snapshot, Map<InSnapshot, readonly Row[]>>();
const sourceTables = new WeakMap<ReadonlyMap<string, Source>, readonly Row[]>();

function sourceRows(sources: ReadonlyMap<string, Source>): readonly Row[] {
  let rows = sourceTables.get(sources);
  if (rows === undefined) {
    rows = [...sources.values()].map(sourceRow);
    sourceTables.set(sources, rows);
  }
  return rows;
}

function rowsOf(snapshot: Snapshot, name: InSnapshot): readonly Row[] {
  let table = tables.get(snapshot);
  if (table === undefined) {
    table = new Map<InSnapshot, readonly Row[]>();
    tables.set(snapshot, table);
  }
  let rows = table.get(name);
  if (rows === undefined) {
    rows = makeRows(snapshot, name);
    table.set(name, rows);
  }
  return rows;
}

function makeRows(snapshot: Snapshot, name: InSnapshot): Row[] {
  switch (name) {
    case 'actor': return snapshot.actors.map(entryRow);
    case 'event': return snapshot.events.map(entryRow);
    case 'concept': return snapshot.concepts.map(entryRow);
    case 'statement': return snapshot.statements.map(statement =>
      ({ names: [], all: fold(statement.text), weight: 0, make: score => ({ class: 'statement', statement, score }) }));
  }
}

const WEIGHTS: Readonly<Record<EntryClass, number>> = { actor: 30, event: 25, concept: 20 };

function entryRow(entry: Entry): Row {
  const names = entry.names.map(name => fold(name.text));
  const more = entry.class === 'actor' ? entry.memberships.map(membership => membership.role).join(' ')
    : entry.class === 'event' ? `${entry.place ?? ''} ${entry.wording ?? ''} ${entry.date?.edtf ?? ''}` : '';
  return { names, all: `${names.join('')}${fold(more)}${fold(entry.id)}`, weight: WEIGHTS[entry.class], make: score => ({ class: entry.class, entry, score }) };
}

function sourceRow(source: Source): Row {
  const { item } = source;
  const names = [fold(source.citekey), fold(`${authorsOf(item)} ${yearOf(item)}`), fold(text(item.title))];
  const more = [item['container-title'], item['title-short'], item.publisher].map(text).join(' ');
  return { names, all: `${names.join('')}${fold(more)}`, weight: 10, make: score => ({ class: 'source', source, score }) };
}

function authorsOf(item: CslItem): string {
  return [...item.author ?? [], ...item.editor ?? []].map(name => [name['non-dropping-particle'], name.family, name.given, name.literal].map(text).join(' ')).join(' ');
}

function yearOf(item: CslItem): string {
  return text(item.issued?.['date-parts']?.[0]?.[0] ?? item.issued?.literal ?? item.issued?.raw);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** ` perez de cuellar` for `Pérez de Cuéllar`: small letters and digits, words set off by a blank before each. */
export function fold(words: string): string {
  const plain = plainLetters(words.normalize('NFKD').toLowerCase().replace(/\p{M}+/gu, '').replace(/['’ʼ]/g, ''));
  const tokens = plain.match(/[\p{L}\p{N}]+/gu);
  return tokens === null ? '' : ` ${tokens.join(' ')}`;
}
