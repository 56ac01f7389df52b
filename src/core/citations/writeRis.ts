import type { CslDate, CslItem, CslName } from './types.ts';

/** Types of RIS (https://en.wikipedia.org/wiki/RIS_(file_format)) by those of CSL. */
const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR', 'article-magazine': 'MGZN', 'article-newspaper': 'NEWS', book: 'BOOK', chapter: 'CHAP', thesis: 'THES', report: 'RPRT',
  webpage: 'ELEC', 'paper-conference': 'CPAPER', legislation: 'STAT', bill: 'BILL', hearing: 'HEAR', map: 'MAP', broadcast: 'VIDEO', motion_picture: 'MPCT',
  manuscript: 'MANSCPT', personal_communication: 'PCOMM', post: 'ELEC', 'post-weblog': 'BLOG', 'entry-encyclopedia': 'ENCYC', 'entry-dictionary': 'DICT', software: 'COMP', legal_case: 'CASE',
};

/** Sources as RIS, one record each. Line breaks within a field become blanks: in RIS they would begin another field. */
export function writeRis(items: readonly CslItem[]): string {
  return items.map(item => [
    `TY  - ${TYPES[item.type] ?? 'GEN'}`,
    line('ID', item.id),
    ...namesOf(item.author).map(name => line('AU', name)),
    ...namesOf(item.editor).map(name => line('ED', name)),
    line('TI', item.title), line('T2', item['container-title'] ?? item['collection-title']), line('PB', item.publisher), line('CY', item['publisher-place']),
    ...dateOf(item.issued),
    line('VL', item['volume']), line('IS', item['issue'] ?? item['number']), ...pagesOf(item['page']),
    line('DO', item.DOI), line('UR', item.URL), line('SN', item['ISBN'] ?? item['ISSN']), line('LA', item['language']), line('AB', item['abstract']), line('N1', item.note),
    'ER  - ',
  ].filter(field => field !== '').join('\r\n')).map(record => `${record}\r\n`).join('\r\n');
}

function line(tag: string, value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';
  return text === '' ? '' : `${tag}  - ${text}`;
}

function namesOf(names: readonly CslName[] | undefined): string[] {
  return (names ?? []).map(({ family, given, literal, suffix, 'non-dropping-particle': particle }) =>
    literal ?? [[particle, family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(', '));
}

/** `PY  - 1991` and `DA  - 1991/10/23/`. */
function dateOf(date: CslDate | undefined): string[] {
  const [year, month = '', day = ''] = (date?.['date-parts']?.[0] ?? []).map(String);
  if (year === undefined) { return [line('PY', date?.literal ?? date?.raw)]; }
  const two = (part: string) => part.padStart(part === '' ? 0 : 2, '0');
  return [line('PY', year), ...month === '' ? [] : [`DA  - ${year}/${two(month)}/${two(day)}/`]];
}

function pagesOf(page: unknown): string[] {
  const [first, last] = typeof page === 'string' ? page.split(/\s*[-–]+\s*/) : [];
  return [line('SP', first), line('EP', last)];
}
