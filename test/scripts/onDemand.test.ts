import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const files = globSync('src/vscode/**/*.ts', { cwd: root }).map(file => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const idsIn = (text: string): string[] => [...text.matchAll(/'(rapporteur\.\w+)'/g)].map(([, id]) => id!).sort();

/** Each call of `onCommand`, with what it names and the module that it has read. */
const calls = files.filter(({ text }) => text.includes('import { onCommand }')).flatMap(({ file, text }) => [...text.matchAll(/onCommand\(\[([^\]]*)\], \(\) => (?:vscode\.Disposable\.from\(new )?(\w+)\(/g)].map(([, ids, name]) => {
  const path = new RegExp(`^import \\{[^}]*\\b${name!}\\b[^}]*\\} from '([^']+)';`, 'm').exec(text)?.[1] ?? '';
  return { name: name!, ids: idsIn(ids!), module: join(root, dirname(file), path) };
}));

test('whoever is brought by a command registers just the commands that bring it', () => {
  expect(calls.length).toBeGreaterThan(15);
  expect(calls.map(({ name, ids }) => [name, ids])).toEqual(calls.map(({ name, module }) => [name, [...readFileSync(module, 'utf8').matchAll(/registerCommand\('(rapporteur\.\w+)'/g)].map(([, id]) => id!).sort()]));
});

test('it is in the part that is read on demand', () => {
  expect(calls.filter(({ module }) => !module.startsWith(join(root, 'src/vscode/onDemand/')))).toEqual([]);
});
