import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LibraryServer } from '../../../src/engine/library/libraryServer.ts';
import { LibraryUnavailable, openIndex } from '../../../src/engine/library/open.ts';
import { bundledWorker } from '../bundledWorker.ts';
import { find, newIndex, temporaryFolder, textOf } from './support.ts';

const child = bundledWorker('test/engine/library/writingChild.ts');
const TEXTS = 40;

/** @returns what the process said, once it has ended by itself */
async function write(file: string, name: string): Promise<string[]> {
  const process_ = spawn(process.execPath, [child, file, name, String(TEXTS)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, errors] = ['', ''];
  process_.stdout.on('data', (data: Buffer) => { out += data.toString(); });
  process_.stderr.on('data', (data: Buffer) => { errors += data.toString(); });
  const code = await new Promise<number | null>(resolve => { process_.on('close', resolve); });
  expect(code, errors).toBe(0);
  return out.trim().split('\n');
}

describe('two windows', () => {
  test('that make, write and search one index at the same time lose nothing, and each finds what the other put in', { timeout: 240_000 }, async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    const said = await Promise.all([write(file, 'ox'), write(file, 'elk')]);
    for (const [at, name] of ['ox', 'elk'].entries()) expect(said[at]).toEqual(['open', ...Array.from({ length: TEXTS }, (_, text) => `in ${name}${text}`)]);
    const index = await newIndex(file);
    expect(index.texts().map(text => text.key).sort()).toEqual(['ox', 'elk'].flatMap(name => Array.from({ length: TEXTS }, (_, text) => `${name}${text}`)).sort());
    expect((await find(index, 'harbour froze', 200)).total).toBe(2 * TEXTS);
    expect(index.db.prepare("INSERT INTO words (words) VALUES ('integrity-check')").run().changes).toBeDefined();
  });

  test('of which one writes while the other begins, wait for each other', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    const writing = new DatabaseSync(file);
    onTestFinished(() => { if (writing.isOpen) writing.close(); });
    writing.exec('BEGIN IMMEDIATE');
    let isOpen = false;
    const opening = openIndex(file).finally(() => { isOpen = true; });
    // It has tried by now, and been refused.
    await setImmediate();
    await setImmediate();
    expect(isOpen).toBe(false);
    writing.exec('ROLLBACK');
    writing.close();
    const { db, rebuilt } = await opening;
    expect(rebuilt).toBe('none');
    db.close();
  });

  test('of which one has the index open while the other takes texts out see the same', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    const [one, other] = [await newIndex(file), await newIndex(file)];
    one.put([textOf('first', ['The agreement on peace came in Paris.']), textOf('second', ['An agreement was refused.'])]);
    expect((await find(other, 'agreement')).total).toBe(2);
    other.remove(['first']);
    expect((await find(one, 'agreement')).hits.map(hit => hit.textKey)).toEqual(['second']);
  });
});

describe('a folder that nobody can write into', () => {
  // Who may do everything may write into a folder that is read-only; not so where a file stands in its way, nor in /proc.
  const places: [string, (folder: string) => string][] = [
    ['because a file stands in its way', folder => { writeFileSync(join(folder, 'storage'), 'not a folder'); return join(folder, 'storage', 'library', 'library.sqlite'); }],
    ...existsSync('/proc/self') ? [['of the system', () => '/proc/self/library/library.sqlite'] as [string, (folder: string) => string]] : [],
  ];
  test.each(places)('%s is told as one, and nothing else is touched', async (_, place) => {
    const folder = temporaryFolder();
    const file = place(folder);
    await expect(openIndex(file)).rejects.toMatchObject({ code: 'not-writable' } satisfies Partial<LibraryUnavailable>);
    await expect(new LibraryServer(() => undefined).handlers.open({ file })).rejects.toMatchObject({ code: 'not-writable' });
    if (existsSync(join(folder, 'storage'))) expect(readFileSync(join(folder, 'storage'), 'utf8')).toBe('not a folder');
  });

  test('as a whole, where the index itself is a folder, keeps what is in that', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    mkdirSync(file);
    writeFileSync(join(file, 'notes.txt'), 'mine');
    await openIndex(file).then(({ db }) => { db.close(); }, (error: unknown) => { expect(error).toBeInstanceOf(LibraryUnavailable); });
    expect(readFileSync(join(file, 'notes.txt'), 'utf8')).toBe('mine');
  });
});
