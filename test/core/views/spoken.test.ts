import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { OutlineContext } from '../../../src/core/views/entryNodes.ts';
import type { OutlineNode } from '../../../src/core/views/outline.ts';
import { paragraphOutline } from '../../../src/core/views/paragraph.ts';
import { spokenRow } from '../../../src/core/views/spoken.ts';
import { actorsOutline, eventsOutline, GROUPINGS, INITIAL_STATE, sourcesOutline } from '../../../src/core/views/trees.ts';
import { bundled } from '../../corpus/material.ts';
import { worldOf } from '../checks/world.ts';

const { snapshot } = bundled();
const world = worldOf(snapshot);
const text = readFileSync(new URL('../../../samples/cambodia/draft.md', import.meta.url), 'utf8');
const reading = world.read(text);
const context: OutlineContext = { snapshot, sources: snapshot.sources, draft: { uri: 'file:///draft.md', reading, findings: world.check(text) } };

/** Rows that can be opened, down to a depth at which the same ones come again. */
function* rowsIn(nodes: readonly OutlineNode[], depth = 3): Generator<OutlineNode> {
  for (const node of nodes) {
    yield node;
    if (node.hasChildren && depth > 0) { yield* rowsIn(node.children(), depth - 1); }
  }
}

/** Rows of which the icon says something that the words do not, as `icon: words`. */
const mute = (roots: readonly OutlineNode[]): string[] => [...rowsIn(roots)]
  .filter(node => node.label.trim() === '' || (node.icon !== '' && spokenRow(node) === [node.label, node.description].filter(Boolean).join(', ')))
  .map(node => `${node.icon}: ${spokenRow(node)}`);

describe('every row says in words what its icon says', () => {
  test.each(GROUPINGS.actors)('actors by %s', groupBy => { expect(mute(actorsOutline(context, { ...INITIAL_STATE.actors, groupBy }))).toEqual([]); });
  test.each(GROUPINGS.events)('events by %s', groupBy => { expect(mute(eventsOutline(context, { ...INITIAL_STATE.events, groupBy }))).toEqual([]); });
  test.each(GROUPINGS.sources)('sources by %s', groupBy => { expect(mute(sourcesOutline(context, { ...INITIAL_STATE.sources, groupBy }))).toEqual([]); });
  test('in this paragraph, for each of the sample', () => {
    const roots = reading.blocks.flatMap(block => paragraphOutline(block, context));
    expect([new Set([...rowsIn(roots, 1)].map(({ icon }) => icon)).size > 6, mute(roots)]).toEqual([true, []]);
  });
});

test('a row is its name, what it is, and what stands behind it', () => {
  const find = (label: string) => [...rowsIn(actorsOutline(context, INITIAL_STATE.actors), 1)].find(node => node.label === label)!;
  expect(spokenRow(find('Ali Alatas'))).toBe('Ali Alatas, person, Foreign Minister, Indonesia (from 1988)');
  expect(spokenRow(find('Persons'))).toMatch(/^Persons, \d+$/);
});
