import { namesOf } from './cslNames.ts';
import { field } from './plain.ts';
import type { CslItem } from './types.ts';

/** What a reader needs to find a work of a type, beside its title; several names of which one is enough stand together. */
const NEEDED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'article-journal': [['author'], ['issued'], ['container-title'], ['volume', 'issue', 'DOI']], 'article-newspaper': [['issued'], ['container-title']], 'article-magazine': [['issued'], ['container-title']],
  'book': [['author', 'editor', 'collection-editor'], ['issued'], ['publisher']], 'chapter': [['author'], ['issued'], ['container-title'], ['publisher']], 'paper-conference': [['author'], ['issued'], ['container-title', 'event-title']],
  'report': [['author', 'editor', 'publisher'], ['issued'], ['publisher', 'URL']], 'thesis': [['author'], ['issued'], ['publisher']], 'webpage': [['URL'], ['issued', 'accessed']], 'post-weblog': [['URL'], ['issued']],
  'treaty': [['issued']], 'legislation': [['issued', 'number']], 'legal_case': [['issued'], ['authority', 'container-title', 'number']], 'speech': [['author'], ['issued']], 'interview': [['author', 'interviewer'], ['issued']],
  'personal_communication': [['author'], ['issued']], 'manuscript': [['author'], ['issued']],
};
/** Other types: a date is the least. */
const LEAST: readonly (readonly string[])[] = [['issued']];
const NAMES: ReadonlySet<string> = new Set(['author', 'editor', 'collection-editor', 'interviewer']);

/** CSL fields that a reference of its type should have and has not, e.g. `['publisher', 'issued']`; alternatives as `volume or issue`. */
export function missingFields(item: CslItem): string[] {
  const has = (name: string) => (NAMES.has(name) ? namesOf(item, name).length > 0 : typeof item[name] === 'object' && item[name] !== null || field(item, name) !== '');
  const needed = Object.hasOwn(NEEDED, item.type) ? NEEDED[item.type]! : LEAST;
  return [['title'], ...needed].filter(names => !names.some(has)).map(names => names.join(' or '));
}
