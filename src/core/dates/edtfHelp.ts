import { daysInMonth } from './days.ts';
import { parseEdtf } from './edtf.ts';
import { findDates } from './prose.ts';

const EXAMPLES = 'Write a date as 1990-08-28, 1990-08, 1989-21 (spring 1989), 1985~ (about 1985), 198X (the 1980s) or 1988-07/1990-09 (from, to).';
/** More than this of a bad date is not repeated in the help. */
const MAX_SHOWN = 40;

/**
 * One sentence of help for a text that `parseEdtf` refuses, with what to write instead where that can be told:
 * `1985-1990` gives “For an interval write 1985/1990.”
 */
export function describeEdtfError(text: string): string {
  const given = text.trim();
  if (given === '') return `A date is missing. ${EXAMPLES}`;
  const shown = given.length > MAX_SHOWN ? `${given.slice(0, MAX_SHOWN)}…` : given;
  if (given.length > MAX_SHOWN * 5) return `“${shown}” is too long for a date. ${EXAMPLES}`;
  return impossibleDay(given) ?? backwards(given) ?? suggestion(given) ?? `“${shown}” is not a date that can be read. ${EXAMPLES}`;
}

function impossibleDay(given: string): string | undefined {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(given);
  if (match === null) return undefined;
  const [, year = '', month = '', day] = match;
  if (Number(month) < 1 || (Number(month) > 12 && (day !== undefined || Number(month) < 21))) {
    const secondYear = year.slice(0, 2) + month;
    const hint = day === undefined && secondYear > year ? ` For an interval write ${year}/${secondYear}.` : '';
    return `There is no month ${month}: months are 01 to 12, and 21 to 24 are spring to winter.${hint}`;
  }
  const length = daysInMonth(Number(year), Number(month));
  return day === undefined ? undefined : `There is no day ${day} in ${year}-${month}, which has ${length} days.`;
}

function backwards(given: string): string | undefined {
  const [from = '', to = '', ...more] = given.split('/');
  if (more.length > 0 || parseEdtf(from) === undefined || parseEdtf(to) === undefined) return undefined;
  return `The interval ends before it begins; if the dates are right, write ${to}/${from}.`;
}

/** What to write for a form that people often use instead of EDTF. */
function suggestion(given: string): string | undefined {
  const years = /^(\d{4})\s*[-–—]\s*(\d{4})$/.exec(given);
  if (years !== null) return ifValid(`${years[1] ?? ''}/${years[2] ?? ''}`, edtf => `For an interval write ${edtf}.`);
  const since = /^(\d{4}\S*)\s*(?:[-–—/]|to)\s*(?:present|today|now)?$/i.exec(given);
  if (since !== null) return ifValid(`${since[1] ?? ''}/..`, edtf => `For something that still goes on write ${edtf}, or ${edtf.replace('..', '')} when its end is not known.`);
  const short = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(given);
  if (short !== null) {
    return ifValid(short.slice(1).filter(part => part).map(part => part.padStart(2, '0')).join('-'), edtf => `Months and days have two digits: write ${edtf}.`);
  }
  if (/^\d{1,3}$/.test(given)) return `A year has four digits; write ${given.padEnd(4, 'X')} for any of the years that begin with ${given}.`;
  const upper = given.replaceAll('x', 'X').replaceAll('u', 'X');
  if (upper !== given && parseEdtf(upper) !== undefined) return `Unspecified digits are a capital X: write ${upper}.`;
  return inWords(given);
}

function inWords(given: string): string | undefined {
  const [mention, ...others] = findDates(given);
  if (mention === undefined || others.length > 0 || mention.text !== given) return undefined;
  if (mention.date === undefined) return /^\d+\D\d+\D\d+$/.test(given) ? 'Write the year first, then the month, then the day: 1990-08-28.' : undefined;
  const { edtf } = mention.date;
  const part = /^\[([^,]+)\.\.([^,]+)\]$/.exec(edtf);
  if (part === null) return `Write ${edtf} for ${given}.`;
  return `Write ${part[1] ?? ''}/${part[2] ?? ''} for ${given}, and keep the words in \`wording\`.`;
}

function ifValid(edtf: string, say: (edtf: string) => string): string | undefined {
  return parseEdtf(edtf) === undefined ? undefined : say(edtf);
}
