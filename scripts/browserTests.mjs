// Runs test/e2e/*.e2e.ts with Node's own test runner, one after the other. In a whole run a suite that failed is run once more in
// a window of its own, and what passed only then is told as such: a window on a busy machine may miss a click, a fault is missed by none.
//   node scripts/browserTests.mjs [--vscode 1.139|1.103] [--grep WORDS] [--result out/browser.json]
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { ensureBrowser, ensureServer, NEWEST_HOST } from './lib/provision.mjs';
import { fail, ROOT } from './lib/ready.mjs';

const { values: options } = parseArgs({ options: { vscode: { type: 'string', default: NEWEST_HOST }, grep: { type: 'string', default: '' }, result: { type: 'string', default: 'out/browser.json' } } });
/** With more suites at fault, it is not the machine. */
const MOST_TRIED_AGAIN = 3;
const log = message => console.log(`- ${message}`);
try {
  ensureServer(options.vscode, log);
  console.log(`Browser: ${ensureBrowser(log).executablePath}`);
} catch (error) {
  fail(`The browser tests could not start: ${error.message}\nWhen a download failed, check that the npm registry can be reached. Then run: npm test -- --only browser`);
}
process.env.RAPPORTEUR_VSCODE = options.vscode;

const results = [];
const open = []; // names of the suites around the test at hand
const settle = (ok, { name, nesting, details }) => {
  open.length = nesting;
  const isSuite = details.type === 'suite';
  // A suite counts only when it is at fault itself, not for a test in it that has been told.
  if (isSuite && (ok || details.error?.failureType === 'subtestsFailed')) { return; }
  const error = ok ? undefined : stripVTControlCharacters(details.error?.cause?.stack ?? String(details.error?.cause ?? details.error));
  const result = { name: [...open, name].join(': '), suite: open[0] ?? name, ok, ms: Math.round(details.duration_ms), ...error === undefined ? {} : { error } };
  results.push(result);
  console.log(`${ok ? 'ok' : 'not ok'} - ${result.name} (${result.ms} ms)${error === undefined ? '' : `\n  ${error.replaceAll('\n', '\n  ')}`}`);
};
const events = run({
  files: globSync('test/e2e/*.e2e.ts', { cwd: ROOT }).sort().map(file => join(ROOT, file)), cwd: ROOT, isolation: 'none', concurrency: false,
  ...options.grep === '' ? {} : { testNamePatterns: [new RegExp(options.grep.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i')] },
});
for await (const { type, data } of events) {
  if (type === 'test:start') { open[data.nesting] = data.name; }
  if (type === 'test:pass' && data.skip === undefined) { settle(true, data); }
  if (type === 'test:fail') { settle(false, data); }
}
const suitesAtFault = [...new Set(results.filter(test => !test.ok).map(({ suite }) => suite))];
if (options.grep === '' && suitesAtFault.length <= MOST_TRIED_AGAIN) { suitesAtFault.forEach(tryAgain); }

/** Puts the results of a second run of a suite in the place of those of the first, with why the first failed. */
function tryAgain(suite) {
  console.log(`- “${suite}” failed and is run once more`);
  const file = join('out', 'again.json');
  spawnSync(process.execPath, [import.meta.filename, '--vscode', options.vscode, '--grep', suite, '--result', file], { cwd: ROOT, stdio: 'inherit' });
  const second = JSON.parse(readFileSync(join(ROOT, file), 'utf8')).results.filter(test => test.suite === suite);
  const first = results.filter(test => test.suite === suite);
  if (second.length < first.length) { return; }
  const told = second.map(test => {
    const before = first.find(({ name, ok }) => name === test.name && !ok);
    return test.ok && before !== undefined ? { ...test, failedFirst: before.error } : test;
  });
  results.splice(0, results.length, ...results.filter(test => test.suite !== suite), ...told);
}

const host = `VS Code ${options.vscode} in a browser`;
mkdirSync(join(ROOT, 'out'), { recursive: true });
writeFileSync(join(ROOT, options.result), JSON.stringify({ host, results }, null, 1));
console.log(`${results.filter(test => test.ok).length} of ${results.length} passed in ${host}`);
process.exit(results.some(test => !test.ok) ? 1 : 0);
