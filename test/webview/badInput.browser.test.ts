import { describe, expect, test } from 'vitest';
import { cardDto } from '../../src/core/timeline/cardDto.ts';
import type { EventDto, TimelineData } from '../../src/core/timeline/types.ts';
import { dataOf, dto, event, snapshotOf } from '../core/timeline/support.ts';
import { data, draft, focusedName, inBrowser, inkOf, open } from './suite.ts';
import { timelineOf, type TimelinePage } from './support.ts';

inBrowser();

const exact = data.events.find(one => one.date.shape === 'point' && one.date.from.precision === 'day')!;
const withEvents = (events: readonly EventDto[]): TimelineData => ({ ...data, events, eras: [] });

const EVENT = (name: string, date: string): string => `---\ntype: event\nkind: meeting\nname: ${name}\n${date}cite: "@a1999"\n---\nIt was.\n`;
const SELF = {
  'references.json': '[{"id":"a1999","type":"book","title":"A","issued":{"date-parts":[[1999]]}}]',
  'events/loop.md': '---\ntype: event\nkind: process\nname: Loop\ndate: 1990\npart-of: [loop]\nfollows: [loop]\ncite: "@a1999"\n---\nIt went round.\n',
};

const CARD = cardDto(snapshotOf(SELF), 'loop')!;

/** Presses, keys and wheel over a page, as somebody does who looks around. */
async function lookAround({ page, rest }: { readonly page: TimelinePage['page']; readonly rest: () => Promise<void> }): Promise<void> {
  await page.locator('.grid [tabindex="0"]').focus();
  for (const key of ['Control+End', 'Control+Home', 'ArrowRight', '+', '+', 'Shift+ArrowRight', '-', 'f', '0', '0', 'End', 'PageDown', 'Space', 'Escape', 'l', 'l']) { await page.keyboard.press(key); }
  await page.mouse.move(700, 400);
  for (const turn of [-3000, -3000, 3000, 3000]) { await page.mouse.wheel(0, turn); }
  await rest();
}

describe('what no corpus should hold', () => {
  test('5,000 events on one day are drawn, and marked for the draft though it comes while they are laid out', async () => {
    const events = Array.from({ length: 5000 }, (_, index) => ({ ...exact, id: `e${index}`, title: `Sitting ${index}` }));
    const page = await open({ data: withEvents(events), draft: { name: 'draft.md', mentions: events.slice(4900).map((one, offset) => ({ id: one.id, count: 1, offset })), dates: [] } });
    expect(await page.page.locator('.count').textContent()).toBe('5000 events');
    expect(await inkOf(page, '.chart')).toBeGreaterThan(2000);
    await page.page.locator('vscode-button', { hasText: 'In draft' }).click();
    expect(await page.page.locator('.count').textContent()).toBe('100 of 5000');
    await lookAround({ page: page.page, rest: () => page.rest() });
  });

  test('events that no zoom tells apart are opened as a list', async () => {
    const page = await open({ data: withEvents(Array.from({ length: 400 }, (_, index) => ({ ...exact, id: `e${index}`, title: `Sitting ${index}` }))), draft: null, card: CARD });
    // Over the names of the lanes the wheel scrolls to the last row.
    await page.page.mouse.move(60, 400);
    await page.page.mouse.wheel(0, 20_000);
    await page.rest();
    const stage = (await page.page.locator('.stage').boundingBox())!;
    // Where the count stands, the pointer says so.
    const found = await page.page.evaluate(({ x, y, width, height }) => {
      for (let down = y + height - 2; down > y; down -= 5) {
        for (let right = x + 180; right < x + width; right += 15) {
          document.querySelector('.stage')!.dispatchEvent(new PointerEvent('pointermove', { clientX: right, clientY: down, bubbles: true }));
          if (document.querySelector<HTMLElement>('.stage')!.dataset['over'] === 'fold') { return { x: right, y: down }; }
        }
      }
      return undefined;
    }, stage);
    await page.page.mouse.click(found!.x, found!.y);
    await page.page.locator('.card h2', { hasText: /^\d+ events here$/u }).waitFor();
    await page.page.locator('.card li button').first().click();
    await page.page.locator('.stage .cell.selected').first().waitFor({ state: 'attached' });
  });

  test('an interval of 4,000 years beside one day: both are reached, and either fills the window', async () => {
    const page = await open({ data: withEvents([{ ...event('Ages', '-1999/2001'), id: 'ages' }, { ...exact, id: 'day', title: 'One day' }]), draft: null, card: CARD });
    await lookAround({ page: page.page, rest: () => page.rest() });
    for (const [id, isLong] of [['day', false], ['ages', true]] as const) {
      await page.post({ type: 'reveal', id });
      await page.rest();
      await page.page.locator('.grid [tabindex="0"]').focus();
      await page.page.keyboard.press('f');
      await page.rest();
      const last = page.messages.findLast(message => message.type === 'stateChanged');
      const [from, to] = last!.state.span!;
      expect((to - from) / 365 > 3000).toBe(isLong);
    }
  });

  test('titles of 10,000 characters are cut in the picture and whole in the list; the page grows no wider', async () => {
    const title = `Begin ${'x'.repeat(9990)}`;
    const page = await open({ data: withEvents([{ ...exact, id: 'long', title }, { ...exact, id: 'words', title: 'word '.repeat(2000).trim() }]), draft: null });
    await lookAround({ page: page.page, rest: () => page.rest() });
    await page.page.keyboard.press('l');
    expect(await page.page.locator('tbody th button').first().textContent()).toBe(title);
    expect(await page.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  test.each(['<img src=x onerror=alert(1)><b>bold</b>', '</script><script>alert(1)</script>', '{{constructor}} ${alert(1)} javascript:alert(1)'])('markup in a title is text: %s', async title => {
    const card = { ...CARD, title, summary: title, place: title, statements: [{ text: title, authority: title, citation: null, disputed: [title] }] };
    const page = await open({ data: { ...withEvents([{ ...exact, title, place: title, kindText: title }]), undated: [{ id: 'x', title, reason: title }], processes: data.processes.map(process => ({ ...process, title })) }, card });
    await page.post({ type: 'reveal', id: exact.id });
    await page.page.locator('.card h2').getByText(title, { exact: true }).waitFor();
    await page.page.keyboard.press('Escape');
    await page.page.locator('vscode-button', { hasText: 'List' }).click();
    expect(await page.page.locator('tbody th button').first().textContent()).toBe(title);
    expect(await page.page.locator('body img, body b, body script:not([src="/timeline.js"])').count()).toBe(0);
  });

  test('an event that is its own part and follows itself is drawn once, and its card opens', async () => {
    const snapshot = snapshotOf(SELF);
    const page = await open({ data: timelineOf(snapshot), snapshot, draft: null });
    expect(await page.page.locator('[role=gridcell][aria-label^="Loop"]').count()).toBe(1);
    await page.post({ type: 'reveal', id: 'loop' });
    await page.page.locator('.card h2').getByText('Loop', { exact: true }).waitFor();
    await lookAround({ page: page.page, rest: () => page.rest() });
  });

  test('10,000 lanes: the first and the last are reached, and the page has but those in sight', async () => {
    const events = Array.from({ length: 10_000 }, (_, index) => ({ ...exact, id: `e${index}`, title: `Meeting ${index}`, processes: [`p${index}`] }));
    const page = await open({ data: { ...withEvents(events), processes: events.map((_, index) => ({ id: `p${index}`, title: `Process ${index}` })) }, draft: null });
    expect(await page.page.locator('.grid').getAttribute('aria-rowcount')).toBe('10000');
    expect(await page.page.locator('.grid [role=row]').count()).toBeLessThan(100);
    await page.page.locator('.grid [tabindex="0"]').focus();
    await page.page.keyboard.press('Control+End');
    expect(await focusedName(page)).toContain('Meeting 9999, ');
    await page.page.keyboard.press('Control+Home');
    expect(await focusedName(page)).toContain('Meeting 0, ');
    await lookAround({ page: page.page, rest: () => page.rest() });
  });

  test('dates that cannot be read are counted above the picture and listed apart, each with the reason', async () => {
    const snapshot = snapshotOf({
      'references.json': '[{"id":"a1999","type":"book","title":"A","issued":{"date-parts":[[1999]]}}]',
      'events/bad.md': EVENT('Some talks', 'date: 31 February 1990\n'), 'events/none.md': EVENT('Other talks', ''), 'events/good.md': EVENT('Good talks', 'date: 1990\n'),
    });
    const page = await open({ data: timelineOf(snapshot), snapshot, draft: null });
    await page.page.locator('.toolbar .link', { hasText: '2 without a date' }).click();
    await page.page.locator('.list summary').click();
    const lines = await page.page.locator('.list details li').allTextContents();
    expect(lines.find(line => line.startsWith('Some talks'))).toMatch(/31 February 1990/u);
    expect(lines.find(line => line.startsWith('Other talks'))).toBe('Other talks No date is recorded.');
    expect(await page.page.locator('tbody th').allTextContents()).toEqual(['Good talks']);
  });
});

describe('messages', () => {
  test('what is not ours changes nothing', async () => {
    const page = await open();
    const before = await inkOf(page, '.chart');
    const wrong: unknown[] = [
      null, 1, 'show', {}, [], { type: 'show' }, { type: 'events', events: [{}], isLast: true }, { type: 'events', events: 'all', isLast: true }, { type: 'reveal', id: 5 }, { type: 'reveal', id: null },
      { type: 'card', id: 'x', card: { title: '<b>' } }, { type: '__proto__' }, { type: 'constructor' }, [{ type: 'told', text: 'x' }], { type: 'told', text: { toString: 'x' } },
      { type: 'draft', draft: { name: 'a', mentions: [{ id: 1, count: -1, offset: 0.5 }], dates: [] } }, { type: 'cursor', ids: {} },
      { type: 'show', data: { undated: [], actors: [], processes: [], corpora: [], eras: [{}] }, eventCount: 0, state: null }, { type: 'show', data: {}, eventCount: -1, state: {} },
    ];
    for (const message of wrong) { await page.postRaw(message); }
    await page.rest();
    expect(await inkOf(page, '.chart')).toBe(before);
    expect(await page.page.locator('.card').isHidden()).toBe(true);
    expect(await page.page.locator('.count').textContent()).toBe(`${data.events.length} events`);
  });

  test('ids that nobody has, and a card that nobody asked for, are passed over', async () => {
    const page = await open();
    await page.post({ type: 'cursor', ids: ['nobody', '__proto__'] });
    await page.post({ type: 'draft', draft: { ...draft, mentions: [{ id: 'constructor', count: 1, offset: 0 }] } });
    await page.post({ type: 'card', id: 'nobody', card: null });
    await page.rest();
    expect(await page.page.locator('.card').isHidden()).toBe(true);
    await page.post({ type: 'reveal', id: 'gone' });
    await page.page.getByText('This event is not in the corpus any more.').waitFor();
  });

  test('a page of events that never ends with its last shows nothing of them, and the next show is whole', async () => {
    const page = await open({ draft: null });
    const { events, ...rest } = dataOf([{ ...exact, id: 'new', title: 'New', date: dto('1990-05-01') }]);
    await page.post({ type: 'show', data: rest, eventCount: 2, state: null });
    await page.post({ type: 'events', events, isLast: false });
    await page.rest();
    expect(await page.page.locator('.count').textContent()).toBe(`${data.events.length} events`);
    await page.show(dataOf(events));
    await page.page.locator('.count', { hasText: '1 event' }).waitFor();
  });
});
