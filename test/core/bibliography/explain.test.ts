import { describe, expect, test } from 'vitest';
import { explainSuggestions, summarise } from '../../../src/core/bibliography/explain.ts';
import { mergeSources } from '../../../src/core/bibliography/merge.ts';
import type { BibliographyState, DraftSources } from '../../../src/core/bibliography/types.ts';
import { completionContext } from '../../../src/core/citations/completion.ts';
import type { Source } from '../../../src/core/corpus/types.ts';

const source = (citekey: string, uri = 'f:/refs.bib'): Source => ({ citekey, item: { id: citekey, type: 'book', title: `On ${citekey}` }, corpusId: undefined, uri, span: { start: 0, end: 0 } });
const problem = { code: 'x', severity: 'error', message: 'This is wrong.', span: { start: 0, end: 0 }, from: { line: 0, character: 0 }, to: { line: 0, character: 0 } } as const;

function sourcesOf(states: readonly Partial<BibliographyState>[], keys: readonly string[] = ['khan2022', 'solomon2000'], more: Partial<DraftSources> = {}): DraftSources {
  const bibliographies = states.map((state): BibliographyState => ({ uri: 'f:/refs.bib', name: 'refs.bib', namedBy: 'draft', state: 'ready', count: keys.length, problems: [], ...state }));
  const { sources } = mergeSources(bibliographies.map(state => ({ state, sources: keys.map(key => source(key)) })));
  return { sources, bibliographies, isComplete: true, duplicates: [], problems: [], matter: { lang: '', csl: undefined, nocite: [], isAllListed: false, referenceSectionTitle: '', isBibliographySuppressed: false }, ...more };
}

function told(marked: string, { sources = sourcesOf([{}]), block = 'paragraph', locators = 0, isAutomatic = true }: { sources?: DraftSources; block?: string; locators?: number; isAutomatic?: boolean } = {}): string[] {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  return explainSuggestions({ block, before: text.slice(0, at), context: completionContext(text, at), sources, locators, isAutomatic });
}

describe('why nothing is suggested', () => {
  test.each([
    ['without an @', 'Some words|', /There is no @ before the cursor/], ['in an e-mail address', 'Mail khan@exa|', /right after a letter/], ['after a backslash', '\\@kh|', /has a \\ before it/], ['in a URL', 'https://x.org/@u|', /in an address/],
    ['in code within a line', '`@kh|`', /in code/], ['where nothing fits', 'See @zzz|', /No source fits “zzz”/], ['where one fits', 'See @khan|', /1 source fits “khan”/], ['after a key that is there', '[@khan2022 more|]', /what follows is read as its suffix/],
    ['for pages that nobody knows', '[@khan2022, |]', /No page or section of @khan2022 is known/], ['for pages of what nobody knows', '[@zzz, |]', /No bibliography has the key @zzz/],
  ])('%s', (_, marked, sentence) => expect(told(marked)[0]).toMatch(sentence));

  test.each([['code', /in code/], ['front-matter', /front matter/], ['math', /formula/], ['html', /HTML/]])('in a block of %s', (block, sentence) => expect(told('@a|', { block })[0]).toMatch(sentence));
  test('where suggestions are switched off', () => expect(told('@k|', { isAutomatic: false }).at(-1)).toMatch(/Suggest On Trigger Characters/));
});

describe('what there is to suggest is told', () => {
  test('by bibliography', () => expect(told('@k|')[1]).toBe('This draft can cite 2 sources: 2 in refs.bib.'));
  test('when there is none, with what to do', () => expect(told('@k|', { sources: sourcesOf([], []) })[1]).toMatch(/name a bibliography at its head/));
  test('while it is being read', () => expect(told('@k|', { sources: sourcesOf([{ state: 'reading', count: 0 }], [], { isComplete: false }) }).slice(1)).toEqual(['This draft can cite 0 sources: refs.bib (being read).', 'Not everything has been read yet: try again in a moment.']));
  test('with what is wrong', () => expect(told('@k|', { sources: sourcesOf([{ problems: [problem, problem] }]) }).at(-1)).toBe('refs.bib has 2 problems; the first: This is wrong.'));
  test('with what could not be read', () => expect(told('@k|', { sources: sourcesOf([{ state: 'failed', count: 0, problems: [problem] }], []) }).at(-1)).toBe('refs.bib: This is wrong.'));
});

describe('the status', () => {
  test.each([
    [[{ problems: [problem] }, { uri: 'f:/b.bib' }], '2 bibliographies, 2 sources, 1 problem'], [[{}], '1 bibliography, 2 sources'], [[], '0 bibliographies, 0 sources'],
  ] as const)('counts', (states, text) => expect(summarise(sourcesOf(states)).text).toBe(text));
});
