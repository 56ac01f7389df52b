import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { packCorpus, unpackCorpus } from '../../../src/core/corpus/packed.ts';
import { readCorpus } from '../../../src/core/corpus/read.ts';
import { mergeCorpora } from '../../../src/core/corpus/snapshot.ts';
import type { Snapshot } from '../../../src/core/corpus/types.ts';
import { CorpusStore } from '../../../src/engine/corpus/corpusStore.ts';
import { packFolder } from '../../../src/engine/corpus/packFolder.ts';
import { validateCorpus } from '../../../src/engine/corpus/validate.ts';
import { MemoryFiles, TestClock } from './memoryFiles.ts';

const CORPORA = fileURLToPath(new URL('../../../corpus', import.meta.url));

test.each(readdirSync(CORPORA))('the corpus “%s” is the same packed as from its files', async name => {
  const folder = `${CORPORA}/${name}`;
  const { corpus } = await validateCorpus(folder);
  const packed = unpackCorpus(await packFolder(folder), pathToFileURL(folder).href);
  expect(packed.corpus).toEqual(corpus);
  expect(plain(mergeCorpora([packed.corpus]))).toEqual(plain(mergeCorpora([corpus])));
});

/** With what is only worked out when asked. */
function plain({ statementsAbout, ...snapshot }: Snapshot) {
  return { ...snapshot, statementsAbout: [...statementsAbout].map(([key, statements]) => [key, statements.map(({ id, text, dates, mentions }) => ({ id, text, dates, mentions }))]) };
}

describe('a corpus of which there is a packed text', () => {
  const ACTOR = (name: string) => `---\ntype: state\nname: ${name}\n---\n`;
  const FILES = { 'file:///c/corpus.yaml': 'id: c', 'file:///c/actors/a.md': ACTOR('A'), 'file:///c/actors/b.md': ACTOR('B') };
  const namesOf = (snapshot: Snapshot | undefined) => [...snapshot?.entries.values() ?? []].map(entry => entry.name).sort();

  async function opened(texts: Readonly<Record<string, string>>, packed: () => Promise<Uint8Array | undefined>) {
    const files = Object.assign(new MemoryFiles(texts), { packed });
    const clock = new TestClock();
    const store = new CorpusStore(files, { schedule: clock.schedule });
    const snapshots: Snapshot[] = [];
    store.onDidChangeSnapshot(snapshot => { snapshots.push(snapshot); });
    await store.load();
    const readToOpen = [...files.reads];
    /** Lets the time pass until nothing is planned any more. */
    const rest = async () => { do await store.idle(); while (clock.next()); };
    return { files, store, snapshots, readToOpen, rest };
  }

  /** What the build would make of these files. */
  function packedOf(texts: Readonly<Record<string, string>>): Uint8Array {
    const files = Object.entries(texts).map(([uri, text]) => ({ path: uri.replace('file:///c/', ''), uri, text }));
    return new TextEncoder().encode(packCorpus(files, readCorpus(files, 'file:///c')));
  }

  test('is opened without its files, which are looked at afterwards and change nothing', async () => {
    const packed = packedOf(FILES);
    const { store, files, readToOpen, snapshots, rest } = await opened(FILES, () => Promise.resolve(packed));
    expect(readToOpen).toEqual([]);
    expect(namesOf(store.snapshot)).toEqual(['A', 'B']);
    expect(store.textOf('file:///c/actors/a.md')).toBe(ACTOR('A'));
    await rest();
    expect(files.reads.toSorted()).toEqual(Object.keys(FILES).toSorted());
    expect(snapshots).toEqual([store.snapshot]);
  });

  test('is what its files say where the packed text is older', async () => {
    const packed = packedOf(FILES);
    const { store, rest } = await opened({ ...FILES, 'file:///c/actors/b.md': ACTOR('Changed'), 'file:///c/actors/c.md': ACTOR('New') }, () => Promise.resolve(packed));
    await rest();
    expect(namesOf(store.snapshot)).toEqual(['A', 'Changed', 'New']);
  });

  test('follows changes of its files', async () => {
    const packed = packedOf(FILES);
    const { store, files, rest } = await opened(FILES, () => Promise.resolve(packed));
    files.write('file:///c/actors/b.md', ACTOR('Changed'));
    await rest();
    expect(namesOf(store.snapshot)).toEqual(['A', 'Changed']);
  });

  test.each<readonly [string, () => Promise<Uint8Array | undefined>]>([
    ['is not there', () => Promise.resolve(undefined)],
    ['cannot be read', () => Promise.reject(new Error('not found'))],
    ['is something else', () => Promise.resolve(new TextEncoder().encode('{"files":[]}'))],
    ['is no UTF-8', () => Promise.resolve(new Uint8Array([0xff]))],
  ])('is read from its files where that %s', async (_, packed) => {
    const { store, readToOpen } = await opened(FILES, packed);
    expect(namesOf(store.snapshot)).toEqual(['A', 'B']);
    expect(readToOpen.toSorted()).toEqual(Object.keys(FILES).toSorted());
  });
});
