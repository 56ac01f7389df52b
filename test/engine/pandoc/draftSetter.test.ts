import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { settingOf } from '../../../src/core/citations/setState.ts';
import { plainSetText } from '../../../src/core/citations/setText.ts';
import type { CslItem } from '../../../src/core/citations/types.ts';
import { DraftSetter, type SetInput, type SetInStyle } from '../../../src/engine/pandoc/draftSetter.ts';
import { setCitations, type SetCitations } from '../../../src/engine/pandoc/setCitations.ts';
import { WasmPandoc } from '../../../src/engine/pandoc/wasmPandoc.ts';
import { wasmFile, workerFile } from './support.ts';

vi.setConfig({ testTimeout: 180_000 });
const pandoc = new WasmPandoc({ workerFile, wasmFile });
afterAll(() => pandoc.dispose());
const styleOf = (name: string) => readFileSync(fileURLToPath(new URL(`../../../media/styles/${name}.csl`, import.meta.url)), 'utf8');
const csl = styleOf('un-editorial');

const NAMES = 30;
const items = new Map(Array.from({ length: 60 }, (_, index): [string, { item: CslItem }] => [`k${index}`, {
  item: { id: `k${index}`, type: 'book', title: `Book ${index}`, author: [{ family: `Name${index % NAMES}`, given: 'Ada' }], issued: { 'date-parts': [[2001]] } },
}]));
const inputOf = (texts: readonly string[], more: Partial<SetInput> = {}): SetInput => ({
  citations: texts.map((text, event) => ({ text, event, isInNote: false, citekeys: [...text.matchAll(/@(k\d+)/g)].map(match => match[1]!) })), sources: items, nocite: new Set(), isListed: true, isNumbered: false, ...more,
});
const texts = Array.from({ length: 50 }, (_, index) => `[@k${index % 25}, p. ${index}]`);
const shown = (set: readonly (SetCitations['citations'][number] | undefined)[]) => set.map(one => (one === undefined ? undefined : plainSetText(one.note ?? one.inText)));
const wholeOf = async (input: SetInput, style = csl) => setCitations(pandoc, { citations: input.citations, items: [...items.values()].map(({ item }) => item), csl: style, lang: '' });

/** A setter with what it asked for and a promise of the next time that something was set. */
function setterOf(style = csl, setting: (task: Parameters<SetInStyle>[0]) => Promise<unknown> = async () => undefined) {
  const asked: number[] = [];
  let told = () => {};
  const setter = new DraftSetter(async (task, run) => {
    asked.push(task.citations.length);
    await setting(task);
    return setCitations(pandoc, { ...task, csl: style, lang: '' }, run);
  }, () => told());
  const next = () => new Promise<void>(resolve => { told = resolve; });
  return { setter, asked, next };
}

test('a change in a long draft sets a few citations, and what it sets is what the whole draft has', async () => {
  const { setter, asked, next } = setterOf();
  let set = next();
  setter.update(inputOf(texts));
  await set;
  expect(asked).toEqual([50]);
  // A work cited for the first time, a work cited right before, and a citation that is "Ibid." no more because of one before it.
  const changed = inputOf(texts.toSpliced(10, 0, '[@k45, p. 1]', '[@k45, p. 2]').toSpliced(30, 1));
  set = next();
  setter.update(changed);
  await set;
  expect(asked).toHaveLength(2);
  expect(asked[1]).toBeLessThan(12);
  const whole = await wholeOf(changed);
  expect(shown(settingOf(setter.state, changed.citations).set)).toEqual(shown(whole.citations));
  expect(setter.state.references.map(({ citekey }) => citekey)).toEqual(whole.references.map(({ citekey }) => citekey));
});

test('a new work of the same author and year has its letter at once; the other gets its own when the whole is set', async () => {
  const apa = styleOf('apa');
  const { setter, next } = setterOf(apa);
  let set = next();
  setter.update(inputOf(texts));
  await set;
  // k30 is by the author of k0, in the same year.
  const changed = inputOf([...texts, '[@k30]']);
  set = next();
  setter.update(changed);
  await set;
  const whole = shown((await wholeOf(changed, apa)).citations);
  expect(whole.at(-1)).toBe('(Name0, 2001b)');
  expect(shown(settingOf(setter.state, changed.citations).set).at(-1)).toBe('(Name0, 2001b)');
  set = next();
  setter.settle();
  await set;
  expect(shown(settingOf(setter.state, changed.citations).set)).toEqual(whole);
});

describe('what was set', () => {
  test('is shown on while a bibliography changes, and set anew', async () => {
    const { setter, asked, next } = setterOf();
    const input = inputOf(texts.slice(0, 3));
    let set = next();
    setter.update(input);
    await set;
    const before = shown(settingOf(setter.state, input.citations).set);
    setter.outdate();
    expect(shown(settingOf(setter.state, input.citations).set)).toEqual(before);
    set = next();
    setter.update({ ...input, sources: new Map([...items, ['k0', { item: { id: 'k0', type: 'book', title: 'Another' } }]]) });
    await set;
    expect(asked).toEqual([3, 3]);
    expect(shown(settingOf(setter.state, input.citations).set)[0]).toContain('Another');
  });
  test('of a work before its bibliography was read is not shown once the work is known', async () => {
    const { setter, next } = setterOf();
    const input = inputOf(['[@k1]', '[@k2]', '[@k1; @k2]']);
    let set = next();
    setter.update({ ...input, sources: new Map([['k1', items.get('k1')!]]) });
    await set;
    expect(shown(settingOf(setter.state, input.citations).set)[1]).toContain('k2?');
    setter.outdate();
    const [first, second, both] = shown(settingOf(setter.state, input.citations).set);
    expect(first).toContain('Book 1');
    expect([second, both]).toEqual([undefined, undefined]);
    set = next();
    setter.update(input);
    await set;
    expect(shown(settingOf(setter.state, input.citations).set)[1]).toContain('Book 2');
  });
  test('is not set again when nothing changed', async () => {
    const { setter, asked, next } = setterOf();
    const input = inputOf(texts.slice(0, 3));
    const set = next();
    setter.update(input);
    await set;
    setter.settle();
    setter.update(input);
    expect(asked).toEqual([3]);
  });
  test('while the draft changed is kept for what did not change, and the rest follows', async () => {
    let release = () => {};
    const held = new Promise<void>(resolve => { release = resolve; });
    const { setter, asked, next } = setterOf(csl, () => held);
    let set = next();
    setter.update(inputOf(['[@k1]']));
    setter.update(inputOf(['[@k1]', '[@k2]']));
    release();
    await set;
    expect(shown(settingOf(setter.state, inputOf(['[@k1]', '[@k2]']).citations).set)[1]).toBeUndefined();
    set = next();
    await set;
    expect(asked).toEqual([1, 2]);
    expect(shown(settingOf(setter.state, inputOf(['[@k1]', '[@k2]']).citations).set)[1]).toContain('Book 2');
  });
});

test('in a style of numbers the whole draft is set', async () => {
  const { setter, asked, next } = setterOf();
  let set = next();
  setter.update(inputOf(texts, { isNumbered: true }));
  await set;
  set = next();
  setter.update(inputOf(['[@k50]', ...texts], { isNumbered: true }));
  await set;
  expect(asked).toEqual([50, 51]);
});

test('what could not be set is tried once more, and then when it is asked for', async () => {
  let failures = 3;
  let tries = 0;
  let told = () => {};
  const setter = new DraftSetter(async () => {
    tries++;
    return failures-- > 0 ? undefined : { citations: [{ inText: [], note: undefined }], references: [] };
  }, () => told());
  const input = inputOf(['[@k1]']);
  setter.update(input);
  await vi.waitFor(() => expect(setter.hasFailed).toBe(true));
  setter.settle();
  expect(tries).toBe(2);
  const set = new Promise<void>(resolve => { told = resolve; });
  setter.update({ ...input });
  await set;
  expect(tries).toBe(4);
  expect(setter.hasFailed).toBe(false);
});
