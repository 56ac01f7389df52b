import { FOLD, IGNORED } from './fold.ts';
import { isCapital } from './words.ts';

/** How one word of a name is written, and so how a text has to write it. */
export const ANY = 0;
/** `conference`: a text may also begin it with a capital. */
export const LOWER = 1;
/** `Khmer`: a text has to begin it with a capital. */
export const CAPITALISED = 2;
/** `US`, `P5`: a text has to write it in capitals throughout. */
export const CAPITALS = 3;
/** `McNamara`, `SoC`: a text has to write it so, or in capitals throughout. */
export const MIXED = 4;
/** `Conference` within a longer name: a text may write it small, as prose does (`the Paris conference`). */
export const GENERIC = 5;

/** Words whose case says nothing: `The Hague`, `Pérez De Cuéllar`. */
const PARTICLES = new Set(('a an and as at by da das de del della der des di do dos du e el en for from in la las le les los of on or '
  + 'the to und van von with y zu al bin ibn bint').split(' '));

/** Nouns for a kind of meeting, text or body, which prose writes small after a proper name. */
const GENERIC_NOUNS = new Set(('accord accords agency agenda agreement agreements administration alliance army assembly assistance bloc '
  + 'cabinet ceasefire charter coalition commission committee communique community conference congress constitution consultations '
  + 'convention council countries court declaration decision delegation dialogue document documents elections embassy faction factions force forces '
  + 'formula forum framework front government governments group initiative institute invasion junta law letter meeting meetings members '
  + 'mission movement negotiations office operation pact panel parliament parties party peace plan plans process programme proposal '
  + 'proposals protocol regime republic resolution resolutions revolution round secretariat session settlement state states '
  + 'statement summit talks team treaty tribunal trials troops union visit war wars withdrawal').split(' '));

/** Words that a title begins with and prose writes small: `the first Paris conference`, `the fall of the Berlin Wall`. */
const OPENING_WORDS = new Set(('first second third fourth fifth sixth seventh eighth ninth tenth last final new joint '
  + 'adoption appointment attack boycott change closure coup creation death drafting election elections end establishment fall foundation founding installation killing launch '
  + 'leak nomination opening outbreak publication refusal rejection release return rise ruling signing start takeover vote').split(' '));

/** Classes of the words of a name; `folded` are the same words in small letters. */
export function classesOf(words: readonly string[], folded: readonly string[]): number[] {
  const classes = words.map((word, i) => {
    const written = classOf(word);
    return written <= CAPITALISED && words.length > 1 && PARTICLES.has(folded[i]!) ? ANY : written;
  });
  const opens = words.length > 1 && classes[0] === CAPITALISED && (OPENING_WORDS.has(folded[0]!) || GENERIC_NOUNS.has(folded[0]!));
  const proper = classes.map((kind, i) => kind >= CAPITALISED && !GENERIC_NOUNS.has(folded[i]!) && !(i === 0 && opens));
  const first = proper.indexOf(true);
  // `resolution 718`
  if (first === -1) return opens && /^\d/.test(words[1]!) ? [GENERIC, ...classes.slice(1)] : classes;
  return classes.map((kind, i) => ((i > first || i === 0 && opens) && kind === CAPITALISED && !proper[i] ? GENERIC : kind));
}

function classOf(word: string): number {
  const { capitals, smalls, others, first } = count(word, 0, word.length);
  if (capitals === 0) return smalls === 0 ? ANY : LOWER;
  if (smalls === 0 && capitals + others > 1) return CAPITALS;
  return capitals === 1 && first ? CAPITALISED : MIXED;
}

/** Whether a text writes a word as a name of the class asks. Capitals throughout pass only for `shouted` names, as in a heading. */
export function caseFits(kind: number, text: string, start: number, end: number, word: string, shouted: boolean): boolean {
  if (kind === ANY) return true;
  const { capitals, smalls, first } = count(text, start, end);
  if (kind === CAPITALS) return smalls === 0;
  if (smalls === 0 && capitals > 1) return shouted;
  if (kind === MIXED) return sameCase(text, start, end, word);
  if (capitals === 0) return kind !== CAPITALISED;
  return capitals === 1 && first;
}

function count(text: string, start: number, end: number): { capitals: number; smalls: number; others: number; first: boolean } {
  let capitals = 0;
  let smalls = 0;
  let others = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isCapital(unit)) capitals++;
    else if (isSmall(unit)) smalls++;
    else if (unit >= 48 && unit <= 57) others++;
  }
  return { capitals, smalls, others, first: isCapital(text.charCodeAt(start)) };
}

function isSmall(unit: number): boolean {
  if (unit < 128) return unit >= 97 && unit <= 122;
  const char = String.fromCharCode(unit);
  return FOLD[unit] !== IGNORED && char !== char.toUpperCase();
}

/** Same pattern of capitals, letter by letter, accents aside. */
function sameCase(text: string, start: number, end: number, word: string): boolean {
  return capitalsOf(text.slice(start, end)) === capitalsOf(word);
}
function capitalsOf(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/\p{Lu}/gu, 'A').replace(/\p{Ll}/gu, 'a');
}
