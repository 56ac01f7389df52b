import type { Problem } from '../text.ts';
import { bibtexNames } from './bibtexNames.ts';
import { splitBibtex, type BibtexEntry, type BibtexField } from './bibtexSplit.ts';
import { dateFromText } from './cslDateInput.ts';
import { problemAt, withoutDuplicates, type Bibliography, type BibliographyItem } from './cslItem.ts';
import { latexToCsl, splitOutsideBraces } from './latex.ts';
import type { CslItem } from './types.ts';
import { t } from '../l10n.ts';

export { splitBibtex, type BibtexEntry, type BibtexField, type BibtexFile } from './bibtexSplit.ts';

/** Entry types of BibTeX and biblatex (manual, section 2.1) as CSL types. */
const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal', suppperiodical: 'article-journal', review: 'review', book: 'book', mvbook: 'book', collection: 'book', mvcollection: 'book',
  proceedings: 'book', mvproceedings: 'book', reference: 'book', mvreference: 'book', manual: 'book', booklet: 'pamphlet', inbook: 'chapter', bookinbook: 'chapter',
  incollection: 'chapter', suppbook: 'chapter', suppcollection: 'chapter', inproceedings: 'paper-conference', conference: 'paper-conference',
  inreference: 'entry', report: 'report', techreport: 'report', thesis: 'thesis', phdthesis: 'thesis', mastersthesis: 'thesis', unpublished: 'manuscript',
  online: 'webpage', electronic: 'webpage', www: 'webpage', misc: 'document', dataset: 'dataset', software: 'software', legislation: 'legislation',
  legal: 'treaty', jurisdiction: 'legal_case', letter: 'personal_communication', patent: 'patent', periodical: 'periodical', movie: 'motion_picture',
  video: 'motion_picture', audio: 'song', music: 'song', image: 'graphic', artwork: 'graphic', performance: 'performance', standard: 'standard', commentary: 'book',
};
/** Fields whose value goes over as a text. Of several for one CSL field, the first that is there counts. */
const TEXTS: readonly (readonly [csl: string, bibtex: readonly string[]])[] = [
  ['title-short', ['shorttitle']], ['volume', ['volume']], ['edition', ['edition']], ['publisher-place', ['location', 'address', 'venue']], ['URL', ['url']],
  ['DOI', ['doi']], ['ISBN', ['isbn']], ['ISSN', ['issn']], ['note', ['note', 'addendum']], ['abstract', ['abstract']], ['keyword', ['keywords']],
  ['language', ['langid', 'language']], ['number-of-pages', ['pagetotal']], ['number-of-volumes', ['volumes']], ['event-title', ['eventtitle']], ['version', ['version']],
  ['chapter-number', ['chapter']], ['publisher', ['publisher', 'institution', 'school', 'organization', 'howpublished']],
];
const NAMES: readonly (readonly [csl: string, bibtex: readonly string[]])[] = [
  ['author', ['author']], ['editor', ['editor']], ['translator', ['translator']], ['container-author', ['bookauthor']], ['director', ['director']],
];
const DATES = [['issued', 'date'], ['accessed', 'urldate'], ['event-date', 'eventdate'], ['original-date', 'origdate']] as const;
/** Fields kept as they are: a `%` in an address or a `~` in a date is no LaTeX. */
const VERBATIM = new Set(['url', 'doi', 'file', 'eprint', 'date', 'urldate', 'eventdate', 'origdate', 'year']);
/** Lists, which biblatex writes with `and`. */
const LISTS = new Set(['publisher', 'institution', 'school', 'organization', 'location', 'address']);
const GENRES: Readonly<Record<string, string>> = { phdthesis: 'PhD thesis', mastersthesis: 'Master’s thesis', techreport: '' };

/** Reads BibTeX and biblatex, entry by entry: a broken one costs only itself. */
export function readBibtex(text: string): Bibliography {
  const { entries, problems } = splitBibtex(text);
  const told: Problem[] = [...problems];
  const byKey = new Map(entries.map(entry => [entry.key, entry]));
  const items = entries.flatMap((entry): BibliographyItem[] => {
    if (entry.type === 'xdata' || entry.type === 'set') { return []; }
    const fields = withInherited(entry, byKey);
    if (!Object.hasOwn(TYPES, entry.type)) { told.push(problemAt('unknown-type', { start: entry.span.start, end: entry.keySpan.end }, t('Entry type {0} is not known; {1} is taken for a document.', entry.type, entry.key))); }
    return [{ item: toItem(entry, fields), span: entry.span }];
  });
  return withoutDuplicates({ value: items, problems: told });
}

type Fields = ReadonlyMap<string, BibtexField>;

/** What a part takes over from the work that holds it, under other names (biblatex manual, appendix B). */
const CROSSREF_NAMES: Readonly<Record<string, string>> = { title: 'booktitle', subtitle: 'booksubtitle', author: 'bookauthor' };

/** The entry's fields with those of its `crossref` and `xdata`, one step far. */
function withInherited(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): Fields {
  if (!entry.fields.has('crossref') && !entry.fields.has('xdata')) { return entry.fields; }
  const fields = new Map(entry.fields);
  const inherit = (key: string, rename: (name: string) => string) => {
    for (const [name, field] of byKey.get(key)?.fields ?? []) { if (!fields.has(rename(name))) { fields.set(rename(name), field); } }
  };
  for (const key of (entry.fields.get('xdata')?.value ?? '').split(',')) { inherit(key.trim(), name => name); }
  const parent = entry.fields.get('crossref')?.value.trim();
  if (parent !== undefined) { inherit(parent, name => (Object.hasOwn(CROSSREF_NAMES, name) ? CROSSREF_NAMES[name]! : name)); }
  return fields;
}

function toItem(entry: BibtexEntry, fields: Fields): CslItem {
  const get = (name: string): string => {
    const value = fields.get(name)?.value;
    if (value === undefined) { return ''; }
    if (VERBATIM.has(name)) { return value.replace(/\\([%_#&~])/g, '$1').trim(); }
    return LISTS.has(name) && value.includes('and') ? splitOutsideBraces(value, / and /iy).map(latexToCsl).join('; ') : latexToCsl(value);
  };
  const first = (names: readonly string[]): string => {
    for (const name of names) {
      const text = get(name);
      if (text !== '') { return text; }
    }
    return '';
  };
  const titled = (title: string, subtitle: string) => [get(title), get(subtitle)].filter(Boolean).join(': ');
  const type = cslType(entry.type, get('entrysubtype'));
  const item: Record<string, unknown> = { id: entry.key, type };
  const put = (name: string, text: string) => { if (text !== '') { item[name] = text; } };
  const isArticle = type.startsWith('article');
  put('title', titled('title', 'subtitle'));
  put('container-title', isArticle ? first(['journaltitle', 'journal']) : titled('booktitle', 'booksubtitle') || titled('maintitle', 'mainsubtitle') || first(['journaltitle', 'journal']));
  put('collection-title', get('series'));
  if (isArticle) { put('issue', first(['number', 'issue'])); } else { put(fields.has('series') ? 'collection-number' : 'number', get('number')); }
  put('page', get('pages').replace(/\s*[-–—]+\s*/g, '-'));
  put('genre', get('type') || (Object.hasOwn(GENRES, entry.type) ? GENRES[entry.type]! : ''));
  for (const [csl, names] of TEXTS) { put(csl, first(names)); }
  const isPrefixUsed = /useprefix\s*=\s*true/.test(fields.get('options')?.value ?? '');
  for (const [csl, names] of NAMES) {
    const written = names.map(name => fields.get(name)?.value).find(Boolean) ?? '';
    const list = written === '' ? [] : bibtexNames(written, isPrefixUsed);
    if (list.length > 0) { item[csl] = list; }
  }
  for (const [csl, name] of DATES) {
    const date = dateFromText(get(name));
    if (date !== undefined) { item[csl] = date; }
  }
  const issued = item['issued'] ?? datedByParts(get('year'), get('month'), get('day'));
  return { ...item, ...issued !== undefined && { issued } } as CslItem;
}

function cslType(type: string, subtype: string): string {
  if (type === 'article' && /newspaper/i.test(subtype)) { return 'article-newspaper'; }
  if (type === 'article' && /magazine/i.test(subtype)) { return 'article-magazine'; }
  return Object.hasOwn(TYPES, type) ? TYPES[type]! : 'document';
}

function datedByParts(year: string, month: string, day: string): unknown {
  const number = MONTH_WORDS.findIndex(word => month.toLowerCase().startsWith(word)) + 1 || Number(month);
  if (!/^-?\d{1,4}$/.test(year)) { return year === '' ? undefined : dateFromText(year); }
  const isMonth = Number.isInteger(number) && number >= 1 && number <= 12;
  return { 'date-parts': [[Number(year), ...isMonth ? [number, ...(/^\d{1,2}$/.test(day) ? [Number(day)] : [])] : []]] };
}
const MONTH_WORDS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
