// How the scripts of the pages are bundled, for the extension and for the tests of the pages.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedPdfjs } from './pdfjs.mjs';
import { ROOT } from './ready.mjs';

/** Parts of the toolkit that a page with one theme, one design system, no form and no icons has no use for, and what stands in for them. */
const STAND_INS = [
  { importer: /webview-ui-toolkit/, path: /\/design-tokens\.js$/, file: 'tokens.ts' },
  { importer: /fast-foundation/, path: /\/di\/di\.js$/, file: 'container.ts' },
  { importer: /fast-foundation/, path: /\/button\.js$/, file: 'button.ts' },
  { importer: /fast-foundation/, path: /\/button\.template\.js$/, file: 'template.ts' },
  { importer: /fast-foundation/, path: /\/style\/focus\.js$/, file: 'focus.ts' },
  { importer: /fast-element/, path: /\/platform\.js$/, file: 'platform.ts' },
  { importer: /fast-element/, path: /\/element-styles\.js$/, file: 'styles.ts' },
];
const lean = {
  name: 'lean',
  setup: build => {
    build.onResolve({ filter: /\/(design-tokens|di|button|button\.template|focus|platform|element-styles)\.js$/ }, ({ path, importer }) => {
      const found = STAND_INS.find(one => one.importer.test(importer) && one.path.test(path));
      return found && { path: join(ROOT, 'src/webview/toolkit', found.file) };
    });
    // Style sheets within scripts keep their blanks when scripts are minified.
    build.onLoad({ filter: /webview-ui-toolkit[\\/]dist[\\/].*\.styles\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '').replace(/\s*\n\s*/g, ' '), loader: 'js',
    }));
  },
};

/**
 * The page in three files: `timeline.js` draws the picture; what stands around it, the controls among it, comes after; what
 * both use is in `timeline-….js`.
 */
export const webviewBundle = {
  bundle: true, splitting: true, platform: 'browser', target: 'es2022', format: 'esm', absWorkingDir: ROOT, legalComments: 'none', charset: 'utf8', logLevel: 'warning', plugins: [lean],
  // One of the two versions is enough.
  alias: { tslib: join(ROOT, 'node_modules/tslib/tslib.es6.mjs') },
  entryPoints: { timeline: 'src/webview/timeline/main.ts' }, outdir: 'dist', chunkNames: 'timeline-[name]-[hash]',
};

/** The page that shows a PDF, in one file beside PDF.js. */
export const pdfBundle = {
  bundle: true, platform: 'browser', target: 'es2022', format: 'esm', absWorkingDir: ROOT, legalComments: 'none', charset: 'utf8', logLevel: 'warning', plugins: [sharedPdfjs],
  entryPoints: ['src/webview/pdf/main.ts'], outfile: 'dist/pdf.js',
};
