import { formatReference, shortReference } from '../citations/reference.ts';
import type { TakenUp } from '../checks/takenUp.ts';
import type { Finding } from '../checks/types.ts';
import { officesAt } from '../corpus/queries.ts';
import type { Entry, Source } from '../corpus/types.ts';
import { datesIn, formatDate } from '../dates/format.ts';
import type { DateMention } from '../dates/types.ts';
import { blockAt, languageOf, sentenceAt } from '../draft/index.ts';
import type { DraftReading, Mention, Sentence } from '../draft/types.ts';
import { t, toTranslate } from '../l10n.ts';
import { officeWords, whenOf } from './cards.ts';
import { impliedDate } from './hover.ts';
import type { OutlineContext } from './entryNodes.ts';
import { authorityOf, kindOf, withDetail } from './words.ts';

/** Why a name was read as it was. */
const KIND_WORDS: Readonly<Record<Mention['kind'], string>> = toTranslate({
  preferred: 'by its own name', alias: 'by another of its names', metonym: 'by its capital', short: 'by a short name, as who was named or what is said around it decides',
});
const READING_WORDS: Readonly<Record<DateMention['reading'], string>> = toTranslate({
  explicit: 'as it stands there', relative: 'worked out from the text before', open: 'it cannot be told',
});
/** Blocks that are not read, with what they are. */
const UNREAD_WORDS: Readonly<Partial<Record<string, string>>> = toTranslate({
  'front-matter': 'Front matter is not read: nothing in it is checked.', code: 'Code is not read: nothing in it is checked.',
  math: 'A formula is not read: nothing in it is checked.', html: 'HTML is not read: nothing in it is checked.',
});

/**
 * How the sentence at an offset is read, as plain text: what is named and why, what is dated, numbered, cited and quoted, and
 * what of it does not hold; what there is none of is left out. For a writer who wonders why a finding is there, or is not.
 * @param findings those of the whole draft
 * @param takenUp what the sentence takes up of those before it
 */
export function explainSentence(reading: DraftReading, offset: number, context: Pick<OutlineContext, 'snapshot' | 'sources'>, findings: readonly Finding[], takenUp: readonly TakenUp[]): string {
  return datesIn(languageOf(reading), () => explained(reading, offset, context, findings, takenUp));
}

function explained(reading: DraftReading, offset: number, context: Pick<OutlineContext, 'snapshot' | 'sources'>, findings: readonly Finding[], takenUp: readonly TakenUp[]): string {
  const sentence = sentenceAt(reading, offset);
  if (sentence === undefined) {
    const what = UNREAD_WORDS[blockAt(reading, offset)?.kind ?? ''];
    return what === undefined ? `${t('No sentence stands at the cursor.')}\n` : `${t(what)}\n`;
  }
  const { mentions, dates, numbers, citations, quotations, notes } = sentence;
  const own = findings.filter(({ span }) => span.start < sentence.end && sentence.start < span.end);
  return [
    section(t('The sentence'), [oneLine(reading.text.slice(sentence.start, sentence.end))]),
    section(t('Who and what is named'), mentions.map(mention => mentionLine(mention, sentence, context))),
    section(t('Taken up from the sentences before'), takenUp.map(({ text, key }) => t('{0} is {1}', quoted(text), context.snapshot.entries.get(key)?.name ?? key))),
    section(t('Dates'), dates.map(dateLine)),
    section(t('Numbers'), numbers.map(({ text, value }) => t('{0} is {1}', quoted(text), value))),
    section(t('Cited'), citations.flatMap(({ items }) => items).map(({ citekey, suffixText }) => citedLine(citekey, suffixText, context.sources))),
    section(t('Quoted, and left alone by all checks but those of quotations'), quotations.map(({ text }) => quoted(text))),
    section(t('Notes'), notes.map(({ label }) => `[^${label}]`)),
    section(t('What does not hold'), own.map(finding => findingLines(finding, context))),
  ].filter(part => part !== '').join('\n');
}

function section(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${heading}\n${lines.map(line => `  ${line.replaceAll('\n', '\n  ')}\n`).join('')}`;
}

function mentionLine(mention: Mention, sentence: Sentence, { snapshot }: Pick<OutlineContext, 'snapshot'>): string {
  const entries = mention.keys.flatMap(key => snapshot.entries.get(key) ?? []);
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) { return t('{0} could be {1}: nothing around it decides', quoted(mention.text), entries.map(one => `${one.name} (${kindOf(one)})`).join(t(' or '))); }
  const head = `${t('{0} is {1}', quoted(mention.text), `${entry.name} (${kindOf(entry)})`)}, ${t(KIND_WORDS[mention.kind])}`;
  return [head, ...recordLines(entry, mention, sentence, snapshot)].join('\n');
}

/** What the record has of an entry that a sentence could contradict: when an event was, which offices a person held then. */
function recordLines(entry: Entry, mention: Mention, sentence: Sentence, snapshot: OutlineContext['snapshot']): string[] {
  if (entry.class === 'event') { return entry.date === undefined ? [`  ${t('no date is on record')}`] : [`  ${t('on record: {0}', withDetail(whenOf(entry), authorityOf(entry.citations, snapshot)))}`]; }
  if (entry.class !== 'actor' || entry.type !== 'person') { return []; }
  const at = impliedDate(sentence, mention, snapshot);
  if (at === undefined) { return []; }
  return officesAt(entry, at).map(({ membership, certainty }) => {
    const held = withDetail(officeWords(membership, entry, snapshot), authorityOf(membership.citations, snapshot));
    return `  ${t('at {0} {1}', formatDate(at), certainty === 'unknown' ? t('possibly {0}', held) : held)}`;
  });
}

function dateLine({ text, date, reading }: DateMention): string {
  return date === undefined ? t('{0}: {1}', quoted(text), t(READING_WORDS.open)) : `${t('{0} is {1}', quoted(text), `${formatDate(date)} (${date.edtf})`)}, ${t(READING_WORDS[reading])}`;
}

function citedLine(citekey: string, suffixText: string, sources: ReadonlyMap<string, Source>): string {
  const item = sources.get(citekey)?.item;
  const place = suffixText === '' ? '' : `, ${suffixText}`;
  return item === undefined ? t('{0}: {1}', `@${citekey}${place}`, t('no reference has this key')) : t('{0}: {1}', `@${citekey}${place}`, formatReference(item) || shortReference(item));
}

function findingLines({ rule, message, evidence }: Finding, { snapshot }: Pick<OutlineContext, 'snapshot'>): string {
  return [t('{0}: {1}', rule, message), ...evidence.map(({ text, citations }) => `  ${withDetail(oneLine(text), authorityOf(citations, snapshot))}`)].join('\n');
}

function quoted(text: string): string {
  return t('“{0}”', oneLine(text));
}

/** In characters; no sentence that a writer asks about is longer. */
const LONGEST = 2000;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
