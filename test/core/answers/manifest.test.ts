import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TOOLS } from '../../../src/core/answers/index.ts';

interface Declared {
  readonly name: string;
  readonly toolReferenceName: string;
  readonly displayName: string;
  readonly userDescription: string;
  readonly modelDescription: string;
  readonly inputSchema: unknown;
  readonly when: string;
}
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'));
const { languageModelTools } = (read('package.json') as { contributes: { languageModelTools: readonly Declared[] } }).contributes;
const strings = read('package.nls.json') as Readonly<Record<string, string>>;

test('the manifest declares the same tools as the list, with the same descriptions and schemas', () => {
  expect(languageModelTools.map(({ name, toolReferenceName, modelDescription, inputSchema }) => ({ name, toolReferenceName, modelDescription, inputSchema })))
    .toEqual(TOOLS.map(({ name, description, inputSchema }) => ({ name: `rapporteur_${name}`, toolReferenceName: name, modelDescription: description, inputSchema })));
});

test('titles of tools are shown in words, and none is offered in a workspace that is not trusted', () => {
  for (const { displayName, userDescription, when } of languageModelTools) {
    for (const key of [displayName, userDescription]) expect(strings[key.slice(1, -1)], key).toMatch(/\w/);
    expect(when).toBe('isWorkspaceTrusted');
  }
});
