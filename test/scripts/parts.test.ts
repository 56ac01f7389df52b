import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildParts, type BuiltPart } from '../../scripts/lib/parts.mjs';

let parts: readonly BuiltPart[];
beforeAll(async () => { parts = await buildParts({ minify: true, write: false, legalComments: 'none', charset: 'utf8', logLevel: 'error' }, 'dist'); }, 240_000);

const modulesOf = (part: string): string[] => Object.keys(parts.find(one => one.part === part)!.metafile.inputs);
const bytesOf = (part: string): number => Object.values(parts.find(one => one.part === part)!.metafile.outputs)[0]!.bytes;

describe('what the editor reads when it starts', () => {
  test('is the surfaces and the ports, without a library and without what they stand on', () => {
    expect(modulesOf('extension').filter(module => !/^(?:(?:src\/)?extension\.ts$|src\/(?:vscode\/(?!onDemand\/)|engine\/)|editor:)/.test(module))).toEqual([]);
    expect(modulesOf('extension')).not.toEqual(expect.arrayContaining([expect.stringMatching(/\.worker\.ts$|\/documents\/pdf\.ts$|\/library\/open\.ts$/)]));
  });
  test('is small', () => { expect(bytesOf('extension')).toBeLessThan(180 * 1024); });
});

test('YAML comes without the types of schemas that nothing is read by, as each reading names the core schema', () => {
  const left = Object.entries(parts.find(({ part }) => part === 'yaml')!.metafile.outputs).flatMap(([, { inputs }]) => Object.entries(inputs)).filter(([module, { bytesInOutput }]) => /yaml-1\.1\/(?!merge)|json\/schema/.test(module) && bytesInOutput > 40);
  expect(left).toEqual([]);
  const files = globSync('src/**/*.ts', { cwd: resolve(import.meta.dirname, '../..') }).map(file => readFileSync(join(resolve(import.meta.dirname, '../..'), file), 'utf8'));
  const count = (words: RegExp) => files.reduce((sum, text) => sum + [...text.matchAll(words)].length, 0);
  expect(count(/\bparseDocument\(/g)).toBe(count(/schema: 'core'/g));
});

/** The parts of the extension, without the terminal program. */
const ofExtension = () => parts.map(({ part }) => part).filter(part => part !== 'cli' && part !== 'mcpServer');

test('no module of ours is in two parts of the extension', () => {
  const all = ofExtension().flatMap(modulesOf).filter(module => module.startsWith('src/'));
  expect(all.filter((module, index) => all.indexOf(module) !== index)).toEqual([]);
});

test('modules are imported by names, as parts are asked for by them', () => {
  const root = resolve(import.meta.dirname, '../..');
  const files = globSync('src/{extension,vscode/**/*,engine/**/*,cli/**/*,core/**/*}.ts', { cwd: root });
  expect(files.filter(file => /^import (?!type )(?:\w+|\* as \w+)(?:,[^']*)? from '(?:\.|yaml'|edtf')/m.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('all that the thread of the extension can come to load stays under a megabyte', () => {
  expect(ofExtension().map(bytesOf).reduce((sum, size) => sum + size)).toBeLessThan(1024 * 1024);
});
