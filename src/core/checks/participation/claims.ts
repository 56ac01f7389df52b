import type { Actor } from '../../corpus/types.ts';
import type { Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import { actorsOf } from '../events/actorWords.ts';
import type { EventRef } from '../events/refs.ts';
import type { EventSentence } from '../events/sentences.ts';
import { subjectOf, type Analysis } from '../language/analysis.ts';
import type { Clause } from '../language/clauses.ts';
import { is, type Token } from '../language/tokens.ts';
import { CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from '../language/words.ts';
import { deedOfNoun, deedOfRole, deedOfVerb, GATHERING, saysDeeds, type Deed } from './deeds.ts';

/** Somebody said to have done something at an event, or not to have. */
export interface Claim {
  readonly deed: Deed;
  readonly isNegated: boolean;
  readonly actor: Actor;
  readonly name: Token;
  readonly ref: EventRef;
  /** The words that say it: a verb, or a noun. */
  readonly said: Span;
}

/** Where a claim stands: who and what together, where they are near each other. */
export function spanOf({ name, said }: Claim): Span {
  const whole = { start: Math.min(name.start, said.start), end: Math.max(name.end, said.end) };
  return whole.end - whole.start < 80 ? whole : { start: said.start, end: said.end };
}

const read = new WeakMap<EventSentence, readonly Claim[]>();
const NONE: readonly Claim[] = [];

/** All that a sentence says about who did what at events of the record. All rules share one reading. */
export function claimsOf(sentence: EventSentence, context: CheckContext): readonly Claim[] {
  if (!saysDeeds(sentence.words)) return NONE;
  let known = read.get(sentence);
  if (known === undefined) read.set(sentence, known = findClaims(sentence, context));
  return known;
}

function findClaims(sentence: EventSentence, context: CheckContext): readonly Claim[] {
  const events = sentence.phrases;
  if (events.length === 0) return [];
  const { analysis } = sentence;
  return [...analysis.clauses.flatMap(clause => ofClause(analysis, clause, events, context)), ...ofNouns(analysis, events, context)];
}

function ofClause(analysis: Analysis, clause: Clause, events: readonly EventRef[], context: CheckContext): Claim[] {
  const { verb } = clause;
  if (verb === undefined || clause.modality === 'unsure') return [];
  const said = { start: analysis.tokens[verb.first]!.start, end: analysis.tokens[verb.main]!.end };
  const isNegated = clause.modality === 'negated';
  // `did not attend every meeting`, `did not sign until October`
  if (isNegated && isLimited(analysis, verb.main)) return [];
  const claim = (deed: Deed, index: number, ref: EventRef, negated = isNegated): Claim[] => {
    const actor = actorAt(analysis, index, context);
    return actor === undefined ? [] : [{ deed, isNegated: negated, actor, name: analysis.tokens[index]!, ref, said }];
  };
  const subject = subjectOf(analysis, clause);
  const without = withoutWhom(analysis, clause);
  const left = events.find(ref => subject.includes(ref.head));
  // `was signed without the Khmer Rouge`, `met in the absence of China`
  const apart = left === undefined ? [] : [...withWhom(analysis, clause).flatMap(index => claim('attend', index, left)), ...without.flatMap(index => claim(deedOfVerb(verb.lemma, [], false) === 'sign' ? 'sign' : 'attend', index, left, !isNegated))];
  if (verb.lemma === 'be' || /^(?:serve|act)$/.test(verb.lemma)) return [...apart, ...ofRole(analysis, clause, subject, events, claim), ...ofVerb(analysis, clause, subject, events, claim)];
  // `the conference brought France and China together`
  const inOffice = left === undefined ? [] : holdersIn(analysis, clause).flatMap(({ index, deed }) => claim(deed, index, left, false));
  if (left !== undefined && GATHERING.has(verb.lemma) && verb.voice === 'active') {
    const isTogether = verb.lemma !== 'bring' || clause.own.some(index => analysis.tokens[index]!.text === 'together');
    return [...apart, ...isTogether ? clause.own.filter(index => index > verb.main && analysis.prepositions[index] === '').flatMap(index => claim('attend', index, left)) : []];
  }
  return [...apart, ...inOffice, ...ofVerb(analysis, clause, subject, events, claim)];
}

/** They say how far a negation goes. */
const LIMITS = /^(?:all|every|each|both|until|till|first|initially|immediately|yet|only|personally|alone|just|merely|before|once|person)\b/;

function isLimited({ tokens }: Analysis, main: number): boolean {
  for (let index = main + 1; index < tokens.length && tokens[index]!.kind !== 'mark'; index++) if (tokens[index]!.kind !== 'name' && LIMITS.test(tokens[index]!.text)) return true;
  return false;
}

type MakeClaim = (deed: Deed, index: number, ref: EventRef, isNegated?: boolean) => Claim[];

function ofVerb(analysis: Analysis, clause: Clause, subject: readonly number[], events: readonly EventRef[], claim: MakeClaim): Claim[] {
  const verb = clause.verb!;
  const isPassive = verb.voice === 'passive';
  // `spoke at the conference`
  const at = ACTING_THERE.test(verb.lemma) && !isPassive ? events.find(one => one.clause === clause && analysis.prepositions[one.head] === 'at') : undefined;
  const deed = at === undefined ? deedOfVerb(verb.lemma, wordsAfter(analysis, verb.main), isPassive) : 'attend';
  if (deed === undefined) return [];
  // Who is represented is the subject.
  const isDoneBy = isPassive && verb.lemma !== 'represent';
  const ref = isDoneBy ? events.find(one => subject.includes(one.head)) : at ?? events.find(one => one.clause === clause && one.first > verb.main && !isPossessive(analysis.tokens[one.last]!) && /^(?:|in|at|from|over|of|to)$/.test(analysis.prepositions[one.head] ?? '')) ?? aboutWhich(analysis, clause, events);
  if (ref === undefined) return [];
  const doers = isDoneBy ? clause.own.filter(index => analysis.prepositions[index] === (deed === 'receive' ? 'to' : 'by')) : [...subject, ...sentFrom(analysis, clause)];
  const excepted = exceptedIn(analysis, clause);
  return [...doers.filter(index => !excepted.includes(index)).flatMap(index => claim(deed, index, ref)), ...excepted.flatMap(index => claim(deed, index, ref, clause.modality !== 'negated'))];
}

/** `was the host of`, `served as co-chairs of`, `the co-chairs of the conference were …`. */
function ofRole({ tokens, prepositions }: Analysis, clause: Clause, subject: readonly number[], events: readonly EventRef[], claim: MakeClaim): Claim[] {
  const verb = clause.verb!;
  const roleAt = (indices: readonly number[]) => indices.findLast(index => tokens[index]!.kind === 'word' && deedOfRole(tokens[index]!.text) !== undefined);
  const after = clause.own.filter(index => index > verb.main);
  const role = roleAt(after);
  if (role !== undefined && tokens.slice(verb.main + 1, role).every(token => token.kind === 'number' || token.kind === 'word' && /^(?:the|a|an|as|one|two|of|among|both|its|sole|only|joint|main|also|not)$/.test(token.text))) {
    const ref = events.find(one => one.first > role && one.first <= role + 4 && /^(?:of|to|at|for|in)$/.test(tokens[role + 1]?.text ?? ''));
    return ref === undefined ? [] : subject.flatMap(index => claim(deedOfRole(tokens[role]!.text)!, index, ref));
  }
  // `among those who attended the conference were …`
  const isAmong = tokens[0]!.text === 'among';
  const deedAt = (index: number) => {
    const token = tokens[index]!;
    return token.kind !== 'word' ? undefined : deedOfRole(token.text) ?? (isAmong && token.lexeme.verb !== undefined ? deedOfVerb(token.lexeme.verb.lemma, wordsAfter({ tokens }, index), false) : undefined);
  };
  const before = [...tokens.keys()].slice(0, isAmong ? 5 : 4).find(index => index < verb.first && deedAt(index) !== undefined);
  const ref = before === undefined ? undefined : events.find(one => one.first > before && one.first <= before + 5 && one.last < verb.first && (isAmong || prepositions[one.head] === 'of'));
  if (before === undefined || ref === undefined) return [];
  return after.filter(index => prepositions[index] === '').flatMap(index => claim(deedAt(before)!, index, ref));
}

/** What only those who are there do. */
const ACTING_THERE = /^(?:speak|argue|vote|object|insist|protest|sit|negotiate|meet|talk|gather)$/;

function isPossessive(token: Token): boolean {
  return (token.kind === 'name' || token.kind === 'word') && token.possessive;
}

/** `delegations from China and Japan attended` */
function sentFrom({ tokens, prepositions }: Analysis, { own, verb }: Clause): number[] {
  const from = tokens.findIndex((token, index) => token.text === 'from' && index > 0 && DELEGATES.test(tokens[index - 1]!.text) && prepositions[index - 1] === '');
  return from === -1 ? [] : own.filter(index => index > from && index < verb!.first && prepositions[index] === 'from');
}

/** They need no preposition: `the conference, which Viet Nam attended`. */
const OBJECT_VERBS = /^(?:attend|join|boycott|shun|skip|miss|sign|host|co-host|chair|co-chair|convene|co-convene|organi[sz]e)$/;

/** `the conference, in which Viet Nam took part`. */
function aboutWhich({ tokens }: Analysis, clause: Clause, events: readonly EventRef[]): EventRef | undefined {
  // `which Viet Nam refused to attend`
  const { kind, link, antecedent, own } = clause.kind === 'infinitive' ? clause.parent! : clause;
  const { verb } = clause;
  if (kind !== 'relative' || link !== 'which' || antecedent === undefined) return undefined;
  const at = tokens.findIndex((token, index) => index > antecedent && index < verb!.first && token.text === 'which');
  const isObject = OBJECT_VERBS.test(verb!.lemma) && verb!.voice === 'active' && own.some(index => index < verb!.first && tokens[index]!.kind === 'name');
  return isObject || /^(?:in|at|to)$/.test(tokens[at - 1]?.text ?? '') ? events.find(one => one.last === antecedent) : undefined;
}

/** The actors of `without China`, `in the absence of China`. */
function withoutWhom({ tokens, prepositions }: Analysis, { own, verb }: Clause): number[] {
  return own.filter(index => index > verb!.main && (prepositions[index] === 'without' || prepositions[index] === 'of' && tokens.slice(Math.max(0, index - 4), index).some(token => token.text === 'absence')));
}

/** The actors of `with China present`, `with China at the table`, `with the participation of China`. */
function withWhom({ tokens, prepositions }: Analysis, { own }: Clause): number[] {
  return own.filter(index => prepositions[index] === 'with' && (tokens[index + 1]?.text === 'present' || tokens[index + 1]?.text === 'at' && tokens[index + 3]?.text === 'table')
    || prepositions[index] === 'of' && /with (?:the )?(?:full |active )?(?:participation|attendance|presence) of (?:the )?$/.test(tokens.slice(Math.max(0, index - 6), index).map(({ text }) => `${text} `).join('')));
}

/** `met under the chairmanship of France`, `met with France and Japan as co-chairs`. */
function holdersIn({ tokens, prepositions, clauses }: Analysis, clause: Clause): { readonly index: number; readonly deed: Deed }[] {
  if (clause.modality !== 'asserted') return [];
  const own = [...clause.own, ...clauses.filter(other => other.kind === 'aside' && other.parent === clause && other.verb === undefined).flatMap(other => other.own)];
  return own.flatMap(index => {
    if (tokens[index]!.kind !== 'name') return [];
    if (prepositions[index] === 'of') {
      const of = tokens.slice(0, index).findLastIndex(token => token.text === 'of');
      const deed = tokens.slice(Math.max(0, of - 4), of).some(token => token.text === 'under') ? deedOfNoun(tokens[of - 1]?.text ?? '')?.deed : undefined;
      return deed === undefined ? [] : [{ index, deed }];
    }
    const as = prepositions[index] === 'with' ? own.find(at => at > index && at < index + 6 && tokens[at]!.text === 'as') : undefined;
    const role = as === undefined ? undefined : deedOfRole(tokens[skipDeterminers(tokens, as + 1)]?.text ?? '');
    return role === undefined ? [] : [{ index, deed: role }];
  });
}

/** The actors of `all factions except the Khmer Rouge`, `all but China`. */
function exceptedIn({ tokens, prepositions }: Analysis, { own }: Clause): number[] {
  return own.filter(index => {
    const before = tokens.slice(Math.max(0, index - 3), index).filter(token => !(is(token, DETERMINERS) && token.text !== 'all'));
    return /^(?:except|excluding)$/.test(prepositions[index]!) || before.at(-1)?.text === 'but' && tokens.slice(0, index).some(token => /^(?:all|everybody|everyone|every)$/.test(token.text));
  });
}

/** `China’s boycott of the conference`, `the participation of China in the talks`. */
function ofNouns(analysis: Analysis, events: readonly EventRef[], context: CheckContext): Claim[] {
  const { tokens, clauseAt } = analysis;
  return tokens.flatMap((token, index): Claim[] => {
    const held = heldBy(analysis, index);
    if (held.length > 0) {
      const ref = /^(?:of|at|in|to)$/.test(tokens[index + 1]?.text ?? '') ? events.find(one => one.first <= skipDeterminers(tokens, index + 2) && skipDeterminers(tokens, index + 2) <= one.last) : undefined;
      return ref === undefined ? [] : held.flatMap(at => { const actor = actorsIn(tokens[at], context); return actor === undefined ? [] : [{ deed: deedOfRole(token.text)!, isNegated: false, actor, name: tokens[at]!, ref, said: token }]; });
    }
    // `China’s delegation to the conference spoke`
    const isDelegation = token.kind === 'word' && /^delegation$/.test(token.text) && /^(?:to|at)$/.test(tokens[index + 1]?.text ?? '');
    const noun = isDelegation ? { deed: 'attend' as const, isNegated: false } : token.kind === 'word' ? deedOfNoun(token.text) : undefined;
    if (noun === undefined || clauseAt[index]?.modality === 'unsure' || clauseAt[index]?.modality === 'negated') return [];
    if (!isFact(analysis, index)) return [];
    const before = tokens[index - 1];
    const isPossessor = before?.kind === 'name' && before.possessive;
    const named = isPossessor ? index - 1 : tokens[index + 1]?.text === 'of' ? skipDeterminers(tokens, index + 2) : undefined;
    const actor = named === undefined ? undefined : actorsIn(tokens[named], context);
    if (named === undefined || actor === undefined) return [];
    const from = isPossessor ? index + 1 : named + 1;
    const at = skipDeterminers(tokens, from + 1);
    const ref = /^(?:of|at|in|from|under|to)$/.test(tokens[from]?.text ?? '') ? events.find(one => one.first <= at && at <= one.last) : undefined;
    return ref === undefined ? [] : [{ ...noun, actor, name: tokens[named]!, ref, said: token }];
  });
}

/** The names before `, the co-hosts of the conference`. */
function heldBy({ tokens, clauseAt }: Analysis, index: number): readonly number[] {
  if (tokens[index]!.kind !== 'word' || deedOfRole(tokens[index]!.text) === undefined || clauseAt[index]?.modality === 'unsure') return [];
  let at = index - 1;
  while (at > 0 && (is(tokens[at], DETERMINERS) || /^(?:two|joint)$/.test(tokens[at]!.text))) at--;
  if (at < 1 || tokens[at]!.text !== ',' || tokens[at - 1]!.kind !== 'name') return [];
  return tokens[at - 2]?.text === 'and' && tokens[at - 3]?.kind === 'name' ? [at - 3, at - 1] : [at - 1];
}

/** `despite China’s absence from`, `China’s absence from it surprised`: not what is wished for or ruled out. */
function isFact({ prepositions, clauseAt }: Analysis, index: number): boolean {
  if (/^(?:despite|after|with|following|during|through|given)$/.test(prepositions[index]!)) return true;
  const verb = clauseAt[index]?.verb;
  return verb !== undefined && prepositions[index] === '' && index < verb.first && verb.voice === 'active' && !/^(?:be|remain|depend|require|hinge|need|seem|appear|become|presuppose|mean)$/.test(verb.lemma);
}

function skipDeterminers(tokens: readonly Token[], from: number): number {
  let at = from;
  while (is(tokens[at], DETERMINERS)) at++;
  return at;
}

/** Up to two words after a verb, determiners left out. */
export function wordsAfter({ tokens }: Pick<Analysis, 'tokens'>, main: number): string[] {
  const found: string[] = [];
  for (let at = main + 1; at < tokens.length && found.length < 2; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word') break;
    if (!is(token, DETERMINERS) || /^(?:no|neither)$/.test(token.text)) found.push(token.text);
  }
  return found;
}

/** Those who speak and act for a state or a body as such. */
const DELEGATES = /^(?:delegations?|delegates?|representatives|negotiators|envoys|government|leadership|countries|states)$/;

/** Who did it: a name, or the people of one who stand for it, `Vietnamese delegates`. */
function actorAt(analysis: Analysis, index: number, context: CheckContext): Actor | undefined {
  const { tokens, clauseAt } = analysis;
  const token = tokens[index]!;
  if (token.kind !== 'name' && !(token.kind === 'word' && token.capital) || token.possessive) return undefined;
  const actor = actorsIn(token, context);
  const next = tokens[index + 1];
  const verb = clauseAt[index + 1]?.verb;
  const isVerb = verb !== undefined && index + 1 >= verb.first && index + 1 <= verb.main;
  const isNoun = next?.kind === 'word' && !isVerb && clauseAt[index + 1] === clauseAt[index] && !is(next, PREPOSITIONS | CONJUNCTIONS)
    && !/^(?:also|all|both|alone|itself|themselves|jointly|later|then|never|too|together|there)$/.test(next.text) && !next.text.endsWith('ly');
  if (isNoun) return DELEGATES.test(next.text) ? actor : undefined;
  // `the Vietnamese` are a people.
  return token.kind === 'name' ? actor : undefined;
}

function actorsIn(token: Token | undefined, context: CheckContext): Actor | undefined {
  if (token === undefined) return undefined;
  const keys = actorsOf(token, context);
  const entry = keys.length === 1 ? context.snapshot.entries.get(keys[0]!) : undefined;
  return entry?.class === 'actor' ? entry : undefined;
}
