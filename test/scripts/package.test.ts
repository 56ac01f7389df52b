import { expect, test } from 'vitest';
import { BUDGETS, troublesOf } from '../../scripts/lib/package.mjs';

const PATHS = [
  'package.json', 'package.nls.json', 'l10n/bundle.l10n.fr.json', 'readme.md', 'changelog.md', 'LICENSE.txt', 'NOTICE', 'dist/extension.cjs', 'dist/library.worker.cjs', 'dist/timeline.js', 'dist/pdf.js', 'dist/pdfjs.mjs', 'dist/pdfjs.worker.mjs',
  'dist/corpora/cambodia.json', 'dist/pandoc/pandoc.wasm', 'dist/fonts/LICENSE', 'dist/cmaps/H.bcmap', 'dist/wasm/LICENSE_JBIG2', 'dist/wasm/jbig2.wasm', 'dist/wasm/openjpeg.wasm', 'media/icon.png', 'media/licences/GPL-2.0.txt', 'media/styles/apa.csl',
  'corpus/cambodia/corpus.yaml', 'corpus/cambodia/references.json', 'corpus/cambodia/actors/ali-alatas.md', 'docs/checks/README.md', 'samples/cambodia/draft.md',
];
const made = (paths: readonly string[], sizes = { bytes: BUDGETS.all, withoutPandoc: BUDGETS.withoutPandoc }) => ({ files: paths.map(path => ({ path, bytes: 1 })), ...sizes });

test('a package with what belongs there is in order', () => { expect(troublesOf(made(PATHS))).toEqual([]); });
test.each(['dist/extension.cjs.map', 'src/extension.ts', 'test/gold/main.ts', '.npmrc', 'node_modules/yaml/package.json', 'dist/extension.js', 'media/icon.svg.bak'])('%s does not belong there', path => {
  expect(troublesOf(made([...PATHS, path]))).toEqual([`The package has ${path}, which does not belong there.`]);
});
test.each(PATHS)('it is told when %s is missing', path => { expect(troublesOf(made(PATHS.filter(one => one !== path)))).toEqual([expect.stringContaining('The package has no file')]); });
test('it is told when the package is too large, whole and without pandoc', () => {
  expect(troublesOf(made(PATHS, { bytes: BUDGETS.all + 1, withoutPandoc: BUDGETS.withoutPandoc + 1 }))).toHaveLength(2);
});
