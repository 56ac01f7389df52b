/** Parts that keep their hyphen even where the rest is no word of the text. */
const PREFIXES: ReadonlySet<string> = new Set(['co', 'self', 'non', 'post', 'ex', 'anti', 'quasi', 'vice', 'well', 'semi']);
const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;

/** Tells a hyphen that splits a word at the end of a line from one that belongs to it, by the other words of the text. */
export class Hyphens {
  readonly #words = new Set<string>();

  /** @param lines the lines of the text; what stands on both sides of a line's end is no witness */
  constructor(lines: Iterable<string>) {
    for (const line of lines) {
      for (const { 0: word, index } of line.matchAll(WORD)) {
        if (line[index + word.length] === '-' && index + word.length === line.trimEnd().length - 1) continue;
        const lower = word.toLowerCase();
        this.#words.add(lower);
        if (lower.includes('-')) for (const part of lower.split('-')) this.#words.add(part);
      }
    }
  }

  /** Whether `diplo-` and `macy` are one word: then the hyphen goes. */
  isSplit(before: string, after: string): boolean {
    if (!/^\p{Ll}/u.test(after) || /\p{N}$/u.test(before)) return false;
    const [first, second] = [before.toLowerCase(), after.toLowerCase()];
    if (this.#words.has(first + second)) return true;
    if (this.#words.has(`${first}-${second}`) || PREFIXES.has(first)) return false;
    return !(this.#words.has(first) && this.#words.has(second) && first.length > 2 && second.length > 2);
  }
}
