import type { EntryKey } from '../../src/core/corpus/index.ts';
import type { Span } from '../../src/core/text.ts';

/** A name that stands in a text and what it names; several keys where the text does not tell which. */
export interface GoldMention extends Span {
  readonly keys: readonly EntryKey[];
}

/** A text without its marks, and where they stood. */
export interface Marked {
  readonly text: string;
  readonly mentions: readonly GoldMention[];
  /** Stretches in braces: what a rule has to find. */
  readonly wrong: readonly Span[];
}

const MARK = /\[\[([^|\]]+)\|([^\]]+)\]\]|[{}]|¶ */gu;

/**
 * Takes the marks out of a text.
 *
 * `[[Hanoi|viet-nam]]` is a mention, `[[Martin|claude-martin+marie-martin]]` one that is left open, `{in June 1987}` what does
 * not hold, `¶` the end of a paragraph. Offsets are those of the text without marks.
 */
export function unmark(marked: string): Marked {
  const mentions: GoldMention[] = [];
  const wrong: Span[] = [];
  const open: number[] = [];
  let text = '';
  let last = 0;
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(last, match.index);
    last = match.index + match[0].length;
    const [all, words, keys] = match;
    if (words !== undefined && keys !== undefined) {
      mentions.push({ start: text.length, end: text.length + words.length, keys: keys.split('+') });
      text += words;
    } else if (all === '{') open.push(text.length);
    else if (all === '}') wrong.push({ start: open.pop() ?? fail(marked), end: text.length });
    else text = `${text.trimEnd()}\n\n`;
  }
  if (open.length > 0) fail(marked);
  return { text: text + marked.slice(last), mentions, wrong };
}

function fail(marked: string): never {
  throw new Error(`A brace without its other half in “${marked}”`);
}
