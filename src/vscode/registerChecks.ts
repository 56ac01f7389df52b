import * as vscode from 'vscode';
import { registerCheckActions } from './checkActions.ts';
import { registerCheckDiagnostics } from './checkDiagnostics.ts';
import { Checks } from './checks.ts';
import { registerCheckWorkspace } from './checkWorkspace.ts';
import type { Services } from './services.ts';

/** Holding drafts against the record: the Problems view, quick fixes, and the whole workspace at once. */
export function registerChecks(services: Services): vscode.Disposable {
  const checks = new Checks(services);
  return vscode.Disposable.from(checks, registerCheckDiagnostics(services, checks), registerCheckActions(services, checks), registerCheckWorkspace(services, checks));
}
