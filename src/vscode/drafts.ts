import * as vscode from 'vscode';
import { makeDraftContext, readDraft, type DraftContext } from '../core/draft/index.ts';
import type { DraftReading } from '../core/draft/types.ts';
import type { CorpusService } from './corpusService.ts';
import { isDraft } from './convert.ts';
import { Disposable } from './disposable.ts';

interface Reading {
  readonly version: number;
  readonly context: DraftContext;
  readonly reading: DraftReading;
}

/** The one reading of each open draft that every surface shares, made when first asked for after a change. */
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

  constructor(corpus: CorpusService) {
    super();
    this.#corpus = corpus;
    this.#active = draftEditor(vscode.window.activeTextEditor) ?? vscode.window.visibleTextEditors.find(editor => draftEditor(editor) !== undefined);
    this.own(corpus.onDidChange(() => {
      this.#context = undefined;
      if (this.#active !== undefined) { this.#onDidChange.fire(this.#active.document); }
    }));
    this.own(vscode.workspace.onDidChangeTextDocument(event => { if (isDraft(event.document)) { this.#onDidChange.fire(event.document); } }));
    this.own(vscode.workspace.onDidCloseTextDocument(document => { this.#readings.delete(document.uri.toString()); }));
    this.own(vscode.window.onDidChangeActiveTextEditor(editor => this.#activate(editor)));
    this.own(vscode.window.onDidChangeVisibleTextEditors(editors => {
      if (this.#active !== undefined && !editors.includes(this.#active)) { this.#activate(editors.find(editor => draftEditor(editor) !== undefined)); }
    }));
  }

  /** The draft editor that was last in front; it stays while the writer is in the sidebar or the timeline. */
  get active(): vscode.TextEditor | undefined {
    return this.#active;
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

  #activate(editor: vscode.TextEditor | undefined): void {
    const draft = draftEditor(editor);
    // A click into the sidebar, an output panel or a webview is not a change of draft.
    if (draft === this.#active || (draft === undefined && this.#active !== undefined && vscode.window.visibleTextEditors.includes(this.#active))) { return; }
    this.#active = draft;
    this.#onDidChangeActive.fire(draft);
  }
}

function draftEditor(editor: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
  return editor !== undefined && isDraft(editor.document) ? editor : undefined;
}
