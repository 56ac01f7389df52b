import { partsOf, resolveId } from '../../corpus/queries.ts';
import type { EntryKey } from '../../corpus/types.ts';
import { overlaps } from '../../dates/order.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import { isTellable } from '../events/compare.ts';
import { actorWordsOf } from '../events/actorWords.ts';
import { eventSentences } from '../events/sentences.ts';
import { countedIn } from '../figures/counted.ts';
import { circleOf } from '../offices/circle.ts';
import type { PlacedBlock, StillBlock } from '../../draft/still.ts';
import { draftRule, type CheckedBlock, type Draft } from '../rule.ts';
import { headingOf, isBackMatter, isSummary, sectionAfter, type Heading } from '../sections.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** What a block says, to be held against what others say. */
interface Said {
  /** Entries named by a settled name outside quotations. */
  readonly names: readonly (Span & { readonly key: EntryKey })[];
  /** All entries that names may mean. */
  readonly keys: ReadonlySet<EntryKey>;
  readonly told: readonly (Span & { readonly date: EdtfDate; readonly text: string })[];
  readonly dates: readonly EdtfDate[];
  readonly numbers: readonly (Span & { readonly text: string; readonly value: number })[];
  readonly counts: readonly (Span & { readonly text: string; readonly value: number; readonly of: string })[];
}

interface Part { readonly start: number; readonly block: StillBlock; readonly said: Said }

/** Actors, events, dates and numbers of a summary that nothing else in the draft bears out. */
export const summaryBody = draftRule<Heading>({
  code: 'summary-body',
  gather: block => block.sentences.length === 0 ? undefined : headingOf(block),
  check: (headings, draft, context) => {
    const sections = (isIt: (heading: Heading) => boolean) => headings.flatMap((heading, index) => isIt(heading.fact) ? [{ start: heading.start, end: sectionAfter(headings, index, draft.text.length) }] : []);
    const summaries = sections(isSummary);
    if (summaries.length === 0) return [];
    const isIn = (spans: readonly Span[], at: number) => spans.some(({ start, end }) => start <= at && at < end);
    const back = sections(isBackMatter);
    const blocks = draft.blocks.filter(({ block }) => block.sentences.length > 0);
    const summary = blocks.filter(({ start, block }) => block.kind !== 'heading' && isIn(summaries, start));
    const body = blocks.filter(({ start }) => !isIn(summaries, start) && !isIn(back, start));
    // A summary that comes before its paper is not judged.
    if (sentencesIn(body) < 2 * sentencesIn(summary)) return [];
    const parts = (of: readonly PlacedBlock[]): Part[] => of.map(({ start, block }) => ({ start, block, said: context.memo(readings).of(block, draft.text, start, readSaid) }));
    const [own, others] = [parts(summary), parts(body)];
    return [...ofNames(own, others, draft, context), ...ofDates(own, others), ...ofNumbers(own, others)];
  },
});

function sentencesIn(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((sum, { block }) => sum + (block.kind === 'heading' ? 0 : block.sentences.length), 0);
}

/** What was worked out for blocks, once for each; none is for a draft without a summary. */
class Readings {
  readonly #context: CheckContext;
  readonly #said = new Map<unknown, WeakMap<StillBlock, unknown>>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  of<T>(block: StillBlock, text: string, start: number, read: (block: CheckedBlock, context: CheckContext) => T): T {
    const known = this.#said.get(read) ?? new WeakMap<StillBlock, unknown>();
    this.#said.set(read, known);
    if (!known.has(block)) known.set(block, read({ kind: block.kind, level: block.level, length: block.length, sentences: block.sentences, text: text.slice(start, start + block.length) }, this.#context));
    return known.get(block) as T;
  }
}

function readings(context: CheckContext): Readings {
  return new Readings(context);
}

function readSaid(block: CheckedBlock, context: CheckContext): Said {
  const { sentences, kind } = block;
  const isQuoted = (sentence: CheckedBlock['sentences'][number], at: number) => sentence.quotations.some(quotation => quotation.start <= at && at < quotation.end);
  const isShort = ({ start, end }: Span) => end - start <= LONGEST;
  const own = kind === 'quote' ? [] : sentences.filter(isShort);
  return {
    names: own.flatMap(sentence => sentence.mentions.flatMap(({ start, end, keys }) => keys.length === 1 && !isQuoted(sentence, start) ? [{ start, end, key: keys[0]! }] : [])),
    keys: new Set(sentences.flatMap(sentence => sentence.mentions.flatMap(({ keys }) => keys))),
    told: own.flatMap(sentence => sentence.dates.flatMap(mention => mention.reading === 'explicit' && isTellable(mention) && !isQuoted(sentence, mention.start) ? [{ start: mention.start, end: mention.end, date: mention.date, text: mention.text }] : [])),
    dates: sentences.flatMap(sentence => sentence.dates.flatMap(({ date }) => date ?? [])),
    numbers: sentences.flatMap(sentence => sentence.numbers.map(({ start, end, text, value }) => ({ start, end, text, value }))),
    counts: countedIn(block, context).flatMap(({ token, words, isPercent }) => isPercent || TIMES.test(words.head) ? [] : [{ start: token.start, end: token.end, text: block.text.slice(token.start, token.end), value: token.number.value, of: [...[...words.words].sort(), ...[...words.actors].sort()].join(' ') }]),
  };
}

/** The events that words of a block mean that are no names. */
function readMeant(block: CheckedBlock, context: CheckContext): readonly EntryKey[] {
  return eventSentences(block, context).flatMap(({ refs }) => refs.flatMap(({ events }) => events.map(({ key }) => key)));
}

/** In characters: what runs on for pages is no sentence. */
const LONGEST = 2000;
const TIMES = /^(?:year|decad|day|month|week|hour|tim|page|point|section|chapter)/;

function ofNames(summary: readonly Part[], body: readonly Part[], { text }: Draft, context: CheckContext): Found[] {
  const named = new Set(body.flatMap(({ said }) => [...said.keys]));
  let all: ReadonlySet<EntryKey> | undefined;
  const meant = () => all ??= new Set([...named, ...body.flatMap(({ block, start }) => context.memo(readings).of(block, text, start, readMeant))]);
  const done = new Set<EntryKey>();
  return summary.flatMap(({ start, said }) => said.names.flatMap((name): Found[] => {
    if (done.has(name.key) || isBorneOut(name.key, named, context) || isBorneOut(name.key, meant(), context)) return [];
    done.add(name.key);
    const entry = context.snapshot.entries.get(name.key);
    if (entry === undefined || entry.class === 'concept' || entry.class === 'actor' && isPointedTo(name.key, body, text, context)) return [];
    return [{ span: { start: start + name.start, end: start + name.end }, message: message('summary-body-name', entry.name), evidence: [], fixes: [] }];
  }));
}

/** Whether the body names an entry, or what it is a part of, has as a part, or acts for. */
function isBorneOut(key: EntryKey, said: ReadonlySet<EntryKey>, context: CheckContext): boolean {
  if (said.has(key)) return true;
  const { snapshot } = context;
  const entry = snapshot.entries.get(key);
  if (entry?.class === 'event') return entry.partOf.some(id => said.has(resolveId(snapshot, id, entry.corpusId)?.key ?? '')) || partsOf(snapshot, key).some(part => said.has(part.key));
  if (entry?.class !== 'actor') return true;
  return [...circleOf(entry, context)].some(other => said.has(other));
}

/** Whether the body has the actor’s people or capital: `Vietnamese troops`. */
function isPointedTo(key: EntryKey, body: readonly Part[], text: string, context: CheckContext): boolean {
  const words = [...actorWordsOf(context)].flatMap(([word, keys]) => keys.includes(key) ? [word] : []);
  if (words.length === 0) return false;
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`, 'iu');
  return body.some(({ start, block }) => pattern.test(text.slice(start, start + block.length)));
}

function ofDates(summary: readonly Part[], body: readonly Part[]): Found[] {
  const dates = body.flatMap(({ said }) => said.dates);
  const done = new Set<string>();
  return summary.flatMap(({ start, said }) => said.told.flatMap((told): Found[] => {
    if (done.has(told.date.edtf) || dates.some(date => overlaps(date, told.date) !== 'no')) return [];
    done.add(told.date.edtf);
    return [{ span: { start: start + told.start, end: start + told.end }, message: message('summary-body-date', told.text), evidence: [], fixes: [] }];
  }));
}

/** Up to here numbers are small: a draft has them without saying them, as by the number of its headings. */
const SMALL = 12;

function ofNumbers(summary: readonly Part[], body: readonly Part[]): Found[] {
  const values = new Set(body.flatMap(({ said }) => said.numbers.map(({ value }) => value)));
  const counts = new Map<string, Map<number, string>>();
  for (const { said } of body) for (const { of, value, text } of said.counts) counts.set(of, (counts.get(of) ?? new Map<number, string>()).set(value, text));
  return summary.flatMap(({ start, said }) => {
    const place = (span: Span) => ({ start: start + span.start, end: start + span.end });
    const small = said.counts.flatMap((count): Found[] => {
      const others = counts.get(count.of);
      if (count.value > SMALL || others?.size !== 1 || others.has(count.value)) return [];
      return [{ span: place(count), message: message('summary-body-count', count.text, [...others.values()][0]!), evidence: [], fixes: [] }];
    });
    const large = said.numbers.flatMap((number): Found[] => {
      if (values.has(number.value) || number.value <= SMALL && Number.isInteger(number.value) && !/%|per/i.test(number.text)) return [];
      return [{ span: place(number), message: message('summary-body-number', number.text), evidence: [], fixes: [] }];
    });
    return [...small, ...large];
  });
}
