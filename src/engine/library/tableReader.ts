import type { ColumnMapping, GuessedMapping } from '../../core/proposals/mapping.ts';
import type { TableReading } from '../../core/proposals/table.ts';
import type { Provenance } from '../../core/proposals/types.ts';
import { runWorker } from '../timeline/runWorker.ts';

/** Bytes of a table at most: the whole of ACLED has more, a country of it far less. */
export const MOST_TABLE_BYTES = 200_000_000;

export interface TableOrder {
  readonly bytes: Uint8Array;
  /** What is to be made of it; absent for a look at its columns. */
  readonly read?: {
    readonly mapping: ColumnMapping;
    /** Only rows that have all these words. */
    readonly words: string;
    readonly from: Omit<Provenance, 'passage' | 'suffixText'>;
  } | undefined;
}

export interface TableLook {
  readonly kind: 'look';
  readonly columns: readonly string[];
  readonly rows: number;
  /** Cells of the first rows. */
  readonly sample: readonly (readonly string[])[];
  /** No mapping for a dataset that is read as it is. */
  readonly guess: Omit<GuessedMapping, 'mapping'> & { readonly mapping: ColumnMapping | undefined };
}

export type TableAnswer = TableLook | { readonly kind: 'read'; readonly reading: TableReading; /** Rows with the words. */ readonly rows: number };

/** Reads a table in a worker with limits. @param script the bundled `table.worker.cjs` @throws when it takes too long or too much memory */
export function askTable(script: string | URL, order: TableOrder): Promise<TableAnswer> {
  return runWorker<TableAnswer>(script, order, { timeMs: 120_000, memoryMb: 1024 });
}
