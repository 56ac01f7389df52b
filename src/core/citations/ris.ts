import type { Problem } from '../text.ts';
import { problemAt, withoutDuplicates, type Bibliography, type BibliographyItem } from './cslItem.ts';
import { folded } from './match.ts';
import type { CslDate, CslName } from './types.ts';
import { t } from '../l10n.ts';

/** Reference types of the RIS format as CSL types: https://en.wikipedia.org/wiki/RIS_(file_format)#Type_of_reference */
const TYPES: Readonly<Record<string, string>> = {
  ABST: 'article', ADVS: 'motion_picture', ART: 'graphic', BILL: 'bill', BLOG: 'post-weblog', BOOK: 'book', CASE: 'legal_case', CHAP: 'chapter', CONF: 'book',
  CPAPER: 'paper-conference', CTLG: 'book', DATA: 'dataset', DICT: 'entry-dictionary', EBOOK: 'book', ECHAP: 'chapter', EDBOOK: 'book', EJOUR: 'article-journal',
  ELEC: 'webpage', ENCYC: 'entry-encyclopedia', GOVDOC: 'report', HEAR: 'hearing', ICOMM: 'personal_communication', INPR: 'article-journal', JFULL: 'periodical',
  JOUR: 'article-journal', LEGAL: 'legislation', MANSCPT: 'manuscript', MAP: 'map', MGZN: 'article-magazine', MPCT: 'motion_picture', NEWS: 'article-newspaper',
  PAMP: 'pamphlet', PAT: 'patent', PCOMM: 'personal_communication', RPRT: 'report', SER: 'book', SLIDE: 'graphic', SOUND: 'song', STAND: 'standard',
  STAT: 'legislation', THES: 'thesis', UNBILL: 'bill', UNPB: 'manuscript', VIDEO: 'motion_picture', GEN: 'document',
};
/** Tag to CSL field; of several tags for one field, the first in the record counts. */
const TEXTS: Readonly<Record<string, string>> = {
  TI: 'title', T1: 'title', CT: 'title', ST: 'title-short', JO: 'container-title', JF: 'container-title', JA: 'container-title-short', BT: 'container-title',
  T2: 'container-title', T3: 'collection-title', VL: 'volume', VO: 'volume', IS: 'issue', CP: 'issue', PB: 'publisher', CY: 'publisher-place', PP: 'publisher-place',
  UR: 'URL', L2: 'URL', DO: 'DOI', AB: 'abstract', N2: 'abstract', N1: 'note', LA: 'language', ET: 'edition', M3: 'genre', AV: 'archive_location', DB: 'archive',
};
const NAMES: Readonly<Record<string, string>> = { AU: 'author', A1: 'author', A2: 'editor', ED: 'editor', A3: 'collection-editor', A4: 'translator' };
const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/**
 * Reads RIS: `TY  - RPRT` to `ER  - `. A record without an `ID` is given a key of its own, `khan2022`, and says so.
 */
export function readRis(text: string): Bibliography {
  const problems: Problem[] = [];
  const items: BibliographyItem[] = [];
  const used = new Set<string>();
  for (const record of recordsOf(text, problems)) {
    const span = { start: record.start, end: record.end };
    const fields = toFields(record.lines);
    const written = record.lines.find(([tag, value]) => tag === 'ID' && value !== '')?.[1];
    const id = written?.replace(/\s+/g, '_') ?? madeKey(fields, used);
    if (written === undefined) { problems.push(problemAt('made-key', span, t('This record has no ID; it is cited as {0}.', id), 'information')); }
    used.add(id);
    const type = record.lines[0]![1];
    if (!Object.hasOwn(TYPES, type)) { problems.push(problemAt('unknown-type', span, t('Record type {0} is not known; {1} is taken for a document.', type || '(none)', id))); }
    items.push({ item: { ...fields, id, type: Object.hasOwn(TYPES, type) ? TYPES[type]! : 'document' }, span });
  }
  return withoutDuplicates({ value: items, problems }, 'first');
}

interface RisRecord { readonly start: number; end: number; readonly lines: [tag: string, value: string][] }

function recordsOf(text: string, problems: Problem[]): RisRecord[] {
  const records: RisRecord[] = [];
  let record: RisRecord | undefined;
  const close = () => { if (record) { records.push(record); record = undefined; } };
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const written = line.replace(/^\uFEFF/, '').trimEnd();
    const match = LINE.exec(written);
    if (match?.[1] === 'TY') {
      if (record) { problems.push(problemAt('unclosed-entry', { start: record.start, end: record.end }, t('This record has no ER line at its end.'))); }
      close();
      record = { start, end: start + line.length, lines: [['TY', match[2]?.trim() ?? '']] };
    } else if (match?.[1] === 'ER') {
      if (record) { record.end = start + written.length; }
      close();
    } else if (record) {
      if (match) { record.lines.push([match[1]!, match[2]?.trim() ?? '']); }
      else if (written !== '') { const last = record.lines.at(-1)!; last[1] = `${last[1]} ${written.trim()}`.trim(); }
      if (written !== '') { record.end = start + written.length; }
    } else if (written !== '' && match) {
      problems.push(problemAt('stray-line', { start, end: start + written.length }, t('This line belongs to no record: a record begins with a TY line.')));
    }
  }
  if (record) { problems.push(problemAt('unclosed-entry', { start: record.start, end: record.end }, t('This record has no ER line at its end.'))); }
  close();
  return records;
}

function toFields(lines: readonly (readonly [tag: string, value: string])[]): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const names = new Map<string, CslName[]>();
  const keywords: string[] = [];
  let date: CslDate | undefined;
  const pages: Record<string, string> = {};
  for (const [tag, value] of lines) {
    if (value === '') { continue; }
    const text = TEXTS[tag];
    const role = NAMES[tag];
    if (text !== undefined) { fields[text] ??= value; }
    else if (role !== undefined) { names.set(role, [...names.get(role) ?? [], risName(value)]); }
    else if (tag === 'KW') { keywords.push(value); }
    else if (tag === 'DA' || ((tag === 'PY' || tag === 'Y1') && date === undefined)) { date = risDate(value) ?? date; }
    else if (tag === 'Y2') { fields['accessed'] ??= risDate(value); }
    else if (tag === 'SP' || tag === 'EP') { pages[tag] ??= value; }
    else if (tag === 'SN') { fields[/^[\d-]{8,9}[\dX]?$/i.test(value) && value.replace(/\D/g, '').length <= 8 ? 'ISSN' : 'ISBN'] ??= value; }
  }
  if (pages['SP'] !== undefined) { fields['page'] = [pages['SP'], pages['EP']].filter(page => page !== undefined && page !== '').join('-').replace(/[-–]+/g, '-').replace(/^(.+)-\1$/, '$1'); }
  if (keywords.length > 0) { fields['keyword'] = keywords.join(', '); }
  return { ...fields, ...Object.fromEntries(names), ...date && { issued: date } };
}

/** `Khan, Asif R.`, `King, Martin Luther, Jr.`, `United Nations`. */
function risName(value: string): CslName {
  const [family, given, suffix] = value.split(',').map(part => part.trim());
  return given === undefined || given === '' ? { literal: family! } : { family: family!, given, ...suffix !== undefined && suffix !== '' && { suffix } };
}

/** `1991/10/23/`, `1991`, `1991/10//autumn`, `1991-10-23`. */
function risDate(value: string): CslDate | undefined {
  const [year, month, day] = value.split(/[/-]/).map(part => part.trim());
  if (!/^\d{4}$/.test(year ?? '')) { return value.trim() === '' ? undefined : { literal: value.trim() }; }
  const parts = [year, month, day].map(Number);
  const end = parts.findIndex((part, index) => index > 0 && !(part >= 1 && part <= (index === 1 ? 12 : 31)));
  return { 'date-parts': [parts.slice(0, end < 0 ? 3 : end)] };
}

function madeKey(fields: Readonly<Record<string, unknown>>, used: ReadonlySet<string>): string {
  const [author] = (fields['author'] ?? fields['editor'] ?? []) as readonly CslName[];
  const title = typeof fields['title'] === 'string' ? fields['title'] : '';
  const word = folded(author?.family ?? author?.literal ?? title).match(/[\p{L}\p{N}]+/u)?.[0] ?? 'source';
  const year = (fields['issued'] as CslDate | undefined)?.['date-parts']?.[0]?.[0] ?? '';
  const base = `${word}${year}`;
  let key = base;
  for (let count = 0; used.has(key); count += 1) { key = `${base}${count < 26 ? String.fromCharCode(97 + count) : `-${count}`}`; }
  return key;
}
