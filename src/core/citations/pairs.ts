import { matchEnd } from './characters.ts';
import { attributesEnd } from './leaves.ts';

const RAW_ATTRIBUTE = /\{[ \t]*=[\p{L}\p{N}_-]+[ \t]*\}/uy;

/** What closes what in one text, found once for all places: backticks by runs of equal length, and braces. */
export class Pairs {
  /** Where the runs of backticks begin, by their length, and where the run ends that a backtick belongs to. Most texts have none. */
  readonly #runs: Map<number, number[]> | undefined;
  readonly #ends: Map<number, number> | undefined;
  #last: Map<string, number> | undefined;
  #braces: ReadonlyMap<number, number> | undefined;
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
    for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
      const start = at;
      while (text[at] === '`') { at += 1; }
      const ends = this.#ends ??= new Map<number, number>();
      for (let tick = start; tick < at; tick += 1) { ends.set(tick, at); }
      const byLength = this.#runs ??= new Map<number, number[]>();
      const runs = byLength.get(at - start);
      if (runs) { runs.push(start); } else { byLength.set(at - start, [start]); }
    }
  }

  /** End of the code span that begins at `at`, attributes included, or -1. */
  codeEnd(at: number): number {
    const open = this.#ends?.get(at);
    if (open === undefined) { return -1; }
    const starts = this.#runs?.get(open - at);
    const close = starts?.[firstFrom(starts, open)];
    if (close === undefined) { return -1; }
    const end = close + open - at;
    return this.#text.charCodeAt(end) === 0x7B ? Math.max(end, matchEnd(RAW_ATTRIBUTE, this.#text, end), attributesEnd(this.#text, end)) : end;
  }

  /** End of the first `mark` from `from` on, or -1; what never comes is searched for once only. */
  endOf(mark: string, from: number): number {
    const known = this.#last ??= new Map<string, number>();
    let last = known.get(mark);
    if (last === undefined) {
      last = this.#text.lastIndexOf(mark);
      known.set(mark, last);
    }
    return from > last ? -1 : this.#text.indexOf(mark, from) + mark.length;
  }

  /** End of the balanced `{…}` that begins at `at`, or -1. A backslash hides the next character. */
  bracesEnd(at: number): number {
    this.#braces ??= bracesOf(this.#text);
    return this.#braces.get(at) ?? -1;
  }
}

function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) { low = middle + 1; } else { high = middle; }
  }
  return low;
}

function bracesOf(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '\\') { offset += 1; }
    else if (character === '{') { open.push(offset); }
    else if (character === '}' && open.length > 0) { ends.set(open.pop()!, offset + 1); }
  }
  return ends;
}
