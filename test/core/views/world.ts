import type { OutlineContext } from '../../../src/core/views/entryNodes.ts';
import type { OutlineNode } from '../../../src/core/views/outline.ts';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';

const event = (name: string, date: string, more = '') => `---\ntype: event\nkind: meeting\nname: ${name}\n${date === '' ? '' : `date: ${date}\n`}cite: "@khan2022, sec. 1"\n${more}---\nIt was.\n\n- ${name} was told of. [@khan2022, p. 1]\n`;

/** A keeper with two offices, and events of all lengths around May 1999. */
export const snapshot = snapshotOf({
  'references.json': SOURCES,
  'actors/office.md': '---\ntype: organisation\nname: Harbour Office\n---\nAn office.\n',
  'actors/quill.md': `---
type: person
name: Ada Quill
aliases: [Quill]
memberships:
  - { organization: office, role: Clerk, start: 1990, end: 1997, cite: "@khan2022, p. 2" }
  - { organization: office, role: Keeper, start: 1998, cite: "@khan2022, p. 3" }
---
Keeper of the ledger.

- Kept the ledger from 1998. [@khan2022, p. 3]
  - disputed: It was kept by others. [@martin2018, p. 9]
- Wrote of the quay in 1999. [@martin2018, p. 4]
`,
  'concepts/rule.md': '---\ntype: concept\nkind: lesson\nname: The rule\n---\nA rule.\n',
  'events/long-war.md': event('Long war', '1980/2000'),
  'events/talks.md': event('Spring talks', '1999-04/1999-06', 'participants: [{ actor: quill, role: chair, cite: "@khan2022" }]\n'),
  'events/quay.md': event('Quay meeting', '1999-05-12', 'part-of: [talks]\n'),
  'events/letter.md': event('A letter', '1999'),
  'events/undated.md': event('Undated', ''),
});

export function contextOf(text?: string): OutlineContext {
  return { snapshot, sources: snapshot.sources, draft: text === undefined ? undefined : { uri: 'file:///draft.md', reading: readDraft(text, makeDraftContext(snapshot)) } };
}

/** Rows as `label (description)`, with two blanks a level; groups that are closed are opened down to `depth`. */
export function rowsOf(nodes: readonly OutlineNode[], depth = 1, level = 0): string[] {
  return nodes.flatMap(({ label, description, children }) =>
    [`${'  '.repeat(level)}${label}${description === '' ? '' : ` (${description})`}`, ...depth > level ? rowsOf(children(), depth, level + 1) : []]);
}
