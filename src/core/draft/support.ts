import { fold } from '../corpus/lookup.ts';
import { happenedWithin } from '../corpus/when.ts';
import type { Snapshot, Statement } from '../corpus/types.ts';
import type { Sentence } from './types.ts';

/** A statement that may bear a sentence out. */
export interface Support {
  readonly statement: Statement;
  readonly score: number;
}

/** Words that say nothing of what a sentence is about. */
const SHORT = 4;
const MENTION_WEIGHT = 4;
const DATE_WEIGHT = 3;
const WORDS_WEIGHT = 12;
/** Less than one name, or a third of the words, in common is chance. */
const LEAST = 4;

/**
 * The statements that bear a sentence out, best first: those that name whom it names, of the dates that it gives, in like words.
 * Only statements with a citation are any use.
 * @param text the words of the sentence
 */
export function supportFor(sentence: Sentence, text: string, snapshot: Snapshot, limit = 20): Support[] {
  const keys = new Set(sentence.mentions.flatMap(({ keys: all }) => (all.length === 1 ? all : [])));
  const words = wordsOf(text);
  const candidates = keys.size === 0 ? snapshot.statements : new Set([...keys].flatMap(key => snapshot.statementsAbout.get(key) ?? []));
  const dates = sentence.dates.flatMap(({ date }) => date ?? []);
  const found: Support[] = [];
  for (const statement of candidates) {
    if (statement.citations.length === 0) { continue; }
    const shared = statement.mentions.filter(key => keys.has(key)).length;
    const timely = dates.filter(date => statement.dates.some(other => other.date !== undefined && (happenedWithin(other.date, date) === 'yes' || happenedWithin(date, other.date) === 'yes'))).length;
    const own = wordsOf(statement.text);
    const common = [...own].filter(word => words.has(word)).length;
    const score = shared * MENTION_WEIGHT + timely * DATE_WEIGHT + WORDS_WEIGHT * common / Math.max(1, Math.min(words.size, own.size));
    if (score >= LEAST) { found.push({ statement, score }); }
  }
  return found.sort((a, b) => b.score - a.score).slice(0, limit);
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).split(' ').filter(word => word.length >= SHORT));
}
