import { describe, expect, test } from 'vitest';
import type { OutlineNode } from '../../../src/core/views/outline.ts';
import { paragraphOutline } from '../../../src/core/views/paragraph.ts';
import { blockAt } from '../../../src/core/draft/index.ts';
import { worldOf } from '../checks/world.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';

const snapshot = snapshotOf({
  'references.json': SOURCES,
  'actors/indonesia.md': '---\ntype: state\nname: Indonesia\n---\n\n- Hosted the First Jakarta Informal Meeting in July 1988. [@khan2022, sec. 3.3]\n',
  'events/jim.md': '---\ntype: event\nkind: meeting\nname: First Jakarta Informal Meeting\ndate: 1988-07\ncite: "@khan2022, sec. 3.3"\n---\n',
});
const world = worldOf(snapshot);

/** `Heading: row, row` for each group of the paragraph at the `|`. */
function outline(textWithCursor: string): readonly OutlineNode[] {
  const at = textWithCursor.indexOf('|');
  const text = textWithCursor.replace('|', '');
  const reading = world.read(text);
  return paragraphOutline(blockAt(reading, at)!, { snapshot, sources: snapshot.sources, draft: { uri: 'file:///paper.md', reading, findings: world.check(text) } });
}
const rows = (nodes: readonly OutlineNode[], heading: string) => nodes.find(({ label }) => label === heading)?.children() ?? [];
const labels = (nodes: readonly OutlineNode[]) => nodes.map(({ label }) => label);

describe('in this paragraph', () => {
  const WRONG = 'The First Jakarta Informal Meeting was held in June 1989 [@khan2022, sec. 3.3].';
  const UNCITED = 'Indonesia hosted the First Jakarta Informal Meeting in July 1988.';

  test('stands what does not hold, with its evidence', () => {
    const [found] = rows(outline(`${UNCITED}\n\n|${WRONG}`), 'Does not hold');
    expect(found).toMatchObject({ icon: 'warning', description: 'date-conflict', place: { uri: 'file:///paper.md' } });
    expect(found!.label).toMatch(/^First Jakarta Informal Meeting: the record has July 1988/);
    expect(found!.card!().facts[0]).toBe('First Jakarta Informal Meeting: July 1988 (Khan 2022, sec. 3.3)');
  });

  test('stands what is uncited, with what it could cite under it', () => {
    const nodes = outline(`${WRONG}\n\n|${UNCITED}`);
    expect(labels(rows(nodes, 'Does not hold'))).toEqual([]);
    const [uncited] = rows(nodes, 'Uncited');
    expect(UNCITED).toContain(uncited!.label);
    expect(uncited!.children().map(({ description }) => description)).toEqual(['Khan 2022, sec. 3.3']);
  });

  test('stands who and what is named, cited, and could be cited', () => {
    const nodes = outline(`|${WRONG} ${UNCITED}`);
    expect(labels(nodes)).toEqual(['Named here', 'Does not hold', 'Uncited', 'Dates', 'Cited here', 'Could be cited']);
    expect(labels(rows(nodes, 'Named here'))).toEqual(['First Jakarta Informal Meeting', 'Indonesia']);
  });
});
