import type { EntryKey } from '../../corpus/types.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { PlacedBlock, StillBlock } from '../../draft/still.ts';
import { asPattern, type Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import { actorWordsOf } from '../events/actorWords.ts';
import { isTellable } from '../events/compare.ts';
import { eventSentences } from '../events/sentences.ts';
import { countedIn } from '../figures/counted.ts';
import { CheckedBlock } from '../rule.ts';

/** What a block says, to be held against what others say. */
export interface Said {
  /** Entries named by a settled name outside quotations. */
  readonly names: readonly (Span & { readonly key: EntryKey })[];
  /** All entries that names may mean. */
  readonly keys: ReadonlySet<EntryKey>;
  readonly told: readonly (Span & { readonly date: EdtfDate; readonly text: string })[];
  readonly dates: readonly EdtfDate[];
  readonly numbers: readonly (Span & { readonly text: string; readonly value: number })[];
  readonly counts: readonly (Span & { readonly text: string; readonly value: number; readonly of: string })[];
}

/** What was worked out for blocks, once for each; none is for a draft without a summary. */
export class Readings {
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

export function readings(context: CheckContext): Readings {
  return new Readings(context);
}

export function readSaid(block: CheckedBlock): Said {
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
export function readMeant(block: CheckedBlock): readonly EntryKey[] {
  return eventSentences(block).flatMap(({ refs }) => refs.flatMap(({ events }) => events.map(({ key }) => key)));
}

/** In characters: what runs on for pages is no sentence. */
const LONGEST = 2000;
const TIMES = /^(?:year|decad|day|month|week|hour|tim|page|point|section|chapter)/;

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

export function pointers(context: CheckContext): Pointers {
  return new Pointers(context);
}
