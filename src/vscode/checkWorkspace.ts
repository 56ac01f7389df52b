import * as vscode from 'vscode';
import { checkDraft, makeCheckContext, readCheckSettings } from '../core/checks/index.ts';
import { makeDraftContext, readDraft } from '../core/draft/index.ts';
import { toDiagnostic } from './checkDiagnostics.ts';
import type { Checks } from './checks.ts';
import { registerCommand } from './commands.ts';
import { rangeInText } from './convert.ts';
import type { Services } from './services.ts';

/** Milliseconds of checking before the editor gets its turn. */
const SLICE_MS = 25;
const EXCLUDED = '**/{node_modules,.git,out,dist,_site}/**';

/** Checks every draft of the workspace, in slices, so that typing goes on; the findings stay in the Problems view until the next time. */
async function checkWorkspace(services: Services, checks: Checks, collection: vscode.DiagnosticCollection, progress: vscode.Progress<{ message?: string; increment?: number }>, token: vscode.CancellationToken): Promise<void> {
  const files = await vscode.workspace.findFiles('**/*.{md,markdown,qmd}', EXCLUDED, undefined, token);
  const { snapshot } = services.corpus;
  const draftContext = makeDraftContext(snapshot);
  const configuration = vscode.workspace.getConfiguration('rapporteur.checks');
  const sources = await services.bibliographies.ready(undefined);
  const context = makeCheckContext({ snapshot, sources: sources.sources }, readCheckSettings({ severity: configuration.get<unknown>('severity') }));
  collection.clear();
  let count = 0;
  let since = Date.now();
  for (const uri of files) {
    if (token.isCancellationRequested) { return; }
    progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length });
    const isOpen = vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());
    if (!isOpen && services.corpus.textOf(uri.toString()) === undefined) {
      const text = await readable(uri);
      if (text !== undefined) {
        // Its own front matter may name bibliographies that have not been read: an unknown key is told when the draft is open.
        const findings = checkDraft(readDraft(text, draftContext), context).filter(({ rule }) => rule !== 'unknown-citekey');
        if (findings.length > 0) { collection.set(uri, findings.map(finding => toDiagnostic(rangeInText(text, finding.span), finding, services))); }
        count += findings.length;
      }
    } else if (isOpen) {
      count += checks.of(vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString())!).length;
    }
    if (Date.now() - since > SLICE_MS) {
      await new Promise<void>(resolve => { setImmediate(resolve); });
      since = Date.now();
    }
  }
  void vscode.window.showInformationMessage(files.length === 1 ? vscode.l10n.t('1 draft checked: {0} findings.', count) : vscode.l10n.t('{0} drafts checked: {1} findings.', files.length, count));
}

const MAX_BYTES = 20_000_000;

/** The text of a file; nothing for one that cannot be read or is no draft by its size. */
async function readable(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > MAX_BYTES ? undefined : new TextDecoder().decode(bytes);
  } catch { return undefined; }
}

export function registerCheckWorkspace(services: Services, checks: Checks): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('rapporteur-workspace');
  return vscode.Disposable.from(
    collection,
    // What is opened is checked as it is written.
    vscode.window.onDidChangeActiveTextEditor(editor => { if (editor !== undefined) { collection.delete(editor.document.uri); } }),
    registerCommand('rapporteur.checkWorkspace', services.log, () => vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking drafts'), cancellable: true },
      (progress, token) => checkWorkspace(services, checks, collection, progress, token))),
  );
}
