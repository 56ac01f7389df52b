import type { Problem, Span } from '../text.ts';
import { problem } from './problems.ts';

export interface FrontMatter {
  /** The YAML between the two lines of `---`; `undefined` when there is none. */
  readonly yaml: Span | undefined;
  /** Where the body starts. */
  readonly bodyStart: number;
  readonly problems: readonly Problem[];
}

/** Finds the front matter of an entry. Without an end it reaches to the first blank line, so that the body is not lost. */
export function findFrontMatter(text: string): FrontMatter {
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text);
  if (opening === null) return { yaml: undefined, bodyStart: 0, problems: [problem('no-front-matter', { start: 0, end: Math.max(0, text.search(/\r?\n|$/)) })] };
  const start = opening[0].length;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gmu;
  closing.lastIndex = start;
  const close = closing.exec(text);
  if (close !== null) return { yaml: { start, end: close.index }, bodyStart: close.index + close[0].length, problems: [] };
  const blank = /^[ \t]*\r?$/gmu;
  blank.lastIndex = start;
  const end = blank.exec(text)?.index ?? text.length;
  return { yaml: { start, end }, bodyStart: end, problems: [problem('unclosed-front-matter', { start: 0, end: 3 })] };
}
