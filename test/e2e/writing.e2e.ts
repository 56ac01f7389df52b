import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workbenchSuite } from './suite.ts';

workbenchSuite('Writing', {}, opened => {
  /** Waits until a line of the editor shows the words. */
  const shown = (words: RegExp) => opened().workbench.page.locator('.view-line').filter({ hasText: words }).first().waitFor();
  const FIRST_LINE = 'The Cambodian conflict ended';

  test('a name in the sidebar opens to offices and statements', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Rapporteur');
    await workbench.expand('Actors', 'Persons');
    await workbench.expand('Actors', 'Ali Alatas');
    await workbench.row('Actors', 'Offices and memberships').waitFor();
    await workbench.row('Actors', 'Statements').waitFor();
  });

  test('a name dragged from the sidebar goes in where it is dropped', async () => {
    const { workbench } = opened();
    await workbench.dragToText(workbench.row('Actors', 'Ali Alatas'), 'Desk for mediation');
    await shown(/(?:Desk|mediation|support)[^]*Ali[ \u00a0]Alatas|Ali[ \u00a0]Alatas[^]*(?:mediation|support)/);
    await workbench.press('Mod+Z');
  });

  test('a hover on a name says who it is and on whose authority', async () => {
    const { workbench } = opened();
    assert.match(await (await workbench.hover('Rafeeuddin')).innerText(), /Khan 2022, sec\./);
  });

  test('Insert Citation finds a statement by its words and brings its locator', async () => {
    const { workbench } = opened();
    await workbench.cursorAtEndOf(FIRST_LINE);
    await workbench.command('Rapporteur: Insert Citation');
    await workbench.quickInput().fill('Alatas Indonesia');
    await workbench.quickRows().filter({ hasText: /sec\./ }).first().waitFor();
    await workbench.press('Enter');
    await shown(/\[@khan2022,[ \u00a0]sec\./);
    await workbench.press('Mod+Z');
  });

  test('typing @ and an author offers the reference', async () => {
    const { workbench } = opened();
    await workbench.cursorAtEndOf(FIRST_LINE);
    await workbench.type(' [@solo');
    await workbench.suggestion(/^solomon2000/).click();
    await shown(/\[@solomon2000/);
  });

  test('Look Up finds by a short form and opens the entry', async () => {
    const { workbench } = opened();
    await workbench.command('Rapporteur: Look Up…');
    await workbench.quickInput().fill('ICK');
    await workbench.quickRows().filter({ hasText: 'International' }).first().click();
    await shown(/type:[ \u00a0]event/);
    await workbench.openFile('draft.md');
  });

  test('What Happened On answers for a month', async () => {
    const { workbench } = opened();
    await workbench.command('Rapporteur: What Happened On…');
    await workbench.quickInput().fill('July 1989');
    await workbench.quickRows().filter({ hasText: 'Paris' }).first().waitFor();
    await workbench.press('Escape');
  });

  test('In This Paragraph follows the cursor', async () => {
    const { workbench } = opened();
    await workbench.cursorAtEndOf('What moved first was');
    await workbench.row('In This Paragraph', 'Mikhail Gorbachev').waitFor();
  });

  test('the timeline opens beside the draft, and C inserts the citation of an event', async () => {
    const { workbench } = opened();
    await workbench.cursorAtEndOf(FIRST_LINE);
    await workbench.command('Rapporteur: Open Timeline');
    const timeline = await workbench.timeline();
    // The first lane holds the draft's own dates, which have no citation.
    const cell = timeline.locator('[role="gridcell"][data-lane="1"]').first();
    await cell.press('c');
    await shown(/@khan2022,[ \u00a0]sec\./);
  });
});
