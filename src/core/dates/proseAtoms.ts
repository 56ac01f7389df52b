/** What a writer's words say of one date, before it is settled which year is meant. Numbers as in EDTF: months 1 to 12, seasons 21 to 24. */
export interface DateAtom {
  readonly start: number;
  readonly end: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly season?: number;
  readonly decade?: number;
  /** `early`, `mid` or `late`. */
  readonly part?: number;
  /** `turn of the year`: from December to January. */
  readonly isTurn?: boolean;
  /** Years to add to the year of the date before: 0 for `that year`, 1 for `the following year`. */
  readonly yearsFrom?: number;
  /** `two years later`, `ten days earlier`: a step from the date before. */
  readonly step?: { readonly count: number; readonly unit: 'year' | 'month' | 'week' | 'day' };
  /** `the same month`. */
  readonly isSameMonth?: boolean;
}

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(([
  ['january', 'jan', 'janvier'], ['february', 'feb', 'février', 'fevrier'], ['march', 'mars'], ['april', 'apr', 'avril'], ['may', 'mai'], ['june', 'juin'],
  ['july', 'juillet'], ['august', 'aug', 'août', 'aout'], ['september', 'sept', 'sep', 'septembre'], ['october', 'oct', 'octobre'], ['november', 'nov', 'novembre'],
  ['december', 'dec', 'décembre', 'decembre'],
] as const).flatMap((names, index) => names.map(name => [name, index + 1])));
const SEASONS: Readonly<Record<string, number>> = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24, printemps: 21, été: 22, automne: 23, hiver: 24 };
const PARTS: Readonly<Record<string, number>> = { early: 0, beginning: 0, start: 0, début: 0, mid: 1, middle: 1, milieu: 1, late: 2, end: 2, fin: 2 };
const COUNTS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, twenty: 20, thirty: 30,
};

// A blank, also a soft line break with the mark of a quotation; at most one line.
const S = '(?:[ \\t\\u00A0]{1,8}|[ \\t]{0,8}\\r?\\n[ \\t>]{0,8})';
const MONTH = `(?<month>${Object.keys(MONTHS).sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}])\\.?`;
const DAY = '(?<day>[12]\\d|3[01]|0?[1-9])(?:st|nd|rd|th|er)?(?![\\p{L}\\p{N}])';
const YEAR = '(?<year>1[0-9]\\d\\d|20\\d\\d|2100)(?![\\p{L}\\p{N}_])(?!,\\d{3})(?![.:/]\\d)';
const OF = `(?:${S}of)?${S}(?:the${S})?`;
const PART_WORD = `(?<part>${Object.keys(PARTS).join('|')})`;
const PART = `(?:(?:the${S}(?:very${S})?)?${PART_WORD}(?:[-–]|${S}(?:of${S}|de${S})?(?:the${S})?))`;
const THAT_YEAR = `(?<thatYear>(?:that|the${S}same)${S}year|cette${S}année)`;
const BEFORE = '(?<![\\p{L}\\p{N}_@#$£€§/.,-]|[\\p{L}\\p{N}][-–])';

/** The forms, the longer before the shorter. Sources: the house styles of the UN and the EU, which write `28 August 1990`. */
const FORMS = [
  // 1990-08-28
  '(?<year>1[0-9]\\d\\d|20\\d\\d)-(?<monthNumber>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\\d|3[01])(?![\\p{N}-])',
  // 28 August 1990, the 28th of August 1990, the 17th January
  `(?:the${S})?${DAY}(?:${S}of)?${S}${MONTH}(?:,?${S}${YEAR})?`,
  // August 28, 1990 and August 28
  `${MONTH}${S}${DAY}(?:,?${S}${YEAR})?`,
  // late August 1990, August of 1990, August of that year
  `${PART}?${MONTH}(?:,?${OF}(?:${YEAR}|${THAT_YEAR}))`,
  // the early spring of 1989, autumn of that year
  `(?:the${S})?${PART}?(?<season>${Object.keys(SEASONS).join('|')})(?![\\p{L}])${OF}(?:${YEAR}|${THAT_YEAR})`,
  // the turn of the year 1989/90, the turn of that year
  `(?:the${S})?(?<turn>turn${S}of${S}(?:the${S}year|that${S}year))(?:${S}${YEAR}(?:[/–-]\\d{2,4})?)?`,
  // the early 1990s, the ’80s
  `(?:the${S})?${PART}?(?:(?<decade>1[0-9]\\d0|20\\d0)[’']?s|[’'](?<short>[2-9]0)s)(?![\\p{L}])`,
  // late 1985, the end of 1989, mid-1988, late that year
  `${PART}(?:${YEAR}|${THAT_YEAR})`,
  // 1988–90, 1990/91 are two dates: see `prose.ts`. A year alone:
  YEAR,
  // two years later, a month before
  `(?:(?<count>${Object.keys(COUNTS).join('|')}|\\d{1,2})${S}(?<unit>year|month|week|day)s?${S}(?<side>later|afterwards?|after(?!${S}the\\b)|earlier|before(?!${S}the\\b|${S}\\p{L})))(?![\\p{L}])`,
  // the following year
  `(?:the|l’)${S}?(?<shift>following|next|previous|preceding)${S}year(?![\\p{L}])`,
  THAT_YEAR,
  `(?<sameMonth>the${S}same${S}month|that${S}month)(?![\\p{L}])`,
  `(?<thatSeason>that|the${S}same)${S}(?<season>spring|summer|autumn|winter)(?![\\p{L}])`,
  // in July: a month alone, with a preposition, or it would be a name or a verb
  `(?<preposition>in|by|since|until|during|from|of|en)${S}${PART}?${MONTH}(?!${S}\\d)`,
];
const FORM = FORMS.map(form => new RegExp(`${BEFORE}${form}`, 'giuy'));

/** First characters that a form can begin with, so that most of a text is passed over quickly. */
const CANDIDATE = /(?<![\p{L}\p{N}])(?=[\d’']|(?:the|that|early|mid|late|beginning|start|end|middle|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|spring|summer|autumn|fall|winter|turn|in|by|since|until|during|from|of|en|l’|cette|début|milieu|fin|printemps|été|automne|hiver|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|f[ée]v|avr|mai|jui|ao[uû]|d[ée]c)(?=[\p{L}\s.’'-]))/giu;

/** Words before a number that say that it is no year: `No. 1975`, `pp. 1988`, `paragraph 1990`, `resolution 1990`. */
const NO_YEAR_BEFORE = /(?:\b(?:no|nos|p|pp|n|nn|para|paras|paragraph|art|article|sec|section|vol|volume|line|resolution|res|doc|chapter|page|pages|item|number)\.?|[$£€§#=×])[ \t\u00A0]*$/iu;
/** Words after a number that say that it counts something. */
const NO_YEAR_AFTER = /^[ \t\u00A0]*(?:%|per[ \t]?cent|percent|people|troops|soldiers|men|women|refugees|words|pages|km|kilometres|miles|dollars|tonnes|million|billion|thousand|votes|seats)/iu;

/** All single dates between two offsets, from left to right. One pass; each form looks at a bounded stretch. */
export function findAtoms(text: string, start: number, end: number): DateAtom[] {
  const atoms: DateAtom[] = [];
  CANDIDATE.lastIndex = start;
  for (let candidate = CANDIDATE.exec(text); candidate !== null && candidate.index < end; candidate = CANDIDATE.exec(text)) {
    const atom = atomAt(text, candidate.index, end);
    if (atom !== undefined) { atoms.push(atom); }
    CANDIDATE.lastIndex = Math.max(candidate.index + 1, atom?.end ?? 0);
  }
  return atoms;
}

function atomAt(text: string, at: number, end: number): DateAtom | undefined {
  for (const form of FORM) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match === null || at + match[0].length > end) { continue; }
    const atom = toAtom(match);
    const isBareYear = atom.year !== undefined && atom.end - atom.start === 4;
    if (isBareYear && (NO_YEAR_BEFORE.test(text.slice(Math.max(0, at - 14), at)) || NO_YEAR_AFTER.test(text.slice(atom.end, atom.end + 20)))) { return undefined; }
    return atom;
  }
  return undefined;
}

function toAtom(match: RegExpExecArray): DateAtom {
  const word = (name: string) => match.groups?.[name]?.toLowerCase();
  const number = (name: string) => { const found = word(name); return found === undefined ? undefined : Number(found); };
  const preposition = match.groups?.['preposition'];
  const skipped = preposition === undefined ? 0 : /^\p{L}+\s+/u.exec(match[0])![0].length;
  const whole = match[0].replace(/\.$/, '');
  const month = word('month') === undefined ? number('monthNumber') : MONTHS[word('month')!.replace(/\.$/, '')];
  const season = word('season');
  const part = word('part');
  const short = number('short');
  const shift = word('shift');
  const count = word('count');
  const side = word('side');
  const values = {
    year: number('year'), month, day: number('day'),
    season: season === undefined ? undefined : SEASONS[season],
    decade: number('decade') ?? (short === undefined ? undefined : 1900 + short),
    part: part === undefined ? undefined : PARTS[part],
    isTurn: word('turn') === undefined ? undefined : true,
    yearsFrom: shift !== undefined ? (shift === 'following' || shift === 'next' ? 1 : -1) : word('thatYear') !== undefined || word('thatSeason') !== undefined ? 0 : undefined,
    isSameMonth: word('sameMonth') === undefined ? undefined : true,
    step: count === undefined ? undefined : {
      count: (COUNTS[count] ?? Number(count)) * (side === 'earlier' || side === 'before' ? -1 : 1), unit: word('unit') as 'year' | 'month' | 'week' | 'day',
    },
  };
  return { start: match.index + skipped, end: match.index + whole.length, ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) };
}
