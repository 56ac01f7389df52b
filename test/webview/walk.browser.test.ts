import { describe, expect, test } from 'vitest';
import type { DraftDto, EventDto } from '../../src/core/timeline/types.ts';
import { data, draft, focusedName, inBrowser, open } from './suite.ts';
import type { TimelinePage } from './support.ts';
import type { ThemeName } from './themes.ts';

inBrowser();

interface Focused {
  readonly name: string;
  readonly isShown: boolean;
  readonly part: 'picture' | 'table' | 'strip' | 'other';
}

/** What has the focus, in whatever shadow: its name, whether one sees that it has it, and where it is. */
function focus(page: TimelinePage): Promise<Focused> {
  return page.page.evaluate(() => {
    let at = document.activeElement;
    const outer = at;
    while (at?.shadowRoot?.activeElement) { at = at.shadowRoot.activeElement; }
    if (at === null || at === document.body) { return { name: '', isShown: true, part: 'other' as const }; }
    const isRinged = (element: Element) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0 && !/rgba\(.*, 0\)|transparent/u.test(outlineColor);
    };
    const name = outer!.getAttribute('aria-label') ?? outer!.getAttribute('placeholder') ?? outer!.textContent;
    const part = ([['.grid', 'picture'], ['table', 'table'], ['.narrative', 'strip']] as const).find(([selector]) => outer!.closest(selector) !== null)?.[1] ?? 'other';
    return { name: name.replace(/\s+/gu, ' ').trim(), isShown: isRinged(at) || isRinged(outer!), part };
  });
}

/** Presses Tab until what is wanted has the focus; wherever it passes, the focus is seen. */
async function tabTo(page: TimelinePage, wanted: string | RegExp | ((focused: Focused) => boolean)): Promise<Focused> {
  const passed: string[] = [];
  for (let step = 0; step < 120; step++) {
    await page.page.keyboard.press('Tab');
    const focused = await focus(page);
    const { name, isShown } = focused;
    expect({ name, isShown }).toEqual({ name, isShown: true });
    if (typeof wanted === 'string' ? name === wanted : typeof wanted === 'function' ? wanted(focused) : wanted.test(name)) { return focused; }
    passed.push(name);
  }
  throw new Error(`Tab never came to ${String(wanted)}, only to ${[...new Set(passed)].join(' | ')}`);
}

const press = async (page: TimelinePage, ...keys: readonly string[]) => {
  for (const key of keys) { await page.page.keyboard.press(key); }
  await page.rest();
};
/** Tells last what came first. */
const backwards: DraftDto = { ...draft, mentions: [...draft.mentions].reverse().map((mention, index) => ({ ...mention, offset: 100 * index })) };
const spanOf = (page: TimelinePage) => page.messages.findLast(message => message.type === 'stateChanged')?.state.span;
const named = (name: string): EventDto => data.events.find(event => name.startsWith(`${event.title}, `))!;

describe.each(['dark', 'high-contrast-light'] satisfies ThemeName[])('by keyboard alone in the %s theme', theme => {
  test('the whole timeline is walked: filter, chips, lanes, picture, card, list, as-of line, order, export, legend', async () => {
    const page = await open({ theme, draft: backwards });
    const said = (type: string) => page.messages.filter(message => message.type === type).length;

    await tabTo(page, 'Filter events');
    await page.page.keyboard.type('jakarta');
    await page.rest();
    await tabTo(page, /^Remove filter/u);
    await press(page, 'Enter');
    expect(await page.page.locator('.count').textContent()).toBe(`${data.events.length} events`);

    await tabTo(page, 'Lanes by');
    await press(page, 'ArrowDown');
    expect(await page.page.getByLabel('Lanes by').inputValue()).toBe('actor');
    await press(page, 'ArrowUp');
    await tabTo(page, 'Add a filter');
    await press(page, 'ArrowDown');
    await tabTo(page, /^Remove filter/u);
    await press(page, 'Enter');
    expect(await page.page.locator('.chip').count()).toBe(0);
    for (const name of ['−', '+', 'Fit']) {
      const before = spanOf(page);
      await tabTo(page, name);
      await press(page, 'Enter');
      expect([name, spanOf(page)]).not.toEqual([name, before]);
    }
    await tabTo(page, 'In draft');
    await press(page, 'Enter');
    expect(await page.page.locator('.count').textContent()).toBe(`${draft.mentions.length} of ${data.events.length}`);
    await tabTo(page, 'Hide others');
    await press(page, 'Space', 'Space');
    const before = spanOf(page);
    await tabTo(page, 'Fit selection');
    await press(page, 'Enter');
    expect(spanOf(page)).not.toEqual(before);
    await tabTo(page, /^Remove filter/u);
    await press(page, 'Enter');
    expect(await page.page.locator('.chip').count()).toBe(0);

    // The picture is one stop: from lane to lane and from event to event by arrows.
    await tabTo(page, ({ part }) => part === 'picture');
    await press(page, 'Control+Home', 'ArrowDown', 'End');
    const name = await focusedName(page);
    const event = named(name);
    expect((await focus(page)).isShown).toBe(true);
    await press(page, 'Space');
    expect(await page.page.locator('.card h2').textContent()).toBe(event.title);
    expect((await focus(page)).isShown).toBe(true);
    await tabTo(page, /^Insert citation @|^Cite$/u);
    await press(page, 'Enter');
    await tabTo(page, 'Insert name, date and citation');
    await press(page, 'Enter');
    await tabTo(page, 'Open entry');
    await press(page, 'Enter');
    await tabTo(page, 'Show in sidebar');
    await press(page, 'Enter');
    expect([said('insertCitation'), said('insertEvent'), said('openEntry'), said('revealInTree')]).toEqual([1, 1, 1, 1]);
    await press(page, 'Escape');
    expect(await focusedName(page)).toBe(name);

    // Lanes fold and move; time is moved and scaled; the focus stays.
    await press(page, 'Home', 'ArrowLeft', 'Space');
    expect(await page.page.locator('[role=rowheader][aria-expanded=false]').count()).toBe(1);
    await press(page, 'Space', 'Alt+ArrowDown');
    expect((page.messages.findLast(message => message.type === 'stateChanged')?.state.order.length ?? 0) > 1).toBe(true);
    await press(page, '+', '+', 'Shift+ArrowRight', '-', 'f', '0', 'm');
    expect(await focusedName(page)).toMatch(/, in the draft$/u);
    await press(page, 'p');
    expect(said('askParagraphs')).toBe(1);

    await press(page, 'l');
    const { name: title } = await tabTo(page, ({ part }) => part === 'table');
    await press(page, 'Enter');
    expect(await page.page.locator('.card h2').textContent()).toBe(title);
    await press(page, 'Escape', 'l');

    await tabTo(page, 'As of');
    await press(page, 'Enter');
    await tabTo(page, 'Day of the as-of line');
    const day = await page.page.locator('.as-of output').textContent();
    await press(page, 'ArrowRight');
    expect(await page.page.locator('.as-of output').textContent()).not.toBe(day);
    await tabTo(page, 'Offices and memberships on this day');
    await tabTo(page, 'Order');
    await press(page, 'Enter');
    await tabTo(page, ({ part }) => part === 'strip');
    await press(page, 'Enter');
    expect(said('openMention')).toBe(1);
    await tabTo(page, 'Export');
    await press(page, 'Enter');
    expect(said('export')).toBe(1);
    await tabTo(page, 'Legend');
    const isOpen = await page.page.locator('.legend').evaluate(legend => (legend as HTMLDetailsElement).open);
    await press(page, 'Enter');
    expect(await page.page.locator('.legend').evaluate(legend => (legend as HTMLDetailsElement).open)).toBe(!isOpen);
  });
});
