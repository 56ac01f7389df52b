import type { Particular } from '../../core/library/bearing.ts';
import type { Query } from '../../core/library/query.ts';
import type { SelectedWords, Selection } from '../../core/library/selected.ts';
import type { Passage, SearchResult, TextProblem, TextToIndex } from '../../core/library/types.ts';
import type { WordsOnPage } from '../../core/library/wordsByPage.ts';
import type { TextQuoteSelector } from '../../core/quotations/anchor.ts';
import type { QuotationReport } from '../../core/quotations/verify.ts';
import type { Span } from '../../core/text.ts';
import type { KnownText } from './libraryIndex.ts';
import type { RebuildReason } from './open.ts';
import type { RefusalCode } from './readFile.ts';

/** What the worker of the library does when asked: name -> what it takes and what it gives. */
export interface LibraryCalls {
  open: (options: { readonly file: string }) => OpenReport;
  texts: (nothing?: undefined) => readonly KnownText[];
  /** Whether there is a text of this key. */
  has: (key: string) => boolean;
  put: (texts: readonly TextToIndex[]) => undefined;
  remove: (keys: readonly string[]) => undefined;
  /** Progress: the first results, where all of them take longer. */
  search: (request: SearchRequest) => SearchResult;
  similar: (request: SimilarRequest) => SearchResult;
  /** Reads a file of this machine and puts its text in. One that cannot be read is told, and what the index held of it stays. Progress: `ReadingProgress`. */
  importFile: (file: FileToImport) => ImportReport;
  /** Looks a quotation up in the full texts of the works, or in those that share its words where none is named. */
  verify: (request: VerifyRequest) => QuotationReport;
  /** Several at once, in their order. */
  verifyAll: (quotations: readonly VerifyRequest[]) => readonly QuotationReport[];
  passages: (ids: readonly number[]) => readonly Passage[];
  /** All passages of a text, in their order. */
  textPassages: (key: string) => readonly Passage[];
  /** A text as the library read it, to be looked at. */
  textView: (key: string) => string;
  /** What is selected in a text; `undefined` where no passage is. */
  selected: (selection: Selection & { readonly key: string }) => SelectedWords | undefined;
  /** Where words stand in what the editor shows. */
  find: (words: { readonly text: string; readonly selector: TextQuoteSelector }) => Span | undefined;
  /** Where words of a text are printed, by pages; none when they do not stand in it. */
  wordsByPage: (words: { readonly key: string; readonly selector: TextQuoteSelector }) => readonly WordsOnPage[];
  /** The places of a work that passages of its texts stand at, as a citation says them, each once: `sec. 2.5, n. 8`, `p. 7`. */
  places: (citekey: string) => readonly string[];
  close: (nothing?: undefined) => undefined;
}

export interface VerifyRequest {
  readonly quotation: string;
  readonly citekeys: readonly string[];
}

export interface FileToImport {
  readonly key: string;
  readonly shelf: 'sources' | 'drafts';
  readonly path: string;
  readonly citekey: string;
  readonly title: string;
}

export type ImportReport =
  | { readonly state: 'imported'; readonly passages: number; readonly pages: number; readonly notes: number; readonly problems: readonly TextProblem[] }
  | { readonly state: 'unchanged' }
  /** The same file, byte for byte, is there already under `key`. */
  | { readonly state: 'duplicate'; readonly key: string }
  | { readonly state: 'refused'; readonly code: RefusalCode; readonly detail: string };

export interface OpenReport {
  /** Why the index had to be made anew; `undefined` when it was used as it was. */
  readonly rebuilt: RebuildReason | undefined;
  readonly isReadOnly: boolean;
  readonly texts: number;
  readonly passages: number;
}

export interface SearchRequest {
  readonly query: Query;
  readonly limit: number;
}

export interface SimilarRequest {
  /** What is said in what others are to bear on: a sentence of a draft, or a passage. */
  readonly particulars: readonly Particular[];
  readonly limit: number;
  /** Texts that are not looked into: the draft itself. */
  readonly exceptKeys: readonly string[];
  /** Passages that are not given: the one that others are to be like. */
  readonly exceptIds: readonly number[];
  readonly shelves: Query['shelves'];
}

/** What the worker tells without being asked. */
export interface LibraryEvents {
  /** The index was damaged and is empty now: what it held has to be put in again. */
  rebuilt: { readonly reason: RebuildReason };
}
