import type { CslItem } from '../../core/citations/types.ts';
import { writeRis } from '../../core/citations/writeRis.ts';
import type { Pandoc } from './types.ts';

/** What sources can be exported as. */
export const SOURCE_FORMATS = { csljson: { extension: 'json' }, biblatex: { extension: 'bib' }, ris: { extension: 'ris' } } as const;
export type SourceFormat = keyof typeof SOURCE_FORMATS;

/** @throws PandocError */
export async function exportSources(pandoc: Pandoc, items: readonly CslItem[], format: SourceFormat, signal?: AbortSignal): Promise<Uint8Array> {
  const json = `${JSON.stringify(items, undefined, 2)}\n`;
  switch (format) {
    case 'csljson': return new TextEncoder().encode(json);
    case 'ris': return new TextEncoder().encode(writeRis(items));
    case 'biblatex': return (await pandoc.convert({ options: { from: 'csljson', to: 'biblatex' }, input: json }, { signal, lane: 'background' })).output;
  }
}
