const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words of closed classes, in small letters. */
export const DETERMINERS = words('the a an this that these those its his her their our my your no every each all both some any many most several few such another other '
  + 'whose what which');
export const PREPOSITIONS = words('of in on at by to from for with without within during throughout between among amongst against about after before since until till upon '
  + 'into onto over under above below across through towards toward near around despite following alongside amid amidst beyond behind beside besides except like unlike via per '
  + 'as than concerning regarding including excluding given pending versus');
export const CONJUNCTIONS = words('and or but nor yet so');
/** They open a clause of their own; those that are prepositions as well do when a verb follows. */
export const SUBORDINATORS = words('when while whereas although though because if unless once whenever wherever where whether lest until till after before since as');
/** Subordinators that are nothing else. */
export const PURE_SUBORDINATORS = words('when while whereas although though because if unless once whenever wherever where whether lest how why what');
export const RELATIVES = words('who whom whose which');
export const PRONOUNS = words('he she it they we you i him her them us me this that these those one who which what there himself herself itself themselves each other both all none neither either');
export const NEGATIONS = words('not never no neither nor none nobody nothing hardly scarcely barely without');
/** Adverbs and the like that stand in or beside a verb group; all words in -ly count too. */
export const ADVERBS = words('also then later soon again already still even only just once now thus hence therefore however instead indeed eventually first finally ever '
  + 'long almost nearly largely perhaps maybe rather quite both together formally not never n’t back twice thereafter afterwards meanwhile nevertheless nonetheless moreover '
  + 'further initially originally subsequently previously originally always often sometimes usually too so yet thrice altogether jointly');
export const MODALS = words('will would can could may might must shall should cannot ought');
export const BE = words('be is are was were been being am');
export const HAVE = words('have has had having');
export const DO = words('do does did done doing');

/** Hedges before a number or date: what follows is no exact claim. */
export const HEDGES = words('about around approximately roughly some nearly almost over under circa perhaps maybe possibly probably');

export function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || word.length > 4 && word.endsWith('ly') && !NOT_ADVERBS.has(word);
}
const NOT_ADVERBS = words('ally family assembly supply reply italy july anomaly rally apply imply comply rely multiply monopoly early');

/** Ends in -ed and is no verb. */
export const NOT_PAST = words('hundred united need indeed speed seed deed breed bleed feed exceed proceed succeed red bed shed sacred naked wicked so-called kindred embed infrared '
  + 'hatred indebted talented related armed aged');
/** Ends in -ing and is no verb. */
export const NOT_ING = words('thing nothing something anything everything during king spring string morning evening building beijing peking wing ring sing bring cling notwithstanding '
  + 'according regarding concerning including following pending ceiling sibling darling being');
