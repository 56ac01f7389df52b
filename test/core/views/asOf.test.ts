import { expect, test } from 'vitest';
import { parseEdtf } from '../../../src/core/dates/edtf.ts';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { entryNode } from '../../../src/core/views/entryNodes.ts';
import { hoverCards } from '../../../src/core/views/hover.ts';
import { snapshotOf } from '../timeline/support.ts';

const snapshot = snapshotOf({
  'references.json': '[{"id":"ledger","type":"book","title":"Ledger"}]',
  'actors/alatas.md': `---
type: person
name: Ali Alatas
memberships:
  - { organization: un-mission, role: Permanent Representative, end: "1988-03-20", cite: "@ledger" }
  - { organization: indonesia, role: Foreign Minister, start: "1988-03-21", end: "1999-10-20", cite: "@ledger" }
---
`,
  'actors/indonesia.md': '---\ntype: state\nname: Indonesia\n---\n',
  'actors/un-mission.md': '---\ntype: organisation\nname: UN Mission\n---\n',
});
const alatas = snapshot.entries.get('alatas')!;
const on = (day: string) => ({ snapshot, sources: snapshot.sources, draft: undefined, at: parseEdtf(day) });

test('the sidebar shows the office of the day asked about, and the last one without a day', () => {
  expect(entryNode(undefined, alatas, on('1987-05-01')).description).toContain('Permanent Representative');
  expect(entryNode(undefined, alatas, on('1990-05-01')).description).toContain('Foreign Minister');
  expect(entryNode(undefined, alatas, on('2005-05-01')).description).toBe('');
  expect(entryNode(undefined, alatas, { ...on(''), at: undefined }).description).toContain('Foreign Minister');
});

test('who did not belong to a body on the day is not among its members', () => {
  const members = (day: string) => entryNode(undefined, snapshot.entries.get('indonesia')!, on(day)).children().filter(node => node.label === 'Members').flatMap(node => node.children().map(member => member.label));
  expect(members('1990-05-01')).toEqual(['Ali Alatas']);
  expect(members('1985-05-01')).toEqual([]);
});

test('an office that was not held on the day says so', () => {
  const offices = entryNode(undefined, alatas, on('1990-05-01')).children().find(node => node.label === 'Offices and memberships')!.children();
  expect(offices.map(node => node.description.includes('not at 1 May 1990'))).toEqual([true, false]);
});

test('a hover follows the day asked about, and the sentence where there is none', () => {
  const text = 'In 1990, Ali Alatas agreed.';
  const reading = readDraft(text, makeDraftContext(snapshot));
  const subtitle = (day: string | undefined) => hoverCards(reading, text.indexOf('Alatas'), snapshot, snapshot.sources, 3, day === undefined ? undefined : parseEdtf(day))!.cards[0]!.subtitle;
  expect(subtitle(undefined)).toContain('Foreign Minister');
  expect(subtitle('1987-05-01')).toMatch(/Permanent Representative.*as of 1 May 1987/u);
});
