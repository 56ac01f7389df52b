/**
 * One conversion. Pandoc sees the files that are handed in, by their names, and nothing else: no disk, no network.
 */
export interface PandocRequest {
  /** As in a defaults file, without input and output files: https://pandoc.org/MANUAL.html#defaults-files */
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: string | Uint8Array;
  /** By names without folders, as the options and the document name them. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** For a conversion to `json`: what may not leave the editor is taken out of the document, see `vetDocument`. */
  readonly vetting?: Vetting | undefined;
  /** Those of the bytes above that nobody needs afterwards: they go to pandoc's thread without being copied, and are empty here then. */
  readonly handedOver?: readonly Uint8Array[];
}

export interface Vetting {
  /** Names images `image-1.png` …, for formats that take them in; otherwise they keep their paths. */
  readonly renamesImages: boolean;
}
/** What was met in a document that was vetted. */
export interface Vetted {
  /** Targets of the images in the order of their new names, as written. */
  readonly images: readonly { readonly target: string; readonly name: string }[];
  readonly citekeys: readonly string[];
  /** Sentences about what was left out. */
  readonly left: readonly string[];
}

/** Something that pandoc could not do in the way that was asked for, such as a picture that was not there. */
export interface PandocWarning {
  /** Pandoc's own word for it, e.g. `CouldNotFetchResource`, `CiteprocWarning`. */
  readonly type: string;
  readonly message: string;
}

export interface PandocResult {
  readonly output: Uint8Array;
  readonly vetted?: Vetted | undefined;
  readonly warnings: readonly PandocWarning[];
}

export interface PandocRun {
  readonly signal?: AbortSignal | undefined;
  /** Longest time for the work itself; the time in which pandoc starts does not count. */
  readonly timeMs?: number;
  /** `background` never stands in the way of what the writer is waiting for. */
  readonly lane?: 'now' | 'background';
}

export interface Pandoc {
  /** @throws PandocError */
  convert(request: PandocRequest, run?: PandocRun): Promise<PandocResult>;
  dispose(): void;
}

/**
 * - `failed`: pandoc says that it cannot do it; `message` is what it says
 * - `time`, `memory`: a limit was reached
 * - `cancelled`: the caller did not want it any more
 * - `crashed`: pandoc came to an end that nobody asked for
 * - `missing`: there is no such program, or its file cannot be read
 */
export type PandocFailure = 'failed' | 'time' | 'memory' | 'cancelled' | 'crashed' | 'missing';

export class PandocError extends Error {
  readonly reason: PandocFailure;
  constructor(reason: PandocFailure, message: string) {
    super(message);
    this.name = 'PandocError';
    this.reason = reason;
  }
}

/** The output of a conversion to a text format. */
export function outputText({ output }: PandocResult): string {
  return new TextDecoder().decode(output);
}
