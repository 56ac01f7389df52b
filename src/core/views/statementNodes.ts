import { borneOutBy } from '../corpus/evidence.ts';
import { locatorsOf, valuesOf } from '../corpus/locators.ts';
import type { Entry, Statement } from '../corpus/types.ts';
import { t, toTranslate } from '../l10n.ts';
import { byText } from './byText.ts';
import { claim } from './cards.ts';
import type { OutlineContext } from './entryNodes.ts';
import { group, node, type OutlineNode } from './outline.ts';

/** Of more statements than this a reader loses sight. */
const MANY = 40;

/** A statement as a row: the claim, and grey behind it where it stands. */
export function statementNode(parent: OutlineNode | undefined, statement: Statement, context: OutlineContext, about?: Entry): OutlineNode {
  const said = claim(statement, context.snapshot, about);
  return node(parent, {
    id: statement.id, label: said.text, description: said.authority,
    icon: said.disputed.length > 0 ? 'warning' : 'comment',
    subject: { kind: 'statement', statement },
    place: { uri: statement.uri, span: statement.span },
    card: () => ({ title: said.text, subtitle: said.authority, summary: '', facts: [...said.disputed.map(text => t('Disputed: {0}', text)), ...borneOutBy(context.snapshot, statement).map(({ name }) => t('Bears out: {0}', name))], claims: [], actions: said.actions }),
  });
}

/** Statements as rows. Many stand under the sections of the work that they cite, and many of one section under their entries. */
export function statementRows(parent: OutlineNode, statements: readonly Statement[], context: OutlineContext, about?: Entry): readonly OutlineNode[] {
  return placed(parent, statements, [bySection, byEntry]);

  function placed(self: OutlineNode, items: readonly Statement[], headings: readonly Headings[]): readonly OutlineNode[] {
    const [headed, ...rest] = headings;
    if (items.length <= MANY || headed === undefined) { return items.map(statement => statementNode(self, statement, context, about)); }
    const groups = headed(items, context);
    if (groups.length < 2) { return placed(self, items, rest); }
    return groups.flatMap(([heading, members]) => group(self, heading, heading, members.length, inner => placed(inner, members, rest)));
  }
}

type Headings = (statements: readonly Statement[], context: OutlineContext) => readonly (readonly [heading: string, members: readonly Statement[]])[];

/** `2.7 The role of the UN`, in the order of the work's own sections; what cites no section of a known outline comes last. */
const bySection: Headings = (statements, { snapshot }) => {
  const titles = new Map<string, string>();
  for (const outline of snapshot.outlines.values()) {
    for (const { number, title } of outline.sections) { titles.set(`${outline.citekey} ${number}`, `${number} ${title}`.trim()); }
  }
  const members = new Map<string, Statement[]>([...titles.values(), t(ELSEWHERE)].map(heading => [heading, []]));
  for (const statement of statements) { members.get(sectionOf(statement, titles) ?? t(ELSEWHERE))?.push(statement); }
  return [...members].filter(([, own]) => own.length > 0);
};

const ELSEWHERE = toTranslate('Elsewhere');

function sectionOf(statement: Statement, titles: ReadonlyMap<string, string>): string | undefined {
  for (const { citekey, suffixText } of statement.citations) {
    const section = locatorsOf(suffixText).find(locator => locator.label === 'section');
    const title = section === undefined ? undefined : titles.get(`${citekey} ${valuesOf(section)[0] ?? ''}`);
    if (title !== undefined) { return title; }
  }
  return undefined;
}

const byEntry: Headings = (statements, { snapshot }) => {
  const members = new Map<string, Statement[]>();
  for (const statement of statements) {
    const name = snapshot.entries.get(statement.entryKey)?.name ?? statement.entryKey;
    members.set(name, [...members.get(name) ?? [], statement]);
  }
  return [...members].sort(([a], [b]) => byText(a, b));
};
