// A desktop VS Code: one on the machine, or one that @vscode/test-electron downloads.
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CACHE, ROOT, which } from './ready.mjs';

const PROGRAMS = ['code', 'code-insiders', 'codium', '/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code'];
const DOWNLOAD_TIMEOUT_MS = 15_000;

/** The oldest VS Code that the extension runs in, e.g. `1.101.0`. */
export function oldestVersion() {
  return /\d+\.\d+\.\d+/.exec(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.vscode)[0];
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Command of the first VS Code on the machine that is new enough; says which are not. */
export function installedCommand(log) {
  // Inside a terminal of a remote window `code` talks to that window and cannot load an extension in development.
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined) { return undefined; }
  const [major, minor] = oldestVersion().split('.').map(Number);
  for (const path of PROGRAMS.map(which).filter(Boolean)) {
    const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 15_000, shell: process.platform === 'win32' });
    const version = /^(\d+)\.(\d+)\.\d+/m.exec(answer.stdout ?? '');
    if (version === null) { continue; }
    if (Number(version[1]) > major || (Number(version[1]) === major && Number(version[2]) >= minor)) { return path; }
    log(`${path} is VS Code ${version[0]}, and the extension needs ${major}.${minor}: not used`);
  }
  return undefined;
}

/** The program behind a `code` command: tests need the program itself, whose end is the end of the tests. */
export function programBehind(command) {
  const bin = dirname(realpathSync(command));
  const places = [['..', 'code'], ['..', 'code-insiders'], ['..', 'codium'], ['..', 'Code.exe'], ['..', '..', '..', 'MacOS', 'Electron'], ['..', '..', '..', 'MacOS', 'Code']];
  return places.map(place => join(bin, ...place)).find(path => existsSync(path));
}

/** Program of a downloaded VS Code, `undefined` where none can be had. @param {string} version `stable` or e.g. `1.101.0` */
export async function download(version, log) {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: join(CACHE, 'desktop'), timeout: DOWNLOAD_TIMEOUT_MS });
  } catch (error) {
    log(`no desktop VS Code (${version}) can be downloaded: ${error.message ?? error}`);
    return undefined;
  }
}
