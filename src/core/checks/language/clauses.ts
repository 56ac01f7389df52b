import { is, type Token } from './tokens.ts';
import { FACTIVE, IMPLICATIVE, REFUSING, REPORTING } from './verbs.ts';
import type { VerbGroup } from './verbGroups.ts';
import { ADVERBS, CONJUNCTIONS, DETERMINERS, DO, NEGATIONS, PREPOSITIONS, PRONOUNS, PURE_SUBORDINATORS, RELATIVES, SUBORDINATORS } from './words.ts';

export type ClauseKind = 'main' | 'coordinate' | 'relative' | 'subordinate' | 'participle' | 'infinitive' | 'complement' | 'aside' | 'gap';
/** Whether what a clause says is said to be so, not to be so, or neither: wished, planned, supposed, reported. */
export type Modality = 'asserted' | 'negated' | 'unsure';

/** A verb with what belongs to it. */
export interface Clause {
  readonly kind: ClauseKind;
  /** The word that opens it: `when`, `after`, `which`; else empty. */
  readonly link: string;
  readonly parent: Clause | undefined;
  readonly verb: VerbGroup | undefined;
  /** Indices of the tokens that are its own, those of the verb and of clauses within it left out. */
  readonly own: readonly number[];
  /** Where the words that a relative or participle clause tells more about end: the index of the last of them. */
  readonly antecedent: number | undefined;
  /** The clause whose subject is its own: `met in Paris and signed`. */
  readonly sharesSubjectOf: Clause | undefined;
  readonly modality: Modality;
}

interface Draft { kind: ClauseKind; link: string; parent: Draft | undefined; verb: VerbGroup | undefined; own: number[]; antecedent: number | undefined; sharesSubjectOf: Draft | undefined; modality: Modality; opener: number }

/** Cuts a sentence into clauses. */
export function findClauses(tokens: readonly Token[], groups: readonly VerbGroup[]): readonly Clause[] {
  const builder = new ClauseBuilder(tokens, groups);
  return builder.build();
}

class ClauseBuilder {
  readonly #tokens: readonly Token[];
  readonly #groupAt: ReadonlyMap<number, VerbGroup>;
  readonly #groups: readonly VerbGroup[];
  readonly #clauses: Draft[] = [];
  #current: Draft;

  constructor(tokens: readonly Token[], groups: readonly VerbGroup[]) {
    this.#tokens = tokens;
    this.#groups = groups;
    this.#groupAt = new Map(groups.map(group => [group.first, group]));
    this.#current = this.#open('main', undefined, -1);
  }

  build(): readonly Clause[] {
    for (let index = 0; index < this.#tokens.length; index++) {
      const group = this.#groupAt.get(index);
      if (group !== undefined) {
        this.#takeVerb(group);
        index = group.main;
      } else if (!this.#takesOpener(index)) this.#current.own.push(index);
    }
    const isQuestion = this.#tokens.at(-1)?.text === '?';
    for (const clause of this.#clauses) clause.modality = isQuestion ? 'unsure' : this.#modalityOf(clause);
    return this.#clauses;
  }

  #open(kind: ClauseKind, parent: Draft | undefined, opener: number, more: Partial<Draft> = {}): Draft {
    const clause: Draft = { kind, link: '', parent, verb: undefined, own: [], antecedent: undefined, sharesSubjectOf: undefined, modality: 'asserted', opener, ...more };
    this.#clauses.push(clause);
    this.#current = clause;
    return clause;
  }

  /** Whether the token opens or closes a clause and is used up by that. */
  #takesOpener(index: number): boolean {
    const token = this.#tokens[index]!;
    if (token.kind === 'mark') return this.#takesMark(index, token.text);
    // `two years before X met`
    const counted = token.kind === 'date' ? /\s(before|after)$/i.exec(token.text)?.[1] : undefined;
    if (counted !== undefined && this.#hasClauseAfter(index)) return this.#opensSubordinate(index, counted.toLowerCase());
    if (token.kind !== 'word') return false;
    const { text } = token;
    if (is(token, RELATIVES) && index > 0) return this.#opensRelative(index, text);
    if (text === 'that') return this.#opensThat(index);
    // `only after X had met did Y begin`
    if (is(token, DO) && this.#current.kind === 'subordinate' && this.#current.verb !== undefined) this.#current = this.#current.parent!;
    const isByTheTime = text === 'time' && this.#tokens[index - 2]?.text === 'by';
    if (is(token, SUBORDINATORS) || isByTheTime && this.#hasClauseAfter(index)) return this.#opensSubordinate(index, text);
    if (is(token, CONJUNCTIONS)) return this.#joins(index);
    return false;
  }

  #takesMark(index: number, mark: string): boolean {
    switch (mark) {
      case ',': return this.#takesComma(index);
      case ';': case ':': this.#open('main', undefined, index); return true;
      // `the resolution (adopted in 1991)`
      case '(': this.#open('aside', this.#current, index, { antecedent: this.#groupAt.get(index + 1)?.form === 'participle' ? this.#lastNoun(index) : undefined }); return true;
      case ')': this.#close(clause => clause.kind === 'aside'); return true;
      case '—': {
        const opened = this.#ancestor(clause => clause.kind === 'aside' && this.#tokens[clause.opener]?.text === '—');
        if (opened !== undefined) this.#current = opened.parent!;
        else if (this.#tokens.slice(index + 1).some(later => later.text === '—')) this.#open('aside', this.#current, index);
        else this.#open('main', undefined, index);
        return true;
      }
      default: return true;
    }
  }

  #takesComma(index: number): boolean {
    const next = this.#tokens[index + 1];
    const before = this.#tokens[index - 1];
    const isList = next !== undefined && before !== undefined && next.kind === before.kind && (next.kind === 'name' || next.kind === 'date' || next.kind === 'number')
      && /^(?:,|and|or)$/.test(this.#tokens[index + 2]?.text ?? '');
    const group = this.#groupAt.get(index + 1);
    const isClosable = (clause: Draft) => clause.verb !== undefined && (clause.kind === 'relative' || clause.kind === 'subordinate' || clause.kind === 'participle' || clause.kind === 'infinitive');
    if (!isList) {
      while (isClosable(this.#current) && this.#current.parent !== undefined) this.#current = this.#current.parent;
    }
    if (group !== undefined && (group.form === 'participle' || group.form === 'ing') && this.#current.own.length > 0) {
      // `the conference, convened by France, failed`
      const holder = this.#current;
      this.#open('participle', holder, index, group.form === 'participle' ? { antecedent: this.#lastNoun(index) } : { sharesSubjectOf: holder });
      return true;
    }
    this.#current.own.push(index);
    return true;
  }

  #opensRelative(index: number, word: string): boolean {
    const before = this.#tokens[index - 1]!;
    const noun = before.kind === 'mark' || is(before, PREPOSITIONS) ? this.#lastNoun(index - 1) : this.#lastNoun(index);
    if (!this.#hasVerbAfter(index)) return false;
    this.#open('relative', this.#current, index, { antecedent: noun, link: word });
    return true;
  }

  #opensThat(index: number): boolean {
    const before = this.#tokens[index - 1];
    const { verb } = this.#current;
    if (before === undefined) return false;
    const isReported = verb !== undefined && REPORTING.has(verb.lemma) && this.#hasVerbAfter(index);
    const next = this.#groupAt.get(this.#skipAdverbs(index + 1));
    if (next !== undefined && next.form === 'finite' && (before.kind === 'name' || before.kind === 'date' || before.kind === 'word' && !this.#isVerbToken(index - 1))) {
      this.#open('relative', this.#current, index, { antecedent: this.#lastNoun(index), link: 'that' });
      return true;
    }
    const isFact = before.kind === 'word' && OPENS_THAT.test(before.text);
    if (isReported || isFact && this.#hasVerbAfter(index) || this.#isVerbToken(index - 1) && this.#hasVerbAfter(index)) {
      this.#open('complement', this.#current, index, { link: isFact ? before.text : 'that' });
      return true;
    }
    return false;
  }

  #opensSubordinate(index: number, word: string): boolean {
    const isPure = is(this.#tokens[index], PURE_SUBORDINATORS);
    const next = this.#groupAt.get(this.#skipAdverbs(index + 1));
    if (next !== undefined && (next.form === 'ing' || next.form === 'participle' && isPure)) {
      this.#open('participle', this.#holder(), index, { link: word, sharesSubjectOf: this.#holder() });
      return true;
    }
    const before = this.#tokens[index - 1];
    const isPlain = isPure ? this.#hasVerbAfter(index) : this.#hasClauseAfter(index);
    if (!isPlain || is(before, PREPOSITIONS) && word === 'as') return false;
    this.#open('subordinate', this.#holder(), index, { link: word });
    return true;
  }

  /** The clause that a new subordinate one belongs to: not an infinitive. */
  #holder(): Draft {
    let holder = this.#current;
    while (holder.kind === 'infinitive' && holder.parent !== undefined) holder = holder.parent;
    return holder;
  }

  #joins(index: number): boolean {
    const at = this.#skipAdverbs(index + 1);
    const group = this.#groupAt.get(at);
    let joined = this.#current;
    if (group !== undefined) {
      while (joined.parent !== undefined && (joined.verb === undefined || group.form === 'finite' && (joined.kind === 'infinitive' || joined.kind === 'participle'))) joined = joined.parent;
      if (joined.verb === undefined) return false;
      this.#open('coordinate', joined.parent, index, { sharesSubjectOf: joined });
      return true;
    }
    if (joined.verb === undefined) return false;
    const finite = this.#groups.find(later => later.first > index);
    if (finite?.form === 'finite' && this.#isClear(index + 1, finite.first)) {
      while (joined.parent !== undefined && (joined.kind === 'infinitive' || joined.kind === 'participle')) joined = joined.parent;
      this.#open('coordinate', joined.parent, index);
      return true;
    }
    // `met in July 1989 and the second in October 1991`
    const hasDate = this.#current.own.some(own => own > this.#current.verb!.main && this.#tokens[own]!.kind === 'date');
    const isDate = this.#tokens[at]?.kind === 'date' || is(this.#tokens[at], PREPOSITIONS);
    if (hasDate && !isDate && this.#tokens.slice(index + 1, index + 12).some(later => later.kind === 'date')) {
      this.#open('gap', this.#current.parent, index);
      return true;
    }
    return false;
  }

  #takeVerb(bare: VerbGroup): void {
    const current = this.#current;
    const group = this.#settled(bare);
    if (current.verb === undefined && current.kind !== 'gap') {
      const later = this.#groups.find(other => other.first > group.main);
      const isModifier = current.own.length > 0 && (group.form === 'participle' || group.form === 'ing') && later?.form === 'finite' && this.#isClear(group.main + 1, later.first, ',');
      const isFronted = current.own.length === 0 && (group.form === 'ing' || group.form === 'participle') && current.kind === 'main';
      if (isModifier || isFronted) this.#open('participle', current, group.first, { antecedent: isFronted ? undefined : this.#lastNoun(group.first), sharesSubjectOf: isFronted ? current : undefined, verb: group });
      else if (current.kind === 'main' && group.form === 'infinitive') this.#open('infinitive', current, group.first, { verb: group, sharesSubjectOf: current });
      else current.verb = group;
      return;
    }
    switch (group.form) {
      case 'infinitive': this.#open('infinitive', current, group.first, { verb: group, sharesSubjectOf: current }); return;
      case 'participle': this.#open('participle', current, group.first, { verb: group, antecedent: this.#lastNoun(group.first) }); return;
      case 'ing': {
        const before = this.#tokens[group.first - 1];
        const followsNoun = before?.kind === 'name' || before?.kind === 'word' && !is(before, PREPOSITIONS) && !this.#isVerbToken(group.first - 1);
        this.#open('participle', current, group.first, { verb: group, ...followsNoun ? { antecedent: this.#lastNoun(group.first) } : { sharesSubjectOf: current } });
        return;
      }
      case 'finite': {
        const open = this.#ancestor(clause => clause.verb === undefined && clause.kind !== 'gap');
        if (open !== undefined) {
          this.#current = open;
          open.verb = group;
          return;
        }
        // `He said Paris could not succeed`: the noun before the verb is its subject.
        const subject: number[] = [];
        while (current.own.length > 0 && (current.verb === undefined || current.own.at(-1)! > current.verb.main) && this.#isNounToken(current.own.at(-1)!) && current.own.at(-1)! === group.first - 1 - subject.length) subject.unshift(current.own.pop()!);
        const isReported = current.verb !== undefined && REPORTING.has(current.verb.lemma);
        this.#open(isReported ? 'complement' : 'coordinate', isReported ? current : current.parent, group.first, { verb: group, own: subject, link: isReported ? 'that' : '' });
      }
    }
  }

  #close(isIt: (clause: Draft) => boolean): void {
    const opened = this.#ancestor(isIt);
    if (opened?.parent !== undefined) this.#current = opened.parent;
  }

  #ancestor(isIt: (clause: Draft) => boolean): Draft | undefined {
    for (let clause: Draft | undefined = this.#current; clause !== undefined; clause = clause.parent) if (isIt(clause)) return clause;
    return undefined;
  }

  #skipAdverbs(from: number): number {
    let index = from;
    for (let token = this.#tokens[index]; is(token, ADVERBS) && !this.#groupAt.has(index) && !is(token, PREPOSITIONS); token = this.#tokens[index]) index++;
    return index;
  }

  #isVerbToken(index: number): boolean {
    return this.#groups.some(group => group.first <= index && index <= group.main);
  }

  #isNounToken(index: number): boolean {
    const token = this.#tokens[index]!;
    return token.kind === 'name' || token.kind === 'number' || token.kind === 'quote' || token.kind === 'word' && !is(token, PREPOSITIONS | CONJUNCTIONS | ADVERBS);
  }

  /** The last name or noun before an offset that belongs to the current clause. */
  #lastNoun(before: number): number | undefined {
    for (let at = this.#current.own.length - 1; at >= 0; at--) {
      const index = this.#current.own[at]!;
      const token = this.#tokens[index]!;
      if (index < before && (token.kind === 'name' || token.kind === 'date' || token.kind === 'word' && !is(token, PREPOSITIONS | ADVERBS))) return index;
    }
    return this.#current.verb === undefined ? this.#current.antecedent : undefined;
  }

  /** Whether a finite verb follows before a stronger mark. */
  #hasVerbAfter(index: number): boolean {
    const group = this.#groups.find(later => later.first > index && later.form !== 'infinitive');
    return group !== undefined && this.#isClear(index + 1, group.first, ',');
  }

  /** Whether a subject and a finite verb follow with no mark or opener between. */
  #hasClauseAfter(index: number): boolean {
    const group = this.#groups.find(later => later.first > index);
    if (group === undefined || group.first === index + 1 || !this.#isClear(index + 1, group.first)) return false;
    const isPassive = group.form === 'participle';
    return group.form === 'finite' && !isPassive && this.#tokens.slice(index + 1, group.first).some(token => token.kind === 'name' || token.kind === 'word' && !is(token, PREPOSITIONS));
  }

  /** Whether nothing between two tokens opens or closes a clause, marks allowed apart. */
  #isClear(from: number, to: number, allowed = ''): boolean {
    for (let index = from; index < to; index++) {
      const token = this.#tokens[index]!;
      if (token.kind === 'mark' && token.text !== allowed) return false;
      if (token.kind === 'word' && (is(token, RELATIVES) && token.text !== 'whose' || is(token, PURE_SUBORDINATORS) || token.text === 'that' && this.#isOpenThat(index))) return false;
    }
    return true;
  }

  /** `that it would`, `that the P5`; not `that conference`. */
  #isOpenThat(index: number): boolean {
    const next = this.#tokens[index + 1];
    return this.#groupAt.has(index + 1) || next?.kind === 'name' || next?.kind === 'number' || is(next, PRONOUNS | DETERMINERS);
  }

  /** A bare `announced` without its object beside it is active where a clause follows: `announced in April that …`. */
  #settled(group: VerbGroup): VerbGroup {
    if (group.form !== 'participle') return group;
    // `which Norway attended`
    const { kind, link, verb, own } = this.#current;
    if (kind === 'relative' && link === 'which' && verb === undefined && own.at(-1) === group.first - 1 && this.#tokens[group.first - 1]!.kind === 'name' && this.#tokens[group.main + 1]?.text !== 'by') return { ...group, form: 'finite', voice: 'active' };
    if (!REPORTING.has(group.lemma)) return group;
    const that = this.#tokens.findIndex((token, index) => index > group.main && token.kind === 'word' && /^(?:that|what|how|why|whether)$/.test(token.text));
    if (that !== -1 && this.#groups.some(({ first }) => first > group.main && first < that)) return group;
    return that !== -1 && (this.#tokens[that]!.text !== 'that' || this.#isOpenThat(that)) && this.#isClear(group.main + 1, that, ',') ? { ...group, form: 'finite', voice: 'active' } : group;
  }

  #modalityOf(clause: Draft): Modality {
    const { verb, parent, kind, link } = clause;
    const hasDoubt = clause.own.some(index => DOUBTS.has(this.#tokens[index]!.text) && this.#tokens[index + 1]?.kind !== 'number') || this.#isAttributed(clause);
    const inherited = kind === 'relative' || kind === 'subordinate' || parent === undefined ? isReported(parent) : parent.modality === 'unsure' ? 'unsure' : isReported(parent);
    if (kind === 'complement') {
      const isFactive = parent?.verb !== undefined && link === 'that' && FACTIVE.has(parent.verb.lemma) || link === 'fact';
      if (!isFactive || parent?.modality === 'unsure') return 'unsure';
    }
    if (inherited === 'unsure' || hasDoubt || link === 'if' || link === 'unless' || link === 'lest' || link === 'whether') return 'unsure';
    if (verb === undefined) return parent?.modality === 'unsure' && kind === 'aside' ? 'unsure' : 'asserted';
    // `was almost signed`
    if (verb.isModal || /^(?:almost|nearly)$/.test(this.#tokens[verb.main - 1]?.text ?? '')) return 'unsure';
    const shared = kind === 'coordinate' && clause.sharesSubjectOf?.verb !== undefined && clause.sharesSubjectOf.verb.isModal && verb.first === verb.main;
    if (shared) return 'unsure';
    if (verb.form === 'infinitive') {
      const lemma = parent?.verb?.lemma ?? '';
      if (REFUSING.has(lemma)) return parent!.modality === 'asserted' ? 'negated' : 'unsure';
      return IMPLICATIVE.has(lemma) && parent!.modality === 'asserted' ? verb.isNegated ? 'negated' : 'asserted' : 'unsure';
    }
    return verb.isNegated || this.#hasNegatedSubject(clause) ? 'negated' : 'asserted';
  }

  /** `neither X nor Y signed`, `none of them met`, `no faction signed`; not `no more than ten signed`. */
  #hasNegatedSubject({ own, verb }: Draft): boolean {
    return own.some(index => index < verb!.first && is(this.#tokens[index], NEGATIONS) && this.#tokens[index + 2]?.text !== 'than');
  }

  /** `according to X`, `in the view of X`: what is said is X’s. */
  #isAttributed({ own }: Draft): boolean {
    return own.some((index, at) => this.#tokens[index]!.text === 'according' && this.#tokens[own[at + 1] ?? -1]?.text === 'to'
      || this.#tokens[index]!.text === 'view' && this.#tokens[index - 2]?.text === 'in');
  }
}

/** Before `that …`: what follows is a fact, or what somebody thinks, fears, plans or denies. */
const OPENS_THAT = new RegExp(`^(?:${('fact claim view idea belief assertion argument hope fear condition news report assumption understanding announcement promise proposal suggestion statement declaration warning pledge vow '
  + 'commitment assurance guarantee demand request message letter signal agreement conclusion threat notion impression theory story legend myth fiction fable lie rumou?r allegation accusation mistake error fallacy '
  + '(?:mis)?conception suspicion possibility chance danger risk expectation speculation untrue false wrong incorrect doubtful (?:un)?likely (?:im)?possible (?:in)?conceivable unclear uncertain').replaceAll(' ', '|')})$`);

const DOUBTS: ReadonlySet<string> = new Set(['allegedly', 'reportedly', 'supposedly', 'purportedly', 'apparently', 'perhaps', 'possibly', 'probably', 'presumably', 'rumoured', 'hypothetically', 'wrongly', 'mistakenly', 'erroneously', 'incorrectly', 'falsely']);

function isReported(clause: Draft | undefined): Modality {
  for (let at = clause; at !== undefined; at = at.parent) if (at.kind === 'complement' && at.modality === 'unsure') return 'unsure';
  return 'asserted';
}

/** The words that end a noun phrase: what is never part of one. */
export function isPhraseWord(token: Token): boolean {
  return token.kind === 'name' || token.kind === 'number' || token.kind === 'word' && !is(token, PREPOSITIONS | CONJUNCTIONS | PRONOUNS) || is(token, DETERMINERS);
}
