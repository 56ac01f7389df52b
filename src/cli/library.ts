import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { t, toTranslate } from '../core/l10n.ts';
import { LibraryClient } from '../engine/library/libraryClient.ts';
import { libraryPath } from '../engine/library/path.ts';
import { bundleFolder } from './corpora.ts';

export const libraryHelp = (): string => t('  --library FILE             the file of full texts (library.sqlite in the folder for your data)');

export function libraryFile(named: string | undefined): string {
  return named === undefined ? libraryPath(process.env, process.platform) : resolve(named);
}

export async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}

/** The library in a thread of its own, open. */
export async function openLibrary(file: string): Promise<LibraryClient> {
  const folder = await bundleFolder();
  const readers = { worker: join(folder, 'documents.worker.cjs'), wasm: join(folder, 'pandoc', 'pandoc.wasm'), cMaps: `${join(folder, 'cmaps')}/` };
  const client = new LibraryClient({ workerFile: join(folder, 'library.worker.cjs'), readers });
  try {
    await client.call('open', { file });
    return client;
  } catch (error) {
    await client.dispose();
    throw new Error(t('The library {0} could not be opened: {1}', file, sentenceOf(error)), { cause: error });
  }
}

const SENTENCES: Readonly<Record<string, string>> = toTranslate({
  'no-sqlite': 'it needs Node 22.13 or newer.',
  'no-fts5': 'this Node cannot search full texts; a newer one can.',
  'no-room': 'the disk is full.',
  'not-writable': 'nothing can be written there.',
});

function sentenceOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const sentence = SENTENCES[code];
  return sentence !== undefined ? t(sentence) : (error instanceof Error ? error.message : String(error));
}
