import * as vscode from 'vscode';
import { formatDate } from '../../core/dates/format.ts';
import { parseEdtf } from '../../core/dates/edtf.ts';
import { t } from '../../core/l10n.ts';
import { likenessesOf, type Likeness } from '../../core/proposals/duplicates.ts';
import { PROPOSAL_KINDS, type Proposal } from '../../core/proposals/types.ts';
import { ACTOR_WORDS, EVENT_WORDS } from '../../core/views/words.ts';
import type { CorpusService } from '../corpusService.ts';
import { Disposable } from '../disposable.ts';
import { plainText } from '../markdown.ts';
import type { Proposals } from './proposals.ts';

/** A text or a table with what it proposes, or one proposal. */
export type ProposalNode = { readonly kind: 'source'; readonly source: string; readonly title: string } | { readonly kind: 'proposal'; readonly proposal: Proposal };

const ICONS: Readonly<Record<Exclude<Proposal['kind'], 'actor'>, string>> = { event: 'calendar', date: 'history', office: 'briefcase', statement: 'comment' };

/** The view Proposals: they stand under the text or table that they come from, events first; each says what it may be. */
export class ProposalTree extends Disposable implements vscode.TreeDataProvider<ProposalNode> {
  readonly #changed = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly view: vscode.TreeView<ProposalNode>;
  readonly #proposals: Pick<Proposals, 'open' | 'onDidChange'>;
  readonly #corpus: Pick<CorpusService, 'snapshot' | 'onDidChange'>;
  #nodes: ReadonlyMap<string, readonly ProposalNode[]> | undefined;
  #sources: readonly ProposalNode[] = [];

  constructor(proposals: Pick<Proposals, 'open' | 'onDidChange'>, corpus: Pick<CorpusService, 'snapshot' | 'onDidChange'>) {
    super();
    this.#proposals = proposals;
    this.#corpus = corpus;
    const refresh = () => { this.#nodes = undefined; this.#changed.fire(undefined); };
    this.own(proposals.onDidChange(refresh));
    this.own(corpus.onDidChange(refresh));
    this.view = this.own(vscode.window.createTreeView('rapporteur.proposals', { treeDataProvider: this, canSelectMany: true, showCollapseAll: true }));
  }

  /** Shows the view, at its first row. */
  async show(): Promise<void> {
    await vscode.commands.executeCommand('rapporteur.proposals.focus');
  }

  getChildren(node?: ProposalNode): ProposalNode[] {
    if (node === undefined) { this.#grouped(); return [...this.#sources]; }
    return node.kind === 'source' ? [...this.#grouped().get(node.source) ?? []] : [];
  }

  getParent(node: ProposalNode): ProposalNode | undefined {
    this.#grouped();
    return node.kind === 'source' ? undefined : this.#sources.find(one => one.kind === 'source' && one.source === node.proposal.from.source);
  }

  getTreeItem(node: ProposalNode): vscode.TreeItem {
    if (node.kind === 'source') {
      const item = new vscode.TreeItem(node.title, vscode.TreeItemCollapsibleState.Expanded);
      item.id = node.source;
      item.description = String(this.#grouped().get(node.source)?.length ?? 0);
      const isTable = /\.[ct]sv$/i.test(node.title);
      item.iconPath = new vscode.ThemeIcon(isTable ? 'table' : 'book');
      item.accessibilityInformation = { label: [node.title, isTable ? vscode.l10n.t('table') : vscode.l10n.t('text'), item.description].join(', ') };
      item.contextValue = 'source';
      return item;
    }
    const { proposal } = node;
    const likenesses = this.likenesses(proposal);
    const item = new vscode.TreeItem(proposal.name, vscode.TreeItemCollapsibleState.None);
    item.id = proposal.id;
    item.description = [descriptionOf(proposal), likenessWords(proposal, likenesses)].filter(Boolean).join(' · ');
    item.iconPath = new vscode.ThemeIcon(proposal.kind === 'actor' ? ACTOR_WORDS[proposal.type].icon : ICONS[proposal.kind]);
    item.contextValue = likenesses.length > 0 && proposal.kind !== 'date' && proposal.kind !== 'statement' ? 'proposal like' : 'proposal';
    item.accessibilityInformation = { label: [proposal.name, kindWords(proposal), item.description].filter(Boolean).join(', ') };
    item.command = { command: 'rapporteur.openProposal', title: vscode.l10n.t('Open'), arguments: [node] };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: ProposalNode): vscode.TreeItem {
    if (node.kind === 'proposal') {
      const { passage, citekey, suffixText } = node.proposal.from;
      item.tooltip = new vscode.MarkdownString(`${plainText(passage.slice(0, 800))}\n\n*${plainText([citekey === '' ? vscode.l10n.t('no work named yet') : `@${citekey}`, suffixText].filter(Boolean).join(', '))}*`);
    }
    return item;
  }

  /** What a proposal may be in the corpora as they are now. */
  likenesses(proposal: Proposal): readonly Likeness[] {
    return likenessesOf(proposal, this.#corpus.snapshot);
  }

  /** The row to go to when these are gone: the next that stays, else the one before. */
  neighbourOf(ids: ReadonlySet<string>): ProposalNode | undefined {
    const all = [...this.#grouped().values()].flat();
    const at = all.findIndex(node => node.kind === 'proposal' && ids.has(node.proposal.id));
    const stays = (node: ProposalNode) => node.kind === 'proposal' && !ids.has(node.proposal.id);
    return at === -1 ? undefined : all.slice(at).find(stays) ?? all.slice(0, at).findLast(stays);
  }

  /** The row of a proposal as it is now. */
  nodeOf(id: string): ProposalNode | undefined {
    return [...this.#grouped().values()].flat().find(node => node.kind === 'proposal' && node.proposal.id === id);
  }

  #grouped(): ReadonlyMap<string, readonly ProposalNode[]> {
    if (this.#nodes === undefined) {
      const open = this.#proposals.open.toSorted((a, b) => PROPOSAL_KINDS.indexOf(a.kind) - PROPOSAL_KINDS.indexOf(b.kind));
      this.#nodes = Map.groupBy(open.map((proposal): ProposalNode => ({ kind: 'proposal', proposal })), node => node.kind === 'proposal' ? node.proposal.from.source : '');
      this.#sources = [...new Map(open.map(({ from }) => [from.source, { kind: 'source' as const, source: from.source, title: from.title }])).values()];
    }
    return this.#nodes;
  }
}

/** What only the icon would tell: the description of the others begins with it. */
function kindWords({ kind }: Proposal): string {
  switch (kind) {
    case 'office': return vscode.l10n.t('office');
    case 'statement': return vscode.l10n.t('statement');
    case 'event': case 'actor': case 'date': return '';
  }
}

function descriptionOf(proposal: Proposal): string {
  const when = (edtf: string | undefined) => { const date = edtf === undefined ? undefined : parseEdtf(edtf); return date === undefined ? edtf ?? '' : formatDate(date); };
  switch (proposal.kind) {
    case 'event': return [t(EVENT_WORDS[proposal.eventKind].one), when(proposal.edtf), proposal.place].filter(Boolean).join(' · ');
    case 'actor': return t(ACTOR_WORDS[proposal.type].one);
    case 'office': return vscode.l10n.t('{0}, {1}', proposal.role, proposal.organization);
    case 'date': return vscode.l10n.t('date: {0}', when(proposal.edtf));
    case 'statement': return proposal.from.passage;
  }
}

function likenessWords({ kind }: Proposal, [first]: readonly Likeness[]): string {
  if (first === undefined || kind === 'date' || kind === 'statement') { return ''; }
  return first.certainty === 'same' ? vscode.l10n.t('in the corpus: {0}', first.name) : vscode.l10n.t('perhaps {0}', first.name);
}
