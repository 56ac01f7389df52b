import { partsOf, resolveId } from '../../corpus/queries.ts';
import type { EntryKey } from '../../corpus/types.ts';
import { overlaps } from '../../dates/order.ts';
import type { EdtfDate } from '../../dates/types.ts';
import { asPattern, type Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import { isTellable } from '../events/compare.ts';
import { actorWordsOf } from '../events/actorWords.ts';
import { eventSentences } from '../events/sentences.ts';
import { countedIn } from '../figures/counted.ts';
import { circleOf } from '../offices/circle.ts';
import type { PlacedBlock, StillBlock } from '../../draft/still.ts';
import { CheckedBlock, draftRule, type Draft, type Placed } from '../rule.ts';
import { headingOf, sectionAfter, type Heading } from '../sections.ts';
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

/** A block of the summary. */
interface Part { readonly start: number; readonly said: Said }

/** All that the body says. */
interface Body {
  readonly keys: ReadonlySet<EntryKey>;
  readonly dates: readonly EdtfDate[];
  readonly values: ReadonlySet<number>;
  /** By what is counted the counts of it, as written. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<number, string>>;
  /** Whether any of its blocks is so. */
  some(is: (block: CheckedBlock, context: CheckContext) => boolean): boolean;
  /** All that `read` gives for its blocks. */
  all<T>(read: (block: CheckedBlock, context: CheckContext) => readonly T[]): ReadonlySet<T>;
}

/** Actors, events, dates and numbers of a summary that nothing else in the draft bears out. */
export const summaryBody = draftRule<Heading, readonly Placed<Heading>[]>({
  code: 'summary-body',
  gathering: { of: block => block.sentences.length === 0 ? undefined : headingOf(block), sum: facts => facts },
  check: (sums, draft, context) => {
    const headings = sums.flatMap(({ start: by, fact }) => fact.map(heading => ({ start: by + heading.start, fact: heading.fact })));
    if (headings.every(({ fact }) => fact.section !== 'summary')) return [];
    const { summary, body } = divided(headings, draft);
    // A summary that comes before its paper is not judged.
    if (summary.length === 0 || sentencesIn(body) < 2 * sentencesIn(summary)) return [];
    const known = context.memo(readings);
    const own = summary.map(placed => ({ start: placed.start, said: known.of(placed, draft.text, readSaid) }));
    const others = bodyOf(body, draft, known);
    return [...ofNames(own, others, context), ...ofDates(own, others), ...ofNumbers(own, others)];
  },
});

/** The blocks that say something, of the summary and of the rest, what stands after the argument left out. */
function divided(headings: readonly Placed<Heading>[], { text, blocks }: Draft): { readonly summary: readonly PlacedBlock[]; readonly body: readonly PlacedBlock[] } {
  const sections = headings.flatMap(({ start, fact: { section } }, index) => section === 'summary' || section === 'back' ? [{ section, start, end: sectionAfter(headings, index, text.length) }] : []);
  const summary: PlacedBlock[] = [];
  const body: PlacedBlock[] = [];
  for (const placed of blocks) {
    const { start, block } = placed;
    if (block.sentences.length === 0) continue;
    const around = sections.filter(section => section.start <= start && start < section.end);
    if (around.length === 0) body.push(placed);
    else if (block.kind !== 'heading' && around.some(({ section }) => section === 'summary')) summary.push(placed);
  }
  return { summary, body };
}

function bodyOf(blocks: readonly PlacedBlock[], { text }: Draft, known: Readings): Body {
  const keys = new Set<EntryKey>();
  const dates = new Map<string, EdtfDate>();
  const values = new Set<number>();
  const counts = new Map<string, Map<number, string>>();
  for (const placed of blocks) {
    const said = known.of(placed, text, readSaid);
    for (const key of said.keys) keys.add(key);
    for (const date of said.dates) dates.set(date.edtf, date);
    for (const { value } of said.numbers) values.add(value);
    for (const { of, value, text: words } of said.counts) {
      const others = counts.get(of);
      if (others === undefined) counts.set(of, new Map([[value, words]]));
      else others.set(value, words);
    }
  }
  return {
    keys, dates: [...dates.values()], values, counts,
    some: is => blocks.some(placed => known.of(placed, text, is)),
    all: read => new Set(blocks.flatMap(placed => known.of(placed, text, read))),
  };
}

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

  of<T>(placed: PlacedBlock, text: string, read: (block: CheckedBlock, context: CheckContext) => T): T {
    const { block } = placed;
    const known = this.#said.get(read) ?? new WeakMap<StillBlock, unknown>();
    this.#said.set(read, known);
    if (!known.has(block)) known.set(block, read(new CheckedBlock(placed, text, this.#context), this.#context));
    return known.get(block) as T;
  }
}

function readings(context: CheckContext): Readings {
  return new Readings(context);
}

function readSaid(block: CheckedBlock): Said {
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
    counts: countedIn(block).flatMap(({ token, words, isPercent }) => isPercent || TIMES.test(words.head) ? [] : [{ start: token.start, end: token.end, text: block.text.slice(token.start, token.end), value: token.number.value, of: [...[...words.words].sort(), ...[...words.actors].sort()].join(' ') }]),
  };
}

/** The events that words of a block mean that are no names. */
function readMeant(block: CheckedBlock): readonly EntryKey[] {
  return eventSentences(block).flatMap(({ refs }) => refs.flatMap(({ events }) => events.map(({ key }) => key)));
}

/** In characters: what runs on for pages is no sentence. */
const LONGEST = 2000;
const TIMES = /^(?:year|decad|day|month|week|hour|tim|page|point|section|chapter)/;

function ofNames(summary: readonly Part[], body: Body, context: CheckContext): Found[] {
  let all: ReadonlySet<EntryKey> | undefined;
  const meant = () => all ??= new Set([...body.keys, ...body.all(readMeant)]);
  const done = new Set<EntryKey>();
  return summary.flatMap(({ start, said }) => said.names.flatMap((name): Found[] => {
    if (done.has(name.key) || isBorneOut(name.key, body.keys, context) || isBorneOut(name.key, meant(), context)) return [];
    done.add(name.key);
    const entry = context.snapshot.entries.get(name.key);
    if (entry === undefined || entry.class === 'concept' || entry.class === 'actor' && body.some(context.memo(pointers).to(name.key))) return [];
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

/** Tells whether a block has an actor’s people or capital: `Vietnamese troops`. */
class Pointers {
  readonly #context: CheckContext;
  readonly #known = new Map<EntryKey, (block: CheckedBlock) => boolean>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  to(key: EntryKey): (block: CheckedBlock) => boolean {
    const known = this.#known.get(key) ?? this.#make(key);
    this.#known.set(key, known);
    return known;
  }

  #make(key: EntryKey): (block: CheckedBlock) => boolean {
    const words = [...actorWordsOf(this.#context)].flatMap(([word, keys]) => keys.includes(key) ? [word] : []);
    if (words.length === 0) return () => false;
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.map(asPattern).join('|')})(?![\\p{L}\\p{N}])`, 'iu');
    return ({ text }) => pattern.test(text);
  }
}

function pointers(context: CheckContext): Pointers {
  return new Pointers(context);
}

function ofDates(summary: readonly Part[], { dates }: Body): Found[] {
  const done = new Set<string>();
  return summary.flatMap(({ start, said }) => said.told.flatMap((told): Found[] => {
    if (done.has(told.date.edtf) || dates.some(date => overlaps(date, told.date) !== 'no')) return [];
    done.add(told.date.edtf);
    return [{ span: { start: start + told.start, end: start + told.end }, message: message('summary-body-date', told.text), evidence: [], fixes: [] }];
  }));
}

/** Up to here numbers are small: a draft has them without saying them, as by the number of its headings. */
const SMALL = 12;

function ofNumbers(summary: readonly Part[], { values, counts }: Body): Found[] {
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
