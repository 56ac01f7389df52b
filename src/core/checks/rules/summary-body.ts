import { partsOf, resolveId } from '../../corpus/queries.ts';
import type { EntryKey } from '../../corpus/types.ts';
import type { Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import { circleOf } from '../offices/circle.ts';
import { draftRule, type Placed } from '../rule.ts';
import { headingOf, type Heading } from '../sections.ts';
import { divided, sentencesIn, type Body } from '../summary/body.ts';
import { readings, readSaid, type Said } from '../summary/said.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** A block of the summary. */
interface Part { readonly start: number; readonly said: Said }

/** Actors, events, dates and numbers of a summary that nothing else in the draft bears out. */
export const summaryBody = draftRule<Heading, readonly Placed<Heading>[]>({
  code: 'summary-body',
  gathering: { of: block => block.sentences.length === 0 ? undefined : headingOf(block), sum: facts => facts },
  check: (sums, draft, context) => {
    if (sums.every(({ fact }) => fact.every(({ fact: { section } }) => section !== 'summary'))) return [];
    const headings = sums.flatMap(({ start: by, fact }) => fact.map(heading => ({ start: by + heading.start, fact: heading.fact })));
    const { summary, body } = divided(headings, draft, context);
    // A summary that comes before its paper is not judged.
    if (summary.length === 0 || body.sentences < 2 * sentencesIn(summary)) return [];
    const known = context.memo(readings);
    const own = summary.map(placed => ({ start: placed.start, said: known.of(placed, draft.text, readSaid) }));
    return [...ofNames(own, body, context), ...ofDates(own, body), ...ofNumbers(own, body)];
  },
});

function ofNames(summary: readonly Part[], body: Body, context: CheckContext): Found[] {
  const isNamed = (key: EntryKey) => body.names(key);
  const isMeant = (key: EntryKey) => body.names(key) || body.means(key);
  const done = new Set<EntryKey>();
  return summary.flatMap(({ start, said }) => said.names.flatMap((name): Found[] => {
    if (done.has(name.key)) return [];
    done.add(name.key);
    if (isBorneOut(name.key, isNamed, context) || isBorneOut(name.key, isMeant, context)) return [];
    const entry = context.snapshot.entries.get(name.key);
    if (entry === undefined || entry.class === 'concept' || entry.class === 'actor' && body.pointsTo(name.key)) return [];
    return [{ span: { start: start + name.start, end: start + name.end }, message: message('summary-body-name', entry.name), evidence: [], fixes: [] }];
  }));
}

/** Whether the body names an entry, or what it is a part of, has as a part, or acts for. */
function isBorneOut(key: EntryKey, isSaid: (key: EntryKey) => boolean, context: CheckContext): boolean {
  if (isSaid(key)) return true;
  const { snapshot } = context;
  const entry = snapshot.entries.get(key);
  if (entry?.class === 'event') return entry.partOf.some(id => isSaid(resolveId(snapshot, id, entry.corpusId)?.key ?? '')) || partsOf(snapshot, key).some(part => isSaid(part.key));
  if (entry?.class !== 'actor') return true;
  return [...circleOf(entry, context)].some(other => isSaid(other));
}

function ofDates(summary: readonly Part[], body: Body): Found[] {
  const done = new Set<string>();
  return summary.flatMap(({ start, said }) => said.told.flatMap((told): Found[] => {
    if (done.has(told.date.edtf) || body.overlaps(told.date)) return [];
    done.add(told.date.edtf);
    return [{ span: { start: start + told.start, end: start + told.end }, message: message('summary-body-date', told.text), evidence: [], fixes: [] }];
  }));
}

/** Up to here numbers are small: a draft has them without saying them, as by the number of its headings. */
const SMALL = 12;

function ofNumbers(summary: readonly Part[], body: Body): Found[] {
  return summary.flatMap(({ start, said }) => {
    const place = (span: Span) => ({ start: start + span.start, end: start + span.end });
    const small = said.counts.flatMap((count): Found[] => {
      if (count.value > SMALL) return [];
      const others = body.countsOf(count.of);
      if (others.size !== 1 || others.has(count.value)) return [];
      return [{ span: place(count), message: message('summary-body-count', count.text, [...others.values()][0]!), evidence: [], fixes: [] }];
    });
    const large = said.numbers.flatMap((number): Found[] => {
      if (body.hasNumber(number.value) || number.value <= SMALL && Number.isInteger(number.value) && !/%|per/i.test(number.text)) return [];
      return [{ span: place(number), message: message('summary-body-number', number.text), evidence: [], fixes: [] }];
    });
    return [...small, ...large];
  });
}
