import type { Problem } from '../text.ts';
import { bibtexNames } from './bibtexNames.ts';
import { splitBibtex, type BibtexEntry, type BibtexField } from './bibtexSplit.ts';
import { dateFromText } from './cslDateInput.ts';
import { problemAt, withoutDuplicates, type Bibliography, type BibliographyItem } from './cslItem.ts';
import { latexToCsl, splitOutsideBraces } from './latex.ts';
import type { CslItem } from './types.ts';

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
const TEXTS: readonly (readonly [csl: string, ...bibtex: string[]])[] = [
  ['title-short', 'shorttitle'], ['volume', 'volume'], ['edition', 'edition'], ['publisher-place', 'location', 'address', 'venue'], ['URL', 'url'],
  ['DOI', 'doi'], ['ISBN', 'isbn'], ['ISSN', 'issn'], ['note', 'note', 'addendum'], ['abstract', 'abstract'], ['keyword', 'keywords'],
  ['language', 'langid', 'language'], ['number-of-pages', 'pagetotal'], ['number-of-volumes', 'volumes'], ['event-title', 'eventtitle'], ['version', 'version'],
  ['chapter-number', 'chapter'], ['publisher', 'publisher', 'institution', 'school', 'organization', 'howpublished'],
];
const NAMES: readonly (readonly [csl: string, ...bibtex: string[]])[] = [
  ['author', 'author'], ['editor', 'editor'], ['translator', 'translator'], ['container-author', 'bookauthor'], ['director', 'director'],
];
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
    if (!TYPES[entry.type]) { told.push(problemAt('unknown-type', { start: entry.span.start, end: entry.keySpan.end }, `Entry type ${entry.type} is not known; ${entry.key} is taken for a document.`)); }
    return [{ item: toItem(entry, fields), span: entry.span }];
  });
  return withoutDuplicates({ value: items, problems: told });
}

type Fields = ReadonlyMap<string, BibtexField>;

/** What a part takes over from the work that holds it, under other names (biblatex manual, appendix B). */
const CROSSREF_NAMES: Readonly<Record<string, string>> = { title: 'booktitle', subtitle: 'booksubtitle', author: 'bookauthor' };

/** The entry's fields with those of its `crossref` and `xdata`, one step far. */
function withInherited(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): Fields {
  const fields = new Map(entry.fields);
  const inherit = (key: string, rename: (name: string) => string) => {
    for (const [name, field] of byKey.get(key)?.fields ?? []) { if (!fields.has(rename(name))) { fields.set(rename(name), field); } }
  };
  for (const key of (entry.fields.get('xdata')?.value ?? '').split(',')) { inherit(key.trim(), name => name); }
  const parent = entry.fields.get('crossref')?.value.trim();
  if (parent !== undefined) { inherit(parent, name => CROSSREF_NAMES[name] ?? name); }
  return fields;
}

function toItem(entry: BibtexEntry, fields: Fields): CslItem {
  const get = (name: string) => {
    const value = fields.get(name)?.value;
    if (value !== undefined && LISTS.has(name)) { return splitOutsideBraces(value, / and /iy).map(latexToCsl).join('; '); }
    return value === undefined ? '' : VERBATIM.has(name) ? value.replace(/\\([%_#&~])/g, '$1').trim() : latexToCsl(value);
  };
  const first = (names: readonly string[]) => names.map(get).find(Boolean) ?? '';
  const titled = (title: string, subtitle: string) => [get(title), get(subtitle)].filter(Boolean).join(': ');
  const type = cslType(entry.type, get('entrysubtype'));
  const isArticle = type.startsWith('article');
  const container = isArticle ? first(['journaltitle', 'journal']) : titled('booktitle', 'booksubtitle') || titled('maintitle', 'mainsubtitle') || first(['journaltitle', 'journal']);
  const dates = [['issued', 'date'], ['accessed', 'urldate'], ['event-date', 'eventdate'], ['original-date', 'origdate']] as const;
  const texts: Record<string, unknown> = {
    title: titled('title', 'subtitle'),
    'container-title': container,
    'collection-title': get('series'),
    [isArticle ? 'issue' : fields.has('series') ? 'collection-number' : 'number']: isArticle ? first(['number', 'issue']) : get('number'),
    page: get('pages').replace(/\s*[-–—]+\s*/g, '-'),
    genre: get('type') || (GENRES[entry.type] ?? ''),
    ...Object.fromEntries(TEXTS.map(([csl, ...names]) => [csl, first(names)])),
    ...Object.fromEntries(NAMES.map(([csl, ...names]) => [csl, bibtexNames(names.map(name => fields.get(name)?.value).find(Boolean) ?? '', /useprefix\s*=\s*true/.test(fields.get('options')?.value ?? ''))])),
    ...Object.fromEntries(dates.map(([csl, name]) => [csl, dateFromText(get(name))])),
  };
  texts['issued'] ??= datedByParts(get('year'), get('month'), get('day'));
  return { ...withoutEmpty(texts), id: entry.key, type };
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

function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)));
}
