import { describe, expect, test } from 'vitest';
import { blockAt } from '../../../src/core/draft/index.ts';
import { findNode, node, type OutlineNode } from '../../../src/core/views/outline.ts';
import { paragraphOutline } from '../../../src/core/views/paragraph.ts';
import { actorsOutline, eventsOutline, INITIAL_STATE, sourcesOutline } from '../../../src/core/views/trees.ts';
import { snapshotOf } from '../corpus/helpers.ts';
import { contextOf, rowsOf } from './world.ts';

const DRAFT = 'Ada Quill spoke.\n\nThen Quill wrote [@khan2022, p. 3; @nobody1999] in May 1999, and [@khan2022] again.\n';

describe('Actors', () => {
  test('are grouped by type, with their last office behind them', () => {
    expect(rowsOf(actorsOutline(contextOf(), INITIAL_STATE.actors))).toEqual(['Persons (1)', '  Ada Quill (Keeper, Harbour Office (from 1998))', 'Organisations (1)', '  Harbour Office']);
  });

  test('are grouped by body', () => {
    expect(rowsOf(actorsOutline(contextOf(), { ...INITIAL_STATE.actors, groupBy: 'body' }), 0)).toEqual(['Harbour Office (1)', 'Others (1)']);
  });

  test('are found by any of their names', () => {
    expect(rowsOf(actorsOutline(contextOf(), { ...INITIAL_STATE.actors, groupBy: 'none', filter: 'quill' }), 0)).toEqual(['Ada Quill (Keeper, Harbour Office (from 1998))']);
  });

  test('that a filter finds show, also in a group that was closed before', () => {
    const [all] = actorsOutline(contextOf(), INITIAL_STATE.actors);
    const [found] = actorsOutline(contextOf(), { ...INITIAL_STATE.actors, filter: 'quill' });
    expect([all!.isExpanded, found!.isExpanded]).toEqual([false, true]);
    expect(found!.id).not.toBe(all!.id);
  });

  test('open to offices with dates, events, statements and mentions in the draft', () => {
    const quill = findNode(actorsOutline(contextOf(DRAFT), INITIAL_STATE.actors), node => node.label === 'Ada Quill')!;
    expect(rowsOf(quill.children())).toEqual([
      'Offices and memberships (2)', '  Clerk (Harbour Office · 1990–1997)', '  Keeper (Harbour Office · from 1998)',
      'Events (1)', '  Spring talks (April – June 1999 · chair)',
      'Statements (2)', '  Kept the ledger from 1998. (Khan 2022, p. 3)', '  Wrote of the quay in 1999. (Martin 2018, p. 4)',
      'In this draft (2)', '  Ada Quill spoke. (line 1)', '  Then Quill wrote [@khan2022, p. 3; (line 3)',
    ]);
  });
});

test('who held two offices in a body is under its members once', () => {
  const office = findNode(actorsOutline(contextOf(), INITIAL_STATE.actors), node => node.label === 'Harbour Office')!;
  expect(rowsOf(office.children())).toEqual(['Members (1)', '  Ada Quill (Clerk · 1990–1997; Keeper · from 1998)']);
});

test('a row is found where it stands for itself, not under another that comes before it', () => {
  const leaf = (parent: OutlineNode, id: string) => node(parent, { id, label: 'China' });
  const roots = [
    node(undefined, { id: 'persons', label: 'Persons', children: self => [node(self, { id: 'baker', label: 'James Baker', children: below => [leaf(below, 'relation')] })] }),
    node(undefined, { id: 'states', label: 'States', children: self => [leaf(self, 'china')] }),
  ];
  expect(findNode(roots, ({ label }) => label === 'China')?.id).toBe('states/china');
  expect(findNode(roots, ({ label }) => label === 'China', 0)).toBeUndefined();
});

describe('Events', () => {
  test('stand under their processes, in the order of their dates', () => {
    expect(rowsOf(eventsOutline(contextOf(), INITIAL_STATE.events))).toEqual([
      'Spring talks (April – June 1999)', '  Quay meeting (12 May 1999)', '  Participants (1)', '  Statements (1)',
      'Other events (3)', '  Long war (1980–2000)', '  A letter (1999)', '  Undated',
    ]);
  });

  test('are grouped by decade', () => {
    expect(rowsOf(eventsOutline(contextOf(), { ...INITIAL_STATE.events, groupBy: 'decade' }), 0)).toEqual(['1980s (1)', '1990s (3)', 'No date (1)']);
  });

  test('are grouped by kind, in words', () => {
    expect(rowsOf(eventsOutline(contextOf(), { ...INITIAL_STATE.events, groupBy: 'kind' }), 0)).toEqual(['Meeting (5)']);
  });

  test('are found wherever they stand', () => {
    expect(rowsOf(eventsOutline(contextOf(), { ...INITIAL_STATE.events, filter: 'quay' }), 0)).toEqual(['Quay meeting (12 May 1999)']);
  });
});

describe('Sources', () => {
  const outline = (text?: string) => sourcesOutline(contextOf(text), INITIAL_STATE.sources);

  test('are those that the draft cites, those that nobody knows, and the others', () => {
    expect(rowsOf(outline(DRAFT))).toEqual([
      'Cited in this draft (1)', '  Khan 2022 (twice · When Great Powers Behave)', 'Cited but not found (1)', '  @nobody1999 (once)',
      'References with missing fields (1)', '  Khan 2022 (lacks publisher or URL)', 'Not cited in this draft (1)', '  Martin 2018 (Reminiscences)',
    ]);
  });

  test('are grouped by type, in words', () => {
    expect(rowsOf(sourcesOutline(contextOf(), { ...INITIAL_STATE.sources, groupBy: 'type' }), 0)).toEqual(['Books (1)', 'Reports (1)']);
  });

  test('without a draft are all', () => { expect(rowsOf(outline(), 0)).toEqual(['All (2)']); });

  test('open to the places in the draft and the statements', () => {
    const khan = findNode(outline(DRAFT), node => node.label === 'Khan 2022')!;
    expect(rowsOf(khan.children(), 0)).toEqual(['In this draft (2)', 'Statements (6)']);
  });
});

describe('In This Paragraph', () => {
  const rowsAt = (marked: string) => {
    const context = contextOf(marked.replace('|', ''));
    return rowsOf(paragraphOutline(blockAt(context.draft!.reading, marked.indexOf('|'))!, context));
  };

  test('says who is named, which dates are, what is cited and what could be', () => {
    expect(rowsAt('Other.\n\nThen Qu|ill wrote [@khan2022, p. 3; @nobody1999] in May 1999.\n')).toEqual([
      'Named here (1)', '  Ada Quill (Keeper, Harbour Office (from 1998))', 'Dates (1)', '  May 1999',
      'Cited here (2)', '  @khan2022 (p. 3)', '  @nobody1999 (not found)',
      'Could be cited (1)', '  Ada Quill: Wrote of the quay in 1999. (Martin 2018, p. 4)',
    ]);
  });

  test('is that of the cursor alone', () => { expect(rowsAt('Not|hing here.\n\nAda Quill.\n')).toEqual([]); });
});

describe('Rows are sorted', () => {
  const sorted = snapshotOf({
    'references.json': JSON.stringify([
      { id: 'abel1990', type: 'book', author: [{ family: 'Abel' }], issued: { 'date-parts': [[1990]] } },
      { id: 'moss2005', type: 'book', author: [{ family: 'Moss' }], issued: { 'date-parts': [[2005]] } },
      { id: 'zorn2000', type: 'book', author: [{ family: 'Zorn' }], issued: { 'date-parts': [[2000]] } },
    ]),
    'actors/abe.md': '---\ntype: person\nname: Abe\n---\nSomeone.\n',
    'actors/zed.md': '---\ntype: person\nname: Zed\n---\nSomeone.\n\n- Came. [@zorn2000]\n- Went. [@zorn2000]\n- Came back. [@abel1990]\n',
  });
  const by = (sortBy: string) => ({ groupBy: 'none', sortBy, filter: '' });
  test.each([
    ['name', ['Abe', 'Zed']],
    ['statements', ['Zed', 'Abe']],
  ])('actors by %s', (sortBy, labels) => {
    expect(actorsOutline({ snapshot: sorted, sources: sorted.sources, draft: undefined }, by(sortBy)).map(({ label }) => label)).toEqual(labels);
  });

  test.each([
    ['date', ['Long war', 'A letter', 'Spring talks', 'Quay meeting', 'Undated']],
    ['name', ['A letter', 'Long war', 'Quay meeting', 'Spring talks', 'Undated']],
  ])('events by %s', (sortBy, labels) => { expect(eventsOutline(contextOf(), by(sortBy)).map(({ label }) => label)).toEqual(labels); });

  test.each([
    ['author', ['Abel 1990', 'Moss 2005', 'Zorn 2000']],
    ['year', ['Moss 2005', 'Zorn 2000', 'Abel 1990']],
    ['statements', ['Zorn 2000', 'Abel 1990', 'Moss 2005']],
  ])('sources by %s', (sortBy, labels) => {
    expect(sourcesOutline({ snapshot: sorted, sources: sorted.sources, draft: undefined }, by(sortBy)).map(({ label }) => label)).toEqual(labels);
  });
});

test('every row has an id of its own, and all have an icon but the groups', () => {
  const ids = new Set<string>();
  const visit = (nodes: readonly OutlineNode[], depth: number): void => {
    for (const node of nodes) {
      expect(ids.has(node.id), node.id).toBe(false);
      ids.add(node.id);
      if (node.subject.kind !== 'group') { expect(node.icon, node.id).not.toBe(''); }
      if (depth > 0) { visit(node.children(), depth - 1); }
    }
  };
  visit([...actorsOutline(contextOf(DRAFT), INITIAL_STATE.actors)], 4);
  ids.clear();
  visit([...eventsOutline(contextOf(DRAFT), INITIAL_STATE.events)], 4);
  ids.clear();
  visit([...sourcesOutline(contextOf(DRAFT), INITIAL_STATE.sources)], 4);
});
