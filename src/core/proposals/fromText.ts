import type { ActorType, Entry, EntryKey, Snapshot } from '../corpus/types.ts';
import { isWithin } from '../dates/order.ts';
import { parseEdtf } from '../dates/edtf.ts';
import { readDraft, type DraftContext, type Mention, type Sentence } from '../draft/index.ts';
import { proposeEntries } from '../draft/proposals.ts';
import { officesIn } from './offices.ts';
import { idOf, type Proposal, type Provenance } from './types.ts';

/** A passage to be looked at, and where it stands. */
export type PassageToRead = Provenance;

/** Of one text; what comes after is left for another time. */
const MOST_STATEMENTS = 60;
const MOST_OTHERS = 400;
const LONGEST_SENTENCE = 600;

/**
 * Gathers what the passages of a text propose: names that no corpus knows, dated events, offices, dates of events that have none,
 * and sentences that say something of several entries. Passages are taken one by one, so that a long text holds nobody up.
 */
export class TextProposals {
  readonly #context: DraftContext;
  readonly #actors = new Map<string, { readonly proposal: Proposal; times: number }>();
  readonly #others = new Map<string, Proposal>();
  #statements = 0;

  constructor(context: DraftContext) {
    this.#context = context;
  }

  add(from: PassageToRead): void {
    const text = from.passage.replace(/\s+/gu, ' ');
    const reading = readDraft(text, this.#context);
    const { actors, events } = proposeEntries(reading);
    for (const { name, type, times, sentence } of actors) this.#addActor(name, type, times, { ...from, passage: sentence });
    for (const { name, kind, edtf, sentence } of events) {
      this.#put({ id: idOf('event', name, edtf, from.source), kind: 'event', from: { ...from, passage: sentence }, name, eventKind: kind, edtf, place: undefined, participants: [] });
    }
    for (const sentence of reading.blocks.flatMap(block => block.sentences)) this.#addSentence(text, sentence, from);
  }

  /** The often named before the others; a name that stands only once and alone is left out. */
  get all(): Proposal[] {
    const actors = [...this.#actors.values()].filter(({ proposal, times }) => times > 1 || proposal.kind === 'actor' && proposal.name.includes(' ')).toSorted((a, b) => b.times - a.times);
    return [...this.#others.values(), ...actors.slice(0, MOST_OTHERS).map(({ proposal }) => proposal)];
  }

  #addActor(name: string, type: ActorType, times: number, from: Provenance): void {
    const known = this.#actors.get(name);
    if (known !== undefined) { known.times += times; return; }
    this.#actors.set(name, { proposal: { id: idOf('actor', name, from.source), kind: 'actor', from, name, type }, times });
  }

  #addSentence(text: string, sentence: Sentence, from: PassageToRead): void {
    const { snapshot } = this.#context;
    const words = text.slice(sentence.start, sentence.end).trim();
    const here = { ...from, passage: words };
    for (const { person, role, organization } of officesIn(text, sentence, snapshot)) {
      this.#put({ id: idOf('office', person, role, organization, from.source), kind: 'office', from: here, name: person, role, organization });
    }
    const entries = entriesOf(sentence.mentions, snapshot);
    this.#addDate(entries, sentence, here);
    if (entries.length < 2 || words.length > LONGEST_SENTENCE || sentence.dates.length === 0 || this.#statements >= MOST_STATEMENTS || isKnownClaim(words, entries)) return;
    const about = entries.find(entry => entry.class === 'event') ?? entries[0]!;
    if (this.#put({ id: idOf('statement', about.key, words, from.source), kind: 'statement', from: here, about: about.key, name: about.name })) this.#statements++;
  }

  /** One event and one date in a sentence: it may be the event's, when the corpus has none or one that is less exact. */
  #addDate(entries: readonly Entry[], { dates }: Sentence, from: Provenance): void {
    const events = entries.filter(entry => entry.class === 'event');
    const [event] = events;
    const date = dates.length === 1 && dates[0]!.reading === 'explicit' ? dates[0]!.date : undefined;
    if (event === undefined || events.length > 1 || date === undefined || event.kind === 'process') return;
    const known = event.date;
    if (known !== undefined && (known.edtf === date.edtf || isWithin(date, known) !== 'yes' || parseEdtf(date.edtf) === undefined)) return;
    this.#put({ id: idOf('date', event.key, date.edtf, from.source), kind: 'date', from, event: event.key, name: event.name, edtf: date.edtf });
  }

  #put(proposal: Proposal): boolean {
    if (this.#others.has(proposal.id) || this.#others.size >= MOST_OTHERS) return false;
    this.#others.set(proposal.id, proposal);
    return true;
  }
}

/** What is named beyond doubt, each once. */
function entriesOf(mentions: readonly Mention[], { entries }: Snapshot): Entry[] {
  const keys = new Set<EntryKey>(mentions.flatMap(({ keys: own }) => own.length === 1 ? own : []));
  return [...keys].flatMap(key => entries.get(key) ?? []);
}

function isKnownClaim(words: string, entries: readonly Entry[]): boolean {
  return entries.some(entry => entry.statements.some(one => one.text === `“${words}”` || one.text === words));
}
