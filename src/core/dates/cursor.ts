import type { Found } from './named.ts';
import { BREAK, NO_VALUE, NUMBER, SIGN, WORD, type Tokens } from './tokens.ts';
import { As, type MonthWord, type Unit } from './vocabulary.ts';

/** The text of what is in no date by its words: numbers, strange words and signs, what is skipped. */
const UNKNOWN = '\0';

/** The tokens of a text with the questions that the grammar of dates asks; any index may lie outside. */
export class Cursor {
  readonly tokens: Tokens;
  readonly isFrench: boolean;

  constructor(tokens: Tokens, isFrench: boolean) {
    this.tokens = tokens;
    this.isFrench = isFrench;
  }

  /** In lower case and NFC; dashes folded to `-`, `–` and `—`, apostrophes to `'`. Empty outside. */
  text(index: number): string {
    const word = this.tokens.word(index);
    if (word !== undefined) return word.text;
    return this.isEnd(index) ? '' : UNKNOWN;
  }

  /** @param roles bits of `As` */
  is(index: number, roles: number): boolean {
    const word = this.tokens.word(index);
    return word !== undefined && (word.roles & roles) !== 0;
  }

  /** Whether a token stands there with no blank before it. */
  isTight(index: number): boolean {
    return index > 0 && index < this.tokens.length && !this.tokens.isSpaced(index);
  }

  isNumber(index: number): boolean {
    return this.tokens.kind(index) === NUMBER;
  }

  isWord(index: number): boolean {
    return this.tokens.kind(index) === WORD;
  }

  isSign(index: number): boolean {
    return this.tokens.kind(index) === SIGN;
  }

  isEnd(index: number): boolean {
    return index < 0 || index >= this.tokens.length;
  }

  isCapital(index: number): boolean {
    return this.tokens.isCapital(index);
  }

  /** A number of the given count of digits. */
  number(index: number, digits: number): number | undefined {
    const value = this.tokens.value(index);
    return value !== NO_VALUE && this.tokens.end(index) - this.tokens.start(index) === digits ? value : undefined;
  }

  /** A number of one or two digits from 1 to `max`. */
  small(index: number, max: number): number | undefined {
    const value = this.number(index, 2) ?? this.number(index, 1);
    return value !== undefined && value >= 1 && value <= max ? value : undefined;
  }

  /** Past an article, `l'` included. */
  skipThe(index: number): number {
    return this.is(index, As.the) ? this.#skipElision(index) : index;
  }

  /** Past `of`, `de`, `d'`. */
  skipOf(index: number): number {
    return this.is(index, As.of) ? this.#skipElision(index) : index;
  }

  #skipElision(index: number): number {
    return this.text(index).length === 1 && this.text(index + 1) === '\'' ? index + 2 : index + 1;
  }

  skip(index: number, roles: number): number {
    return this.is(index, roles) ? index + 1 : index;
  }

  skipMark(index: number, mark: string): number {
    return this.text(index) === mark ? index + 1 : index;
  }

  unit(index: number): Unit | undefined {
    return this.tokens.word(index)?.unit;
  }

  month(index: number): MonthWord | undefined {
    return this.tokens.word(index)?.month;
  }

  season(index: number): number | undefined {
    return this.tokens.word(index)?.season;
  }

  /** `-`, `–` or `—` that can join two dates; an em dash only where nothing is blank around it. */
  isDash(index: number): boolean {
    const text = this.text(index);
    return text === '-' || text === '–' || (text === '—' && this.isTight(index) && this.isTight(index + 1));
  }

  /** Whether a sentence or clause ends before the token. */
  endsClause(index: number): boolean {
    if (this.isEnd(index) || this.tokens.kind(index) === BREAK) return true;
    return this.isSign(index) && '.,;:)!?—–]"”*'.includes(this.text(index));
  }

  found<T>(next: number, value: T): Found<T> {
    return { next, value };
  }
}
