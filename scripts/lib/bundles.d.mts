import type { BuildOptions, Metafile } from 'esbuild';

/** Bundles everything into dist/, or nowhere with `write: false`. */
export declare function buildBundles(options: BuildOptions): Promise<Metafile[]>;
