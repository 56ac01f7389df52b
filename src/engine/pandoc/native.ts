import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileFault } from '../../core/fileFault.ts';
import { readWarnings, type Converted } from './instance.ts';
import { t } from '../../core/l10n.ts';
import type { ToPandoc } from './protocol.ts';

/** A pandoc that is installed on the machine. */
export interface NativeProgram {
  /** `pandoc`, or a path. */
  readonly program: string;
  /** What its command line begins with. */
  readonly before?: readonly string[];
}

const DEFAULTS = 'rapporteur-defaults.yaml';
const INPUT = 'rapporteur-input';
const OUTPUT = 'rapporteur-output';
const LOG = 'rapporteur-log.json';
/** Defaults files, `embed-resources` and the JSON of documents are as they are here since then. */
const OLDEST = 3;
/** No option can name a file outside the folder. */
const PLAIN_NAME = /^[\w-][\w.-]*$/;

/** @throws when there is no such program, or it is too old */
export async function nativeVersion({ program, before = [] }: NativeProgram): Promise<string> {
  const { stdout } = await run(program, [...before, '--version'], tmpdir(), () => {}).catch((error: unknown) => { throw new Error(fileFault(error), { cause: error }); });
  const version = /^pandoc(?:\.exe)? (\d+)\S*/.exec(stdout);
  if (version === null) { throw new Error(t('{0} is not pandoc.', program)); }
  if (Number(version[1]) < OLDEST) { throw new Error(t('{0} is too old: {1}.0 or newer is needed.', version[0], OLDEST)); }
  return version[0];
}

/**
 * One conversion in a folder that is made for it and taken away afterwards. The program's own templates and settings do not
 * count, so that it gives what the pandoc of the extension gives.
 * @param onStart is told the process, so that somebody can end it
 */
export async function convertNatively({ program, before = [] }: NativeProgram, { options, input, files }: Pick<ToPandoc, 'options' | 'input' | 'files'>, onStart: (pid: number | undefined) => void): Promise<Converted> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-pandoc-'));
  const read = (name: string) => { try { return readFileSync(join(folder, name)); } catch { return new Uint8Array(); } };
  try {
    for (const [name, content] of Object.entries(files)) {
      if (!PLAIN_NAME.test(name)) { throw new Error(`${name} cannot be the name of a file for pandoc.`); }
      writeFileSync(join(folder, name), content);
    }
    writeFileSync(join(folder, INPUT), input);
    // JSON is YAML as well.
    writeFileSync(join(folder, DEFAULTS), JSON.stringify({ ...options, 'input-files': [INPUT], 'output-file': OUTPUT, 'log-file': LOG, 'data-dir': folder }));
    const { code, stderr } = await run(program, [...before, `--defaults=${DEFAULTS}`], folder, onStart);
    if (code === 0) { return { output: read(OUTPUT), stderr: '', warnings: readWarnings(new TextDecoder().decode(read(LOG))) }; }
    return { output: new Uint8Array(), stderr: `pandoc: ${stderr.replace(/^pandoc(?:\.exe)?: /, '')}`, warnings: [] };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(program: string, args: readonly string[], cwd: string, onStart: (pid: number | undefined) => void): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true, shell: false });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => { if (said[name].length < 100_000) { said[name] += text; } });
    }
    child.on('error', reject);
    child.on('close', code => { resolve({ code, ...said }); });
    onStart(child.pid);
  });
}
