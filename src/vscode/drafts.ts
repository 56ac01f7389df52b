import * as vscode from 'vscode';
import { makeDraftContext, readDraft, type DraftContext } from '../core/draft/index.ts';
import type { DraftReading } from '../core/draft/types.ts';
import { BUNDLED_SCHEME } from './bundledFiles.ts';
import type { CorpusService } from './corpusService.ts';
import { isDraft } from './convert.ts';
import { Disposable } from './disposable.ts';

interface Reading {
  readonly version: number;
  readonly context: DraftContext;
  readonly reading: DraftReading;
}

/** The one reading of each open draft that every surface shares, made when first asked for after a change; and the draft at hand. */
export class Drafts extends Disposable {
  readonly #corpus: CorpusService;
  readonly #readings = new Map<string, Reading>();
  #context: DraftContext | undefined;
  readonly #onDidChangeActive = this.own(new vscode.EventEmitter<vscode.TextEditor | undefined>());
  readonly #onDidChange = this.own(new vscode.EventEmitter<vscode.TextDocument>());
  /** Another draft came to the front, or none is open any more. */
  readonly onDidChangeActive = this.#onDidChangeActive.event;
  /** The text of a draft, or what is known about it, has changed: what was read before is stale. */
  readonly onDidChange = this.#onDidChange.event;
  #active: vscode.TextEditor | undefined;
  #column: vscode.ViewColumn | undefined;
  /** Files that were opened to look something up: the draft at hand stays the one that is written. */
  readonly #browsed = new Set<string>();

  constructor(corpus: CorpusService) {
    super();
    this.#corpus = corpus;
    this.#set(this.#own(vscode.window.activeTextEditor) ?? this.#visible());
    this.own(corpus.onDidChange(() => {
      this.#context = undefined;
      if (this.#active !== undefined) { this.#onDidChange.fire(this.#active.document); }
    }));
    this.own(vscode.workspace.onDidChangeTextDocument(event => {
      if (!isDraft(event.document)) { return; }
      if (event.contentChanges.length > 0) { this.#work(vscode.window.activeTextEditor, event.document); }
      this.#onDidChange.fire(event.document);
    }));
    this.own(vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.#readings.delete(uri.toString());
      this.#browsed.delete(uri.toString());
    }));
    this.own(vscode.window.onDidChangeActiveTextEditor(editor => this.#activate(editor)));
    this.own(vscode.window.onDidChangeVisibleTextEditors(() => this.#keepOrLose()));
    this.own(vscode.window.tabGroups.onDidChangeTabs(({ closed }) => { if (closed.length > 0) { this.#keepOrLose(); } }));
    this.own(vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      const { Mouse, Keyboard } = vscode.TextEditorSelectionChangeKind;
      if (kind === Mouse || kind === Keyboard) { this.#work(textEditor, textEditor.document); }
    }));
  }

  /**
   * The editor of the draft that is being written; it stays while the writer is in the sidebar, in the timeline, or reads an
   * entry that hides it. To change the draft ask for `show`.
   */
  get active(): vscode.TextEditor | undefined {
    return this.#active;
  }

  /** The column of the draft at hand, or of the last one. */
  get column(): vscode.ViewColumn {
    return this.#column ?? vscode.ViewColumn.One;
  }

  /** Brings the draft at hand to the front, with its cursor. `undefined` when there is none. */
  async show(): Promise<vscode.TextEditor | undefined> {
    const active = this.#active;
    if (active === undefined) { return undefined; }
    return this.#visible(active.document)
      ?? vscode.window.showTextDocument(active.document, { viewColumn: this.column, selection: active.selection });
  }

  /**
   * Says that a file is about to be opened to look something up in it. It becomes a draft when the writer works in it. The
   * draft at hand gets a tab that stays.
   */
  async browse(uri: vscode.Uri): Promise<void> {
    const document = this.#active?.document;
    if (uri.toString() === document?.uri.toString()) { return; }
    this.#browsed.add(uri.toString());
    const viewColumn = this.#column;
    if (document !== undefined && viewColumn !== undefined && tabsOf(document.uri).some(tab => tab.isPreview && tab.group.viewColumn === viewColumn)) {
      await vscode.window.showTextDocument(document, { viewColumn, preview: false, preserveFocus: true });
    }
  }

  read(document: vscode.TextDocument): DraftReading {
    const id = document.uri.toString();
    const context = this.#context ??= makeDraftContext(this.#corpus.snapshot);
    const known = this.#readings.get(id);
    if (known?.version === document.version && known.context === context) { return known.reading; }
    const reading = readDraft(document.getText(), context, known?.reading);
    this.#readings.set(id, { version: document.version, context, reading });
    return reading;
  }

  /** The editor if what it shows is the writer's own: what comes with the extension cannot be written. */
  #own(editor: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
    return editor !== undefined && isDraft(editor.document) && editor.document.uri.scheme !== BUNDLED_SCHEME ? editor : undefined;
  }

  /** An editor in sight that shows the document, or any draft that is not only being looked at. */
  #visible(document?: vscode.TextDocument): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(editor => this.#own(editor) !== undefined
      && (document === undefined ? !this.#isBrowsed(editor.document) : editor.document === document));
  }

  #isBrowsed({ uri }: vscode.TextDocument): boolean {
    return uri.scheme === BUNDLED_SCHEME || this.#browsed.has(uri.toString());
  }

  #activate(editor: vscode.TextEditor | undefined): void {
    const draft = this.#own(editor);
    // A click into the sidebar, an output panel or a webview is not a change of draft.
    if (draft === undefined || this.#isBrowsed(draft.document)) { this.#keepOrLose(); } else { this.#set(draft); }
  }

  /** The writer has clicked or typed there. */
  #work(editor: vscode.TextEditor | undefined, document: vscode.TextDocument): void {
    const draft = this.#own(editor);
    if (draft?.document !== document || !this.#browsed.delete(document.uri.toString())) { return; }
    this.#set(draft);
  }

  #keepOrLose(): void {
    const active = this.#active;
    if (active === undefined) { return; }
    const shown = this.#visible(active.document);
    if (shown !== undefined) { this.#set(vscode.window.activeTextEditor?.document === active.document ? vscode.window.activeTextEditor : shown); return; }
    const inSight = vscode.window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
    // While one editor takes the place of another there may be none in sight.
    const isHiddenByBrowsing = inSight.length === 0 || inSight.some(({ document }) => this.#isBrowsed(document));
    if (!isHiddenByBrowsing || tabsOf(active.document.uri).length === 0) { this.#set(this.#visible()); }
  }

  #set(editor: vscode.TextEditor | undefined): void {
    const before = this.#active;
    this.#active = editor;
    this.#column = editor?.viewColumn ?? this.#column;
    if (before?.document !== editor?.document) { this.#onDidChangeActive.fire(editor); }
  }
}

function tabsOf(uri: vscode.Uri): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}
