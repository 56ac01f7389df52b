import { ftsQuery } from '../../core/library/fts.ts';
import type { Passage } from '../../core/library/types.ts';
import { wordsOf } from '../../core/library/words.ts';
import { searchTexts, type SearchText } from '../../core/quotations/searchText.ts';
import { verifyQuotation, type QuotationReport } from '../../core/quotations/verify.ts';
import { ROUGH, type Frequencies } from './frequencies.ts';
import type { KnownText, LibraryIndex } from './libraryIndex.ts';
import type { VerifyRequest } from './protocol.ts';
import { SHELF_BASE, SHELF_END, WORDS_WITHIN } from './schema.ts';
import { similar } from './similar.ts';

/** Texts kept ready: a draft quotes the same few again and again. */
const MAX_READY = 6;
const ready = new WeakMap<LibraryIndex, Map<string, readonly SearchText[]>>();
/** Passages that share the rarest words of a quotation: it stands in one of them, or in several when it is used again and again. */
const MOST_NEAR = 24;
/** Something like an altered quotation stands in the first of those that share most with it, or nowhere. */
const MOST_LIKE = 10;

/** Verifies a quotation against the full texts of the works named, or against the passages that share its rarest words. */
export function verify(index: LibraryIndex, frequencies: Frequencies, quotation: string, citekeys: readonly string[], sources = sourcesOf(index)): QuotationReport {
  if (citekeys.length > 0) {
    const named = sources.filter(text => citekeys.includes(text.citekey));
    return verifyQuotation(quotation, named.flatMap(text => textsOf(index, text)), () => nearTexts(index, frequencies, quotation, named));
  }
  if (sources.length === 0) return { state: 'no-text', matches: [] };
  for (const few of [true, false]) {
    const near = textsWithAll(index, frequencies, quotation, sources, few);
    const whole = verifyQuotation(quotation, near.texts, () => []);
    if (whole.state === 'exact' || whole.state === 'typographic') return whole;
    if (!near.isCut) break;
  }
  const report = verifyQuotation(quotation, nearTexts(index, frequencies, quotation, sources));
  return report.state === 'no-text' ? { state: 'not-found', matches: [] } : report;
}

function sourcesOf(index: LibraryIndex): readonly KnownText[] {
  return index.texts().filter(text => text.shelf === 'sources');
}

/** Several at once, in their order; those of one work follow each other, so that its text is made ready once. */
export function verifyAll(index: LibraryIndex, frequencies: Frequencies, requests: readonly VerifyRequest[]): QuotationReport[] {
  const reports = new Array<QuotationReport>(requests.length);
  const sources = sourcesOf(index);
  const inTurn = requests.map((request, at) => ({ ...request, at, work: [...request.citekeys].sort().join('\n') })).sort((a, b) => a.work < b.work ? -1 : a.work > b.work ? 1 : a.at - b.at);
  frequencies.hold(() => { for (const { quotation, citekeys, at } of inTurn) reports[at] = verify(index, frequencies, quotation, citekeys, sources); });
  return reports;
}

/** The passages of some texts that share the rarest words of a quotation, each with those before and after it: a quotation may go over their borders. */
function nearTexts(index: LibraryIndex, frequencies: Frequencies, quotation: string, texts: readonly KnownText[]): SearchText[] {
  const { hits } = similar(index, frequencies, { text: quotation, limit: MOST_LIKE, exceptKeys: [], exceptIds: [], shelves: ['sources'], ...texts.length <= MAX_READY && { within: texts.filter(text => text.last >= text.first) } }, () => false);
  return around(index, texts, hits);
}

/**
 * Passages that have the rarest words of a quotation all, or with `few` those of them that hardly stand together by chance: where
 * it stands word for word within one, it is among them, unless so many have them that they were cut.
 */
function textsWithAll(index: LibraryIndex, frequencies: Frequencies, quotation: string, texts: readonly KnownText[], few: boolean): { readonly texts: SearchText[]; readonly isCut: boolean } {
  const words = [...new Set(wordsOf(quotation).map(word => word.folded))];
  if (words.length === 0 || words.some(word => frequencies.rough(word) === 0)) return { texts: [], isCut: false };
  const rarest = (few ? rarestOf(words, frequencies) : words.slice(0, MOST_WORDS)).map(word => [{ words: [word], isPrefix: false }]);
  const rows = index.statement(`SELECT rowid AS id FROM words WHERE words MATCH ? AND ${WORDS_WITHIN} LIMIT ?`).all(ftsQuery({ all: rarest, none: [] }), SHELF_BASE.sources, SHELF_END.sources, MOST_NEAR);
  return { texts: around(index, texts, index.passages(rows.map(row => Number(row['id'])))), isCut: rows.length === MOST_NEAR };
}
const RAREST = 6;
/** Of a long quotation its beginning is enough. */
const MOST_WORDS = 24;
/** So many passages may have the words by chance. */
const BY_CHANCE = 0.1;

/** The rarest words, as many as hardly stand together by chance; those in a thousand passages are told apart only where there are no three rarer. */
function rarestOf(words: readonly string[], frequencies: Frequencies): string[] {
  const isEnough = words.filter(word => frequencies.rough(word) < ROUGH).length >= 3;
  const passages = new Map(words.map(word => [word, isEnough ? frequencies.rough(word) : frequencies.of({ words: [word], isPrefix: false }).passages]));
  const sorted = words.toSorted((a, b) => passages.get(a)! - passages.get(b)!).slice(0, RAREST);
  let chance = frequencies.passages;
  const enough = sorted.findIndex(word => (chance *= passages.get(word)! / frequencies.passages) < BY_CHANCE);
  return enough === -1 ? sorted : sorted.slice(0, enough + 1);
}

/** Runs of passages, each with those before and after it. */
function around(index: LibraryIndex, texts: readonly KnownText[], hits: readonly Passage[]): SearchText[] {
  const byKey = new Map(texts.map(text => [text.key, text]));
  const runs: { key: string; first: number; last: number }[] = [];
  for (const { id, textKey } of hits.toSorted((a, b) => a.id - b.id)) {
    const text = byKey.get(textKey);
    if (text === undefined) continue;
    const before = runs.at(-1);
    const [first, last] = [Math.max(text.first, id - AROUND), Math.min(text.last, id + AROUND)];
    if (before !== undefined && before.key === textKey && before.last + 1 >= first) before.last = last; else runs.push({ key: textKey, first, last });
  }
  return runs.flatMap(({ first, last }) => searchTexts(index.passagesBetween(first, last)));
}
/** Notes stand between the passages of a text. */
const AROUND = 3;

function textsOf(index: LibraryIndex, text: KnownText): readonly SearchText[] {
  const own = ready.get(index) ?? new Map<string, readonly SearchText[]>();
  ready.set(index, own);
  const key = `${text.key} ${text.hash} ${text.first}`;
  const known = own.get(key) ?? searchTexts(index.passagesOf(text));
  own.delete(key);
  own.set(key, known);
  for (const oldest of own.keys()) if (own.size > MAX_READY) own.delete(oldest);
  return known;
}
