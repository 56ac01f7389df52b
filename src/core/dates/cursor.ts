import type { Found } from './named.ts';
import type { Token } from './tokens.ts';
import type { MonthWord, Role, Unit, Vocabulary } from './vocabulary.ts';

/** The tokens of a text with the questions that the grammar of dates asks; any index may lie outside. */
export class Cursor {
  readonly tokens: readonly Token[];
  readonly vocabulary: Vocabulary;
  readonly isFrench: boolean;

  constructor(tokens: readonly Token[], vocabulary: Vocabulary, isFrench: boolean) {
    this.tokens = tokens;
    this.vocabulary = vocabulary;
    this.isFrench = isFrench;
  }

  token(index: number): Token | undefined {
    return this.tokens[index];
  }

  text(index: number): string {
    return this.tokens[index]?.text ?? '';
  }

  is(index: number, role: Role): boolean {
    const token = this.tokens[index];
    return token !== undefined && token.text !== '' && this.vocabulary.is.get(role)?.has(token.text) === true;
  }

  /** Whether a token stands there with no blank before it. */
  isTight(index: number): boolean {
    return this.tokens[index]?.spaced === false && index > 0;
  }

  isNumber(index: number): boolean {
    return this.tokens[index]?.kind === 'number';
  }

  isWord(index: number): boolean {
    return this.tokens[index]?.kind === 'word';
  }

  /** A number of the given count of digits. */
  number(index: number, digits: number): number | undefined {
    const token = this.tokens[index];
    return token?.kind === 'number' && token.end - token.start === digits ? Number(token.text) : undefined;
  }

  /** A number of one or two digits from 1 to `max`. */
  small(index: number, max: number): number | undefined {
    const value = this.number(index, 2) ?? this.number(index, 1);
    return value !== undefined && value >= 1 && value <= max ? value : undefined;
  }

  /** Past an article, `l'` included. */
  skipThe(index: number): number {
    return this.is(index, 'the') ? this.#skipElision(index) : index;
  }

  /** Past `of`, `de`, `d'`. */
  skipOf(index: number): number {
    return this.is(index, 'of') ? this.#skipElision(index) : index;
  }

  #skipElision(index: number): number {
    return this.text(index).length === 1 && this.text(index + 1) === '\'' ? index + 2 : index + 1;
  }

  skip(index: number, role: Role): number {
    return this.is(index, role) ? index + 1 : index;
  }

  skipMark(index: number, mark: string): number {
    return this.text(index) === mark ? index + 1 : index;
  }

  unit(index: number): Unit | undefined {
    return this.vocabulary.units.get(this.text(index));
  }

  month(index: number): MonthWord | undefined {
    return this.tokens[index]?.kind === 'word' ? this.vocabulary.months.get(this.text(index)) : undefined;
  }

  season(index: number): number | undefined {
    return this.tokens[index]?.kind === 'word' ? this.vocabulary.seasons.get(this.text(index)) : undefined;
  }

  /** `-`, `–` or `—` that can join two dates; an em dash only where nothing is blank around it. */
  isDash(index: number): boolean {
    const text = this.text(index);
    return text === '-' || text === '–' || (text === '—' && this.isTight(index) && this.isTight(index + 1));
  }

  /** Whether a sentence or clause ends before the token. */
  endsClause(index: number): boolean {
    const token = this.tokens[index];
    return token === undefined || token.kind === 'break' || (token.kind === 'mark' && '.,;:)!?—–]"”*'.includes(token.text));
  }

  found<T>(next: number, value: T): Found<T> {
    return { next, value };
  }
}
