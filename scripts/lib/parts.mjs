// The extension and the terminal program in parts. What the editor reads when it starts is src/extension.ts with src/vscode and
// src/engine; the terminal program is src/cli with src/engine. What those stand on is read when something of it is first used,
// each part from a file of its own. The sources are none the wiser: `import { checkDraft } from '../core/checks/index.ts'` is
// the same function, only later. Hence nothing of another part may be used while a file of src/vscode is read, and all is
// imported by its name; tests hold both.
import { build } from 'esbuild';
import { globSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { ROOT } from './ready.mjs';

/** What is started; all that is in none of the parts comes along with it. */
const STARTED = { extension: 'src/extension.ts', cli: 'src/cli/main.ts', mcpServer: 'src/cli/mcpServer.ts' };
/**
 * The parts, and where the modules of each begin; the longest that fits counts. A part may ask only for those after it, and for
 * none of what is started.
 */
const PARTS = {
  // Commands, and what only a writer's asking brings about. It stands on the surfaces, and is the only one that does.
  onDemand: ['src/vscode/onDemand/'],
  answers: ['src/core/answers/', 'src/core/annexes/', 'src/core/dictionaries/'],
  checks: ['src/core/checks/'],
  // With what any page says to the extension.
  timeline: ['src/core/timeline/', 'src/core/check.ts', 'src/core/library/pdfProtocol.ts'],
  core: ['src/core/'],
  // Whole bibliographies: the extension reads them in a worker.
  cli: ['bibliography.ts', 'bibtex', 'csl.ts', 'latex.ts', 'ris.ts'].map(file => `src/core/citations/${file}`),
  // Those are told at the start which words to use.
  words: ['src/core/l10n.ts'],
  yaml: ['yaml'],
  edtf: ['edtf'],
};
const MARKDOWN_IT = './scripts/lib/standIns/markdownIt.mjs';
/** The build of a library that bundles best, and less of what others bring than they would. */
const ALIAS = { 'yaml': './node_modules/yaml/browser/index.js', 'linkify-it': MARKDOWN_IT, 'uc.micro': MARKDOWN_IT, 'punycode.js': MARKDOWN_IT, 'entities': './scripts/lib/standIns/entities.mjs' };
const LIBRARIES = /^(?:yaml|edtf)$/;
const partOf = module => Object.entries(PARTS).flatMap(([part, starts]) => starts.filter(start => module.startsWith(start)).map(start => ({ part, start })))
  .sort((a, b) => b.start.length - a.start.length)[0]?.part;

/** The editor's module, asked for once and by its names: as a whole it would be copied for every file that imports it. */
const editor = {
  name: 'editor',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) => namespace === 'editor' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'editor' });
    onLoad({ filter: /.*/, namespace: 'editor' }, () => {
      const texts = globSync('src/{extension,vscode/**/*}.ts', { cwd: ROOT }).map(file => readFileSync(join(ROOT, file), 'utf8'));
      // Names of types are none of the module.
      const there = new Set([...readFileSync(join(ROOT, 'node_modules/@types/vscode/index.d.ts'), 'utf8').matchAll(/^\texport (?:abstract )?(?:class|enum|namespace|const|let|function) (\w+)/gm)].map(([, name]) => name));
      const names = new Set(texts.flatMap(text => [...text.matchAll(/\bvscode\.([A-Za-z]\w*)/g)].map(([, name]) => name)).filter(name => there.has(name)));
      return { contents: `export const { ${[...names].sort().join(', ')} } = require('vscode');`, loader: 'js' };
    });
  },
};

/** YAML is read by its core schema alone (`schema: 'core'`): types of other schemas, such as sets and times of day, stay out. */
const coreYaml = {
  name: 'core-yaml',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]schema[\\/](?:json[\\/]schema|yaml-1\.1[\\/](?:binary|omap|pairs|schema|set|timestamp))\.js$/ }, () =>
      ({ contents: 'export let schema, binary, omap, pairs, set, timestamp, intTime, floatTime;' }));
  },
};

/** The names that a file imports from a path, or hands on from it. */
const namesFrom = (file, path) => [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )\{([^}]*)\} from '([^']+)'/gm)].filter(([, , from]) => from === path)
  .flatMap(([, list]) => list.split(',').map(name => name.trim()).filter(name => name !== '' && !name.startsWith('type ')).map(name => name.split(' as ')[0]));

/**
 * Has what a part imports of another one asked for under a name such as `#core/4f`.
 * @param ask is told of each such module, and which names of it are wanted
 */
const apart = (own, ask) => ({
  name: 'apart',
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^\.|^(?:yaml|edtf)$/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'dynamic-import' && path === './mcpServer.ts') { return { path: './mcpServer.cjs', external: true }; }
      if (kind !== 'import-statement' || pluginData === own || importer.includes('node_modules')) { return undefined; }
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: own });
      const module = LIBRARIES.test(path) ? path : relative(ROOT, found.path).split(sep).join('/');
      const part = partOf(module) ?? (own === 'onDemand' ? 'extension' : undefined);
      if (part === undefined || part === own) { return found; }
      ask(part, module, namesFrom(importer, path));
      return { path: `#${part}/${nameOf(module)}`, external: true, sideEffects: false };
    });
  },
});

/** How such a name is answered: by the module when a part asks for what it stands on, else by what brings it at the first use. */
const banner = own => `${own === 'cli' ? '#!/usr/bin/env node\n' : ''}require = ((load, later) => name => {
  const [, part, module] = /^#(\\w+)\\/(.*)$/.exec(name) ?? [];
  const bring = () => load('./' + part + '.cjs')[module];
  return part === undefined ? load(name) : ${own in STARTED ? '' : '/^(?:core|words|extension)$/.test(part) ? bring() : '}later(bring);
})(require, bring => { let found; return new Proxy({}, { get: (_, name) => (found ??= bring())[name] }); });`;

const MODULES = globSync('src/**/*.ts', { cwd: ROOT }).map(file => file.split(sep).join('/')).sort();
/** What a module is asked for by: its place in their list, as it stands in the bundles some hundred times. */
const nameOf = module => LIBRARIES.test(module) ? module : MODULES.indexOf(module).toString(36);

/** The names that a module gives to others. */
const namesOf = file => [...readFileSync(file, 'utf8').matchAll(/^export (?:async )?(?:function|class|const) (\w+)/gm)].map(([, name]) => name);

/** What a part hands out: its modules, each as an object under its own name, so that `export { activate }` may stand beside. */
const handedOut = asked => [...asked].sort(([a], [b]) => a < b ? -1 : 1).map(([module, names], at) => `import { ${[...names].sort().map(name => `${name} as ${name}_${at}`).join(', ')} } from ${JSON.stringify(LIBRARIES.test(module) ? module : `./${module}`)};
const module_${at} = { ${[...names].sort().map(name => `${name}: ${name}_${at}`).join(', ')} };
export { module_${at} as ${JSON.stringify(nameOf(module))} };`).join('\n');

/** Bundles the parts into a folder, relative to the root or absolute. @returns each with its metafile */
export async function buildParts(options, folder) {
  const asked = new Map([...Object.keys(PARTS).filter(part => !(part in STARTED)), 'extension'].map(part => [part, new Map()]));
  const bundle = async (part, entry) => {
    const ask = (other, module, names) => {
      if (!asked.has(other)) { throw new Error(`${part} asks for ${module}, but ${other} is before it.`); }
      asked.get(other).set(module, new Set([...asked.get(other).get(module) ?? [], ...names]));
    };
    const { metafile } = await build({
      ...options, ...entry, bundle: true, metafile: true, platform: 'node', target: 'node22', format: 'cjs', absWorkingDir: ROOT, outfile: join(folder, `${part}.cjs`),
      plugins: [editor, coreYaml, apart(part, ask)], alias: ALIAS, banner: { js: banner(part) },
    });
    return { part, metafile };
  };
  const handing = (part, more = '') => {
    const contents = `${more}${handedOut(asked.get(part))}`;
    return { stdin: { contents, resolveDir: ROOT, sourcefile: `${part}.ts` } };
  };
  // The surfaces and what is read on demand ask for each other: the one hands out all it has, the other what it was asked for.
  for (const module of MODULES.filter(one => partOf(one) === 'onDemand')) { asked.get('onDemand').set(module, new Set(namesOf(join(ROOT, module)))); }
  const built = [await bundle('onDemand', handing('onDemand'))];
  const extension = handing('extension', `export { activate } from './${STARTED.extension}';\n`);
  asked.delete('extension');
  built.push(...await Promise.all(Object.entries(STARTED).map(([part, file]) => bundle(part, part === 'extension' ? extension : { entryPoints: [file] }))));
  asked.delete('onDemand');
  for (const part of asked.keys()) {
    const contents = handing(part);
    asked.delete(part);
    built.push(await bundle(part, contents));
  }
  return built;
}
