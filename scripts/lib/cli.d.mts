import type { BuildOptions } from 'esbuild';

export declare const cliBundles: (folder: string) => readonly BuildOptions[];
