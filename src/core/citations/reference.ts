import { fullDateOf, yearOf } from './cslDates.ts';
import { displayName, listed, listedForSorting, namesOf, shortName } from './cslNames.ts';
import { field, plainText } from './plain.ts';
import type { CslItem } from './types.ts';

/*
 * References and citations as plain text, in author-date order: what is shown at once, in a tree or a hover.
 * A CSL style sets them properly; that takes pandoc. Nothing here is markup: an item can hold anything.
 */

/** Works that appear inside another: their titles stand in quotation marks, and the other work follows. */
const CONTAINED = new Set([
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'chapter', 'entry', 'entry-dictionary', 'entry-encyclopedia',
  'paper-conference', 'post', 'post-weblog', 'review', 'review-book', 'webpage', 'broadcast',
]);
/** Works whose day counts more than their year. */
const DATED = new Set([
  'article-newspaper', 'article-magazine', 'broadcast', 'interview', 'speech', 'personal_communication', 'post', 'post-weblog', 'hearing',
  'treaty', 'event', 'press-release',
]);
const CREATORS = ['author', 'interviewer', 'director', 'composer', 'host', 'script-writer', 'guest', 'contributor'];
const EDITORS = ['editor', 'editorial-director', 'collection-editor', 'compiler', 'translator'];

/**
 * One line for a list of references, e.g.
 * `Khan, Asif R. 2022. When Great Powers Behave: Mediation Lessons from the Cambodia Peace Process. HD Centre; NUPI.`
 */
export function formatReference(item: CslItem): string {
  const isContained = CONTAINED.has(item.type) && field(item, 'container-title') !== '';
  const title = field(item, 'title');
  const creator = creatorForList(item);
  return sentences([
    creator || title,
    yearOf(item),
    creator === '' ? '' : isContained && title !== '' ? `“${endMarkInside(title)}”` : title,
    isContained ? container(item) : series(item),
    DATED.has(item.type) ? fullDateOf(item) : '',
    publication(item),
    address(item),
  ]);
}

/** `Khan 2022`, `Solomon and Haas 1999`, `UN Security Council 1990`, `Paris Peace Agreements 1991`. */
export function shortReference(item: CslItem): string {
  return `${shortCreator(item)} ${yearOf(item)}`;
}

export interface CitationText {
  readonly prefix?: string;
  /** As in the draft: `in-text` gives `Khan (2022, p. 3)`, `suppress-author` gives `2022, p. 3`. */
  readonly mode?: 'normal' | 'in-text' | 'suppress-author';
}

/** `Khan 2022, sec. 3.2`, with what the draft writes around the key. */
export function formatCitation(item: CslItem, suffixText = '', { prefix = '', mode = 'normal' }: CitationText = {}): string {
  const place = suffixText === '' ? '' : `, ${plainText(suffixText)}`;
  const before = prefix === '' ? '' : `${plainText(prefix)} `;
  switch (mode) {
    case 'normal': return `${before}${shortReference(item)}${place}`;
    case 'suppress-author': return `${before}${yearOf(item)}${place}`;
    case 'in-text': return `${before}${shortCreator(item)} (${yearOf(item)}${place})`;
  }
}

function creatorForList(item: CslItem): string {
  const names = namesOf(item, ...CREATORS);
  if (names.length > 0) { return listedForSorting(names); }
  const editors = namesOf(item, ...EDITORS);
  if (editors.length > 0) { return `${listedForSorting(editors)}, ${editors.length > 1 ? 'eds.' : 'ed.'}`; }
  return field(item, 'authority');
}

function shortCreator(item: CslItem): string {
  const names = namesOf(item, ...CREATORS, ...EDITORS);
  if (names.length > 0) { return listed(names.map(shortName)); }
  const title = field(item, 'title-short') || field(item, 'shortTitle') || field(item, 'title');
  return field(item, 'authority') || shortened(title) || field(item, 'publisher') || `@${plainText(item.id)}`;
}

/** Longest title that stands for an author, in characters. */
const TITLE_LIMIT = 60;

/** A title up to its subtitle, and no longer than it can be read at a glance. */
function shortened(title: string): string {
  const main = title.split(/[:.] /)[0]!;
  if (main.length <= TITLE_LIMIT) { return main; }
  return `${main.slice(0, TITLE_LIMIT).replace(/\s+\S*$/, '')} …`;
}

/** `Journal 12 (3): 45–67`, `In Book, edited by A. Editor, 12–34`. */
function container(item: CslItem): string {
  const title = field(item, 'container-title');
  const pages = field(item, 'page').replace(/(\d)--?(?=\d)/g, '$1–');
  const editors = listed(namesOf(item, 'container-author', 'editor').map(displayName));
  if (item.type === 'chapter' || item.type.startsWith('entry') || item.type === 'paper-conference') {
    return [`In ${title}`, editors && `edited by ${editors}`, pages].filter(Boolean).join(', ');
  }
  const issue = field(item, 'issue');
  const numbers = [field(item, 'volume'), issue && `(${issue})`].filter(Boolean).join(' ');
  return [title, numbers].filter(Boolean).join(' ') + (pages && `${numbers ? ':' : ','} ${pages}`);
}

/** What kind of document it is and where it is counted: `Report no. 4`, `A/RES/45/3`, `Treaty Series 1663, 27`. */
function series(item: CslItem): string {
  const volume = field(item, 'volume');
  const number = field(item, 'number');
  const genre = field(item, 'genre');
  const within = field(item, 'container-title') || field(item, 'collection-title');
  const counted = field(item, 'collection-number') || volume;
  return [
    capitalised([genre, number].filter(Boolean).join(' ')),
    [[within, counted].filter(Boolean).join(' '), within && field(item, 'page')].filter(Boolean).join(', '),
  ].filter(Boolean).join('. ');
}

const capitalised = (text: string): string => text.replace(/^\p{Ll}/u, letter => letter.toUpperCase());

function publication(item: CslItem): string {
  const place = field(item, 'publisher-place') || field(item, 'event-place');
  const publisher = field(item, 'publisher');
  const archive = [field(item, 'archive_location'), field(item, 'archive')].filter(Boolean).join(', ');
  return [[place, publisher].filter(Boolean).join(': '), archive].filter(Boolean).join('. ');
}

function address(item: CslItem): string {
  const doi = field(item, 'DOI').replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return doi ? `https://doi.org/${doi}` : field(item, 'URL');
}

const endMarkInside = (title: string): string => (/[.?!]$/.test(title) ? title : `${title}.`);

/** Parts as sentences, without a second full stop where one is there. */
function sentences(parts: readonly string[]): string {
  return parts.filter(Boolean).map(part => (/[.?!…]["”’)]?$/.test(part) ? part : `${part}.`)).join(' ');
}
