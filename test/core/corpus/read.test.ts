import { describe, expect, test } from 'vitest';
import { CorpusReader } from '../../../src/core/corpus/read.ts';
import { codesOf, corpusOf, filesOf, SOURCES, wordsAt } from './helpers.ts';

const ACTOR = '---\ntype: state\nname: A\n---\n';
const event = (fields: string, body = '') => `---\ntype: event\nkind: meeting\nname: E\n${fields}\n---\n${body}`;

test('a sound corpus has no problems', () => {
  const corpus = corpusOf({
    'corpus.yaml': 'id: c\ntitle: The corpus\nlicence: CC-BY-4.0\npreferred-names: {Vietnam: Viet Nam}',
    'references.json': SOURCES, 'actors/a.md': ACTOR, 'events/deep/er/e.md': event('date: 1988\ncite: "@khan2022"\nparticipants: [a]', '- Said. [@martin2018]'),
    'works/khan2022.yaml': 'citekey: khan2022\nsections: [{number: 1, title: One}]\nnotes: [{number: 3, section: 1}]', 'README.md': '# not an entry',
  });
  expect(corpus.problems).toEqual([]);
  expect(corpus.info).toMatchObject({ id: 'c', title: 'The corpus', licence: 'CC-BY-4.0', preferredNames: new Map([['Vietnam', 'Viet Nam']]) });
  expect(corpus.entries.map(entry => [entry.id, entry.corpusId])).toEqual([['a', 'c'], ['e', 'c']]);
  expect(corpus.outlines).toEqual([{ citekey: 'khan2022', sections: [{ number: '1', title: 'One' }], notes: [{ number: 3, section: '1' }] }]);
});

test('an empty corpus says what to do', () => { expect(codesOf(corpusOf({}).problems)).toEqual(['empty-corpus']); });

test('without corpus.yaml the folder’s name is the id', () => {
  const { info, problems } = corpusOf({ 'corpus.yaml': undefined, 'actors/a.md': ACTOR });
  expect(info.id).toBe('c');
  expect(codesOf(problems)).toEqual(['no-corpus-file']);
});

test('a broken corpus.yaml loses only what is broken', () => {
  const { info, problems } = corpusOf({ 'corpus.yaml': 'id: x\ntitle: [a\nlicence: MIT', 'actors/a.md': ACTOR });
  expect(info).toMatchObject({ id: 'x', licence: 'MIT' });
  expect(codesOf(problems)).toEqual(['bad-yaml']);
});

describe('an id that two files claim', () => {
  const corpus = corpusOf({ 'actors/z/a.md': '---\ntype: state\nname: Second\n---\n', 'actors/a.md': '---\ntype: state\nname: First\n---\n' });

  test('belongs to the first in the order of paths', () => { expect(corpus.entries.map(entry => entry.name)).toEqual(['First']); });

  test('is reported in both, each naming the other', () => {
    expect(corpus.problems.map(({ code, uri, message }) => [code, uri, /actors\S*?\.md/.exec(message)?.[0]])).toEqual([
      ['duplicate-id', 'file:///c/actors/z/a.md', 'actors/a.md'], ['duplicate-id', 'file:///c/actors/a.md', 'actors/z/a.md'],
    ]);
  });
});

describe('what refers to nothing', () => {
  function problemsOf(path: string, text: string) {
    const corpus = corpusOf({ 'references.json': SOURCES, 'actors/indonesia.md': ACTOR, 'events/ick.md': event('date: 1981\ncite: "@khan2022"'), [path]: text,
      'works/khan2022.yaml': 'sections:\n  - {number: "3", title: T}\n  - {number: "3.2", title: T}\nnotes:\n  - {number: 24, section: "3.2"}\n  - {number: 25, section: "3"}' });
    return corpus.problems.map(problem => `${problem.code} ${wordsAt(text, problem)}${/ \(did you mean .*?\)/.exec(problem.message)?.[0] ?? ''}`);
  }
  const actor = (fields: string, body = '') => `---\ntype: person\nname: B\n${fields}\n---\n${body}`;

  test('an actor', () => { expect(problemsOf('events/e.md', event('participants: [indonsia]'))).toEqual(['dangling-id indonsia (did you mean “indonesia”?)']); });
  test('an organization', () => { expect(problemsOf('actors/b.md', actor('memberships: {organization: nobody, cite: "@khan2022"}'))).toEqual(['dangling-id nobody']); });
  test('an event', () => { expect(problemsOf('events/e.md', event('part-of: jim\nfollows: [ick]'))).toEqual(['dangling-id jim']); });
  test('evidence', () => { expect(problemsOf('concepts/k.md', '---\ntype: concept\nkind: lesson\nname: K\nevidence: [ick, gone]\n---\n')).toEqual(['dangling-id gone']); });
  test('a statement as evidence', () => {
    const lesson = (evidence: string) => `---\ntype: concept\nkind: lesson\nname: K\nevidence: [${evidence}]\n---\n- One. [@khan2022] ^one\n- Two. [@khan2022]\n- Three.\n`;
    const dangling = (evidence: string) => problemsOf('concepts/k.md', lesson(evidence)).filter(found => found.startsWith('dangling'));
    expect(dangling('k#^one, k#2')).toEqual([]);
    expect(dangling('k#^onne, k#1, ick#1, gone#1')).toEqual([
      'dangling-statement k#^onne (did you mean “^one”?)', 'dangling-statement k#1', 'dangling-statement ick#1', 'dangling-id gone#1',
    ]);
    // What names no source is not shown, and bears nothing out.
    expect(dangling('k#3')).toEqual(['dangling-statement k#3']);
  });
  test('a wiki link', () => { expect(problemsOf('actors/b.md', actor('aliases: []', '- Met [[gone|them]]. [@khan2022]'))).toEqual(['dangling-id [[gone|them]]']); });
  test('an event where an actor is needed', () => { expect(problemsOf('events/e.md', event('participants: [ick]'))).toEqual(['wrong-class ick']); });
  test('a source', () => { expect(problemsOf('actors/b.md', actor('aliases: []', '- Said. [@khan2022; citing @martn2018, p. 3]'))).toEqual(['unknown-source @martn2018 (did you mean “martin2018”?)']); });
  test('a source in the front matter', () => { expect(problemsOf('events/e.md', event('date: 1988\ncite: "@khan2022; @nobody, p. 3"'))).toEqual(['unknown-source @nobody']); });
  test('a section', () => { expect(problemsOf('actors/b.md', actor('aliases: []', '- Said. [@khan2022, sec. 9.9]'))).toEqual(['unknown-locator sec. 9.9']); });
  test('a note', () => { expect(problemsOf('events/e.md', event('date: 1988\ncite: "@khan2022, sec. 3.2, n. 99"'))).toEqual(['unknown-locator n. 99']); });
  test('a note in another section', () => { expect(problemsOf('actors/b.md', actor('aliases: []', '- Said. [@khan2022, sec. 3.2, n. 25]'))).toEqual(['note-elsewhere n. 25']); });
  test('a note in a section of the one that is cited is right', () => { expect(problemsOf('actors/b.md', actor('aliases: []', '- Said. [@khan2022, sec. 3, n. 24]'))).toEqual([]); });
  test('a place in a work without an outline cannot be checked', () => { expect(problemsOf('actors/b.md', actor('aliases: []', '- Said. [@martin2018, sec. 9.9]'))).toEqual([]); });
  test('the corpus itself can be named', () => { expect(problemsOf('actors/b.md', actor('memberships: {organization: "c:indonesia", cite: "@khan2022"}'))).toEqual([]); });
});

test('an entry that cannot be read is not missed a second time', () => {
  const corpus = corpusOf({ 'references.json': SOURCES, 'actors/a.md': 'nothing', 'actors/b.md': undefined, 'events/e.md': event('participants: [a, b]') });
  expect(codesOf(corpus.problems)).toEqual(['no-front-matter']);
});

describe('a claim without a source', () => {
  const files = { 'references.json': SOURCES, 'actors/a.md': `${ACTOR}- Sourced. [@khan2022]\n- Not sourced.\n- Sourced again. [@khan2022]\n` };

  test('is not shown', () => {
    const corpus = corpusOf(files);
    expect(corpus.entries[0]!.statements.map(statement => [statement.id, statement.text])).toEqual([['a#1', 'Sourced.'], ['a#3', 'Sourced again.']]);
    expect(corpus.problems).toMatchObject([{ code: 'uncited-statement', severity: 'error' }]);
  });

  test('is given the corpus’s default, and said to be', () => {
    const corpus = corpusOf({ ...files, 'corpus.yaml': 'id: c\ndefault-citation: khan2022' });
    expect(corpus.entries[0]!.statements[1]).toMatchObject({ text: 'Not sourced.', citations: [{ citekey: 'khan2022', suffixText: '' }] });
    expect(codesOf(corpus.problems)).toEqual(['default-cited']);
  });

  test('in the front matter is told', () => {
    expect(codesOf(corpusOf({ 'actors/a.md': '---\ntype: state\nname: A\nrelations: {type: backs, with: b}\n---\n', 'actors/b.md': ACTOR }).problems)).toEqual(['uncited-claim']);
  });
});

test('a default citation has to be a source', () => {
  const text = 'id: c\ndefault-citation: gone';
  const { problems } = corpusOf({ 'corpus.yaml': text, 'actors/a.md': ACTOR });
  expect(problems.map(problem => [problem.code, wordsAt(text, problem)])).toEqual([['unknown-source', 'gone']]);
});

test('of two references with one key the first counts', () => {
  const { sources, problems } = corpusOf({ 'references.json': '[{"id":"a","type":"book","title":"1"},{"id":"a","type":"book","title":"2"}]', 'actors/a.md': ACTOR });
  expect(sources.map(source => source.item.title)).toEqual(['1']);
  expect(codesOf(problems)).toEqual(['duplicate-citekey']);
});

describe('events in time', () => {
  const dated = (date: string, more = '') => event(`date: ${date}\ncite: "@khan2022"\n${more}`);
  const problemsOf = (parent: string, child: string, relation = 'part-of') =>
    codesOf(corpusOf({ 'references.json': SOURCES, 'events/p.md': dated(parent), 'events/c.md': dated(child, `${relation}: p`) }).problems);

  test.each([['1988/1990', '1991'], ['1988/1990', '1987-12-31'], ['1988/1990', '1989/1991'], ['1988-07', '1988-08']])('within %s there is no %s', (parent, child) => { expect(problemsOf(parent, child)).toEqual(['outside-parent']); });
  test.each([['1988/1990', '1989'], ['1988/1990', '1990-12-31'], ['1988/..', '2022'], ['1988', '1988-07-01'], ['1988-07', '1988'], ['1988~', '1989'], ['1988', '1989?']])('within %s there may be %s', (parent, child) => { expect(problemsOf(parent, child)).toEqual([]); });
  test('nothing follows what came later', () => { expect(problemsOf('1989', '1988', 'follows')).toEqual(['follows-later']); });
  test('what follows in the same year may do so', () => { expect(problemsOf('1989-07', '1989', 'follows')).toEqual([]); });

  test('none is a part of itself', () => {
    const corpus = corpusOf({ 'events/a.md': event('part-of: b'), 'events/b.md': event('part-of: c'), 'events/c.md': event('part-of: a'), 'events/d.md': event('part-of: a') });
    expect(corpus.problems.map(({ code, uri, message }) => [code, uri.slice(-4), /: (.*)\./.exec(message)?.[1]])).toEqual([
      ['part-of-cycle', 'a.md', 'a → b → c → a'], ['part-of-cycle', 'b.md', 'b → c → a → b'], ['part-of-cycle', 'c.md', 'c → a → b → c'],
    ]);
  });
});

describe('a reader that is kept', () => {
  const reader = new CorpusReader();
  const texts = { 'actors/a.md': ACTOR, 'actors/b.md': '---\ntype: state\nname: B\n---\n' };
  const before = reader.read(filesOf(texts), 'file:///c');

  test('reads only what has changed', () => {
    const now = reader.read(filesOf({ ...texts, 'actors/b.md': '---\ntype: state\nname: Changed\n---\n' }), 'file:///c');
    expect(now.entries.map(entry => entry.name)).toEqual(['A', 'Changed']);
    expect(now.entries[0]).toBe(before.entries[0]);
  });

  test('gives what a new reader gives', () => {
    const changed = filesOf({ 'actors/a.md': '---\ntype: person\nname: A\n---\n', 'events/e.md': event('participants: [a, b]') });
    expect(reader.read(changed, 'file:///c')).toEqual(new CorpusReader().read(changed, 'file:///c'));
  });
});

test('problems that the engine found come with the others', () => {
  const given = { code: 'too-large', severity: 'error', message: 'm', span: { start: 0, end: 0 }, uri: 'file:///c/actors/a.md' } as const;
  expect(new CorpusReader().read(filesOf({ 'actors/a.md': undefined }), 'file:///c', [given]).problems).toEqual([given]);
});
