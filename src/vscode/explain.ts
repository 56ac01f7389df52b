import * as vscode from 'vscode';
import { explainSentence } from '../core/views/explain.ts';
import type { Checks } from './checks.ts';
import { registerCommand } from './commands.ts';
import { Disposable } from './disposable.ts';
import { inform } from './inform.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';

const SCHEME = 'rapporteur-reading';
const PAUSE_MS = 200;

/** *Explain This Sentence*: a page beside the draft that tells how the sentence at the cursor is read, and follows the cursor. */
class Explanation extends Disposable implements vscode.TextDocumentContentProvider {
  readonly #services: Services;
  readonly #checks: Checks;
  readonly #changed = this.own(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #uri = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('How this sentence is read')}` });

  constructor(services: Services, checks: Checks) {
    super();
    this.#services = services;
    this.#checks = checks;
    this.own(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    const follow = this.own(runSoon(() => this.#follow(), PAUSE_MS));
    this.own(vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => { if (textEditor === services.drafts.active) { follow.schedule(); } }));
    this.own(services.drafts.onDidChangeActive(() => follow.schedule()));
    this.own(checks.onDidChange(() => follow.schedule()));
    this.own(registerCommand('rapporteur.explainSentence', services.log, () => this.#show()));
  }

  provideTextDocumentContent(): string {
    const { bibliographies, corpus, drafts } = this.#services;
    const editor = drafts.active;
    if (editor === undefined) { return vscode.l10n.t('Put the cursor into a sentence of a draft.'); }
    const { document } = editor;
    const context = { snapshot: corpus.snapshot, sources: bibliographies.of(document).sources };
    const offset = document.offsetAt(editor.selection.active);
    return explainSentence(drafts.read(document), offset, context, this.#checks.of(document), this.#checks.takenUpAt(document, offset));
  }

  #follow(): void {
    if (vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === this.#uri.toString())) { this.#changed.fire(this.#uri); }
  }

  async #show(): Promise<void> {
    if (this.#services.drafts.active === undefined) {
      inform(vscode.l10n.t('Put the cursor into a sentence of a draft.'));
      return;
    }
    this.#follow();
    const document = await vscode.workspace.openTextDocument(this.#uri);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }
}

export function registerExplanation(services: Services, checks: Checks): vscode.Disposable {
  return vscode.Disposable.from(new Explanation(services, checks));
}
