/** The words that an abbreviation stands for. */
export interface LongForm {
  readonly text: string;
  readonly start: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.&-]*/gu;
/** Small words that stand between those of a name. */
const MAX_FURTHER = 4;
/** Characters looked back. */
const REACH = 200;

/**
 * What stands right before an offset and can be shortened to `letters`: before `(SNC)` the words `Supreme National Council`.
 * Each letter is found in its order, the first of them at the beginning of a word, as in Schwartz and Hearst, “A simple algorithm
 * for identifying abbreviation definitions” (PSB 2003); digits count for nothing (`P5`).
 */
export function longFormBefore(text: string, from: number, end: number, letters: string): LongForm | undefined {
  const short = letters.replace(/[^A-Za-z]/g, '').toLowerCase();
  if (short === '') return undefined;
  const start = Math.max(from, end - REACH);
  const words = [...text.slice(start, end).matchAll(WORD)].slice(-(short.length + MAX_FURTHER));
  if (words.length === 0) return undefined;
  const first = start + words[0]!.index;
  let at = end - 1;
  for (let letter = short.length - 1; letter >= 0; letter--) {
    while (at >= first && (text[at]!.toLowerCase() !== short[letter] || letter === 0 && !isWordStart(text, at))) at--;
    if (at < first) return undefined;
    at--;
  }
  const long = text.slice(at + 1, end).trim();
  // `Council (CL)`: one word has its letters in it by chance.
  return !/\s|-/.test(long) || long.length < 2 * short.length || long.includes(letters) ? undefined : { text: long, start: at + 1 };
}

/** Whether all of a name can be shortened so: `Association of Southeast Asian Nations` to `ASEAN`. */
export function isLongFormOf(name: string, letters: string): boolean {
  return longFormBefore(name, 0, name.length, letters)?.start === 0;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
}
