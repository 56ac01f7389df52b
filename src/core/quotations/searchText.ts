import type { Passage } from '../library/types.ts';

/** A run of a source's text in which a quotation may stand: the text itself, or one note. Folded, with the way back to its passages. */
export interface SearchText {
  /** As written, blanks made one. */
  readonly plain: string;
  /** With marks, dashes, ligatures and hyphens made one. */
  readonly folded: string;
  /** Offset in `folded` -> offset in `plain`. */
  readonly back: Int32Array;
  /** Where each passage begins in `plain`. */
  readonly starts: readonly { readonly at: number; readonly passage: Passage }[];
}

const QUOTES = /["'“”„‟‘’‚‛«»‹›「」『』`´]/;
const DASHES = /[-‐‑‒–—―−]/;
const LIGATURES: Readonly<Record<string, string>> = { 'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st', '…': '...' };

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
function foldWithMap(text: string): { readonly folded: string; readonly back: Int32Array } {
  const back = new Int32Array(text.length * 3 + 1);
  const parts: string[] = [];
  let length = 0;
  let isBlank = true;
  const put = (folded: string, at: number) => {
    for (let index = 0; index < folded.length; index++) back[length++] = at;
    parts.push(folded);
  };
  for (let at = 0; at < text.length; at++) {
    // Nearly all of a text is runs of these, which stay as they are.
    const end = plainEnd(text, at);
    if (end > at) {
      parts.push(text.slice(at, end));
      for (; at < end; at++) back[length++] = at;
      isBlank = false;
      if (at === text.length) break;
    }
    const character = text[at]!;
    if (/\s/.test(character)) {
      if (!isBlank) put(' ', at);
      isBlank = true;
      continue;
    }
    if (character === '\u00ad' || character === '\u200b' || QUOTES.test(character)) continue;
    if (DASHES.test(character)) {
      if (!isBlank && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[at + 1] ?? '')) continue;
      put('-', at);
    } else put(LIGATURES[character] ?? character, at);
    isBlank = false;
  }
  back[length] = text.length;
  return { folded: parts.join(''), back: back.slice(0, length + 1) };
}

/** Where a run of signs that no typography changes, and of single blanks between them, ends; `at` when none begins there. */
function plainEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && (isPlain(text, end) || text[end] === ' ' && end > at && text[end - 1] !== ' ' && isPlain(text, end + 1))) end++;
  return end;
}

function isPlain(text: string, at: number): boolean {
  return PLAIN[text.charCodeAt(at)] === 1;
}
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) => /[A-Za-z0-9.,;:!?()]/.test(String.fromCharCode(code)) ? 1 : 0);

export function foldQuotation(text: string): string {
  return foldWithMap(text).folded.trim();
}
