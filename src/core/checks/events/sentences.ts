import type { Sentence } from '../../draft/types.ts';
import type { CheckContext } from '../context.ts';
import { analyse, type Analysis } from '../language/analysis.ts';
import type { CheckedBlock } from '../rule.ts';
import { anaphora, pronounAt, subjectTakenUp } from './anaphora.ts';
import { findDatings, type Dating } from './dating.ts';
import { hasEventNoun } from './phraseRefs.ts';
import { findPhrases, inOrder, withClauses, type EventRef } from './refs.ts';

/** Sentences before, as far back as a noun alone takes up what they name. */
const REACH = 2;
const BEGINS_WITH_PRONOUN = /^[^.;:]{0,40}?\b(?:it|they) /i;
const NO_REFS: readonly EventRef[] = [];
const NO_DATINGS: readonly Dating[] = [];

/**
 * A sentence with the events that it speaks of. It is taken apart when a rule asks, and then for all rules; a rule that can tell
 * from the words alone that it has nothing to say asks for no more.
 */
export class EventSentence {
  /** As it was read, with the pronoun that it begins with among those named. */
  readonly sentence: Sentence;
  readonly #text: string;
  readonly #context: CheckContext;
  /** Those before it in its paragraph that it may take up, the nearest last. */
  readonly #before: readonly EventSentence[];
  #words: string | undefined;
  #analysis: Analysis | undefined;
  #phrases: readonly EventRef[] | undefined;
  #refs: readonly EventRef[] | undefined;
  #datings: readonly Dating[] | undefined;

  constructor(text: string, sentence: Sentence, context: CheckContext, before: readonly EventSentence[]) {
    this.sentence = sentence;
    this.#text = text;
    this.#context = context;
    this.#before = before;
  }

  /** The sentence as written. */
  get words(): string {
    return this.#words ??= this.#text.slice(this.sentence.start, this.sentence.end);
  }

  get analysis(): Analysis {
    return this.#analysis ??= analyse(this.#text, this.sentence);
  }

  /** References by names and noun phrases, in the order of the sentence. */
  get phrases(): readonly EventRef[] {
    return this.#phrases ??= this.#maySpeakOfEvents() ? this.#withTakenUp(findPhrases(this.analysis, this.#context)) : NO_REFS;
  }

  #withTakenUp(own: readonly EventRef[]): readonly EventRef[] {
    if (this.#before.length === 0) return own;
    const it = BEGINS_WITH_PRONOUN.test(this.words) ? subjectTakenUp(this.analysis, this.#before.at(-1)!) : undefined;
    const more = [...it === undefined ? [] : [it], ...anaphora(this.analysis, this.#before, own)];
    return more.length === 0 ? own : inOrder([...own, ...more]);
  }

  /** Whether there is a name of an event, or a noun or pronoun that an event can be called by. */
  #maySpeakOfEvents(): boolean {
    const { entries } = this.#context.snapshot;
    return this.sentence.mentions.some(({ keys }) => keys.some(key => entries.get(key)?.class !== 'actor')) || hasEventNoun(this.words)
      || this.#before.length > 0 && BEGINS_WITH_PRONOUN.test(this.words);
  }

  /** These, and whole clauses that say what the name of an event says. */
  get refs(): readonly EventRef[] {
    return this.#refs ??= withClauses(this.phrases, this.analysis, this.#context);
  }

  get datings(): readonly Dating[] {
    return this.#datings ??= this.sentence.dates.length === 0 ? NO_DATINGS : findDatings(this.analysis, this.refs);
  }
}

/** The sentences of a block that name anything of the record, or a date; none of a block quotation. All rules share one. */
export function eventSentences(block: CheckedBlock): readonly EventSentence[] {
  return block.once(findEventSentences);
}

function findEventSentences(block: CheckedBlock): readonly EventSentence[] {
  return ownSentences(block).filter(({ sentence }) => sentence.mentions.length > 0 || sentence.dates.length > 0);
}

/** All sentences of a block; none of a block quotation. All rules share one. */
export function ownSentences(block: CheckedBlock): readonly EventSentence[] {
  return block.once(readSentences);
}

function readSentences({ kind, text, sentences }: CheckedBlock, context: CheckContext): readonly EventSentence[] {
  const read: EventSentence[] = [];
  if (kind === 'quote') return read;
  for (const sentence of sentences) {
    const before = read.slice(-REACH);
    const pronoun = before.length === 0 ? undefined : pronounAt(text, sentence, before.at(-1)!, context);
    const known = pronoun === undefined ? sentence : { ...sentence, mentions: [...sentence.mentions, pronoun].sort((a, b) => a.start - b.start) };
    read.push(new EventSentence(text, known, context, before));
  }
  return read;
}
