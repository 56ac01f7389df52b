import type { Span } from '../text.ts';

/**
 * The stretches of the objects of a JSON array, found without reading them, so that a broken one costs only itself.
 *
 * Each runs from its `{` to the matching `}`. In text that is known to be broken (`isBroken`) an object also ends
 * before a line that begins with `{` as far in as the first object does: there the next one begins.
 */
export function findJsonObjects(text: string, isBroken: boolean): Span[] {
  const first = text.indexOf('{');
  if (first === -1) return [];
  const heads = isBroken ? headsOf(text, columnOf(text, first)) : [];
  const spans: Span[] = [];
  const sign = /[{}]|"[^"\\\n]*(?:\\.[^"\\\n]*)*"/g;
  let start = -1;
  let depth = 0;
  let head = 0;
  sign.lastIndex = first;
  for (let match = sign.exec(text); match !== null; match = sign.exec(text)) {
    while (heads[head] !== undefined && heads[head]! < match.index) head++;
    if (match[0] === '{') {
      if (depth > 0 && heads[head] === match.index) {
        spans.push({ start, end: match.index });
        depth = 0;
      }
      if (depth++ === 0) start = match.index;
    } else if (match[0] === '}' && depth > 0 && --depth === 0) {
      spans.push({ start, end: match.index + 1 });
    }
  }
  if (depth > 0) spans.push({ start, end: text.length });
  return spans;
}

/** Offsets of the `{` that begin a line at a column. */
function headsOf(text: string, column: number): number[] {
  return [...text.matchAll(new RegExp(`^ {${column}}\\{`, 'gm'))].map(match => match.index + column);
}

function columnOf(text: string, at: number): number {
  const indent = /[^\n]*$/.exec(text.slice(Math.max(0, at - 200), at))![0];
  return /^ *$/.test(indent) ? indent.length : 0;
}
