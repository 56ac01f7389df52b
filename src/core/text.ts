/** A stretch of a text: UTF-16 code units from the start of the text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How much a finding weighs; the same four words as the editor's. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Something a reader of files could not take as it stands: bad input, never a bug.
 * The rest of the file and of the corpus is kept.
 */
export interface Problem {
  /** Stable word for the kind of problem, e.g. `bad-date`, `duplicate-id`, `dangling-id`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence a writer understands: what is wrong, and what would be right. */
  readonly message: string;
  /** Where in the file; an empty span at 0 when the whole file is meant. */
  readonly span: Span;
}

/** What was understood, and what was not. Reading never throws. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A replacement in a text, as the editor applies it: all spans refer to the text before any edit. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Small letters without marks, so that a filter finds `Pérez` by `perez`. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase();
}

/** Letters that Unicode does not take apart, as writers without them spell them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { đ: 'd', ð: 'd', ø: 'o', ł: 'l', ı: 'i', ħ: 'h', ŧ: 't', ŋ: 'n', ς: 'σ', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' };

/** Small letters with those that Unicode does not take apart spelled plainly: `dang` for `đang`. */
export function plainLetters(small: string): string {
  return small.replace(/[đðøłıħŧŋςßæœþ]/g, letter => PLAIN_LETTERS[letter]!);
}

/** Whether two spans share at least one code unit, or touch a zero-width one. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end && (a.start < b.end || a.start === a.end) && (b.start < a.end || b.start === b.end);
}

/** Whether the offset stands in the span, its end included (a caret after the last letter is still on the word). */
export function spanTouches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** A text as a pattern that finds it as it stands. */
export function asPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
