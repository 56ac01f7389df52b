import { expect, test } from 'vitest';
import type { Source } from '../../../src/core/corpus/types.ts';
import { readDraftMatter } from '../../../src/core/bibliography/draftMatter.ts';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { INITIAL_STATE, sourcesOutline } from '../../../src/core/views/trees.ts';
import { snapshotOf } from '../corpus/helpers.ts';

const snapshot = snapshotOf({});
const sources = new Map(['a', 'b', 'c'].map((citekey): [string, Source] => [citekey, {
  citekey, item: { id: citekey, type: 'book', title: citekey.toUpperCase() }, corpusId: undefined, uri: 'file:///refs.bib', span: { start: 0, end: 0 },
}]));

/** Each group with the works in it. */
function drawn(text: string, listed: readonly string[]) {
  const matter = readDraftMatter(text);
  const draft = { uri: 'file:///draft.md', reading: readDraft(text, makeDraftContext(snapshot)), nocite: { items: matter.nocite, listed: new Set(listed) } };
  const rows = sourcesOutline({ snapshot, sources, draft }, INITIAL_STATE.sources);
  return Object.fromEntries(rows.map(row => [row.label, row.children().map(({ subject, label }) => (subject.kind === 'source' ? subject.source.citekey : label))]));
}

test('a work that nocite lists is neither cited nor uncited', () => {
  expect(drawn('---\nnocite: "@b"\n---\n\nSo [@a].\n', ['b'])).toMatchObject({ 'Cited in this draft': ['a'], 'Listed without being cited': ['b'], 'Not cited in this draft': ['c'] });
});

test('a work that is cited as well is cited', () => {
  expect(drawn('---\nnocite: "@*"\n---\n\nSo [@a].\n', ['a', 'b', 'c'])).toMatchObject({ 'Cited in this draft': ['a'], 'Listed without being cited': ['b', 'c'] });
});

test('a work leads to each place that cites it, with the words that it bears out', () => {
  const text = 'So it was [@a, p. 3; @b]. And this is a sentence of many words that go on for a while\nas @a [p. 4] says, and @a.\n\n[@a]\n';
  const reading = readDraft(text, makeDraftContext(snapshot));
  const [cited] = sourcesOutline({ snapshot, sources, draft: { uri: 'file:///draft.md', reading } }, INITIAL_STATE.sources);
  const places = cited!.children()[0]!.children()[0]!.children();
  expect(places.map(({ label }) => label)).toEqual(['So it was [@a, p. 3; @b]', '… sentence of many words that go on for a while as @a [p. 4]', '… that go on for a while as @a [p. 4] says, and @a', '[@a]']);
  expect(places.map(({ place }) => text.slice(place!.span.start, place!.span.end))).toEqual(['@a', '@a', '@a', '@a']);
});

test('long brackets are cut behind the key', () => {
  const text = `So [@a, ${'and so on '.repeat(20)}].\n`;
  const [cited] = sourcesOutline({ snapshot, sources, draft: { uri: 'file:///draft.md', reading: readDraft(text, makeDraftContext(snapshot)) } }, INITIAL_STATE.sources);
  expect(cited!.children()[0]!.children()[0]!.children().map(({ label }) => label)).toEqual([expect.stringMatching(/^So \[@a, (?:and so on )+.{0,10} …$/)]);
});

test('a key of nocite that nobody has is missing, at its place', () => {
  const text = '---\nnocite: "@nobody"\n---\n\nSo.\n';
  expect(drawn(text, [])['Cited but not found']).toEqual(['@nobody']);
});
