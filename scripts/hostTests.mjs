// Runs test/vscode/*.spec.ts inside the extension host of a real VS Code: a desktop one where it can be had, else VS Code's
// server with a headless browser. Usage: node scripts/hostTests.mjs [--vscode 1.139] [--grep WORDS]
import { build } from 'esbuild';
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './lib/browser.mjs';
import { ensureServer, NEWEST_HOST, OLDEST_HOST, which } from './lib/provision.mjs';
import { fail, ROOT } from './lib/ready.mjs';
import { startServer, TEST_SETTINGS, workbenchUrl } from './lib/server.mjs';

const TIMEOUT_MS = 600_000;
const { values: options } = parseArgs({ options: { vscode: { type: 'string', default: NEWEST_HOST }, grep: { type: 'string', default: '' } } });
const out = join(ROOT, 'out');
mkdirSync(out, { recursive: true });
const resultFile = join(out, `host-${options.vscode}.json`);
rmSync(resultFile, { force: true });

// One bundle with every suite; the file itself only has to export `run`.
const testsPath = join(out, 'hostTests.cjs');
const specs = globSync('test/vscode/*.spec.ts', { cwd: ROOT }).sort();
await build({
  bundle: true, platform: 'node', target: 'node22', format: 'cjs', external: ['vscode'], outfile: testsPath, absWorkingDir: ROOT, sourcemap: 'inline', logLevel: 'warning',
  stdin: { contents: `${specs.map(file => `import './${file}';`).join('\n')}\nexport { run } from './test/vscode/runner.ts';`, resolveDir: ROOT, loader: 'ts' },
});
const workspace = mkdtempSync(join(tmpdir(), 'rapporteur-workspace-'));
cpSync(join(ROOT, 'test', 'fixtures', 'workspace'), workspace, { recursive: true });
const env = { RAPPORTEUR_RESULT: resultFile, RAPPORTEUR_GREP: options.grep, RAPPORTEUR_ROOT: ROOT };

/** A desktop VS Code of about that version, where a display and a download are to be had. */
async function desktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) { return undefined; }
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const minimum = /\d+\.\d+\.\d+/.exec(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.vscode)[0];
  const version = options.vscode === OLDEST_HOST ? minimum : 'stable';
  return downloadAndUnzipVSCode({ version, cachePath: join(ROOT, '.vscode-host', 'desktop') }).catch(() => version === 'stable' ? which('code') : undefined);
}

async function runInDesktop(executable) {
  const { runTests } = await import('@vscode/test-electron');
  const user = mkdtempSync(join(tmpdir(), 'rapporteur-user-'));
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify(TEST_SETTINGS));
  try {
    return await runTests({
      vscodeExecutablePath: executable, extensionDevelopmentPath: ROOT, extensionTestsPath: testsPath, extensionTestsEnv: env,
      launchArgs: [workspace, '--user-data-dir', user, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
    });
  } catch (error) {
    console.error(error.message);
    return 1;
  } finally { rmSync(user, { recursive: true, force: true }); }
}

async function runInServer() {
  const log = message => console.log(`- ${message}`);
  const host = ensureServer(options.vscode, log);
  const server = await startServer({ ...host, isDevelopment: true, env, logFile: join(out, `host-${options.vscode}.log`) });
  const { browser, context, outside } = await openBrowser({ log });
  let timer;
  try {
    const page = await context.newPage();
    const ended = new Promise(done => {
      timer = setTimeout(() => { console.error('The tests did not end in time.'); done(1); }, TIMEOUT_MS);
      page.on('crash', () => { console.error('The editor’s page crashed.'); done(1); });
      void page.exposeFunction('codeAutomationExit', done);
    });
    // Everything the workbench logs comes this way too: only the tests' own lines are kept.
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const line = args.map(arg => typeof arg === 'string' ? arg : JSON.stringify(arg)).join(' ');
      if (/^(?:not )?ok - |^# |^ {2}/.test(line)) { console.log(line); }
    });
    await page.goto(workbenchUrl(server, { folder: workspace, extensionPath: ROOT, testsPath }), { waitUntil: 'commit' });
    const code = await ended;
    if (code !== 0) { await page.screenshot({ path: join(out, `host-${options.vscode}.png`) }).catch(() => {}); }
    if (outside.length > 0) { console.error(`Something outside was asked for: ${[...new Set(outside)].join(', ')}`); return 1; }
    return code;
  } finally {
    clearTimeout(timer);
    await browser.close();
    await server.stop();
  }
}

let code;
try {
  const executable = await desktop();
  console.log(executable === undefined ? `Host: the VS Code server ${options.vscode}, in a headless browser` : `Host: ${executable}`);
  code = executable === undefined ? await runInServer() : await runInDesktop(executable);
} catch (error) {
  fail(`The tests in VS Code could not start: ${error.message}\nCheck that the npm registry can be reached, then run: npm test -- --only host`);
} finally { rmSync(workspace, { recursive: true, force: true }); }
if (!existsSync(resultFile)) { fail('The tests in VS Code wrote no result; out/ has the log and a picture.'); }
const { results, host } = JSON.parse(readFileSync(resultFile, 'utf8'));
console.log(`${results.filter(test => test.ok).length} of ${results.length} passed in ${host}`);
process.exit(code || (results.some(test => !test.ok) ? 1 : 0));
