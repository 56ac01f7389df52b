import { blockAt } from '../draft/find.ts';
import type { DraftReading } from '../draft/types.ts';
import type { TextEdit } from '../text.ts';
import type { Finding } from './types.ts';

/**
 * The comment that suppresses a finding. It goes on a line of its own before the first line of a block; before a later line
 * it goes at the end of the line above, since a comment on a line of its own would cut the paragraph in two.
 */
export function suppressionEdit(reading: DraftReading, { span, rule }: Finding, reason: string): TextEdit {
  const { text } = reading;
  const comment = `<!-- rapporteur-disable-next-line ${rule}: ${reason} -->`;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const block = blockAt(reading, span.start);
  if (block === undefined || lineStart <= block.start || lineStart === 0) return { span: { start: lineStart, end: lineStart }, newText: `${comment}\n` };
  const end = text[lineStart - 2] === '\r' ? lineStart - 2 : lineStart - 1;
  return { span: { start: end, end }, newText: ` ${comment}` };
}
