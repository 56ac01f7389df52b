import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { workbenchSuite } from './suite.ts';
import type { Workbench } from './workbench.ts';

const LEDGER = 'The keeper kept a ledger of the harbour for many years, with a green pencil.\n\nIt was the last of its kind, and nobody wrote another ledger.\n';

// The words are the page's own: here are no types of a document.
// eslint-disable-next-line @typescript-eslint/no-implied-eval
const DROP_FILE = new Function('element', 'file', `
  const { left, top, height } = element.getBoundingClientRect();
  const dataTransfer = new DataTransfer();
  dataTransfer.setData('text/uri-list', 'vscode-remote://' + location.host + file);
  for (const type of ['dragenter', 'dragover', 'drop']) {
    element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, clientX: left + 20, clientY: top + height / 2 }));
  }
`) as (element: unknown, file: string) => void;

/**
 * A file that is dragged here from another program is let go on a row, by the browser's own events, as a mouse makes them; once more
 * while nothing comes of it: a row that is drawn anew just then has nobody behind it who would hear.
 */
async function dropFile(workbench: Workbench, row: Locator, path: string, outcome: Locator): Promise<void> {
  await workbench.retry(async () => {
    await row.evaluate(DROP_FILE, path);
    await outcome.waitFor({ timeout: 15_000 });
  });
}

/** Opens the search of the palette with some words, and waits until it shows what it found. */
async function search(workbench: Workbench, words: string): Promise<void> {
  await workbench.ask('Rapporteur: Search Library', 'Words, ', words);
  await workbench.quickRows().filter({ hasText: 'List in the view Search Results' }).waitFor();
}

workbenchSuite('Library', {
  folder: 'test/fixtures/workspace', file: 'draft.md', files: { 'draft.md': '# A paper\n\nThe ledger is lost.\n', 'harbour.txt': LEDGER },
  settings: { 'rapporteur.bundledCorpora': false }, viewport: { width: 1440, height: 1200 },
}, opened => {
  test('a file that is dropped on a work is its text', async () => {
    const { workbench, folder } = opened();
    await workbench.showContainer('Rapporteur');
    await workbench.openView('Sources');
    await workbench.expand('Sources', 'Not cited in this draft');
    const told = workbench.page.locator('.notification-list-item-message', { hasText: 'harbour.txt: 1 passage.' }).first();
    await dropFile(workbench, workbench.row('Sources', /Quill/), join(folder, 'harbour.txt'), told);
  });

  test('a file that is dropped beside the works is asked about', async () => {
    const { workbench, folder } = opened();
    await dropFile(workbench, workbench.row('Sources', 'Not cited in this draft'), join(folder, 'draft.md'), workbench.quickPick().locator('input.input[placeholder^="Which work is draft.md"]'));
    await workbench.press('Escape');
  });

  test('what the search finds is listed in a view by the keys alone', async () => {
    const { workbench } = opened();
    await search(workbench, 'ledger green');
    await workbench.press('ArrowUp');
    await workbench.press('Enter');
    const row = workbench.row('Search Results', /The keeper kept a ledger/);
    await row.waitFor();
    assert.match(await row.getAttribute('aria-label') ?? '', /^The keeper kept a ledger.*, @ledger2001/);
    assert.deepEqual([...new Set(await row.locator('.label-name .highlight').allInnerTexts())], ['ledger', 'green']);
    await workbench.row('Search Results', 'Passages').waitFor();
    assert.match(await workbench.view('Search Results').locator('.pane-header').innerText(), /ledger green/);
    await workbench.page.locator('.monaco-list-row.focused').and(row).waitFor();
    await workbench.press('Enter');
    await workbench.tab('harbour.txt').waitFor();
  });

  test('a row of it is copied with its citation, and cited in the draft', async () => {
    const { workbench } = opened();
    const row = workbench.row('Search Results', /The keeper kept a ledger/);
    await workbench.openFile('draft.md');
    await workbench.cursorAtEndOf('ledger is lost');
    await workbench.contextMenu(row, 'Insert Citation');
    await workbench.shown('[@ledger2001]');
    await workbench.contextMenu(row, 'Copy Passage with Citation');
    await workbench.page.getByText('Passage copied with its citation').waitFor();
    await workbench.openFile('harbour.txt');
    await workbench.contextMenu(await workbench.pointOf('kept a ledger'), 'More Like This');
    await workbench.view('Search Results').locator('.pane-header').filter({ hasText: 'like “The keeper' }).waitFor();
  });

  test('the question can be changed, and the view says when nothing was found', async () => {
    const { workbench } = opened();
    await workbench.viewAction('Search Results', 'Search Library and List Results');
    await workbench.quickInput().waitFor();
    assert.equal(await workbench.quickInput().inputValue(), 'ledger green');
    await workbench.quickInput().fill('zyxwv');
    await workbench.press('Enter');
    await workbench.view('Search Results').getByText('Nothing was found: “zyxwv”.').waitFor();
    await workbench.viewAction('Search Results', 'Clear Search Results');
    await workbench.view('Search Results').waitFor({ state: 'hidden' });
  });
});
