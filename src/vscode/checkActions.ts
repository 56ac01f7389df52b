import * as vscode from 'vscode';
import type { Finding, RuleCode } from '../core/checks/index.ts';
import { editsOfRule, fixableRules, safeEdits } from '../core/checks/fixAll.ts';
import { suppressionEdit } from '../core/checks/suppressionEdit.ts';
import { pageOf, toDiagnostic } from './checkDiagnostics.ts';
import type { Checks } from './checks.ts';
import { registerCommand } from './commands.ts';
import { DRAFT_SELECTOR, toRange, toSpan, toWorkspaceEdit } from './convert.ts';
import { inform } from './inform.ts';
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
      const edits = safeEdits(findings);
      return edits.length === 0 ? [] : [this.#changing(document, vscode.l10n.t('Fix all names and forms'), edits, FIX_ALL)];
    }
    const asked = toSpan(document, range);
    const fixable = fixableRules(findings);
    const offered = new Map<string, vscode.CodeAction>();
    return findings.filter(({ span }) => span.start <= asked.end && asked.start <= span.end).flatMap(finding => {
      const diagnostic = toDiagnostic(toRange(document, finding.span), finding, this.#services);
      const actions = [
        ...finding.fixes.flatMap((fix, index) => {
          // Two checks may ask for the same change: it is offered once, for both.
          const key = JSON.stringify([fix.title, fix.edits]);
          const same = offered.get(key);
          if (same !== undefined) { same.diagnostics = [...same.diagnostics ?? [], diagnostic]; return []; }
          const action = this.#changing(document, fix.title, fix.edits);
          action.isPreferred = index === 0 && finding.fixes.length === 1;
          offered.set(key, action);
          return [action];
        }),
        ...this.#allOfRule(document, findings, finding.rule, fixable.get(finding.rule) ?? 0),
        ...finding.rule === 'suppression' ? [] : [running(vscode.l10n.t('Suppress {0} here, with a reason…', finding.rule), 'rapporteur.suppressFinding', document.uri.toString(), finding.rule, finding.span.start)],
        running(vscode.l10n.t('What {0} looks at', finding.rule), 'markdown.showPreview', pageOf(finding.rule, this.#services.extensionUri)),
      ];
      for (const action of actions) { action.diagnostics = [diagnostic]; }
      return actions;
    });
  }

  #allOfRule(document: vscode.TextDocument, findings: readonly Finding[], rule: RuleCode, count: number): vscode.CodeAction[] {
    return count < 2 ? [] : [this.#changing(document, vscode.l10n.t('Fix all {0} of {1} in this draft', count, rule), editsOfRule(findings, rule))];
  }

  #changing(document: vscode.TextDocument, title: string, edits: Finding['fixes'][number]['edits'], kind = vscode.CodeActionKind.QuickFix): vscode.CodeAction {
    const action = new vscode.CodeAction(title, kind);
    action.edit = toWorkspaceEdit(document, edits);
    return action;
  }
}

function running(title: string, command: string, ...args: unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: args };
  return action;
}

/** Asks why, and writes the comment. What is asked of it may come from anywhere: the finding is looked up again. */
async function suppress(services: Services, checks: Checks, uri: unknown, rule: unknown, start: unknown, given: unknown): Promise<void> {
  const find = () => {
    const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
    const finding = document && checks.of(document).find(one => one.rule === rule && one.span.start === start);
    return document && finding && { document, finding };
  };
  if (find() === undefined) { return; }
  const reason = typeof given === 'string' ? given : await vscode.window.showInputBox({
    title: vscode.l10n.t('Why should this not be reported?'), placeHolder: vscode.l10n.t('The archive has another date; see our letter of 3 May'),
    prompt: vscode.l10n.t('The reason goes into a comment of the draft, for your co-authors.'),
  });
  const found = find();
  if (reason === undefined || reason.trim() === '' || found === undefined) { return; }
  await vscode.workspace.applyEdit(toWorkspaceEdit(found.document, suppressionEdit(services.drafts.read(found.document), found.finding, reason)));
}

/** All findings of one rule in the draft in front; asks for the rule where none is named. */
async function fixAllOfRule(services: Services, checks: Checks, rule: unknown): Promise<void> {
  const document = services.drafts.active?.document;
  const findings = document === undefined ? [] : checks.of(document);
  const fixable = fixableRules(findings);
  if (document === undefined || fixable.size === 0) {
    inform(vscode.l10n.t('No finding of this draft has a fix that could be applied everywhere.'));
    return;
  }
  const items = [...fixable].map(([code, count]) => ({ label: code, description: count === 1 ? vscode.l10n.t('1 fix') : vscode.l10n.t('{0} fixes', count), code }));
  const chosen = items.find(({ code }) => code === rule) ?? (rule === undefined ? await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Fix all findings of which check?') }) : undefined);
  if (chosen === undefined) { return; }
  await vscode.workspace.applyEdit(toWorkspaceEdit(document, editsOfRule(checks.of(document), chosen.code)));
}

export function registerCheckActions(services: Services, checks: Checks): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(DRAFT_SELECTOR, new CheckActions(services, checks), CheckActions.metadata),
    registerCommand('rapporteur.suppressFinding', services.log, (uri, rule, start, reason) => suppress(services, checks, uri, rule, start, reason)),
    registerCommand('rapporteur.fixAllOfRule', services.log, rule => fixAllOfRule(services, checks, rule)),
  );
}
