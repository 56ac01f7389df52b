import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { draftPlugin, type DrawnCitation, type Setter } from '../../../src/core/citations/preview.ts';
import type { SetText } from '../../../src/core/citations/setText.ts';

const run = (text: string): SetText => [{ text, marks: [] }];
const lookup = (citekey: string) => (citekey === 'khan' ? { short: 'Khan 2022', reference: 'Khan. 2022.' } : undefined);
const asNotes: Setter = (_document, citations) => ({
  citations: citations.map(({ text, isInNote }) => (!isInNote ? { inText: text.startsWith('@') ? run('Khan') : [], note: run(`Note of ${text}`) } : { inText: run(`In a note: ${text}`), note: undefined })),
  references: [{ citekey: 'khan', text: [{ text: 'Powers <script>', marks: ['italic'], href: 'https://x.org/"' }] }],
});
const html = (text: string, setter: Setter = asNotes) => new MarkdownIt({ html: true }).use(draftPlugin, lookup, setter).render(text);
const words = (text: string, setter?: Setter) => html(text, setter).replace(/ ?<a [^>]*class="rapporteur-note-back">↩︎<\/a>/g, '').replace(/<sup class="rapporteur-note-mark">.*?(\d+)<\/a><\/sup>/g, '^$1').replace(/<li[^>]*>/g, '#').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ').trim();

describe('notes of the preview', () => {
  test('those that the style makes of citations stand in one row with those of the draft, after the marks and close to the word', () => {
    expect(words('A [@khan]. B[^1], c @khan, d^[here].\n\n[^1]: So it is.\n', asNotes)).toBe('A.^1 B^2, c Khan,^3 d^4. Powers &lt;script&gt; #Note of [@khan] #So it is. #Note of @khan #here');
  });
  test('a citation within a note is set within it', () => expect(words('B[^1].\n\n[^1]: See [@khan].\n')).toContain('#See In a note: [@khan].'));
  test('a note that is referred to twice stands there twice', () => expect(words('A[^n] b[^n].\n\n[^n]: So.\n')).toContain('#So. #So.'));
  test('a definition goes on in indented lines and ends where another begins', () => {
    expect(words('A[^1] b[^2].\n\n[^1]: One\nmore.\n\n    Again.\n[^2]: Two.\n\nText.\n')).toBe('A^1 b^2. Text. Powers &lt;script&gt; #One more. Again. #Two.');
  });
  test('a mark without a definition stays as it is written', () => expect(words('A[^9].', () => undefined)).toBe('A[^9].'));
  test('links lead from the mark to the note and back', () => {
    expect(html('A [@khan].')).toMatch(/<a title="[^"]*" href="#rapporteur-note-1" id="rapporteur-note-mark-1">.*<li id="rapporteur-note-1">.*href="#rapporteur-note-mark-1"/s);
  });
});

test('citations are told in the order of reading, with the notes they stand in', () => {
  const told: (readonly DrawnCitation[])[] = [];
  html('A [@khan, p. 1]. B[^1].\n\n[^1]: See [@khan, p. 2] and @khan.\n\nC [@other].\n', (_document, citations) => { told.push(citations); return undefined; });
  expect(told[0]).toEqual([
    { text: '[@khan, p. 1]', citekeys: ['khan'], event: 0, isInNote: false }, { text: '[@khan, p. 2]', citekeys: ['khan'], event: 1, isInNote: true },
    { text: '@khan', citekeys: ['khan'], event: 1, isInNote: true }, { text: '[@other]', citekeys: ['other'], event: 2, isInNote: false },
  ]);
  expect(told).toHaveLength(1);
});

describe('the list of references', () => {
  const asList = (more: object): Setter => () => ({ citations: [], references: [{ citekey: 'khan', text: run('Khan. 2022.') }], ...more });
  test('stands at the end, under its heading', () => expect(html('A.\n', asList({ title: 'Works *cited*' }))).toMatch(/<p>A\.<\/p>\s*<section[^>]*><h1[^>]*>Works <em>cited<\/em><\/h1>\s*<p id="rapporteur-work-khan">/));
  test('stands where the draft wants it', () => expect(words('A.\n\n::: {#refs}\nold\n:::\n\nB.\n', asList({}))).toBe('A. Khan. 2022. B.'));
  test('leaves a fence that stays open as it is written', () => expect(words('::: {#refs}\n\nB.\n', asList({}))).toBe('::: {#refs} B. Khan. 2022.'));
  test('is there without a citation, and not without works', () => {
    expect(words('A.\n', asList({}))).toBe('A. Khan. 2022.');
    expect(html('A.\n', asList({ references: [], title: 'T' }))).toBe('<p>A.</p>\n');
  });
  test('is what a citation leads to', () => {
    const setter: Setter = () => ({ citations: [{ inText: [{ text: 'Khan 2022', marks: [], href: '#khan' }], note: undefined }], references: [{ citekey: 'khan', text: run('Khan. 2022.') }] });
    expect(html('A [@khan].', setter)).toMatch(/href="#rapporteur-work-khan".*id="rapporteur-work-khan"/s);
  });
});

test('what is not set yet is shown in its plain form, with its blank and its marks', () => {
  expect(words('So [@khan], it is.', () => undefined)).toBe('So (Khan 2022), it is.');
});

describe('the title of a citation that is set', () => {
  const inText = (references: readonly (readonly [citekey: string, text: string])[]): Setter => (_document, citations) => ({
    citations: citations.map(() => ({ inText: run('(set)'), note: undefined })), references: references.map(([citekey, text]) => ({ citekey, text: run(text) })),
  });
  const title = (setter: Setter, text = 'A [@khan].') => /class="rapporteur-citation" title="([^"]*)"/.exec(html(text, setter))?.[1];
  test('is the work as the list has it', () => expect(title(inText([['khan', 'Khan, Asif. Powers.']]))).toBe('Khan, Asif. Powers.'));
  test('is the work in a plain form where there is no list', () => expect(title(inText([]))).toBe('Khan. 2022.'));
  test('names each work of several once', () => expect(title(inText([['khan', 'One.'], ['b', 'Two.']]), 'A [@khan; @b; @khan, p. 3].')).toBe('One.\nTwo.'));
  test('holds nothing raw', () => expect(title(inText([['khan', '"><script>x</script>\u202E']]))).toBe('&quot;&gt;&lt;script&gt;x&lt;/script&gt;[U+202E]'));
});

test('what would turn the direction of a name is shown, in the text, in notes and in their titles', () => {
  const turned = run('Eve \u202Elive');
  const written = html('A [@khan]. B[^1].\n\n[^1]: See [@khan].\n', (_document, citations) => ({ citations: citations.map(({ isInNote }) => (isInNote ? { inText: turned, note: undefined } : { inText: [], note: turned })), references: [{ citekey: 'khan', text: turned }] }));
  expect(written).not.toContain('\u202E');
  expect(written.match(/\[U\+202E\]/g)!.length).toBeGreaterThan(3);
});

test('nothing of what is set is read as HTML', () => {
  const written = html('A [@khan].');
  expect(written).not.toContain('<script');
  expect(written).toContain('href="https://x.org/&quot;"');
});

test('what is parsed can be sent as JSON, which the editor does to outline a draft', () => {
  const tokens = new MarkdownIt().use(draftPlugin, lookup, asNotes).parse('# A\n\nB[^1], so [@khan].\n\n[^1]: See [@khan].\n', {});
  expect(JSON.parse(JSON.stringify(tokens))).toHaveLength(tokens.length);
});
