import { formatReference, shortReference } from '../citations/reference.ts';
import type { Finding } from '../checks/types.ts';
import { officesAt } from '../corpus/queries.ts';
import type { Entry, Source } from '../corpus/types.ts';
import { formatDate } from '../dates/format.ts';
import type { DateMention } from '../dates/types.ts';
import { blockAt, sentenceAt } from '../draft/index.ts';
import type { DraftReading, Mention, Sentence } from '../draft/types.ts';
import { officeWords, whenOf } from './cards.ts';
import { impliedDate } from './hover.ts';
import type { OutlineContext } from './entryNodes.ts';
import { authorityOf, kindOf, withDetail } from './words.ts';

/** Why a name was read as it was. */
const KIND_WORDS: Readonly<Record<Mention['kind'], string>> = {
  preferred: 'by its own name', alias: 'by another of its names', metonym: 'by its capital', short: 'by a short name, as who was named or what is said around it decides',
};
const READING_WORDS: Readonly<Record<DateMention['reading'], string>> = {
  explicit: 'as it stands there', relative: 'worked out from the text before', open: 'it cannot be told',
};
/** Blocks that are not read, with what they are. */
const UNREAD_WORDS: Readonly<Partial<Record<string, string>>> = { 'front-matter': 'Front matter', code: 'Code', math: 'A formula', html: 'HTML' };
const NOTHING = '(nothing)';

/**
 * How the sentence at an offset is read, as plain text: what is named and why, what is dated, numbered, cited and quoted, and
 * what of it does not hold. For a writer who wonders why a finding is there, or is not.
 * @param findings those of the whole draft
 */
export function explainSentence(reading: DraftReading, offset: number, context: Pick<OutlineContext, 'snapshot' | 'sources'>, findings: readonly Finding[]): string {
  const sentence = sentenceAt(reading, offset);
  if (sentence === undefined) {
    const what = UNREAD_WORDS[blockAt(reading, offset)?.kind ?? ''];
    return what === undefined ? 'No sentence stands at the cursor.\n' : `${what} is not read: nothing in it is checked.\n`;
  }
  const { mentions, dates, numbers, citations, quotations, notes } = sentence;
  const own = findings.filter(({ span }) => span.start < sentence.end && sentence.start < span.end);
  return [
    section('The sentence', [oneLine(reading.text.slice(sentence.start, sentence.end))]),
    section('Who and what is named', mentions.map(mention => mentionLine(mention, sentence, context))),
    section('Dates', dates.map(dateLine)),
    section('Numbers', numbers.map(({ text, value }) => `${quoted(text)} is ${value}`)),
    section('Cited', citations.flatMap(({ items }) => items).map(({ citekey, suffixText }) => citedLine(citekey, suffixText, context.sources))),
    section('Quoted, and left alone by all checks but those of quotations', quotations.map(({ text }) => quoted(text))),
    section('Notes', notes.map(({ label }) => `[^${label}]`)),
    section('What does not hold', own.map(finding => findingLines(finding, context))),
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): string {
  return `${heading}\n${(lines.length === 0 ? [NOTHING] : lines).map(line => `  ${line.replaceAll('\n', '\n  ')}\n`).join('')}`;
}

function mentionLine(mention: Mention, sentence: Sentence, { snapshot }: Pick<OutlineContext, 'snapshot'>): string {
  const entries = mention.keys.flatMap(key => snapshot.entries.get(key) ?? []);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) { return `${quoted(mention.text)} could be ${entries.map(one => `${one.name} (${kindOf(one)})`).join(' or ')}: nothing around it decides`; }
  const head = `${quoted(mention.text)} is ${entry.name} (${kindOf(entry)}), ${KIND_WORDS[mention.kind]}`;
  return [head, ...recordLines(entry, mention, sentence, snapshot)].join('\n');
}

/** What the record has of an entry that a sentence could contradict: when an event was, which offices a person held then. */
function recordLines(entry: Entry, mention: Mention, sentence: Sentence, snapshot: OutlineContext['snapshot']): string[] {
  if (entry.class === 'event') { return entry.date === undefined ? ['  no date is on record'] : [`  on record: ${withDetail(whenOf(entry), authorityOf(entry.citations, snapshot))}`]; }
  if (entry.class !== 'actor' || entry.type !== 'person') { return []; }
  const at = impliedDate(sentence, mention, snapshot);
  if (at === undefined) { return []; }
  return officesAt(entry, at).map(({ membership, certainty }) =>
    `  at ${formatDate(at)} ${certainty === 'unknown' ? 'possibly ' : ''}${withDetail(officeWords(membership, entry, snapshot), authorityOf(membership.citations, snapshot))}`);
}

function dateLine({ text, date, reading }: DateMention): string {
  return date === undefined ? `${quoted(text)}: ${READING_WORDS.open}` : `${quoted(text)} is ${formatDate(date)} (${date.edtf}), ${READING_WORDS[reading]}`;
}

function citedLine(citekey: string, suffixText: string, sources: ReadonlyMap<string, Source>): string {
  const item = sources.get(citekey)?.item;
  const place = suffixText === '' ? '' : `, ${suffixText}`;
  return item === undefined ? `@${citekey}${place}: no reference has this key` : `@${citekey}${place}: ${formatReference(item) || shortReference(item)}`;
}

function findingLines({ rule, message, evidence }: Finding, { snapshot }: Pick<OutlineContext, 'snapshot'>): string {
  return [`${rule}: ${message}`, ...evidence.map(({ text, citations }) => `  ${withDetail(oneLine(text), authorityOf(citations, snapshot))}`)].join('\n');
}

function quoted(text: string): string {
  return `“${oneLine(text)}”`;
}

/** In characters; no sentence that a writer asks about is longer. */
const LONGEST = 2000;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
