import type { Citation, Entry, EntryKey } from '../../corpus/types.ts';
import { Inside } from '../../draft/inside.ts';
import { findNumbers } from '../../draft/numbers.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { actorLexiconOf, actorWordsOf } from '../events/actorWords.ts';
import { stem } from '../language/stem.ts';
import { classesOf, DETERMINERS, PREPOSITIONS } from '../language/words.ts';

/** A number on record: of a figure, or in a name such as `five permanent members of the Security Council`. */
export interface Figure {
  readonly value: number;
  readonly isPercent: boolean;
  /** An estimate is not contradicted by one near it. */
  readonly isEstimate: boolean;
  /** The noun that is counted, as a stem. */
  readonly head: string;
  /** All words of what is counted, as stems, the head included; and the actors among them. */
  readonly words: ReadonlySet<string>;
  readonly actors: ReadonlySet<EntryKey>;
  /** `6 P5 meetings` */
  readonly text: string;
  /** What is counted, in small letters: `jakarta informal meetings`. */
  readonly unit: string;
  readonly entry: Entry;
  readonly citations: readonly Citation[];
  readonly date: EdtfDate | undefined;
}

/** All numbers on record by the stems of what they count. */
export function figuresOf(context: CheckContext): ReadonlyMap<string, readonly Figure[]> {
  return context.memo(makeFigures);
}

/** What is counted nowhere: any text has years and people. */
export const VAGUE = new Set(['year', 'decad', 'day', 'month', 'peopl', 'person', 'tim', 'dollar', 'point']);

function makeFigures(context: CheckContext): ReadonlyMap<string, readonly Figure[]> {
  const index = new Map<string, Figure[]>();
  const add = (figure: Figure | undefined) => {
    if (figure === undefined || VAGUE.has(figure.head) && figure.words.size < 2) return;
    index.set(figure.head, [...index.get(figure.head) ?? [], figure]);
  };
  for (const entry of context.snapshot.entries.values()) {
    if (entry.class === 'concept' && entry.figure !== undefined) add(figureOf(entry, `${entry.figure.amount} ${entry.figure.unit}`, entry.citations, entry.date, context));
    else if (entry.class === 'actor' && entry.type === 'collective') for (const { text, citations } of entry.names) add(figureOf(entry, text, citations, undefined, context));
  }
  return index;
}

function figureOf(entry: Entry, text: string, citations: readonly Citation[], date: EdtfDate | undefined, context: CheckContext): Figure | undefined {
  const [number] = findNumbers(text, 0, text.length, new Inside([]));
  if (number?.start !== 0) return undefined;
  const isPercent = /%|per\s?cent/i.test(text.slice(0, number.end + 12));
  const unit = text.slice(number.end).replace(/^\s*per\s?cent(?:\s+of)?(?:\s+the)?/i, '').replace(/\(.*$/, '');
  const counted = wordsOf(unit, context);
  return counted === undefined ? undefined : { value: number.value, isPercent: isPercent || /%|per\s?cent|quarter|third|half|fifth|tenth/i.test(number.text), isEstimate: /estimat|about|some|almost/i.test(text), ...counted, text: text.replace(/\s*\(.*$/, ''), unit: unit.trim().toLowerCase(), entry, citations, date };
}

/** What a noun phrase counts: `permanent members of the Security Council`. Its head is the last noun before a preposition. */
export function wordsOf(given: string, context: CheckContext): Pick<Figure, 'head' | 'words' | 'actors'> | undefined {
  const phrase = given.replace(/\b(?:rounds of (?=.*talks)|(?<=rounds of .*)talks\b)/g, 'meetings ').replace(/\bmember (?:states|countries|nations)\b/gi, 'members').replace(/(?<=^\s*[A-Z]{2,}\s)(?:states|countries|nations)\b/, 'members');
  const words = new Set<string>();
  const actors = new Set<EntryKey>();
  const mentions = actorLexiconOf(context).find(phrase);
  for (const { targets } of mentions) if (targets.length === 1) actors.add(targets[0]!);
  let head = '';
  let isHeadDone = false;
  for (const match of phrase.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    const word = match[0].toLowerCase();
    const classes = classesOf(word);
    if ((classes & PREPOSITIONS) !== 0) isHeadDone ||= head !== '';
    if ((classes & (PREPOSITIONS | DETERMINERS)) !== 0) continue;
    const pointed = /^\p{Lu}/u.test(match[0]) ? actorWordsOf(context).get(word) : undefined;
    if (pointed?.length === 1) actors.add(pointed[0]!);
    const isName = pointed !== undefined || mentions.some(({ start, end }) => start <= match.index && match.index < end);
    // The noun of `ASEAN members` counts though it is in a name.
    if (!isName || /^(?:members|parties|factions)$/.test(word)) words.add(stem(word));
    if (!isHeadDone && !isParticiple(word)) head = stem(word);
  }
  return head === '' ? undefined : { head, words, actors };
}

function isParticiple(word: string): boolean {
  return /(?:ed|ing)$/.test(word) || word === 'held';
}
