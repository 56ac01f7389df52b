import type { BuildOptions } from 'esbuild';

/** PDF.js in two files, `pdfjs.mjs` and `pdfjs.worker.mjs`. */
export declare const pdfjsBundles: readonly BuildOptions[];
