import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openTimeline } from './scenes.ts';
import { workbenchSuite } from './suite.ts';

const SETTINGS = { 'rapporteur.timeline.view': { grouping: 'actor' } };

workbenchSuite('Timeline', { files: { '.vscode/settings.json': JSON.stringify(SETTINGS) } }, opened => {
  test('a timeline that is opened for the first time has the view that came with the workspace', async () => {
    const { workbench } = opened();
    const timeline = await openTimeline(workbench);
    assert.equal(await timeline.getByLabel('Lanes by').inputValue(), 'actor');
    await timeline.getByLabel('Lanes by').selectOption('process');
    await timeline.locator('body[data-pending="0"]').waitFor();
  });

  test('its page may run nothing but its own script, and load nothing', async () => {
    const policy = await (await openTimeline(opened().workbench)).locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy!, /^default-src 'none'; script-src 'nonce-[\w-]+'; style-src [^;]* 'nonce-[\w-]+'; connect-src 'none'; font-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'$/);
  });

  test('the as-of line is followed by the sidebar', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Rapporteur');
    await workbench.expand('Actors', 'Persons');
    await workbench.row('Actors', 'Ali Alatas').filter({ hasText: 'Foreign Minister' }).waitFor();
    await workbench.command('Rapporteur: Open Timeline');
    const timeline = await workbench.timeline();
    await timeline.getByText('As of', { exact: true }).click();
    // Days since 1970: 1 March 1985.
    await timeline.locator('.as-of input[type=range]').fill('5538');
    await workbench.row('Actors', 'Ali Alatas').filter({ hasNotText: 'Foreign Minister' }).waitFor();
    await workbench.view('Actors').locator('.pane-header', { hasText: 'as of 1 March 1985' }).waitFor();
  });

  test('hovers follow it too, and both are as before when it is off', async () => {
    const { workbench } = opened();
    const timeline = await workbench.timeline();
    await timeline.locator('.as-of input[type=range]').fill('7425');
    await workbench.view('Actors').locator('.pane-header', { hasText: 'as of 1 May 1990' }).waitFor();
    // A finding about the same words shows first, while ours is being loaded.
    await (await workbench.hover('Alatas')).filter({ hasText: /Foreign Minister, Indonesia \(from 1988\) · as of 1 May 1990/u }).waitFor();
    await timeline.getByText('As of', { exact: true }).click();
    await workbench.view('Actors').locator('.pane-header', { hasNotText: 'as of' }).waitFor();
  });

  test('a timeline that is opened anew is as the last one was left', async () => {
    const { workbench } = opened();
    const before = await openTimeline(workbench);
    await before.getByLabel('Lanes by').selectOption('process');
    await before.locator('.field').fill('jakarta');
    await before.locator('.chip').filter({ hasText: 'jakarta' }).waitFor();
    await before.locator('body[data-pending="0"]').waitFor();
    await workbench.panelTab('Timeline').click();
    await workbench.command('View: Close Editor');
    await workbench.panelTab('Timeline').waitFor({ state: 'detached' });
    await workbench.command('Rapporteur: Open Timeline');
    const after = await workbench.timeline();
    await after.locator('.chip').filter({ hasText: 'jakarta' }).waitFor();
    assert.equal(await after.getByLabel('Lanes by').inputValue(), 'process');
    await after.locator('.chip').filter({ hasText: 'jakarta' }).click();
    await after.locator('.chips').waitFor({ state: 'hidden' });
    await after.locator('body[data-pending="0"]').waitFor();
  });

  for (const { format, file, begin } of [
    { format: 'Picture (SVG)', file: 'timeline.svg', begin: /^(<\?xml[^>]*>\s*)?<svg / },
    { format: 'Picture (PNG)', file: 'timeline.png', begin: /^\u0089PNG/ },
    { format: 'iCalendar', file: 'timeline.ics', begin: /^BEGIN:VCALENDAR\r\n/ },
  ]) {
    test(`Export writes ${file} beside the draft`, async () => {
      const { workbench, folder } = opened();
      const timeline = await openTimeline(workbench);
      await workbench.retry(async () => {
        await timeline.getByText('Export', { exact: true }).click();
        await workbench.pick(format);
        await workbench.saveAs(file);
        await timeline.getByText(`${file} written`).waitFor({ state: 'attached', timeout: 30_000 });
      });
      assert.match(readFileSync(join(folder, file), 'latin1'), begin);
    });
  }

  test('Export puts a figure into the draft, before the paragraph of the cursor', async () => {
    const { workbench } = opened();
    await workbench.click('Gorbachev took');
    const timeline = await openTimeline(workbench);
    await workbench.retry(async () => {
      await timeline.getByText('Export', { exact: true }).click();
      await workbench.pick('Figure in the draft');
    });
    await workbench.shown(/^[^a-z]{3}timeline$/);
    await timeline.getByText('Timeline inserted').waitFor({ state: 'attached' });
  });

  test('the timeline comes back with its window, as it was left', async () => {
    const { workbench } = opened();
    const before = await openTimeline(workbench);
    await before.getByText('List', { exact: true }).click();
    await before.getByRole('columnheader', { name: 'Participants' }).waitFor();
    await before.locator('body[data-pending="0"]').waitFor();
    await workbench.reload();
    const after = await workbench.timeline();
    await after.getByRole('columnheader', { name: 'Participants' }).waitFor();
  });
});
