const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Classes of words, as bits: a word may be of several. */
export const DETERMINERS = 1 << 0;
export const PREPOSITIONS = 1 << 1;
export const CONJUNCTIONS = 1 << 2;
/** They open a clause of their own; those that are prepositions as well do when a verb follows. */
export const SUBORDINATORS = 1 << 3;
/** Subordinators that are nothing else. */
export const PURE_SUBORDINATORS = 1 << 4;
export const RELATIVES = 1 << 5;
export const PRONOUNS = 1 << 6;
export const NEGATIONS = 1 << 7;
export const MODALS = 1 << 8;
export const BE = 1 << 9;
export const HAVE = 1 << 10;
export const DO = 1 << 11;
/** And the like, that stand in or beside a verb group; all words in -ly count too. */
export const ADVERBS = 1 << 12;

/** The words of the closed classes, in small letters. */
const LISTS: readonly (readonly [classes: number, list: string])[] = [
  [DETERMINERS, 'the a an this that these those its his her their our my your no every each all both some any many most several few such another other '
    + 'whose what which'],
  [PREPOSITIONS, 'of in on at by to from for with without within during throughout between among amongst against about after before since until till upon '
    + 'into onto over under above below across through towards toward near around despite following alongside amid amidst beyond behind beside besides except like unlike via per '
    + 'as than concerning regarding including excluding given pending versus'],
  [CONJUNCTIONS, 'and or but nor yet so'],
  [SUBORDINATORS, 'when while whereas although though because if unless once whenever wherever where whether lest until till after before since as'],
  [PURE_SUBORDINATORS, 'when while whereas although though because if unless once whenever wherever where whether lest how why what'],
  [RELATIVES, 'who whom whose which'],
  [PRONOUNS, 'he she it they we you i him her them us me this that these those one who which what there himself herself itself themselves each other both all none neither either'],
  [NEGATIONS, 'not never no neither nor none nobody nothing hardly scarcely barely without'],
  [MODALS, 'will would can could may might must shall should cannot ought'],
  [BE, 'be is are was were been being am'],
  [HAVE, 'have has had having'],
  [DO, 'do does did done doing'],
  [ADVERBS, 'also then later soon again already still even only just once now thus hence therefore however instead indeed eventually first finally ever '
    + 'long almost nearly largely perhaps maybe rather quite both together formally not never n’t back twice thereafter afterwards meanwhile nevertheless nonetheless moreover '
    + 'further initially originally subsequently previously originally always often sometimes usually too so yet thrice altogether jointly'],
];
const CLASSES = new Map<string, number>();
for (const [classes, list] of LISTS) for (const word of list.split(' ')) CLASSES.set(word, (CLASSES.get(word) ?? 0) | classes);

/** The classes that a word is of, in small letters. */
export function classesOf(word: string): number {
  const closed = CLASSES.get(word) ?? 0;
  return word.length > 4 && word.endsWith('ly') && !NOT_ADVERBS.has(word) ? closed | ADVERBS : closed;
}

const ORDINALS: ReadonlyMap<string, number> = new Map(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'].map((word, index) => [word, index + 1]));

/** 1 for `first`, up to `tenth`; 0 for no such word. */
export function ordinalOf(word: string): number {
  return ORDINALS.get(word) ?? 0;
}

const NOT_ADVERBS = words('ally family assembly supply reply italy july anomaly rally apply imply comply rely multiply monopoly early');

/** Ends in -ed and is no verb. */
export const NOT_PAST = words('hundred united need indeed speed seed deed breed bleed feed exceed proceed succeed red bed shed sacred naked wicked so-called kindred embed infrared '
  + 'hatred indebted talented related armed aged');
/** Ends in -ing and is no verb. */
export const NOT_ING = words('thing nothing something anything everything during king spring string morning evening building beijing peking wing ring sing bring cling notwithstanding '
  + 'according regarding concerning including following pending ceiling sibling darling being');
