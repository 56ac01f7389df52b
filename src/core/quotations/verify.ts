import { pageOf } from '../library/pageOf.ts';
import { foldText } from '../library/score.ts';
import type { Passage } from '../library/types.ts';
import { wordsOf } from '../library/words.ts';
import { lastUpTo } from '../sorted.ts';
import type { Span } from '../text.ts';
import { foldQuotation, type SearchText } from './searchText.ts';

/**
 * What became of a quotation when its source was looked through. `exact`: character by character. `typographic`: but for
 * quotation marks, dashes, blanks, ligatures and hyphens. `marked-edit`: all its parts stand there in order, and what was left out or
 * changed is marked by `[…]`, an ellipsis or brackets. `altered`: something like it stands there. `no-text`: there was
 * nothing to look through.
 */
export type QuotationState = 'exact' | 'typographic' | 'marked-edit' | 'altered' | 'not-found' | 'no-text';

/** Where a quotation stands in a source. */
export interface QuotationMatch {
  readonly passage: Passage;
  /** In the passage's text; ends with the passage where the quotation goes on in the next. */
  readonly span: Span;
  /** The words of the source. */
  readonly exact: string;
  readonly page: string;
}

export interface QuotationReport {
  readonly state: QuotationState;
  /** All places: more than one is an ambiguous match, and nothing tells which is meant. */
  readonly matches: readonly QuotationMatch[];
}

/** `[…]`, `[...]`, `…`, `. . .`, and words in brackets, which an editor put in. */
const EDIT = /\[[^\]]{0,200}\]|…|\.\s?\.\s?\.\s?\.?/g;
/** The parts of an edited quotation stand within so many characters of each other. */
const REACH = 3000;
const MAX_MATCHES = 20;
/** A part shorter than this would be found anywhere. */
const MIN_PART = 2;
/** Of the words of an altered quotation, at least this share stands in the source, in order. */
const LIKE = 0.7;

/**
 * Looks a quotation up in the texts of its source. Says no more than what was compared: words in the texts that were read.
 * @param nearTexts where something like it may stand, asked for only when the words themselves stand nowhere: long texts are not gone through word by word
 */
export function verifyQuotation(quotation: string, texts: readonly SearchText[], nearTexts: () => readonly SearchText[] = () => texts): QuotationReport {
  if (texts.length === 0) return { state: 'no-text', matches: [] };
  const plain = quotation.replace(/\s+/g, ' ').trim();
  const folded = withoutStop(foldQuotation(plain));
  if (wordsOf(folded).length === 0) return { state: 'not-found', matches: [] };
  const found = texts.flatMap(text => findAll(text, folded));
  if (found.length > 0) {
    const isExact = found.some(match => match.exact.replace(/\s+/g, ' ').includes(withoutStop(plain)));
    return { state: isExact ? 'exact' : 'typographic', matches: found.slice(0, MAX_MATCHES) };
  }
  const edited = texts.flatMap(text => findEdited(text, plain));
  if (edited.length > 0) return { state: 'marked-edit', matches: edited.slice(0, MAX_MATCHES) };
  const like = findLike(nearTexts(), folded);
  return like === undefined ? { state: 'not-found', matches: [] } : { state: 'altered', matches: [like.match] };
}

/** A stop before the closing mark is often the writer's. */
function withoutStop(text: string): string {
  return text.replace(/[.,;:!?]+$/, '').trim();
}

function findAll(text: SearchText, folded: string): QuotationMatch[] {
  const matches: QuotationMatch[] = [];
  for (let at = indexOfWords(text.folded, folded, 0); at !== -1 && matches.length < MAX_MATCHES; at = indexOfWords(text.folded, folded, at + 1)) {
    matches.push(matchAt(text, at, at + folded.length));
  }
  return matches;
}

/** At the borders of words: `an act` does not stand in `Japan acted`. */
function indexOfWords(text: string, words: string, from: number): number {
  for (let at = text.indexOf(words, from); at !== -1; at = text.indexOf(words, at + 1)) {
    const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
    if (!(isWord(text[at - 1]) && isWord(words[0])) && !(isWord(text[at + words.length]) && isWord(words.at(-1)))) return at;
  }
  return -1;
}

function matchAt(text: SearchText, start: number, end: number): QuotationMatch {
  const from = text.back(start);
  const to = text.back(end - 1) + 1;
  const { passage, at } = text.starts[lastUpTo(text.starts, one => one.at, from)]!;
  const span = { start: from - at, end: Math.min(to - at, passage.text.length) };
  return { passage, span, exact: text.plain.slice(from, to), page: pageOf(passage, span.start) };
}

function findEdited(text: SearchText, plain: string): QuotationMatch[] {
  const parts = plain.split(EDIT).map(part => withoutStop(foldQuotation(part)).replace(/^[.,;:]+/, '').trim()).filter(part => part !== '');
  if (!new RegExp(EDIT.source).test(plain) || parts.length === 0 || parts.every(part => wordsOf(part).length < MIN_PART)) return [];
  const matches: QuotationMatch[] = [];
  for (let at = indexOfWords(text.folded, parts[0]!, 0); at !== -1 && matches.length < MAX_MATCHES; at = indexOfWords(text.folded, parts[0]!, at + 1)) {
    let end = at + parts[0]!.length;
    const isThere = parts.slice(1).every(part => {
      const next = indexOfWords(text.folded, part, end);
      if (next === -1 || next - end > REACH) return false;
      end = next + part.length;
      return true;
    });
    if (isThere) matches.push(matchAt(text, at, end));
  }
  return matches;
}

interface Like {
  readonly share: number;
  readonly match: QuotationMatch;
}

/** The stretch of the texts that shares most words with the quotation, in their order; the first of several. */
function findLike(texts: readonly SearchText[], folded: string): Like | undefined {
  const wanted = wordsOf(folded).map(word => word.folded);
  if (wanted.length < 4) return undefined;
  let best: Like | undefined;
  for (const text of texts) {
    // Most have too few of the words, wherever they stand: they need not be gone through word by word.
    const letters = foldText(text.folded);
    if (isBetter(wanted.filter(word => letters.includes(word)).length / wanted.length, best)) best = likeIn(text, wanted, best);
  }
  return best;
}

function isBetter(share: number, best: Like | undefined): boolean {
  return share >= LIKE && (best === undefined || share > best.share);
}

/** A stretch of the text that shares more words than the best so far; that, when there is none. */
function likeIn(text: SearchText, wanted: readonly string[], before: Like | undefined): Like | undefined {
  const words = wordsOf(text.folded);
  const places = placesOf(words.map(word => word.folded));
  const wantedAt = placesOf(wanted);
  // Where a rare word of the quotation stands, the quotation may stand around it.
  const rare = wanted.map((word, at) => ({ at, places: places.get(word) ?? [] })).filter(one => one.places.length > 0).sort((a, b) => a.places.length - b.places.length).slice(0, 4);
  let best = before;
  for (const { at, places: where } of rare) {
    for (const place of where.slice(0, 40)) {
      const from = Math.max(0, place - at - 4);
      const stretch = words.slice(from, from + wanted.length + 12).map(word => word.folded);
      if (!isBetter(stretch.filter(word => wantedAt.has(word)).length / wanted.length, best)) continue;
      const shared = sharedWords(wanted, stretch);
      const share = shared.length / wanted.length;
      if (!isBetter(share, best)) continue;
      // A word at an end that is not the source's stands for one that is.
      const [first, last] = [shared[0]!, shared.at(-1)!];
      const begin = words[Math.max(0, from + first.place - first.wanted)]!;
      const end = words[Math.min(words.length - 1, from + last.place + wanted.length - 1 - last.wanted)]!;
      best = { share, match: matchAt(text, begin.start, end.end) };
    }
  }
  return best;
}

/** Word -> where it stands among the words. */
function placesOf(words: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  words.forEach((word, index) => {
    const list = places.get(word);
    if (list === undefined) places.set(word, [index]); else list.push(index);
  });
  return places;
}

/** The longest run of words of `wanted` that stand in `words` in order: where in each. */
function sharedWords(wanted: readonly string[], words: readonly string[]): { readonly wanted: number; readonly place: number }[] {
  const lengths = Array.from({ length: wanted.length + 1 }, () => new Uint16Array(words.length + 1));
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = words.length - 1; j >= 0; j--) lengths[i]![j] = wanted[i] === words[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  }
  const shared: { wanted: number; place: number }[] = [];
  for (let i = 0, j = 0; i < wanted.length && j < words.length;) {
    if (wanted[i] === words[j]) { shared.push({ wanted: i, place: j }); i++; j++; } else if (lengths[i + 1]![j]! >= lengths[i]![j + 1]!) i++; else j++;
  }
  return shared;
}
