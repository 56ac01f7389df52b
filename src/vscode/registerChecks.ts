import * as vscode from 'vscode';
import { registerCheckActions } from './checkActions.ts';
import { registerCheckDiagnostics } from './checkDiagnostics.ts';
import type { Checks } from './checks.ts';
import { registerCheckWorkspace } from './onDemand/checkWorkspace.ts';
import { onCommand } from './commands.ts';
import { registerExplanation } from './explain.ts';
import type { Services } from './services.ts';

/** Holding drafts against the record: the Problems view, quick fixes, the whole workspace at once, and how a sentence is read. */
export function registerChecks(services: Services, checks: Checks): vscode.Disposable {
  return vscode.Disposable.from(registerCheckDiagnostics(services, checks), registerCheckActions(services, checks), onCommand(['rapporteur.checkWorkspace'], () => registerCheckWorkspace(services, checks)), registerExplanation(services, checks));
}
