// Starts VS Code's own server and stops it again with everything it started.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { remove, temporaryFolder, whenEnding } from './ready.mjs';

/** A quiet editor: nothing asks, nothing is looked up outside, nothing moves by itself. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'git.openRepositoryInParentFolders': 'never',
  'remote.autoForwardPorts': false,
};
/** On top of that, what keeps tests and pictures steady. */
export const TEST_SETTINGS = {
  ...QUIET_SETTINGS,
  'workbench.quickOpen.closeOnFocusLost': false,
  'git.enabled': false,
  'npm.autoDetect': 'off', 'grunt.autoDetect': 'off', 'gulp.autoDetect': 'off', 'jake.autoDetect': 'off', 'typescript.tsc.autoDetect': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'window.restoreWindows': 'none',
  'files.hotExit': 'off',
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.wordWrap': 'on',
  'workbench.reduceMotion': 'on',
  'workbench.hover.delay': 100,
  'editor.hover.delay': 100,
  'workbench.colorTheme': 'Default Light Modern',
};

/** A language pack without a word in it: the editor takes a language only when it has a pack for it, and must know it before it has looked for extensions. */
function addLanguage(root, extensions, locale) {
  const [publisher, name, version] = ['nobody', `language-${locale}`, '1.0.0'];
  const pack = join(extensions, `${publisher}.${name}-${version}`);
  mkdirSync(pack);
  const words = join(pack, 'main.i18n.json');
  writeFileSync(words, JSON.stringify({ version: '1.0.0', contents: {} }));
  const translations = [{ id: 'vscode', path: './main.i18n.json' }];
  writeFileSync(join(pack, 'package.json'), JSON.stringify({ name, publisher, version, engines: { vscode: '*' }, contributes: { localizations: [{ languageId: locale, languageName: locale, translations }] } }));
  const known = { hash: locale, label: locale, extensions: [{ extensionIdentifier: { id: `${publisher}.${name}` }, version }], translations: { vscode: words } };
  writeFileSync(join(root, 'data', 'languagepacks.json'), JSON.stringify({ [locale]: known }));
}

/**
 * @param {object} options
 * @param {string} options.node @param {string} options.folder where the server is
 * @param {boolean} [options.isDevelopment] the page may name an extension in development and its tests (no toasts are shown then)
 * @param {string[]} [options.link] extension folders that are there as if installed
 * @param {boolean} [options.asksForTrust] folders are not trusted until somebody says so
 * @param {string} [options.locale] language of the editor, e.g. `fr`: that of extensions, since its own words stay English
 */
export async function startServer({ node, folder, settings = TEST_SETTINGS, isDevelopment = false, asksForTrust = false, link = [], locale, vsix = [], port: wantedPort = 0, env = {}, args = [], logFile }) {
  const root = temporaryFolder('server');
  const extensions = join(root, 'extensions');
  mkdirSync(join(root, 'data', 'User'), { recursive: true });
  mkdirSync(extensions);
  writeFileSync(join(root, 'data', 'User', 'settings.json'), JSON.stringify(settings, null, 2));
  for (const path of link) {
    const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    symlinkSync(resolve(path), join(extensions, `${manifest.publisher}.${manifest.name}-${manifest.version}`), 'junction');
  }
  if (locale !== undefined) { addLanguage(root, extensions, locale); }
  const common = [join(folder, 'out', 'server-main.js'), '--accept-server-license-terms', '--disable-telemetry', '--server-data-dir', root, '--extensions-dir', extensions];
  // An empty gallery: no extension is ever looked up. The sockets of the server go away with its folder.
  const environment = { ...process.env, EXTENSIONS_GALLERY: '{}', ...process.platform === 'linux' ? { XDG_RUNTIME_DIR: root } : {}, ...env };
  delete environment.ELECTRON_RUN_AS_NODE;
  delete environment.VSCODE_IPC_HOOK_CLI;
  const start = (more, stdio) => spawn(node, [...common, ...more], { env: environment, stdio: ['ignore', stdio, stdio], detached: process.platform !== 'win32' });
  for (const file of vsix) {
    await new Promise((done, failed) => start(['--install-extension', resolve(file)], 'ignore')
      .once('exit', code => code === 0 ? done() : failed(new Error(`${file} could not be installed`))));
  }
  const token = randomBytes(16).toString('hex');
  const child = start(['--host', '127.0.0.1', '--port', String(wantedPort), '--connection-token', token, ...isDevelopment ? ['--enable-smoke-test-driver'] : [],
    ...asksForTrust ? [] : ['--disable-workspace-trust'], '--disable-update-check', '--disable-experiments', '--disable-getting-started-override', '--force-disable-user-env',
    '--reconnection-grace-time', '1', ...locale === undefined ? [] : ['--locale', locale], ...args], 'pipe');
  const kill = signal => { try { process.platform === 'win32' ? child.kill(signal) : process.kill(-child.pid, signal); } catch { /* it is gone */ } };
  const exited = new Promise(done => { child.once('exit', done); child.once('error', done); });
  const forget = whenEnding(() => kill('SIGKILL'));
  const sink = logFile === undefined ? undefined : createWriteStream(logFile);
  const stop = async () => {
    kill('SIGTERM');
    const timer = setTimeout(() => kill('SIGKILL'), 3000);
    await exited;
    clearTimeout(timer);
    kill('SIGKILL'); // whatever is left of its group: extension host, file watcher, terminals
    forget();
    sink?.end();
    remove(root);
  };
  let output = '';
  const port = await new Promise((done, failed) => {
    const read = chunk => {
      output += chunk;
      sink?.write(chunk);
      const match = /Extension host agent listening on (\d+)/.exec(output);
      if (match !== null) { done(Number(match[1])); }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void exited.then(end => failed(new Error(`VS Code's server ended (${end}): ${output.slice(-2000)}`)));
  });
  return { authority: `127.0.0.1:${port}`, token, logs: join(root, 'data', 'logs'), stop, exited };
}

/** The address that opens a folder, or a file that names several, with an extension in development and its tests when they are named. */
export function workbenchUrl(server, { folder, openFile, extensionPath, testsPath, extra = [] }) {
  const posix = path => path.replace(/\\/g, '/').replace(/^([A-Za-z]:)/, '/$1');
  const remote = path => `vscode-remote://${server.authority}${posix(path).split('/').map(encodeURIComponent).join('/')}`;
  const payload = [['skipWelcome', 'true'], ['skipReleaseNotes', 'true'], ...extra];
  if (extensionPath !== undefined) { payload.push(['extensionDevelopmentPath', remote(extensionPath)]); }
  if (testsPath !== undefined) { payload.push(['extensionTestsPath', remote(testsPath)]); }
  if (openFile !== undefined) { payload.push(['openFile', remote(openFile)]); }
  const url = new URL(`http://${server.authority}/`);
  url.searchParams.set('tkn', server.token);
  url.searchParams.set(/\.code-workspace$/.test(folder) ? 'workspace' : 'folder', posix(folder));
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
