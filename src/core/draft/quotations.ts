import type { NoteMark, NumberMention, Quotation } from './types.ts';

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '"': '"', '‘': '’' };
const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Words in quotation marks between two offsets; the outer marks where they are nested. An apostrophe is not a mark. */
export function findQuotations(text: string, start: number, end: number): Quotation[] {
  const found: Quotation[] = [];
  for (let at = start; at < end; at++) {
    const close = PAIRS[text[at]!];
    if (close === undefined || isWord(text[at - 1])) { continue; }
    let stop = at + 1;
    while (stop < end && (text[stop] !== close || (close === '’' && isWord(text[stop + 1])))) { stop++; }
    if (stop >= end) { continue; }
    found.push({ start: at, end: stop + 1, text: text.slice(at + 1, stop), block: false });
    at = stop;
  }
  return found;
}

/** `[^1]` in the text, and `[^1]:` where a note's body begins. */
export function findNoteMarks(text: string, start: number, end: number, isDefinition: boolean): NoteMark[] {
  const found: NoteMark[] = [];
  const pattern = /\[\^([^\]\s]{1,200})\](:?)/g;
  pattern.lastIndex = start;
  for (let match = pattern.exec(text); match !== null && match.index < end; match = pattern.exec(text)) {
    const isFirst = isDefinition && found.length === 0 && match[2] === ':' && text.slice(start, match.index).trim() === '';
    found.push({ start: match.index, end: match.index + match[0].length - (isFirst ? 0 : match[2]!.length), label: match[1]!, kind: isFirst ? 'definition' : 'reference' });
  }
  return found;
}

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9 };
const NUMBER = new RegExp(`(?<![\\p{L}\\p{N}.,§/-])(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|(?:${TENS.slice(2).join('|')})(?:-(?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.join('|')})(?![\\p{L}\\p{N}])(?:[ \\u00A0](?:hundred|thousand|million|billion)\\b)?`, 'giu');

/** Numbers in digits or words, with their scale: `21`, `1.7 million`, `twenty-one`. Dates are left to the reader of dates. */
export function findNumbers(text: string, start: number, end: number): NumberMention[] {
  const found: NumberMention[] = [];
  NUMBER.lastIndex = start;
  for (let match = NUMBER.exec(text); match !== null && match.index < end; match = NUMBER.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length, text: match[0], value: valueOf(match[0].toLowerCase()) });
  }
  return found;
}

function valueOf(words: string): number {
  const [number, scale] = words.split(/[ \u00A0]/);
  const [tens, unit] = number!.split('-');
  const plain = /^\d/.test(number!) ? Number(number!.replaceAll(',', ''))
    : TENS.includes(tens!) ? TENS.indexOf(tens!) * 10 + (unit === undefined ? 0 : UNITS.indexOf(unit)) : UNITS.indexOf(number!);
  return scale === undefined ? plain : plain * (SCALES[scale] ?? 1);
}
