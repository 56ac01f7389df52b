import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lines, makePdf } from '../engine/library/makePdf.ts';
import { SCANNED_WORDS, scannedPdf } from '../webview/scans.ts';
import { workbenchSuite } from './suite.ts';

const HARBOUR = makePdf(Array.from({ length: 9 }, (_, index) => [
  [300, 560, 8, `The Harbour ${index + 41}`],
  ...lines(40, 500, 11, index === 5 ? ['The keeper kept a ledger of the har-', 'bour for many years, and nobody knew', 'what he wrote in it.'] : [`Of the winter of ${1900 + index} little is known,`, 'and nothing of it was written down.']),
] as const));

workbenchSuite('PDF', {
  folder: 'test/fixtures/workspace', file: 'draft.md',
  files: { 'draft.md': '# A paper\n\nHe “kept a ledger of the harbour for many years” [@ledger2001, p. 46].\n', 'harbour.pdf': Buffer.from(HARBOUR).toString('latin1'), 'scan.pdf': Buffer.from(scannedPdf()).toString('latin1') },
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

  test('a page that was scanned is drawn', async () => {
    const { workbench } = opened();
    await workbench.contextMenu(workbench.page.locator('.explorer-folders-view .monaco-list-row[aria-label^="scan.pdf"]'), 'Import Texts…');
    await workbench.quickPick().locator('input.input[placeholder^="Which work is scan.pdf"]').waitFor();
    await workbench.quickRows().filter({ hasText: '@ledger2001' }).first().click();
    await workbench.page.locator('.notification-list-item-message', { hasText: 'scan.pdf: ' }).first().waitFor();
    await workbench.clearNotifications();
    await workbench.ask('Rapporteur: Search Library', 'Words, ', 'keeper counted lamps');
    await workbench.quickRows().filter({ hasText: SCANNED_WORDS[0] }).first().click();
    await workbench.panelTab('scan.pdf').waitFor();
    const page = workbench.webview();
    await page.locator('.mark').first().waitFor();
    await page.locator('body[data-pending="0"]').waitFor();
    const at = (x: number, y: number) => page.locator('canvas').first().evaluate((canvas, [left, down]) => {
      // Here are no types of a document.
      const { width, height, getContext } = canvas as unknown as { width: number; height: number; getContext: (kind: '2d') => { getImageData: (x: number, y: number, width: 1, height: 1) => { data: Iterable<number> } } };
      return [...getContext.call(canvas, '2d').getImageData(left * width, down * height, 1, 1).data].join(' ');
    }, [x, y] as const);
    assert.deepEqual([await at(0.35, 0.35), await at(0.25, 0.75)], ['0 0 0 255', '255 255 255 255']);
  });
});
