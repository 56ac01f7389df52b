/**
 * Suites that move the mouse and press the keys in a real VS Code: `test/e2e/*.e2e.ts`, run by Node's own test runner
 * (`scripts/browserTests.mjs`). One suite alone: `npm test -- --only browser --grep "words of its name"`.
 *
 * ```ts
 * workbenchSuite('Hover', {}, opened => {
 *   test('says who somebody is', async () => {
 *     const { workbench } = opened();
 *     assert.match(await (await workbench.hover('Hédi Annabi')).innerText(), /…/);
 *   });
 * });
 * ```
 * Each suite has its own window on its own copy of a folder; its tests share that window and run in their order. When a
 * test fails, a picture of the window and the extension's log are in `out/`.
 */
import { copyFileSync, cpSync, globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, afterEach, beforeEach, describe, type TestContext } from 'node:test';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { ensureServer } from '../../scripts/lib/provision.mjs';
import { ROOT, temporaryFolder } from '../../scripts/lib/ready.mjs';
import { startServer, TEST_SETTINGS, workbenchUrl } from '../../scripts/lib/server.mjs';
import { Workbench } from './workbench.ts';

const START_TIMEOUT_MS = 180_000;
const TEST_TIMEOUT_MS = 300_000;
/** Of one step: on a busy machine the workbench alone takes a minute to start. */
const STEP_TIMEOUT_MS = 90_000;

export interface Opening {
  /** Folder of the project to open a copy of; the sample paper's when none is named. */
  readonly folder?: string;
  /** File to open at the start; `draft.md` when none is named. */
  readonly file?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
  /** Whether the folder is not trusted until somebody says so. */
  readonly asksForTrust?: boolean;
  /** Language of the editor, e.g. `fr`; English when none is named. */
  readonly locale?: string;
  /** Folder of the extension, when it is another than the project's own. */
  readonly extension?: string;
}

export interface Opened {
  readonly workbench: Workbench;
  /** The copy of the folder that is open. */
  readonly folder: string;
  /** Folder of the editor's logs; it goes away with the window. */
  readonly logs: string;
  readonly close: () => Promise<void>;
}

/** Starts VS Code with the extension as if installed, and opens a copy of a folder in a window of its own. */
export async function openWorkbench({ folder = 'samples/cambodia', file = 'draft.md', files = {}, settings = {}, viewport, deviceScaleFactor, asksForTrust = false, locale, extension = ROOT }: Opening = {}): Promise<Opened> {
  const log = (message: string): void => console.log(`- ${message}`);
  const copy = join(temporaryFolder('e2e'), basename(folder));
  cpSync(join(ROOT, folder), copy, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), text);
  }
  const server = await startServer({ ...ensureServer(process.env['RAPPORTEUR_VSCODE'], log), settings: { ...TEST_SETTINGS, ...settings }, link: [extension], asksForTrust, ...locale !== undefined && { locale } });
  const { browser, context, outside } = await openBrowser({ log, ...viewport && { viewport }, ...deviceScaleFactor && { deviceScaleFactor } });
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    if (outside.length > 0) { throw new Error(`Addresses outside were asked for: ${[...new Set(outside)].join(', ')}`); }
  };
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(STEP_TIMEOUT_MS);
    await page.goto(workbenchUrl(server, { folder: copy, openFile: join(copy, file) }), { waitUntil: 'commit' });
    const workbench = new Workbench(page);
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: START_TIMEOUT_MS });
    await workbench.editor().locator('.view-line').first().waitFor({ timeout: START_TIMEOUT_MS });
    return { workbench, folder: copy, logs: server.logs, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A suite with a window of its own, which opens before its first test that runs. */
export function workbenchSuite(name: string, opening: Opening, body: (opened: () => Opened) => void): void {
  describe(name, { timeout: 10 * TEST_TIMEOUT_MS }, () => {
    let opened: Opened | undefined;
    beforeEach(async () => { opened ??= await openWorkbench(opening); }, { timeout: START_TIMEOUT_MS + TEST_TIMEOUT_MS });
    afterEach(async context => {
      const { passed, fullName } = context as TestContext & { readonly passed: boolean };
      if (passed || opened === undefined) { return; }
      const name = join(ROOT, 'out', fullName.replace(/\W+/g, '-'));
      for (const file of globSync('**/*Rapporteur*.log', { cwd: opened.logs })) { copyFileSync(join(opened.logs, file), `${name}.log`); }
      await opened.workbench.page.screenshot({ path: `${name}.png` });
      // A list or a menu that it left open would cost the next test too.
      for (let layers = 0; layers < 3; layers++) { await opened.workbench.press('Escape'); }
    });
    after(async () => { await opened?.close(); }, { timeout: TEST_TIMEOUT_MS });
    body(() => opened!);
  });
}
