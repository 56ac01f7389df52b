// Libraries that the extension needs only for some files are bundled apart and read when they are first used: what is not in
// the extension's own bundle is not read while the editor starts.
import { ROOT } from './ready.mjs';

/** In the order of what they save. Each is used through its functions and classes alone. */
export const LATER = ['yaml', 'edtf'];

/** The bundle of such a library. */
export const laterBundle = name => ({ stdin: { contents: `export * from '${name}';`, resolveDir: ROOT }, outfile: `dist/${name}.cjs` });

/** Has `import { parse } from 'edtf'` mean the bundle beside, read at the first use of one of its names. */
export const later = {
  name: 'later',
  setup: build => {
    build.onResolve({ filter: new RegExp(`^(?:${LATER.join('|')})$`) }, ({ path }) => ({ path, namespace: 'later' }));
    build.onLoad({ filter: /.*/, namespace: 'later' }, async ({ path }) => {
      const names = Object.keys(await import(path)).filter(name => name !== 'default' && name !== 'module.exports');
      const contents = `let library;
        for (const name of ${JSON.stringify(names)}) {
          Object.defineProperty(exports, name, { enumerable: true, get: () => (library ??= require('./${path}.cjs'))[name] });
        }`;
      return { contents, loader: 'js', resolveDir: ROOT };
    });
    build.onResolve({ filter: new RegExp(`^\\./(?:${LATER.join('|')})\\.cjs$`), namespace: 'later' }, ({ path }) => ({ path, external: true }));
  },
};
