import * as vscode from 'vscode';
import type { OutlineNode } from '../core/views/outline.ts';
import { Disposable } from './disposable.ts';
import { toMarkdown } from './markdown.ts';

/** What a drag from a tree carries: the row's subject, as JSON of ids. See `drop.ts`. */
export const DRAG_MIME = 'application/vnd.rapporteur.subject+json';

/** The words of `viewItem` in the manifest's `when` clauses. */
function contextOf(node: OutlineNode): string {
  switch (node.subject.kind) {
    case 'entry': return node.subject.isDated ? 'entry named dated citeable' : 'entry named citeable';
    case 'statement': return 'statement citeable';
    case 'source': return 'source citeable';
    case 'group': case 'place': return node.subject.kind;
  }
}

/** Shows an outline of the core as a tree. It translates and nothing else. */
export class OutlineTree extends Disposable implements vscode.TreeDataProvider<OutlineNode>, vscode.TreeDragAndDropController<OutlineNode> {
  readonly dragMimeTypes = [DRAG_MIME, 'text/plain'];
  readonly dropMimeTypes: readonly string[] = [];
  readonly #changed = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #outline: () => readonly OutlineNode[];
  readonly #textOf: (node: OutlineNode) => string;
  #roots: readonly OutlineNode[] | undefined;

  /** @param textOf what a row puts into a draft, or the empty string for nothing */
  constructor(outline: () => readonly OutlineNode[], textOf: (node: OutlineNode) => string) {
    super();
    this.#outline = outline;
    this.#textOf = textOf;
  }

  get roots(): readonly OutlineNode[] {
    return this.#roots ??= this.#outline();
  }

  refresh(): void {
    this.#roots = undefined;
    this.#changed.fire(undefined);
  }

  getChildren(node?: OutlineNode): OutlineNode[] {
    return [...node?.children() ?? this.roots];
  }

  getParent(node: OutlineNode): OutlineNode | undefined {
    return node.parent;
  }

  getTreeItem(node: OutlineNode): vscode.TreeItem {
    const { None, Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, !node.hasChildren ? None : node.isExpanded ? Expanded : Collapsed);
    item.id = node.id;
    item.description = node.description;
    item.contextValue = contextOf(node);
    if (node.icon !== '') { item.iconPath = new vscode.ThemeIcon(node.icon); }
    item.accessibilityInformation = { label: [node.label, node.description].filter(Boolean).join(', ') };
    if (node.place !== undefined) {
      item.command = { command: 'rapporteur.openEntry', title: vscode.l10n.t('Open'), arguments: [node] };
    }
    return item;
  }

  /** Tooltips are made when asked for: a tree of hundreds of rows needs only the one under the pointer. */
  resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): vscode.TreeItem {
    const card = node.card?.();
    if (card !== undefined) { item.tooltip = toMarkdown(card); }
    return item;
  }

  handleDrag(nodes: readonly OutlineNode[], data: vscode.DataTransfer): void {
    const text = nodes.map(node => this.#textOf(node)).filter(Boolean).join('; ');
    if (text === '') { return; }
    data.set('text/plain', new vscode.DataTransferItem(text));
    data.set(DRAG_MIME, new vscode.DataTransferItem(JSON.stringify(nodes.map(node => node.id))));
  }
}
