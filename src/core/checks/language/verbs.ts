import { ACTION_VERBS } from './actions.ts';
import { remember } from './remember.ts';
import { NOT_ING, NOT_PAST } from './words.ts';

export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface VerbWord {
  readonly lemma: string;
  /** `past-or-participle` for regular verbs and for those with one form for both. */
  readonly form: VerbForm | 'past-or-participle';
}

/** Past and participle where they are not made with -ed. */
const IRREGULAR = 'meet met met,hold held held,take took taken,begin began begun,give gave given,write wrote written,lead led led,fall fell fallen,come came come,go went gone,'
  + 'send sent sent,tell told told,say said said,become became become,bring brought brought,see saw seen,make made made,leave left left,win won won,lose lost lost,break broke broken,'
  + 'draw drew drawn,withdraw withdrew withdrawn,overthrow overthrew overthrown,choose chose chosen,sit sat sat,speak spoke spoken,seek sought sought,keep kept kept,put put put,set set set,'
  + 'think thought thought,know knew known,find found found,feel felt felt,get got got,fly flew flown,fight fought fought,stand stood stood,run ran run,rise rose risen,grow grew grown,'
  + 'mean meant meant,pay paid paid,read read read,build built built,buy bought bought,catch caught caught,teach taught taught,let let let,cut cut cut,shut shut shut,spend spent spent,'
  + 'undertake undertook undertaken,overrun overran overrun,overcome overcame overcome,show showed shown,hear heard heard,lay laid laid,lie lay lain,bear bore borne,drive drove driven,'
  + 'forget forgot forgotten,hide hid hidden,shake shook shaken,strike struck struck,throw threw thrown,wear wore worn,sink sank sunk,split split split,spread spread spread,arise arose arisen,'
  + 'foresee foresaw foreseen,uphold upheld upheld,understand understood understood,mistake mistook mistaken,wind wound wound,flee fled fled,deal dealt dealt,initial initialled initialled,pen penned penned';

/** Verbs that say no action and whose base and -s forms are to be known, and those that are told from nouns by being listed. */
const REGULAR = 'chair attend mediate guarantee join participate co-chair co-host co-convene preside sponsor observe witness skip miss represent ratify accede occur happen follow precede predate '
  + 'antedate postdate last produce fail result coincide reconvene resume adjourn schedule plan postpone expect intend envisage reach serve act work remain stay live die rule govern reign '
  + 'deploy claim argue allege believe maintain insist note recall add explain contend estimate assert want wish hope try attempt help manage continue proceed decide resolve threaten pave '
  + 'trigger cause prompt yield allow enable shape mark crown count number total comprise consist include contain displace uproot cost offer extend resign retire step demand urge welcome '
  + 'oppose support back invite discuss convey carry deliver restore normalise normalize mend fund arm finance train exit liberate remove dismiss abstain veto complete dissolve restart '
  + 'relaunch unveil stage organise organize arrange complain protest culminate subscribe ask answer reply respond relay inform date mandate authorise authorize empower';

let made: ReadonlyMap<string, VerbWord> | undefined;

/** All known forms; made when the first word is asked for. */
function forms(): ReadonlyMap<string, VerbWord> {
  return made ??= makeForms();
}

function makeForms(): ReadonlyMap<string, VerbWord> {
  const table = new Map<string, VerbWord>();
  const add = (word: string, lemma: string, form: VerbWord['form']) => {
    if (!table.has(word)) table.set(word, { lemma, form });
  };
  const addPresent = (lemma: string) => {
    add(lemma, lemma, 'base');
    add(/(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`, lemma, 's');
    add(/ie$/.test(lemma) ? `${lemma.slice(0, -2)}ying` : /[^e]e$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${doubled(lemma)}ing`, lemma, 'ing');
  };
  for (const row of IRREGULAR.split(',')) {
    const [lemma, past, participle] = row.split(' ') as [string, string, string];
    if (past === participle) add(past, lemma, 'past-or-participle');
    else {
      add(past, lemma, 'past');
      add(participle, lemma, 'participle');
    }
    addPresent(lemma);
  }
  for (const lemma of [...REGULAR.split(' '), ...ACTION_VERBS]) {
    if (table.get(lemma)?.form === 'base') continue;
    // `traveled` as it is written across the sea.
    if (/[^e]el$/.test(lemma)) add(`${lemma}ed`, lemma, 'past-or-participle');
    add(/e$/.test(lemma) ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${doubled(lemma)}ed`, lemma, 'past-or-participle');
    addPresent(lemma);
  }
  // `found` is far more often found than founded.
  table.set('found', { lemma: 'find', form: 'past-or-participle' });
  return table;
}

/** `plan` gives `planned`, `visit` gives `visited`. */
function doubled(lemma: string): string {
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(lemma) || /(?:mit|fer|cur|[^e]el|begin|set)$/.test(lemma) && !/(?:visit|benefit|offer|suffer|differ)$/.test(lemma) ? lemma + lemma.at(-1)! : lemma;
}

/** Whether a word is a noun unless something makes it a verb. */
export function isAlsoNoun(word: string): boolean {
  const form = forms().get(word)?.form;
  return form === 'base' || form === 's' || form === 'ing';
}

/** What a word can be as a verb: known forms, and any word in -ed or -ing that is nothing else. */
export const verbWord = remember(findVerb);

function findVerb(word: string): VerbWord | undefined {
  const known = forms().get(word);
  if (known !== undefined) return known;
  if (word.includes('-')) return undefined;
  if (word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word)) return { lemma: word.slice(0, /i[sz]ed$/.test(word) ? -1 : -2), form: 'past-or-participle' };
  if (word.length > 5 && word.endsWith('ing') && !NOT_ING.has(word)) return { lemma: word.slice(0, -3), form: 'ing' };
  return undefined;
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Verbs that need no object: `the conference opened in July` is active. Others without one are participles: `the agreement signed in July`. */
export const CAN_BE_INTRANSITIVE = set('meet open end begin start close fail fall agree return arrive land march roll pour convene gather assemble talk negotiate travel fly go come withdraw leave die live rule govern serve '
  + 'act work remain stay collapse resume reconvene adjourn conclude finish last take occur happen follow succeed resign retire vote abstain speak sit rise grow win lose participate join preside '
  + 'result coincide continue proceed refuse decline respond reply depart vanish emerge appear disappear differ matter expire cease run break stand write intervene step flee surrender change shift turn move '
  + 'improve worsen peak culminate lapse stall falter resurface dissolve disband splinter wane lead invade attack see hope wish try help decide threaten pay say think claim argue believe know hear tell');

/** Verbs after which `that …`, or a clause without `that`, is what somebody else says or thinks. */
export const REPORTING = set('say claim argue allege believe suggest maintain insist note recall report add write explain conclude contend hold assert think know tell announce declare state warn predict expect hope fear assume suppose '
  + 'promise pledge agree decide demand propose complain admit deny doubt imagine imply hint propose estimate remember find feel see hear show mean understand stress emphasise emphasize observe remark recommend urge ask answer reply indicate signal confirm');

/** Verbs whose infinitive was done: `went on to sign`, `helped to draft`. */
export const IMPLICATIVE = set('manage help go come proceed begin continue happen serve start return');
/** Verbs whose infinitive was not done. */
export const REFUSING = set('fail refuse decline neglect forget cease');
/** What is said of a time that was meant, not of one that came. */
export const PLANNING = set('schedule plan postpone expect intend envisage foresee slate set fix delay defer cancel hope anticipate propose recommend');
/** Reporting verbs whose writer vouches for what is reported. */
export const FACTIVE = set('note recall show observe explain find record remember know understand stress emphasise emphasize remark point mean confirm');
