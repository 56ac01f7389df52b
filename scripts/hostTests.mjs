// Runs test/vscode/*.spec.ts, with --packaged test/packaged/*.spec.ts on the installed package, with --folders test/folders/*.spec.ts in a window of several
// folders, inside the extension host of a real VS Code: a desktop one where it can be had, else VS Code's server with a headless browser as its window.
//   node scripts/hostTests.mjs [--vscode 1.139|1.103|PATH] [--packaged|--folders] [--grep WORDS] [--result FILE]
import { build } from 'esbuild';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './lib/browser.mjs';
import { download, hasDisplay, installedCommand, oldestVersion, programBehind } from './lib/desktop.mjs';
import { ensureServer, HOSTS, NEWEST_HOST, OLDEST_HOST } from './lib/provision.mjs';
import { makePackage, sizeOf, troublesOf } from './lib/package.mjs';
import { fail, ROOT, run, temporaryFolder, which } from './lib/ready.mjs';
import { startServer, TEST_SETTINGS, workbenchUrl } from './lib/server.mjs';

const SILENCE_MS = 480_000; // a test has 150 s, and so have its clean-ups
const { values: options } = parseArgs({ options: {
  vscode: { type: 'string', default: NEWEST_HOST }, grep: { type: 'string', default: '' }, packaged: { type: 'boolean', default: false }, folders: { type: 'boolean', default: false }, result: { type: 'string', default: 'out/host.json' },
} });
const out = join(ROOT, 'out');
const resultFile = resolve(ROOT, options.result);
const pictureFile = resultFile.replace(/\.json$/, '.png');
const testsPath = join(out, 'hostTests.cjs');
/** What the package says of itself. */
const packageResults = [];
const log = message => console.log(`- ${message}`);

/** One bundle with every suite; VS Code calls its `run`. */
async function bundleSuites() {
  const suites = globSync(`test/${options.packaged ? 'packaged' : options.folders ? 'folders' : 'vscode'}/*.spec.ts`, { cwd: ROOT }).sort();
  const lines = suites.map(file => `import ${JSON.stringify(`./${file}`)};`);
  await build({
    stdin: { contents: [...lines, "export { run } from './test/vscode/runner.ts';"].join('\n'), resolveDir: ROOT, loader: 'ts' },
    bundle: true, platform: 'node', target: 'node22', format: 'cjs', external: ['vscode'], outfile: testsPath, absWorkingDir: ROOT,
    sourcemap: 'inline', logLevel: 'warning',
  });
}

/** A workspace file that names two folders, each with a corpus. */
function severalFolders() {
  const parent = temporaryFolder('folders');
  for (const [name, from] of [['harbour', 'workspace'], ['mill', 'folders/mill']]) { cpSync(join(ROOT, 'test', 'fixtures', from), join(parent, name), { recursive: true }); }
  const file = join(parent, 'papers.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: 'harbour' }, { path: 'mill' }] }));
  return file;
}

/** Program of a desktop VS Code; `undefined` where there is none to be had, or no display for it. */
async function findDesktop() {
  if (options.packaged) { return undefined; }
  if (!(options.vscode in HOSTS)) {
    const command = which(options.vscode) ?? fail(`There is no VS Code “${options.vscode}”: name ${Object.keys(HOSTS).join(' or ')}, or the path of a program.`);
    return programBehind(command) ?? command;
  }
  if (!hasDisplay() && which('xvfb-run') === undefined) { log('no display: not in a desktop VS Code'); return undefined; }
  if (options.vscode === OLDEST_HOST) { return download(oldestVersion(), log); }
  const command = installedCommand(log);
  return (command && programBehind(command)) ?? download('stable', log);
}

/** What the extension host wrote down as errors in which code of ours took part; what the editor cancels when it closes is none. */
function ourErrors(folder) {
  return globSync('**/*exthost.log', { cwd: folder }).flatMap(file =>
    readFileSync(join(folder, file), 'utf8').split(/^(?=\d{4}-\d\d-\d\d)/m).filter(entry => /\[error\]/.test(entry) && /extension\.cjs|rapporteur\./.test(entry) && !/: Canceled\s*$/.test(entry)));
}

async function runInDesktop(program, workspace, env) {
  const { runTests } = await import('@vscode/test-electron');
  const user = temporaryFolder('user');
  mkdirSync(join(user, 'User'), { recursive: true });
  writeFileSync(join(user, 'User', 'settings.json'), JSON.stringify(TEST_SETTINGS));
  await runTests({
    vscodeExecutablePath: program, extensionDevelopmentPath: ROOT, extensionTestsPath: testsPath, extensionTestsEnv: env,
    launchArgs: [workspace, '--user-data-dir', user, '--disable-extensions'],
  }).catch(error => console.error(error.message));
  return ourErrors(join(user, 'logs'));
}

/** The packed extension. What is in it is a test of its own. */
async function pack() {
  const file = join(temporaryFolder('package'), 'rapporteur.vsix');
  const made = await makePackage(file);
  log(`the package has ${made.files.length} files and ${sizeOf(made.bytes)}, without pandoc ${sizeOf(made.withoutPandoc)}`);
  const troubles = troublesOf(made);
  packageResults.push({ name: 'The package: has what belongs there, and is no larger than it may be', ok: troubles.length === 0, ms: 0, ...troubles.length === 0 ? {} : { error: troubles.join('\n') } });
  return file;
}

/** An extension that does nothing: the editor wants one in development where it runs tests, and ours is installed. */
function nothing() {
  const folder = temporaryFolder('nothing');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'nothing', publisher: 'nobody', version: '0.0.1', engines: { vscode: '*' } }));
  return folder;
}

async function runInServer(workspace, env) {
  const server = await startServer({ ...ensureServer(options.vscode, log), isDevelopment: true, env, vsix: options.packaged ? [await pack()] : [], logFile: resultFile.replace(/\.json$/, '.log') });
  const { browser, context, outside } = await openBrowser({ log });
  const troubles = [];
  let timer;
  try {
    const page = await context.newPage();
    let finish;
    const ended = new Promise(done => { finish = done; });
    const giveUp = reason => { troubles.push(reason); finish(1); };
    const heard = () => { clearTimeout(timer); timer = setTimeout(() => giveUp(`No test has ended for ${SILENCE_MS / 1000} s.`), SILENCE_MS); };
    heard();
    page.on('crash', () => giveUp('The page of the editor crashed.'));
    await page.exposeFunction('codeAutomationExit', finish);
    // All that the workbench logs comes this way too: only the lines of the tests are shown.
    await page.exposeFunction('codeAutomationLog', (_type, args) => {
      const line = args.map(arg => typeof arg === 'string' ? arg : JSON.stringify(arg)).join(' ');
      if (/^(?:not )?ok - /.test(line)) { console.log(line); heard(); }
    });
    await page.goto(workbenchUrl(server, { folder: workspace, extensionPath: options.packaged ? nothing() : ROOT, testsPath }), { waitUntil: 'commit' });
    const drawn = page.locator('iframe.webview.ready').last().contentFrame().locator('#active-frame').contentFrame().locator('body[data-ready="1"]');
    void drawn.waitFor({ state: 'attached', timeout: 0 }).then(() => { writeFileSync(env.RAPPORTEUR_DRAWN, ''); }, () => { /* the window was closed before */ });
    if (await ended !== 0) { await page.screenshot({ path: pictureFile }).catch(() => {}); }
    return [...troubles, ...ourErrors(server.logs), ...new Set(outside.map(url => `An address outside was asked for: ${url}`))];
  } finally {
    clearTimeout(timer);
    await browser.close();
    await server.stop();
  }
}

mkdirSync(out, { recursive: true });
rmSync(resultFile, { force: true });
const desktop = await findDesktop();
if (desktop !== undefined && !hasDisplay()) { process.exit(await run('xvfb-run', ['-a', process.execPath, ...process.argv.slice(1)])); }
console.log(`Host: ${desktop ?? `VS Code's server ${options.vscode}, with a headless browser as its window`}`);
const workspace = options.folders ? severalFolders() : temporaryFolder('workspace');
if (!options.folders) { cpSync(join(ROOT, 'test', 'fixtures', 'workspace'), workspace, { recursive: true }); }
const env = { RAPPORTEUR_RESULT: resultFile, RAPPORTEUR_GREP: options.grep, RAPPORTEUR_ROOT: ROOT, RAPPORTEUR_DRAWN: join(temporaryFolder('seen'), 'drawn') };
let errors;
try {
  await bundleSuites();
  errors = desktop === undefined ? await runInServer(workspace, env) : await runInDesktop(desktop, workspace, env);
} catch (error) {
  fail(`The tests in VS Code could not be run: ${error.message}\nWhen a download failed, check that the npm registry can be reached. Then run: npm test -- --only host`);
}
if (!existsSync(resultFile)) { fail(`The tests in VS Code wrote no result; what VS Code logged is in ${out}.`); }
const { host, results } = JSON.parse(readFileSync(resultFile, 'utf8'));
for (const result of packageResults) {
  console.log(`${result.ok ? 'ok' : 'not ok'} - ${result.name}${result.ok ? '' : `\n  ${result.error.replaceAll('\n', '\n  ')}`}`);
  results.push(result);
}
for (const error of errors) {
  console.log(`not ok - nothing goes wrong around the tests\n  ${error.trim().replaceAll('\n', '\n  ')}`);
  results.push({ name: 'nothing goes wrong around the tests', ok: false, error, ms: 0 });
}
const where = `${host}, ${desktop === undefined ? 'server' : 'desktop'}`;
writeFileSync(resultFile, JSON.stringify({ host: where, results }, null, 1));
console.log(`${results.filter(test => test.ok).length} of ${results.length} passed in ${where}`);
process.exit(results.some(test => !test.ok) ? 1 : 0);
