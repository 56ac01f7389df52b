import { ftsQuery } from '../../core/library/fts.ts';
import type { Passage } from '../../core/library/types.ts';
import { wordsOf } from '../../core/library/words.ts';
import { searchTexts, type SearchText } from '../../core/quotations/searchText.ts';
import { verifyQuotation, type QuotationReport } from '../../core/quotations/verify.ts';
import { lastUpTo } from '../../core/sorted.ts';
import type { Frequencies } from './frequencies.ts';
import type { KnownText, LibraryIndex } from './libraryIndex.ts';
import { likest } from './likest.ts';
import { idsOf } from './matches.ts';
import type { VerifyRequest } from './protocol.ts';
import { readyText } from './readyTexts.ts';
import { SHELF_BASE, SHELF_END } from './schema.ts';

/** Passages that share the rarest words of a quotation: it stands in one of them, or in several when it is used again and again. */
const MOST_NEAR = 24;
/** Something like an altered quotation stands in the first of those that share most with it, or nowhere. */
const MOST_LIKE = 10;

const ALL_SOURCES = { first: SHELF_BASE.sources, last: SHELF_END.sources };

/** Verifies a quotation against the full texts of the works named, or against the passages that share its rarest words. */
export function verify(index: LibraryIndex, frequencies: Frequencies, quotation: string, citekeys: readonly string[], sources = sourcesOf(index)): QuotationReport {
  if (citekeys.length > 0) {
    const named = sources.filter(text => citekeys.includes(text.citekey));
    return verifyQuotation(quotation, named.flatMap(text => readyText(index, text).runs),
      () => around(named, likest(index, frequencies, quotation, named, MOST_LIKE), (text, first, last) => readyText(index, text).passages.slice(first - text.first, last - text.first + 1)));
  }
  if (sources.length === 0) return { state: 'no-text', matches: [] };
  for (const few of [true, false]) {
    const near = textsWithAll(index, frequencies, quotation, sources, few);
    const whole = verifyQuotation(quotation, near.texts, () => []);
    if (whole.state === 'exact' || whole.state === 'typographic') return whole;
    if (!near.isCut) break;
  }
  const report = verifyQuotation(quotation, aroundRead(index, sources, likest(index, frequencies, quotation, [ALL_SOURCES], MOST_LIKE)));
  return report.state === 'no-text' ? { state: 'not-found', matches: [] } : report;
}

function sourcesOf(index: LibraryIndex): readonly KnownText[] {
  return index.texts().filter(text => text.shelf === 'sources' && text.last >= text.first);
}

/** Several at once, in their order; those of one work follow each other, so that its text is made ready once. */
export function verifyAll(index: LibraryIndex, frequencies: Frequencies, requests: readonly VerifyRequest[]): QuotationReport[] {
  const reports = new Array<QuotationReport>(requests.length);
  const sources = sourcesOf(index);
  const inTurn = requests.map((request, at) => ({ ...request, at, work: [...request.citekeys].sort().join('\n') })).sort((a, b) => a.work < b.work ? -1 : a.work > b.work ? 1 : a.at - b.at);
  frequencies.hold(() => { for (const { quotation, citekeys, at } of inTurn) reports[at] = verify(index, frequencies, quotation, citekeys, sources); });
  return reports;
}

/**
 * Passages that have the rarest words of a quotation all, or with `few` those of them that hardly stand together by chance: where
 * it stands word for word within one, it is among them, unless so many have them that they were cut.
 */
function textsWithAll(index: LibraryIndex, frequencies: Frequencies, quotation: string, texts: readonly KnownText[], few: boolean): { readonly texts: SearchText[]; readonly isCut: boolean } {
  const words = [...new Set(wordsOf(quotation).map(word => word.folded))];
  if (words.length === 0 || words.some(word => frequencies.rough(word) === 0)) return { texts: [], isCut: false };
  const rarest = (few ? rarestOf(words, frequencies) : words.slice(0, MOST_WORDS)).map(word => [{ words: [word], isPrefix: false }]);
  const ids = idsOf(index, ftsQuery({ all: rarest, none: [] }), ALL_SOURCES, MOST_NEAR);
  return { texts: aroundRead(index, texts, ids), isCut: ids.length === MOST_NEAR };
}
const RAREST = 6;
/** Of a long quotation its beginning is enough. */
const MOST_WORDS = 24;
/** So many passages may have the words by chance. */
const BY_CHANCE = 0.1;

/** The rarest words, as many as hardly stand together by chance. */
function rarestOf(words: readonly string[], frequencies: Frequencies): string[] {
  const sorted = words.toSorted((a, b) => frequencies.rough(a) - frequencies.rough(b)).slice(0, RAREST);
  let chance = frequencies.passages;
  const enough = sorted.findIndex(word => (chance *= frequencies.rough(word) / frequencies.passages) < BY_CHANCE);
  return enough === -1 ? sorted : sorted.slice(0, enough + 1);
}

function aroundRead(index: LibraryIndex, texts: readonly KnownText[], ids: readonly number[]): SearchText[] {
  return around(texts, ids, (text, first, last) => index.passagesOf({ ...text, first, last }));
}

/** Runs of passages, each with those before and after it: a quotation may go over their borders. */
function around(texts: readonly KnownText[], ids: readonly number[], read: (text: KnownText, first: number, last: number) => readonly Passage[]): SearchText[] {
  const runs: { readonly text: KnownText; readonly first: number; last: number }[] = [];
  for (const id of ids.toSorted((a, b) => a - b)) {
    const text = texts[lastUpTo(texts, one => one.first, id)];
    if (text === undefined || id > text.last) continue;
    const before = runs.at(-1);
    const [first, last] = [Math.max(text.first, id - AROUND), Math.min(text.last, id + AROUND)];
    if (before?.text === text && before.last + 1 >= first) before.last = last; else runs.push({ text, first, last });
  }
  return runs.flatMap(({ text, first, last }) => searchTexts(read(text, first, last)));
}
/** Notes stand between the passages of a text. */
const AROUND = 3;
