import { describe, expect, test } from 'vitest';
import { ReaderGaveUp, type ReadFile } from '../../../src/engine/bibliography/bibliographyReader.ts';
import { BibliographyStore, type BibliographyFiles } from '../../../src/engine/bibliography/bibliographyStore.ts';
import { readBytes } from '../../../src/engine/bibliography/readBytes.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Files in memory. `put` and `remove` tell who watches. */
class Files implements BibliographyFiles {
  readonly files = new Map<string, Uint8Array | Error>();
  readonly watchers = new Map<string, Set<() => void>>();

  put(uri: string, content: string | Uint8Array | Error): void {
    this.files.set(uri, typeof content === 'string' ? encode(content) : content);
    for (const listener of this.watchers.get(uri) ?? []) listener();
  }

  remove(uri: string): void {
    this.files.delete(uri);
    for (const listener of this.watchers.get(uri) ?? []) listener();
  }

  async size(uri: string) {
    const file = this.files.get(uri);
    return file instanceof Error ? 1 : file?.byteLength;
  }

  async read(uri: string) {
    const file = this.files.get(uri)!;
    if (file instanceof Error) throw file;
    return file.slice();
  }

  watch(uri: string, listener: () => void) {
    const listeners = this.watchers.get(uri) ?? new Set();
    this.watchers.set(uri, listeners.add(listener));
    return { dispose: () => { listeners.delete(listener); } };
  }
}

function world(content?: Parameters<Files['put']>[1], options: { maxBytes?: number; read?: (bytes: Uint8Array) => Promise<ReadFile> } = {}) {
  const files = new Files();
  if (content !== undefined) files.put('f:/refs.bib', content);
  const pending: (() => void)[] = [];
  let reads = 0;
  const read = options.read ?? (async (bytes: Uint8Array) => readBytes(bytes, 'biblatex'));
  const store = new BibliographyStore(files, { read: bytes => { reads++; return read(bytes); } }, {
    ...options.maxBytes !== undefined && { maxBytes: options.maxBytes },
    schedule: run => { pending.push(run); return { dispose: () => { pending.splice(pending.indexOf(run) >>> 0, 1); } }; },
  });
  /** Lets the time pass that changes are waited for, and everything be read. */
  const settle = async () => { for (const run of pending.splice(0)) run(); await store.idle(); };
  const get = () => store.get('f:/refs.bib');
  return { files, store, get, settle, reads: () => reads, keys: () => get().sources.map(({ citekey }) => citekey) };
}

describe('a bibliography', () => {
  test('is read when it is asked for', async () => {
    const { get, keys, settle } = world('@book{a, title={A}}');
    expect(get().state).toBe('reading');
    await settle();
    expect(get().state).toBe('ready');
    expect(keys()).toEqual(['a']);
  });

  test('tells its listeners when it is there', async () => {
    const { store, get, settle } = world('@book{a, title={A}}');
    const told: string[] = [];
    store.onDidChange(uri => told.push(uri));
    get();
    await settle();
    expect(told).toEqual(['f:/refs.bib']);
  });

  test('is read again when it changes, once for many changes', async () => {
    const { files, get, keys, settle, reads } = world('@book{a, title={A}}');
    get();
    await settle();
    files.put('f:/refs.bib', '@book{b, title={B}}');
    files.put('f:/refs.bib', '@book{b, title={B}} @book{c, title={C}}');
    await settle();
    expect(keys()).toEqual(['b', 'c']);
    expect(reads()).toBe(2);
  });

  test('that is written anew as it was is not parsed again', async () => {
    const { files, get, settle, reads } = world('@book{a, title={A}}');
    get();
    await settle();
    files.put('f:/refs.bib', '@book{a, title={A}}');
    await settle();
    expect(reads()).toBe(1);
  });

  test('that is not there says so, and is read when it comes', async () => {
    const { files, get, keys, settle } = world();
    get();
    await settle();
    expect(get()).toMatchObject({ state: 'missing', problems: [{ code: 'missing-bibliography' }] });
    files.put('f:/refs.bib', '@book{a, title={A}}');
    await settle();
    expect(keys()).toEqual(['a']);
  });

  test('that vanishes leaves its last good state, and says so', async () => {
    const { files, get, keys, settle } = world('@book{a, title={A}}');
    get();
    await settle();
    files.remove('f:/refs.bib');
    await settle();
    expect(keys()).toEqual(['a']);
    expect(get()).toMatchObject({ state: 'kept', problems: [{ code: 'missing-bibliography', message: 'This file is not there. Its 1 references are used as they last were.' }] });
  });

  test('that comes back is ready', async () => {
    const { files, get, settle } = world('@book{a, title={A}}');
    get();
    await settle();
    files.remove('f:/refs.bib');
    await settle();
    files.put('f:/refs.bib', '@book{a, title={A}}');
    await settle();
    expect(get()).toMatchObject({ state: 'ready', problems: [] });
  });

  test('that is too large is not read', async () => {
    const { get, settle, reads } = world('x'.repeat(2_000_001), { maxBytes: 2_000_000 });
    get();
    await settle();
    expect(get()).toMatchObject({ state: 'failed', problems: [{ code: 'too-large', message: 'This bibliography has 2.0 MB and is left out: at most 2 MB are read.' }] });
    expect(reads()).toBe(0);
  });

  test('of 100 MB is not even opened', async () => {
    const opened: string[] = [];
    const store = new BibliographyStore(
      { size: () => Promise.resolve(100_000_000), read: uri => { opened.push(uri); return Promise.resolve(new Uint8Array()); }, watch: () => ({ dispose: () => {} }) },
      { read: () => { throw new Error('It is not read.'); } },
    );
    store.get('f:/huge.bib');
    await store.idle();
    expect(store.get('f:/huge.bib')).toMatchObject({ state: 'failed', sources: [], problems: [{ code: 'too-large', severity: 'error' }] });
    expect(opened).toEqual([]);
    store.dispose();
  });

  test('that is no text is left out', async () => {
    const { get, settle } = world(new Uint8Array([0xC3, 0x28]));
    get();
    await settle();
    expect(get()).toMatchObject({ state: 'failed', problems: [{ code: 'not-utf8' }] });
  });

  test('that cannot be read says why', async () => {
    const { get, settle } = world(new Error('locked'));
    get();
    await settle();
    expect(get()).toMatchObject({ state: 'failed', problems: [{ message: 'This file could not be read: locked' }] });
  });

  test('that is given up by the reader keeps its last good state', async () => {
    let isSlow = false;
    const { files, get, keys, settle } = world('@book{a, title={A}}', { read: async bytes => { if (isSlow) throw new ReaderGaveUp('time', ''); return readBytes(bytes, 'biblatex'); } });
    get();
    await settle();
    isSlow = true;
    files.put('f:/refs.bib', 'slow');
    await settle();
    expect(keys()).toEqual(['a']);
    expect(get()).toMatchObject({ state: 'kept', problems: [{ code: 'unreadable-bibliography' }] });
  });

  test('has its problems at their lines', async () => {
    const { get, settle } = world('@book{a, title={A}}\n@book{b, title={B}\n@book{c, title={C}}');
    get();
    await settle();
    expect(get().problems.map(({ code, from }) => [code, from.line])).toEqual([['unclosed-entry', 1]]);
  });

  test('of a name that no format has is not read', async () => {
    const { store, files } = world();
    files.put('f:/notes.txt', 'text');
    store.get('f:/notes.txt');
    await store.idle();
    expect(store.get('f:/notes.txt').problems.map(({ code }) => code)).toEqual(['unknown-format']);
  });

  test('that nobody needs any more is not watched', async () => {
    const { store, files, get, settle } = world('@book{a, title={A}}');
    get();
    await settle();
    store.keepOnly(new Set());
    expect(files.watchers.get('f:/refs.bib')?.size).toBe(0);
  });

  test('is not watched when all is over', async () => {
    const { store, files, get, settle } = world('@book{a, title={A}}');
    get();
    store.dispose();
    await settle();
    expect(files.watchers.get('f:/refs.bib')?.size).toBe(0);
  });
});
