import { statementsCiting } from '../corpus/queries.ts';
import type { EntryKey } from '../corpus/types.ts';
import type { Block } from '../draft/types.ts';
import { formatDate } from '../dates/format.ts';
import { sourceCard, dateCard } from './cards.ts';
import { entryNode, type OutlineContext } from './entryNodes.ts';
import { statementNode } from './statementNodes.ts';
import { group, node, type OutlineNode } from './outline.ts';

/** The view *In This Paragraph*: who and what the block at the cursor speaks of, what it cites, and what it could cite. */
export function paragraphOutline(block: Block, context: OutlineContext): readonly OutlineNode[] {
  const { snapshot, sources, draft } = context;
  if (draft === undefined) { return []; }
  const keys = new Set<EntryKey>();
  const ambiguous = block.sentences.flatMap(sentence => sentence.mentions).filter(mention => {
    if (mention.keys.length === 1) { keys.add(mention.keys[0]!); }
    return mention.keys.length > 1;
  });
  const named = [...keys].flatMap(key => snapshot.entries.get(key) ?? []);
  const dates = block.sentences.flatMap(sentence => sentence.dates);
  const items = block.sentences.flatMap(sentence => sentence.citations).flatMap(cluster => cluster.items);
  const couldCite = suggestedStatements(named.map(entry => entry.key), items.map(item => item.citekey), context);
  return [
    ...group(undefined, 'named', 'Named here', named.length, self => named.map(entry => entryNode(self, entry, context)), true),
    ...group(undefined, 'ambiguous', 'Could be several', ambiguous.length, self => ambiguous.map((mention, index) => node(self, {
      id: `${index}:${mention.text}`, label: mention.text, icon: 'question', description: `${mention.keys.length} readings`,
      place: { uri: draft.uri, span: mention }, subject: { kind: 'place' },
      children: list => mention.keys.flatMap(key => snapshot.entries.get(key) ?? []).map(entry => entryNode(list, entry, context)),
    })), true),
    ...group(undefined, 'dates', 'Dates', dates.length, self => dates.map((mention, index) => node(self, {
      id: `${index}:${mention.text}`, label: mention.text.replace(/\s+/g, ' '), icon: 'calendar', subject: { kind: 'place' },
      description: mention.date === undefined ? 'cannot be told' : mention.reading === 'relative' ? formatDate(mention.date) : '',
      place: { uri: draft.uri, span: mention },
      card: mention.date === undefined ? undefined : () => dateCard(mention.date!, mention.text, snapshot) ?? { title: mention.text, subtitle: formatDate(mention.date!), summary: '', facts: ['Nothing is recorded for this date.'], claims: [], actions: [] },
    })), true),
    ...group(undefined, 'cited', 'Cited here', items.length, self => items.map((item, index) => {
      const source = sources.get(item.citekey);
      return node(self, {
        id: `${index}:${item.citekey}`, label: `@${item.citekey}`, description: source === undefined ? 'not found' : item.suffixText,
        icon: source === undefined ? 'warning' : 'quote', place: { uri: draft.uri, span: item.keySpan },
        subject: source === undefined ? { kind: 'place' } : { kind: 'source', source },
        card: source === undefined ? undefined : () => sourceCard(source, snapshot, { locator: item.locator, suffixText: item.suffixText }),
      });
    }), true),
    ...group(undefined, 'could', 'Could be cited', couldCite.length, self => couldCite.map(statement => statementNode(self, statement, context)), true),
  ];
}

/** Statements that name at least two of the entries named here (or the only one), the most of them first; at most 12. */
function suggestedStatements(keys: readonly EntryKey[], cited: readonly string[], { snapshot }: OutlineContext) {
  const wanted = new Set(keys);
  const scored = new Map(keys.flatMap(key => snapshot.statementsAbout.get(key) ?? []).map(statement =>
    [statement, new Set(statement.mentions.filter(key => wanted.has(key))).size]));
  const least = Math.min(2, wanted.size);
  const alreadyCited = new Set(cited.flatMap(citekey => statementsCiting(snapshot, citekey)));
  return [...scored].filter(([, score]) => score >= least)
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || Number(alreadyCited.has(b)) - Number(alreadyCited.has(a)))
    .slice(0, 12).map(([statement]) => statement);
}
