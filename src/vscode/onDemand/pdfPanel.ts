import * as vscode from 'vscode';
import { parseFromPdf, type FromPdf, type PdfRefusal, type ToPdf } from '../../core/library/pdfProtocol.ts';
import type { WordsOnPage } from '../../core/library/wordsByPage.ts';
import { Disposable } from '../disposable.ts';
import { inform } from '../inform.ts';
import { nameOf } from '../library/libraryService.ts';
import type { PassageTarget } from '../library/openPassage.ts';
import type { Services } from '../services.ts';
import { openText } from './openText.ts';
import { webviewHtml } from './webviewHtml.ts';

/** Larger files are not handed to a page. */
const MAX_MB = 50;

/** The PDFs that are open at a passage, one tab for each file. */
export class PdfPanels extends Disposable {
  readonly #services: Services;
  readonly #panels = new Map<string, PdfPanel>();

  constructor(services: Services) {
    super();
    this.#services = services;
    this.own({ dispose: () => { for (const panel of [...this.#panels.values()]) { panel.close(); } } });
  }

  /** Shows the page that the words are printed on; where the file cannot be shown, the text that was read from it, and says why. */
  async show(target: PassageTarget): Promise<void> {
    const { library } = this.#services;
    const uri = vscode.Uri.parse(target.source, true);
    const [client, stat] = await Promise.all([library.open(), vscode.workspace.fs.stat(uri).then(found => found, () => undefined)]);
    const words = await client.call('wordsByPage', { key: target.source, selector: target });
    if (stat === undefined) { inform(vscode.l10n.t('{0} is not there any more: this is its text as it was read.', nameOf(uri))); }
    else if (stat.size > MAX_MB * 1e6) { inform(vscode.l10n.t('{0} has more than {1} MB: this is its text as it was read.', nameOf(uri), MAX_MB)); }
    else if (words.length > 0) {
      let panel = this.#panels.get(target.source);
      if (panel === undefined) {
        panel = new PdfPanel(uri, this.#services, () => { this.#panels.delete(target.source); });
        this.#panels.set(target.source, panel);
      }
      panel.show(target, words, stat.mtime);
      return;
    }
    await openText(target, library);
  }
}

/** A tab with a PDF. The file is read by its page alone; here it is only handed over. */
class PdfPanel extends Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #uri: vscode.Uri;
  readonly #services: Services;
  #shown: { readonly target: PassageTarget; readonly words: readonly WordsOnPage[]; readonly turn: number; readonly modified: number } | undefined;
  #isReady = false;

  constructor(uri: vscode.Uri, services: Services, onDispose: () => void) {
    super();
    this.#uri = uri;
    this.#services = services;
    const { extensionUri, log } = services;
    const panel = vscode.window.createWebviewPanel('rapporteur.pdf', nameOf(uri), vscode.ViewColumn.Active, {
      enableScripts: true, enableCommandUris: false, localResourceRoots: ['dist', 'media'].map(folder => vscode.Uri.joinPath(extensionUri, folder)),
    });
    this.#panel = panel;
    this.own(panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = parseFromPdf(raw);
      if (message === undefined) { log.warn('The page of a PDF sent a message that is not one of ours.'); } else { void this.#answer(message).catch((error: unknown) => { log.error(`pdf: ${message.type}`, error); }); }
    }));
    // A page that is hidden is thrown away; it says `ready` again when it is shown.
    this.own(panel.onDidChangeViewState(() => { this.#isReady &&= panel.visible; }));
    this.own(panel.onDidDispose(() => {
      this.dispose();
      onDispose();
    }));
    panel.webview.html = webviewHtml(panel.webview, extensionUri, { name: 'pdf', title: nameOf(uri), scripts: "'wasm-unsafe-eval'", policy: dist => `connect-src ${dist}; worker-src blob:` });
  }

  close(): void { this.#panel.dispose(); }

  show(target: PassageTarget, words: readonly WordsOnPage[], modified: number): void {
    const isSameFile = this.#shown?.modified === modified;
    this.#shown = { target, words, modified, turn: (this.#shown?.turn ?? 0) + 1 };
    this.#panel.reveal();
    if (this.#isReady) { if (isSameFile) { this.#post({ type: 'show', place: this.#shown }); } else { void this.#open(); } }
  }

  #post(message: ToPdf): void {
    void this.#panel.webview.postMessage(message);
  }

  async #open(): Promise<void> {
    const bytes = await vscode.workspace.fs.readFile(this.#uri).then(read => new Uint8Array(read), () => undefined);
    if (bytes === undefined) { await this.#giveUp(vscode.l10n.t('{0} is not there any more: this is its text as it was read.', nameOf(this.#uri))); }
    else if (this.#shown !== undefined && this.#isReady) { this.#post({ type: 'open', bytes, place: this.#shown }); }
  }

  async #answer(message: FromPdf): Promise<void> {
    const { library } = this.#services;
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        await this.#open();
        return;
      case 'refused': await this.#giveUp(refusal(message.reason, nameOf(this.#uri))); return;
      case 'missing':
        // Of a file that is as it was, the page says it, and stays.
        if (!await library.isAsItWas(this.#uri)) { await this.#giveUp(vscode.l10n.t('{0} has changed since it was imported, and the words are not on its pages: this is its text as it was read.', nameOf(this.#uri))); }
        return;
      case 'showText': await this.#showText(); return;
      default: message satisfies never;
    }
  }

  async #giveUp(sentence: string): Promise<void> {
    inform(sentence);
    await this.#showText();
    this.close();
  }

  async #showText(): Promise<void> {
    const { library } = this.#services;
    if (this.#shown !== undefined) { await openText(this.#shown.target, library, this.#panel.viewColumn); }
  }
}

function refusal(reason: PdfRefusal, name: string): string {
  switch (reason) {
    case 'encrypted': return vscode.l10n.t('{0} is locked with a password: this is its text as it was read.', name);
    case 'damaged': return vscode.l10n.t('{0} is damaged: this is its text as it was read.', name);
    case 'too-long': return vscode.l10n.t('{0} takes too long to show: this is its text as it was read.', name);
  }
}
