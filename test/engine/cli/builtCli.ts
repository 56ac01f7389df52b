import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { globSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { buildParts } from '../../../scripts/lib/parts.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltCli {
  /** The program, as it is called. */
  readonly program: string;
  /** A folder for what the tests make. Gone when the tests of the file are done. */
  readonly folder: string;
  run(...args: string[]): Promise<Ran>;
  /** In a terminal that is set to a locale, e.g. `fr_CA.UTF-8`. */
  runIn(locale: string, ...args: string[]): Promise<Ran>;
}

/** The terminal program with its workers, built as it ships, in a folder of its own beside the corpora that come with it. */
export async function buildCli(): Promise<BuiltCli> {
  const home = mkdtempSync(join(tmpdir(), 'rapporteur-cli-'));
  afterAll(() => { rmSync(home, { recursive: true, force: true }); });
  const workers = globSync('src/engine/{library,pandoc,timeline}/*.worker.ts', { cwd: ROOT }).map(file => ({
    entryPoints: [file], outfile: join(home, 'dist', `${basename(file, '.ts')}.cjs`), bundle: true, platform: 'node' as const, target: 'node22', format: 'cjs' as const, logLevel: 'warning' as const,
  }));
  await Promise.all([buildParts({ legalComments: 'none', charset: 'utf8', logLevel: 'warning' }, join(home, 'dist')), ...workers.map(bundle => build({ ...bundle, absWorkingDir: ROOT }))]);
  symlinkSync(join(ROOT, 'corpus'), join(home, 'corpus'));
  symlinkSync(join(ROOT, 'package.json'), join(home, 'package.json'));
  symlinkSync(join(ROOT, 'l10n'), join(home, 'l10n'));
  symlinkSync(join(ROOT, 'media'), join(home, 'media'));
  symlinkSync(join(ROOT, 'node_modules/pandoc-wasm/src'), join(home, 'dist', 'pandoc'));
  symlinkSync(join(ROOT, 'node_modules/@fontsource/arimo/files'), join(home, 'dist', 'fonts'));
  const program = join(home, 'dist', 'cli.cjs');
  const folder = mkdtempSync(join(home, 'work-'));
  return { program, folder, run: (...args) => run(program, args, folder, 'C'), runIn: (locale, ...args) => run(program, args, folder, locale) };
}

function run(program: string, args: readonly string[], cwd: string, locale: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...process.env, XDG_DATA_HOME: cwd, HOME: cwd, LOCALAPPDATA: cwd, LC_ALL: locale }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.on('error', reject);
    child.on('close', code => { resolve({ code, stdout, stderr }); });
  });
}
