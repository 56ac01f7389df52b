import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workbenchSuite } from './suite.ts';

workbenchSuite('Writing', {}, opened => {
  const FIRST_LINE = 'The Cambodian conflict ended';

  test('a hover on a name says who it is and on whose authority', async () => {
    const { workbench } = opened();
    assert.match(await (await workbench.hover('Rafeeuddin')).innerText(), /Khan 2022, sec\./);
  });

  test('a hover on a date says what happened then', async () => {
    const { workbench } = opened();
    assert.match(await (await workbench.hover('April 1989')).innerText(), /^April 1989\s+Viet Nam's announcement of withdrawal \(April 1989\)/);
  });

  test('a hover on a key gives the reference, and its links work', async () => {
    const { workbench } = opened();
    const card = await workbench.hover('@khan2022');
    assert.match(await card.innerText(), /When Great Powers Behave/);
    await card.getByText('Open reference').click();
    await workbench.tab('references.json').waitFor();
    await workbench.command('View: Close Editor');
  });

  test('Insert Citation finds a statement by its words and brings its locator', async () => {
    const { workbench } = opened();
    await workbench.cursorAtEndOf(FIRST_LINE);
    await workbench.ask('Rapporteur: Insert Citation', 'Author, title', 'Alatas Indonesia');
    await workbench.quickRows().filter({ hasText: /sec\./ }).first().waitFor();
    await workbench.press('Enter');
    // Nowhere else in the draft.
    const inserted = workbench.lines(/\[@khan2022,[ \u00a0]sec\.[ \u00a0]3\.2/).first();
    await inserted.waitFor();
    await workbench.press('Mod+Z');
    await inserted.waitFor({ state: 'hidden' });
  });

  test('typing @ and an author offers the reference, and the next word stays', async () => {
    const { workbench } = opened();
    await workbench.complete(FIRST_LINE, ' [@solo', /^solomon2000/);
    await workbench.shown(/\[@solomon2000/);
    await workbench.shown(/decade/);
  });

  test('Look Up finds by a short form and opens the entry', async () => {
    const { workbench } = opened();
    // A click on a list that is filled anew at that moment is lost.
    await workbench.retry(async () => {
      await workbench.ask('Rapporteur: Look Up…', 'Actors, events', 'ICK');
      await workbench.choose(workbench.quickRows().filter({ hasText: 'International' }).first());
      await workbench.lines(/type:[ \u00a0]event/).first().waitFor({ timeout: 20_000 });
    });
    await workbench.openFile('draft.md');
  });

  test('what is looked up can be inserted and cited', async () => {
    const { workbench } = opened();
    await workbench.cursorAtEndOf(FIRST_LINE);
    await workbench.ask('Rapporteur: Look Up Actor', 'Name of an actor', 'Hun Sen');
    await workbench.pickAction('Hun Sen', 'Insert Name');
    await workbench.shown('Hun Sen');
    await workbench.ask('Rapporteur: Look Up Actor', 'Name of an actor', 'Hun Sen');
    await workbench.pickAction('Hun Sen', 'Insert Citation');
    await workbench.shown(/Hun[ \u00a0]Sen[ \u00a0]\[@khan2022/);
  });

  test('the menu of the editor looks up what is selected', async () => {
    const { workbench } = opened();
    await workbench.retry(async () => {
      const at = await workbench.pointOf('Rafeeuddin');
      await workbench.page.mouse.dblclick(at.x, at.y);
      await workbench.contextMenu(at, 'Look Up…');
      await workbench.quickRow('Rafeeuddin Ahmed').first().waitFor({ timeout: 20_000 });
    });
    await workbench.press('Escape');
  });

  test('What Happened On begins with what happened then', async () => {
    const { workbench } = opened();
    await workbench.ask('Rapporteur: What Happened On…', 'A date', 'July 1989');
    await workbench.quickRows().first().filter({ hasText: 'First Paris conference' }).waitFor();
    await workbench.press('Escape');
    await workbench.ask('Rapporteur: What Happened On…', 'A date', 'nonsense');
    await workbench.quickRows().filter({ hasText: 'is not a date' }).first().waitFor();
    await workbench.press('Escape');
  });

  test('Go to Symbol in Workspace knows actors and events', async () => {
    const { workbench } = opened();
    await workbench.ask('Go to Symbol in Workspace...', 'Type the name of a symbol', '#Ali Alatas');
    await workbench.quickRow(/Ali Alatas/).first().waitFor();
    await workbench.press('Escape');
  });

  test('In This Paragraph follows the cursor', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Rapporteur');
    await workbench.cursorAtEndOf('What moved first was');
    await workbench.row('In This Paragraph', 'Mikhail Gorbachev').waitFor();
  });

  test('the preview shows citations as text, and the works at the end', async () => {
    const { workbench } = opened();
    await workbench.command('Markdown: Open Preview to the Side');
    const cited = workbench.preview().locator('.rapporteur-citation').first();
    await cited.waitFor();
    assert.match(await cited.innerText(), /Khan 2022|Solomon 2000/);
    // The editor may let an order to draw go by while it opens a preview; what it draws next has the works.
    await workbench.retry(async () => {
      await workbench.preview().locator('.rapporteur-references').filter({ hasText: 'When Great Powers Behave' }).first().waitFor({ timeout: 20_000 })
        .catch(async (error: unknown) => { await workbench.command('Markdown: Refresh Preview'); throw error; });
    });
  });
});
