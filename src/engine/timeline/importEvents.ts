import type { Imported } from '../../core/timeline/imports.ts';
import { runWorker } from './runWorker.ts';
import { t } from '../../core/l10n.ts';

export const IMPORT_FORMATS = ['markwhen', 'timelinejs-csv'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Bytes of a file at most: a life's work in Markwhen is a hundredth of it. */
const MOST_BYTES = 10_000_000;

export interface ImportOrder {
  readonly format: ImportFormat;
  readonly bytes: Uint8Array;
}

/** The format of a file by its name; `undefined` for others. */
export function formatOf(name: string): ImportFormat | undefined {
  return /\.(?:mw|markwhen)$/iu.test(name) ? 'markwhen' : /\.csv$/iu.test(name) ? 'timelinejs-csv' : undefined;
}

/** Reads events from a file of another program, in a worker with limits. @param script the bundled `import.worker.cjs` */
export async function readEvents(script: string | URL, { format, bytes }: ImportOrder): Promise<Imported> {
  if (bytes.length > MOST_BYTES) { return { events: [], problems: [{ line: 1, message: t('The file has more than {0} million bytes.', MOST_BYTES / 1_000_000) }] }; }
  return runWorker<Imported>(script, { format, bytes } satisfies ImportOrder, { timeMs: 60_000, memoryMb: 512 });
}
