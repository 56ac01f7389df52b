import * as vscode from 'vscode';
import { correctionOf } from '../../core/quotations/quoted.ts';
import { DRAFT_SELECTOR, toSpan, toWorkspaceEdit } from '../convert.ts';
import { targetOf } from './openPassage.ts';
import { problemOf } from './quotationDiagnostics.ts';
import type { QuotationLedger } from './quotationLedger.ts';

/** The source's words in place of the writer's, and the source where they stand. */
class QuotationActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  readonly #ledger: QuotationLedger;
  constructor(ledger: QuotationLedger) { this.#ledger = ledger; }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] {
    const asked = toSpan(document, range);
    return this.#ledger.of(document).filter(({ quotation }) => quotation.start <= asked.end && asked.start <= quotation.end).flatMap(entry => {
      const diagnostic = problemOf(document, entry);
      const correction = correctionOf(entry);
      const [match] = entry.report.matches;
      const actions: vscode.CodeAction[] = [];
      if (correction !== undefined) {
        const action = new vscode.CodeAction(vscode.l10n.t('Correct to the source: “{0}”', shortened(correction.newText)), vscode.CodeActionKind.QuickFix);
        action.edit = toWorkspaceEdit(document, [correction]);
        action.diagnostics = diagnostic === undefined ? [] : [diagnostic];
        actions.push(action);
      }
      if (match !== undefined) {
        const action = new vscode.CodeAction(vscode.l10n.t('Open the source at these words'), vscode.CodeActionKind.QuickFix);
        action.command = { command: 'rapporteur.openPassage', title: action.title, arguments: [targetOf(match.passage, match.span)] };
        actions.push(action);
      }
      return actions;
    });
  }
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

export function registerQuotationActions(ledger: QuotationLedger): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(DRAFT_SELECTOR, new QuotationActions(ledger), QuotationActions.metadata);
}
