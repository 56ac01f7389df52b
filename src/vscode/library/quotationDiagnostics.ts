import * as vscode from 'vscode';
import { differenceOf, differenceText } from '../../core/quotations/difference.ts';
import type { QuotedReport } from '../../core/quotations/quoted.ts';
import { CHECKS_SOURCE } from '../checkDiagnostics.ts';
import { isDraft, toRange } from '../convert.ts';
import { Disposable } from '../disposable.ts';
import type { QuotationLedger } from './quotationLedger.ts';
import { elsewhereSentence, placeOfReport, quotationSentence } from './words.ts';

export const MISQUOTATION = 'misquotation';

/** Quotations that are not the source's words, not found in it, or not on the page that is cited. */
export function problemOf(document: vscode.TextDocument, entry: QuotedReport): vscode.Diagnostic | undefined {
  const { quotation, report, elsewhere } = entry;
  const { Warning, Information } = vscode.DiagnosticSeverity;
  const make = (message: string, severity: vscode.DiagnosticSeverity) => {
    const diagnostic = new vscode.Diagnostic(toRange(document, quotation), message, severity);
    diagnostic.source = CHECKS_SOURCE;
    diagnostic.code = MISQUOTATION;
    return diagnostic;
  };
  const place = placeOfReport(report);
  if (report.state === 'altered') {
    const difference = differenceText(differenceOf(quotation.text, report.matches[0]?.exact ?? ''));
    return make(vscode.l10n.t('These words are not the source’s, {0}: {1}', place, difference), Warning);
  }
  if (report.state === 'not-found') { return make(quotationSentence(report, place), Information); }
  return elsewhere === undefined ? undefined : make(elsewhereSentence(elsewhere), Information);
}

class QuotationDiagnostics extends Disposable {
  readonly #collection = this.own(vscode.languages.createDiagnosticCollection('rapporteur-quotations'));
  readonly #ledger: QuotationLedger;

  constructor(ledger: QuotationLedger) {
    super();
    this.#ledger = ledger;
    this.own(ledger.onDidChange(() => this.#show()));
    this.own(vscode.workspace.onDidCloseTextDocument(document => { this.#collection.delete(document.uri); }));
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('rapporteur.checks')) { this.#show(); } }));
  }

  #show(): void {
    for (const document of vscode.workspace.textDocuments.filter(isDraft)) {
      const isOn = vscode.workspace.getConfiguration('rapporteur.checks', document).get<boolean>('enabled', true);
      this.#collection.set(document.uri, isOn ? this.#ledger.of(document).flatMap(entry => problemOf(document, entry) ?? []) : []);
    }
  }
}

export function registerQuotationDiagnostics(ledger: QuotationLedger): vscode.Disposable {
  return vscode.Disposable.from(new QuotationDiagnostics(ledger));
}
