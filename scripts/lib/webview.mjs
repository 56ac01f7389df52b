// How the scripts of the timeline's page are bundled, for the extension and for the tests of the page.
import { join } from 'node:path';
import { ROOT } from './ready.mjs';

/** Parts of the toolkit that a page with one theme and one design system has no use for, and what stands in for them. */
const STAND_INS = [
  { importer: /webview-ui-toolkit/, path: /\/design-tokens\.js$/, file: 'tokens.ts' },
  { importer: /fast-foundation/, path: /\/di\/di\.js$/, file: 'container.ts' },
];
const standIns = {
  name: 'stand-ins',
  setup: build => {
    build.onResolve({ filter: /\/(design-tokens|di)\.js$/ }, ({ path, importer }) => {
      const found = STAND_INS.find(one => one.importer.test(importer) && one.path.test(path));
      return found && { path: join(ROOT, 'src/webview/toolkit', found.file) };
    });
  },
};

const common = { bundle: true, platform: 'browser', target: 'es2022', format: 'iife', absWorkingDir: ROOT, legalComments: 'none', charset: 'utf8', logLevel: 'warning', plugins: [standIns] };

/** The page, and the controls, which come after it. */
export const webviewBundles = [
  { ...common, entryPoints: ['src/webview/timeline/main.ts'], outfile: 'dist/timeline.js' },
  { ...common, entryPoints: ['src/webview/toolkit/elements.ts'], outfile: 'dist/controls.js' },
];
