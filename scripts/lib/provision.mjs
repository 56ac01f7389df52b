// A real VS Code, a Node for it and a browser, from the npm registry alone: no compiler, no system package, no install
// script. Everything lands in .vscode-host/ and is used again.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { CACHE, npm, which } from './ready.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const isWindows = process.platform === 'win32';

/**
 * The versions of VS Code that code-server brings along. `drop`: dependencies that serving an editor does not need and
 * that want a compiler or weigh hundreds of megabytes. `standIns`: native modules replaced by a few lines of JavaScript.
 */
export const HOSTS = {
  // The newest one.
  '1.139': {
    spec: 'code-server@4.139.1', node: '24', keepsLockfile: true,
    drop: ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@vscode/sandbox-runtime', '@devcontainers/cli', '@vscode/sqlite3', 'kerberos',
      '@vscode/windows-process-tree', '@vscode/windows-registry', 'ssh2', '@vscode/copilot-api', 'zod', 'node-addon-api', 'detect-libc'],
    standIns: { '@vscode/spdlog': 'spdlog.cjs', '@vscode/native-watchdog': 'nativeWatchdog.cjs' },
    add: {},
  },
  // The nearest to the lower end of engines.vscode that the registry has.
  '1.103': {
    spec: 'code-server@4.103.2', node: '22', keepsLockfile: false,
    drop: ['kerberos', '@vscode/windows-process-tree', '@vscode/windows-registry'],
    standIns: { '@vscode/spdlog': 'spdlog.cjs', 'native-watchdog': 'nativeWatchdog.cjs', '@vscode/native-watchdog': 'nativeWatchdog.cjs' },
    add: { '@vscode/ripgrep-universal': '1.18.0' },
  },
};
export const NEWEST_HOST = '1.139';
export const OLDEST_HOST = '1.103';
const BROWSER = '@sparticuz/chromium@147.0.0';

/** `npm pack` checks the tarball against the registry's hash. The caller finishes the folder and calls `settle`. */
function unpack(spec, target, strip, only) {
  const parcel = `${target}.tmp`;
  const folder = `${target}.new`;
  for (const path of [parcel, folder]) { rmSync(path, { recursive: true, force: true }); mkdirSync(path, { recursive: true }); }
  const [{ filename }] = JSON.parse(npm(['pack', spec, '--json', '--pack-destination', parcel], parcel));
  const tarball = join(parcel, filename.replace(/^@/, '').replace('/', '-'));
  execFileSync('tar', ['-xzf', tarball, '-C', folder, `--strip-components=${strip}`, ...only === undefined ? [] : [only]]);
  rmSync(parcel, { recursive: true, force: true });
  return folder;
}

function settle(folder, target) {
  rmSync(target, { recursive: true, force: true });
  renameSync(folder, target);
}

function majorOf(node) {
  const run = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return run.status === 0 ? run.stdout.trim().replace(/^v(\d+).*$/, '$1') : '';
}

/** Path of a Node of that major version: this one, or one from npm. */
export function ensureNode(major, log = () => {}) {
  if (process.versions.node.split('.')[0] === major) { return process.execPath; }
  const system = { linux: 'linux', darwin: process.arch === 'arm64' ? 'bin-darwin' : 'darwin', win32: 'win' }[process.platform];
  const spec = `node-${system}-${process.arch}@${major}`;
  const target = join(CACHE, `node-${major}-${process.arch}`);
  const bin = join(target, 'bin', isWindows ? 'node.exe' : 'node');
  if (majorOf(bin) !== major) {
    log(`getting ${spec}`);
    settle(unpack(spec, target, 1, 'package/bin'), target);
  }
  if (majorOf(bin) !== major) { throw new Error(`Node ${major} does not run on this machine; install Node ${major} and start again.`); }
  return bin;
}

function childrenOf(folder) {
  try { return readdirSync(folder, { withFileTypes: true }); } catch { return []; }
}

function removeSourceMaps(folder) {
  for (const child of childrenOf(folder)) {
    const path = join(folder, child.name);
    if (child.isDirectory()) { removeSourceMaps(path); } else if (child.name.endsWith('.js.map')) { rmSync(path); }
  }
}

/** Folder of a VS Code server and a Node that runs it. */
export function ensureServer(name = NEWEST_HOST, log = () => {}) {
  const host = HOSTS[name];
  if (host === undefined) { throw new Error(`There is no VS Code ${name} here; choose one of ${Object.keys(HOSTS).join(', ')}.`); }
  const recipe = createHash('sha256').update(JSON.stringify(host)).digest('hex').slice(0, 8);
  const target = join(CACHE, `vscode-${name}-${recipe}`);
  if (!existsSync(join(target, '.complete'))) {
    log(`getting VS Code ${name} (${host.spec})`);
    const folder = unpack(host.spec, target, 3, 'package/lib/vscode');
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const name of [...host.drop, ...Object.keys(host.standIns)]) { delete manifest.dependencies[name]; }
    for (const key of Object.keys(manifest.overrides ?? {})) { if (host.drop.some(name => key.startsWith(name))) { delete manifest.overrides[key]; } }
    Object.assign(manifest.dependencies, host.add);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
    if (!host.keepsLockfile) { for (const lock of ['npm-shrinkwrap.json', 'package-lock.json']) { rmSync(join(folder, lock), { force: true }); } }
    removeSourceMaps(join(folder, 'out'));
    log('getting its dependencies');
    npm(['install', '--omit=dev', '--ignore-scripts'], folder);
    if (existsSync(join(folder, 'extensions', 'package.json'))) { npm(['install', '--omit=dev', '--ignore-scripts'], join(folder, 'extensions')); }
    for (const [module, file] of Object.entries(host.standIns)) {
      const place = join(folder, 'node_modules', module);
      mkdirSync(place, { recursive: true });
      copyFileSync(join(here, 'standIns', file), join(place, 'index.js'));
      writeFileSync(join(place, 'package.json'), JSON.stringify({ name: module, version: '0.0.0', main: 'index.js' }));
    }
    placeRipgrep(folder);
    writeFileSync(join(folder, '.complete'), host.spec);
    settle(folder, target);
  }
  return { folder: target, node: ensureNode(host.node, log) };
}

/** Keeps this system's ripgrep of the universal package, and lends it to older versions that would download theirs. */
function placeRipgrep(folder) {
  const universal = join(folder, 'node_modules/@vscode/ripgrep-universal/bin');
  const mine = `${process.platform}-${process.arch}`;
  for (const child of childrenOf(universal)) { if (child.name !== mine) { rmSync(join(universal, child.name), { recursive: true, force: true }); } }
  const program = isWindows ? 'rg.exe' : 'rg';
  const old = join(folder, 'node_modules/@vscode/ripgrep');
  if (existsSync(old) && !existsSync(join(old, 'bin', program)) && existsSync(join(universal, mine, program))) {
    mkdirSync(join(old, 'bin'), { recursive: true });
    copyFileSync(join(universal, mine, program), join(old, 'bin', program));
    chmodSync(join(old, 'bin', program), 0o755);
  }
}

const KNOWN_BROWSERS = {
  linux: ['chromium-headless-shell', 'chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(name => process.env[name] === undefined ? []
    : [join(process.env[name], 'Google/Chrome/Application/chrome.exe'), join(process.env[name], 'Microsoft/Edge/Application/msedge.exe')]),
};

/**
 * A browser to drive: CHROME_PATH, one on the machine, else Chromium from npm (Linux on x64; its libraries come along).
 * @returns {{ executablePath: string, args: string[], env: Record<string, string> }}
 */
export function ensureBrowser(log = () => {}) {
  const own = process.env.CHROME_PATH ?? (KNOWN_BROWSERS[process.platform] ?? []).map(which).find(Boolean);
  if (own !== undefined && process.env.RAPPORTEUR_BROWSER !== 'npm') {
    return { executablePath: own, args: ['--disable-gpu', ...process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []], env: {} };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or name it: CHROME_PATH=/path/to/chrome npm test');
  }
  const target = join(CACHE, `chromium-${BROWSER.split('@').at(-1)}`);
  if (!existsSync(join(target, '.complete'))) {
    log(`getting ${BROWSER}`);
    const folder = unpack(BROWSER, target, 1);
    writeFileSync(join(folder, 'chromium'), brotliDecompressSync(readFileSync(join(folder, 'bin', 'chromium.br'))));
    chmodSync(join(folder, 'chromium'), 0o755);
    for (const part of ['al2023', 'fonts', 'swiftshader']) {
      const tar = join(folder, `${part}.tar`);
      writeFileSync(tar, brotliDecompressSync(readFileSync(join(folder, 'bin', `${part}.tar.br`))));
      execFileSync('tar', ['-xf', tar, '-C', folder]);
      rmSync(tar);
    }
    rmSync(join(folder, 'bin'), { recursive: true, force: true });
    writeFileSync(join(folder, 'fonts.conf'), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><dir>${join(target, 'fonts')}</dir><cachedir>${join(target, 'fonts-cache')}</cachedir></fontconfig>`);
    writeFileSync(join(folder, '.complete'), BROWSER);
    settle(folder, target);
  }
  return {
    executablePath: join(target, 'chromium'),
    args: ['--no-sandbox', '--no-zygote', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    env: { LD_LIBRARY_PATH: join(target, 'lib'), FONTCONFIG_PATH: target },
  };
}
