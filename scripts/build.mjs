// Bundles: the extension, its workers, the webview, the terminal program. Usage: node scripts/build.mjs [--minify]
import { build } from 'esbuild';
import { existsSync, globSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from './lib/ready.mjs';

const minify = process.argv.includes('--minify');
const common = { bundle: true, minify, sourcemap: minify ? false : 'linked', logLevel: 'warning', absWorkingDir: ROOT, legalComments: 'none', charset: 'utf8' };
const node = { ...common, platform: 'node', target: 'node22' };

const bundles = [
  { ...node, format: 'cjs', entryPoints: ['src/extension.ts'], outfile: 'dist/extension.cjs', external: ['vscode'] },
  ...globSync('src/engine/**/*.worker.ts', { cwd: ROOT }).map(file => ({
    ...node, format: 'cjs', entryPoints: [file], outfile: `dist/${basename(file, '.ts')}.cjs`,
  })),
  { ...common, platform: 'browser', target: 'es2022', format: 'iife', entryPoints: ['src/webview/timeline/main.ts'], outfile: 'dist/timeline.js' },
  { ...node, format: 'esm', entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.mjs', banner: { js: '#!/usr/bin/env node' } },
].filter(bundle => existsSync(join(ROOT, bundle.entryPoints[0])));

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
await Promise.all(bundles.map(bundle => build(bundle)));
for (const { outfile } of bundles) { console.log(`${outfile}  ${(statSync(join(ROOT, outfile)).size / 1000).toFixed(0)} kB`); }
