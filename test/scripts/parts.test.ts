import { beforeAll, describe, expect, test } from 'vitest';
import { buildParts, type BuiltPart } from '../../scripts/lib/parts.mjs';

let parts: readonly BuiltPart[];
beforeAll(async () => { parts = await buildParts({ minify: true, write: false, legalComments: 'none', charset: 'utf8', logLevel: 'error' }, 'dist'); }, 240_000);

const modulesOf = (part: string): string[] => Object.keys(parts.find(one => one.part === part)!.metafile.inputs);
const bytesOf = (part: string): number => Object.values(parts.find(one => one.part === part)!.metafile.outputs)[0]!.bytes;

describe('what the editor reads when it starts', () => {
  test('is the surfaces and the ports, without a library and without what they stand on', () => {
    expect(modulesOf('extension').filter(module => !/^(?:src\/(?:extension\.ts|vscode\/|engine\/)|editor:)/.test(module))).toEqual([]);
    expect(modulesOf('extension')).not.toEqual(expect.arrayContaining([expect.stringMatching(/\.worker\.ts$|\/documents\/pdf\.ts$|\/library\/open\.ts$/)]));
  });
  test('is small', () => { expect(bytesOf('extension')).toBeLessThan(250_000); });
});

test('no module of ours is in two parts', () => {
  const all = parts.flatMap(({ part }) => modulesOf(part)).filter(module => module.startsWith('src/'));
  expect(all.filter((module, index) => all.indexOf(module) !== index)).toEqual([]);
});

test('what is ours for the extension host, and what it needs for every draft, stays under a megabyte', () => {
  const sizes = parts.filter(({ part }) => part !== 'yaml' && part !== 'edtf').map(({ part }) => bytesOf(part));
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(1_000_000);
});
