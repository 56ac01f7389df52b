import * as vscode from 'vscode';
import { suppressionEdit } from '../core/checks/suppressionEdit.ts';
import type { Checks } from './checks.ts';
import { DRAFT_SELECTOR, toRange, toSpan, toWorkspaceEdit } from './convert.ts';
import { toDiagnostic } from './checkDiagnostics.ts';
import type { Services } from './services.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('rapporteur');

/** Quick fixes for what is found, *Fix All* for those that change words only, and suppressing with a reason. */
class CheckActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] };
  readonly #services: Services;
  readonly #checks: Checks;
  constructor(services: Services, checks: Checks) {
    this.#services = services;
    this.#checks = checks;
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range, { only }: vscode.CodeActionContext): vscode.CodeAction[] {
    const findings = this.#checks.of(document);
    if (only !== undefined && FIX_ALL.contains(only) || only?.contains(FIX_ALL) === true) {
      const edits = withoutOverlaps(findings.flatMap(finding => finding.fixes.filter(fix => fix.isSafe).slice(0, 1)).flatMap(fix => fix.edits));
      if (edits.length === 0) { return []; }
      const action = new vscode.CodeAction(vscode.l10n.t('Fix all names and forms'), FIX_ALL);
      action.edit = toWorkspaceEdit(document, edits);
      return [action];
    }
    const asked = toSpan(document, range);
    return findings.filter(({ span }) => span.start <= asked.end && asked.start <= span.end).flatMap(finding => {
      const diagnostic = toDiagnostic(toRange(document, finding.span), finding, this.#services);
      const actions = finding.fixes.map((fix, index) => {
        const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
        action.edit = toWorkspaceEdit(document, fix.edits);
        action.diagnostics = [diagnostic];
        action.isPreferred = index === 0 && finding.fixes.length === 1;
        return action;
      });
      if (finding.rule === 'suppression') { return actions; }
      const suppress = new vscode.CodeAction(vscode.l10n.t('Suppress {0} here, with a reason', finding.rule), vscode.CodeActionKind.QuickFix);
      const edit = suppressionEdit(this.#services.drafts.read(document), finding, vscode.l10n.t('why'));
      suppress.edit = new vscode.WorkspaceEdit();
      suppress.edit.set(document.uri, [vscode.TextEdit.replace(toRange(document, edit.span), edit.newText)]);
      suppress.diagnostics = [diagnostic];
      return [...actions, suppress];
    });
  }
}

/** Edits from the start of the text on, those that would overlap an earlier one left out. */
function withoutOverlaps<T extends { readonly span: { readonly start: number; readonly end: number } }>(edits: readonly T[]): T[] {
  let reach = -1;
  return edits.toSorted((a, b) => a.span.start - b.span.start).filter(({ span }) => {
    if (span.start < reach) { return false; }
    reach = span.end;
    return true;
  });
}

export function registerCheckActions(services: Services, checks: Checks): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(DRAFT_SELECTOR, new CheckActions(services, checks), CheckActions.metadata);
}
