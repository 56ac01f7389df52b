// npm test: everything that is checked. Runs on Node 20 with nothing installed.
//   npm test -- [--only types|lint|unit|build|host|browser] [--vscode 1.139] [--grep WORDS]
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, fail, ROOT, run } from './lib/ready.mjs';

const { values: options } = parseArgs({ options: { only: { type: 'string', multiple: true }, vscode: { type: 'string', multiple: true }, grep: { type: 'string', default: '' } } });

ensureDependencies();
const out = join(ROOT, 'out');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { NEWEST_HOST, OLDEST_HOST } = await import('./lib/provision.mjs');
const versions = options.vscode ?? [NEWEST_HOST, OLDEST_HOST];
const grep = options.grep === '' ? [] : ['--grep', options.grep];

/** Each stage: its name, its steps, and the file it leaves its numbers in. */
const stages = [
  { name: 'types', steps: [['tsc', ['-p', 'tsconfig.json']], ['tsc', ['-p', 'tsconfig.webview.json']]] },
  { name: 'lint', steps: [['eslint', ['src', 'test', '--max-warnings', '0']]] },
  { name: 'build', steps: [['node', ['scripts/build.mjs']]] },
  { name: 'unit', steps: [['vitest', ['run', '--reporter=default', '--reporter=json', '--outputFile=out/unit.json', ...options.grep === '' ? [] : ['-t', options.grep]]]], result: 'unit.json' },
  ...versions.map(version => ({ name: `host ${version}`, steps: [['node', ['scripts/hostTests.mjs', '--vscode', version, ...grep]]], result: `host-${version}.json` })),
  { name: 'browser', steps: [['node', ['scripts/browserTests.mjs', ...grep]]], result: 'browser.json' },
].filter(({ name }) => options.only === undefined || options.only.includes(name.split(' ')[0]) || (name === 'build' && options.only.some(only => ['host', 'browser'].includes(only))));
if (stages.length === 0) { fail(`There is no stage ${options.only}; choose of types, lint, build, unit, host, browser.`); }

/** `{ passed, failed, host }` from what a stage has written, or `undefined` when it counts nothing. */
function numbers(file) {
  const path = join(out, file ?? '');
  if (file === undefined || !existsSync(path)) { return undefined; }
  const result = JSON.parse(readFileSync(path, 'utf8'));
  return result.results === undefined
    ? { passed: result.numPassedTests, failed: result.numFailedTests, host: '' }
    : { passed: result.results.filter(test => test.ok).length, failed: result.results.filter(test => !test.ok).length, host: result.host ?? '' };
}

const lines = [];
let failed = 0;
for (const stage of stages) {
  console.log(`\n── ${stage.name} ${'─'.repeat(60 - stage.name.length)}`);
  const started = Date.now();
  let code = 0;
  for (const [program, args] of stage.steps) { code ||= await run(program, args); }
  const counted = numbers(stage.result);
  // A stage that should have counted its tests and did not has not run them.
  if (stage.result !== undefined && counted === undefined) { code ||= 1; }
  if (code !== 0) { failed++; }
  const what = counted === undefined ? '' : `${counted.passed} passed, ${counted.failed} failed${counted.host === '' ? '' : `, ${counted.host}`}`;
  lines.push(`${code === 0 ? 'ok    ' : 'FAILED'}  ${stage.name.padEnd(12)} ${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${what}`);
}
console.log(`\n${lines.join('\n')}\n\n${failed === 0 ? `All ${stages.length} stages passed.` : `${failed} of ${stages.length} stages failed.`}`);
process.exit(failed === 0 ? 0 : 1);
