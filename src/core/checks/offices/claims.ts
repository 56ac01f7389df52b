import type { Actor } from '../../corpus/types.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import type { EventSentence } from '../events/sentences.ts';
import { subjectOf, type Analysis } from '../language/analysis.ts';
import type { Clause } from '../language/clauses.ts';
import { is, type NameToken, type Token } from '../language/tokens.ts';
import { ADVERBS, DETERMINERS, NEGATIONS } from '../language/words.ts';
import { actorOf } from './records.ts';
import { titleEndingAt, titlesWritten, type TitlePhrase } from './titles.ts';

/** Somebody is said to hold an office. */
export interface OfficeClaim {
  readonly person: Actor;
  readonly title: TitlePhrase;
  /** The clause whose time it is. */
  readonly clause: Clause;
  /** Title and name together where they stand together, else the title. */
  readonly span: Span;
  readonly words: string;
  readonly titleSpan: Span;
  readonly nameSpan: Span;
  /** Whether the title follows the name. */
  readonly isApposition: boolean;
  /** `from 1985 to 1999`, said of the time in office. */
  readonly range: EdtfDate | undefined;
  readonly rangeWords: string;
}

/** `Foreign Minister Alatas`, `Alatas, then foreign minister,`, `Alatas served as foreign minister from 1985`. */
export function findOfficeClaims(sentence: EventSentence, context: CheckContext): readonly OfficeClaim[] {
  const { analysis } = sentence;
  return analysis.tokens.flatMap((token, index) => {
    const person = personOf(token.kind === 'name' ? token : undefined, context);
    if (person === undefined || token.kind !== 'name') return [];
    const clause = analysis.clauseAt[index];
    if (clause === undefined || clause.modality === 'unsure' || isRecalled(analysis, index, clause)) return [];
    return [...titleBefore(analysis, index, token, person, clause, context), ...titleAfter(analysis, index, token, person, clause, context), ...titleOfVerb(analysis, index, token, person, context)];
  });
}

/** What outlives an office, or what is told of it later. */
const LEGACY = /^(?:memoirs?|biography|diary|diaries|papers|writings|legacy|example|precedent|footsteps|tradition|memory|methods?|style|diplomacy|ideas?|days|years|era|time|death|life)$/;
const RECALLING = /^(?:quot|cite?|recall|remember|invoke?|praise?|admire?|stud|follow|succeed|replace?|thank)$/;

/** `like Foreign Minister Y`, `the memoirs of Foreign Minister Y`, `quoted Foreign Minister Y`: an office of another time, maybe. */
function isRecalled({ tokens, prepositions }: Analysis, index: number, { verb }: Clause): boolean {
  const token = tokens[index]!;
  if (/^(?:like|unlike|than)$/.test(prepositions[index]!)) return true;
  if (token.kind === 'name' && token.possessive && (LEGACY.test(tokens[index + 1]?.text ?? '') || tokens[index + 2]?.text === 'of' && tokens[index + 3]?.kind === 'date')) return true;
  const of = prepositions[index] === 'of' ? tokens.findLastIndex((one, at) => at < index && one.text === 'of') : -1;
  if (LEGACY.test(tokens[of - 1]?.text ?? '')) return true;
  return verb !== undefined && verb.voice === 'active' && index > verb.main && prepositions[index] === '' && RECALLING.test(verb.lemma);
}

function personOf(token: NameToken | undefined, context: CheckContext): Actor | undefined {
  const actor = actorOf(token?.mention.keys ?? [], context);
  return actor?.type === 'person' ? actor : undefined;
}

function titleBefore(analysis: Analysis, index: number, name: NameToken, person: Actor, clause: Clause, context: CheckContext): OfficeClaim[] {
  const { tokens } = analysis;
  const hasComma = tokens[index - 1]?.kind === 'mark' && tokens[index - 1]!.text === ',';
  const title = titleEndingAt(analysis, hasComma ? beforeBody(tokens, index - 2) : index - 1, context);
  // `a foreign minister, Alatas` lists; `Indonesia’s foreign minister, Alatas,` does not.
  if (title === undefined || title.time !== 'now' || hasComma && title.organizations.length === 0 && !/^(?:the|as)$/.test(tokens[title.first - 1]?.text ?? '')) return [];
  const titleSpan = { start: tokens[title.first]!.start, end: tokens[title.last]!.end };
  return [{ person, title, clause, span: { start: titleSpan.start, end: name.end }, words: wordsOf(analysis, title), titleSpan, nameSpan: name, isApposition: false, range: undefined, rangeWords: '' }];
}

/** `the foreign minister of Indonesia, Alatas`: where the title ends. */
function beforeBody(tokens: readonly Token[], last: number): number {
  // `the Secretary-General in 1990, Y`
  if (tokens[last]?.kind === 'date' && /^(?:in|during)$/.test(tokens[last - 1]?.text ?? '')) return last - 2;
  if (tokens[last]?.kind !== 'name') return last;
  const at = last - (is(tokens[last - 1], DETERMINERS) ? 2 : 1);
  return /^(?:of|to|for|at)$/.test(tokens[at]?.text ?? '') ? at - 1 : last;
}

/** `Alatas, then Indonesia’s foreign minister,` and `Alatas (foreign minister from 1988)`. */
function titleAfter(analysis: Analysis, index: number, name: NameToken, person: Actor, clause: Clause, context: CheckContext): OfficeClaim[] {
  const { tokens } = analysis;
  const mark = tokens[index + 1];
  if (mark?.kind !== 'mark' || mark.text !== ',' && mark.text !== '(') return [];
  const found = titleFrom(analysis, index + 2, context);
  if (found === undefined || found.time !== 'now') return [];
  const range = rangeAfter(analysis, found.last);
  const end = tokens[endOfTitle(analysis, found)];
  const isDated = end?.kind === 'word' && /^(?:in|during)$/.test(end.text) && tokens[endOfTitle(analysis, found) + 1]?.kind === 'date';
  if (range === undefined && end !== undefined && end.kind !== 'mark' && end.kind !== 'date' && !isDated) return [];
  return [{ ...claimOf(analysis, found, name, person, clause), range: range?.date, rangeWords: range?.words ?? '' }];
}

/** `Alatas was foreign minister`, `who served as foreign minister until 1999`. */
function titleOfVerb(analysis: Analysis, index: number, name: NameToken, person: Actor, context: CheckContext): OfficeClaim[] {
  const { tokens, clauses } = analysis;
  return clauses.flatMap((clause): OfficeClaim[] => {
    const { verb } = clause;
    if (verb === undefined || clause.modality !== 'asserted' || verb.voice === 'passive' || !/^(?:be|serve|act|remain|work)$/.test(verb.lemma) || !subjectOf(analysis, clause).includes(index)) return [];
    // `Alatas’s deputy was`
    if (name.possessive || subjectOf(analysis, clause).some(other => other > index && tokens[other]!.kind === 'word' && !is(tokens[other], ADVERBS))) return [];
    const start = verb.main + 1 + (tokens[verb.main + 1]?.text === 'as' ? 1 : 0);
    if (verb.lemma !== 'be' && verb.lemma !== 'remain' && start === verb.main + 1) return [];
    const found = titleFrom(analysis, start, context);
    if (found === undefined || found.time !== 'now') return [];
    const range = rangeAfter(analysis, endOfTitle(analysis, found) - 1);
    return [{ ...claimOf(analysis, found, name, person, clause), range: range?.date, rangeWords: range?.words ?? '' }];
  });
}

function claimOf(analysis: Analysis, title: TitlePhrase, name: NameToken, person: Actor, clause: Clause): OfficeClaim {
  const titleSpan = { start: analysis.tokens[title.first]!.start, end: analysis.tokens[title.last]!.end };
  return { person, title, clause, span: titleSpan, words: wordsOf(analysis, title), titleSpan, nameSpan: name, isApposition: true, range: undefined, rangeWords: '' };
}

const MAX_LEAD = 6;

/** The title in a noun phrase that begins at a token. */
function titleFrom(analysis: Analysis, from: number, context: CheckContext): TitlePhrase | undefined {
  const { tokens } = analysis;
  let found: TitlePhrase | undefined;
  for (let index = from; index < tokens.length && index < from + MAX_LEAD + 5; index++) {
    const token = tokens[index]!;
    if (token.kind === 'mark' || token.kind === 'date') break;
    // `not yet foreign minister`, `soon to be foreign minister`
    // `his predecessor as foreign minister`
    if (found === undefined && (is(token, NEGATIONS) || token.text === 'as' && index > from || /^(?:soon|almost|nearly)$/.test(token.text))) return undefined;
    const title = token.kind === 'word' ? titleEndingAt(analysis, index, context) : undefined;
    if (title !== undefined && title.first >= from) found = title;
    else if (found !== undefined || token.kind === 'word' && /^(?:of|for)$/.test(token.text) && !isInTitle(tokens[index - 1], token, context)) break;
    if (index - from >= MAX_LEAD && found === undefined) break;
    if (token.kind === 'word' && /^(?:to|who|which|that|in|on|by|with|and)$/.test(token.text)) break;
  }
  return found;
}

/** `Head of State`: whether a title goes on with the preposition. */
function isInTitle(before: Token | undefined, preposition: Token, context: CheckContext): boolean {
  return before?.kind === 'word' && titlesWritten(context).some(title => title.includes(`${before.text} ${preposition.text} `));
}

/** The token after a title and the body that it names. */
function endOfTitle({ tokens }: Analysis, { last, organizations }: TitlePhrase): number {
  let index = last + 1;
  if (organizations.length > 0 && /^(?:of|for|at|to)$/.test(tokens[index]?.text ?? '')) {
    index++;
    while (is(tokens[index], DETERMINERS)) index++;
    index++;
  }
  return index;
}

function rangeAfter({ tokens }: Analysis, last: number): { readonly date: EdtfDate; readonly words: string } | undefined {
  const token = tokens[last + 1];
  return token?.kind === 'date' && token.date.date?.kind === 'span' && token.date.reading === 'explicit' ? { date: token.date.date, words: token.text } : undefined;
}

function wordsOf({ tokens }: Analysis, { first, last }: TitlePhrase): string {
  return tokens.slice(first, last + 1).map(token => token.text).join(' ');
}
