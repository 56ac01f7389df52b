// What every script needs first: the dependencies, and the Node that comes with them. Runs on Node 20 with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const CACHE = join(ROOT, '.vscode-host');
const isWindows = process.platform === 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Ends the script with one sentence, and how to mend it. */
export function fail(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

const atEnd = new Set();

/** Does something when this script ends, however that is: by itself, by an error, by Ctrl+C. @returns how to take that back */
export function whenEnding(cleanUp) {
  if (!process.listeners('exit').includes(endAll)) {
    process.on('exit', endAll);
    for (const signal of SIGNALS) { process.on(signal, () => process.exit(130)); }
  }
  atEnd.add(cleanUp);
  return () => atEnd.delete(cleanUp);
}

function endAll() {
  for (const cleanUp of [...atEnd].reverse()) { cleanUp(); }
}

export function remove(folder) {
  try { rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }); } catch { /* a file is still open; the system's clean-up takes it */ }
}

/** A folder for the time this script runs. */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `rapporteur-${name}-`));
  whenEnding(() => remove(folder));
  return folder;
}

/** The npm that started this script, or the one on the PATH, as a program and its first arguments. */
function npmProgram() {
  const path = process.env.npm_execpath;
  return path !== undefined && /npm-cli\.js$/.test(path) ? [process.execPath, [path]] : [isWindows ? 'npm.cmd' : 'npm', []];
}

/** Runs npm and returns what it printed; throws with the end of its complaint. */
export function npm(args, cwd = ROOT) {
  const [program, first] = npmProgram();
  const env = { ...process.env, npm_config_fund: 'false', npm_config_audit: 'false', npm_config_update_notifier: 'false', npm_config_ignore_scripts: 'true' };
  const run = spawnSync(program, [...first, ...args], { cwd, encoding: 'utf8', env, shell: isWindows && first.length === 0, maxBuffer: 64_000_000 });
  if (run.status !== 0) { throw new Error(`npm ${args[0]} failed: ${(run.stderr || run.stdout || String(run.error)).trim().slice(-1500)}`); }
  return run.stdout;
}

/** Installs the dependencies when they are missing or older than the lockfile. No install script is run. */
function ensureDependencies() {
  const installed = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(ROOT, 'package-lock.json')).mtimeMs) {
    console.log('Installing the dependencies …');
    try { npm(['ci', '--ignore-scripts', '--loglevel=error']); } catch (error) {
      fail(`The dependencies could not be installed. Check that the npm registry can be reached, then run: npm ci --ignore-scripts\n${error.message}`);
    }
  }
  const version = spawnSync('node', ['--version'], { encoding: 'utf8', env: projectEnvironment(), shell: isWindows }).stdout?.trim() ?? '';
  if (!(Number(/^v(\d+)/.exec(version)?.[1]) >= 24)) {
    fail(`The scripts run on Node 24, which npm installs with the dependencies; here they got ${version || 'none'}. Run: npm ci --ignore-scripts --include=optional`);
  }
}

/** Installs what is missing and goes on under the project's Node: the script that calls this is started again where it must be. */
export async function ready() {
  ensureDependencies();
  if (Number(process.versions.node.split('.')[0]) < 24) { process.exit(await run('node', process.argv.slice(1))); }
}

/** Environment in which `node` is the Node of the project (24), whatever Node started the script. */
export function projectEnvironment(extra = {}) {
  return { ...process.env, PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/** Path of a program: as given when it names a file, else from the PATH. `undefined` when it is not there. */
export function which(name) {
  if (/[\\/]/.test(name)) { return existsSync(name) ? name : undefined; }
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const extension of isWindows ? ['.exe', '.cmd', '.bat'] : ['']) {
      const path = join(folder, name + extension);
      if (existsSync(path) && statSync(path).isFile()) { return path; }
    }
  }
  return undefined;
}

/** Runs a program of the project and resolves to its exit code. It ends when this script is told to. */
export function run(program, args, { env = {}, cwd = ROOT } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: 'inherit', env: projectEnvironment(env), shell: isWindows });
    let asked = false;
    const pass = signal => { asked = true; child.kill(signal); };
    for (const signal of SIGNALS) { process.on(signal, pass); }
    const settled = () => { for (const signal of SIGNALS) { process.off(signal, pass); } };
    child.once('error', error => { settled(); reject(error); });
    child.once('exit', code => {
      settled();
      if (asked) { process.exit(130); }
      resolve(code ?? 1);
    });
  });
}
