import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { surfacesOf } from '../../src/vscode/surface.ts';

const root = resolve(import.meta.dirname, '../..');

test('a surface that fails is named in the log, and leaves the others working', () => {
  const told: unknown[] = [];
  const surface = surfacesOf({ error: (message: unknown) => { told.push(message); } });
  let isGone = false;
  const all = [surface('hover', () => { throw new Error('no such API'); }), surface('completion', () => ({ dispose: () => { isGone = true; } }))];
  for (const one of all) { one.dispose(); }
  expect([told.length, String(told[0]).split('\n')[0], isGone]).toEqual([1, 'hover: Error: no such API', true]);
});

test('every surface is registered that way, under a name of its own', () => {
  const body = readFileSync(join(root, 'src/extension.ts'), 'utf8').split('export function activate')[1]!;
  expect(body.split('\n').filter(line => /\bregister\w+\(/.test(line) && !/^ {4}surface\('[\w ]+', \(\) => register\w+\(/.test(line))).toEqual([]);
  const names = [...body.matchAll(/surface\('([\w ]+)'/g)].map(([, name]) => name);
  expect([names.length > 20, names.filter((name, at) => names.indexOf(name) !== at)]).toEqual([true, []]);
});

test('every row of every view says in words what it is', () => {
  const count = (text: string, words: string) => text.split(words).length - 1;
  const rows = globSync('src/vscode/**/*.ts', { cwd: root }).map(file => ({ file, text: readFileSync(join(root, file), 'utf8') }))
    .map(({ file, text }) => ({ file, made: count(text, 'new vscode.TreeItem('), told: count(text, '.accessibilityInformation = ') })).filter(({ made }) => made > 0);
  expect(rows.length).toBeGreaterThanOrEqual(3);
  expect(rows.filter(({ made, told }) => made !== told)).toEqual([]);
});

test('commands that write are refused in a folder that is not trusted', () => {
  const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { contributes: { commands: { command: string }[] } };
  const writing = [.../const WRITING[^[]*\[([^\]]*)\]/.exec(readFileSync(join(root, 'src/vscode/commands.ts'), 'utf8'))![1]!.matchAll(/'(rapporteur\.[\w.]+)'/g)].map(([, id]) => id!);
  const named = contributes.commands.map(({ command }) => command).filter(id => /\.(?:insert|cite|create|import|export|renumber|fixAll|suppress|refresh|addCited)/.test(id));
  expect(named.filter(id => !writing.includes(id))).toEqual([]);
});
