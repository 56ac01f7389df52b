import { insertCitation } from '../../citations/insert.ts';
import { bestStatements } from '../../corpus/queries.ts';
import type { Citation, Entry } from '../../corpus/types.ts';
import { overlaps } from '../../dates/order.ts';
import type { EdtfDate } from '../../dates/types.ts';
import { titlesIn } from '../../draft/titles.ts';
import type { CheckContext } from '../context.ts';
import { isTellable } from '../events/compare.ts';
import { ownSentences, type EventSentence } from '../events/sentences.ts';
import { countedIn, isRecorded } from '../figures/counted.ts';
import { figureEvidence, statementEvidence } from '../evidence.ts';
import { isQuotedAtLength } from '../quoted.ts';
import { blockRule, type CheckedBlock } from '../rule.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';

/** A sentence that gives a date, a number or the words of a recorded event, with no citation in it and none after it in its paragraph. */
export const uncitedClaim = blockRule('uncited-claim', (block, context) => {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
  const lastCited = block.sentences.findLast(({ citations, notes }) => citations.length > 0 || notes.some(note => note.kind === 'reference'))?.start ?? -1;
  return ownSentences(block).flatMap((spoken): Found[] => {
    const { sentence } = spoken;
    if (sentence.start <= lastCited || spoken.words.includes('^[')) return [];
    const dated = sentence.dates.length === 0 ? [] : datedClaim(spoken, block, context);
    if (dated.length > 0) return dated;
    const counted = sentence.numbers.length === 0 ? [] : countedClaim(spoken, block);
    return counted.length > 0 || sentence.quotations.length === 0 ? counted : quotedClaim(spoken, block, context);
  });
});

/** When a recorded event was. */
function datedClaim(spoken: EventSentence, block: CheckedBlock, context: CheckContext): Found[] {
  const [dating] = spoken.datings;
  if (dating === undefined) return recordedClaim(spoken, block, context);
  if (dating.ref.events.length !== 1) return [];
  const event = dating.ref.events[0]!;
  const statements = bestStatements(context.snapshot, event.key, { at: event.date, limit: 2 });
  const { analysis, sentence } = spoken;
  const first = analysis.tokens[dating.ref.first]!;
  return [{
    span: { start: first.start, end: analysis.tokens[dating.ref.last]!.end },
    message: message('uncited-claim', event.name),
    evidence: statements.map(statementEvidence),
    fixes: citeFixes(statements[0]?.citations[0] ?? event.citations[0], block, sentence.end),
  }];
}

/** A number that is on record by itself, such as a toll. One that only says which are meant, as `the four factions`, claims nothing. */
function countedClaim({ sentence }: EventSentence, block: CheckedBlock): Found[] {
  return countedIn(block).filter(counted => counted.sentence === sentence).flatMap(({ token, agreeing }): Found[] => {
    const figure = agreeing.find(one => one.entry.class === 'concept' && isRecorded(one, token));
    if (figure === undefined || WHICH.test(block.text.slice(sentence.start, token.start))) return [];
    return [{
      span: { start: token.start, end: token.end }, message: message('uncited-record', figure.entry.name), evidence: [figureEvidence(figure)], fixes: citeFixes(figure.citations[0], block, sentence.end),
    }];
  }).slice(0, 1);
}

/** Before a number that only says which are meant. */
const WHICH = /\b(?:the|all|both|its|their|these|those|of|first|last|other)\s+$/i;

/** Words quoted in a sentence that names a recorded event. Whose they are no record tells, so that none is offered. */
function quotedClaim({ sentence, phrases }: EventSentence, block: CheckedBlock, { snapshot }: CheckContext): Found[] {
  const event = phrases.find(({ events }) => events.length === 1)?.events[0];
  const titles = titlesIn(block.text, sentence.start, sentence.end);
  const quotation = sentence.quotations.find(one => isQuotedAtLength(one) && !isHeadline(one.text) && !titles.some(title => title.start < one.end && one.start < title.end));
  if (event === undefined || quotation === undefined) return [];
  return [{ span: { start: quotation.start, end: quotation.end }, message: message('uncited-quotation'), evidence: bestStatements(snapshot, event.key, { at: event.date, limit: 1 }).map(statementEvidence), fixes: [] }];
}

/** `Lessons from the Valley Peace Process`: a title, by its capitals. */
function isHeadline(text: string): boolean {
  const words = text.split(/\s+/).filter(word => /^\p{L}{4}/u.test(word));
  return words.filter(word => /^\p{Lu}/u.test(word)).length > words.length / 2;
}

/** What a statement says of two that the sentence names, at the time that it gives. */
function recordedClaim(spoken: EventSentence, block: CheckedBlock, { snapshot }: CheckContext): Found[] {
  const { mentions, dates: told } = spoken.sentence;
  if (new Set(mentions.flatMap(mention => mention.keys.length === 1 ? mention.keys : [])).size < 2 || !told.some(date => date.reading === 'explicit' && isTellable(date))) return [];
  const { tokens, clauses, sentence } = spoken.analysis;
  const dates = tokens.flatMap(token => token.kind === 'date' && token.date.reading === 'explicit' && isTellable(token.date) ? [token] : []);
  const keys = [...new Set(tokens.flatMap(token => token.kind === 'name' && token.mention.keys.length === 1 ? token.mention.keys : []))];
  const [date] = dates;
  if (date === undefined || dates.length > 1 || keys.length < 2 || !clauses.some(clause => clause.verb !== undefined && clause.modality === 'asserted')) return [];
  const statement = keys.flatMap(key => snapshot.statementsAbout.get(key) ?? []).find(one => keys.filter(key => one.mentions.includes(key)).length > 1
    && [...one.dates.map(told => told.date), dateOf(snapshot.entries.get(one.entryKey))].some(told => told !== undefined && overlaps(told, date.date.date!) !== 'no'));
  if (statement === undefined) return [];
  const about = snapshot.entries.get(statement.entryKey)?.name ?? statement.entryKey;
  return [{ span: { start: date.start, end: date.end }, message: message('uncited-record', about), evidence: [statementEvidence(statement)], fixes: citeFixes(statement.citations[0], block, sentence.end) }];
}

function dateOf(entry: Entry | undefined): EdtfDate | undefined {
  return entry?.class === 'event' ? entry.date : undefined;
}

/** In characters. */
const LONGEST = 10_000;

function citeFixes(citation: Citation | undefined, { text }: CheckedBlock, end: number): Fix[] {
  if (citation === undefined) return [];
  const { citekey, suffixText } = citation;
  // What runs on for pages is not read as a whole for each of its sentences.
  const isLong = text.length > LONGEST;
  const from = isLong ? Math.max(0, end - LONGEST / 2) : 0;
  const near = isLong ? text.slice(from, end + LONGEST / 2) : text;
  return [{ title: message('cite-fix', [citekey, suffixText].filter(Boolean).join(', ')), isSafe: false, edits: insertCitation(near, end - from, [{ citekey, suffixText }], 'bracketed').edits.map(edit => ({ ...edit, span: { start: edit.span.start + from, end: edit.span.end + from } })) }];
}
