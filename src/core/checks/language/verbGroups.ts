import { is, type Token } from './tokens.ts';
import { CAN_BE_INTRANSITIVE, isAlsoNoun } from './verbs.ts';
import { ADVERBS, BE, CONJUNCTIONS, DETERMINERS, DO, HAVE, MODALS, NEGATIONS, PREPOSITIONS, PRONOUNS, RELATIVES, SUBORDINATORS } from './words.ts';

/** `had not been signed`: a verb with all that belongs to it. Indices are those of tokens. */
export interface VerbGroup {
  readonly first: number;
  /** The main verb. */
  readonly main: number;
  readonly lemma: string;
  /** `ing` and `participle` are without an auxiliary: `the agreement signed in Paris`. */
  readonly form: 'finite' | 'infinitive' | 'ing' | 'participle';
  readonly voice: 'active' | 'passive';
  /** `would`, `may`: what is said is not said to be so. */
  readonly isModal: boolean;
  readonly isNegated: boolean;
}

const isWord = (token: Token | undefined): token is Extract<Token, { kind: 'word' }> => token?.kind === 'word';

const AUXILIARIES = MODALS | HAVE | BE | DO;

/** The verb groups of a sentence, from left to right. */
export function findVerbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  /** An auxiliary before its subject: `had X signed`, `only then did X sign`. */
  let waiting: { readonly first: number; readonly kind: 'have' | 'do' | 'be' | 'modal' } | undefined;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind === 'mark' && token.text !== ',') waiting = undefined;
    if (!isWord(token) || (token.classes & AUXILIARIES) === 0 && token.lexeme.verb === undefined && token.text !== 'to') continue;
    const group = auxiliaryGroup(tokens, index) ?? infinitiveGroup(tokens, index) ?? bareGroup(tokens, index, waiting?.kind);
    if (group === undefined) continue;
    if (group === 'inverted') {
      waiting = { first: index, kind: kindOf(token) };
      continue;
    }
    if (waiting !== undefined && group.first > waiting.first) {
      // `Had X signed, …` is a condition, `only then had X signed` is not.
      const isCondition = waiting.kind !== 'do' && (waiting.first === 0 || tokens[waiting.first - 1]!.kind === 'mark');
      groups.push({ ...group, form: 'finite', isModal: waiting.kind === 'modal' || isCondition || group.isModal });
      waiting = undefined;
    } else groups.push(group);
    index = group.main;
  }
  return groups;
}

function kindOf(token: Token): 'have' | 'do' | 'be' | 'modal' {
  return is(token, HAVE) ? 'have' : is(token, DO) ? 'do' : is(token, BE) ? 'be' : 'modal';
}

/** `was not signed`, `would have met`, `is meeting`; a lone `was` or `had` is the verb itself. */
function auxiliaryGroup(tokens: readonly Token[], first: number): VerbGroup | 'inverted' | undefined {
  const { text: word } = tokens[first]!;
  if (!is(tokens[first], AUXILIARIES) || word === 'being' || word === 'done' || word === 'doing' || word === 'may' && tokens[first]!.capital) return undefined;
  let last = tokens[first]!;
  let main = first;
  let isModal = is(last, MODALS);
  let isNegated = word === 'cannot';
  let isLater = false;
  let index = first + 1;
  for (; index < tokens.length; index++) {
    const token = tokens[index];
    if (!isWord(token)) break;
    if (is(token, AUXILIARIES) && !(is(last, HAVE) && is(token, HAVE))) {
      last = token;
      main = index;
      isModal ||= is(token, MODALS);
    } else if (is(token, NEGATIONS) && token.text !== 'none' && token.text !== 'nobody' && token.text !== 'nothing') {
      if (token.text === 'no' || token.text === 'without') break;
      isNegated = true;
    } else if (is(token, ADVERBS) && !is(token, PREPOSITIONS)) isLater ||= /^(?:later|eventually|finally|soon|subsequently|ultimately)$/.test(token.text);
    else break;
  }
  const made = (group: Pick<VerbGroup, 'main' | 'lemma' | 'voice'>): VerbGroup => ({
    ...group, first, form: word === 'having' ? 'ing' : 'finite', isModal: isModal && !(isLater && /^(?:would|will)$/.test(word) && !is(last, HAVE)), isNegated,
  });
  const next = tokens[index];
  const known = isWord(next) && !next.possessive ? next.lexeme.verb : undefined;
  const isIn = (...forms: string[]) => known !== undefined && forms.includes(known.form);
  if (is(last, BE)) {
    if (isIn('participle', 'past-or-participle') && !isAttribute(tokens, index)) return made({ main: index, lemma: known!.lemma, voice: 'passive' });
    if (isIn('ing')) return made({ main: index, lemma: known!.lemma, voice: 'active' });
    return isInversion(tokens, first, index) ? 'inverted' : made({ main, lemma: 'be', voice: 'active' });
  }
  if (is(last, HAVE)) {
    if (isIn('participle', 'past-or-participle')) return made({ main: index, lemma: known!.lemma, voice: 'active' });
    return isInversion(tokens, first, index) ? 'inverted' : made({ main, lemma: 'have', voice: 'active' });
  }
  if (isWord(next) && !is(next, DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS) && !next.capital) {
    return made({ main: index, lemma: known?.lemma ?? next.text, voice: 'active' });
  }
  return isInversion(tokens, first, index) ? 'inverted' : is(tokens[first], DO) ? made({ main, lemma: 'do', voice: 'active' }) : undefined;
}

/** `was a signed agreement`: no, but `was limited talks` neither. */
function isAttribute(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1];
  return isWord(next) && isAlsoNoun(next.text) && !is(next, PREPOSITIONS);
}

/** An auxiliary at the head of a clause, before its subject. */
function isInversion(tokens: readonly Token[], first: number, next: number): boolean {
  const before = tokens[first - 1];
  const subject = tokens[next];
  // `JIM I, in July, was the first`: no inversion.
  const isApart = before?.kind === 'mark' && !(before.text === ',' && is(tokens[first], BE));
  const isHead = is(tokens[first], DO) && /^(?:only|not)$/.test(tokens[0]!.text) || before === undefined || before.kind === 'date' || isApart || isWord(before) && (is(before, NEGATIONS | CONJUNCTIONS) || /^(?:only|then|so|when|why|how|where|what|thus)$/.test(before.text));
  return isHead && subject !== undefined && (subject.kind === 'name' || isWord(subject) && (is(subject, DETERMINERS | PRONOUNS) && subject.text !== 'all' || subject.capital));
}

/** `to sign`, `to be signed`. */
function infinitiveGroup(tokens: readonly Token[], first: number): VerbGroup | undefined {
  if (tokens[first]!.text !== 'to') return undefined;
  let index = first + 1;
  while (is(tokens[index], ADVERBS)) index++;
  const next = tokens[index];
  if (!isWord(next)) return undefined;
  const isNegated = tokens[first - 1]?.text === 'not';
  const rest = { first, form: 'infinitive', isModal: false, isNegated } as const;
  if (next.text === 'be' || next.text === 'have') {
    const after = tokens[index + 1];
    const known = isWord(after) ? after.lexeme.verb : undefined;
    const isDone = known !== undefined && (known.form === 'participle' || known.form === 'past-or-participle');
    return isDone ? { ...rest, main: index + 1, lemma: known.lemma, voice: next.text === 'be' ? 'passive' : 'active' } : { ...rest, main: index, lemma: next.text, voice: 'active' };
  }
  const known = next.lexeme.verb;
  // `agreed to direct talks`
  if (/^(?:direct|open|present|complete|separate|free|secure|further)$/.test(next.text) && isBareNoun(tokens[index + 1])) return undefined;
  return known?.form === 'base' || next.text === 'cut' || next.text === 'put' ? { ...rest, main: index, lemma: known!.lemma, voice: 'active' } : undefined;
}

/** A noun in the plural with nothing before it. */
function isBareNoun(token: Token | undefined): boolean {
  return isWord(token) && /[^s]s$/.test(token.text) && !is(token, DETERMINERS | ADVERBS);
}

/** A verb without auxiliary: `met`, `signed`, `signing`, `visits`. */
function bareGroup(tokens: readonly Token[], index: number, waiting: 'have' | 'do' | 'be' | 'modal' | undefined): VerbGroup | undefined {
  const token = tokens[index]!;
  if (!isWord(token) || token.possessive) return undefined;
  const known = token.lexeme.verb;
  if (known === undefined) return undefined;
  const before = tokens[index - 1];
  const after = nextNotAdverb(tokens, index + 1);
  const isNegated = isWord(before) && /^(?:never|not|neither|nor|hardly)$/.test(before.text);
  const rest = { first: index, main: index, lemma: known.lemma, isModal: false, isNegated } as const;
  switch (known.form) {
    case 'past': return { ...rest, form: 'finite', voice: 'active' };
    case 'participle': return waiting === 'have' ? { ...rest, form: 'finite', voice: 'active' } : isAttributive(tokens, index, after) ? undefined : { ...rest, form: 'participle', voice: 'passive' };
    case 'past-or-participle': {
      if (token.capital && index > 0) return undefined;
      if (waiting === 'have' || waiting === 'be') return { ...rest, form: 'finite', voice: waiting === 'be' ? 'passive' : 'active' };
      if (isAttributive(tokens, index, after)) return undefined;
      const isActive = !(isWord(after) && after.text === 'by') && (CAN_BE_INTRANSITIVE.has(known.lemma) || isObject(after)) && before !== undefined && before.text !== '(' && !(before.kind === 'mark' && before.text === ',' && !isObject(after) && !CAN_BE_INTRANSITIVE.has(known.lemma));
      return isActive ? { ...rest, form: 'finite', voice: 'active' } : { ...rest, form: 'participle', voice: 'passive' };
    }
    case 'ing': {
      const isNoun = isWord(before) && (is(before, DETERMINERS) || before.possessive) || before?.kind === 'name' && before.possessive || before?.kind === 'number' || isWord(after) && after.text === 'of'
        || isAlsoNoun(token.text) && (before?.kind === 'name' || token.capital && index > 0 || isWord(before) && /^(?:first|second|third|last|next|later)$/.test(before.text) || isWord(before) && !is(before, PREPOSITIONS | SUBORDINATORS | ADVERBS));
      return isNoun ? undefined : { ...rest, form: 'ing', voice: 'active' };
    }
    case 's': case 'base': {
      if (waiting === 'do' || waiting === 'modal') return { ...rest, form: 'finite', voice: 'active' };
      return isPresent(known.form, token.text, before, after) || known.form === 'base' && isSubjunctive(tokens, index) ? { ...rest, form: 'finite', voice: 'active' } : undefined;
    }
  }
}

function nextNotAdverb(tokens: readonly Token[], from: number): Token | undefined {
  let index = from;
  while (is(tokens[index], ADVERBS) && !is(tokens[index], PREPOSITIONS)) index++;
  return tokens[index];
}

/** `the proposed conference`, `of disputed land`: an adjective. */
function isAttributive(tokens: readonly Token[], index: number, after: Token | undefined): boolean {
  const before = tokens[index - 1];
  // `France and China all sat down`
  if (isWord(before) && /^(?:all|both|each)$/.test(before.text) && tokens[index - 2]?.kind === 'name') return false;
  const isLed = before?.kind === 'number' || before?.kind === 'name' && before.possessive || isWord(before) && (is(before, DETERMINERS) && before.text !== 'that' && before.text !== 'which' || before.possessive
    || is(before, PREPOSITIONS) && !is(before, SUBORDINATORS) && before.text !== 'than' || /^(?:first|second|third|fourth|last|next|long|newly|recently|so)$/.test(before.text));
  return isLed && after !== undefined && (after.kind === 'name' || after.kind === 'number' || isWord(after) && !is(after, PREPOSITIONS | CONJUNCTIONS | DETERMINERS));
}

/** What follows a verb that has an object. */
function isObject(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'mark' || token.kind === 'date') return false;
  return !isWord(token) || !is(token, PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS) && !/^(?:who|whom|which|there|here|together|twice|again|back|out|up|down|off)$/.test(token.text);
}

/** `Mochtar visits Hanoi`, `who hosts the talks`: the present tense, told from nouns by what stands around. */
function isPresent(form: 's' | 'base', word: string, before: Token | undefined, after: Token | undefined): boolean {
  if (before === undefined || word === 'found') return false;
  const isSubject = isWord(before) && (is(before, PRONOUNS) && before.text !== 'this' && before.text !== 'that' && !/^(?:him|them|us|each|both|all|one)$/.test(before.text) || is(before, RELATIVES) && before.text !== 'whose');
  if (isSubject) return form === 's' || !/^(?:there|which)$/.test(before.text) && isObject(after);
  if (word === 'dates') return isWord(after) && /^(?:from|back)$/.test(after.text);
  if (before.kind !== 'name' || before.possessive || form !== 's') return false;
  return after !== undefined && (after.kind === 'name' || isWord(after) && (after.capital || is(after, DETERMINERS) || /^(?:to|that)$/.test(after.text)));
}

/** `proposed that the P5 convene`. */
function isSubjunctive(tokens: readonly Token[], index: number): boolean {
  if (!/^(?:name|number)$/.test(tokens[index - 1]?.kind ?? '')) return false;
  for (let at = index - 2; at >= 0 && at > index - 7; at--) {
    const token = tokens[at]!;
    if (isWord(token) && token.text === 'that') return true;
    if (token.kind === 'mark') return false;
  }
  return false;
}
