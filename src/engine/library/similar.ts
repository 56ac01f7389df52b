import { bearingOf, PAIR_WEIGHT, saysDate, weightOf, worthOffering, type Particular, type Weighted } from '../../core/library/bearing.ts';
import { ftsAny } from '../../core/library/fts.ts';
import { EMPTY_QUERY } from '../../core/library/query.ts';
import { foldText, hasAny, scoreFolded } from '../../core/library/score.ts';
import { NOTHING_FOUND, type SearchResult } from '../../core/library/types.ts';
import { COMMON, type Frequencies } from './frequencies.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import type { SimilarRequest } from './protocol.ts';
import { WORDS_WITHIN } from './schema.ts';
import { boundsOf, hitsOf, type Scored } from './search.ts';
import { shared } from './shares.ts';

/** Of what is said so much is looked for, the rarest first. */
const MAX_SOUGHT = 14;
/** Passages that FTS5 ranks, of which the best are read and ranked by how much they bear out. */
const MAX_MATCHES = 20_000;
const READ = 300;
/** Of those that are asked for, so many times as many are read. */
const READ_FOR_EACH = 5;
/** Of two that bear out as much, the one that speaks more of it comes first; this is too little to put one before another that bears out more. */
const WORDS_SHARE = 0.001;

/** Passages that bear on what is said, sources first, and of each kind those first that bear out most of it. */
export function similar(index: LibraryIndex, frequencies: Frequencies, { particulars, limit, exceptKeys, exceptIds, shelves }: SimilarRequest, isCancelled: () => boolean): SearchResult {
  const total = frequencies.passages;
  const weighted = particulars.filter(({ kind }) => kind !== 'pair').map(particular => {
    const passages = Math.min(total, particular.forms.reduce((sum, form) => sum + frequencies.of(form).passages, 0));
    return { ...particular, passages, weight: weightOf(particular, passages, total) };
  }).filter(({ weight }) => weight > 0).sort((a, b) => a.passages - b.passages);
  // What stands in every third passage tells nothing, unless there is nothing rarer.
  const telling = weighted.filter(({ passages }) => passages <= Math.max(3, total / 3) && passages <= COMMON);
  const sought: typeof telling = [];
  let matches = 0;
  for (const one of telling.length > 0 ? telling : weighted.slice(0, 3)) {
    if (sought.length >= MAX_SOUGHT || (sought.length > 0 && matches + one.passages > MAX_MATCHES)) break;
    sought.push(one);
    matches += one.passages;
  }
  if (sought.length === 0 || isCancelled()) return NOTHING_FOUND;
  const forms = sought.flatMap(one => one.forms);
  const bounds = boundsOf(index, { ...EMPTY_QUERY, shelves });
  const most = Math.min(READ, limit * READ_FOR_EACH);
  const rows = bounds.ranges.flatMap(({ first, last }) => index.statement(`SELECT rowid AS id, -rank AS score FROM words WHERE words MATCH ? AND ${WORDS_WITHIN} ORDER BY rank LIMIT ?`)
    .all(ftsAny(forms), first, last, most) as unknown as Scored[]);
  const said = [...weighted, ...particulars.filter(({ kind }) => kind === 'pair').map(pair => pairOf(pair, weighted))];
  const [except, exceptText] = [new Set(exceptIds), new Set(exceptKeys)];
  const passages = index.passages(rows.map(row => row.id)).filter(passage => !except.has(passage.id) && !exceptText.has(passage.textKey));
  const days = said.some(one => one.days !== undefined) ? daysOf(index, passages.map(({ id }) => id)) : undefined;
  const phrases = sought.flatMap(one => one.forms.map(form => ({ ...form, weight: one.weight })));
  const weight = phrases.reduce((sum, one) => sum + one.weight, 0);
  const found = passages.map(({ id, kind, text }) => {
    const folded = foldText(text);
    const { share, count } = bearingOf(said, ({ days: wanted, forms: any }) => wanted === undefined ? Number(hasAny(folded, any)) : Math.max(0, ...(days?.get(id) ?? []).map(one => saysDate(one, wanted))));
    const whole = kind === 'heading' ? share / 2 : share;
    return { id, count, share: whole, score: whole + WORDS_SHARE * scoreFolded(folded, phrases) / weight };
  }).sort((a, b) => b.score - a.score || a.id - b.id);
  const worth = worthOffering(found);
  return { ...NOTHING_FOUND, hits: hitsOf(index, shared(worth, limit), forms), total: worth.length, isTotalExact: rows.length < most };
}

/** How often two words stand next to each other is not counted: that is told by how rare they are. */
function pairOf(pair: Particular, weighted: readonly Weighted[]): Weighted {
  const words = pair.forms[0]?.words ?? [];
  return { ...pair, weight: PAIR_WEIGHT * words.reduce((sum, word) => sum + (weighted.find(one => one.kind === 'word' && one.forms[0]?.words[0] === word)?.weight ?? 0), 0) };
}

/** The days that passages name. */
function daysOf(index: LibraryIndex, ids: readonly number[]): ReadonlyMap<number, readonly (readonly [number, number])[]> {
  const rows = index.statement('SELECT passage, first, last FROM dated WHERE passage IN (SELECT value FROM json_each(?))').all(JSON.stringify(ids)) as unknown as { passage: number; first: number; last: number }[];
  const days = new Map<number, (readonly [number, number])[]>();
  for (const { passage, first, last } of rows) days.set(passage, [...days.get(passage) ?? [], [first, last]]);
  return days;
}
