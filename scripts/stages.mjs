// Runs the stages of `npm test` one after the other and sums them up. Started by scripts/test.mjs.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { NEWEST_HOST, OLDEST_HOST } from './lib/provision.mjs';
import { fail, ROOT, run } from './lib/ready.mjs';

const { values: options } = parseArgs({ options: {
  only: { type: 'string', multiple: true }, vscode: { type: 'string', multiple: true }, grep: { type: 'string', default: '' },
} });
const out = join(ROOT, 'out');
const grep = options.grep === '' ? [] : ['--grep', options.grep];
const namePattern = options.grep === '' ? [] : ['-t', options.grep];

/** A stage: its steps, and the files in out/ in which they leave their numbers. */
const stages = [
  { name: 'types', steps: [['tsc', '-p', 'tsconfig.json'], ['tsc', '-p', 'tsconfig.webview.json'], ['tsc', '-p', 'test/webview']] },
  { name: 'lint', steps: [['eslint', '.', '--max-warnings', '0']] },
  { name: 'unit', steps: [['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=out/unit.json', ...namePattern]], results: ['unit.json'] },
  { name: 'build', steps: [['node', 'scripts/build.mjs']] },
  ...(options.vscode ?? [NEWEST_HOST, OLDEST_HOST]).map((vscode, index) => ({
    name: `host ${vscode}`, steps: [['node', 'scripts/hostTests.mjs', '--vscode', vscode, '--result', `out/host-${index}.json`, ...grep]], results: [`host-${index}.json`],
  })),
  { name: 'folders', steps: [['node', 'scripts/hostTests.mjs', '--folders', '--result', 'out/folders.json', ...grep]], results: ['folders.json'] },
  { name: 'browser', steps: [
    ['vitest', 'run', '--config', 'vitest.browser.config.ts', '--reporter=default', '--reporter=json', '--outputFile.json=out/webview.json', ...namePattern],
    ['node', 'scripts/browserTests.mjs', ...grep],
  ], results: ['webview.json', 'browser.json'] },
  { name: 'packaged', steps: [['node', 'scripts/hostTests.mjs', '--packaged', '--result', 'out/packaged.json', ...grep]], results: ['packaged.json'] },
];
const kind = ({ name }) => name.split(' ')[0];
const wanted = new Set(options.only ?? stages.map(kind));
for (const name of wanted) {
  if (!stages.some(stage => kind(stage) === name)) { fail(`There is no stage “${name}”; choose of ${[...new Set(stages.map(kind))].join(', ')}.`); }
}
// What runs in the editor is what the build made.
if (wanted.has('host') || wanted.has('folders') || wanted.has('browser')) { wanted.add('build'); }

/** `{ passed, failures: ['name: first line of why'], again, host }`, `again` those that failed and passed when tried again, of what a stage has written; `undefined` when it wrote nothing. */
function numbers(file) {
  if (!existsSync(join(out, file))) { return undefined; }
  const result = JSON.parse(readFileSync(join(out, file), 'utf8'));
  const tests = result.results ?? result.testResults.flatMap(asTests);
  const told = ({ name, error }) => `${name}: ${String(error ?? '').trim().split('\n')[0]}`;
  return {
    passed: tests.filter(test => test.ok).length,
    failures: tests.filter(test => !test.ok).map(told),
    again: tests.filter(test => test.ok && test.failedFirst !== undefined).map(({ name, failedFirst }) => told({ name, error: failedFirst })),
    host: result.host ?? '',
  };
}

/** The tests of one file as vitest writes it. A file that failed before it had tests counts as one. */
function asTests({ name, status, message, assertionResults }) {
  const file = relative(ROOT, name);
  if (status === 'failed' && assertionResults.every(test => test.status !== 'failed')) { return [{ name: file, ok: false, error: message }]; }
  return assertionResults.filter(test => test.status === 'passed' || test.status === 'failed')
    .map(test => ({ name: `${file} > ${test.fullName}`, ok: test.status === 'passed', error: test.failureMessages[0] }));
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const began = Date.now();
const seconds = since => `${Math.round((Date.now() - since) / 1000)} s`;
const lines = [];
const failed = [];
let failures = 0;
for (const { name, steps, results = [] } of stages.filter(stage => wanted.has(kind(stage)))) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(3, 60 - name.length))}`);
  const started = Date.now();
  let isGood = true;
  for (const [program, ...args] of steps) { isGood = await run(program, args) === 0 && isGood; }
  const words = [];
  for (const file of results) {
    const counted = numbers(file);
    // A stage that has tests and counts none has not run them.
    if (counted === undefined || (counted.passed === 0 && options.grep === '')) { isGood = false; words.push('no test was run'); continue; }
    isGood &&= counted.failures.length === 0;
    failed.push(...counted.failures.map(failure => `FAILED  ${name}: ${failure}`), ...counted.again.map(failure => `AGAIN   ${name}, passed at the second try: ${failure}`));
    words.push(`${counted.passed} passed${counted.again.length === 0 ? '' : ` (${counted.again.length} at the second try)`}, ${counted.failures.length} failed${counted.host === '' ? '' : ` in ${counted.host}`}`);
  }
  if (!isGood) { failures++; }
  lines.push(`${isGood ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)} ${seconds(started).padStart(6)}  ${words.join('; ')}`);
}
if (failed.length > 0) { console.log(`\n${failed.join('\n')}`); }
console.log(`\n${lines.map(line => line.trimEnd()).join('\n')}\n`);
console.log(failures === 0 ? `All ${lines.length} stages passed in ${seconds(began)}.` : `${failures} of ${lines.length} stages failed, in ${seconds(began)}.`);
process.exit(failures === 0 ? 0 : 1);
