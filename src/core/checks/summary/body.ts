import type { EntryKey } from '../../corpus/types.ts';
import { overlaps } from '../../dates/order.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { PlacedBlock, StillChunk } from '../../draft/still.ts';
import type { CheckContext } from '../context.ts';
import type { CheckedBlock, Draft, Placed } from '../rule.ts';
import { sectionAfter, type Heading } from '../sections.ts';
import { pointers, readings, readMeant, readSaid, type Readings } from './said.ts';

/** The blocks that say something, of the summary and of the rest, what stands after the argument left out. */
export function divided(headings: readonly Placed<Heading>[], draft: Draft, context: CheckContext): { readonly summary: readonly PlacedBlock[]; readonly body: Body } {
  const sections = headings.flatMap(({ start, fact: { section } }, index) => section === 'summary' || section === 'back' ? [{ section, start, end: sectionAfter(headings, index, draft.text.length) }] : []);
  const summary: PlacedBlock[] = [];
  const parts: Part[] = [];
  const wholes = context.memo(keptOfChunks);
  for (const { start, blocks } of draft.chunks) {
    const last = blocks.at(-1);
    const end = last === undefined ? start : start + last.start + last.block.length;
    if (sections.every(section => section.end <= start || end <= section.start)) {
      const kept = wholes.get(blocks) ?? keptOf(blocks);
      wholes.set(blocks, kept);
      parts.push({ start, kept });
      continue;
    }
    const body: PlacedBlock[] = [];
    for (const placed of blocks) {
      const at = start + placed.start;
      if (placed.block.sentences.length === 0) continue;
      const around = sections.filter(section => section.start <= at && at < section.end);
      if (around.length === 0) body.push(placed);
      else if (placed.block.kind !== 'heading' && around.some(({ section }) => section === 'summary')) summary.push({ start: at, block: placed.block });
    }
    parts.push({ start, kept: keptOf(body) });
  }
  return { summary, body: new Body(parts, draft, context) };
}

/** Some blocks of the body at their place in the draft. */
interface Part { readonly start: number; readonly kept: Kept }

/** What was worked out of some blocks that follow each other, each thing when it was first asked for. */
interface Kept {
  /** Those that say something. */
  readonly blocks: readonly PlacedBlock[];
  readonly sentences: number;
  said?: Together;
  meant?: ReadonlySet<EntryKey>;
  /** Whether a date in them overlaps one, by its EDTF. */
  readonly dated: Map<string, boolean>;
  /** Whether they have the people or the capital of an actor. */
  readonly pointing: Map<EntryKey, boolean>;
}

function keptOf(blocks: readonly PlacedBlock[]): Kept {
  const speaking = blocks.filter(({ block }) => block.sentences.length > 0);
  return { blocks: speaking, sentences: sentencesIn(speaking), dated: new Map(), pointing: new Map() };
}

/** Kept with chunks that are of the body as a whole, for as long as nothing in them changes. */
const keptOfChunks = () => new WeakMap<StillChunk['blocks'], Kept>();

export function sentencesIn(blocks: readonly PlacedBlock[]): number {
  return blocks.reduce((sum, { block }) => sum + (block.kind === 'heading' ? 0 : block.sentences.length), 0);
}

/** What some blocks say together. */
interface Together {
  readonly keys: ReadonlySet<EntryKey>;
  readonly dates: readonly EdtfDate[];
  readonly values: ReadonlySet<number>;
  /** By what is counted the counts of it, as written. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<number, string>>;
}

/** All that the body says, asked part by part: after a keystroke one part is read anew. */
export class Body {
  readonly sentences: number;
  readonly #parts: readonly Part[];
  readonly #draft: Draft;
  readonly #context: CheckContext;
  readonly #readings: Readings;

  constructor(parts: readonly Part[], draft: Draft, context: CheckContext) {
    this.#parts = parts;
    this.#draft = draft;
    this.#context = context;
    this.#readings = context.memo(readings);
    this.sentences = parts.reduce((sum, { kept }) => sum + kept.sentences, 0);
  }

  /** Whether a name may mean the entry. */
  names(key: EntryKey): boolean {
    return this.#parts.some(part => this.#said(part).keys.has(key));
  }

  /** Whether other words mean the event. */
  means(key: EntryKey): boolean {
    return this.#parts.some(part => (part.kept.meant ??= new Set(this.#all(part, readMeant).flat())).has(key));
  }

  /** Whether it has an actor’s people or capital. */
  pointsTo(key: EntryKey): boolean {
    const isOf = this.#context.memo(pointers).to(key);
    return this.#parts.some(part => remembered(part.kept.pointing, key, () => part.kept.blocks.some(placed => this.#read(part, placed, isOf))));
  }

  overlaps(date: EdtfDate): boolean {
    return this.#parts.some(part => remembered(part.kept.dated, date.edtf, () => this.#said(part).dates.some(other => overlaps(other, date) !== 'no')));
  }

  hasNumber(value: number): boolean {
    return this.#parts.some(part => this.#said(part).values.has(value));
  }

  countsOf(what: string): ReadonlyMap<number, string> {
    return new Map(this.#parts.flatMap(part => [...this.#said(part).counts.get(what) ?? []]));
  }

  #said(part: Part): Together {
    return part.kept.said ??= together(this.#all(part, readSaid));
  }

  #all<T>(part: Part, read: (block: CheckedBlock) => T): T[] {
    return part.kept.blocks.map(placed => this.#read(part, placed, read));
  }

  #read<T>({ start }: Part, placed: PlacedBlock, read: (block: CheckedBlock) => T): T {
    return this.#readings.of({ start: start + placed.start, block: placed.block }, this.#draft.text, read);
  }
}

function remembered<K>(known: Map<K, boolean>, key: K, find: () => boolean): boolean {
  let answer = known.get(key);
  if (answer === undefined) known.set(key, answer = find());
  return answer;
}

function together(all: readonly ReturnType<typeof readSaid>[]): Together {
  const counts = new Map<string, Map<number, string>>();
  for (const { of, value, text: words } of all.flatMap(said => said.counts)) {
    const others = counts.get(of);
    if (others === undefined) counts.set(of, new Map([[value, words]]));
    else others.set(value, words);
  }
  return {
    keys: new Set(all.flatMap(({ keys }) => [...keys])),
    dates: [...new Map(all.flatMap(({ dates }) => dates.map(date => [date.edtf, date] as const))).values()],
    values: new Set(all.flatMap(({ numbers }) => numbers.map(({ value }) => value))),
    counts,
  };
}
