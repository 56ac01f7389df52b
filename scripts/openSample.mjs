// Opens a copy of the sample paper with the extension: in the VS Code of the machine, in one that can be downloaded, or in
// VS Code's server with a browser. Started by scripts/start.mjs.
import { spawn } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { download, hasDisplay, installedCommand } from './lib/desktop.mjs';
import { ensureServer } from './lib/provision.mjs';
import { fail, ROOT, run, temporaryFolder, which } from './lib/ready.mjs';
import { QUIET_SETTINGS, startServer, workbenchUrl } from './lib/server.mjs';

const { values: options } = parseArgs({ options: {
  vscode: { type: 'string' }, web: { type: 'boolean', default: false }, port: { type: 'string', default: '0' },
  'no-open': { type: 'boolean', default: false }, screenshot: { type: 'string' },
} });
const log = message => console.log(`- ${message}`);

if (await run('node', ['scripts/build.mjs']) !== 0) { fail('The extension could not be built; the lines above say why.'); }
if (options.screenshot !== undefined) { process.exit(await run('node', ['scripts/pictures.mjs', '--overview', resolve(options.screenshot)])); }

const scratch = temporaryFolder('sample');
const folder = join(scratch, 'cambodia');
const draft = join(folder, 'draft.md');
cpSync(join(ROOT, 'samples', 'cambodia'), folder, { recursive: true });

async function findDesktop() {
  if (options.vscode !== undefined) { return which(options.vscode) ?? fail(`There is no VS Code at ${options.vscode}.`); }
  if (options.web || !hasDisplay()) { return undefined; }
  return installedCommand(log) ?? await download('stable', log);
}

function openInDesktop(program) {
  console.log(`Opening the sample paper in ${program}`);
  const isWindows = process.platform === 'win32';
  const args = [`--extensionDevelopmentPath=${ROOT}`, '--new-window', '--wait', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes',
    '--user-data-dir', join(scratch, 'user'), '--extensions-dir', join(scratch, 'extensions'), ...process.getuid?.() === 0 ? ['--no-sandbox'] : [], folder, draft];
  spawn(isWindows ? `"${program}"` : program, isWindows ? args.map(arg => `"${arg}"`) : args, { stdio: 'inherit', shell: isWindows })
    .once('error', error => fail(`${program} could not be started: ${error.message}`))
    .once('exit', code => process.exit(code ?? 1));
}

async function openInBrowser() {
  let server;
  try {
    server = await startServer({ ...ensureServer(undefined, log), settings: QUIET_SETTINGS, link: [ROOT], port: Number(options.port) });
  } catch (error) {
    fail(`No VS Code is on this machine, and none could be fetched and started. Install VS Code, or check that the npm registry can be reached, then run: npm start\n${error.message}`);
  }
  const url = workbenchUrl(server, { folder, openFile: draft });
  console.log(`\nRapporteur is ready, in VS Code in the browser:\n\n  ${url}\n\nCtrl+C ends it.`);
  void server.exited.then(code => process.exit(code ?? 1));
  if (options['no-open'] || !hasDisplay()) { return; }
  const [opener, ...args] = { darwin: ['open', url], win32: ['rundll32', 'url.dll,FileProtocolHandler', url] }[process.platform] ?? ['xdg-open', url];
  if (existsSync(which(opener) ?? '')) { spawn(opener, args, { stdio: 'ignore', detached: true }).on('error', () => {}).unref(); }
}

const desktop = await findDesktop();
if (desktop === undefined) { await openInBrowser(); } else { openInDesktop(desktop); }
