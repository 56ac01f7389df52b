import type { TextEdit } from '../text.ts';

/** Letters and digits, with the marks that stand within a word: `Viet-Nam`, `l'accord`. */
const WORD = /[\p{L}\p{M}\p{N}]/u;
/** After these a name is set off by a blank. */
const ENDS = /[\p{L}\p{M}\p{N}.,;:!?)\]”’»…]/u;

/**
 * A name put into a text at a cursor: within a word it goes to the nearer end of it, and it is set off by blanks from what
 * stands around.
 * @returns the edit, and where the cursor stands afterwards: behind the name
 */
export function insertName(text: string, offset: number, name: string): { readonly edits: readonly [TextEdit]; readonly caret: number } {
  const place = isWithinWord(text, offset) ? nearerEnd(text, offset) : offset;
  const lead = ENDS.test(characterBefore(text, place)) ? ' ' : '';
  const trail = WORD.test(characterAt(text, place)) ? ' ' : '';
  return { edits: [{ span: { start: place, end: place }, newText: `${lead}${name}${trail}` }], caret: place + lead.length + name.length };
}

function isWithinWord(text: string, offset: number): boolean {
  return WORD.test(characterBefore(text, offset)) && WORD.test(characterAt(text, offset));
}

function nearerEnd(text: string, offset: number): number {
  let start = offset;
  while (WORD.test(characterBefore(text, start))) { start -= characterBefore(text, start).length; }
  let end = offset;
  while (WORD.test(characterAt(text, end))) { end += characterAt(text, end).length; }
  return offset - start < end - offset ? start : end;
}

function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The whole character before, not half of a surrogate pair. */
function characterBefore(text: string, offset: number): string {
  const isPair = (text.codePointAt(offset - 2) ?? 0) > 0xFFFF;
  return text.slice(Math.max(0, offset - (isPair ? 2 : 1)), offset);
}
