// npm start: the extension, open on a copy of the sample paper. Runs on Node 20 with nothing installed.
//   npm start -- [--vscode PATH] [--web] [--port N] [--no-open] [--screenshot FILE]
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, fail, ROOT, run } from './lib/ready.mjs';
import { ensureServer, which } from './lib/provision.mjs';
import { QUIET_SETTINGS, startServer, workbenchUrl } from './lib/server.mjs';

const { values: options } = parseArgs({ options: {
  vscode: { type: 'string' }, web: { type: 'boolean', default: false }, port: { type: 'string', default: '0' },
  'no-open': { type: 'boolean', default: false }, screenshot: { type: 'string' },
} });

ensureDependencies();
if (await run('node', ['scripts/build.mjs']) !== 0) { fail('The extension could not be built; the lines above say why.'); }
if (options.screenshot !== undefined) { process.exit(await run('node', ['scripts/screenshot.mjs', resolve(options.screenshot)])); }

const scratch = mkdtempSync(join(tmpdir(), 'rapporteur-sample-'));
process.on('exit', () => { try { rmSync(scratch, { recursive: true, force: true, maxRetries: 3 }); } catch { /* still open somewhere */ } });
const folder = join(scratch, 'cambodia');
const draft = join(folder, 'draft.md');
cpSync(join(ROOT, 'samples', 'cambodia'), folder, { recursive: true });
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** A desktop VS Code: the one named, one on the machine that is new enough, or one that can be downloaded. */
async function findDesktop() {
  if (options.vscode !== undefined) { return which(options.vscode) ?? fail(`There is no VS Code at ${options.vscode}.`); }
  // Inside a terminal of a remote window `code` talks to that window and cannot load an extension in development.
  if (options.web || !hasDisplay || process.env.VSCODE_IPC_HOOK_CLI !== undefined) { return undefined; }
  const [, major, minor] = /(\d+)\.(\d+)/.exec(manifest.engines.vscode);
  for (const name of ['code', 'code-insiders', 'codium', '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code']) {
    const path = which(name);
    const version = path && /^(\d+)\.(\d+)\.\d+/m.exec(spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 15_000, shell: process.platform === 'win32' }).stdout ?? '');
    if (version && (Number(version[1]) > Number(major) || Number(version[2]) >= Number(minor))) { return path; }
    if (version) { console.log(`${path} is ${version[0]}, and Rapporteur needs ${manifest.engines.vscode}: not used.`); }
  }
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  return downloadAndUnzipVSCode({ cachePath: join(ROOT, '.vscode-host', 'desktop') }).catch(() => undefined);
}

const desktop = await findDesktop();
if (desktop !== undefined) {
  console.log(`Opening the sample paper in ${desktop}`);
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', '--wait', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes',
    '--user-data-dir', join(scratch, 'user'), '--extensions-dir', join(scratch, 'extensions'), folder, draft];
  spawn(desktop, args, { stdio: 'inherit', shell: process.platform === 'win32' }).once('exit', code => process.exit(code ?? 0));
} else {
  let host;
  try { host = ensureServer(undefined, message => console.log(`- ${message}`)); } catch (error) {
    fail(`No VS Code is on this machine, and none could be fetched. Install VS Code, or check that the npm registry can be reached, then run: npm start\n${error.message}`);
  }
  const server = await startServer({ ...host, settings: QUIET_SETTINGS, link: [ROOT], port: Number(options.port) });
  const url = workbenchUrl(server, { folder, openFile: draft });
  console.log(`\nRapporteur is ready, in VS Code in the browser:\n\n  ${url}\n\nCtrl+C ends it.`);
  void server.exited.then(() => process.exit(1));
  const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? undefined : hasDisplay ? which('xdg-open') : undefined;
  if (opener !== undefined && !options['no-open']) { spawn(opener, [url], { stdio: 'ignore', detached: true }).on('error', () => {}).unref(); }
}
