import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readQuery } from '../../../src/core/library/query.ts';
import { LibraryServer } from '../../../src/engine/library/libraryServer.ts';
import { isWalSafe, openIndex } from '../../../src/engine/library/open.ts';
import type { CallContext } from '../../../src/engine/library/remote.ts';
import { find, newIndex, temporaryFolder, textOf } from './support.ts';

const context: CallContext = { isCancelled: () => false, progress: () => undefined };
const PEACE = textOf('khan2022', ['The agreement on peace came in Paris.', 'It did not hold for long.']);

async function withServer(file: string) {
  const rebuilt: string[] = [];
  const server = new LibraryServer(reason => rebuilt.push(reason));
  onTestFinished(() => { server.handlers.close(); });
  const report = await server.handlers.open({ file });
  const search = (words: string) => server.handlers.search({ query: readQuery(words).query, limit: 10 }, context);
  return { server, report, rebuilt, search };
}

async function filled(): Promise<string> {
  const file = join(temporaryFolder(), 'library.sqlite');
  const { server } = await withServer(file);
  await server.handlers.put([PEACE]);
  server.handlers.close();
  return file;
}

describe('the index', () => {
  test('is there again when it is opened again', async () => {
    const { report, search } = await withServer(await filled());
    expect(report).toEqual({ rebuilt: undefined, isReadOnly: false, texts: 1, passages: 2 });
    expect((await search('agreement')).hits[0]!.text).toBe(PEACE.passages[0]!.text);
  });

  test('gives a passage as it was put in, with its place', async () => {
    const index = await newIndex();
    const passage = { ...PEACE.passages[0]!, kind: 'note' as const, page: '7', turns: [{ at: 4, page: '8' }], section: '2.5', note: '24', start: 100, end: 137, ref: 'x#2', days: [[1, 2]] as const };
    index.put([{ ...PEACE, passages: [passage] }]);
    expect({ ...(await find(index, 'agreement')).hits[0], days: [[1, 2]] }).toMatchObject({ ...passage, textKey: 'khan2022', shelf: 'sources', citekey: 'khan2022' });
  });

  test('keeps texts without passages', async () => {
    const index = await newIndex();
    index.put([textOf('empty', []), PEACE, textOf('none', [])]);
    expect(index.texts().map(text => [text.key, text.last - text.first + 1])).toEqual([['empty', 0], ['khan2022', 2], ['none', 0]]);
    expect((await find(index, 'agreement')).hits[0]!.textKey).toBe('khan2022');
  });

  test.each([
    ['garbage', (file: string) => writeFileSync(file, 'not a database at all, but long enough to be looked at as if it were one'.repeat(100))],
    ['empty of all but a header', (file: string) => truncateSync(file, 100)],
    ['cut in the middle', (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 2 / 4096) * 4096)],
  ])('that is %s is made anew, and that is said', async (_, damage) => {
    const file = await filled();
    damage(file);
    const { server, report, rebuilt, search } = await withServer(file);
    // What is wrong inside is seen when it is used.
    if (report.rebuilt === undefined) await search('agreement').catch(() => undefined);
    expect([report.rebuilt, ...rebuilt]).toContain('damaged');
    await server.handlers.put([PEACE]);
    expect((await search('agreement')).total).toBe(1);
  });

  test('of another program is made anew', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE text (key TEXT); INSERT INTO text VALUES (1)');
    other.close();
    expect((await withServer(file)).report.rebuilt).toBe('foreign');
  });

  test('with a trigger that someone put in is made anew', async () => {
    const file = await filled();
    const db = new DatabaseSync(file);
    db.exec('CREATE TRIGGER evil AFTER INSERT ON passage BEGIN DELETE FROM text; END');
    db.close();
    expect((await withServer(file)).report.rebuilt).toBe('older');
  });

  test('of an older version is made anew', async () => {
    const file = await filled();
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 0');
    db.close();
    expect((await withServer(file)).report.rebuilt).toBe('older');
  });

  test('never shows a text that was changed in it', async () => {
    const file = await filled();
    const db = new DatabaseSync(file);
    db.exec("UPDATE passage SET body = replace(body, 'did not', 'did now')");
    db.close();
    const { rebuilt, search } = await withServer(file);
    await expect(search('long')).rejects.toMatchObject({ code: 'rebuilt' });
    expect(rebuilt).toEqual(['damaged']);
  });

  test('does not take out other words than it was given', async () => {
    const file = await filled();
    const db = new DatabaseSync(file);
    db.exec("UPDATE passage SET body = replace(body, 'did not', 'did now')");
    db.close();
    const { server, rebuilt } = await withServer(file);
    await expect(server.handlers.remove(['khan2022'])).rejects.toMatchObject({ code: 'rebuilt' });
    expect(rebuilt).toEqual(['damaged']);
  });

  test('keeps no word of a text that is replaced or removed', async () => {
    const index = await newIndex();
    const words = () => Number(index.db.prepare('SELECT count(*) AS count FROM temp.term').get()?.['count']);
    index.put([PEACE]);
    index.put([textOf('khan2022', ['Another.'])]);
    expect(words()).toBe(1);
    index.remove(['khan2022']);
    expect(words()).toBe(0);
    index.db.exec("INSERT INTO words (words) VALUES ('integrity-check')");
  });

  test('opens in two windows; what one puts in the other finds', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    const [a, b] = await Promise.all([withServer(file), withServer(file)]);
    await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? a : b).server.handlers.put([textOf(`t${at}`, [`agreement ${at}`])])));
    expect([(await a.search('agreement')).total, (await b.search('agreement')).total]).toEqual([20, 20]);
  });

  test('that a program was killed over has what was put in before', async () => {
    const file = await filled();
    const copy = join(temporaryFolder(), 'library.sqlite');
    const { server } = await withServer(file);
    await server.handlers.put([textOf('second', ['A second agreement.'])]);
    // As on disk at this moment, log and all.
    for (const end of ['', '-wal', '-shm']) copyFileSync(file + end, copy + end);
    expect((await (await withServer(copy)).search('agreement')).total).toBe(2);
  });

  test('uses a write-ahead log only where SQLite does that without risk', () => {
    expect(['3.44.6', '3.50.7', '3.51.3', '3.52.0', '4.0.0'].map(isWalSafe)).toEqual([true, true, true, true, true]);
    expect(['3.44.5', '3.49.1', '3.50.6', '3.51.2', '', undefined].map(isWalSafe)).toEqual([false, false, false, false, false, false]);
  });

  test('is a folder: said, not removed with what is in it', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'precious.txt'), 'x');
    await expect(openIndex(folder)).rejects.toThrow();
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('x');
  });
});
