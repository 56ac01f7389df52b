import { fileURLToPath } from 'node:url';
import type { Passage } from '../../src/core/library/types.ts';
import { DocumentReader } from '../../src/engine/library/documents/documentReader.ts';
import type { LibraryClient } from '../../src/engine/library/libraryClient.ts';
import type { VerifyRequest } from '../../src/engine/library/protocol.ts';
import { lines, makePdf } from '../engine/library/makePdf.ts';
import { type Vocabulary, zipf } from './libraryMaterial.ts';
import { ms, type Row } from './table.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const PAGES = 300;
const LINES = 40;
const WORDS_PER_LINE = 11;

/** A book of 300 pages of 40 lines, in the thread that reads documents; the start of the thread is not counted, as a folder of books starts it once. */
export async function ofPdf(vocabulary: Vocabulary): Promise<Row[]> {
  const word = zipf(vocabulary, 1991);
  const book = makePdf(Array.from({ length: PAGES }, (_, page) => [
    [180, 570, 8, `The Harbour ${page + 1}`] as const, ...lines(40, 545, 10, Array.from({ length: LINES }, () => Array.from({ length: WORDS_PER_LINE }, word).join(' '))),
  ]));
  const reader = new DocumentReader({ worker: path('src/engine/library/documents/documents.worker.ts'), wasm: path('node_modules/pandoc-wasm/src/pandoc.wasm'), cMaps: path('node_modules/pdfjs-dist/cmaps/') });
  try {
    await reader.read('pdf', makePdf([lines(40, 500, 10, ['One word.'])]));
    const began = performance.now();
    const before = process.cpuUsage();
    const reading = await reader.read('pdf', book);
    const { user, system } = process.cpuUsage(before);
    const seconds = (performance.now() - began) / 1000;
    if (reading.kind !== 'read' || reading.text.pages.length !== PAGES) return [{ what: 'PDF', measured: 'not read' }];
    return [{ what: `PDF of ${PAGES} pages of ${LINES} lines: pages in a second, of processor ${Math.round(PAGES / ((user + system) / 1e6))}`, measured: String(Math.round(PAGES / seconds)), goal: 'at least 30' }];
  } finally { reader.dispose(); }
}

const QUOTATIONS = 200;
const WORKS = 20;

/** Quotations of a draft: half of them cite one of 20 works, half name none and are looked for everywhere; every fourth has another word than its source. */
export async function ofQuotations(client: LibraryClient, label: string): Promise<Row[]> {
  const passages: Passage[][] = [];
  for (let work = 0; work < WORKS; work++) passages.push([...await client.call('textPassages', `file:///library/${work}.pdf`)]);
  const requests = Array.from({ length: QUOTATIONS }, (_, at): VerifyRequest => {
    const own = passages[at % WORKS]!;
    const words = own[at * 7 % own.length]!.text.split(' ').slice(20, 34);
    if (at % 4 === 0) words[6] = 'otherwise';
    return { quotation: words.join(' '), citekeys: at % 2 === 0 ? [`work${at % WORKS}`] : [] };
  });
  const began = performance.now();
  const before = process.cpuUsage();
  const reports = await client.call('verifyAll', requests);
  const { user, system } = process.cpuUsage(before);
  const found = reports.filter(report => report.state === 'exact').length;
  return [{ what: `${label}: ${QUOTATIONS} quotations compared, ${found} found word for word; of processor ${ms((user + system) / 1000)}`, measured: ms(performance.now() - began), goal: 'under 1,000 ms' }];
}
