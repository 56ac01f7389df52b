import * as vscode from 'vscode';
import { checkDraft, type CheckContext } from '../../core/checks/index.ts';
import { makeDraftContext, readDraft, type DraftContext } from '../../core/draft/index.ts';
import { toDiagnostic } from '../checkDiagnostics.ts';
import { contextFor, settingsAt, type Checks } from '../checks.ts';
import { registerCommand } from '../commands.ts';
import { rangesInText } from '../convert.ts';
import { Disposable } from '../disposable.ts';
import { draftFiles, readDraftFile } from '../draftFiles.ts';
import type { Services } from '../services.ts';
import { turnTaker } from '../turns.ts';

/** What a check of the workspace did. */
interface Checked {
  readonly drafts: number;
  readonly findings: number;
  readonly isCancelled: boolean;
}

/** What is found in drafts that are not open; it stays in the Problems view until the workspace is checked again. */
class WorkspaceFindings extends Disposable {
  readonly #collection = this.own(vscode.languages.createDiagnosticCollection('rapporteur-workspace'));
  readonly #services: Services;
  readonly #checks: Checks;
  /** Drafts that were checked, by address. */
  readonly #covered = new Set<string>();

  constructor(services: Services, checks: Checks) {
    super();
    this.#services = services;
    this.#checks = checks;
    // What is open is checked as it is written, and what is closed again as it was left.
    this.own(vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#collection.delete(uri)));
    this.own(vscode.workspace.onDidCloseTextDocument(({ uri }) => { if (this.#covered.has(uri.toString())) { void this.#check([uri]); } }));
    this.own(registerCommand('rapporteur.checkWorkspace', services.log, given => vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking drafts'), cancellable: true },
      (progress, token) => this.#run(progress, isToken(given) ? given : token))));
  }

  async #run(progress: vscode.Progress<{ message?: string; increment?: number }>, token: vscode.CancellationToken): Promise<Checked | undefined> {
    const files = await draftFiles(token);
    if (token.isCancellationRequested) { return undefined; }
    this.#collection.clear();
    this.#covered.clear();
    const checked = await this.#check(files, token, uri => progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length }));
    if (!checked.isCancelled) { void tell(checked); }
    return checked;
  }

  /** Checks drafts one after the other, in slices, so that typing goes on. */
  async #check(files: readonly vscode.Uri[], token?: vscode.CancellationToken, tell?: (uri: vscode.Uri) => void): Promise<Checked> {
    const draftContext = makeDraftContext(this.#services.corpus.snapshot);
    const contexts = new Map<string, CheckContext>();
    const turn = turnTaker();
    let [drafts, findings] = [0, 0];
    for (const uri of files) {
      if (token?.isCancellationRequested === true) { break; }
      tell?.(uri);
      const count = this.#checks.isCheckedAt(uri) ? await this.#checkOne(uri, draftContext, contexts) : undefined;
      if (count !== undefined) { drafts++; findings += count; }
      await turn();
    }
    return { drafts, findings, isCancelled: token?.isCancellationRequested === true };
  }

  /** @returns how much was found; `undefined` for what cannot be read */
  async #checkOne(uri: vscode.Uri, draftContext: DraftContext, contexts: Map<string, CheckContext>): Promise<number | undefined> {
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    this.#covered.add(uri.toString());
    if (open !== undefined) { return this.#checks.of(open).length; }
    const text = await readDraftFile(uri);
    if (text === undefined) { return undefined; }
    const sources = await this.#services.bibliographies.readyFor(uri, text);
    const settings = settingsAt(uri);
    // Drafts with the same bibliographies are held against the same.
    const key = [settings.key, ...sources.bibliographies.map(bibliography => bibliography.uri)].join('\n');
    const context = contexts.get(key) ?? contextFor(this.#services.corpus.snapshot, sources, settings);
    contexts.set(key, context);
    const findings = checkDraft(readDraft(text, draftContext), context);
    // It may have been opened meanwhile.
    if (!vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString())) {
      const ranges = rangesInText(text, findings.map(({ span }) => span));
      this.#collection.set(uri, findings.map((finding, index) => toDiagnostic(ranges[index]!, finding, this.#services)));
    }
    return findings.length;
  }
}

async function tell({ drafts, findings }: Checked): Promise<void> {
  const found = findings === 0 ? vscode.l10n.t('nothing found') : findings === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', findings);
  const show = vscode.l10n.t('Show Problems');
  const chosen = await vscode.window.showInformationMessage(drafts === 1 ? vscode.l10n.t('1 draft checked: {0}.', found) : vscode.l10n.t('{0} drafts checked: {1}.', drafts, found), ...findings === 0 ? [] : [show]);
  if (chosen === show) { await vscode.commands.executeCommand('workbench.actions.view.problems'); }
}

/** Whoever runs the command by program may hand in a token, and end it so. */
function isToken(given: unknown): given is vscode.CancellationToken {
  return typeof given === 'object' && given !== null && 'isCancellationRequested' in given && typeof given.isCancellationRequested === 'boolean';
}

export function registerCheckWorkspace(services: Services, checks: Checks): vscode.Disposable {
  return vscode.Disposable.from(new WorkspaceFindings(services, checks));
}
