import type { BuildOptions, Metafile } from 'esbuild';
export interface BuiltPart { readonly part: string; readonly metafile: Metafile }
export declare const PARTS: Readonly<Record<string, readonly string[]>>;
export declare function buildParts(options: BuildOptions, folder: string): Promise<BuiltPart[]>;
