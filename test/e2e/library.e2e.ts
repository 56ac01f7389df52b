import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Locator } from 'playwright-core';
import { workbenchSuite } from './suite.ts';
import type { Workbench } from './workbench.ts';

const LEDGER = 'The keeper kept a ledger of the harbour for many years, with a green pencil.\n\nIt was the last of its kind, and nobody wrote another ledger.\n';
const TABLE = 'title,date,place,party\nTarn accord,3/4/1997,Tarnport,Reed Front\nSalt accord,5/4/1997,Tarnport,Reed Front\nMoss accord,6/5/1997,Tarnport,Ox League\nElk accord,7/6/1997,Elsewhere,Ox League\n';

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
  folder: 'test/fixtures/workspace', file: 'draft.md', files: { 'draft.md': '# A paper\n\nThe ledger is lost.\n', 'harbour.txt': LEDGER, 'accords.csv': TABLE, 'shelf/pier.txt': 'The planks of the pier were counted in spring.\n' },
  settings: { 'rapporteur.bundledCorpora': false }, viewport: { width: 1440, height: 1200 },
}, opened => {
  const proposal = (name: string) => opened().workbench.row('Proposals', name);
  const read = (path: string) => readFileSync(join(opened().folder, path), 'utf8');

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

  test('a folder is imported from its menu in the Explorer', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Explorer');
    await workbench.contextMenu(workbench.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="shelf"]'), 'Import a Folder of Texts…');
    await workbench.page.locator('.notification-list-item-message', { hasText: 'pier.txt: 1 passage.' }).first().waitFor();
    await workbench.clearNotifications();
  });

  test('of a table the order of its dates is asked, its columns are told, and its rows are shown as they are read', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Explorer');
    await workbench.contextMenu(workbench.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="accords.csv"]'), 'Propose Events from a Table…');
    await workbench.quickPick().locator('input.input[placeholder^="The dates of this table can be read in two ways"]').waitFor();
    await workbench.quickRows().filter({ hasText: '3/4/1997 = 3 April 1997' }).waitFor();
    await workbench.quickRows().filter({ hasText: '3/4/1997 = 4 March 1997' }).waitFor();
    await workbench.pick('The day comes first');
    await workbench.quickRows().filter({ hasText: /Tarn accord.*3 April 1997 · Tarnport/s }).waitFor();
    await workbench.pick(/Change what the columns mean/);
    const step = (number: number) => workbench.quickPick().locator(`input.input[placeholder^="${number} of 6"]`);
    // What is chosen at first is there a moment after the question.
    const oneSelected = workbench.quickPick().getByText('1 Selected');
    await step(1).waitFor();
    await oneSelected.waitFor();
    await workbench.press('Enter');
    await step(2).waitFor();
    await workbench.pick('date');
    await step(3).waitFor();
    await workbench.pick('No column');
    await step(4).waitFor();
    await oneSelected.waitFor();
    await workbench.press('Enter');
    await step(5).waitFor();
    await workbench.pick('party');
    await oneSelected.waitFor();
    await workbench.quickPick().getByText('OK', { exact: true }).click();
    await step(6).waitFor();
    await workbench.pick('No column');
    await workbench.quickRows().filter({ hasText: /Tarn accord.*3 April 1997 · Tarnport.*Reed Front/s }).waitFor();
    await workbench.pick(/Only rows with some words/);
    await workbench.quickPick().getByText('Only rows that have all these words').waitFor();
    await workbench.quickInput().fill('tarnport');
    await workbench.press('Enter');
    await workbench.quickRows().filter({ hasText: 'those with “tarnport”' }).waitFor();
    await workbench.pick(/Take the rows/);
    await workbench.quickPick().locator('input.input[placeholder^="On whose authority?"]').waitFor();
    await workbench.quickRows().filter({ hasText: '@ledger2001' }).first().click();
    // The review opens by itself: a click on its icon meanwhile could close it again.
    await proposal('Tarn accord').waitFor({ timeout: 45_000 }).catch(() => workbench.showContainer('Rapporteur'));
    for (const name of ['Tarn accord', 'Salt accord', 'Moss accord', 'Reed Front', 'Ox League']) { await proposal(name).waitFor(); }
    await proposal('Elk accord').waitFor({ state: 'hidden' });
  });

  test('proposals are rejected, edited, accepted and merged by one key each', async () => {
    const { workbench, folder } = opened();
    const focused = (name: string) => workbench.page.locator('.monaco-list-row.focused').and(proposal(name)).waitFor();
    await proposal('Tarn accord').click();
    await focused('Tarn accord');
    await workbench.press('r');
    await proposal('Tarn accord').waitFor({ state: 'hidden' });
    await focused('Salt accord');

    await workbench.press('e');
    await workbench.quickPick().getByText('Name').first().waitFor();
    await workbench.quickInput().fill('Salt treaty');
    await workbench.press('Enter');
    await workbench.quickPick().locator('input.input[placeholder^="What kind of event is Salt treaty"]').waitFor();
    await workbench.pick('agreement');
    await workbench.quickPick().getByText('as exact as your source has it').waitFor();
    await workbench.press('Enter');
    await proposal('Salt treaty').click();
    await focused('Salt treaty');

    await workbench.press('a');
    await proposal('Salt treaty').waitFor({ state: 'hidden' });
    assert.ok(existsSync(join(folder, 'corpus/events/salt-treaty.md')));
    assert.match(read('corpus/events/salt-treaty.md'), /kind: agreement\nname: Salt treaty\ndate: 1997-04-05[^]*@ledger2001, row 3/);
    await focused('Moss accord');

    // Once the new entry is read it can be merged into; before, the list that is asked from does not have it.
    await workbench.retry(async () => {
      await workbench.press('m');
      await workbench.quickPick().locator('input.input[placeholder^="Into which entry does Moss accord go?"]').waitFor({ timeout: 20_000 });
      await workbench.quickRow('Salt treaty').first().waitFor({ timeout: 10_000 });
    });
    await workbench.pick('Salt treaty');
    await proposal('Moss accord').waitFor({ state: 'hidden' });
    assert.match(read('corpus/events/salt-treaty.md'), /aliases: \[Moss accord\][^]*@ledger2001, row 4/);
  });
});

/** So many that nobody could be too late to stop their import. */
const MANY = 2000;
const NOTES = Object.fromEntries(Array.from({ length: MANY }, (_, at) => [`many/note-${String(at).padStart(4, '0')}.txt`, `The ferry${at} was noted in the harbour.\n\n${'It came at dusk and left again before the lamps were lit.\n\n'.repeat(20)}`]));

workbenchSuite('Import of many texts', {
  folder: 'test/fixtures/workspace', file: 'draft.md', files: { 'draft.md': '# A paper\n', ...NOTES }, settings: { 'rapporteur.bundledCorpora': false },
}, opened => {
  const toast = (words: RegExp | string) => opened().workbench.page.locator('.notifications-toasts .notification-list-item').filter({ hasText: words }).first();
  const button = (words: RegExp | string, name: string) => toast(words).locator('.monaco-text-button', { hasText: name });
  const finds = async (number: number) => {
    await opened().workbench.ask('Rapporteur: Search Library', 'Words, ', `ferry${number}`);
    await opened().workbench.quickRows().filter({ hasText: `The ferry${number} was noted` }).first().waitFor();
    await opened().workbench.press('Escape');
  };

  test('is stopped by a click, keeps what is done, and goes on with the rest by another', async () => {
    const { workbench, folder } = opened();
    await workbench.command('Rapporteur: Import a Folder of Texts…');
    await workbench.quickRow('many').click();
    await workbench.quickRow('many').waitFor({ state: 'hidden' });
    assert.equal(await workbench.quickInput().inputValue(), `${join(folder, 'many')}/`);
    await workbench.quickPick().getByText('Import', { exact: true }).click();
    // The second is begun when the first is done.
    await toast(new RegExp(`: (?:[2-9]|\\d{2,}) of ${MANY}: note-`)).waitFor();
    await button('Importing texts', 'Cancel').click();
    const summary = toast('were not begun');
    await summary.waitFor();
    const [, done, left] = new RegExp(`(\\d+) of ${MANY} files imported\\. (\\d+) were not begun\\.`).exec(await summary.innerText())!.map(Number) as [number, number, number];
    assert.deepEqual([done > 0, left > 0, done + left], [true, true, MANY]);
    await finds(0);
    await button('were not begun', 'Go On').click();
    await toast(`${left} of ${left} files imported.`).waitFor();
    await finds(done);
    await finds(MANY - 1);
  });
});
