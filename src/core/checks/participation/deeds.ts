/** What is said that somebody did at an event. */
export type Deed = 'attend' | 'sign' | 'host' | 'chair' | 'convene' | 'stay-away' | 'author' | 'receive';

const VERBS: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['attend', 'attend'], ['join', 'attend'], ['participate', 'attend'], ['sign', 'sign'], ['initial', 'sign'], ['ratify', 'sign'], ['host', 'host'], ['co-host', 'host'], ['chair', 'chair'], ['co-chair', 'chair'], ['preside', 'chair'],
  ['convene', 'convene'], ['co-convene', 'convene'], ['organise', 'convene'], ['organize', 'convene'], ['boycott', 'stay-away'], ['shun', 'stay-away'], ['skip', 'stay-away'], ['miss', 'stay-away'], ['write', 'author'], ['author', 'author'], ['pen', 'author'], ['draft', 'author'], ['adopt', 'author'], ['pass', 'author'], ['conclude', 'attend'], ['negotiate', 'attend'],
]);

/** What a verb says, with the words after it: `took part`, `stayed away from`, `was represented`. */
export function deedOfVerb(lemma: string, [next = '', second = '']: readonly string[], isPassive: boolean): Deed | undefined {
  if (lemma === 'take') return next === 'part' ? 'attend' : undefined;
  if (lemma === 'be') return next === 'present' ? 'attend' : next === 'absent' ? 'stay-away' : undefined;
  if (isPassive && /^(?:address|send)$/.test(lemma) && next === 'to') return 'receive';
  if (lemma === 'put') return /^(?:names?|signatures?)$/.test(next) && second === 'to' ? 'sign' : undefined;
  if (lemma === 'draw') return next === 'up' ? 'author' : undefined;
  if (lemma === 'play') return next === 'host' ? 'host' : undefined;
  if (lemma === 'sit') return /^(?:down|at|in)$/.test(next) ? 'attend' : undefined;
  if (lemma === 'represent') return isPassive ? 'attend' : undefined;
  if (/^(?:stay|keep|remain)$/.test(lemma)) return next === 'away' && second === 'from' || next === 'out' && second === 'of' ? 'stay-away' : undefined;
  if (/^(?:turn|show)$/.test(lemma)) return next === 'up' ? 'attend' : undefined;
  if (lemma === 'send') return /^(?:delegation|delegates|representatives?|negotiators|observers)$/.test(next) ? 'attend' : undefined;
  return VERBS.get(lemma);
}

const NOUNS: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['host', 'host'], ['co-host', 'host'], ['organiser', 'convene'], ['organizer', 'convene'], ['convenor', 'convene'], ['convener', 'convene'], ['co-convenor', 'convene'], ['chair', 'chair'], ['co-chair', 'chair'], ['chairman', 'chair'], ['co-chairman', 'chair'],
  ['co-president', 'chair'], ['signatory', 'sign'], ['signatorie', 'sign'], ['signer', 'sign'], ['participant', 'attend'], ['attendee', 'attend'], ['absentee', 'stay-away'], ['party', 'attend'], ['partie', 'attend'], ['author', 'author'], ['co-author', 'author'],
]);

/** What somebody is or acts as: `the host of`, `one of the co-chairs of`. */
export function deedOfRole(noun: string): Deed | undefined {
  return NOUNS.get(noun.replace(/men$/, 'man')) ?? NOUNS.get(noun.replace(/s$/, ''));
}

/** What a noun of doing says of its possessor: `China’s boycott of`, `the participation of`. */
const DOING: ReadonlyMap<string, { readonly deed: Deed; readonly isNegated: boolean }> = new Map<string, { deed: Deed; isNegated: boolean }>([
  ['attendance', { deed: 'attend', isNegated: false }], ['participation', { deed: 'attend', isNegated: false }], ['presence', { deed: 'attend', isNegated: false }], ['absence', { deed: 'stay-away', isNegated: false }],
  ['boycott', { deed: 'stay-away', isNegated: false }], ['signature', { deed: 'sign', isNegated: false }], ['signing', { deed: 'sign', isNegated: false }], ['chairmanship', { deed: 'chair', isNegated: false }], ['co-chairmanship', { deed: 'chair', isNegated: false }],
  ['hosting', { deed: 'host', isNegated: false }], ['non-participation', { deed: 'attend', isNegated: true }], ['non-attendance', { deed: 'attend', isNegated: true }],
]);

export function deedOfNoun(noun: string): { readonly deed: Deed; readonly isNegated: boolean } | undefined {
  return DOING.get(noun);
}

/** They have their object there: `the conference brought France and China together`. */
export const GATHERING: ReadonlySet<string> = new Set(['bring', 'gather', 'assemble', 'unite', 'reunite']);

/** What stands in words that say a deed with others: `took part`, `was present`, `stayed away`, `turned up`, `sent delegates`, `without China`. */
const FURTHER = ['sat', 'part', 'present', 'absent', 'represent', 'away', 'out', 'up', 'delegat', 'negotiators', 'observers', 'without', 'brought', 'wrote', 'address', 'sent', 'drew', 'drawn', 'put', 'spoke', 'argu', 'vote', 'object', 'insist', 'protest', 'met', 'talk', 'table'];
const BEGINNINGS = new Set([...VERBS.keys(), ...NOUNS.keys(), ...DOING.keys(), ...GATHERING, ...FURTHER].map(word => word.replace(/(?:ie|[ey])$/, '')));
/** What begins as one of them does and says no deed, of the words that drafts are full of. */
const OTHERS = ['united', 'penh', 'pending', 'mission', 'authorit', 'signific', 'signal', 'particular', 'partly', 'partner', 'partial', 'partit', 'upon', 'outside', 'outcome', 'hostil', 'joint', 'award', 'aware'];
const SAYS = new RegExp(`\\b(?!${OTHERS.join('|')})(?:${[...BEGINNINGS].join('|')})`, 'i');

/** Whether a sentence has any word that can say a deed; one without is not taken apart for it. */
export function saysDeeds(words: string): boolean {
  return SAYS.test(words);
}
