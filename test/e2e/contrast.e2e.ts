import assert from 'node:assert/strict';
import { test } from 'node:test';
import { violationsOf } from '../webview/axe.ts';
import { workbenchSuite } from './suite.ts';

/** In the page: how far each icon stands out from what is behind it, by WCAG 2.2: 1 is not at all. */
// The words are the page's own: here are no types of a document.
// eslint-disable-next-line @typescript-eslint/no-implied-eval
const CONTRASTS = new Function('icons', `
  const rgba = colour => [...colour.matchAll(/[\\d.]+/g)].map(Number);
  const over = ([r, g, b, a = 1], below) => [r, g, b].map((part, index) => part * a + below[index] * (1 - a));
  const behind = element => element === null ? [255, 255, 255] : over(rgba(getComputedStyle(element).backgroundColor), behind(element.parentElement));
  const light = parts => parts.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  return icons.map(icon => {
    const back = behind(icon);
    const [low, high] = [light(back), light(over(rgba(getComputedStyle(icon).color), back))].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  });
`) as (icons: readonly unknown[]) => number[];

const THEMES = [{ theme: 'Default High Contrast', className: 'hc-black' }, { theme: 'Default High Contrast Light', className: 'hc-light' }];
/** The editor draws whose a finding is, and its code, paler than its themes have it; its words are beside them. */
const PALE = ['.marker [style*="opacity"]', '.marker-code'];

for (const { theme, className } of THEMES) {
  workbenchSuite(`High contrast, ${className}`, { settings: { 'workbench.colorTheme': theme }, viewport: { width: 1440, height: 1200 } }, opened => {
    const readable = async (within: string) => { assert.deepEqual(await violationsOf(opened().workbench.page, { within, without: PALE, only: ['color-contrast'] }), []); };

    test('the rows of the views and their icons', async () => {
      const { workbench } = opened();
      await workbench.page.locator(`.monaco-workbench.${className}`).waitFor();
      await workbench.showContainer('Rapporteur');
      await workbench.expand('Actors', 'Persons');
      await workbench.expand('Actors', 'Ali Alatas');
      await workbench.openView('Sources');
      await workbench.row('Sources', 'Cited in this draft').waitFor();
      await readable('.part.sidebar');
      const icons = await workbench.page.locator('.part.sidebar .monaco-list-row .codicon:not(:empty), .part.sidebar .monaco-list-row .custom-view-tree-node-item-icon.codicon').evaluateAll(CONTRASTS);
      assert.ok(icons.length > 10, `${icons.length} icons`);
      assert.deepEqual(icons.filter(ratio => ratio < 4.5), []);
    });

    test('the card of a name', async () => {
      const { workbench } = opened();
      const card = await workbench.hover('Ali Alatas');
      await card.filter({ hasText: 'Open entry' }).waitFor();
      await readable('.monaco-hover:not(.workbench-hover) .monaco-hover-content');
    });

    test('findings, in the text by their line and in the list of problems by their words', async () => {
      const { workbench } = opened();
      await workbench.page.locator('.monaco-editor .squiggly-warning').first().waitFor();
      await workbench.command('Problems: Focus on Problems View');
      await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: '@unknown2020' }).first().waitFor();
      await readable('.markers-panel');
    });

    test('what can be cited', async () => {
      const { workbench } = opened();
      await workbench.ask('Rapporteur: Insert Citation', 'Author, title', 'Alatas Indonesia');
      await workbench.quickRows().filter({ hasText: /sec\./ }).first().waitFor();
      await readable('.quick-input-widget');
      await workbench.press('Escape');
    });
  });
}
