import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI, WASIProcExit } from '@bjorn3/browser_wasi_shim';
import type { ToPandoc } from './protocol.ts';
import type { PandocWarning } from './types.ts';

/** The part of the module's exports that is used: https://github.com/jgm/pandoc/blob/main/wasm/Main.hs */
interface PandocExports {
  readonly memory: WebAssembly.Memory;
  readonly __wasm_call_ctors: () => void;
  readonly malloc: (bytes: number) => number;
  readonly hs_init_with_rtsopts: (argc: number, argv: number) => void;
  readonly convert: (options: number, length: number) => void;
}

export interface Converted {
  readonly output: Uint8Array;
  readonly stderr: string;
  readonly warnings: readonly PandocWarning[];
}

/** Pandoc came to its end, with the exit code it gave. */
export class PandocExit extends Error {
  readonly exitCode: number;
  constructor(exitCode: number, said: string) {
    super(said === '' ? `Pandoc ended with the code ${exitCode}.` : said);
    this.exitCode = exitCode;
  }
}

const OUTPUT = 'rapporteur-output';

/** A started pandoc whose file system holds what it is given and nothing else. It is used again and again. */
export class PandocInstance {
  readonly #exports: PandocExports;
  readonly #files: Map<string, File>;
  readonly #said: string[];

  static async start(module: WebAssembly.Module, memoryMb: number): Promise<PandocInstance> {
    const files = new Map<string, File>();
    const said: string[] = [];
    const hear = () => ConsoleStdout.lineBuffered(line => { said.push(line); });
    const args = ['pandoc', '+RTS', '-A16m', '-n4m', `-M${memoryMb}m`, '-RTS'];
    const wasi = new WASI(args, [], [new OpenFile(new File([], { readonly: true })), hear(), hear(), new PreopenDirectory('/', files)], { debug: false });
    const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
    const exports = instance.exports as PandocExports;
    wasi.initialize({ exports });
    return new PandocInstance(exports, files, said, args);
  }

  private constructor(exports: PandocExports, files: Map<string, File>, said: string[], args: readonly string[]) {
    this.#exports = exports;
    this.#files = files;
    this.#said = said;
    exports.__wasm_call_ctors();
    const pointers = args.map(text => this.#write(new TextEncoder().encode(`${text}\0`)));
    const argv = this.#write(new Uint8Array(new Uint32Array([...pointers, 0]).buffer));
    exports.hs_init_with_rtsopts(this.#write(new Uint8Array(new Uint32Array([args.length]).buffer)), this.#write(new Uint8Array(new Uint32Array([argv]).buffer)));
  }

  /** @throws PandocExit after which this instance cannot be used any more */
  convert({ options, input, files }: Pick<ToPandoc, 'options' | 'input' | 'files'>): Converted {
    const made = { stdin: typeof input === 'string' ? bytesOf(input) : input, stdout: empty(), stderr: empty(), warnings: empty(), [OUTPUT]: empty() };
    this.#files.clear();
    this.#said.length = 0;
    for (const [name, content] of Object.entries({ ...files, ...made })) {
      this.#files.set(name, new File(typeof content === 'string' ? bytesOf(content) : content, { readonly: !(name in made) || name === 'stdin' }));
    }
    const asked = bytesOf(JSON.stringify({ ...options, 'output-file': OUTPUT }));
    try {
      this.#exports.convert(this.#write(asked), asked.byteLength);
      return { output: this.#read(OUTPUT), stderr: decode(this.#read('stderr')), warnings: readWarnings(decode(this.#read('warnings'))) };
    } catch (error) {
      throw error instanceof WASIProcExit ? new PandocExit(error.code, this.#said.join(' ')) : error;
    } finally {
      this.#files.clear();
    }
  }

  #write(bytes: Uint8Array): number {
    const at = this.#exports.malloc(bytes.byteLength);
    new Uint8Array(this.#exports.memory.buffer, at, bytes.byteLength).set(bytes);
    return at;
  }

  #read(name: string): Uint8Array {
    return this.#files.get(name)?.data ?? new Uint8Array();
  }
}

const empty = (): Uint8Array => new Uint8Array();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** An entry of pandoc's log: what it says in words, or, from a pandoc of the machine, in parts. */
interface LogEntry {
  readonly type: string;
  readonly verbosity: string;
  readonly pretty?: string;
  readonly path?: string;
  readonly contents?: unknown;
  readonly message?: string;
}

/** What pandoc's log warns of. A log that was not written to its end says nothing. */
export function readWarnings(json: string): PandocWarning[] {
  let entries: readonly LogEntry[];
  try { entries = JSON.parse(json) as readonly LogEntry[]; } catch { return []; }
  return entries.flatMap(entry => (entry.verbosity === 'WARNING' || entry.verbosity === 'ERROR' ? [{ type: entry.type, message: wordsOf(entry) }] : []));
}

function wordsOf({ type, pretty, path, contents, message }: LogEntry): string {
  if (pretty !== undefined) { return pretty; }
  const parts = [path, contents, message].filter(part => typeof part === 'string' && part !== '');
  return parts.length === 0 ? type : parts.join(': ');
}
