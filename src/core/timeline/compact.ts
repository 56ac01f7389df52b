import type { DateDto, EndDto, EventDto, RangeDto } from './types.ts';

const NONE: readonly never[] = [];

/** What many events have in common. */
type Common = Pick<EventDto, 'kind' | 'kindText' | 'place' | 'corpus' | 'background'>;

/** An event that says only what is its own, and points to the rest. */
class Compacted implements EventDto {
  readonly id: string;
  readonly title: string;
  readonly date: DateDto;
  readonly processes: EventDto['processes'];
  readonly participants: EventDto['participants'];
  readonly weight: number;
  readonly citekeys: EventDto['citekeys'];
  readonly citation: EventDto['citation'];
  readonly #common: Common;

  constructor(own: Omit<EventDto, keyof Common>, common: Common) {
    this.id = own.id;
    this.title = own.title;
    this.date = own.date;
    this.processes = own.processes;
    this.participants = own.participants;
    this.weight = own.weight;
    this.citekeys = own.citekeys;
    this.citation = own.citation;
    this.#common = common;
  }

  get kind(): EventDto['kind'] { return this.#common.kind; }
  get kindText(): string { return this.#common.kindText; }
  get place(): string { return this.#common.place; }
  get corpus(): string { return this.#common.corpus; }
  get background(): boolean { return this.#common.background; }
}

/**
 * Events that came through a message share nothing: each has its own copy of the same date, kind and lane. Here equal parts
 * become one again, which a hundred thousand events take a third of the memory by. One for all messages of one set of data.
 */
export class Compactor {
  readonly #texts = new Map<string, string>();
  readonly #dates = new Map<string, DateDto>();
  readonly #ends = new Map<string, EndDto>();
  readonly #lists = new Map<string, readonly string[]>();
  readonly #ranges = new Map<string, RangeDto>();
  readonly #commons = new Map<string, Common>();

  events(events: readonly EventDto[]): EventDto[] {
    return events.map(event => new Compacted({
      ...event, date: this.#date(event.date), processes: this.#list(event.processes),
      participants: event.participants.length === 0 ? NONE : event.participants.map(({ actor, role }) => ({ actor: this.#text(actor), role: this.#text(role) })), citekeys: this.#list(event.citekeys),
    }, this.#common(event)));
  }

  #common({ kind, kindText, place, corpus, background }: Common): Common {
    const key = [kind, kindText, place, corpus, background].join('\n');
    let known = this.#commons.get(key);
    if (known === undefined) { this.#commons.set(key, known = { kind, kindText, place, corpus, background }); }
    return known;
  }

  #text<T extends string>(text: T): T {
    const known = this.#texts.get(text);
    if (known !== undefined) { return known as T; }
    this.#texts.set(text, text);
    return text;
  }

  #list(list: readonly string[]): readonly string[] {
    if (list.length === 0) { return NONE; }
    const key = list.join('\n');
    let known = this.#lists.get(key);
    if (known === undefined) { this.#lists.set(key, known = list.map(text => this.#text(text))); }
    return known;
  }

  #date(date: DateDto): DateDto {
    const key = `${date.edtf}\n${date.text}`;
    let known = this.#dates.get(key);
    if (known === undefined) {
      known = {
        edtf: date.edtf, text: date.text === date.edtf ? date.edtf : date.text, shape: this.#text(date.shape), start: this.#range(date.start), end: this.#range(date.end),
        from: this.#end(date.from), to: this.#end(date.to), members: date.members.length === 0 ? NONE : date.members,
      };
      this.#dates.set(key, known);
    }
    return known;
  }

  #range(range: RangeDto): RangeDto {
    const key = String(range);
    const known = this.#ranges.get(key) ?? range;
    this.#ranges.set(key, known);
    return known;
  }

  #end(end: EndDto): EndDto {
    const key = `${end.kind} ${end.precision} ${end.approximate} ${end.uncertain}`;
    let known = this.#ends.get(key);
    if (known === undefined) { this.#ends.set(key, known = end); }
    return known;
  }
}
