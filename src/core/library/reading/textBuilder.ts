import type { PageTurn, TextBlock } from '../types.ts';
import type { Hyphens } from './hyphens.ts';

const LIGATURES: Readonly<Record<string, string>> = { 'ﬀ': 'ff', 'ﬁ': 'fi', 'ﬂ': 'fl', 'ﬃ': 'ffi', 'ﬄ': 'ffl', 'ﬅ': 'st', 'ﬆ': 'st' };
/** Ligatures, blanks of all widths, characters that are not seen, and characters that are none. */
const SPECIAL = /[ﬀ-ﬆ]|[\t\v \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+|[\u00ad\u2060\ufeff\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g;
const URL_END = /https?:\/\/\S*$/;
const URL_PART = /^\S*[%/=_#?&]\S*/;

/** No more is looked at where two lines meet. */
const LONGEST_WORD = 300;

/** Something in a line that does not belong to the words: the mark of a note. */
export interface Gap {
  readonly at: number;
  readonly length: number;
}

/** Puts lines together to the words that a reader sees, and remembers where each stands in the file and on which page. */
export class TextBuilder {
  readonly #places: (readonly [at: number, raw: number])[] = [];
  readonly #turns: PageTurn[] = [];
  readonly #hyphens: Hyphens | undefined;
  /** The text in pieces: a long string that grows is copied again and again. */
  readonly #parts: string[] = [];
  #length = 0;
  #firstPage: string | undefined;

  constructor(hyphens?: Hyphens) {
    this.#hyphens = hyphens;
  }

  /** The last words. */
  get end(): string {
    let end = '';
    for (let at = this.#parts.length - 1; at >= 0 && end.length < LONGEST_WORD; at--) end = this.#parts[at]! + end;
    return end.slice(-LONGEST_WORD);
  }

  /** @param start where the words begin in the file; -1 where the file has no offsets */
  add(words: string, start: number, page: string, gaps: readonly Gap[] = []): void {
    this.#join(words);
    if (this.#firstPage === undefined) this.#firstPage = page;
    else if (page !== (this.#turns.at(-1)?.page ?? this.#firstPage)) this.#turns.push({ at: this.#length, page });
    let at = 0;
    for (const gap of gaps) {
      this.#append(words.slice(at, gap.at), start === -1 ? -1 : start + at);
      at = gap.at + gap.length;
    }
    this.#append(words.slice(at), start === -1 ? -1 : start + at);
  }

  block(kind: TextBlock['kind'], section: string, note = ''): TextBlock {
    return { kind, text: this.#parts.join('').trimEnd(), page: this.#firstPage ?? '', turns: this.#turns, section, note, places: this.#places };
  }

  #join(next: string): void {
    if (this.#length === 0) return;
    this.#trimEnd();
    const { end } = this;
    const word = /[\p{L}\p{N}\p{M}]+-$/u.exec(end);
    if (word !== null) {
      if (this.#hyphens?.isSplit(word[0].slice(0, -1), /^[\p{L}\p{N}\p{M}]+/u.exec(next)?.[0] ?? '') === true) this.#cut(this.#parts.at(-1)!.length - 1);
      return;
    }
    if (URL_END.test(end) && URL_PART.test(next)) return;
    this.#put(' ');
  }

  #append(words: string, start: number): void {
    let at = 0;
    const put = (end: number) => {
      while (at < end && words[at] === ' ' && this.#endsBlank) at++;
      if (end <= at) return;
      if (start !== -1) this.#places.push([this.#length, start + at]);
      this.#put(words.slice(at, end));
    };
    for (const match of words.matchAll(SPECIAL)) {
      if (match[0] === ' ') continue;
      put(match.index);
      at = match.index + match[0].length;
      if (start !== -1) this.#places.push([this.#length, start + match.index]);
      this.#put(!/\s/.test(match[0]) ? LIGATURES[match[0]] ?? '' : this.#endsBlank ? '' : ' ');
    }
    put(words.length);
  }

  get #endsBlank(): boolean {
    return this.#length === 0 || this.#parts.at(-1)!.endsWith(' ');
  }

  #put(words: string): void {
    if (words === '') return;
    this.#parts.push(words);
    this.#length += words.length;
  }

  #trimEnd(): void {
    while (this.#parts.length > 0) {
      this.#cut(this.#parts.at(-1)!.trimEnd().length);
      if (this.#parts.at(-1) !== '') return;
      this.#parts.pop();
    }
  }

  /** Leaves so much of the last piece. */
  #cut(length: number): void {
    const last = this.#parts.length - 1;
    this.#length -= this.#parts[last]!.length - length;
    this.#parts[last] = this.#parts[last]!.slice(0, length);
  }
}
