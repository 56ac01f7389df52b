import { readFileSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { DocumentReader, READING_LIMITS } from '../../../src/engine/library/documents/documentReader.ts';
import { writeZip } from '../../../src/engine/library/documents/zip.ts';
import { LibraryIndex } from '../../../src/engine/library/libraryIndex.ts';
import { isFull, openIndex } from '../../../src/engine/library/open.ts';
import { readDocument } from '../../../src/engine/library/readFile.ts';
import { bundledWorker } from '../bundledWorker.ts';
import { lines, makePdf } from './makePdf.ts';
import { find, newIndex, temporaryFolder, textOf } from './support.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const files = { worker: bundledWorker('src/engine/library/documents/documents.worker.ts'), wasm: path('node_modules/pandoc-wasm/src/pandoc.wasm'), cMaps: path('node_modules/pdfjs-dist/cmaps/') };
const readers: DocumentReader[] = [];
const readerOf = (limits = READING_LIMITS) => { const reader = new DocumentReader(files, limits); readers.push(reader); return reader; };
afterAll(() => { for (const reader of readers) reader.dispose(); });
const outcome = async (reader: DocumentReader, format: 'pdf' | 'epub', bytes: Uint8Array) => {
  const reading = await reader.read(format, bytes);
  return reading.kind === 'read' ? 'read' : reading.code;
};
const GOOD = makePdf([lines(40, 500, 10, ['One word.'])]);

describe('a document', () => {
  test('that is locked by a password is told to be', async () => {
    const locked = Buffer.from(Buffer.from(GOOD).toString('latin1').replace('/Root 1 0 R', `/Root 1 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`), 'latin1');
    expect(await outcome(readerOf(), 'pdf', locked)).toBe('encrypted');
  });

  test('of a page that unfolds to a hundred megabytes ends within its limits, and the next is read', async () => {
    const reader = readerOf({ stallMs: 60_000, wholeMs: 60_000, memoryMb: 400 });
    const content = deflateSync(Buffer.alloc(120_000_000, ' '), { level: 1 }).toString('latin1');
    const bomb = Buffer.from(Buffer.from(GOOD).toString('latin1').replace(/<< \/Length \d+ >>\nstream\n[^]*?\nendstream/, () => `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content}\nendstream`), 'latin1');
    expect(['memory', 'time', 'damaged', 'read']).toContain(await outcome(reader, 'pdf', bomb));
    expect(await outcome(reader, 'pdf', GOOD)).toBe('read');
  }, 200_000);

  test('of thousands of elements within each other is not read', async () => {
    const part = (text: string) => new TextEncoder().encode(text);
    const book = writeZip(new Map([['mimetype', part('application/epub+zip')], ['META-INF/container.xml', part('<container/>')], ['deep.xhtml', part('<div>'.repeat(20_000) + '</div>'.repeat(20_000))]]));
    expect(await outcome(readerOf(), 'epub', book)).toBe('unsafe');
  });

  test('that is written while it is read is read whole, or said to be changing', async () => {
    const file = join(temporaryFolder(), 'growing.txt');
    const line = 'The keeper kept a ledger of the harbour for many years, and it was kept with care.\n\n';
    writeFileSync(file, line.repeat(50_000));
    const done = new AbortController();
    const writing = (async () => { while (!done.signal.aborted) await appendFile(file, line); })();
    const reading = await readDocument(file, undefined);
    done.abort();
    await writing;
    if (reading.kind === 'refused') expect(reading.code).toBe('changing');
    else expect(new Set(reading.kind === 'read' ? reading.text.blocks.map(block => block.text) : [])).toEqual(new Set([line.trim()]));
  });
});

describe('an index', () => {
  test('on a full disk keeps what it has, whole, and says that there is no room', async () => {
    const index = await newIndex();
    index.put([textOf('first', ['The agreement on peace came in Paris.'])]);
    index.db.exec(`PRAGMA max_page_count = ${Number(index.db.prepare('PRAGMA page_count').get()?.['page_count']) + 4}`);
    const large = textOf('second', Array.from({ length: 400 }, (_, at) => `Agreement ${at} of the harbour froze over ${'and over '.repeat(60)}.`));
    let failure: unknown;
    try { index.put([large]); } catch (error) { failure = error; }
    expect(isFull(failure)).toBe(true);
    expect(index.texts().map(text => text.key)).toEqual(['first']);
    expect((await find(index, 'agreement')).total).toBe(1);
  });

  test('that cannot be written is searched, and that nothing new is found is said', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    const first = new LibraryIndex((await openIndex(file)).db);
    first.put([textOf('first', ['The agreement on peace came in Paris.'])]);
    first.db.exec('PRAGMA journal_mode = DELETE');
    first.close();
    // A database whose write version nobody knows may only be read (https://sqlite.org/fileformat2.html#file_format_version_numbers).
    const bytes = readFileSync(file);
    bytes[18] = 3;
    writeFileSync(file, bytes);
    const { db, isReadOnly } = await openIndex(file);
    const index = new LibraryIndex(db);
    expect(isReadOnly).toBe(true);
    expect((await find(index, 'agreement')).total).toBe(1);
    index.close();
  });
});
