import { resolveId } from '../../corpus/queries.ts';
import type { EntryKey } from '../../corpus/types.ts';
import { overlaps } from '../../dates/order.ts';
import type { Sentence } from '../../draft/types.ts';
import type { CheckContext } from '../context.ts';
import { actorsOf } from '../events/actorWords.ts';
import { ownSentences, type EventSentence } from '../events/sentences.ts';
import { subjectOf, type Analysis } from '../language/analysis.ts';
import { stem } from '../language/stem.ts';
import { is, type NumberToken, type Token } from '../language/tokens.ts';
import { ADVERBS, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from '../language/words.ts';
import type { CheckedBlock } from '../rule.ts';
import { figuresOf, VAGUE, wordsOf, type Figure } from './figures.ts';
import { percentOf } from './percent.ts';

/** A number that a sentence asserts, with what it counts. */
export interface Counted {
  readonly token: NumberToken;
  readonly sentence: Sentence;
  readonly words: NonNullable<ReturnType<typeof wordsOf>>;
  readonly isPercent: boolean;
  /** Figures of the record that count the same. */
  readonly figures: readonly Figure[];
  /** Those of them that the number agrees with. */
  readonly agreeing: readonly Figure[];
}

/** What the numbers of a block count; nothing of a block quotation. All rules share one reading. */
export function countedIn(block: CheckedBlock): readonly Counted[] {
  return block.once(findCounted);
}

function findCounted(block: CheckedBlock, context: CheckContext): readonly Counted[] {
  return ownSentences(block).flatMap(spoken => spoken.sentence.numbers.length === 0 ? [] : countedBy(block, spoken, context));
}

function countedBy(block: CheckedBlock, { sentence, analysis }: EventSentence, context: CheckContext): Counted[] {
  return analysis.tokens.flatMap((token, index): Counted[] => {
    if (token.kind !== 'number' || !isSaid(analysis, index)) return [];
    const next = analysis.tokens[index + 1];
    // `six P5 meetings` as the record has it.
    if (next?.kind === 'name' && next.mention.keys.every(key => context.snapshot.entries.get(key)?.class === 'concept')) return [];
    const words = timesMet(analysis, index, context) ?? wordsOf(phraseAfter(block.text, analysis, index), context);
    if (words === undefined) return [];
    const subject = subjectActors(analysis, index, context);
    const isPercent = /%|per\s?cent|pct|quarter|third|half(?!\s+a\b)|halves|fifth|sixth|tenth/i.test(token.text);
    const named = figuresNamed(next, context);
    const figures = (named.length > 0 ? named : figuresOf(context).get(words.head) ?? []).filter(figure => figure.isPercent === isPercent && (named.length > 0 || fits(figure, words, isDefinite(analysis, index), subject)) && isOfTime(figure, sentence, analysis, index) && isOfFate(figure, analysis) && isByThem(figure, analysis, index, context));
    return [{ token, sentence, words, isPercent, figures, agreeing: figures.filter(figure => agrees(figure, token, analysis, index)) }];
  });
}

/** `the three factions never met` says that there were three, and so does `its six members could …`. */
function isSaid(analysis: Analysis, index: number): boolean {
  const clause = analysis.clauseAt[index];
  const before = analysis.tokens[index - 1];
  return clause?.modality === 'asserted' || clause?.modality === 'negated' && isDefinite(analysis, index) || clause !== undefined && /^(?:|when|while)$/.test(clause.link) && clause.kind !== 'complement' && /^(?:its|their)$/.test(before?.text ?? '');
}

/** Figures of an event by any of its names: `five JIMs`. */
function figuresNamed(next: Token | undefined, context: CheckContext): readonly Figure[] {
  const entry = next?.kind === 'name' && next.mention.keys.length === 1 ? context.snapshot.entries.get(next.mention.keys[0]!) : undefined;
  return entry?.class !== 'event' ? [] : [...figuresOf(context).values()].flat().filter(figure => entry.names.some(name => name.text.toLowerCase() === figure.unit));
}

/** `the P5 met six times`, `met on four occasions`: their meetings are counted. */
function timesMet(analysis: Analysis, index: number, context: CheckContext): Counted['words'] | undefined {
  const { tokens, clauseAt } = analysis;
  const verb = clauseAt[index]?.verb;
  if (!isTimes(tokens[index + 1]) || verb === undefined || verb.main > index || !/^(?:meet|convene|gather|assemble)$/.test(verb.lemma) && !(verb.lemma === 'come' && tokens[verb.main + 1]?.text === 'together')) return undefined;
  const actors = new Set(subjectOf(analysis, clauseAt[index]!).flatMap(at => actorsOf(tokens[at]!, context)));
  const head = stem('meetings');
  return actors.size === 0 ? undefined : { head, words: new Set([head]), actors };
}

function isTimes(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^(?:times|occasions)$/.test(token.text);
}

/** Words after a number that say what is counted: up to a verb, a mark or a preposition other than `of`, `on` and `in`. */
function phraseAfter(text: string, { tokens, clauseAt }: Analysis, index: number): string {
  const clause = clauseAt[index];
  // `killed 1.7 million Cambodians` counts those killed.
  const before = clause?.verb;
  const fate = before !== undefined && before.main < index && before.voice === 'active' && LOST.test(before.lemma) ? ` ${before.lemma}ed` : '';
  let end = tokens[index]!.end;
  // `devoted seven articles to human rights`, `seven articles devoted to human rights`
  let isGiven = tokens.slice(0, index).some(token => /^(?:devot|dedicat)/.test(token.text));
  let isLinked = false;
  for (let at = index + 1; at < tokens.length && at < index + 10; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' && token.kind !== 'name') break;
    if (at > index + 1 && /^(?:devoted|dedicated|relating|pertaining|dealing|concerned|concerning)$/.test(token.text)) {
      isLinked = isGiven = true;
      continue;
    }
    const verb = clauseAt[at]?.verb;
    const isVerb = verb !== undefined && verb.first <= at && at <= verb.main;
    // `1.7 million Cambodians were killed` counts those killed.
    if (isVerb && at > index + 1 && !isLinked) return `${text.slice(tokens[index]!.end, end)} ${LOST.test(verb.lemma) || verb.lemma === 'hold' ? `${verb.lemma}ed` : ''}`;
    if (!isLinked && (isVerb || clauseAt[at] !== clause && clauseAt[at] !== undefined)) break;
    if (token.kind === 'word' && (is(token, PREPOSITIONS) && !/^(?:of|on|in|within)$/.test(token.text) && !(isGiven && /^(?:to|with)$/.test(token.text)) || is(token, CONJUNCTIONS | ADVERBS) || is(token, DETERMINERS) && !is(tokens[at - 1], PREPOSITIONS))) break;
    if (token.kind === 'word' && /^(?:other|others|more|further|additional|times)$/.test(token.text)) return '';
    end = token.end;
  }
  return text.slice(tokens[index]!.end, end) + fate;
}

const LOST = /^(?:kill|murder|displace|uproot)$/;

/** Whether what is counted is what the figure counts: nothing that it has is missing, or `the` says that the whole is meant. */
function fits(figure: Figure, counted: NonNullable<ReturnType<typeof wordsOf>>, isWhole: boolean, subject: readonly EntryKey[]): boolean {
  const isAll = [...figure.words].every(word => counted.words.has(word)) && [...figure.actors].every(actor => counted.actors.has(actor) || subject.includes(actor));
  const isMore = [...counted.words].some(word => !figure.words.has(word)) || [...counted.actors].some(actor => !figure.actors.has(actor));
  if (isAll) return !isMore || figure.words.size + figure.actors.size > 1;
  return isWhole && !isMore && !COMMON.has(counted.head) && counted.words.size + counted.actors.size >= Math.max(1, figure.words.size + figure.actors.size - 1);
}

/** What there are many of: `the two meetings` are not those of the record. */
const COMMON = new Set(['meet', 'talk', 'confere', 'articl', 'report', 'visit', 'letter', 'round', 'session', 'member', 'stat', 'countr', 'part', ...VAGUE]);

/** Who held, had or numbered what is counted: `the P5 held four meetings`. */
function subjectActors(analysis: Analysis, index: number, context: CheckContext): readonly EntryKey[] {
  const clause = analysis.clauseAt[index];
  const before = analysis.tokens[index - 1];
  // `ASEAN’s six members`
  const owners = before?.kind === 'name' && before.possessive ? actorsOf(before, context) : [];
  const isIts = before?.kind === 'word' && /^(?:its|their)$/.test(before.text);
  const isHad = clause?.verb !== undefined && clause.verb.main < index && /^(?:hold|have|number|comprise|include|consist|count|total)$/.test(clause.verb.lemma);
  return clause?.verb === undefined || !isHad && !isIts ? owners : [...owners, ...subjectOf(analysis, clause).flatMap(at => actorsOf(analysis.tokens[at]!, context))];
}

/** `the four factions`, `all six members`, `its three parties`. */
function isDefinite({ tokens }: Analysis, index: number): boolean {
  const before = tokens[index - 1];
  return before?.kind === 'word' && /^(?:the|all|its|their|both|these|those)$/.test(before.text) || before?.kind === 'name' && before.possessive;
}

/** They say that another time is meant than the one that the record has its number for, and not which. */
const SOME_TIME = /\b(?:then|at (?:the|that) time|now|today|currently|still|later|eventually|initially|originally|in those days)\b/i;

function isOfTime(figure: Figure, { dates }: Sentence, { tokens, clauseAt }: Analysis, index: number): boolean {
  if (figure.date === undefined) return true;
  // `Today it has ten; in 1981 it had five`: without a date beside the number, none of the others is its own for certain.
  const near = dates.length === 0 ? tokens : tokens.filter((_, at) => clauseAt[at] === clauseAt[index]);
  if (!near.some(({ kind }) => kind === 'date') && SOME_TIME.test(near.map(({ text }) => text).join(' '))) return false;
  const told = dates.flatMap(({ date }) => date ?? []);
  const from = figure.date.start.earliest;
  return told.length === 0 || told.some(date => overlaps(date, figure.date!) !== 'no' && (Number.isFinite(figure.date!.end.latest) || date.start.earliest - from < LONG_AGO));
}
/** Whether those who killed, where the clause says who, took part in what the figure is the toll of: not `the bombing killed 100,000`. */
function isByThem({ entry }: Figure, analysis: Analysis, index: number, context: CheckContext): boolean {
  const clause = analysis.clauseAt[index];
  if (entry.class !== 'concept' || clause?.verb === undefined || !LOST.test(clause.verb.lemma)) return true;
  const { snapshot } = context;
  const events = entry.evidence.flatMap(({ entry: id }) => { const event = resolveId(snapshot, id, entry.corpusId); return event?.class === 'event' ? [event] : []; });
  const parties = new Set(events.flatMap(event => event.participants.flatMap(({ actor }) => resolveId(snapshot, actor, event.corpusId)?.key ?? [])));
  const isPassive = clause.verb.voice === 'passive';
  const doers = isPassive ? clause.own.filter(at => analysis.prepositions[at] === 'by') : subjectOf(analysis, clause);
  return parties.size === 0 || isPassive && doers.length === 0 || doers.some(at => actorsOf(analysis.tokens[at]!, context).some(key => parties.has(key)));
}

/** Words for what becomes of people: those who were killed, those who were driven out. */
const FATES = [/^(?:kill|murder|die|dying|dead|death|perish|execut|massacre|slaughter|exterminat|annihilat|wiped|genocid|toll|victim)/, /^(?:displac|flee|fled|uproot|refuge|exile|driven|drove|expel|evict|homeless)/];

/** A share of the population that was killed is none of one that can read: what became of it has to be said. */
function isOfFate({ isPercent, entry }: Figure, { tokens }: Analysis): boolean {
  const fate = isPercent ? entry.name.toLowerCase().split(/[^\p{L}]+/u).filter(word => /(?:ed|own)$/.test(word)) : [];
  return fate.every(word => tokens.some(token => token.kind !== 'date' && token.kind !== 'number' && (stem(token.text) === stem(word) || FATES.some(kin => kin.test(word) && kin.test(token.text.toLowerCase())))));
}

/** A number `since 1979` says little of 1999. In days. */
const LONG_AGO = 12 * 366;

/** How far an estimate may be off without being another one. */
const ESTIMATE = 0.1;

/** A number and that of the record, both as they are counted: shares in percent. */
function valuesOf(figure: Figure, token: NumberToken): { readonly value: number | undefined; readonly record: number } {
  return { value: figure.isPercent ? percentOf(token) : token.number.value, record: figure.isPercent && figure.value <= 1 ? figure.value * 100 : figure.value };
}

/** Whether a number is the very number of the record. */
export function isRecorded(figure: Figure, token: NumberToken): boolean {
  const { value, record } = valuesOf(figure, token);
  return value !== undefined && Math.abs(value - record) < 1e-9;
}

function agrees(figure: Figure, token: NumberToken, analysis: Analysis, index: number): boolean {
  const { tokens } = analysis;
  const { value, record } = valuesOf(figure, token);
  if (value === undefined || isRecorded(figure, token)) return true;
  const before = tokens.slice(Math.max(0, index - 3), index).map(one => one.text).join(' ');
  const last = tokens[index - 1]?.text ?? '';
  if (/(?<!\bno )(?:more than|over|at least|exceeding|upwards of)$/.test(before) && value <= record) return true;
  if (/(?:less than|fewer than|under|at most|up to|no more than|nearly|almost)$/.test(before) && value >= record && (value - record) / record < (/(?:nearly|almost)$/.test(before) ? 0.25 : Infinity)) return true;
  // `more than` what is less, `no more than` what is more
  if (/\bthan$/.test(before) && figure.isEstimate) return Math.abs(value - record) / record <= 0.25;
  const isHedged = /^(?:about|around|approximately|roughly|some|circa|perhaps|maybe|nearly|almost|over)$/.test(last) || figure.isEstimate && !figure.isPercent;
  if (isHedged && Math.abs(value - record) / record <= (figure.isEstimate ? 0.2 : 0.15)) return true;
  if (figure.isEstimate && Math.abs(value - record) / record <= ESTIMATE) return true;
  // A part of the whole: `two members voted`, `the first three meetings`, `two of the five members`.
  if (/^(?:first|last|other|another|next|remaining|further|additional|only|any|these|those|than|or|and)$/.test(last) || tokens[index + 1]?.text === 'of' && !figure.isPercent) return true;
  const isWhole = (isDefinite(analysis, index) || isCounted(analysis, index)) && !isPicked(analysis, index) && !isOfLessTime(figure, analysis, index);
  return value < record && !isWhole && !figure.isPercent && !figure.isEstimate;
}

/** `the three members that had met before`, `the three opposed to it`, `the two meetings of 1989`, `the three with a stake in it`: not the others. */
function isPicked({ tokens, clauseAt, prepositions }: Analysis, index: number): boolean {
  for (let at = index + 1; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === 'mark' || clauseAt[at]?.verb?.first === at) return clauseAt[at]?.kind === 'participle';
    if (/^(?:that|who|which|whose|whom|with|between|from)$/.test(token.text) || token.text === 'in' && tokens[at + 1]?.kind !== 'date' && !/^(?:all|total)$/.test(tokens[at + 1]?.text ?? '') || token.text === 'of' && tokens[at + 1]?.kind === 'date') return prepositions[index] !== 'of';
  }
  return false;
}

/** `had hosted three`, `held two in 1989`: so many by then, or of a part of the time that the figure is for. */
function isOfLessTime({ date: record }: Figure, { tokens, clauseAt }: Analysis, index: number): boolean {
  const clause = clauseAt[index];
  if (clause?.verb !== undefined && tokens[clause.verb.first]!.text === 'had' && clause.verb.main > clause.verb.first) return true;
  return record !== undefined && Number.isFinite(record.end.latest) && clause?.own.some(at => {
    const token = tokens[at]!;
    return token.kind === 'date' && token.date.date !== undefined && (/^before\b/i.test(token.text) || token.date.date.start.earliest > record.start.latest || token.date.date.end.latest < record.end.earliest);
  }) === true;
}

/** `held four meetings`, `four meetings took place`: all of them, by the way it is put. */
function isCounted({ tokens, clauseAt }: Analysis, index: number): boolean {
  const clause = clauseAt[index];
  if (clause?.verb === undefined) return false;
  const { lemma, main, first } = clause.verb;
  // `met three times in Paris`: elsewhere too, maybe.
  if (main < index && isTimes(tokens[index + 1])) return !(/^(?:in|at)$/.test(tokens[index + 2]?.text ?? '') && tokens[index + 3]?.kind !== 'date');
  // `took place in Paris`: others elsewhere
  for (let at = Math.max(index, main) + 1; at < tokens.length && tokens[at]!.kind !== 'mark'; at++) {
    if (/^(?:in|at)$/.test(tokens[at]!.text) && tokens[at + 1]?.kind !== 'date' && (tokens[at + 1]?.capital === true || tokens[at + 2]?.capital === true)) return false;
  }
  if (main < index) return index - main < 4 && /^(?:hold|have|number|comprise|include|consist|count|contain|carry|total|be|host|convene|organise|organize)$/.test(lemma) && tokens[index - 1]?.text !== 'with';
  return first > index && /^(?:take|hold|occur|exist|make|form)$/.test(lemma) && !(lemma === 'take' && tokens[main + 1]?.text !== 'place');
}
