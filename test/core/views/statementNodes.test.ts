import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../src/core/corpus/types.ts';
import { entryNode } from '../../../src/core/views/entryNodes.ts';
import { node, type OutlineNode } from '../../../src/core/views/outline.ts';
import { statementRows } from '../../../src/core/views/statementNodes.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';

const OUTLINE = 'citekey: khan2022\nsections:\n  - { number: "1", title: Beginning }\n  - { number: "2.1", title: Middle }\n';

/** A corpus whose entry `b` says so much in each section, and whose entry `a` says one thing in the first. */
function saying(counts: Readonly<Record<string, number>>, outline = OUTLINE): Snapshot {
  const lines = Object.entries(counts).flatMap(([section, count]) => Array.from({ length: count }, (_, index) => `- Did ${index} of ${section}. [@khan2022, sec. ${section}]`));
  return snapshotOf({
    'references.json': SOURCES, 'works/khan2022.yaml': outline,
    'actors/b.md': `---\ntype: state\nname: Beta\n---\n${lines.join('\n')}\n`, 'actors/a.md': '---\ntype: state\nname: Alpha\n---\n- Was. [@khan2022, sec. 1]\n',
  });
}

/** Labels and counts of rows, and of what is under them. */
function drawn(rows: readonly OutlineNode[]): string[] {
  return rows.map(row => row.subject.kind === 'statement' ? 'statement' : `${row.label} (${row.description})`);
}

const root = node(undefined, { id: 'root', label: 'Statements' });
const rowsOf = (snapshot: Snapshot) => statementRows(root, snapshot.statements, { snapshot, sources: snapshot.sources, draft: undefined });

describe('statements in the sidebar', () => {
  test('a few stand as they are', () => {
    expect(rowsOf(saying({ 1: 20, 2.1: 19 }))).toHaveLength(40);
    expect(rowsOf(saying({ 1: 20, 2.1: 19 })).every(row => row.subject.kind === 'statement')).toBe(true);
  });

  test('many stand under the sections that they cite, in the order of the work; what cites none comes last', () => {
    expect(drawn(rowsOf(saying({ 2.1: 20, 9: 1, 1: 19 })))).toEqual(['1 Beginning (20)', '2.1 Middle (20)', 'Elsewhere (1)']);
  });

  test('many of one section stand under their entries, in the order of names', () => {
    expect(drawn(rowsOf(saying({ 1: 45 })))).toEqual(['Alpha (1)', 'Beta (45)']);
    const [first] = rowsOf(saying({ 1: 45, 2.1: 1 }));
    expect(drawn(first!.children())).toEqual(['Alpha (1)', 'Beta (45)']);
  });

  test('without an outline of the work they stand under their entries', () => {
    expect(drawn(rowsOf(saying({ 1: 30, 2.1: 30 }, 'citekey: other')))).toEqual(['Alpha (1)', 'Beta (60)']);
  });

  test('rows keep their ids and find their way up', () => {
    const [first] = rowsOf(saying({ 1: 30, 2.1: 30 }));
    const [row] = first!.children();
    expect(first!.id).toBe('root/1 Beginning');
    expect([row!.parent, row!.id]).toEqual([first, 'root/1 Beginning/a#1']);
  });
});

test('a lesson opens to the entries that bear it out, and these to their statements', () => {
  const snapshot = snapshotOf({
    'references.json': SOURCES, 'actors/a.md': '---\ntype: state\nname: Alpha\n---\n- Was. [@khan2022, sec. 1]\n',
    'concepts/l.md': '---\ntype: concept\nkind: lesson\nname: Lesson\nevidence: [a, none]\ncite: "@khan2022"\n---\n- Holds. [@khan2022, sec. 2]\n',
  });
  const lesson = entryNode(undefined, snapshot.entries.get('l')!, { snapshot, sources: snapshot.sources, draft: undefined });
  const evidence = lesson.children().find(row => row.label === 'Borne out by')!;
  expect(drawn(evidence.children())).toEqual(['Alpha ()']);
  expect(evidence.children()[0]!.children().flatMap(row => row.children()).map(row => row.label)).toEqual(['Was.']);
});

test('a lesson opens to the single statements that bear it out, and each says so', () => {
  const snapshot = snapshotOf({
    'references.json': SOURCES, 'actors/a.md': '---\ntype: state\nname: Alpha\n---\n- Was. [@khan2022, sec. 1] ^was\n- Is. [@khan2022, sec. 1]\n',
    'concepts/l.md': '---\ntype: concept\nkind: lesson\nname: Lesson\nevidence: ["a#^was", a#2, a#^was, a#9, a]\ncite: "@khan2022"\n---\n- Holds. [@khan2022, sec. 2]\n',
  });
  const lesson = entryNode(undefined, snapshot.entries.get('l')!, { snapshot, sources: snapshot.sources, draft: undefined });
  const rows = lesson.children().find(row => row.label === 'Borne out by')!.children();
  expect(rows.map(({ label, description, subject }) => [label, description, subject.kind])).toEqual([
    ['Alpha: Was.', 'Khan 2022, sec. 1', 'statement'], ['Alpha: Is.', 'Khan 2022, sec. 1', 'statement'], ['Alpha', '', 'entry'],
  ]);
  expect(rows[0]!.card!().facts).toEqual(['Bears out: Lesson']);
  expect(rows[0]!.place).toMatchObject({ uri: 'file:///c/actors/a.md' });
  expect(lesson.card!().facts).toEqual(['Borne out by: Alpha', 'Borne out by Alpha: Was. [Khan 2022, sec. 1]', 'Borne out by Alpha: Is. [Khan 2022, sec. 1]']);
});
