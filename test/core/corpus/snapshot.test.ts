import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../src/core/corpus/evidence.ts';
import { readCorpus } from '../../../src/core/corpus/read.ts';
import { resolveId } from '../../../src/core/corpus/resolve.ts';
import { emptySnapshot, lexiconOf, mergeCorpora } from '../../../src/core/corpus/snapshot.ts';
import { codesOf, filesOf, snapshotOf, SOURCES } from './helpers.ts';

const actor = (name: string, more = '', body = '') => `---\ntype: state\nname: ${name}\n${more}\n---\n${body}`;
const event = (name: string, more: string, body = '') => `---\ntype: event\nkind: meeting\nname: ${name}\n${more}\n---\n${body}`;

function corpus(id: string, texts: Readonly<Record<string, string>>) {
  const folder = `file:///${id}`;
  return readCorpus(filesOf({ 'corpus.yaml': `id: ${id}`, 'references.json': SOURCES, ...texts }, folder), folder);
}

test('no corpora make an empty snapshot', () => {
  expect(emptySnapshot.entries.size + emptySnapshot.statements.length + emptySnapshot.problems.length).toBe(0);
});

describe('two corpora', () => {
  const one = corpus('one', { 'actors/a.md': actor('A of one', '', '- Said by [[b]]. [@khan2022]'), 'actors/b.md': actor('B') });
  const two = corpus('two', { 'actors/a.md': actor('A of two', 'relations: {type: backs, with: b, cite: "@khan2022"}'), 'actors/d.md': actor('D', 'relations: {type: backs, with: "one:a", cite: "@khan2022"}') });
  const snapshot = mergeCorpora([one, two]);

  test('qualify the ids that they share, and no others', () => { expect([...snapshot.entries.keys()]).toEqual(['one:a', 'b', 'two:a', 'd']); });
  test('qualify statements with them', () => { expect(snapshot.statements.map(statement => [statement.id, statement.entryKey])).toEqual([['one:a#1', 'one:a']]); });
  test('resolve an id in its own corpus first', () => {
    expect(resolveId(snapshot, 'a', 'one')?.name).toBe('A of one');
    expect(resolveId(snapshot, 'a', 'two')?.name).toBe('A of two');
  });
  test('resolve an id that one of them has from the other', () => { expect(resolveId(snapshot, 'b', 'two')?.name).toBe('B'); });
  test('leave a shared id open elsewhere', () => { expect(resolveId(snapshot, 'a', 'three')).toBeUndefined(); });
  test('can be named', () => {
    expect(resolveId(snapshot, 'two:a', 'one')?.name).toBe('A of two');
    expect(resolveId(snapshot, 'one:b', 'two')?.name).toBe('B');
    expect(resolveId(snapshot, 'two:b', 'two')).toBeUndefined();
  });
  test('make good what the other misses', () => {
    expect(codesOf(two.problems)).toEqual(['dangling-id', 'dangling-id']);
    expect(snapshot.problems).toEqual([]);
  });
});

test('a statement of another corpus can be evidence, by its id', () => {
  const lesson = (evidence: string) => ({ 'concepts/l.md': `---\ntype: concept\nkind: lesson\nname: L\nevidence: [${evidence}]\n---\n` });
  const one = corpus('one', { 'references.json': SOURCES, 'actors/a.md': actor('A', '', '- Said. [@khan2022] ^said') });
  const two = corpus('two', lesson('a#^said, "one:a#^said"'));
  expect(mergeCorpora([one, two]).problems).toEqual([]);
  expect(codesOf(mergeCorpora([one, corpus('two', lesson('a#^sad'))]).problems)).toEqual(['dangling-id']);
  const snapshot = mergeCorpora([one, corpus('two', { ...lesson('one:a#^said'), 'actors/a.md': actor('Another') })]);
  expect(snapshot.problems).toEqual([]);
  expect(evidenceOf(snapshot, snapshot.concepts[0]!).map(({ statement }) => statement?.id)).toEqual(['one:a#^said']);
});

test('of two corpora with one id the first counts, and the other is told', () => {
  const snapshot = mergeCorpora([corpus('one', { 'actors/a.md': actor('First') }), corpus('one', { 'actors/b.md': actor('Second') })]);
  expect([...snapshot.entries.values()].map(entry => entry.name)).toEqual(['First']);
  expect(snapshot.problems).toMatchObject([{ code: 'duplicate-corpus', uri: 'file:///one/corpus.yaml' }]);
});

describe('a statement', () => {
  const snapshot = snapshotOf({
    'references.json': SOURCES,
    'actors/a.md': actor('Alpha', 'aliases: [Al]', '- Met Bravo and [[c|the third]] in 1988, not Delta. [@khan2022]\n- [[c]] met nobody. [@khan2022]\n  - note: So says [[b]].'),
    'actors/b.md': actor('Bravo', '', 'The one whom [[c]] met.'), 'actors/c.md': actor('Charlie'), 'actors/d.md': actor('Delta'), 'actors/e.md': actor('Echo', 'aliases: [Delta]'),
  });
  const [first, second] = snapshot.statements;

  test('mentions its own entry, then what it links to, then what it names', () => { expect(first!.mentions).toEqual(['a', 'c', 'b']); });
  test('is found from all that it mentions', () => {
    expect(snapshot.statementsAbout.get('c')).toEqual([first, second]);
    expect(snapshot.statementsAbout.get('b')).toEqual([first]);
    expect(snapshot.statementsAbout.get('d')).toBeUndefined();
  });
  test('has the name of an entry where it links without words', () => { expect(second!.text).toBe('Charlie met nobody.'); });
  test('so have its remarks, and summaries', () => {
    expect(second!.remarks[0]!.text).toBe('So says Bravo.');
    expect(snapshot.entries.get('b')!.summary).toBe('The one whom Charlie met.');
  });
  test('has the dates that it names', () => { expect(first!.dates.map(({ text, date }) => [text, date?.edtf])).toEqual([['1988', '1988']]); });
});

test('a person is not found in a plural, a group is', () => {
  const snapshot = snapshotOf({
    'references.json': SOURCES, 'actors/a.md': actor('Alpha', '', '- The Martins met the Khmers. [@khan2022]'),
    'actors/martin.md': '---\ntype: person\nname: Martin\n---\n', 'actors/khmer.md': '---\ntype: faction\nname: Khmer\n---\n',
  });
  expect(snapshot.statements[0]!.mentions).toEqual(['a', 'khmer']);
});

test('events stand in the order of time, the undated last', () => {
  const snapshot = snapshotOf({ 'references.json': SOURCES, 'events/a.md': event('A', ''), 'events/b.md': event('B', 'date: 1990\ncite: "@khan2022"'), 'events/c.md': event('C', 'date: 1989-05\ncite: "@khan2022"'), 'events/d.md': event('D', 'date: 1989\ncite: "@khan2022"') });
  expect(snapshot.events.map(({ name }) => name)).toEqual(['D', 'C', 'B', 'A']);
});

test('names of all entries are looked for in a text, in one pass', () => {
  const snapshot = snapshotOf({ 'actors/a.md': actor('Viet Nam', 'aliases: [Vietnam]\nmetonyms: [Hanoi]') });
  expect(lexiconOf(snapshot).find('Vietnam said that Hanoi')).toMatchObject([{ targets: ['a'], kind: 'alias' }, { targets: ['a'], kind: 'metonym' }]);
  expect(lexiconOf(snapshot)).toBe(lexiconOf(snapshot));
});
