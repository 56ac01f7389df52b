import * as vscode from 'vscode';
import { bundledStyle, DEFAULT_STYLE, isNoteStyle, styleTrouble, type StyleName } from '../core/citations/styleFile.ts';
import type { Span } from '../core/text.ts';
import { isDraft, rangeInText } from './convert.ts';
import { Disposable } from './disposable.ts';
import { namedFiles, readFirst } from './namedFile.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';

export interface CitationStyle {
  /** The text of the .csl file. */
  readonly csl: string;
  readonly isNote: boolean;
  /** Why the style that is named is not the one that is used, in one sentence. */
  readonly problem?: string;
}

const MAX_STYLE = 2_000_000;

/** The style that a draft is set in: named in its front matter, else in the settings, else pandoc's own. */
export class CitationStyles {
  readonly #extensionUri: vscode.Uri;
  readonly #bibliographies: Services['bibliographies'];
  readonly #bundled = new Map<StyleName, Promise<string>>();

  constructor(extensionUri: vscode.Uri, bibliographies: Services['bibliographies']) {
    this.#extensionUri = extensionUri;
    this.#bibliographies = bibliographies;
  }

  async of(document: vscode.TextDocument): Promise<CitationStyle> {
    const named = this.named(document);
    const bundled = bundledStyle(named.name);
    // A file beside the draft counts before one that comes along under the same name.
    const own = /\.csl$/i.test(named.name) && !/^https?:/.test(named.name) ? await readFirst(namedFiles(named.name, document), MAX_STYLE) : undefined;
    if (bundled !== undefined && own === undefined) { return this.#use(bundled); }
    const file = own ?? await readFirst(namedFiles(named.name, document), MAX_STYLE);
    if (file === undefined) {
      return this.#use(DEFAULT_STYLE, vscode.l10n.t('The style {0} is not there, or may not be read; citations are set in Chicago author-date. A .csl file beside the draft, or one of chicago-notes, chicago-author-date, apa, mla and un-editorial would be right.', named.name));
    }
    const csl = new TextDecoder().decode(file.bytes);
    switch (styleTrouble(csl)) {
      case undefined: return { csl, isNote: isNoteStyle(csl) };
      case 'doctype': case 'no-style': return this.#use(DEFAULT_STYLE, vscode.l10n.t('{0} is not a CSL style; citations are set in Chicago author-date.', named.name));
      case 'dependent': {
        const parent = bundledStyle(/<link\b[^>]*href="([^"]+)"[^>]*rel="independent-parent"/.exec(csl)?.[1] ?? '');
        return parent === undefined ? this.#use(DEFAULT_STYLE, vscode.l10n.t('The style {0} only points to another one, which is not here; citations are set in Chicago author-date. Name that other style instead.', named.name)) : this.#use(parent);
      }
    }
  }

  /** What is named, and where in the draft. */
  named(document: vscode.TextDocument): { readonly name: string; readonly span: Span | undefined } {
    const csl = this.#bibliographies.of(document).matter.csl;
    if (csl !== undefined) { return { name: csl.path, span: document.getText().slice(csl.start, csl.end).includes(csl.path) ? csl : undefined }; }
    const setting = vscode.workspace.getConfiguration('rapporteur', document).get('citation.style', '').trim();
    return { name: setting === '' ? DEFAULT_STYLE : setting, span: undefined };
  }

  default(): Promise<CitationStyle> {
    return this.#use(DEFAULT_STYLE);
  }

  async #use(name: StyleName, problem?: string): Promise<CitationStyle> {
    let text = this.#bundled.get(name);
    if (text === undefined) {
      text = Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#extensionUri, 'media', 'styles', `${name}.csl`))).then(bytes => new TextDecoder().decode(bytes));
      this.#bundled.set(name, text);
    }
    const csl = await text;
    return { csl, isNote: isNoteStyle(csl), ...problem === undefined ? {} : { problem } };
  }
}

/** Tells, where a draft names it, of a style that cannot be used. */
class StyleProblems extends Disposable {
  readonly #collection = this.own(vscode.languages.createDiagnosticCollection('rapporteur-styles'));
  readonly #services: Services;
  #round = 0;

  constructor(services: Services) {
    super();
    this.#services = services;
    const soon = this.own(runSoon(() => { void this.#show(); }, 150));
    this.own(services.bibliographies.onDidChange(() => soon.schedule()));
    this.own(vscode.workspace.onDidOpenTextDocument(document => { if (isDraft(document)) { soon.schedule(); } }));
    this.own(vscode.workspace.onDidCloseTextDocument(document => this.#collection.delete(document.uri)));
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('rapporteur.citation.style')) { soon.schedule(); } }));
    const watcher = this.own(vscode.workspace.createFileSystemWatcher('**/*.csl'));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) { this.own(event(() => soon.schedule())); }
    soon.schedule();
  }

  async #show(): Promise<void> {
    const round = ++this.#round;
    for (const document of vscode.workspace.textDocuments.filter(isDraft)) {
      const { problem } = await this.#services.styles.of(document);
      if (round !== this.#round) { return; }
      const { span } = this.#services.styles.named(document);
      const diagnostic = problem === undefined ? undefined : new vscode.Diagnostic(rangeInText(document.getText(), span ?? { start: 0, end: 0 }), problem, vscode.DiagnosticSeverity.Warning);
      if (diagnostic !== undefined) { diagnostic.source = 'Rapporteur'; diagnostic.code = 'unusable-style'; }
      this.#collection.set(document.uri, diagnostic === undefined ? [] : [diagnostic]);
    }
  }
}

export function registerStyleProblems(services: Services): vscode.Disposable {
  return vscode.Disposable.from(new StyleProblems(services));
}
