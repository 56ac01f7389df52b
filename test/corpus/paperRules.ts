import type { CslItem } from '../../src/core/citations/types.ts';
import type { Entry, Statement } from '../../src/core/corpus/index.ts';
import type { Rule } from './recordRules.ts';

/*
 * What the corpus may know: nothing that the paper does not say. Days, months, names, numbers and fields of references are
 * held against it one by one.
 */

/** All days, months and seasons that the paper names, or that its words mean (`late 1985`, `the turn of the year`). */
const NAMED = new Set([
  '1954-12-30', '1955-01-13', '1988-10-05', '1988-10-12', '1990-01-17', '1990-08-28',
  '1981-07', '1985-09', '1985-12', '1987-06', '1988-07', '1989-04', '1989-07', '1989-09', '1989-11', '1989-12', '1990-01', '1990-06', '1990-07', '1990-08', '1990-09',
  '1991-08', '1991-10', '1992-08', '1989-21', '1989-23', '1985-39',
]);
const isNamed = (found: string) => NAMED.has(found) || [...NAMED].some(day => day.startsWith(`${found}-`));
const DAY_OR_MONTH = /\d{4}-\d{2}(?:-\d{2})?/g;

/** No date of an event, an office, a relation, a name, a figure or a statement is more exact than the paper. */
export const noDateMoreExact: Rule = ({ snapshot }) => [...snapshot.entries.values()].flatMap(entry =>
  [...datesOf(entry), ...entry.statements.flatMap(statement => statement.dates.map(({ date }) => date?.edtf))]
    .flatMap(edtf => edtf?.match(DAY_OR_MONTH) ?? []).filter(found => !isNamed(found)).map(found => `${entry.id}: ${found}`));

function datesOf(entry: Entry): (string | undefined)[] {
  const dated = [...entry.names, ...entry.class === 'actor' ? [...entry.memberships, ...entry.relations] : []];
  return [...dated.flatMap(({ start, end }) => [start?.edtf, end?.edtf]), ...entry.class === 'actor' ? [] : [entry.date?.edtf]];
}

/** What stands in the paper: words and numbers, small, without accents and the ends of the possessive. */
export class PaperWords {
  readonly #words: ReadonlySet<string>;
  readonly #run: string;

  constructor(paper: string) {
    // Names and words that a line end cuts in two are made whole in the second reading.
    const words = [...wordsIn(paper), ...wordsIn(paper.replace(/-\s*\n\s*/g, ''))];
    this.#words = new Set(words);
    this.#run = ` ${wordsIn(paper).join(' ')} `;
  }

  has(word: string): boolean {
    return wordsIn(word).every(part => this.#words.has(part));
  }

  says(text: string): boolean {
    return this.#run.includes(` ${wordsIn(text).join(' ')} `);
  }
}

function wordsIn(text: string): string[] {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').replace(/(?<=\p{L})['’]s\b/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Other forms of words of the paper: `UK`, `Romanian`, `Secretary-Generals`, and `Rome Statue` as it prints it. */
const FORMS = new Set(['kingdom', 'romania', 'secretaries-general', 'statute']);
/** The publishers, who are named on the cover and not in the text. */
const COVER = new Set(['hd-centre', 'nupi']);

/** Names and numbers in statements stand in the paper; what is known from elsewhere belongs in a remark. */
export function nothingFromElsewhere(paper: PaperWords): Rule {
  return ({ snapshot }) => snapshot.statements.filter(({ entryKey }) => !COVER.has(entryKey)).flatMap(statement => namesAndNumbers(statement)
    .filter(word => !paper.has(word) && !FORMS.has(word.toLowerCase())).map(word => `${statement.id}: ${word}`));
}

/** Words with a capital that begin no sentence, and words with a figure in them. */
function namesAndNumbers({ text }: Statement): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}’'-]*|\p{N}[\p{L}\p{N}.,]*)/gu)]
    .filter(match => /^\p{N}/u.test(match[0]) || !/(?:^|[.!?:]\s+|["“])$/u.test(text.slice(0, match.index)))
    .map(([word]) => word.replace(/[.,]$/, ''));
}

type Field = 'title' | 'container-title' | 'publisher' | 'publisher-place' | 'volume' | 'issue' | 'page' | 'issued' | 'URL' | 'DOI' | 'given';
/** What the note calls a field that we completed. */
const CALLED: Readonly<Record<Field, RegExp>> = {
  title: /\btitle\b/, 'container-title': /\b(?:journal|title of the volume)\b/, publisher: /\bpublisher\b/, 'publisher-place': /\bplace\b/, volume: /\bvolume\b/,
  issue: /\bissue\b/, page: /\bpages\b/, issued: /\byear\b/, URL: /\baddress\b/, DOI: /\bDOI\b/, given: /\b(?:given names?|middle initial)\b/,
};

/** Fields of references that do not come from the paper are marked in the note, each by its name. */
export function completedFieldsAreMarked(paper: PaperWords): Rule {
  return ({ snapshot, corpus }) => [...snapshot.sources.values()].filter(({ citekey }) => citekey !== corpus.info.defaultCitation).flatMap(({ citekey, item }) => {
    const note = item.note ?? '';
    const ours = /Not from the paper: ([^;]*.*)$/.exec(note)?.[1] ?? '';
    return fieldsOf(item).filter(([field, value]) => !paper.says(value) && !(field === 'title' && /description|is the name|stands in the text|is that of sec/.test(note)) && !CALLED[field].test(ours))
      .map(([field, value]) => `${citekey}: ${field} “${value}”`);
  });
}

function fieldsOf(item: CslItem): [Field, string][] {
  const plain = (['title', 'container-title', 'publisher', 'publisher-place', 'volume', 'issue', 'page', 'URL', 'DOI'] as const)
    .flatMap((field): [Field, string][] => typeof item[field] === 'string' && !/^\[.*\]$/.test(item[field]) ? [[field, item[field]]] : []);
  const year = item.issued?.['date-parts']?.[0]?.[0];
  const given = [...item.author ?? [], ...item.editor ?? []].flatMap(({ given: name, family }): [Field, string][] => {
    const whole = name?.replace(/\p{L}\.\s*/gu, '').trim() ?? '';
    return whole === '' ? [] : [['given', `${whole} ${family ?? ''}`]];
  });
  return [...plain, ...year === undefined ? [] : [['issued', String(year)] as [Field, string]], ...given];
}
