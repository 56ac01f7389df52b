import type { SourceText } from '../types.ts';
import { compose } from './compose.ts';
import { linesOfText } from './pageBreaks.ts';
import { readPages } from './pages.ts';

/** Reads a plain text as it comes out of a PDF or an archive: pages, sections, notes and paragraphs as they were meant. Never throws. */
export function readPlainText(text: string): SourceText {
  const { lines, pages, problems } = readPages(linesOfText(text));
  return compose(lines, pages, problems);
}
