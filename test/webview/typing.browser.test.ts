import { describe, expect, test } from 'vitest';
import { data, draft, inBrowser, open } from './suite.ts';
import type { TimelinePage } from './support.ts';

inBrowser();

describe('while the author types', () => {
  /** Where each event stands, row by row. */
  const places = (page: TimelinePage) => page.page.locator('[role=gridcell]').evaluateAll((cells, first) => cells
    .filter(cell => Number((cell as HTMLElement).dataset['item']) < first)
    .map(cell => `${(cell as HTMLElement).dataset['lane']!}:${(cell as HTMLElement).dataset['item']!} ${(cell as HTMLElement).style.left} ${(cell as HTMLElement).style.top}`), data.events.length);
  const lanes = (page: TimelinePage) => page.page.locator('[role=rowheader]').evaluateAll(heads => heads.map(head => (head as HTMLElement).style.top));

  test('rows and lanes never move: events are named or not named any more, dates come and go, the cursor walks', async () => {
    const page = await open();
    const before = [await places(page), await lanes(page)];
    expect(before[0]!.length).toBeGreaterThan(20);
    const drafts = [
      { ...draft, mentions: draft.mentions.slice(0, 3) }, { ...draft, dates: [] }, { ...draft, mentions: [], dates: draft.dates.slice(0, 1) },
      { ...draft, mentions: data.events.map((event, offset) => ({ id: event.id, count: 1, offset })) },
      { ...draft, dates: data.events.slice(0, 60).map((event, index) => ({ id: `new:${index}`, title: `in ${event.date.text}`, date: event.date, offset: index })) },
    ];
    for (const next of drafts) {
      await page.post({ type: 'draft', draft: next });
      await page.post({ type: 'cursor', ids: next.mentions.slice(0, 2).map(({ id }) => id) });
      await page.rest();
      expect([await places(page), await lanes(page)]).toEqual(before);
    }
  });

  test('nothing is said of it, and of many moves in time only where they end', async () => {
    const page = await open();
    expect(await page.page.locator('[aria-live], [role=status], [role=alert], [role=log]').count()).toBe(1);
    await page.page.locator('.grid [tabindex="0"]').focus();
    await page.rest();
    await page.page.evaluate(() => {
      const said: string[] = [];
      (globalThis as unknown as { said: string[] }).said = said;
      const live = document.querySelector('[role=status]')!;
      new MutationObserver(() => { said.push(live.textContent); }).observe(live, { childList: true, characterData: true, subtree: true });
    });
    const said = () => page.page.evaluate(() => (globalThis as unknown as { said: string[] }).said.splice(0));
    for (const mention of draft.mentions.slice(0, 10)) {
      await page.post({ type: 'draft', draft: { ...draft, mentions: [mention] } });
      await page.post({ type: 'cursor', ids: [mention.id] });
    }
    await page.rest();
    expect(await said()).toEqual([]);
    // In one go, so that no slow machine makes pauses between them.
    await page.page.evaluate(() => {
      const stage = document.querySelector('.stage')!;
      for (let turn = 0; turn < 40; turn++) { stage.dispatchEvent(new WheelEvent('wheel', { deltaY: -60, clientX: 700, clientY: 400, bubbles: true, cancelable: true })); }
    });
    await page.rest();
    const heard = await said();
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/ to .*, \d+ events shown$/u);
    await page.page.locator('.field').evaluate((field: HTMLInputElement) => {
      for (const text of ['j', 'ja', 'jak', 'jaka', 'jakar', 'jakarta']) { field.value = text; field.dispatchEvent(new Event('input')); }
    });
    await page.rest();
    const matches = await said();
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatch(/^\d+ events? match(es)?$/u);
  });
});
