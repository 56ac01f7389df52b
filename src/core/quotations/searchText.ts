import type { Passage } from '../library/types.ts';

/** A run of a source's text in which a quotation may stand: the text itself, or one note. Folded, with the way back to its passages. */
export interface SearchText {
  /** As written, blanks made one. */
  readonly plain: string;
  /** With marks, dashes, ligatures and hyphens made one. */
  readonly folded: string;
  /** Offset in `folded` -> offset in `plain`. */
  readonly back: (at: number) => number;
  /** Where each passage begins in `plain`. */
  readonly starts: readonly { readonly at: number; readonly passage: Passage }[];
}

const QUOTES = /["'“”„‟‘’‚‛«»‹›「」『』`´]/;
const DASHES = /[-‐‑‒–—―−]/;
const LIGATURES: Readonly<Record<string, string>> = { 'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st', '…': '...' };
const NOTHING = /[\u00ad\u200b]/;
/** All that is not taken over as it is: blanks but for a single one, and the signs above. */
const FOLDED = new RegExp(`\\s{2,}|[^\\S ]|${[QUOTES, DASHES, NOTHING].map(signs => signs.source).join('|')}|[${Object.keys(LIGATURES).join('')}]`, 'g');

/** The text of a source for looking quotations up: its paragraphs in one run, each of its notes in another. */
export function searchTexts(passages: readonly Passage[]): SearchText[] {
  const main = passages.filter(passage => passage.kind === 'text');
  return [main, ...passages.filter(passage => passage.kind === 'note').map(note => [note])].filter(run => run.length > 0).map(makeSearchText);
}

/** A line end, a tab, a blank that keeps words together. */
const NOT_A_BLANK = /[^\S ]/;

function makeSearchText(passages: readonly Passage[]): SearchText {
  const starts: { at: number; passage: Passage }[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const passage of passages) {
    starts.push({ at, passage });
    // A blank for each of these keeps offsets as they are in the passage.
    const text = `${NOT_A_BLANK.test(passage.text) ? passage.text.replace(/\s/g, ' ') : passage.text} `;
    parts.push(text);
    at += text.length;
  }
  const plain = parts.join('');
  return { plain, ...foldWithMap(plain), starts };
}

/** Folds what typography changes. Dashes and hyphens become nothing between letters, so that a hyphen at a line's end is none. */
function foldWithMap(text: string): Pick<SearchText, 'folded' | 'back'> {
  const parts: string[] = [];
  // Nearly all of a text is runs that stay as they are: where each of them begins in the one and in the other.
  const runs: { readonly at: number; readonly from: number }[] = [];
  let length = 0;
  let isBlank = true;
  const put = (folded: string, from: number) => {
    runs.push({ at: length, from });
    parts.push(folded);
    length += folded.length;
    isBlank = folded.endsWith(' ');
  };
  const putRun = (start: number, end: number) => {
    const from = isBlank && text[start] === ' ' ? start + 1 : start;
    if (from < end) put(text.slice(from, end), from);
  };
  let done = 0;
  for (const { 0: signs, index } of text.matchAll(FOLDED)) {
    putRun(done, index);
    done = index + signs.length;
    if (/\s/.test(signs)) {
      if (!isBlank) put(' ', index);
    } else if (DASHES.test(signs)) {
      if (isBlank || !/[\p{L}\p{N}]/u.test(text[index - 1] ?? '') || !/[\p{L}\p{N}]/u.test(text[done] ?? '')) put('-', index);
    } else for (const sign of LIGATURES[signs] ?? '') put(sign, index);
  }
  putRun(done, text.length);
  return {
    folded: parts.join(''), back: at => {
      const run = runs[lastAt(runs, at)];
      return run === undefined ? at : run.from + at - run.at;
    },
  };
}

/** Which of some places that follow each other an offset is behind; -1 when it is before all of them. */
function lastAt(places: readonly { readonly at: number }[], offset: number): number {
  let low = -1;
  for (let high = places.length - 1; low < high;) {
    const middle = Math.ceil((low + high) / 2);
    if (places[middle]!.at <= offset) low = middle; else high = middle - 1;
  }
  return low;
}

export function foldQuotation(text: string): string {
  return foldWithMap(text).folded.trim();
}
