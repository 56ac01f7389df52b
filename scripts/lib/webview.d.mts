import type { BuildOptions } from 'esbuild';

/** The page, and the controls, which come after it. */
export declare const webviewBundles: readonly [page: BuildOptions, controls: BuildOptions];
