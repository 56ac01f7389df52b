import { describe, expect, test } from 'vitest';
import { CorpusStore } from '../../../src/engine/corpus/corpusStore.ts';
import type { Snapshot } from '../../../src/core/corpus/types.ts';
import { MemoryFiles, TestClock } from './memoryFiles.ts';

const ACTOR = (name: string) => `---\ntype: state\nname: ${name}\n---\n`;
const FILES = { 'file:///c/corpus.yaml': 'id: c', 'file:///c/actors/a.md': ACTOR('A'), 'file:///c/actors/b.md': ACTOR('B') };
const namesOf = (snapshot: Snapshot | undefined) => [...snapshot?.entries.values() ?? []].map(entry => entry.name).sort();
const codesOf = (snapshot: Snapshot | undefined) => snapshot?.problems.map(problem => problem.code);

async function opened(texts: Readonly<Record<string, string | Uint8Array | Error>> = FILES) {
  const files = new MemoryFiles(texts);
  const clock = new TestClock();
  const errors: unknown[] = [];
  const store = new CorpusStore(files, { schedule: clock.schedule, onError: error => { errors.push(error); } });
  const snapshots: Snapshot[] = [];
  store.onDidChangeSnapshot(snapshot => { snapshots.push(snapshot); });
  await store.load();
  files.reads.length = 0;
  /** Lets the time pass in which news is collected, and everything that it sets off end. */
  const settle = async () => {
    clock.pass(200);
    await store.idle();
  };
  /** Lets the time pass until nothing is planned any more. */
  const rest = async () => {
    do await store.idle(); while (clock.next());
  };
  await rest();
  return { files, clock, store, snapshots, settle, rest, errors };
}

test('all corpora become one snapshot, and listeners hear of it', async () => {
  const { store, snapshots } = await opened({ ...FILES, 'file:///d/corpus.yaml': 'id: d', 'file:///d/actors/c.md': ACTOR('C') });
  expect(namesOf(store.snapshot)).toEqual(['A', 'B', 'C']);
  expect(snapshots).toEqual([store.snapshot]);
});

test('before the first load there is no snapshot', () => { expect(new CorpusStore(new MemoryFiles()).snapshot).toBeUndefined(); });

test('no corpora at all are a snapshot too', async () => { expect(namesOf((await opened({})).store.snapshot)).toEqual([]); });

describe('a change', () => {
  test('of a file reads that file only', async () => {
    const { files, store, settle } = await opened();
    const before = store.snapshot!.entries.get('a');
    files.write('file:///c/actors/b.md', ACTOR('Changed'));
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['A', 'Changed']);
    expect(files.reads).toEqual(['file:///c/actors/b.md']);
    expect(store.snapshot!.entries.get('a')!.names).toBe(before!.names);
  });

  test('waits for others that come soon after', async () => {
    const { files, clock, snapshots, settle } = await opened();
    files.write('file:///c/actors/a.md', ACTOR('A2'));
    clock.pass(100);
    files.write('file:///c/actors/b.md', ACTOR('B2'));
    await settle();
    expect(snapshots.map(namesOf)).toEqual([['A', 'B'], ['A2', 'B2']]);
  });

  test('that changes nothing makes no snapshot', async () => {
    const { files, snapshots, settle } = await opened();
    files.write('file:///c/actors/a.md', ACTOR('A'));
    files.write('file:///elsewhere/x.md', 'x');
    await settle();
    expect(snapshots).toHaveLength(1);
  });

  test('can be a new file', async () => {
    const { files, store, settle } = await opened();
    files.write('file:///c/events/e.md', '---\ntype: event\nkind: talks\nname: E\n---\n');
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B', 'E']);
  });

  test('can be the loss of a file, or of a folder', async () => {
    const { files, store, settle } = await opened();
    files.remove('file:///c/actors/a.md');
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['B']);
    files.remove('file:///c/actors');
    await settle();
    expect(namesOf(store.snapshot)).toEqual([]);
  });

  test('can be a new corpus, or the loss of one', async () => {
    const { files, store, settle } = await opened();
    files.write('file:///d/actors/c.md', ACTOR('C'));
    files.write('file:///d/corpus.yaml', 'id: d');
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B', 'C']);
    files.remove('file:///c/corpus.yaml');
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['C']);
  });

  test('that comes while files are being read is not lost', async () => {
    const { files, clock, store } = await opened();
    const loading = store.load();
    files.write('file:///c/actors/a.md', ACTOR('Late'));
    clock.pass(200);
    await loading;
    await store.idle();
    expect(namesOf(store.snapshot)).toEqual(['B', 'Late']);
  });

  test('is read although others never stop', async () => {
    const { files, clock, store } = await opened();
    files.write('file:///c/actors/a.md', ACTOR('A2'));
    for (let time = 0; time < 1500; time += 100) {
      files.write('file:///c/actors/b.md', ACTOR(`B${time}`));
      clock.pass(100);
    }
    await store.idle();
    expect(namesOf(store.snapshot)).toContain('A2');
  });

  test('can be the loss of the whole folder of a corpus, or of one around it', async () => {
    for (const folder of ['file:///d/inner', 'file:///d']) {
      const { files, store, settle } = await opened({ ...FILES, 'file:///d/inner/corpus.yaml': 'id: d', 'file:///d/inner/actors/c.md': ACTOR('C') });
      files.remove(folder);
      await settle();
      expect(namesOf(store.snapshot)).toEqual(['A', 'B']);
      expect(codesOf(store.snapshot)).toEqual([]);
    }
  });

  test('can be a new folder with a corpus in it, of which the folder alone is told', async () => {
    const { files, store, settle } = await opened();
    files.writeSilently('file:///d/corpus.yaml', 'id: d');
    files.writeSilently('file:///d/actors/c.md', ACTOR('C'));
    files.tell('file:///d');
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B', 'C']);
  });

  test('in a folder whose name begins like that of another leaves the other alone', async () => {
    const { files, settle } = await opened({ ...FILES, 'file:///cc/corpus.yaml': 'id: d', 'file:///cc/actors/c.md': ACTOR('C') });
    let listed = 0;
    const listFiles = files.listFiles.bind(files);
    files.listFiles = folder => {
      listed += folder === 'file:///c' ? 1 : 0;
      return listFiles(folder);
    };
    files.write('file:///cc/actors/c.md', ACTOR('C2'));
    await settle();
    expect(listed).toBe(0);
  });
});

describe('what no watcher tells is seen all the same:', () => {
  const SEEN = 'file:///c/actors/seen.md';

  test('a file that a listing found before its news, and that went before its news', async () => {
    const { files, store, settle, rest } = await opened();
    files.write('file:///c/actors/a.md', ACTOR('A2'));
    files.writeSilently(SEEN, ACTOR('Seen'));
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['A2', 'B', 'Seen']);
    files.removeSilently(SEEN);
    await rest();
    expect(namesOf(store.snapshot)).toEqual(['A2', 'B']);
  });

  test('a change after a reading that is of the same size', async () => {
    const { files, store, settle, rest } = await opened();
    files.write(SEEN, ACTOR('Seen'));
    await settle();
    files.writeSilently(SEEN, ACTOR('Sown'));
    await rest();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B', 'Sown']);
  });

  test('files written into a new folder before anybody watched it', async () => {
    const { files, store, settle, rest } = await opened();
    files.tell('file:///d');
    await settle();
    files.writeSilently('file:///d/corpus.yaml', 'id: d');
    files.writeSilently('file:///d/actors/c.md', ACTOR('C'));
    await rest();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B', 'C']);
  });

  test('what changes between the first reading and the first watching', async () => {
    const files = new MemoryFiles(FILES);
    const clock = new TestClock();
    const store = new CorpusStore(files, { schedule: clock.schedule });
    await store.load();
    files.writeSilently('file:///c/actors/a.md', ACTOR('A2'));
    while (clock.next()) await store.idle();
    expect(namesOf(store.snapshot)).toEqual(['A2', 'B']);
  });

  test('a corpus that went while its files were looked at', async () => {
    const { files, store, settle, rest } = await opened({ ...FILES, 'file:///d/corpus.yaml': 'id: d', 'file:///d/actors/c.md': ACTOR('C') });
    files.write('file:///d/actors/c.md', ACTOR('C2'));
    await settle();
    files.removeSilently('file:///d');
    await rest();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B']);
    expect(codesOf(store.snapshot)).toEqual([]);
  });

  test('a file that was away while it was read, and is as it was before', async () => {
    const { files, store, settle, rest } = await opened();
    const read = files.read.bind(files);
    files.read = () => Promise.reject(new Error('ENOENT'));
    files.tell('file:///c/actors/a.md');
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['B']);
    files.read = read;
    await rest();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B']);
    expect(codesOf(store.snapshot)).toEqual([]);
  });

  test('a corpus that went, of which only a file was told, and that came back', async () => {
    const { files, store, settle, rest } = await opened({ ...FILES, 'file:///d/corpus.yaml': 'id: d', 'file:///d/actors/c.md': ACTOR('C') });
    const before = new Map(files.files);
    files.removeSilently('file:///d');
    files.tell('file:///d/actors/c.md');
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B']);
    for (const [uri, bytes] of before) files.files.set(uri, bytes);
    await rest();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B', 'C']);
  });

  test('much later, when the writer comes back from another program', async () => {
    const { files, store, snapshots } = await opened();
    files.writeSilently('file:///c/actors/a.md', ACTOR('A2'));
    files.writeSilently('file:///d/corpus.yaml', 'id: d');
    files.writeSilently('file:///d/actors/c.md', ACTOR('C'));
    await store.refresh();
    expect(namesOf(store.snapshot)).toEqual(['A2', 'B', 'C']);
    await store.refresh();
    expect(snapshots).toHaveLength(2);
  });

  test('and looking again ends', async () => {
    const { files, clock, settle, rest } = await opened();
    files.write('file:///c/actors/a.md', ACTOR('A2'));
    await settle();
    await rest();
    expect(clock.waiting).toBe(0);
  });
});

describe('a bad file costs only itself', () => {
  const bad = 'file:///c/actors/bad.md';
  test.each<[string, string | Uint8Array | Error, string]>([
    ['not UTF-8', new Uint8Array([0x2d, 0x2d, 0x2d, 0xff, 0xfe]), 'not-utf8'],
    ['of 1.5 MB', 'x'.repeat(1_500_000), 'too-large'],
    ['that cannot be read', new Error('EACCES'), 'unreadable-file'],
    ['without front matter', 'hello', 'no-front-matter'],
  ])('%s', async (_, bytes, code) => {
    const { store } = await opened({ ...FILES, [bad]: bytes });
    expect(namesOf(store.snapshot)).toEqual(['A', 'B']);
    expect(store.snapshot!.problems.map(problem => [problem.code, problem.uri])).toEqual([[code, bad]]);
  });

  test('of 60 MB is not even read', async () => {
    const { files, store, settle } = await opened();
    files.write('file:///c/references.json', new Uint8Array(60_000_000));
    await settle();
    expect(codesOf(store.snapshot)).toEqual(['too-large']);
    expect(files.reads).toEqual([]);
  });

  test('and is read again when it has been mended', async () => {
    const { files, store, settle } = await opened({ ...FILES, [bad]: new Error('EBUSY') });
    files.write(bad, ACTOR('Mended'));
    await settle();
    expect(namesOf(store.snapshot)).toEqual(['A', 'B', 'Mended']);
    expect(codesOf(store.snapshot)).toEqual([]);
  });
});

test('a folder that cannot be listed is told, and its files stay', async () => {
  const { files, store, settle } = await opened();
  files.listFiles = () => Promise.reject(new Error('EIO'));
  files.write('file:///c/actors/a.md', ACTOR('A2'));
  await settle();
  files.write('file:///c/actors/a.md', ACTOR('A3'));
  await settle();
  expect(namesOf(store.snapshot)).toEqual(['A3', 'B']);
  expect(codesOf(store.snapshot)).toEqual(['unreadable-folder']);
});

test('a failure to find corpora is told, and the next load works', async () => {
  const { files, store, settle, errors } = await opened();
  const findCorpora = files.findCorpora.bind(files);
  files.findCorpora = () => Promise.reject(new Error('EIO'));
  files.write('file:///c/corpus.yaml', 'id: e');
  await settle();
  expect(errors).toHaveLength(1);
  await expect(store.load()).rejects.toThrow('EIO');
  files.findCorpora = findCorpora;
  expect((await store.load()).corpora).toMatchObject([{ id: 'e' }]);
});

test('a listener that fails does not keep the others from hearing', async () => {
  const { store, snapshots, errors } = await opened();
  store.onDidChangeSnapshot(() => { throw new Error('mine'); });
  await store.load();
  expect(snapshots).toHaveLength(2);
  expect(errors).toEqual([new Error('mine')]);
});

test('the text of a file is that of its last reading, without a byte order mark', async () => {
  const { store } = await opened({ ...FILES, 'file:///c/actors/a.md': `\uFEFF${ACTOR('A')}` });
  expect(store.textOf('file:///c/actors/a.md')).toBe(ACTOR('A'));
  expect(store.textOf('file:///c/nothing')).toBeUndefined();
});

test('after it is disposed of nothing listens and nothing is told', async () => {
  const { files, clock, store, snapshots } = await opened();
  files.write('file:///c/actors/a.md', ACTOR('A2'));
  const loading = store.load();
  store.dispose();
  await loading;
  await store.idle();
  expect(clock.next()).toBe(false);
  expect(files.listening).toBe(0);
  expect(snapshots).toHaveLength(1);
});

/** Every way in which a writer's changes, what the watcher says of them, and the readings can follow each other. */
describe('in the end the snapshot is what the files are:', () => {
  const steps = ['write', 'writeSilently', 'remove', 'removeSilently', 'tell', 'pass', 'read'] as const;
  const uri = 'file:///c/actors/seen.md';

  test.each(steps)('after “%s” and any two other steps', async first => {
    for (const order of steps.flatMap(second => steps.map(third => [first, second, third] as const))) {
      const { files, clock, store, rest } = await opened();
      files.write('file:///c/actors/a.md', ACTOR('A2'));
      for (const [index, step] of order.entries()) {
        if (step === 'write' || step === 'writeSilently') files[step](uri, ACTOR(`Seen${index}`));
        if (step === 'remove' || step === 'removeSilently') files[step](uri);
        if (step === 'tell') files.tell(uri);
        if (step === 'pass' || step === 'read') clock.pass(200);
        if (step === 'read') await store.idle();
      }
      await rest();
      const wanted = await new CorpusStore(new MemoryFiles(Object.fromEntries(files.files))).load();
      expect(namesOf(store.snapshot), order.join(', ')).toEqual(namesOf(wanted));
    }
  });
});
