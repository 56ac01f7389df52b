import { createHash } from 'node:crypto';
import type { PlacedProblem } from '../../core/bibliography/placed.ts';
import { bibliographyFormat, type BibliographyFormat } from '../../core/citations/bibliographyFormat.ts';
import type { Source } from '../../core/corpus/types.ts';
import { fileFault } from '../../core/fileFault.ts';
import { ReaderGaveUp, type BibliographyReader } from './bibliographyReader.ts';
import { afterTime } from './schedule.ts';
import { t } from '../../core/l10n.ts';

/** The world as the store needs it. Addresses are URI strings. */
export interface BibliographyFiles {
  /** Size in bytes; `undefined` when there is no such file. */
  size(uri: string): Promise<number | undefined>;
  read(uri: string): Promise<Uint8Array>;
  /** News of one file that was made, changed or taken away. */
  watch(uri: string, listener: () => void): { dispose(): void };
}

/** What is known of one file. */
export interface StoredBibliography {
  readonly uri: string;
  /** `missing`: there is no such file, and was none. `kept`: it is gone or cannot be read now; its last good state is here. */
  readonly state: 'reading' | 'ready' | 'missing' | 'kept' | 'failed';
  readonly sources: readonly Source[];
  readonly problems: readonly PlacedProblem[];
}

export interface BibliographyStoreOptions {
  readonly schedule?: (run: () => void, delayMs: number) => { dispose(): void };
  /** In bytes; 50 MB unless told. */
  readonly maxBytes?: number;
}

/** Changes within this time are read once: a program that exports writes in several steps. */
const DEBOUNCE_MS = 150;
const MEGABYTE = 1_000_000;

interface Held {
  file: StoredBibliography;
  readonly watch: { dispose(): void };
  timer: { dispose(): void } | undefined;
  hash: string;
}

/** Bibliography files, read when first asked for and again when they change; one that vanishes leaves its last good state. */
export class BibliographyStore {
  readonly #files: BibliographyFiles;
  readonly #reader: Pick<BibliographyReader, 'read'>;
  readonly #schedule: NonNullable<BibliographyStoreOptions['schedule']>;
  readonly #maxBytes: number;
  readonly #held = new Map<string, Held>();
  readonly #listeners = new Set<(uri: string) => void>();
  readonly #running = new Set<Promise<void>>();
  #isDisposed = false;

  constructor(files: BibliographyFiles, reader: Pick<BibliographyReader, 'read'>, { schedule = afterTime, maxBytes = 50 * MEGABYTE }: BibliographyStoreOptions = {}) {
    this.#files = files;
    this.#reader = reader;
    this.#schedule = schedule;
    this.#maxBytes = maxBytes;
  }

  /** What is known of a file now. One that nobody asked for before begins to be read and watched. */
  get(uri: string): StoredBibliography {
    const known = this.#held.get(uri);
    if (known !== undefined) { return known.file; }
    const file: StoredBibliography = { uri, state: 'reading', sources: [], problems: [] };
    if (this.#isDisposed) { return file; }
    this.#held.set(uri, { file, watch: this.#files.watch(uri, () => this.#noteChange(uri)), timer: undefined, hash: '' });
    this.#start(uri);
    return file;
  }

  /** Forgets the files that nobody needs any more. */
  keepOnly(uris: ReadonlySet<string>): void {
    for (const uri of [...this.#held.keys()]) { if (!uris.has(uri)) { this.#drop(uri); } }
  }

  /** Reads every file again, changed or not. */
  reload(): void {
    for (const uri of this.#held.keys()) { this.#start(uri); }
  }

  onDidChange(listener: (uri: string) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => { this.#listeners.delete(listener); } };
  }

  /** Resolves when all that has been begun is done. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) { await Promise.all(this.#running); }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listeners.clear();
    for (const uri of [...this.#held.keys()]) { this.#drop(uri); }
  }

  #drop(uri: string): void {
    const held = this.#held.get(uri);
    held?.watch.dispose();
    held?.timer?.dispose();
    this.#held.delete(uri);
  }

  #noteChange(uri: string): void {
    const held = this.#held.get(uri);
    if (held === undefined) { return; }
    held.timer?.dispose();
    held.timer = this.#schedule(() => { held.timer = undefined; this.#start(uri); }, DEBOUNCE_MS);
  }

  #start(uri: string): void {
    const held = this.#held.get(uri);
    if (held === undefined) { return; }
    const run: Promise<void> = this.#readAgain(uri, held).finally(() => { this.#running.delete(run); });
    this.#running.add(run);
  }

  async #readAgain(uri: string, held: Held): Promise<void> {
    const { file, hash } = await this.#load(uri, held);
    // Nobody needs it any more, or nothing is new.
    if (this.#held.get(uri) !== held || file === held.file) { return; }
    held.file = file;
    held.hash = hash;
    for (const listener of [...this.#listeners]) { listener(uri); }
  }

  async #load(uri: string, held: Held): Promise<{ readonly file: StoredBibliography; readonly hash: string }> {
    const lost = (state: 'missing' | 'failed', code: string, message: string) => ({ file: keeping(held.file, state, code, message), hash: '' });
    try {
      const size = await this.#files.size(uri);
      if (size === undefined) { return lost('missing', 'missing-bibliography', t('This file is not there.')); }
      const tooLarge = () => lost('failed', 'too-large', t('This bibliography has {0} MB and is left out: at most {1} MB are read.', (size / MEGABYTE).toFixed(1), this.#maxBytes / MEGABYTE));
      if (size > this.#maxBytes) { return tooLarge(); }
      const format = bibliographyFormat(uri);
      if (format === undefined) { return lost('failed', 'unknown-format', t('This is no bibliography that can be read: use .bib, .json, .yaml or .ris.')); }
      const bytes = await this.#files.read(uri);
      if (bytes.byteLength > this.#maxBytes) { return tooLarge(); }
      const hash = createHash('sha256').update(bytes).digest('base64');
      if (hash === held.hash) { return { file: held.file, hash }; }
      return { file: await this.#parse(uri, bytes, format, held.file), hash };
    } catch (error) {
      return lost('failed', 'unreadable-file', t('This file could not be read: {0}', fileFault(error)));
    }
  }

  async #parse(uri: string, bytes: Uint8Array, format: BibliographyFormat, before: StoredBibliography): Promise<StoredBibliography> {
    try {
      const { entries, problems, isText } = await this.#reader.read(bytes, format);
      if (!isText) { return { ...keeping(before, 'failed', '', ''), problems }; }
      return { uri, state: 'ready', problems, sources: entries.map(({ item, span, line }) => ({ citekey: item.id, item, corpusId: undefined, uri, span, line })) };
    } catch (error) {
      if (!(error instanceof ReaderGaveUp)) { throw error; }
      const why = { time: t('it takes too long to read'), memory: t('it needs too much memory'), failure: t('reading it came to an unexpected end') }[error.reason];
      return keeping(before, 'failed', 'unreadable-bibliography', t('This bibliography is left out: {0}.', why));
    }
  }
}

/** The last good state of a file with word of what is wrong now; nothing when there was none. */
function keeping(before: StoredBibliography, state: 'missing' | 'failed', code: string, message: string): StoredBibliography {
  const isKept = before.state === 'ready' || before.state === 'kept';
  const zero = { line: 0, character: 0 };
  const said = isKept ? t('{0} Its {1} references are used as they last were.', message, before.sources.length) : message;
  return {
    uri: before.uri, state: isKept ? 'kept' : state, sources: isKept ? before.sources : [],
    problems: [{ code, severity: 'error', message: said, span: { start: 0, end: 0 }, from: zero, to: zero }],
  };
}
