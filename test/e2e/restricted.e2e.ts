import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { workbenchSuite } from './suite.ts';

const SETTINGS = { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never', 'files.autoSave': 'off' };

workbenchSuite('A folder that is not trusted', { asksForTrust: true, settings: SETTINGS }, opened => {
  const citation = /\[@khan2022,[ \u00a0]sec\.[ \u00a0]3\.2,[ \u00a0]n\./;
  /** Chooses a statement to cite at the end of a line. */
  async function cite(): Promise<void> {
    const { workbench } = opened();
    await workbench.ask('Rapporteur: Insert Citation', 'Author, title', 'Alatas Indonesia');
    await workbench.quickRows().filter({ hasText: /sec\./ }).first().waitFor();
    await workbench.press('Enter');
  }

  test('the editor says so, and what reads works: views, cards, findings, the timeline', async () => {
    const { workbench } = opened();
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.showContainer('Rapporteur');
    await workbench.row('Actors', 'Persons').waitFor();
    await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
    // What each says comes into the card when it is there.
    const card = await workbench.hover('Ali Alatas');
    for (const words of ['Ali Alatas was not foreign minister', 'Foreign Minister, Indonesia (from 1988) [Khan 2022, sec. 3.2']) { await card.filter({ hasText: words }).waitFor(); }
    await workbench.command('Rapporteur: Open Timeline');
    await (await workbench.timeline()).getByText(/^[1-9]\d* events$/).first().waitFor();
  });

  test('what writes is refused in words, and nothing is written', async () => {
    const { workbench, folder } = opened();
    const before = readFileSync(join(folder, 'draft.md'), 'utf8');
    await workbench.cursorAtEndOf('The Cambodian conflict ended');
    await workbench.command('Rapporteur: Insert Citation');
    await workbench.notification('This folder is not trusted, so Rapporteur only reads in it and writes nothing.');
    assert.equal(await workbench.quickPick().count(), 0);
    assert.equal(readFileSync(join(folder, 'draft.md'), 'utf8'), before);
  });

  test('what is said leads to where trust is given, and from then on it writes', async () => {
    const { workbench } = opened();
    await workbench.page.locator('.notifications-toasts .monaco-button', { hasText: 'Manage Trust' }).click();
    await workbench.page.locator('.workspace-trust-editor .monaco-button', { hasText: /^Trust$/ }).click();
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'hidden' });
    await workbench.openFile('draft.md');
    await workbench.cursorAtEndOf('The Cambodian conflict ended');
    await cite();
    await workbench.shown(citation);
  });
});
