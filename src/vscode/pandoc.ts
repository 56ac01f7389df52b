import * as vscode from 'vscode';
import { NativePandoc } from '../engine/pandoc/nativePandoc.ts';
import { PandocError, type Pandoc, type PandocRequest, type PandocResult, type PandocRun } from '../engine/pandoc/types.ts';
import { WasmPandoc } from '../engine/pandoc/wasmPandoc.ts';
import { Disposable } from './disposable.ts';

interface Native { readonly program: string; readonly pandoc: NativePandoc }

/**
 * The pandoc that comes with the extension, or one of the machine where the writer names it and the folder is trusted. One
 * that cannot be started is told once, and the other takes its place. Nothing is read or started before it is needed.
 */
export class EditorPandoc extends Disposable implements Pandoc {
  readonly #bundled: WasmPandoc;
  readonly #workerFile: string;
  readonly #log: vscode.LogOutputChannel;
  #native: Native | undefined;
  /** The program that was named and cannot be used. */
  #unusable: string | undefined;

  constructor(extensionUri: vscode.Uri, log: vscode.LogOutputChannel) {
    super();
    const file = (...path: string[]) => vscode.Uri.joinPath(extensionUri, 'dist', ...path).fsPath;
    this.#workerFile = file('pandoc.worker.cjs');
    this.#bundled = this.own(new WasmPandoc({ workerFile: this.#workerFile, wasmFile: file('pandoc', 'pandoc.wasm') }));
    this.#log = log;
    this.own({ dispose: () => this.#forgetNative() });
  }

  async convert(request: PandocRequest, run?: PandocRun): Promise<PandocResult> {
    const native = this.#named();
    if (native === undefined || native.program === this.#unusable) { return this.#bundled.convert(request, run); }
    try {
      return await native.pandoc.convert(request, run);
    } catch (error) {
      if (!(error instanceof PandocError) || error.reason !== 'missing') { throw error; }
      if (this.#unusable !== native.program) {
        this.#unusable = native.program;
        this.#log.warn(`${native.program}: ${error.message}`);
        void vscode.window.showWarningMessage(vscode.l10n.t('The pandoc {0} cannot be used, so the one of the extension is: {1}', native.program, error.message));
      }
      return this.#bundled.convert(request, run);
    }
  }

  /** The pandoc that the writer names now. */
  #named(): Native | undefined {
    const program = vscode.workspace.isTrusted ? vscode.workspace.getConfiguration('rapporteur').get('pandoc.program', '').trim() : '';
    if (program !== (this.#native?.program ?? '')) {
      this.#forgetNative();
      this.#native = program === '' ? undefined : { program, pandoc: new NativePandoc({ workerFile: this.#workerFile, program }) };
      this.#unusable = undefined;
    }
    return this.#native;
  }

  #forgetNative(): void {
    this.#native?.pandoc.dispose();
    this.#native = undefined;
  }
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
