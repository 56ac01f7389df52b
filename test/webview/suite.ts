/** What the tests of the page share: one browser for a file of tests, pages that go when their test ends, and no report in any. */
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { DraftDto } from '../../src/core/timeline/types.ts';
import { bundledSnapshot, openTestBrowser, TimelinePage, timelineOf, type OpenOptions, type TestBrowser } from './support.ts';

export const snapshot = await bundledSnapshot();
export const data = timelineOf(snapshot);
/** A draft that names a fifth of the events, and some dates of its own. */
export const draft: DraftDto = {
  name: 'draft.md', mentions: data.events.filter((_, index) => index % 5 === 0).map((event, index) => ({ id: event.id, count: 1 + index % 3, offset: 100 * index })),
  dates: data.events.slice(10, 18).map((event, index) => ({ id: `draft:${index}`, title: event.date.text, date: event.date, offset: 10 * index })),
};

let browser: TestBrowser | undefined;
const opened: TimelinePage[] = [];

/** To be called once in each file of tests. What a policy refuses, or a page throws, fails the test in which it does. */
export function inBrowser(): void {
  beforeAll(async () => { browser = await openTestBrowser(); }, 180_000);
  afterAll(async () => { await browser?.browser.close(); });
  afterEach(async () => {
    const pages = opened.splice(0);
    await Promise.all(pages.map(page => page.page.close()));
    expect(pages.flatMap(page => page.reports)).toEqual([]);
  });
}

/** A page with the bundled corpus in it, unless told otherwise, at rest. */
export async function open(options: Partial<OpenOptions> = {}): Promise<TimelinePage> {
  const page = await TimelinePage.open(browser!.context, { data, snapshot, draft, ...options });
  opened.push(page);
  if ((options.data ?? data).events.length > 0) {
    await page.page.waitForSelector('.grid [role=gridcell]', { state: 'attached' });
    await page.rest();
  }
  return page;
}

/** How many pixels of a canvas are not of its most frequent colour. */
export function inkOf(page: TimelinePage, selector: string): Promise<number> {
  return page.page.evaluate(name => {
    const canvas = document.querySelector<HTMLCanvasElement>(name)!;
    const { data: pixels } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map<number, number>();
    for (let at = 0; at < pixels.length; at += 4) {
      const color = pixels[at]! << 16 | pixels[at + 1]! << 8 | pixels[at + 2]!;
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    return pixels.length / 4 - Math.max(...counts.values());
  }, selector);
}

/** Name of what has the focus, as a screen reader says it. */
export function focusedName(page: TimelinePage): Promise<string> {
  return page.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
}
