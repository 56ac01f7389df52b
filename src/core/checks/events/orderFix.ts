import { isBefore } from '../../dates/order.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { Span } from '../../text.ts';
import type { Token } from '../language/tokens.ts';
import type { Fix } from '../types.ts';
import { message } from '../words.ts';

/** Words for an order, each with the one for the other order. */
const TURNED: ReadonlyMap<string, string> = new Map([
  ['before', 'after'], ['after', 'before'], ['preceding', 'after'], ['following', 'before'], ['prior to', 'after'], ['ahead of', 'after'],
  ['preceded', 'followed'], ['followed', 'preceded'], ['precedes', 'follows'], ['follows', 'precedes'],
]);

/** The words that say an order turned round: `after` for `before`. */
export function turnFix(words: string, span: Span): Fix[] {
  const turned = TURNED.get(words.toLowerCase().replace(/\s+/g, ' '));
  return turned === undefined ? [] : [writeFix(span, cased(turned, words))];
}

const UNITS: readonly (readonly [unit: string, days: number])[] = [['day', 1], ['week', 7], ['month', 30.44], ['year', 365.25], ['decade', 3652.5]];
const NUMBERS = ['', 'a', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** `a year before` for `five years after`, where the record leaves one count of the same unit. */
export function countFix(token: Token, first: EdtfDate, second: EdtfDate): Fix[] {
  const written = /\b(day|week|month|year|decade)s?\s+(after|later|before|earlier|prior to)$/i.exec(token.text.trim());
  const isFirstBefore = isBefore(first, second) === 'yes';
  if (written === null || !isFirstBefore && isBefore(second, first) !== 'yes') return [];
  const [unit, days] = UNITS.find(([name]) => name === written[1]!.toLowerCase())!;
  const [earlier, later] = isFirstBefore ? [first, second] : [second, first];
  const [least, most] = [later.start.earliest - earlier.end.latest, later.end.latest - earlier.start.earliest].map(distance => Math.round(distance / days)) as [number, number];
  if (least !== most || NUMBERS[least] === undefined || least < 1) return [];
  const isSaidBefore = /before|earlier|prior/i.test(written[2]!);
  const word = isSaidBefore === isFirstBefore ? written[2]! : isSaidBefore ? 'after' : 'before';
  const words = cased(`${NUMBERS[least]} ${unit}${least > 1 ? 's' : ''} ${word}`, token.text);
  return words === token.text ? [] : [writeFix(token, words)];
}

function writeFix({ start, end }: Span, newText: string): Fix {
  return { title: message('write-fix', newText), isSafe: false, edits: [{ span: { start, end }, newText }] };
}

function cased(words: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? words[0]!.toUpperCase() + words.slice(1) : words;
}
