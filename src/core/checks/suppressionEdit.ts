import { blockAt } from '../draft/find.ts';
import type { DraftReading } from '../draft/types.ts';
import type { TextEdit } from '../text.ts';
import type { Finding } from './types.ts';

/**
 * The comment that suppresses a finding, with the reason why. It goes on a line of its own before the first line of a block.
 * Where such a line would cut a paragraph or a list in two, it goes at the end of the line above; a table is put between two.
 */
export function suppressionEdit(reading: DraftReading, { span, rule }: Finding, reason: string): readonly TextEdit[] {
  const { text } = reading;
  const why = `${rule}: ${withoutCommentMarks(reason)}`;
  const comment = `<!-- rapporteur-disable-next-line ${why} -->`;
  const lineStart = lineStartAt(text, span.start);
  const block = blockAt(reading, span.start);
  const isFirstLine = block === undefined || lineStart <= block.start;
  if (block?.kind === 'table' && !isFirstLine) {
    const tableStart = lineStartAt(text, block.start);
    const indent = text.slice(tableStart, block.start);
    return [insert(tableStart, `${indent}<!-- rapporteur-disable ${why} -->\n`), insert(block.end, `\n${indent}<!-- rapporteur-enable ${rule} -->`)];
  }
  const above = endOfTextBefore(text, lineStart);
  const isInList = block?.kind === 'list-item' && above > 0 && blockAt(reading, above - 1)?.kind === 'list-item';
  return above > 0 && (!isFirstLine || isInList) ? [insert(above, ` ${comment}`)] : [insert(lineStart, `${comment}\n`)];
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function lineStartAt(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the last word before an offset ends. */
function endOfTextBefore(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1]!)) end--;
  return end;
}

/** On one line, and without what would end the comment. */
function withoutCommentMarks(reason: string): string {
  return reason.replace(/\s+/g, ' ').replace(/-{2,}/g, '–').trim();
}
