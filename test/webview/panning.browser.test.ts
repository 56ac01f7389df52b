/** A drag through time moves what is painted: what is seen under the hand, and when it lets go. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dataOf, event } from '../core/timeline/support.ts';
import { data, inBrowser, open } from './suite.ts';
import type { TimelinePage } from './support.ts';

const OUT = new URL('../../out/', import.meta.url);
/** Of 255, in any colour. */
const SHADE = 16;
/** Pixels from the left of the window to where time begins, and from its top to the lanes. */
interface Frame { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

inBrowser();

const frameOf = (page: TimelinePage): Promise<Frame> => page.page.evaluate(() => {
  const stage = document.querySelector('.stage')!.getBoundingClientRect();
  const head = document.querySelector('.grid [role=rowheader]')!.getBoundingClientRect();
  return { left: Math.ceil(head.right) + 1, top: Math.ceil(stage.top), right: Math.floor(stage.right), bottom: Math.floor(stage.bottom) };
});
/**
 * How many pixels of a part of one picture differ from those of another that stand `dx` further right, by more than the shade that an edge
 * may have elsewhere where a graphics card draws it, or where a day is a billionth of a pixel off.
 */
async function differing({ page }: TimelinePage, one: Buffer, other: Buffer, { left, top, right, bottom }: Frame, dx = 0): Promise<number> {
  return page.evaluate(async ({ shots, box, shift, shade }) => {
    const [first, second] = await Promise.all(shots.map(async (base64, index) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      return new Uint32Array(context.getImageData(box.left + index * shift, box.top, box.right - box.left, box.bottom - box.top).data.buffer);
    })) as [Uint32Array, Uint32Array];
    const isOther = (pixel: number, other: number) => [0, 8, 16].some(bits => Math.abs((pixel >> bits & 255) - (other >> bits & 255)) > shade);
    return first.reduce((sum, pixel, at) => sum + Number(isOther(pixel, second[at]!)), 0);
  }, { shots: [one, other].map(shot => shot.toString('base64')), box: { left, top, right, bottom }, shift: dx, shade: SHADE });
}
/** Drags by so many pixels to the right, in steps of a frame each, and holds. */
async function drag({ page }: TimelinePage, dx: number, dy = 0): Promise<void> {
  await page.mouse.move(800, 420);
  await page.mouse.down();
  await page.mouse.move(800 + dx, 420 + dy, { steps: 12 });
  await page.evaluate(() => new Promise(resolve => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); }));
}
async function away(page: TimelinePage): Promise<void> {
  await page.page.mouse.up();
  await page.page.mouse.move(0, 0);
  await page.rest();
}
function keep(name: string, shot: Buffer): void {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(new URL(`panning-${name}.png`, OUT), shot);
}

for (const [name, given] of [['bundled', data], ['crowded', dataOf(Array.from({ length: 900 }, (_, index) => event(`Meeting ${index}`, `19${60 + index % 40}-${String(1 + index % 12).padStart(2, '0')}${index % 7 === 0 ? `/20${10 + index % 9}` : index % 3 === 0 ? '' : '-11'}`)))]] as const) {
  test(`what a hand drags is the picture, further on; what comes in runs on; let go, it is as painted anew: ${name}`, async () => {
    const page = await open({ data: given });
    await page.page.mouse.move(0, 0);
    const frame = await frameOf(page);
    for (const dx of [240, -310]) {
      const before = await page.page.screenshot();
      await drag(page, dx);
      const held = await page.page.screenshot();
      keep(`${name}-${dx}`, held);
      // The names of the lanes stand still, the years and the lanes move as they are.
      expect(await differing(page, before, held, { ...frame, left: 0, right: frame.left - 2 })).toBe(0);
      expect(await differing(page, before, held, { ...frame, left: frame.left + Math.max(0, -dx), right: frame.right - Math.max(0, dx) }, dx)).toBe(0);
      await away(page);
      const rest = await page.page.screenshot();
      keep(`${name}-${dx}-rest`, rest);
      await page.page.evaluate(() => { document.body.dataset['vscodeThemeId'] = String(Math.random()); });
      await page.rest();
      expect(await differing(page, rest, await page.page.screenshot(), { ...frame, left: 0 })).toBe(0);
      // What came into sight at the side stood there under the hand already, but for what belongs at the edge of what is seen.
      const side = { ...frame, left: dx > 0 ? frame.left : frame.right + dx, right: dx > 0 ? frame.left + dx : frame.right };
      expect(await differing(page, rest, held, side)).toBeLessThan(0.05 * (side.right - side.left) * (side.bottom - side.top));
    }
  });
}

test('further than half a picture, up and down, and turned by the wheel: it is the picture of its time as well', async () => {
  const page = await open();
  const frame = { ...await frameOf(page), left: 0 };
  await page.page.mouse.move(0, 0);
  const before = await page.page.screenshot();
  const isAsBefore = async () => { expect(await differing(page, before, await page.page.screenshot(), frame)).toBe(0); };
  await drag(page, 560, 10);
  expect(await differing(page, before, await page.page.screenshot(), frame)).toBeGreaterThan(5000);
  for (const [x, y] of [[1360, 200], [40, 220], [800, 420]] as const) { await page.page.mouse.move(x, y, { steps: 30 }); }
  await away(page);
  await isAsBefore();
  await page.page.mouse.move(800, 420);
  await page.page.keyboard.down('Shift');
  for (const turn of [100, 100, 100, 100, -100, -100, -100, -100]) { await page.page.mouse.wheel(0, turn); }
  await page.page.keyboard.up('Shift');
  await away(page);
  await isAsBefore();
});

test('the names of the lanes, which the wheel does not change, are those of the lanes in sight', async () => {
  const page = await open({ viewport: { width: 1000, height: 520 } });
  const frame = { ...await frameOf(page), left: 0 };
  const isAsNew = async () => {
    await page.page.mouse.move(0, 0);
    await page.rest();
    const shot = await page.page.screenshot();
    await page.page.evaluate(() => { document.body.dataset['vscodeThemeId'] = String(Math.random()); });
    await page.rest();
    expect(await differing(page, shot, await page.page.screenshot(), frame)).toBe(0);
    return shot;
  };
  const first = await isAsNew();
  await page.page.mouse.move(600, 300);
  await page.page.mouse.wheel(0, -300);
  await isAsNew();
  await page.page.mouse.move(40, 300);
  await page.page.mouse.wheel(0, 300);
  const scrolled = await isAsNew();
  expect(await differing(page, first, scrolled, { ...frame, right: 100 })).toBeGreaterThan(100);
});

test('the pointer meets what it sees: after a drag, and at once when the wheel has moved the picture', async () => {
  const page = await open();
  const target = page.page.locator('.grid [role=gridcell]').nth(12);
  const boxOf = async () => {
    await page.rest();
    return (await target.boundingBox())!;
  };
  const [name, item] = [(await target.getAttribute('aria-label'))!.replace(', in the draft', ''), await target.getAttribute('data-item')];
  const cell = page.page.locator(`.grid [data-item="${item}"]`).first();
  const from = await boxOf();
  await drag(page, -60);
  await page.page.mouse.up();
  await page.page.mouse.move(from.x - 60 + 8, from.y + from.height / 2);
  const tip = page.page.locator('.tip');
  expect(await tip.textContent()).toBe(name);
  await page.rest();
  expect((await cell.boundingBox())!.x).toBeCloseTo(from.x - 60, 0);
  await page.page.mouse.move(800, 420);
  await page.page.keyboard.down('Shift');
  await page.page.mouse.wheel(0, -60);
  await page.page.mouse.move(from.x + 8, from.y + from.height / 2);
  expect(await tip.textContent()).toBe(name);
  await page.page.keyboard.up('Shift');
});

test('the frame in the strip of all of time goes with the hand, and stands where it stands at rest', async () => {
  const page = await open();
  await page.page.mouse.move(800, 420);
  for (let turn = 0; turn < 6; turn++) { await page.page.mouse.wheel(0, -100); }
  await page.rest();
  const strip = await page.page.locator('.minimap').evaluate(element => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top: Math.ceil(top), right, bottom: Math.floor(bottom) };
  });
  const before = await page.page.screenshot();
  for (const dx of [300, -200]) {
    await drag(page, dx);
    const held = await page.page.screenshot();
    keep(`strip-${dx}`, held);
    expect(await differing(page, before, held, strip)).toBeGreaterThan(20);
    await away(page);
    // An edge between two pixels is drawn on both of them at rest, and on one under the hand.
    expect(await differing(page, held, await page.page.screenshot(), strip)).toBeLessThan(5 * (strip.bottom - strip.top));
  }
});
