import * as vscode from 'vscode';
import { citekeyText } from '../core/citations/insert.ts';
import { datesIn } from '../core/dates/format.ts';
import type { OutlineNode } from '../core/views/outline.ts';
import { spokenRow } from '../core/views/spoken.ts';
import type { CitationArgument } from './commands.ts';
import { Disposable } from './disposable.ts';
import { toMarkdown } from './markdown.ts';

/** What a drag from a tree carries: what the rows put into a draft, as JSON of `Dragged[]`. See `drop.ts`. */
export const DRAG_MIME = 'application/vnd.rapporteur.subject+json';

/** A name, or a citation that goes where citations go. */
export type Dragged = { readonly name: string } | CitationArgument;

/** What an outline needs from its view. */
export interface OutlineSource {
  /** Resolves when the outline can be made: until then the view shows that it is loading. */
  readonly whenReady: () => Promise<unknown>;
  readonly roots: () => readonly OutlineNode[];
  /** The language of the dates in it, a BCP 47 tag. */
  readonly language: () => string;
  /** What a row puts into a draft; `undefined` for nothing. */
  readonly draggedOf: (node: OutlineNode) => Dragged | undefined;
  /** What becomes of files that are dropped on a row, or beside the rows; a view without it takes none. */
  readonly onFiles?: ((files: readonly vscode.Uri[], node: OutlineNode | undefined) => void) | undefined;
}

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
  readonly dropMimeTypes: readonly string[];
  readonly #changed = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #source: OutlineSource;
  #roots: readonly OutlineNode[] | undefined;

  constructor(source: OutlineSource) {
    super();
    this.#source = source;
    this.dropMimeTypes = source.onFiles === undefined ? [] : FILE_MIMES;
  }

  get roots(): readonly OutlineNode[] {
    return this.#roots ??= this.#written(() => this.#source.roots());
  }

  #written<T>(make: () => T): T {
    return datesIn(this.#source.language(), make);
  }

  refresh(): void {
    this.#roots = undefined;
    this.#changed.fire(undefined);
  }

  async getChildren(node?: OutlineNode): Promise<OutlineNode[]> {
    await this.#source.whenReady();
    return [...node === undefined ? this.roots : this.#written(() => node.children())];
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
    item.accessibilityInformation = { label: spokenRow(node) };
    if (node.place !== undefined) {
      item.command = { command: 'rapporteur.openEntry', title: vscode.l10n.t('Open'), arguments: [node] };
    }
    return item;
  }

  /** Tooltips are made when asked for: a tree of hundreds of rows needs only the one under the pointer. */
  resolveTreeItem(item: vscode.TreeItem, node: OutlineNode): vscode.TreeItem {
    const card = this.#written(() => node.card?.());
    if (card !== undefined) { item.tooltip = toMarkdown(card); }
    return item;
  }

  handleDrag(nodes: readonly OutlineNode[], data: vscode.DataTransfer): void {
    const dragged = nodes.flatMap(node => this.#source.draggedOf(node) ?? []);
    if (dragged.length === 0) { return; }
    data.set('text/plain', new vscode.DataTransferItem(dragged.map(textOf).join('; ')));
    data.set(DRAG_MIME, new vscode.DataTransferItem(JSON.stringify(dragged)));
  }

  async handleDrop(node: OutlineNode | undefined, data: vscode.DataTransfer, token: vscode.CancellationToken): Promise<void> {
    // Rows that are dragged within a view carry no files.
    if (data.get(DRAG_MIME) !== undefined) { return; }
    const files = await filesIn(data);
    if (!token.isCancellationRequested && files.length > 0) { this.#source.onFiles?.(files, node); }
  }
}

/** Files from the explorer and from other programs; `files` alone lets those in that the editor does not know. https://code.visualstudio.com/api/references/vscode-api#TreeDragAndDropController */
const FILE_MIMES = ['text/uri-list', 'files'];

/** The files that a drag carries. */
async function filesIn(data: vscode.DataTransfer): Promise<vscode.Uri[]> {
  const listed = (await data.get('text/uri-list')?.asString() ?? '').split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#'));
  const found = new Map<string, vscode.Uri>();
  for (const line of listed) {
    try { const uri = vscode.Uri.parse(line, true); found.set(uri.toString(), uri); } catch { /* no address */ }
  }
  for (const [, item] of data) { const uri = item.asFile()?.uri; if (uri !== undefined) { found.set(uri.toString(), uri); } }
  return [...found.values()];
}

/** As text, for whatever is not a draft. */
function textOf(dragged: Dragged): string {
  return 'name' in dragged ? dragged.name : `[${[citekeyText(dragged.citekey), dragged.suffixText ?? ''].filter(Boolean).join(', ')}]`;
}
