import type { BuildOptions, Metafile } from 'esbuild';

export interface BuiltPart { readonly part: string; readonly metafile: Metafile }
/** The extension, the terminal program and what both stand on, each in its file; see there. */
export declare function buildParts(options: BuildOptions, folder: string): Promise<BuiltPart[]>;
