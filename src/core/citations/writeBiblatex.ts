import { field } from './plain.ts';
import type { CslDate, CslItem, CslName } from './types.ts';

/** CSL types as entry types of biblatex (manual, section 2.1). */
const TYPES: Readonly<Record<string, string>> = {
  'article': 'article', 'article-journal': 'article', 'article-magazine': 'article', 'article-newspaper': 'article', 'book': 'book', 'chapter': 'incollection', 'entry': 'inreference',
  'entry-dictionary': 'inreference', 'entry-encyclopedia': 'inreference', 'paper-conference': 'inproceedings', 'report': 'report', 'thesis': 'thesis', 'manuscript': 'unpublished', 'webpage': 'online',
  'post-weblog': 'online', 'post': 'online', 'pamphlet': 'booklet', 'dataset': 'dataset', 'software': 'software', 'legislation': 'legislation', 'bill': 'legislation', 'legal_case': 'jurisdiction',
  'treaty': 'legal', 'personal_communication': 'letter', 'patent': 'patent', 'periodical': 'periodical', 'motion_picture': 'movie', 'song': 'audio', 'graphic': 'image', 'performance': 'performance', 'standard': 'standard',
};
const TEXTS: readonly (readonly [biblatex: string, csl: string])[] = [
  ['shorttitle', 'title-short'], ['series', 'collection-title'], ['volume', 'volume'], ['edition', 'edition'], ['publisher', 'publisher'], ['location', 'publisher-place'], ['pages', 'page'],
  ['eventtitle', 'event-title'], ['type', 'genre'], ['doi', 'DOI'], ['isbn', 'ISBN'], ['issn', 'ISSN'], ['url', 'URL'], ['langid', 'language'], ['note', 'note'], ['abstract', 'abstract'],
];
const NAMES: readonly (readonly [biblatex: string, csl: string])[] = [['author', 'author'], ['editor', 'editor'], ['translator', 'translator'], ['bookauthor', 'container-author']];
const VERBATIM = new Set(['doi', 'url']);

/** A source as an entry of biblatex, one field on a line. */
export function toBiblatex(item: CslItem, indent: string): string {
  const isArticle = item.type.startsWith('article');
  const lines: string[] = [];
  const put = (name: string, value: string) => { if (value !== '') { lines.push(`${indent}${name} = {${value}}`); } };
  for (const [name, csl] of NAMES) { put(name, namesOf(item[csl])); }
  put('title', latex(field(item, 'title')));
  put(isArticle ? 'journaltitle' : 'booktitle', latex(field(item, 'container-title')));
  put('date', dateOf(item.issued));
  put('urldate', dateOf(item['accessed']));
  put('number', latex(field(item, isArticle ? 'issue' : 'number') || field(item, 'collection-number')));
  if (item.type === 'article-newspaper' || item.type === 'article-magazine') { put('entrysubtype', item.type.slice('article-'.length)); }
  for (const [name, csl] of TEXTS) { put(name, VERBATIM.has(name) ? field(item, csl).replace(/[{}\s]/g, '') : latex(name === 'pages' ? field(item, csl).replace(/(?<=\d)-(?=\d)/g, '--') : field(item, csl))); }
  return `@${Object.hasOwn(TYPES, item.type) ? TYPES[item.type]! : 'misc'}{${item.id},\n${lines.join(',\n')}\n}`;
}

/** Text with what LaTeX would read as its own set apart. */
function latex(text: string): string {
  return text.replace(/\\/g, '\\textbackslash ').replace(/[%&$#_]/g, '\\$&').replace(/[{}]/g, '').replace(/~/g, '\\textasciitilde ').replace(/\^/g, '\\textasciicircum ');
}

function namesOf(value: unknown): string {
  if (!Array.isArray(value)) { return ''; }
  return (value as CslName[]).map(name => {
    if (name.literal !== undefined) { return `{${latex(name.literal)}}`; }
    const particle = name['non-dropping-particle'] ?? name['dropping-particle'] ?? '';
    return [latex([particle, name.family ?? ''].filter(Boolean).join(' ')), ...name.suffix === undefined ? [] : [latex(name.suffix)], ...name.given === undefined ? [] : [latex(name.given)]].join(', ');
  }).join(' and ');
}

function dateOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) { return ''; }
  const { 'date-parts': parts, literal, circa } = value as CslDate;
  if (parts === undefined) { return typeof literal === 'string' ? latex(literal) : ''; }
  const ends = parts.map(part => part.map((number, index) => String(number).padStart(index === 0 ? 4 : 2, '0')).join('-'));
  return ends.map(end => (end === '0000' ? '..' : end)).join('/') + (circa === undefined || circa === false ? '' : '~');
}
