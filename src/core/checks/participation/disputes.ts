import type { EntryKey, Event, Remark } from '../../corpus/types.ts';
import type { Sentence } from '../../draft/types.ts';
import type { CheckContext } from '../context.ts';
import { actorLexiconOf, actorsOf } from '../events/actorWords.ts';
import { analyse, subjectOf } from '../language/analysis.ts';
import { wordsAfter, type Claim } from './claims.ts';
import { deedOfVerb, type Deed } from './deeds.ts';
import { counts, participantsOf } from './record.ts';

/** What a `disputed` remark on an event says of who did what there. */
interface Account {
  readonly remark: Remark;
  readonly deeds: readonly { readonly deed: Deed; readonly key: EntryKey; readonly isNegated: boolean }[];
}

/** What is done by one, so that to name another is to say that it was not the first. */
const BY_ONE: ReadonlySet<Deed> = new Set<Deed>(['host', 'convene', 'author']);

/** The remark on an event that says the same as a claim, or says otherwise; nothing where none tells. */
export function accountOf(event: Event, claim: Claim, context: CheckContext): { readonly remark: Remark; readonly agrees: boolean } | undefined {
  const { deed, isNegated } = plain(claim);
  const { key } = claim.actor;
  for (const { remark, deeds } of context.memo(makeAccounts).of(event)) {
    const same = deeds.filter(one => one.deed === deed);
    const own = same.filter(one => one.key === key);
    if (own.length > 0 && own.every(one => one.isNegated === isNegated)) return { remark, agrees: true };
    if (own.length > 0 && own.every(one => one.isNegated !== isNegated)) return { remark, agrees: false };
    const isAnother = own.length === 0 && !isNegated && BY_ONE.has(deed) && same.some(one => !one.isNegated && !hasRole(event, one.key, deed, context));
    if (isAnother) return { remark, agrees: false };
  }
  return undefined;
}

/** To stay away is not to attend. */
function plain<T extends { readonly deed: Deed; readonly isNegated: boolean }>(said: T): T {
  return said.deed === 'stay-away' ? { ...said, deed: 'attend', isNegated: !said.isNegated } : said;
}

function hasRole(event: Event, key: EntryKey, deed: Deed, context: CheckContext): boolean {
  return participantsOf(event, context).some(other => other.key === key && counts(deed, other.role));
}

class Accounts {
  readonly #context: CheckContext;
  readonly #known = new Map<Event, readonly Account[]>();

  constructor(context: CheckContext) {
    this.#context = context;
  }

  of(event: Event): readonly Account[] {
    let known = this.#known.get(event);
    if (known === undefined) {
      known = event.statements.flatMap(({ remarks }) => remarks).filter(({ kind }) => kind === 'disputed').map(remark => ({ remark, deeds: deedsIn(remark.text, this.#context) })).filter(({ deeds }) => deeds.length > 0);
      this.#known.set(event, known);
    }
    return known;
  }
}

function makeAccounts(context: CheckContext): Accounts {
  return new Accounts(context);
}

/** Who is said to do what: `Kenya hosted it`, `it was hosted by Kenya`. A remark of several sentences is not told apart. */
function deedsIn(text: string, context: CheckContext): Account['deeds'] {
  const mentions = actorLexiconOf(context).find(text).map(({ start, end, targets }) => ({ start, end, keys: targets, kind: 'alias' as const, text: text.slice(start, end) }));
  const sentence: Sentence = { start: 0, end: text.length, mentions, dates: [], numbers: [], citations: [], quotations: [], notes: [] };
  const analysis = analyse(text, sentence);
  return analysis.clauses.flatMap(clause => {
    const { verb, own, modality } = clause;
    if (verb === undefined || modality === 'unsure') return [];
    const isPassive = verb.voice === 'passive';
    const deed = deedOfVerb(verb.lemma, wordsAfter(analysis, verb.main), isPassive);
    if (deed === undefined) return [];
    const doers = isPassive && verb.lemma !== 'represent' ? own.filter(index => analysis.prepositions[index] === 'by') : subjectOf(analysis, clause);
    return doers.flatMap(index => {
      const keys = actorsOf(analysis.tokens[index]!, context);
      return keys.length === 1 ? [plain({ deed, key: keys[0]!, isNegated: modality === 'negated' })] : [];
    });
  });
}
