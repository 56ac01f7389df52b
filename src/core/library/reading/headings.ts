import { isFinished, type Block, type Line } from './lines.ts';

/** A heading: `2.5` and `The region asserts influence`. */
export interface Heading {
  /** As printed; empty for a heading without a number. */
  readonly number: string;
  readonly title: string;
}

const NUMBERED = /^(?:(?:chapter|section|part)\s+)?(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[\p{Lu}“"‘'(¿¡])/iu;
const LETTERED = /^(?:annex|appendix)\s+[A-Z\d]+\b/i;
const NAMED = /^(?:abstract|summary|executive summary|introduction|foreword|preface|acknowledge?ments|conclusions?|epilogue|references|bibliography|notes|endnotes|about the authors?|résumé|références)$/i;
const NOTES = /^(?:end ?notes|notes)$/i;
/** A sentence ends and another begins. */
const SENTENCES = /\p{L}{3}[.!?][”’"')]*\s+[\p{Lu}\d]|[.)]\s\d/u;
const MAX_LINES = 5;
const MAX_WORDS = 26;
/** Letters so much higher than those of the text make a heading. */
const HIGH = 1.15;

/** Words that may be a title: few, begun with a capital, without a stop at their end. */
export function isTitle(text: string): boolean {
  return text.split(/\s+/).length <= MAX_WORDS && !/[.,;:]$/.test(text) && !SENTENCES.test(text) && /^[^\p{L}]*\p{Lu}/u.test(text);
}

/** Tells headings from paragraphs, in the order of a text: the number of each has to follow the one before. */
export class HeadingReader {
  #numbers: readonly number[] = [];

  /** @returns the heading that the block is, or `undefined` */
  read({ lines }: Block, previous: string): Heading | undefined {
    const text = lines.map(line => line.text).join(' ').replace(/\s+/g, ' ');
    if (lines.length > MAX_LINES || !isTitle(text)) return undefined;
    const isHigh = lines.every(line => line.scale >= HIGH);
    const match = NUMBERED.exec(text);
    if (match !== null) {
      const numbers = match[1]!.split('.').map(Number);
      if (!this.#follows(numbers, isHigh)) return undefined;
      this.#numbers = numbers;
      return { number: match[1]!, title: text.slice(match[0].length) };
    }
    if (isHigh || NAMED.test(text) || (LETTERED.test(text) && (isFinished(previous) || previous === ''))) return { number: '', title: text };
    return undefined;
  }

  #follows(next: readonly number[], isHigh: boolean): boolean {
    const before = this.#numbers;
    if (before.length === 0) return next.every(number => number <= 1) || isHigh;
    // `2` -> `2.1`; `2.5` -> `2.6`, `2.5.1` or `3`; one may have been missed.
    const shared = next.findIndex((number, at) => number !== before[at]);
    if (shared === -1) return false;
    const step = next[shared]! - (before[shared] ?? 0);
    return shared === next.length - 1 && shared <= before.length && step >= 1 && step <= (isHigh ? 9 : 2);
  }
}

export function isNotesHeading(line: Line): boolean {
  return NOTES.test(line.text);
}
