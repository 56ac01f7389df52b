import * as vscode from 'vscode';
import type { ImportRow } from '../../core/library/importReport.ts';
import type { ReadingProgress } from '../../engine/library/documents/types.ts';
import { importSentence } from '../../engine/library/importWords.ts';
import type { ImportReport } from '../../engine/library/protocol.ts';
import { RemoteError } from '../../engine/library/remote.ts';
import { nameOf, type LibraryService } from '../library/libraryService.ts';

/** A file to be imported, and the work that it is the text of; an empty key for none. */
export interface FileToTake {
  readonly uri: vscode.Uri;
  readonly citekey: string;
}

export interface RunOptions {
  readonly signal: AbortSignal;
  /** @param share of the whole that is done since the last time, in percent */
  readonly onProgress?: ((message: string, share: number) => void) | undefined;
}

/** Imports files one after another; one that cannot be read keeps none of the others out. What is not begun when the writer cancels is told as well. */
export async function runImport(files: readonly FileToTake[], library: Pick<LibraryService, 'keepPending' | 'importFile'>, { signal, onProgress }: RunOptions): Promise<ImportRow[]> {
  const rows: ImportRow[] = [];
  await library.keepPending(files);
  let kept = Date.now();
  for (const [at, { uri, citekey }] of files.entries()) {
    const name = nameOf(uri);
    const left: ImportRow = { uri: uri.toString(), citekey, state: 'left', sentence: vscode.l10n.t('{0} was not begun.', name) };
    if (signal.aborted) { rows.push(left); continue; }
    onProgress?.(files.length === 1 ? name : vscode.l10n.t('{0} of {1}: {2}', at + 1, files.length, name), at === 0 ? 0 : 100 / files.length);
    const onPage = (value: unknown) => {
      const { page, pages } = value as ReadingProgress;
      onProgress?.(vscode.l10n.t('{0}: page {1} of {2}', name, page, pages), files.length === 1 ? 100 / pages : 0);
    };
    const report = await library.importFile(uri, citekey, { signal, onProgress: onPage }).catch(async (error: unknown) => {
      // The writer cancelled after it was asked for and before the library heard of it.
      if (error instanceof RemoteError && error.code === 'cancelled') { return undefined; }
      await library.keepPending(files.slice(at));
      throw error;
    });
    if (report === undefined) { rows.push(left); continue; }
    rows.push({ uri: uri.toString(), citekey, state: stateOf(report), sentence: importSentence(name, report) });
    if (Date.now() - kept < KEEP_EACH_MS) { continue; }
    await library.keepPending(files.slice(at + 1));
    kept = Date.now();
  }
  // Whoever cancels has decided; what a stop of the editor left over is offered again.
  await library.keepPending([]);
  return rows;
}

/** To write the list down with each of some thousand files takes longer than to read them; what was done since the last time is soon seen to be. */
const KEEP_EACH_MS = 1000;

function stateOf(report: ImportReport): ImportRow['state'] {
  return report.state === 'refused' && report.code === 'cancelled' ? 'left' : report.state;
}
