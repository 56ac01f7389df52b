import * as vscode from 'vscode';
import type { Finding } from '../core/checks/index.ts';
import { authorityOf, withDetail } from '../core/views/words.ts';
import type { Checks } from './checks.ts';
import { isDraft, rangeInText, toRange } from './convert.ts';
import { Disposable } from './disposable.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';
import { SEVERITY } from './severity.ts';

/** A writer pauses this long before findings are shown anew. */
const PAUSE_MS = 300;
export const CHECKS_SOURCE = 'Rapporteur';

/** Findings of open drafts in the Problems view, each with its page in the manual and the record that it rests on. */
class CheckDiagnostics extends Disposable {
  readonly #collection = this.own(vscode.languages.createDiagnosticCollection('rapporteur-checks'));
  readonly #services: Services;
  readonly #checks: Checks;
  readonly #item = this.own(vscode.languages.createLanguageStatusItem('rapporteur.checks', [{ language: 'markdown' }, { language: 'quarto' }]));
  /** Drafts whose findings may have changed; empty with `all` for every one. */
  readonly #stale = new Set<string>();
  #areAllStale = true;

  constructor(services: Services, checks: Checks) {
    super();
    this.#services = services;
    this.#checks = checks;
    this.#item.name = vscode.l10n.t('Checks');
    this.#item.command = { command: 'workbench.actions.view.problems', title: vscode.l10n.t('Show') };
    const show = this.own(runSoon(() => this.#show(), PAUSE_MS));
    this.own(checks.onDidChange(uri => {
      if (uri === undefined) { this.#areAllStale = true; } else { this.#stale.add(uri.toString()); }
      show.schedule();
    }));
    this.own(services.drafts.onDidChangeActive(() => this.#showStatus()));
    show.schedule();
  }

  #show(): void {
    const open = vscode.workspace.textDocuments.filter(isDraft);
    if (this.#areAllStale) { this.#collection.clear(); }
    for (const uri of this.#stale) { if (!open.some(document => document.uri.toString() === uri)) { this.#collection.delete(vscode.Uri.parse(uri, true)); } }
    for (const document of open) {
      if (this.#areAllStale || this.#stale.has(document.uri.toString())) { this.#collection.set(document.uri, this.#checks.of(document).map(finding => toDiagnostic(toRange(document, finding.span), finding, this.#services))); }
    }
    this.#areAllStale = false;
    this.#stale.clear();
    this.#showStatus();
  }

  #showStatus(): void {
    const document = this.#services.drafts.active?.document;
    const count = document === undefined ? 0 : this.#collection.get(document.uri)?.length ?? 0;
    this.#item.text = count === 0 ? vscode.l10n.t('Nothing found') : count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', count);
    this.#item.severity = count === 0 ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
  }
}

/** The page of a rule in the manual. */
export function pageOf(rule: string, extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'checks', `${rule}.md`);
}

export function toDiagnostic(range: vscode.Range, finding: Finding, { corpus, extensionUri }: Services): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITY[finding.severity]);
  diagnostic.source = CHECKS_SOURCE;
  diagnostic.code = { value: finding.rule, target: pageOf(finding.rule, extensionUri) };
  diagnostic.relatedInformation = finding.evidence.map(({ text, citations, uri, span }) => new vscode.DiagnosticRelatedInformation(
    new vscode.Location(vscode.Uri.parse(uri, true), rangeInText(corpus.textOf(uri) ?? '', span)), withDetail(text, authorityOf(citations, corpus.snapshot))));
  return diagnostic;
}

export function registerCheckDiagnostics(services: Services, checks: Checks): vscode.Disposable {
  return vscode.Disposable.from(new CheckDiagnostics(services, checks));
}
