import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { data, draft, focusedName, inBrowser, inkOf, open } from './suite.ts';
import { pageScripts, type TimelinePage } from './support.ts';
import { THEMES, type ThemeName } from './themes.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

inBrowser();

const cell = (page: TimelinePage, title: string) => page.page.locator(`[role=gridcell][aria-label^=${JSON.stringify(title)}]`).first();
const spanOf = async (page: TimelinePage) => {
  await page.rest();
  const last = page.messages.filter(message => message.type === 'stateChanged').pop();
  return last?.type === 'stateChanged' ? last.state.span! : [0, 0] as const;
};

describe('picture', () => {
  test('the timeline draws, with minimap and legend', async () => {
    const page = await open();
    expect(await inkOf(page, '.chart')).toBeGreaterThan(5000);
    expect(await inkOf(page, '.minimap canvas')).toBeGreaterThan(200);
    expect(await page.page.locator('.legend li').count()).toBeGreaterThan(5);
  });

  test('the scripts are within their size: what draws the picture, and all of it with the controls', async () => {
    const sizes = [...await pageScripts()].map(([name, text]) => ({ isAround: name.includes('around'), bytes: Buffer.byteLength(text) }));
    const sum = (files: typeof sizes) => files.reduce((all, { bytes }) => all + bytes, 0);
    expect(sum(sizes.filter(file => !file.isAround))).toBeLessThan(60_000);
    expect(sum(sizes)).toBeLessThan(120_000);
  });

  test('the wheel zooms at the pointer, a drag pans, Fit leads back', async () => {
    const page = await open();
    await page.page.mouse.move(800, 400);
    await page.page.mouse.wheel(0, -400);
    const near = await spanOf(page);
    await page.page.mouse.down();
    await page.page.mouse.move(700, 400, { steps: 4 });
    await page.page.mouse.up();
    const moved = await spanOf(page);
    expect(moved[0]).toBeGreaterThan(near[0]);
    expect(moved[1] - moved[0]).toBeCloseTo(near[1] - near[0], 3);
    await page.page.getByText('Fit', { exact: true }).click();
    const whole = await spanOf(page);
    expect(whole[1] - whole[0]).toBeGreaterThan((near[1] - near[0]) * 1.5);
  });

  test('events that come after the page are fitted when they come', async () => {
    const late = await open({ data: { ...data, events: [], eras: [] }, draft: null });
    await late.show(data);
    const [from, to] = await spanOf(late);
    const page = await open({ draft: null });
    expect([from, to]).toEqual(await spanOf(page));
  });

  test('Fit selection shows the selected event near, F does the same', async () => {
    const page = await open();
    const before = await spanOf(page);
    const event = data.events.find(one => one.date.shape === 'point' && one.date.from.precision === 'day' && !one.background)!;
    await page.post({ type: 'reveal', id: event.id });
    await page.page.waitForSelector('.card h2');
    await page.page.locator('vscode-button', { hasText: 'Fit selection' }).click();
    const near = await spanOf(page);
    expect(near[1] - near[0]).toBeLessThan((before[1] - before[0]) / 4);
    expect(near[0] < event.date.start[0]! && event.date.start[0]! < near[1]).toBe(true);
    await page.page.getByText('Fit', { exact: true }).click();
    await page.rest();
    await page.page.locator('.grid [tabindex="0"]').focus();
    await page.page.keyboard.press('f');
    expect(await spanOf(page)).toEqual(near);
  });

  test('a lane is moved by its name, and keeps its place while lanes are shown by something else', async () => {
    const page = await open();
    const names = () => page.page.locator('.grid [role=rowheader]').allTextContents();
    const [, first, second] = await names();
    const heads = page.page.locator('.grid [role=rowheader]');
    const [one, other] = [(await heads.nth(1).boundingBox())!, (await heads.nth(2).boundingBox())!];
    await page.page.mouse.move(one.x + 40, one.y + 15);
    await page.page.mouse.down();
    await page.page.mouse.move(one.x + 40, other.y + other.height - 8, { steps: 4 });
    await page.page.mouse.up();
    await page.rest();
    expect((await names()).slice(0, 3)).toEqual([expect.stringContaining('Dates in the draft'), second, first]);
    await page.page.getByLabel('Lanes by').selectOption('actor');
    await page.rest();
    await page.page.getByLabel('Lanes by').selectOption('process');
    await page.rest();
    expect((await names()).slice(1, 3)).toEqual([second, first]);
  });

  test('an empty corpus says so', async () => {
    const page = await open({ data: { ...data, events: [], eras: [] }, draft: null });
    expect(await page.page.locator('.empty').isVisible()).toBe(true);
  });
});

describe('card', () => {
  test('a press on an event opens its card with statements and citations, and Cite asks for the citation', async () => {
    const page = await open();
    const event = data.events.find(one => one.citation !== null && !one.background)!;
    await page.post({ type: 'reveal', id: event.id });
    await page.page.waitForSelector('.card h2');
    expect(await page.page.locator('.card h2').textContent()).toBe(event.title);
    await page.page.locator('.card vscode-button', { hasText: 'Cite' }).first().click();
    expect((await page.said('insertCitation')).citation.citekey).not.toBe('');
    await page.page.locator('.card vscode-button', { hasText: 'Open entry' }).click();
    expect(await page.said('openEntry')).toEqual({ type: 'openEntry', id: event.id });
    await page.page.locator('.card vscode-button', { hasText: 'Show in sidebar' }).click();
    expect(await page.said('revealInTree')).toEqual({ type: 'revealInTree', id: event.id });
    await page.page.keyboard.press('Escape');
    await page.page.waitForSelector('.card', { state: 'hidden' });
  });

  test('an event with several participants stands in the lane of each, and is one selection', async () => {
    const page = await open();
    await page.page.getByLabel('Lanes by').selectOption('actor');
    await page.rest();
    const names = await page.page.locator('[role=gridcell]').evaluateAll(cells => cells.map(one => `${one.getAttribute('aria-label')!}|${(one as HTMLElement).dataset['item']!}`));
    const shared = names.find((name, place) => names.indexOf(name) !== place)!;
    const event = data.events[Number(shared.split('|')[1])]!;
    await page.post({ type: 'reveal', id: event.id });
    await page.page.waitForSelector('.card h2');
    await page.rest();
    const selected = await page.page.locator('.cell.selected').evaluateAll(cells => cells.map(one => [one.getAttribute('aria-selected'), (one as HTMLElement).dataset['item'], (one as HTMLElement).dataset['lane']]));
    expect(selected.length).toBeGreaterThan(1);
    expect(selected.every(([isSelected, item]) => isSelected === 'true' && item === shared.split('|')[1])).toBe(true);
    expect(new Set(selected.map(([, , lane]) => lane)).size).toBe(selected.length);
  });

  test('the events of the paragraph at the cursor are marked, and nothing moves', async () => {
    const page = await open();
    const span = await spanOf(page);
    const pixels = () => page.page.locator('.chart').evaluate(canvas => (canvas as HTMLCanvasElement).toDataURL());
    const mark = async (ids: readonly string[]) => {
      await page.post({ type: 'cursor', ids });
      await page.rest();
      return pixels();
    };
    const here = draft.mentions.slice(0, 12).map(({ id }) => id);
    // A browser may draw a canvas in another way once it has been read a few times.
    for (const ids of [here, [], here]) { await mark(ids); }
    const before = await mark([]);
    expect(await mark(here)).not.toBe(before);
    expect(await mark([])).toBe(before);
    expect(await spanOf(page)).toEqual(span);
    expect(await page.page.locator('.card').isHidden()).toBe(true);
  });

  test('the pointer opens it where the mark is', async () => {
    const page = await open();
    // In one go: cells are made anew whenever the picture has come to rest.
    const cells = await page.page.locator('[role=gridcell]').evaluateAll(all => all.map(one => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { name: one.getAttribute('aria-label') ?? '', x: x + width / 2, y: y + height / 2 };
    }));
    const shown = cells.find(one => one.x > 200 && one.x < 1300 && one.y < 600 && data.events.some(event => one.name.startsWith(`${event.title}, `)))!;
    const event = data.events.find(one => shown.name.startsWith(`${one.title}, `))!;
    await page.page.mouse.click(shown.x, shown.y);
    await page.page.waitForSelector('.card h2');
    expect(await page.page.locator('.card h2').textContent()).toBe(event.title);
  });

});

describe('keyboard', () => {
  test('every event is reached with the arrow keys alone', async () => {
    const page = await open();
    await page.page.locator('.grid [tabindex="0"]').focus();
    await page.page.keyboard.press('Control+Home');
    const reached = new Set<string>();
    const lanes = Number(await page.page.locator('.grid').getAttribute('aria-rowcount'));
    for (let lane = 0; lane < lanes; lane++) {
      await page.page.keyboard.press('Home');
      for (let step = 0; step < data.events.length + 50; step++) {
        const before = await focusedName(page);
        reached.add(before.replace(/, in the draft$/u, ''));
        await page.page.keyboard.press('ArrowRight');
        if (await focusedName(page) === before && await atEnd(page)) { break; }
      }
      await page.page.keyboard.press('ArrowDown');
    }
    const missing = data.events.filter(event => ![...reached].some(name => name.startsWith(`${event.title}, `)));
    expect(missing.map(event => event.title)).toEqual([]);
  });

  /** Whether the focused cell is the last of its lane: End leads nowhere else. */
  async function atEnd(page: TimelinePage): Promise<boolean> {
    const item = () => page.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['item']);
    const before = await item();
    await page.page.keyboard.press('End');
    return before === await item();
  }

  test('Enter inserts the citation, Shift+Enter name and date with it, Space opens the card, O the entry, S its row', async () => {
    const page = await open();
    await page.page.locator('.grid [tabindex="0"]').focus();
    const event = data.events.find(one => one.citation !== null && !one.background)!;
    await page.post({ type: 'reveal', id: event.id });
    await page.page.waitForSelector('.card h2');
    await page.page.keyboard.press('Escape');
    await cell(page, event.title).focus();
    await page.page.keyboard.press('Control+Home');
    await page.page.keyboard.press('ArrowDown');
    await page.page.keyboard.press('End');
    await page.page.keyboard.press('Shift+Enter');
    const { id } = await page.said('insertEvent');
    await page.page.keyboard.press('o');
    expect((await page.said('openEntry')).id).toBe(id);
    await page.page.keyboard.press('s');
    expect((await page.said('revealInTree')).id).toBe(id);
    await page.page.keyboard.press('Enter');
    expect((await page.said('insertCitation')).citation).toEqual(data.events.find(one => one.id === id)!.citation);
    await page.page.keyboard.press(' ');
    await page.page.waitForSelector('.card h2');
    expect(await page.page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.page.keyboard.press('Escape');
    expect(await page.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
  });

  test('M goes from one event that the draft names to the next', async () => {
    const page = await open();
    await page.page.locator('.grid [tabindex="0"]').focus();
    const names: string[] = [];
    for (let step = 0; step < 5; step++) {
      await page.page.keyboard.press('m');
      names.push(await focusedName(page));
    }
    expect(names.every(name => name.endsWith(', in the draft'))).toBe(true);
    expect(new Set(names).size).toBe(5);
  });

  test('P asks for the paragraphs that speak of the time of an event; Shift with an arrow pans and leaves the focus', async () => {
    const page = await open();
    await page.page.locator('.grid [tabindex="0"]').focus();
    await page.page.keyboard.press('m');
    const name = await focusedName(page);
    const event = data.events.find(one => name.startsWith(`${one.title}, `))!;
    await page.page.keyboard.press('p');
    const { range } = await page.said('askParagraphs');
    expect(range[0]).toBeLessThanOrEqual(event.date.start[0]!);
    expect(range[1]).toBeGreaterThan(event.date.start[0]!);
    await page.page.keyboard.press('+');
    const before = await spanOf(page);
    await page.page.keyboard.press('Shift+ArrowRight');
    expect((await spanOf(page))[0]).toBeGreaterThan(before[0]);
    expect(await focusedName(page)).toBe(name);
  });

  test('why nothing happened is said and shown, until the next key', async () => {
    const page = await open({ data: { ...data, events: data.events.map(event => ({ ...event, citation: null })) } });
    await page.page.locator('.grid [tabindex="0"]').focus();
    await page.page.keyboard.press('m');
    await page.page.keyboard.press('Enter');
    await page.page.locator('.told[role=status]', { hasText: 'No source is recorded for this event.' }).waitFor();
    await page.page.keyboard.press('ArrowRight');
    await page.page.locator('.told').waitFor({ state: 'detached' });
    expect(page.messages.filter(message => message.type === 'insertCitation')).toEqual([]);
  });

  test('plus, minus and zero zoom', async () => {
    const page = await open();
    await page.page.locator('.grid [tabindex="0"]').focus();
    const before = await spanOf(page);
    await page.page.keyboard.press('+');
    await page.page.keyboard.press('+');
    const near = await spanOf(page);
    expect(near[1] - near[0]).toBeLessThan((before[1] - before[0]) / 2);
    await page.page.keyboard.press('0');
    const back = await spanOf(page);
    expect(back[1] - back[0]).toBeCloseTo(before[1] - before[0], -1);
  });

  test('Tab leads through the page and out of it: no trap', async () => {
    const page = await open();
    const seen = new Set<string>();
    for (let step = 0; step < 30; step++) {
      await page.page.keyboard.press('Tab');
      const name = await page.page.evaluate(() => document.activeElement === document.body ? 'out' : document.activeElement?.tagName ?? '');
      seen.add(name);
      if (name === 'out' && step > 3) { break; }
    }
    expect(seen.has('INPUT')).toBe(true);
    expect(seen.has('DIV')).toBe(true);
  });
});

test('what cannot be drawn is counted above the picture and listed with its reason', async () => {
  const page = await open({ data: { ...data, undated: [{ id: 'x', title: 'Some talks', reason: 'No date is recorded.' }] } });
  await page.page.locator('.toolbar .link', { hasText: '1 without a date' }).click();
  await page.page.locator('.list summary').click();
  expect(await page.page.locator('.list details li').textContent()).toBe('Some talks No date is recorded.');
});

describe('filter', () => {
  test('text fades what does not match, shows a chip, and the list holds the rest', async () => {
    const page = await open();
    await page.page.locator('.field').fill('jakarta');
    await page.page.waitForSelector('.chip');
    const count = await page.page.locator('.count').textContent();
    expect(count).toMatch(/^\d+ of \d+$/u);
    await page.page.locator('vscode-button', { hasText: 'List' }).click();
    expect(await page.page.locator('table tbody tr').count()).toBe(Number(count!.split(' ')[0]));
    await page.page.locator('.chip').click();
    expect(await page.page.locator('.count').textContent()).toBe(`${data.events.length} events`);
  });

  test('only what the draft names', async () => {
    const page = await open();
    await page.page.locator('vscode-button', { hasText: 'In draft' }).click();
    expect(await page.page.locator('.count').textContent()).toBe(`${draft.mentions.length} of ${data.events.length}`);
    await page.page.locator('vscode-button', { hasText: 'Hide others' }).click();
    await page.page.waitForFunction(most => document.querySelectorAll('[role=gridcell]').length <= most, draft.mentions.length * 2 + draft.dates.length);
  });

  test('a drag on the axis chooses a time and asks for the paragraphs that speak of it', async () => {
    const page = await open();
    const stage = (await page.page.locator('.stage').boundingBox())!;
    await page.page.mouse.move(stage.x + 500, stage.y + 20);
    await page.page.mouse.down();
    await page.page.mouse.move(stage.x + 700, stage.y + 20, { steps: 4 });
    await page.page.mouse.up();
    const { range } = await page.said('askParagraphs');
    expect(range[1]).toBeGreaterThan(range[0]);
    await page.page.waitForSelector('.chip');
  });

  test('lanes by every grouping draw', async () => {
    const page = await open();
    for (const words of ['actor', 'type of actor', 'kind of event', 'place', 'corpus', 'process']) {
      await page.page.getByLabel('Lanes by').selectOption({ label: `Lanes: ${words}` });
      await page.rest();
      expect(await inkOf(page, '.chart')).toBeGreaterThan(2000);
    }
  });

  test('state survives a reload', async () => {
    const page = await open();
    await page.page.locator('.field').fill('paris');
    await page.rest();
    await page.page.reload();
    await page.ready();
    expect(await page.page.locator('.chip').textContent()).toContain('paris');
  });
});

describe('order', () => {
  test('the order of the draft stands below the order of time, in words as well', async () => {
    const page = await open();
    await page.page.locator('vscode-button', { hasText: 'Order' }).click();
    await page.page.waitForSelector('.narrative figcaption');
    expect(await page.page.locator('.narrative figcaption').textContent()).toMatch(/^The draft names \d+ events;/u);
    expect(await inkOf(page, '.narrative canvas')).toBeGreaterThan(200);
    await page.page.locator('.narrative canvas').click({ position: { x: 600, y: 60 } });
    expect((await page.said('openMention')).offset).toBeGreaterThanOrEqual(0);
  });

  test('where the draft goes back in time is said by name, and leads to the place', async () => {
    const [early, late] = [data.events.find(event => !event.background && event.date.end[1] !== null)!, data.events.filter(event => !event.background).at(-1)!];
    const page = await open({ draft: { name: 'draft.md', mentions: [{ id: late.id, count: 1, offset: 5 }, { id: early.id, count: 1, offset: 70 }], dates: [] } });
    await page.page.locator('vscode-button', { hasText: 'Order' }).click();
    await page.page.locator('.narrative figcaption button').focus();
    expect(await page.page.locator('.narrative figcaption button').textContent()).toBe(early.title);
    await page.page.keyboard.press('Enter');
    expect((await page.said('openMention')).offset).toBe(70);
  });
});

describe('export', () => {
  test('Export hands over what the filter asks for', async () => {
    const page = await open();
    await page.page.locator('.field').fill('jakarta');
    await page.page.locator('vscode-button', { hasText: 'Export' }).click();
    expect((await page.said('export')).state).toMatchObject({ span: null, filter: { text: 'jakarta' } });
  });
});

describe('as of', () => {
  test('the slider says who held which office on its day', async () => {
    const page = await open();
    await page.page.locator('vscode-button', { hasText: 'As of' }).click();
    await page.page.waitForSelector('.as-of output');
    expect(await page.page.locator('.as-of output').textContent()).toMatch(/\d{4}$/u);
    expect(await page.page.locator('.as-of li').count()).toBeGreaterThan(0);
    await page.page.locator('.as-of input[type=date]').fill('1988-07-25');
    await page.page.locator('.as-of output', { hasText: '25 July 1988' }).waitFor();
    expect(await page.page.locator('.as-of input[type=range]').inputValue()).toBe(String(Date.UTC(1988, 6, 25) / 86_400_000));
  });
});

describe.each(Object.keys(THEMES) as ThemeName[])('accessibility in the %s theme', theme => {
  const violations = (page: TimelinePage) => page.page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> } };
    const found = await axe.run(document, { resultTypes: ['violations'] });
    return found.violations.map(violation => `${violation.id}: ${violation.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`);
  });

  test('axe finds nothing: chart with card, list with filter, as of', async () => {
    const page = await open({ theme });
    // Into the page's own world by the debugger, which the page's policy does not concern.
    await page.page.evaluate(AXE);
    await page.post({ type: 'reveal', id: data.events.find(event => event.participants.length > 1)!.id });
    await page.page.waitForSelector('.card h2');
    expect(await violations(page)).toEqual([]);
    await page.page.keyboard.press('Escape');
    await page.page.locator('vscode-button', { hasText: 'As of' }).click();
    await page.page.locator('.field').fill('a');
    await page.page.locator('vscode-button', { hasText: 'List' }).click();
    await page.page.waitForSelector('table');
    expect(await violations(page)).toEqual([]);
  });
});

test('where motion is to be reduced nothing glides, whatever a style asks for', async () => {
  const page = await open();
  const gliding = () => page.page.evaluate(() => {
    const all = (root: ParentNode): Element[] => [...root.querySelectorAll('*')].flatMap(element => [element, ...element.shadowRoot === null ? [] : all(element.shadowRoot)]);
    return all(document).filter(element => {
      const { transitionProperty, transitionDuration, animationName } = getComputedStyle(element);
      return animationName !== 'none' || (transitionProperty !== 'none' && transitionDuration !== '0s');
    }).length + document.getAnimations().length;
  });
  const event = data.events.find(one => !one.background)!;
  await page.post({ type: 'reveal', id: event.id });
  await page.page.waitForSelector('.card h2');
  await page.rest();
  expect(await gliding()).toBe(0);
  await page.page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('main, .card { transition: opacity 1s; animation: turn 1s infinite; } @keyframes turn { to { opacity: 0.5; } }');
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await gliding()).toBe(0);
  await page.page.emulateMedia({ reducedMotion: 'no-preference' });
  expect(await gliding()).toBeGreaterThan(0);
});

test('in a narrow window no label is cut: the last ones stand before their marks', async () => {
  const page = await open({ viewport: { width: 520, height: 640 } });
  const labels = await page.page.evaluate(() => {
    const found: { readonly text: string; readonly right: number }[] = [];
    const own = CanvasRenderingContext2D.prototype;
    const before = Reflect.get(own, 'fillText');
    own.fillText = function (text, x, y) {
      if (this.canvas.className === 'chart') { found.push({ text, right: x + this.measureText(text).width - this.canvas.clientWidth }); }
      before.call(this, text, x, y);
    };
    return new Promise<typeof found>(resolve => {
      document.querySelector('.stage')!.dispatchEvent(new WheelEvent('wheel', { deltaY: 1, clientX: 300, clientY: 300, bubbles: true }));
      requestAnimationFrame(() => { requestAnimationFrame(() => { resolve(found); }); });
    });
  });
  const titles = new Set(data.events.map(event => event.title));
  const events = labels.filter(({ text }) => titles.has(text) || text.endsWith('…'));
  expect(events.length).toBeGreaterThan(5);
  expect(events.filter(({ right }) => right > 1)).toEqual([]);
});

test('with twice the type the toolbar wraps and the picture keeps its room', async () => {
  const page = await open({ fontSize: 26, viewport: { width: 900, height: 900 } });
  const { width, height } = (await page.page.locator('.stage').boundingBox())!;
  expect(width).toBe(900);
  expect(height).toBeGreaterThan(200);
  // No control cuts its words.
  expect(await page.page.locator('.toolbar input, .toolbar select').evaluateAll(controls => controls.map(control => control.clientHeight >= 28))).toEqual([true, true, true]);
  const sizes = await page.page.locator('.toolbar vscode-button').evaluateAll(buttons => buttons.map(button => getComputedStyle(button.shadowRoot!.querySelector('.control')!).fontSize));
  expect(new Set(sizes)).toEqual(new Set(['26px']));
});

test('the field of the filter has room for its words, in French too, beside the cross that empties it', async () => {
  const page = await open();
  const french = (JSON.parse(readFileSync(new URL('../../l10n/bundle.l10n.fr.json', import.meta.url), 'utf8')) as Record<string, string>)['Filter events']!;
  const room = await page.page.locator('.field').evaluate((field, words) => {
    const context = document.createElement('canvas').getContext('2d')!;
    const { font, paddingLeft, paddingRight } = getComputedStyle(field);
    context.font = font;
    return field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - context.measureText(words).width;
  }, french);
  expect(room).toBeGreaterThan(20);
});
test('in a narrow window the table keeps its columns and moves sideways by itself', async () => {
  const page = await open({ viewport: { width: 500, height: 800 } });
  await page.page.locator('vscode-button', { hasText: 'List' }).click();
  const columns = await page.page.locator('thead th').evaluateAll(heads => heads.map(head => head.getBoundingClientRect()).map(({ width, height }) => ({ width, height })));
  expect(columns).toHaveLength(8);
  expect(columns.filter(({ width, height }) => width < 24 || width > 200 || height > 60)).toEqual([]);
  expect(await page.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('the name of a lane stays in sight as long as any of the lane does', async () => {
  const page = await open({ data: { ...data, events: data.events.filter(event => event.processes.length > 0).map(event => ({ ...event, processes: ['one'] })), processes: [{ id: 'one', title: 'One' }] }, draft: null });
  const names = () => page.page.locator('.chart').evaluate(canvas => {
    const { data: pixels } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(20, 62, 100, 26);
    return new Set(Array.from({ length: pixels.length / 4 }, (_, at) => pixels[at * 4]! << 16 | pixels[at * 4 + 1]! << 8 | pixels[at * 4 + 2]!)).size;
  });
  expect(await names()).toBeGreaterThan(3);
  await page.page.mouse.move(60, 400);
  await page.page.mouse.wheel(0, 200);
  await page.rest();
  expect(await names()).toBeGreaterThan(3);
});
