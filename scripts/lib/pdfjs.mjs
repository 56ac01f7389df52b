// PDF.js in two files beside the bundles: the thread that reads documents and the page that shows a PDF load the same ones.
import { ROOT } from './ready.mjs';

const PACKAGE = 'pdfjs-dist/legacy/build';
/** What of it is used, and the file that gives it. */
const FILES = {
  'pdf.mjs': { file: 'pdfjs.mjs', contents: `export { getDocument, PDFWorker, TextLayer, VerbosityLevel } from '${PACKAGE}/pdf.mjs';` },
  'pdf.worker.mjs': { file: 'pdfjs.worker.mjs', contents: `import '${PACKAGE}/pdf.worker.mjs';` },
};

/** Leaves PDF.js out of a bundle: it is imported from those files. */
export const sharedPdfjs = {
  name: 'shared-pdfjs',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^pdfjs-dist\/legacy\/build\/pdf(?:\.worker)?\.mjs$/ }, ({ path }) => ({ path: `./${FILES[path.slice(PACKAGE.length + 1)].file}`, external: true }));
  },
};

export const pdfjsBundles = Object.values(FILES).map(({ file, contents }) => ({
  stdin: { contents, resolveDir: ROOT, sourcefile: file }, outfile: `dist/${file}`, bundle: true, platform: 'browser', target: 'es2022', format: 'esm',
  absWorkingDir: ROOT, legalComments: 'none', charset: 'utf8', logLevel: 'warning',
  // It asks where it is, to look for what is drawn without a browser.
  define: { 'import.meta.url': 'undefined' },
}));
