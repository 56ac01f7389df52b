// Everything that is bundled: the extension and the terminal program in parts, the workers, the pages.
import { build } from 'esbuild';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { buildParts } from './parts.mjs';
import { pdfjsBundles, sharedPdfjs } from './pdfjs.mjs';
import { ROOT } from './ready.mjs';
import { pdfBundle, webviewBundle } from './webview.mjs';

const worker = file => ({
  bundle: true, platform: 'node', target: 'node22', format: 'cjs', entryPoints: [file], outfile: `dist/${basename(file, '.ts')}.cjs`, plugins: [sharedPdfjs],
});

/** Bundles all of it into dist/. @param options of esbuild, over those of each bundle @returns the metafiles */
export async function buildBundles(options) {
  const common = { absWorkingDir: ROOT, metafile: true, legalComments: 'none', charset: 'utf8', logLevel: 'warning', ...options };
  const workers = globSync('src/engine/**/*.worker.ts', { cwd: ROOT }).sort().map(worker);
  const others = [...workers, ...pdfjsBundles, pdfBundle, webviewBundle].map(bundle => build({ ...bundle, ...common }));
  return [...await buildParts(common, 'dist'), ...await Promise.all(others)].map(({ metafile }) => metafile);
}
