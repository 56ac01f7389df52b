import type { BuildOptions } from 'esbuild';

/** The page in three files; see there. */
export declare const webviewBundle: BuildOptions;
export declare const pdfBundle: BuildOptions;
