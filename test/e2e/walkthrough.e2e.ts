import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/lib/ready.mjs';
import { workbenchSuite } from './suite.ts';

const WORDS = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')) as Readonly<Record<string, string>>;

workbenchSuite('First steps', { viewport: { width: 1440, height: 1000 } }, opened => {
  const page = () => opened().workbench.page;
  const step = (id: string) => page().locator(`.getting-started-step[data-step-id$="#${id}"]`);
  const mark = (id: string, isDone: boolean) => step(id).locator(`[role="checkbox"][aria-checked="${isDone}"]`);

  /** Shows the walkthrough; again after each step, since the editor puts files that it opens in the place of that page. */
  async function show(): Promise<void> {
    const { workbench } = opened();
    await workbench.retry(async () => {
      await workbench.command('Welcome: Open Walkthrough...');
      await workbench.quickRow(WORDS['walkthrough.firstSteps']!).first().click({ timeout: 10_000 });
      await page().locator('.gettingStarted.showDetails').waitFor({ timeout: 10_000 });
      await step('sample').waitFor({ timeout: 10_000 });
    });
  }

  /** Opens a step of the walkthrough and presses its button. */
  async function take(id: string, button: string): Promise<void> {
    await opened().workbench.retry(async () => {
      await show();
      if (await step(id).getAttribute('aria-expanded') !== 'true') { await step(id).locator('.step-title').click({ timeout: 10_000 }); }
      await step(id).locator('.monaco-button', { hasText: button }).click({ timeout: 10_000 });
    });
  }

  async function isDone(id: string): Promise<void> {
    await show();
    await mark(id, true).waitFor();
  }

  test('the walkthrough opens with a picture that is described, and knows that a draft is open', async () => {
    // Once a finding is marked in the draft, Rapporteur has started on it.
    await page().locator('.monaco-editor .squiggly-warning').first().waitFor();
    await show();
    await mark('sample', true).waitFor();
    await mark('cite', false).waitFor();
    assert.match(await page().locator('.getting-started-media img').getAttribute('alt') ?? '', /\w+ \w+ \w+/);
  });

  test('browsing: its button shows the actors, and that is ticked', async () => {
    await take('browse', 'Show Actors');
    await opened().workbench.row('Actors', 'Persons').waitFor();
    await isDone('browse');
  });

  test('looking up: what is chosen opens, and that is ticked', async () => {
    const { workbench } = opened();
    await take('lookUp', 'Look Up');
    await workbench.quickPick().locator('input.input[placeholder^="Actors, events"]').fill('ICK');
    await workbench.quickRows().filter({ hasText: 'International' }).first().waitFor();
    await workbench.press('Enter');
    await workbench.shown(/type:[ \u00a0]event/);
    await isDone('lookUp');
  });

  test('citing: the citation goes into the draft behind the walkthrough, and that is ticked', async () => {
    const { workbench } = opened();
    await workbench.openFile('draft.md');
    await workbench.cursorAtEndOf('The Cambodian conflict ended');
    await take('cite', 'Insert Citation');
    await workbench.quickPick().locator('input.input[placeholder^="Author, title"]').fill('Alatas Indonesia');
    await workbench.quickRows().filter({ hasText: /sec\./ }).first().waitFor();
    await workbench.press('Enter');
    await workbench.shown(/\[@khan2022,[ \u00a0]sec\.[ \u00a0]3\.2,[ \u00a0]n\./);
    await isDone('cite');
  });

  test('the timeline: it opens, and every step but that of a corpus of one’s own is done', async () => {
    await take('timeline', 'Open Timeline');
    await (await opened().workbench.timeline()).getByText(/^[1-9]\d* events$/).first().waitFor();
    await show();
    for (const id of ['sample', 'browse', 'lookUp', 'cite', 'timeline']) { await mark(id, true).waitFor(); }
    await mark('corpus', false).waitFor();
  });
});
