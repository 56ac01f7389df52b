import type { NumberToken } from '../language/tokens.ts';

/** Small numbers in words, by their value. */
export const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const PARTS: readonly (readonly [RegExp, number])[] = [[/half|halves/i, 50], [/third/i, 100 / 3], [/quarter/i, 25], [/fifth/i, 20], [/sixth/i, 100 / 6], [/tenth/i, 10]];

/** A share in percent: `21 %`, `a quarter`, `two-thirds`. */
export function percentOf({ number, text }: NumberToken): number | undefined {
  const part = PARTS.find(([pattern]) => pattern.test(text));
  if (part === undefined) return number.value;
  const times = /^(?:two|three|four)/i.exec(text)?.[0].toLowerCase();
  return part[1] * (times === undefined ? 1 : NUMBERS.indexOf(times));
}
