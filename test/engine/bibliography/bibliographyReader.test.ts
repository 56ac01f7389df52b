import { afterEach, describe, expect, test } from 'vitest';
import { BibliographyReader, type ReaderLimits } from '../../../src/engine/bibliography/bibliographyReader.ts';
import type { BibliographyFormat } from '../../../src/core/citations/bibliographyFormat.ts';
import { bundledWorker } from '../bundledWorker.ts';

const SCRIPT = bundledWorker('src/engine/bibliography/bibliography.worker.ts');
const open: BibliographyReader[] = [];
const MINUTES = 5 * 60_000;
afterEach(() => { for (const reader of open.splice(0)) reader.dispose(); });

function readerWith(limits: Partial<ReaderLimits> = {}): BibliographyReader {
  const reader = new BibliographyReader(SCRIPT, limits);
  open.push(reader);
  return reader;
}

const encode = (text: string) => new TextEncoder().encode(text);
const keysOf = async (reader: BibliographyReader, text: string, format: BibliographyFormat = 'biblatex') => (await reader.read(encode(text), format)).entries.map(({ item }) => item.id);

describe('the reader', () => {
  test('hands every entry of a long bibliography over, in order', async () => {
    const text = Array.from({ length: 1234 }, (_, index) => `@book{k${index}, title={T}}`).join('\n');
    expect(await keysOf(readerWith(), text)).toEqual(Array.from({ length: 1234 }, (_, index) => `k${index}`));
  });

  test('says on which line an entry begins', async () => {
    const { entries } = await readerWith().read(encode('% first\n\n@book{a, title={A}}'), 'biblatex');
    expect(entries[0]?.line).toBe(2);
  });

  test('reads several in turn', async () => {
    const reader = readerWith();
    expect(await Promise.all([keysOf(reader, '@book{a,}'), keysOf(reader, '[{"id":"b","type":"book"}]', 'csljson'), keysOf(reader, '- id: c\n  type: book\n', 'cslyaml')])).toEqual([['a'], ['b'], ['c']]);
  });

  test('reads a front matter', async () => {
    expect((await readerWith().readMatter('---\nbibliography: a.bib\n---\n')).bibliographies.map(({ path }) => path)).toEqual(['a.bib']);
  });

  test('adds references to a text, once', async () => {
    const reader = readerWith();
    const items = [{ id: 'a', type: 'book' }, { id: 'b', type: 'book', title: 'B' }];
    expect(await reader.append('@book{a, title={A}}\n', 'biblatex', items)).toMatchObject({ span: { start: 19, end: 20 }, newText: expect.stringContaining('{b,') as string });
    expect(await reader.append('@book{a, title={A}}\n', 'biblatex', items.slice(0, 1))).toBeUndefined();
  });

  test('takes a small part of a shared buffer without the rest', async () => {
    const bytes = encode('xxxx@book{a, title={A}}');
    expect((await readerWith().read(bytes.subarray(4), 'biblatex')).entries).toHaveLength(1);
    expect(bytes.byteLength).toBeGreaterThan(0);
  });

  test('gives up a file that takes too long, and the next when that does too', async () => {
    // A thread that is never done: however busy the machine is, it takes longer than this.
    const slow = new BibliographyReader(new URL('data:text/javascript,for (;;);'), { timeMs: 1 });
    open.push(slow);
    for (const text of ['@book{a,}', '@book{b,}']) await expect(slow.read(encode(text), 'biblatex')).rejects.toMatchObject({ reason: 'time' });
  });

  test('gives up a file that needs too much memory, and lives on', async () => {
    // Who looks for the last free bytes takes long: it is not to be given up for that.
    const small = readerWith({ memoryMb: 12, timeMs: MINUTES });
    const many = Array.from({ length: 100_000 }, (_, index) => `@book{k${index}, title={T}}`).join('\n');
    await expect(small.read(encode(many), 'biblatex')).rejects.toMatchObject({ reason: 'memory' });
    expect(await keysOf(small, '@book{a,}')).toEqual(['a']);
  }, MINUTES);

  test('is over when it is disposed', async () => {
    const reader = readerWith();
    reader.dispose();
    await expect(reader.read(encode('@book{a,}'), 'biblatex')).rejects.toMatchObject({ reason: 'failure' });
  });
});
