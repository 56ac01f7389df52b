import { formatDate } from '../../dates/format.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { Fix } from '../types.ts';
import { message } from '../words.ts';
import type { Dating } from './dating.ts';
import type { EventSentence } from './sentences.ts';

/** The recorded date in place of the written one, with the preposition that goes with it. */
export function dateFix({ date }: Dating, record: EdtfDate, { analysis }: EventSentence): Fix[] {
  if (record.kind !== 'point') return [];
  const words = formatDate(record);
  const before = analysis.tokens[analysis.tokens.indexOf(date) - 1];
  const preposition = before?.kind === 'word' && (before.text === 'in' || before.text === 'on') ? before : undefined;
  const wanted = record.date.precision === 'day' ? 'on' : 'in';
  const edits = [{ span: { start: date.start, end: date.end }, newText: words }];
  if (preposition !== undefined && preposition.text !== wanted) edits.unshift({ span: { start: preposition.start, end: preposition.end }, newText: preposition.capital ? wanted[0]!.toUpperCase() + wanted.slice(1) : wanted });
  return [{ title: message('write-fix', words), isSafe: false, edits }];
}
