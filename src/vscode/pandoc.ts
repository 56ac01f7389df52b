import * as vscode from 'vscode';
import type { PandocError } from '../engine/pandoc/types.ts';
import { WasmPandoc } from '../engine/pandoc/wasmPandoc.ts';

/** The pandoc that comes with the extension. Nothing of it is read before it is needed. */
export function bundledPandoc(extensionUri: vscode.Uri): WasmPandoc {
  const file = (...path: string[]) => vscode.Uri.joinPath(extensionUri, 'dist', ...path).fsPath;
  return new WasmPandoc({ workerFile: file('pandoc.worker.cjs'), wasmFile: file('pandoc', 'pandoc.wasm') });
}

/** Why pandoc did not do what was asked, in one sentence; `undefined` when the writer wanted it to stop. */
export function describePandocError(error: PandocError): string | undefined {
  switch (error.reason) {
    case 'cancelled': return undefined;
    case 'failed': return vscode.l10n.t('Pandoc says: {0}', error.message.slice(0, 500));
    case 'time': return vscode.l10n.t('Pandoc needed too long and was stopped.');
    case 'memory': return vscode.l10n.t('Pandoc needed too much memory and was stopped: the draft, or an image in it, is very large.');
    case 'crashed': return vscode.l10n.t('Pandoc came to an unexpected end. Please try again.');
    case 'missing': return vscode.l10n.t('Pandoc could not be started: a file of the extension is missing or broken.');
  }
}

/** A signal that follows a token of the editor. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) { controller.abort(); } else { token.onCancellationRequested(() => controller.abort()); }
  return controller.signal;
}
