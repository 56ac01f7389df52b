import type { Inside } from './inside.ts';
import type { NumberMention } from './types.ts';

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: ReadonlyMap<string, number> = new Map([['hundred', 100], ['thousand', 1e3], ['million', 1e6], ['billion', 1e9], ['bn', 1e9], ['trillion', 1e12], ['dozen', 12]]);
/** Parts of a whole: `a quarter`, `two-thirds`, `half`. */
const PARTS: ReadonlyMap<string, number> = new Map([['half', 2], ['third', 3], ['quarter', 4], ['fifth', 5], ['sixth', 6], ['tenth', 10]]);

const WORD = `(?:(?:${TENS.slice(2).join('|')})(?:[- ](?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.join('|')})`;
const DIGITS = '\\d{1,3}(?:[,\\u202F]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const BLANK = '(?:[ \\u00A0\\u202F]|\\r?\\n[ \\t>]{0,8})';
const PERCENT = `${BLANK}?%|${BLANK}(?:per${BLANK}?cent|pct)\\b`;
const SCALE = `(?:${BLANK}(?:hundred|thousand|million|billion|trillion|dozen)\\b|bn\\b)`;
const FRACTION = `(?:an?|one|two|three|four)[- ](?:half|halves|thirds?|quarters?|fifths?|sixths?|tenths?)|half(?=${BLANK}(?:of|the|a|its|their|that)\\b)`;
const NUMBER = new RegExp(`(?<![\\p{L}\\p{N}.,§/@#-])(?:(?<fraction>${FRACTION})|(?<number>an?(?=${BLANK}(?:hundred|thousand|million|billion|dozen)\\b)|${WORD}|${DIGITS})`
  + `(?<scale>${SCALE})?)(?![\\p{L}\\p{N}])(?<percent>${PERCENT})?`, 'giu');

/** `one` alone counts nothing: `one mediator`, `no one`, `one may ask`. */
const PRONOUN = /^one$/i;

/**
 * Numbers in digits or words, with their scale and percent sign: `21 %`, `1.7 million`, `twenty-one`, `a quarter`, `half of`.
 * A bare `one` is left out, for it
 * is a pronoun or an article. Dates, citations and code are left to others.
 */
export function findNumbers(text: string, start: number, end: number, taken: Inside): NumberMention[] {
  const found: NumberMention[] = [];
  NUMBER.lastIndex = start;
  for (let match = NUMBER.exec(text); match !== null && match.index < end; match = NUMBER.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (span.end > end || taken.touches(span)) continue;
    const { fraction, number, scale } = match.groups!;
    if (PRONOUN.test(match[0])) continue;
    const value = fraction === undefined ? valueOf(number!.toLowerCase()) * (SCALES.get(scale?.trim().toLowerCase().replace(/^>\s*/, '') ?? '') ?? 1) : valueOfFraction(fraction.toLowerCase());
    if (Number.isFinite(value)) found.push({ ...span, text: match[0], value });
  }
  return found;
}

function valueOf(number: string): number {
  if (/^\d/.test(number)) return Number(number.replace(/[,\u202F]/g, ''));
  if (number === 'a' || number === 'an') return 1;
  const [first, unit] = number.split(/[- ]/);
  const tens = TENS.indexOf(first!);
  return tens > 1 ? tens * 10 + (unit === undefined ? 0 : UNITS.indexOf(unit)) : UNITS.indexOf(first!);
}

function valueOfFraction(fraction: string): number {
  if (fraction === 'half') return 0.5;
  const [count, part] = fraction.split(/[- ]/);
  const parts = PARTS.get(part === 'halves' ? 'half' : part!.replace(/s$/, '')) ?? NaN;
  return (count === 'a' || count === 'an' ? 1 : UNITS.indexOf(count!)) / parts;
}
