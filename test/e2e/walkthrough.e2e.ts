import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/lib/ready.mjs';
import { workbenchSuite } from './suite.ts';

const WORDS = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')) as Readonly<Record<string, string>>;

workbenchSuite('First steps', { viewport: { width: 1440, height: 1000 } }, opened => {
  const title = WORDS['walkthrough.firstSteps']!;
  const page = () => opened().workbench.page;
  const step = (id: string) => page().locator(`.getting-started-step[data-step-id$="#${id}"]`).first();

  /** Shows the walkthrough, opens a step and presses its button. */
  async function take(id: string, button: string): Promise<void> {
    const { workbench } = opened();
    await workbench.retry(async () => {
      await workbench.panelTab('Walkthrough').or(workbench.panelTab('Welcome')).first().click();
      await step(id).waitFor({ timeout: 20_000 });
      if (await step(id).getAttribute('aria-expanded') !== 'true') { await step(id).click(); }
      await step(id).getByRole('button', { name: button }).click({ timeout: 20_000 });
    });
  }
  const done = (id: string) => step(id).locator('[role="checkbox"][aria-checked="true"]').first().waitFor();

  test('the walkthrough opens with a picture, and knows that a draft is open', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Rapporteur');
    await workbench.rows('Actors').first().waitFor();
    await workbench.showContainer('Explorer');
    await workbench.ask('Welcome: Open Walkthrough…', '', title);
    await workbench.pick(title);
    await done('sample');
    const picture = page().locator('.getting-started-media img, .gettingStartedDetailsContent img').first();
    await picture.waitFor();
    assert.ok((await picture.getAttribute('alt') ?? '').length > 20);
  });

  test('browsing: the button shows the actors', async () => {
    await take('browse', 'Show Actors');
    await opened().workbench.row('Actors', 'Persons').waitFor();
    await done('browse');
  });

  test('looking up: what is chosen opens', async () => {
    const { workbench } = opened();
    await take('lookUp', 'Look Up');
    await workbench.quickPick().locator('input.input[placeholder^="Actors, events"]').fill('ICK');
    await workbench.quickRows().filter({ hasText: 'International' }).first().waitFor();
    await workbench.press('Enter');
    await workbench.shown(/type:[ \u00a0]event/);
  });

  test('citing: the citation goes into the draft behind the walkthrough', async () => {
    const { workbench } = opened();
    await workbench.openFile('draft.md');
    await workbench.cursorAtEndOf('The Cambodian conflict ended');
    await take('cite', 'Insert Citation');
    await workbench.quickPick().locator('input.input[placeholder^="Author, title"]').fill('Alatas Indonesia');
    await workbench.quickRows().filter({ hasText: /sec\./ }).first().waitFor();
    await workbench.press('Enter');
    await workbench.shown(/\[@khan2022,[ \u00a0]sec\./);
  });

  test('the timeline: it opens, and every step but the last is done', async () => {
    const { workbench } = opened();
    await take('timeline', 'Open Timeline');
    const timeline = await workbench.timeline();
    await timeline.getByText(/^[1-9]\d* events$/).first().waitFor();
    await workbench.panelTab('Walkthrough').or(workbench.panelTab('Welcome')).first().click();
    for (const id of ['sample', 'browse', 'lookUp', 'cite', 'timeline']) { await done(id); }
    await step('corpus').locator('[role="checkbox"][aria-checked="false"]').first().waitFor();
  });
});
