/**
 * A small test runner for the extension host. A suite file calls `test('the rule in plain words', async () => …)`;
 * `scripts/hostTests.mjs` bundles all of them and calls `run`.
 */
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

interface Test {
  readonly name: string;
  readonly body: () => Promise<void> | void;
}
const tests: Test[] = [];
const cleanUps: (() => Promise<unknown> | Thenable<unknown> | void)[] = [];
const TEST_TIMEOUT_MS = 60_000;
let prefix = '';

/** Puts a common beginning before the names of the tests in it. */
export function suite(name: string, body: () => void): void {
  prefix = name;
  body();
  prefix = '';
}

export function test(name: string, body: () => Promise<void> | void): void {
  tests.push({ name: prefix === '' ? name : `${prefix}: ${name}`, body });
}

/** Something to undo when the test that is running ends, whatever becomes of it. */
export function afterwards(cleanUp: () => Promise<unknown> | Thenable<unknown> | void): void {
  cleanUps.push(cleanUp);
}

async function runOne({ name, body }: Test): Promise<{ name: string; ok: boolean; error?: string; ms: number }> {
  const started = Date.now();
  let timer: NodeJS.Timeout | undefined;
  try {
    await Promise.race([
      Promise.resolve().then(body),
      new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`not done after ${TEST_TIMEOUT_MS / 1000} s`)), TEST_TIMEOUT_MS); }),
    ]);
    return { name, ok: true, ms: Date.now() - started };
  } catch (error) {
    return { name, ok: false, error: error instanceof Error ? error.stack ?? error.message : String(error), ms: Date.now() - started };
  } finally {
    clearTimeout(timer);
    for (const cleanUp of cleanUps.splice(0).reverse()) { await cleanUp(); }
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  }
}

export async function run(): Promise<void> {
  const unexpected: string[] = [];
  const onError = (error: unknown) => { unexpected.push(String(error instanceof Error ? error.stack : error)); };
  process.on('unhandledRejection', onError);
  const results = [];
  const words = process.env['RAPPORTEUR_GREP'] ?? '';
  for (const one of tests.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))) {
    const result = await runOne(one);
    console.log(`${result.ok ? 'ok' : 'not ok'} - ${result.name} (${result.ms} ms)${result.error === undefined ? '' : `\n  ${result.error.replace(/\n/g, '\n  ')}`}`);
    results.push(result);
  }
  process.off('unhandledRejection', onError);
  const ours = unexpected.filter(text => /rapporteur|extension\.cjs/.test(text));
  if (ours.length > 0) { results.push({ name: 'nothing of ours is rejected unheard', ok: false, error: ours.join('\n'), ms: 0 }); }
  writeFileSync(process.env['RAPPORTEUR_RESULT'] ?? 'host.json', JSON.stringify({ host: `VS Code ${vscode.version}`, results }, null, 1));
  if (results.some(result => !result.ok)) { throw new Error('some tests failed'); }
}
