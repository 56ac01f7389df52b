import { parseEdtf } from '../dates/edtf.ts';
import { readCsvRows } from '../csv.ts';
import { edtfInWords, edtfOf, interval, kindFrom, withoutHtml, type Imported, type ImportedEvent, type ImportProblem } from './imports.ts';
import { t } from '../l10n.ts';

/**
 * Reads the spreadsheet of TimelineJS saved as CSV (https://timeline.knightlab.com/#make): `Year, Month, Day … End Year …
 * Display Date, Headline, Text … Type, Group`, or the older `Start Date, End Date, Headline, Text`. What our
 * own export adds comes before the rest: the columns `EDTF`, `Title`, `Kind` and `Place`. The row of the title is none; an era is an event like any other.
 */
export function readTimelineCsv(text: string): Imported {
  const [head, ...rows] = readCsvRows(text);
  const problems: ImportProblem[] = [];
  const columns = new Map(head?.fields.map((name, index) => [name.trim().toLowerCase(), index]));
  if (!columns.has('headline') || !(columns.has('year') || columns.has('start date') || columns.has('edtf'))) {
    return { events: [], problems: [{ line: 1, message: t('The first row has to name the columns: Year, Month, Day … Headline, Text.') }] };
  }
  const events = rows.flatMap(({ fields, line }): ImportedEvent[] => {
    const cell = (name: string) => (fields[columns.get(name) ?? -1] ?? '').trim().replace(/^'(?=[=+\-@])/u, '');
    if (cell('type').toLowerCase() === 'title') { return []; }
    const title = cell('title') === '' ? withoutHtml(cell('headline')) : cell('title');
    const date = dateOf(cell);
    if (title === '') { problems.push({ line, message: t('It has no headline.') }); return []; }
    if (date === undefined) { problems.push({ line, message: t('{0}: its date is not understood.', title) }); return []; }
    const wording = cell('display date');
    return [{
      title, edtf: date, wording: wording === '' || wording === date || edtfInWords(wording) === date ? undefined : wording, kind: kindFrom([cell('kind'), cell('type'), cell('group')]),
      text: withoutHtml(cell('text')), place: cell('place') === '' ? undefined : cell('place'), line,
    }];
  });
  return { events, problems };
}

function dateOf(cell: (name: string) => string): string | undefined {
  const exact = cell('edtf');
  if (exact !== '') { return parseEdtf(exact)?.edtf; }
  const from = cell('year') === '' ? oldDate(cell('start date')) : numbers(cell('year'), cell('month'), cell('day'));
  const hasEnd = cell('end year') !== '' || cell('end date') !== '';
  const to = !hasEnd ? from : cell('end year') === '' ? oldDate(cell('end date')) : numbers(cell('end year'), cell('end month'), cell('end day'));
  return from === undefined || to === undefined ? undefined : interval(from, to);
}

function numbers(year: string, month: string, day: string): string | undefined {
  const number = (text: string) => text === '' ? undefined : /^-?\d+$/u.test(text) ? Number(text) : Number.NaN;
  // A day without a month is no date; the year is what is known.
  return edtfOf(number(year) ?? Number.NaN, number(month), month === '' ? undefined : number(day));
}

/** American, as the old template asked for: `8/23/1989`, `8/1989`, `1989`; words are read as well. */
function oldDate(text: string): string | undefined {
  const [, month, day, year] = /^(?:(\d{1,2})\/(?:(\d{1,2})\/)?)?(-?\d{1,4})$/u.exec(text) ?? [];
  return year !== undefined ? edtfOf(Number(year), month === undefined ? undefined : Number(month), day === undefined ? undefined : Number(day)) : parseEdtf(text)?.edtf ?? edtfInWords(text);
}
