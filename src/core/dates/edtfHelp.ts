import { daysInMonth } from './days.ts';
import { parseEdtf } from './edtf.ts';
import { findDates } from './prose.ts';
import { t, toTranslate } from '../l10n.ts';

const EXAMPLES = toTranslate('Write a date as 1990-08-28, 1990-08, 1989-21 (spring 1989), 1985~ (about 1985), 198X (the 1980s) or 1988-07/1990-09 (from, to).');
/** More than this of a bad date is not repeated in the help. */
const MAX_SHOWN = 40;

/**
 * One sentence of help for a text that `parseEdtf` refuses, with what to write instead where that can be told:
 * `1985-1990` gives “For an interval write 1985/1990.”
 */
export function describeEdtfError(text: string): string {
  const given = text.trim();
  if (given === '') return `${t('A date is missing.')} ${t(EXAMPLES)}`;
  const shown = given.length > MAX_SHOWN ? `${given.slice(0, MAX_SHOWN)}…` : given;
  if (given.length > MAX_SHOWN * 5) return `${t('“{0}” is too long for a date.', shown)} ${t(EXAMPLES)}`;
  return shortYears(given) ?? impossibleDay(given) ?? backwards(given) ?? suggestion(given) ?? `${t('“{0}” is not a date that can be read.', shown)} ${t(EXAMPLES)}`;
}

/** `1989-90`, `1989–1990`: two years are an interval; `1989-11` is a month. */
function shortYears(given: string): string | undefined {
  const match = /^(\d{2})(\d{2})\s*[-–—/]\s*(?:\1)?(\d{2})$/.exec(given);
  if (match === null) return undefined;
  const [, century = '', first = '', second = ''] = match;
  return Number(second) > 41 && second > first ? t('For an interval write {0}.', `${century}${first}/${century}${second}`) : undefined;
}

function impossibleDay(given: string): string | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(given);
  if (match === null) return undefined;
  const [, year = '', month = '', day] = match;
  if (Number(month) < 1 || (Number(month) > 12 && (day !== undefined || Number(month) < 21))) {
    return t('There is no month {0}: months are 01 to 12, and 21 to 24 are spring to winter.', month);
  }
  const length = daysInMonth(Number(year), Number(month));
  return day === undefined ? undefined : t('There is no day {0} in {1}-{2}, which has {3} days.', day, year, month, length);
}

function backwards(given: string): string | undefined {
  const [from = '', to = '', ...more] = given.split('/');
  if (more.length > 0 || from === '' || to === '') return undefined;
  return ifValid(`${to}/${from}`, edtf => t('The interval ends before it begins; if the dates are right, write {0}.', edtf));
}

/** What to write for a form that people often use instead of EDTF. */
function suggestion(given: string): string | undefined {
  const years = /^(\d{4})\s*[-–—]\s*(\d{4})$/.exec(given);
  if (years !== null) return ifValid(`${years[1] ?? ''}/${years[2] ?? ''}`, edtf => t('For an interval write {0}.', edtf));
  const since = /^(\d{4}\S*)\s*(?:[-–—/]|to)\s*(?:present|today|now)?$/i.exec(given);
  if (since !== null) return ifValid(`${since[1] ?? ''}/..`, edtf => t('For something that still goes on write {0}, or {1} when its end is not known.', edtf, edtf.replace('..', '')));
  const narrow = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(given);
  if (narrow !== null) {
    return ifValid(narrow.slice(1).filter(part => part).map(part => part.padStart(2, '0')).join('-'), edtf => t('Months and days have two digits: write {0}.', edtf));
  }
  if (/^\d{1,3}$/.test(given)) return t('A year has four digits; write {0} for any of the years that begin with {1}.', given.padEnd(4, 'X'), given);
  const upper = given.replaceAll('x', 'X').replaceAll('u', 'X');
  if (upper !== given && parseEdtf(upper) !== undefined) return t('Unspecified digits are a capital X: write {0}.', upper);
  return inWords(given);
}

function inWords(given: string): string | undefined {
  const [mention, ...others] = findDates(given);
  if (mention === undefined || others.length > 0 || mention.text !== given) return undefined;
  if (mention.date === undefined) return /^\d+\D\d+\D\d+$/.test(given) ? t('Write the year first, then the month, then the day: 1990-08-28.') : undefined;
  const { edtf } = mention.date;
  const part = /^\[([^,]+)\.\.([^,]+)\]$/.exec(edtf);
  if (part === null) return t('Write {0} for {1}.', edtf, given);
  return t('Write {0}/{1} for {2}, and keep the words in `wording`.', part[1] ?? '', part[2] ?? '', given);
}

function ifValid(edtf: string, say: (edtf: string) => string): string | undefined {
  return parseEdtf(edtf) === undefined ? undefined : say(edtf);
}
