import * as vscode from 'vscode';
import { RULE_CODES } from '../../core/checks/index.ts';
import { pageOf } from '../checkDiagnostics.ts';
import { registerCommand } from '../commands.ts';
import type { Services } from '../services.ts';

interface Described { readonly description?: string }
interface Manifest {
  readonly contributes: { readonly configuration: { readonly properties: { readonly 'rapporteur.checks.severity': { readonly properties: Readonly<Record<string, Described>> } } } };
}

/** Opens the page of the manual on a rule: that which is named, as links in the settings do, or that which the writer chooses. */
async function openRule({ extensionUri }: Services, manifest: Manifest, given: unknown): Promise<void> {
  const { properties } = manifest.contributes.configuration.properties['rapporteur.checks.severity'];
  const rows = (): (vscode.QuickPickItem & { readonly code: string })[] => RULE_CODES.map(code => ({ code, label: code, detail: properties[code]?.description ?? '' }));
  const rule = RULE_CODES.find(code => code === given) ?? (await vscode.window.showQuickPick(rows(), { placeHolder: vscode.l10n.t('Which check?'), matchOnDetail: true }))?.code;
  if (rule !== undefined) { await vscode.commands.executeCommand('markdown.showPreview', pageOf(rule, extensionUri)); }
}

export function registerRulePages(services: Services, manifest: unknown): vscode.Disposable {
  return registerCommand('rapporteur.openRule', services.log, rule => openRule(services, manifest as Manifest, rule));
}
