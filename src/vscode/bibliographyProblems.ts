import * as vscode from 'vscode';
import type { DraftSources } from '../core/bibliography/types.ts';
import { isDraft, rangeInText } from './convert.ts';
import { Disposable } from './disposable.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';
import { SEVERITY } from './severity.ts';

/** What is wrong in bibliographies, each at its line, and where drafts and project files name them. */
class BibliographyProblems extends Disposable {
  readonly #collection = this.own(vscode.languages.createDiagnosticCollection('rapporteur-bibliographies'));
  readonly #services: Services;

  constructor(services: Services) {
    super();
    this.#services = services;
    const show = this.own(runSoon(() => this.#show(), 100));
    this.own(services.bibliographies.onDidChange(() => show.schedule()));
    this.own(vscode.workspace.onDidOpenTextDocument(document => { if (isDraft(document)) { show.schedule(); } }));
    this.own(vscode.workspace.onDidCloseTextDocument(document => { if (isDraft(document)) { show.schedule(); } }));
    show.schedule();
  }

  #show(): void {
    const found = new Found();
    found.add(this.#services.bibliographies.of(undefined));
    for (const document of vscode.workspace.textDocuments) { if (isDraft(document)) { found.add(this.#services.bibliographies.of(document)); } }
    this.#collection.clear();
    this.#collection.set(found.all());
  }
}

/** Diagnostics by file, each once however many drafts share the bibliography. */
class Found {
  readonly #byFile = new Map<string, Map<string, vscode.Diagnostic>>();

  add({ bibliographies, problems, duplicates }: DraftSources): void {
    for (const { uri, namedBy, problems: own } of bibliographies) {
      // Those of the corpora are told by the corpora, and Zotero has no file; the status tells of it.
      if (namedBy === 'corpus' || namedBy === 'zotero') { continue; }
      for (const { code, message, severity, from, to } of own) { this.#tell(uri, new vscode.Range(from.line, from.character, to.line, to.character), code, message, SEVERITY[severity]); }
    }
    for (const { uri, code, message, severity, span } of problems) { this.#tell(uri, rangeInText(textOf(uri), span), code, message, SEVERITY[severity]); }
    for (const { citekey, used, unused } of duplicates.filter(double => !double.unused.uri.startsWith('zotero:'))) {
      this.#tell(unused.uri, unused.line === undefined ? rangeInText(textOf(unused.uri), unused.span) : new vscode.Range(unused.line, 0, unused.line, 1000), 'duplicate-citekey',
        vscode.l10n.t('The key {0} is also in {1}: that reference is used, and not this one.', citekey, vscode.workspace.asRelativePath(vscode.Uri.parse(used.uri), false)), vscode.DiagnosticSeverity.Information);
    }
  }

  #tell(uri: string, range: vscode.Range, code: string, message: string, severity: vscode.DiagnosticSeverity): void {
    const diagnostic = new vscode.Diagnostic(range, message, severity);
    diagnostic.source = 'Rapporteur';
    diagnostic.code = code;
    let ofFile = this.#byFile.get(uri);
    if (ofFile === undefined) {
      ofFile = new Map<string, vscode.Diagnostic>();
      this.#byFile.set(uri, ofFile);
    }
    ofFile.set(`${range.start.line}:${range.start.character} ${message}`, diagnostic);
  }

  all(): [vscode.Uri, vscode.Diagnostic[]][] {
    return [...this.#byFile].map(([uri, diagnostics]) => [vscode.Uri.parse(uri, false), [...diagnostics.values()]]);
  }
}

/** The text of an open document; empty for a file that is not open, whose problems then stand at its start. */
function textOf(uri: string): string {
  return vscode.workspace.textDocuments.find(document => document.uri.toString() === uri)?.getText() ?? '';
}

export function registerBibliographyProblems(services: Services): vscode.Disposable {
  return vscode.Disposable.from(new BibliographyProblems(services));
}
