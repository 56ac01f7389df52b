import { placeOfPassage } from '../../core/library/corpusTexts.ts';
import { selectedIn } from '../../core/library/selected.ts';
import { textView } from '../../core/library/textView.ts';
import type { Passage } from '../../core/library/types.ts';
import { wordsByPage } from '../../core/library/wordsByPage.ts';
import { findSelector } from '../../core/quotations/anchor.ts';
import { DocumentReader } from './documents/documentReader.ts';
import type { ReaderFiles } from './documents/types.ts';
import { isDamage, isFull, isNotWritable, openIndex, removeIndex, type RebuildReason } from './open.ts';
import { Frequencies } from './frequencies.ts';
import { LibraryIndex } from './libraryIndex.ts';
import type { LibraryCalls, OpenReport } from './protocol.ts';
import type { CallContext, Handlers } from './remote.ts';
import { search } from './search.ts';
import { similar } from './similar.ts';
import { verify, verifyAll } from './verifyInTexts.ts';

/** The index behind the calls of the protocol. A damaged one is thrown away and made anew, whoever notices. */
export class LibraryServer {
  readonly #onRebuilt: (reason: RebuildReason) => void;
  readonly #documents: DocumentReader | undefined;
  #file = '';
  #index: LibraryIndex | undefined;
  #frequencies: Frequencies | undefined;

  /** @param readers where the readers of foreign formats are; without them only texts are read */
  constructor(onRebuilt: (reason: RebuildReason) => void, readers?: ReaderFiles) {
    this.#onRebuilt = onRebuilt;
    this.#documents = readers && new DocumentReader(readers);
  }

  readonly handlers = {
    open: async ({ file }): Promise<OpenReport> => {
      this.#index?.close();
      this.#file = file;
      return this.#open();
    },
    texts: () => this.#run(index => index.texts()),
    has: key => this.#run(index => index.text(key) !== undefined),
    put: texts => this.#run(index => { index.put(texts); return undefined; }),
    remove: keys => this.#run(index => { index.remove(keys); return undefined; }),
    search: ({ query, limit }, { isCancelled, progress }) => this.#run((index, frequencies) => search(index, frequencies, query, { limit, isCancelled, onFirst: progress })),
    similar: (request, { isCancelled }) => this.#run((index, frequencies) => similar(index, frequencies, request, isCancelled)),
    // What reads texts is not needed to search.
    importFile: (file, { isCancelled, progress }) => this.#run(async index => (await import('./importFile.ts')).importFile(index, file,
      this.#documents && ((format, bytes) => this.#documents!.read(format, bytes, { isCancelled, onProgress: progress })))),
    verify: ({ quotation, citekeys }) => this.#run((index, frequencies) => verify(index, frequencies, quotation, citekeys)),
    verifyAll: quotations => this.#run((index, frequencies) => verifyAll(index, frequencies, quotations)),
    passages: ids => this.#run(index => index.passages(ids)),
    textPassages: key => this.#run(index => passagesOfText(index, key)),
    textView: key => this.#run(index => textView(passagesOfText(index, key))),
    selected: ({ key, ...selection }) => this.#run(index => selectedIn(passagesOfText(index, key), selection)),
    find: ({ text, selector }) => findSelector(text, selector),
    wordsByPage: ({ key, selector }) => this.#run(index => wordsByPage(passagesOfText(index, key), selector)),
    places: citekey => this.#run(index => [...new Set(index.placesOf(citekey).map(placeOfPassage))].filter(Boolean)),
    close: () => {
      this.#index?.close();
      this.#index = undefined;
      this.#documents?.dispose();
      return undefined;
    },
  } satisfies { [K in keyof LibraryCalls]: (argument: Parameters<LibraryCalls[K]>[0] & {}, context: CallContext) => ReturnType<LibraryCalls[K]> | Promise<ReturnType<LibraryCalls[K]>> } & Handlers;

  async #open(): Promise<OpenReport> {
    const { db, rebuilt, isReadOnly } = await openIndex(this.#file);
    this.#index = new LibraryIndex(db);
    this.#frequencies = new Frequencies(this.#index);
    return { rebuilt: rebuilt === 'none' ? undefined : rebuilt, isReadOnly, ...this.#index.counts() };
  }

  async #run<T>(run: (index: LibraryIndex, frequencies: Frequencies) => T | Promise<T>): Promise<T> {
    if (this.#index === undefined || this.#frequencies === undefined) throw Object.assign(new Error('the library is not open'), { code: 'not-open' });
    try {
      return await run(this.#index, this.#frequencies);
    } catch (error) {
      if (isDamage(error)) {
        await this.#rebuild();
        throw Object.assign(new Error('the index was damaged'), { code: 'rebuilt' });
      }
      if (isFull(error)) throw Object.assign(new Error('the disk is full'), { code: 'no-room' });
      if (isNotWritable(error)) throw Object.assign(new Error(String(error)), { code: 'not-writable' });
      throw error;
    }
  }

  async #rebuild(): Promise<void> {
    this.#index?.close();
    removeIndex(this.#file);
    await this.#open();
    this.#onRebuilt('damaged');
  }
}

function passagesOfText(index: LibraryIndex, key: string): readonly Passage[] {
  const text = index.text(key);
  return text === undefined ? [] : index.passagesBetween(text.first, text.last);
}
