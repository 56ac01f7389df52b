import type { EntryKey } from '../corpus/types.ts';
import type { Finding, RuleCode } from '../checks/types.ts';
import { supportFor } from '../draft/support.ts';
import type { Block, Sentence } from '../draft/types.ts';
import { formatDate } from '../dates/format.ts';
import { t } from '../l10n.ts';
import type { Span } from '../text.ts';
import { sourceCard, dateCard } from './cards.ts';
import { entryNode, type OutlineContext } from './entryNodes.ts';
import { authorityOf, withDetail } from './words.ts';
import { statementNode } from './statementNodes.ts';
import { group, node, type OutlineNode } from './outline.ts';

/** Rules that ask for a source; what they find is what is uncited. */
const CITING: ReadonlySet<RuleCode> = new Set(['uncited-claim', 'quotation-without-locator']);
const SEVERITY_ICONS: Readonly<Record<Finding['severity'], string>> = { error: 'error', warning: 'warning', information: 'info', hint: 'lightbulb' };
/** In characters, of a row. */
const LONGEST = 80;

/** The view *In This Paragraph*: who and what the block at the cursor speaks of, what of it does not hold, what it cites and what not, and what it could cite. */
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
  const couldCite = supportOf(block.sentences, context);
  const own = (draft.findings ?? []).filter(({ span }) => span.start < block.end && block.start < span.end);
  const [uncited, wrong] = [own.filter(({ rule }) => CITING.has(rule)), own.filter(({ rule }) => !CITING.has(rule))];
  return [
    ...group(undefined, 'named', t('Named here'), named.length, self => named.map(entry => entryNode(self, entry, context)), true),
    ...group(undefined, 'ambiguous', t('Could be several'), ambiguous.length, self => ambiguous.map((mention, index) => node(self, {
      id: `${index}:${mention.text}`, label: mention.text, icon: 'question', description: t('{0} readings', mention.keys.length),
      place: { uri: draft.uri, span: mention }, subject: { kind: 'place' },
      children: list => mention.keys.flatMap(key => snapshot.entries.get(key) ?? []).map(entry => entryNode(list, entry, context)),
    })), true),
    ...group(undefined, 'findings', t('Does not hold'), wrong.length, self => wrong.map((finding, index) => findingNode(self, index, finding, context, finding.message)), true),
    ...group(undefined, 'uncited', t('Uncited'), uncited.length, self => uncited.map((finding, index) => findingNode(self, index, finding, context, words(draft.reading.text, finding.span), list => {
      const sentence = block.sentences.find(({ start, end }) => start <= finding.span.start && finding.span.start < end);
      return sentence === undefined ? [] : supportOf([sentence], context).map(statement => statementNode(list, statement, context));
    })), true),
    ...group(undefined, 'dates', t('Dates'), dates.length, self => dates.map((mention, index) => node(self, {
      id: `${index}:${mention.text}`, label: mention.text.replace(/\s+/g, ' '), icon: 'calendar', subject: { kind: 'place' },
      description: mention.date === undefined ? t('cannot be told') : mention.reading === 'relative' ? formatDate(mention.date) : '',
      place: { uri: draft.uri, span: mention },
      card: mention.date === undefined ? undefined : () => dateCard(mention.date!, mention.text, snapshot) ?? { title: mention.text, subtitle: formatDate(mention.date!), summary: '', facts: [t('Nothing is recorded for this date.')], claims: [], actions: [] },
    })), true),
    ...group(undefined, 'cited', t('Cited here'), items.length, self => items.map((item, index) => {
      const source = sources.get(item.citekey);
      return node(self, {
        id: `${index}:${item.citekey}`, label: `@${item.citekey}`, description: source === undefined ? t('not found') : item.suffixText,
        icon: source === undefined ? 'warning' : 'quote', place: { uri: draft.uri, span: item.keySpan },
        subject: source === undefined ? { kind: 'place' } : { kind: 'source', source },
        card: source === undefined ? undefined : () => sourceCard(source, snapshot, { locator: item.locator, suffixText: item.suffixText }),
      });
    }), true),
    ...group(undefined, 'could', t('Could be cited'), couldCite.length, self => couldCite.map(statement => statementNode(self, statement, context)), true),
  ];
}

/** Something that does not hold; its evidence stands in its card. */
function findingNode(parent: OutlineNode, index: number, { rule, severity, span, message, evidence }: Finding, { draft, snapshot }: OutlineContext, label: string, children?: (self: OutlineNode) => readonly OutlineNode[]): OutlineNode {
  return node(parent, {
    id: `${index}:${rule}`, label, icon: SEVERITY_ICONS[severity], description: rule, subject: { kind: 'place' }, place: { uri: draft!.uri, span },
    card: () => ({ title: message, subtitle: rule, summary: '', facts: evidence.map(({ text, citations }) => withDetail(text, authorityOf(citations, snapshot))), claims: [], actions: [] }),
    children,
  });
}

function words(text: string, { start, end }: Span): string {
  const line = text.slice(start, end).replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** What sentences could rest on, the best first. Where nobody is named, nobody looks through all statements while the cursor passes by. */
function supportOf(sentences: readonly Sentence[], { draft, snapshot }: OutlineContext) {
  return !sentences.some(({ mentions }) => mentions.some(({ keys }) => keys.length === 1)) ? [] : supportFor(sentences, draft!.reading.text, snapshot, MOST).map(({ statement }) => statement);
}
const MOST = 12;
