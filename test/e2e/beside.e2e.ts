import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FrameLocator } from 'playwright-core';
import { openTimeline } from './scenes.ts';
import { workbenchSuite } from './suite.ts';

const DRAFT = `# A paper

The first Paris conference found no agreement.

Cite: end.

Insert: end.
`;

workbenchSuite('Beside the draft', { files: { 'draft.md': DRAFT, 'other.txt': 'Other.\n' } }, opened => {
  const TITLE = 'First Paris conference';
  const cellOf = (page: FrameLocator) => page.locator(`[role="gridcell"][aria-label^="${TITLE}"]`).first();
  const cardTitle = (page: FrameLocator, title: string) => page.locator('.card h2').filter({ hasText: title });

  test('opened before anything is known fills when it is', async () => {
    await openTimeline(opened().workbench);
  });

  test('an event that is looked up is shown on it', async () => {
    const { workbench } = opened();
    await workbench.ask('Rapporteur: Look Up Event', 'Name of an event', 'First Jakarta Informal Meeting');
    await workbench.pickAction('First Jakarta Informal Meeting', 'Show on Timeline');
    await cardTitle(await workbench.timeline(), 'First Jakarta Informal Meeting').waitFor();
  });

  test('an event of the tree is shown on it', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Rapporteur');
    await workbench.ask('Rapporteur: Filter Events…', 'Words of a name', TITLE);
    await workbench.press('Enter');
    await workbench.contextMenu(workbench.row('Events', TITLE), 'Show on Timeline');
    await cardTitle(await workbench.timeline(), TITLE).waitFor();
  });

  test('the card leads back: its row in the tree is found and selected, whatever the filter hides', async () => {
    const { workbench } = opened();
    await workbench.ask('Rapporteur: Filter Events…', 'Words of a name', 'Jakarta');
    await workbench.press('Enter');
    await workbench.row('Events', TITLE).waitFor({ state: 'hidden' });
    await (await workbench.timeline()).getByRole('button', { name: 'Show in sidebar' }).click();
    await workbench.page.locator('.monaco-list-row.selected').and(workbench.row('Events', TITLE)).waitFor();
  });

  test('the event that the draft names is marked, and leads to its place', async () => {
    const { workbench } = opened();
    await workbench.click('Cite:');
    await (await workbench.timeline()).getByText('Named once in the draft').click();
    await workbench.cursorInLine(3);
  });

  test('a citation of the card goes into the draft at the cursor', async () => {
    const { workbench } = opened();
    await workbench.click('Cite:');
    await workbench.press('End');
    await (await workbench.timeline()).locator('.card vscode-button', { hasText: 'Cite' }).first().click();
    await workbench.shown(/^Cite:[ \u00a0]end[ \u00a0]\[@khan2022,[ \u00a0]sec\./);
  });

  test('the entry opens from the card, and the draft stays the draft', async () => {
    const { workbench } = opened();
    await (await workbench.timeline()).getByRole('button', { name: 'Open entry' }).click();
    await workbench.shown(/type:[ \u00a0]event/);
    await workbench.timeline();
    await workbench.tab('draft.md').click();
    await workbench.shown('# A paper');
  });

  test('a click on a mark opens its card, and the whole event goes in', async () => {
    const { workbench } = opened();
    await workbench.click('Insert:');
    await workbench.press('End');
    const page = await workbench.timeline();
    await workbench.retry(async () => {
      if (await page.locator('.card').isVisible()) { await page.locator('.card').getByRole('button', { name: 'Close' }).click(); }
      const box = (await cellOf(page).boundingBox())!;
      await workbench.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.locator('.tip').filter({ hasText: TITLE }).waitFor({ timeout: 5000 });
      await workbench.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await cardTitle(page, TITLE).waitFor({ timeout: 5000 });
    });
    await page.getByRole('button', { name: 'Insert name, date and citation' }).click();
    await workbench.shown(/^Insert:[ \u00a0]end\.[ \u00a0]First[ \u00a0]Paris[ \u00a0]conference[ \u00a0]\(July[ \u00a0]1989\)/);
  });

  test('an actor of the tree leaves the events it took part in, on a timeline that was hidden too', async () => {
    const { workbench } = opened();
    await workbench.panelTab('Timeline').click();
    await workbench.openFile('other.txt');
    await workbench.ask('Rapporteur: Filter Actors…', 'Words of a name', 'Ali Alatas');
    await workbench.press('Enter');
    await workbench.contextMenu(workbench.row('Actors', 'Ali Alatas'), 'Show on Timeline');
    await (await workbench.timeline()).locator('.chip').filter({ hasText: 'Ali Alatas' }).waitFor();
  });

  test('C inserts the citation of the event that has the focus', async () => {
    const { workbench } = opened();
    const page = await workbench.timeline();
    await workbench.retry(async () => {
      await workbench.click('# A paper');
      await workbench.press('End');
      // The first lane holds the draft's own dates, which have no citation.
      await page.locator('[role="gridcell"]:not([data-lane="0"])').first().press('c', { timeout: 10_000 });
      await workbench.line('A paper [@khan2022').waitFor({ timeout: 10_000 });
    });
    assert.equal(await workbench.tab('draft.md').count(), 1);
  });
});
