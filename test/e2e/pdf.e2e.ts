import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines, makePdf } from '../engine/library/makePdf.ts';
import { workbenchSuite } from './suite.ts';

const HARBOUR = makePdf(Array.from({ length: 9 }, (_, index) => [
  [300, 560, 8, `The Harbour ${index + 41}`],
  ...lines(40, 500, 11, index === 5 ? ['The keeper kept a ledger of the har-', 'bour for many years, and nobody knew', 'what he wrote in it.'] : [`Of the winter of ${1900 + index} little is known,`, 'and nothing of it was written down.']),
] as const));

workbenchSuite('PDF', {
  folder: 'test/fixtures/workspace', file: 'draft.md',
  files: { 'draft.md': '# A paper\n\nHe “kept a ledger of the harbour for many years” [@ledger2001, p. 46].\n', 'harbour.pdf': Buffer.from(HARBOUR).toString('latin1') },
  settings: { 'rapporteur.bundledCorpora': false }, viewport: { width: 1440, height: 1000 },
}, opened => {
  test('from a quotation one gets to the page on which it is printed, with its words marked', async () => {
    const { workbench } = opened();
    await workbench.showContainer('Explorer');
    await workbench.contextMenu(workbench.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="harbour.pdf"]'), 'Import Texts…');
    await workbench.quickPick().locator('input.input[placeholder^="Which work is harbour.pdf"]').waitFor();
    await workbench.quickRows().filter({ hasText: '@ledger2001' }).first().click();
    await workbench.page.locator('.notification-list-item-message', { hasText: 'harbour.pdf: ' }).first().waitFor();
    await workbench.clearNotifications();
    await workbench.openFile('draft.md');
    const card = await workbench.hover('kept a ledger');
    await card.getByText('Open the source at these words').click();
    await workbench.panelTab('harbour.pdf').waitFor();
    const page = workbench.webview();
    await page.locator('.mark').nth(1).waitFor();
    assert.equal(await page.locator('.field').inputValue(), '46');
    await page.getByText('Text as Read').click();
    await workbench.tab('harbour.pdf.txt').waitFor();
    await workbench.panelTab('harbour.pdf').first().waitFor();
  });
});
