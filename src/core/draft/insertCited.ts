import { insertCitation, type CitationForm, type Insertion, type NewCitation } from '../citations/insert.ts';
import type { Span, TextEdit } from '../text.ts';
import { insertName } from './insertName.ts';

/**
 * Words in the place of what is selected, set off from what stands around, and their citation behind them: one step to undo.
 * `At |.` becomes `At Quay meeting (12 May 1999) [@khan2022, sec. 1].`
 */
export function insertCited(text: string, selected: Span, words: string, citations: readonly NewCitation[], form: CitationForm): Insertion {
  const named = selected.start === selected.end ? insertName(text, selected.start, words)
    : { edits: [{ span: selected, newText: words }] as const, caret: selected.start + words.length };
  const [first] = named.edits;
  const after = applied(text, first);
  const { edits, caret } = insertCitation(after, named.caret, citations, form);
  return { edits: edits.reduceRight<readonly TextEdit[]>((so, edit) => composed(text, after, so, edit), [first]), caret };
}

/** Adds an edit of the text after the first of the edits; the others stand behind it. */
function composed(text: string, after: string, [first, ...others]: readonly TextEdit[], edit: TextEdit): readonly TextEdit[] {
  if (first === undefined) { return [edit]; }
  const { start, end } = first.span;
  const grown = first.newText.length - (end - start);
  const writtenEnd = start + first.newText.length;
  if (edit.span.start > writtenEnd) { return [first, { span: { start: edit.span.start - grown, end: edit.span.end - grown }, newText: edit.newText }, ...others]; }
  const from = Math.min(start, edit.span.start);
  const to = Math.max(writtenEnd, edit.span.end);
  const newText = after.slice(from, edit.span.start) + edit.newText + after.slice(edit.span.end, to);
  return [{ span: { start: from, end: Math.min(text.length, to - grown) }, newText }, ...others];
}

function applied(text: string, { span, newText }: TextEdit): string {
  return text.slice(0, span.start) + newText + text.slice(span.end);
}
