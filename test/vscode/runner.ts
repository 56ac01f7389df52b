/**
 * A small test runner for the extension host: suite files call `suite` and `test`, `scripts/hostTests.mjs` bundles all
 * `test/vscode/*.spec.ts` and VS Code calls `run`. One suite alone: `npm test -- --only host --grep "words of its name"`.
 *
 * ```ts
 * suite('Hover on a name', () => {
 *   test('says who it is', async () => {
 *     const { document } = await openDraft('Then Rafeeuddin Ahmed spoke.');
 *     assert.match(await hoverText(document, 'Rafeeuddin'), /…/);
 *   });
 * });
 * ```
 * After each test its editors are closed unsaved, and then what it gave to `afterwards` is undone.
 */
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';

/** What it returns is awaited. */
type Step = () => unknown;
interface Test {
  readonly name: string;
  readonly steps: readonly Step[];
}
interface Result {
  readonly name: string;
  readonly ok: boolean;
  readonly error?: string;
  readonly ms: number;
}

const TEST_TIMEOUT_MS = 150_000;
const tests: Test[] = [];
let current: { readonly name: string; readonly before: Step[] } = { name: '', before: [] };
let cleanUps: Step[] = [];

/** Puts a common beginning before the names of the tests in it. */
export function suite(name: string, body: () => void): void {
  current = { name, before: [] };
  body();
  current = { name: '', before: [] };
}

/** Runs before each test of the suite that follows it. */
export function beforeEach(step: Step): void {
  current.before.push(step);
}

export function test(name: string, body: Step): void {
  tests.push({ name: current.name === '' ? name : `${current.name}: ${name}`, steps: [...current.before, body] });
}

/** Something to undo when the running test ends, whatever becomes of it; the last comes first. */
export function afterwards(cleanUp: Step): void {
  cleanUps.push(cleanUp);
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.stack ?? error.message : String(error);
}

/** The time that is left for the steps is shared by all of them. */
async function inTime(steps: readonly Step[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${TEST_TIMEOUT_MS / 1000} s`)), TEST_TIMEOUT_MS);
  });
  try {
    for (const step of steps) { await Promise.race([Promise.resolve().then(step), late]); }
  } finally { clearTimeout(timer); }
}

async function closeEditors(): Promise<void> {
  // The editor's own files, such as its settings, are not the tests' to revert.
  const ours = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && (uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri) !== undefined));
  for (const document of ours) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

async function runOne({ name, steps }: Test): Promise<Result> {
  const started = Date.now();
  const errors: string[] = [];
  for (const phase of [steps, [closeEditors], () => cleanUps.toReversed()]) {
    try { await inTime(typeof phase === 'function' ? phase() : phase); } catch (error) { errors.push(describeError(error)); }
  }
  cleanUps = [];
  const ms = Date.now() - started;
  return errors.length === 0 ? { name, ok: true, ms } : { name, ok: false, error: errors.join('\n'), ms };
}

function print({ ok, name, ms, error }: Result): void {
  console.log(`${ok ? 'ok' : 'not ok'} - ${name} (${ms} ms)${error === undefined ? '' : `\n  ${error.replaceAll('\n', '\n  ')}`}`);
}

/** The file is whole after each test, so that an editor that never comes back still tells how far it came. */
function write(results: readonly Result[]): void {
  writeFileSync(process.env['RAPPORTEUR_RESULT']!, JSON.stringify({ host: `VS Code ${vscode.version}`, results }, null, 1));
}

/** Called by VS Code. Results go to the file named by `RAPPORTEUR_RESULT`; `RAPPORTEUR_GREP` chooses tests by words of their names, several apart by `|`. */
export async function run(): Promise<void> {
  const unheard: string[] = [];
  const onError = (error: unknown): void => { unheard.push(describeError(error)); };
  process.on('unhandledRejection', onError);
  process.on('uncaughtException', onError);
  const words = (process.env['RAPPORTEUR_GREP'] ?? '').toLowerCase().split('|');
  const results: Result[] = [];
  for (const one of tests.filter(({ name }) => words.some(part => name.toLowerCase().includes(part)))) {
    const result = await runOne(one);
    print(result);
    results.push(result);
    write(results);
  }
  process.off('unhandledRejection', onError);
  process.off('uncaughtException', onError);
  // Other extensions that come with the editor are not on trial.
  const ours = unheard.filter(text => /rapporteur|extension\.cjs|hostTests\.cjs/.test(text));
  if (ours.length > 0) {
    const result = { name: 'no error goes unheard', ok: false, error: ours.join('\n'), ms: 0 };
    print(result);
    results.push(result);
  }
  write(results);
  if (results.some(({ ok }) => !ok)) { throw new Error('some tests failed'); }
}
