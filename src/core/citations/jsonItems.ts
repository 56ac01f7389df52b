import { t } from '../l10n.ts';
import type { Problem, Span } from '../text.ts';
import { problemAt } from './cslItem.ts';

/** Where the items of a list stand in a JSON text. */
export interface JsonItems {
  readonly spans: readonly Span[];
  /** What is wrong with the text as a whole. */
  readonly problem: Problem | undefined;
}

const MARK = /[{}[\]]|"(?:[^"\\\n]|\\.)*"?/g;

/**
 * The objects of a list, `[{…}, {…}]` or `{"items": [{…}]}`, found without reading them.
 * @param isBroken whether the text is no JSON as a whole: an object then ends also where a line begins with `{` as far in as the
 *   first one does, so that one that never closes does not swallow the rest of the file
 */
export function jsonItemSpans(text: string, isBroken: boolean): JsonItems {
  const start = text.search(/[[{]/);
  const isObject = text[start] === '{';
  const items = isObject ? /"(?:items|references)"\s*:\s*\[/.exec(text) : null;
  const from = items ? items.index + items[0].length : isObject ? start : start + 1;
  if (start < 0) { return { spans: [], problem: problemAt('bad-json', { start: 0, end: 0 }, t('A bibliography in CSL-JSON is a list: {0}.', '[{"id": …}, …]'), 'error') }; }
  const spans: Span[] = [];
  const column = isBroken ? columnOf(text, text.indexOf('{', from)) : -1;
  let open = -1;
  let depth = 0;
  MARK.lastIndex = from;
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const [mark] = match;
    if (mark === '{' && depth > 0 && column >= 0 && columnOf(text, match.index) === column) {
      spans.push({ start: open, end: trimmedEnd(text, match.index) });
      depth = 0;
    }
    if (mark === '{' || mark === '[') {
      if (depth === 0) { open = match.index; }
      depth += 1;
    } else if (mark === '}' || mark === ']') {
      if (depth === 0) { break; }
      depth -= 1;
      if (depth === 0) { spans.push({ start: open, end: match.index + 1 }); }
    }
  }
  if (depth > 0) { spans.push({ start: open, end: text.trimEnd().length }); }
  return { spans, problem: undefined };
}

/** How far in a line the offset stands when only blanks come before it; -1 otherwise. */
function columnOf(text: string, at: number): number {
  let column = 0;
  while (column < 100 && (text[at - column - 1] === ' ' || text[at - column - 1] === '\t')) { column += 1; }
  return at >= 0 && text[at - column - 1] === '\n' ? column : -1;
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s,]/.test(text.charAt(at - 1))) { at -= 1; }
  return at;
}
