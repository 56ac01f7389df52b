import type { DateMention } from '../../dates/types.ts';
import type { Mention, NumberMention, Sentence } from '../../draft/types.ts';
import type { Span } from '../../text.ts';

interface TokenBase extends Span {
  /** The word in small letters; for a name, a date or a number as written. */
  readonly text: string;
  /** Whether it begins with a capital. */
  readonly capital: boolean;
}
export interface NameToken extends TokenBase { readonly kind: 'name'; readonly mention: Mention; readonly possessive: boolean; /** A date that is part of the name, or wraps around it. */ readonly inner: DateMention | undefined }
export interface DateToken extends TokenBase { readonly kind: 'date'; readonly date: DateMention }
export interface NumberToken extends TokenBase { readonly kind: 'number'; readonly number: NumberMention }
export interface WordToken extends TokenBase { readonly kind: 'word'; readonly possessive: boolean }
/** `,` `;` `:` `—` `(` `)` `.` `?`, and a whole quotation as one. */
export interface MarkToken extends TokenBase { readonly kind: 'mark' | 'quote' }
export type Token = NameToken | DateToken | NumberToken | WordToken | MarkToken;

/** A word, a dash, a mark. */
const PIECE = /([\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’.‑-]|n['’])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|(\s[–—-]{1,3}\s|—|--+|(?<=\d)–(?=\d))|([,;:()?!])/gu;

/** The words of a sentence, with what the reading found in them; citations, note marks and comments are left out. */
export function tokenize(text: string, sentence: Sentence): Token[] {
  const items = itemsOf(text, sentence);
  const tokens: Token[] = [];
  let at = sentence.start;
  for (const item of items) {
    if (item.start < at) continue;
    addWords(tokens, text, at, item.start);
    if (item.token !== undefined) tokens.push(item.token);
    at = item.end;
  }
  addWords(tokens, text, at, sentence.end);
  return tokens;
}

interface Item extends Span {
  readonly token: Token | undefined;
}

function itemsOf(text: string, sentence: Sentence): Item[] {
  const items: Item[] = [];
  const skip = ({ start, end }: Span) => items.push({ start, end, token: undefined });
  for (const { span } of sentence.citations) skip(span);
  for (const note of sentence.notes) skip(note);
  for (const { start, end } of sentence.quotations) items.push({ start, end, token: { kind: 'quote', text: text.slice(start, end), capital: false, start, end } });
  for (const mention of sentence.mentions) {
    const { start, end } = mention;
    const tail = /^['’]s?(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 3))?.[0] ?? '';
    const inner = sentence.dates.find(date => date.start >= start && date.end <= end);
    items.push({ start, end: end + tail.length, token: { kind: 'name', text: mention.text, capital: true, start, end, mention, possessive: tail !== '' || /['’]s?$/.test(mention.text), inner } });
  }
  for (const date of sentence.dates) {
    const { start, end } = date;
    items.push({ start, end, token: { kind: 'date', text: date.text, capital: true, start, end, date } });
  }
  for (const number of sentence.numbers) {
    const { start, end } = number;
    items.push({ start, end, token: { kind: 'number', text: number.text.toLowerCase(), capital: false, start, end, number } });
  }
  if (text.includes('<!--')) for (const match of text.slice(sentence.start, sentence.end).matchAll(/<!--[\s\S]*?-->/g)) skip({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length });
  // What begins first counts; of two that begin together the longer.
  return items.sort((a, b) => a.start - b.start || b.end - a.end);
}

const HALVES: ReadonlySet<string> = new Set(['north', 'south', 'east', 'west']);

function addWords(tokens: Token[], text: string, from: number, to: number): void {
  if (to <= from) return;
  const part = text.slice(from, to);
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(part); match !== null; match = PIECE.exec(part)) {
    const start = from + match.index;
    const [whole] = match;
    if (match[1] === undefined) {
      tokens.push({ kind: 'mark', text: match[3] ?? '—', capital: false, start, end: start + whole.length });
      continue;
    }
    const endsInS = whole.endsWith('s');
    const bare = endsInS ? whole.replace(/['’]s$/, '') : whole;
    const last = tokens.at(-1);
    if (last?.kind === 'word' && last.capital && HALVES.has(last.text) && last.end === start - 1 && /^\p{Lu}/u.test(whole)) {
      // `South Vietnamese` are another state’s people than the Vietnamese.
      tokens.pop();
      tokens.push({ ...last, text: `${last.text} ${bare.toLowerCase()}`, end: start + bare.length });
      continue;
    }
    const possessive = bare.length < whole.length || endsInS && /^['’](?!\p{L})/u.test(text.slice(start + whole.length, start + whole.length + 2));
    tokens.push({ kind: 'word', text: bare.toLowerCase(), capital: /^\p{Lu}/u.test(whole), possessive, start, end: start + bare.length });
  }
}
