import * as vscode from 'vscode';
import { placeOfPassage } from '../../core/library/corpusTexts.ts';
import { excerptLine, resultGroups } from '../../core/library/results.ts';
import { NOTHING_FOUND, type Hit, type SearchResult, type Shelf } from '../../core/library/types.ts';
import type { CitationArgument } from '../commands.ts';
import { Disposable } from '../disposable.ts';
import { plainText } from '../markdown.ts';
import { DRAG_MIME } from '../tree.ts';

/** A passage that was found; what it cites is what *Insert Citation* and a drag into a draft put in. */
export interface HitNode extends Partial<CitationArgument> {
  readonly kind: 'hit';
  readonly hit: Hit;
}
export type ResultNode = HitNode | { readonly kind: 'group'; readonly shelf: Shelf; readonly hits: readonly HitNode[] };

export const SHELF_ICONS: Readonly<Record<Shelf, string>> = { entries: 'person', statements: 'comment', drafts: 'edit', sources: 'book' };
/** As much of a passage as a row of a wide side bar shows. */
const ROW_LENGTH = 140;

export function hitFrom(target: unknown): HitNode | undefined {
  return typeof target === 'object' && target !== null && 'kind' in target && target.kind === 'hit' && 'hit' in target ? target as HitNode : undefined;
}

/** Where a hit stands: `@khan2022 · sec. 2.5 · page 7`. */
export function placeOfHit(hit: Hit): string {
  const title = hit.citekey === '' || hit.shelf !== 'sources' ? hit.title : `@${hit.citekey}`;
  return [title, ...placeInText(hit)].filter(Boolean).join(' · ');
}

/** Section, note and page, each once. */
export function placeInText(hit: Hit): string[] {
  const place = placeOfPassage({ ...hit, page: '' });
  return [place, hit.page === '' ? '' : vscode.l10n.t('page {0}', hit.page)].filter(Boolean);
}

/** What a search found, under the kinds of text it stands in. */
export class ResultsTree extends Disposable implements vscode.TreeDataProvider<ResultNode>, vscode.TreeDragAndDropController<ResultNode> {
  readonly dragMimeTypes = [DRAG_MIME, 'text/plain'];
  readonly dropMimeTypes: readonly string[] = [];
  readonly #changed = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #citationOf: (hit: Hit) => CitationArgument | undefined;
  #groups: readonly Extract<ResultNode, { kind: 'group' }>[] = [];

  constructor(citationOf: (hit: Hit) => CitationArgument | undefined) {
    super();
    this.#citationOf = citationOf;
  }

  /** @returns the rows of what was found, in their order */
  show(result: SearchResult = NOTHING_FOUND): readonly HitNode[] {
    this.#groups = resultGroups(result).map(({ shelf, hits }) => ({ kind: 'group', shelf, hits: hits.map((hit): HitNode => ({ kind: 'hit', hit, ...this.#citationOf(hit) })) }));
    this.#changed.fire(undefined);
    return this.#groups.flatMap(group => group.hits);
  }

  getChildren(node?: ResultNode): ResultNode[] {
    return node === undefined ? [...this.#groups] : node.kind === 'group' ? [...node.hits] : [];
  }

  getParent(node: ResultNode): ResultNode | undefined {
    return node.kind === 'group' ? undefined : this.#groups.find(group => group.hits.includes(node));
  }

  getTreeItem(node: ResultNode): vscode.TreeItem {
    return node.kind === 'group' ? groupItem(node.shelf, node.hits.length) : hitItem(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: ResultNode): vscode.TreeItem {
    if (node.kind === 'hit') { item.tooltip = new vscode.MarkdownString(`${markedText(node.hit)}\n\n*${plainText(placeOfHit(node.hit))}*`); }
    return item;
  }

  handleDrag(nodes: readonly ResultNode[], data: vscode.DataTransfer): void {
    const dragged = nodes.flatMap(node => node.kind === 'hit' && node.citekey !== undefined ? [{ citekey: node.citekey, suffixText: node.suffixText ?? '' }] : []);
    if (dragged.length > 0) { data.set(DRAG_MIME, new vscode.DataTransferItem(JSON.stringify(dragged))); }
    data.set('text/plain', new vscode.DataTransferItem(nodes.flatMap(node => node.kind === 'hit' ? [node.hit.text] : []).join('\n\n')));
  }
}

function groupItem(shelf: Shelf, count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(shelfName(shelf), vscode.TreeItemCollapsibleState.Expanded);
  item.id = shelf;
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon(SHELF_ICONS[shelf]);
  item.contextValue = 'shelf';
  item.accessibilityInformation = { label: `${shelfName(shelf)}, ${count}` };
  return item;
}

export function shelfName(shelf: Shelf): string {
  switch (shelf) {
    case 'entries': return vscode.l10n.t('Entries');
    case 'statements': return vscode.l10n.t('Statements');
    case 'sources': return vscode.l10n.t('Passages');
    case 'drafts': return vscode.l10n.t('Drafts');
  }
}

function hitItem(node: HitNode): vscode.TreeItem {
  const { text, highlights } = excerptLine(node.hit, ROW_LENGTH);
  const item = new vscode.TreeItem({ label: text, highlights: highlights.map(({ start, end }) => [start, end]) }, vscode.TreeItemCollapsibleState.None);
  item.id = `${node.hit.shelf} ${node.hit.id}`;
  item.description = placeOfHit(node.hit);
  item.contextValue = ['result', node.citekey === undefined ? '' : 'citeable'].filter(Boolean).join(' ');
  item.accessibilityInformation = { label: `${text}, ${item.description}` };
  item.command = { command: 'rapporteur.openResult', title: vscode.l10n.t('Open'), arguments: [node] };
  return item;
}

/** The whole passage, with what was looked for in bold. */
function markedText({ text, highlights }: Hit): string {
  let at = 0;
  const parts = highlights.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [plainText(before), `**${plainText(text.slice(start, end))}**`];
  });
  return [...parts, plainText(text.slice(at))].join('');
}
