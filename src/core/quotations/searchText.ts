import type { Passage } from '../library/types.ts';
import { lastUpTo } from '../sorted.ts';

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
const LETTER = /[\p{L}\p{N}]/u;
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
  /** A blank behind another, or at the beginning, is none. */
  const put = (folded: string, from: number) => {
    const isBlankBefore = parts.at(-1)?.endsWith(' ') ?? true;
    const skipped = isBlankBefore && folded.startsWith(' ') ? 1 : 0;
    if (folded.length === skipped) return;
    runs.push({ at: length, from: from + skipped });
    parts.push(folded.slice(skipped));
    length += folded.length - skipped;
  };
  const isJoined = (before: string | undefined, after: string | undefined) => LETTER.test(before ?? '') && LETTER.test(after ?? '');
  let done = 0;
  for (const { 0: signs, index } of text.matchAll(FOLDED)) {
    put(text.slice(done, index), done);
    done = index + signs.length;
    if (/\s/.test(signs)) put(' ', index);
    else if (DASHES.test(signs)) put(isJoined(text[index - 1], text[done]) ? '' : '-', index);
    else for (const sign of LIGATURES[signs] ?? '') put(sign, index);
  }
  put(text.slice(done), done);
  return {
    folded: parts.join(''), back: at => {
      const run = runs[lastUpTo(runs, one => one.at, at)];
      return run === undefined ? at : run.from + at - run.at;
    },
  };
}

export function foldQuotation(text: string): string {
  return foldWithMap(text).folded.trim();
}
