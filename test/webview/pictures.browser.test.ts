import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Pixels } from '../../src/core/timeline/raster.ts';
import type { CardDto, DraftDto } from '../../src/core/timeline/types.ts';
import { encodePng } from '../../src/engine/timeline/png.ts';
import { readPng } from '../core/timeline/png.ts';
import { dataOf, dto, event } from '../core/timeline/support.ts';
import { inBrowser, open } from './suite.ts';
import type { TimelinePage } from './support.ts';
import { THEMES, type ThemeName } from './themes.ts';

/*
 * The whole page as it looks, in each kind of theme, against pictures in the repository. Every browser sets type a shade
 * otherwise, so that what is kept and compared is the mean colour of small squares: a letter that is sharper moves it little, a
 * label that is missing, a colour or a place that is another moves it much. The type is the project's own, and the window has
 * room for controls that a browser makes wider. To take new ones after a change that is meant:
 * RAPPORTEUR_PICTURES=new npx vitest run --config vitest.browser.config.ts pictures
 */
const FOLDER = new URL('./pictures/', import.meta.url);
const OUT = new URL('../../out/', import.meta.url);
const FONTS = [400, 700].map(weight => ({ weight, base64: readFileSync(new URL(`../../node_modules/@fontsource/arimo/files/arimo-latin-${weight}-normal.woff2`, import.meta.url)).toString('base64') }));
/** Pixels of a side of a square. */
const SQUARE = 10;
/** How far the mean colour of a square may be off, of 255, and how many of a hundred squares may be further off. */
const MOST_OFF = 26;
const MOST_SQUARES = 1.5;
/** The controls of a browser take other widths and forms; what they do has tests of its own. */
const TOOLBAR = 50;

inBrowser();

/** One of each: what the code of the picture has words for. Nothing of the bundled corpus, which grows. */
const data = dataOf([
  event('Paris Conference', '1989-07-30/1989-08-30', { kind: 'conference', kindText: 'conference', processes: ['p'], participants: [{ actor: 'a', role: 'host' }] }),
  event('Invasion', '1978-12-25', { kind: 'operation', kindText: 'operation', processes: ['w'] }), event('War', '1978-12/1991-10', { kind: 'war', kindText: 'war', processes: ['w'] }),
  event('Contacts', '1985~', { kind: 'talks', kindText: 'talks', processes: ['p'] }), event('Proposal', '1989-11', { kind: 'proposal', kindText: 'proposal', processes: ['p'] }),
  event('Rains', '1990-21', { kind: 'other', kindText: 'event', processes: ['w'] }), event('Decree', '1988?', { kind: 'decision', kindText: 'decision', processes: ['w'] }),
  event('Relief', '198X', { kind: 'process', kindText: 'process', processes: ['w'] }), event('Either year', '[1982,1984]', { kind: 'report', kindText: 'report', processes: ['p'] }),
  event('Both years', '{1981,1983}', { kind: 'visit', kindText: 'visit', processes: ['p'] }), event('Ceasefire', '1991-05-01/..', { kind: 'agreement', kindText: 'agreement', processes: ['p'] }),
  event('Occupation', '1979-01-07/', { kind: 'other', kindText: 'event', processes: ['w'] }), event('Agreement', '1991-10-23', { kind: 'agreement', kindText: 'agreement', processes: ['p'] }),
  ...Array.from({ length: 30 }, (_, index) => event(`Session ${index + 1}`, '1991-06-24', { processes: ['s'] })),
], {
  undated: [{ id: 'x', title: 'Some talks', reason: 'No date is recorded.' }],
  processes: [{ id: 'w', title: 'War' }, { id: 'p', title: 'Paris conference' }, { id: 's', title: 'Supreme National Council' }],
  actors: [{ id: 'a', name: 'Alatas', type: 'person', typeText: 'Persons' }],
  eras: [{ id: 'w', title: 'War', kind: 'war', actor: '', date: dto('1978-12/1991-10') }],
});
const draft: DraftDto = {
  name: 'draft.md', mentions: [{ id: 'Agreement', count: 1, offset: 40 }, { id: 'Paris Conference', count: 2, offset: 10 }],
  dates: [{ id: 'draft:0', title: 'late 1985', date: dto('1985-23'), offset: 80 }],
};
const card: CardDto = {
  id: 'Paris Conference', title: 'Paris Conference', date: '30 July – 30 August 1989', edtf: '1989-07-30/1989-08-30', certainty: '', kind: 'conference', place: 'Paris',
  summary: 'All parties met, and no agreement was found.', authority: 'Khan 2022, sec. 3.2', citation: { citekey: 'khan2022', suffixText: 'sec. 3.2' },
  participants: [{ id: 'a', title: 'Alatas', detail: 'host' }], partOf: [], before: [{ id: 'Contacts', title: 'Contacts', detail: 'c. 1985' }], after: [{ id: 'Agreement', title: 'Agreement', detail: '23 October 1991' }],
  statements: [{ text: 'It met in four committees.', authority: 'Khan 2022, n. 31', citation: { citekey: 'khan2022', suffixText: 'n. 31' }, disputed: ['Three committees (Solomon 2000, p. 41)'] }],
};

/** The page in the type of the project, with the card of an event. */
async function openSet(): Promise<TimelinePage> {
  const page = await open({ data, draft, card, theme: 'light', viewport: { width: 1300, height: 800 } });
  await page.page.evaluate(async fonts => {
    for (const { weight, base64 } of fonts) {
      // Bold labels ask for 600.
      const face = new FontFace('Picture', Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)), { weight: weight === 400 ? '400' : '600 700' });
      document.fonts.add(await face.load());
    }
    document.documentElement.style.setProperty('--vscode-font-family', 'Picture');
    document.documentElement.style.setProperty('--vscode-editor-font-family', 'Picture');
  }, FONTS);
  await page.rest();
  await page.page.getByText('Fit', { exact: true }).click();
  await page.post({ type: 'cursor', ids: ['Agreement'] });
  await page.post({ type: 'reveal', id: card.id });
  await page.page.locator('.card .disputed').waitFor();
  await page.page.mouse.move(0, 0);
  await page.rest();
  return page;
}

/** The mean colours of the squares of what is to be seen. */
async function lookOf({ page }: TimelinePage): Promise<Pixels> {
  const shot = await page.screenshot();
  const { width, height, values } = await page.evaluate(async ({ base64, square }) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), letter => letter.charCodeAt(0))], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const [columns, rows] = [Math.floor(bitmap.width / square), Math.floor(bitmap.height / square)];
    const sums = new Array<number>(columns * rows * 3).fill(0);
    for (let y = 0; y < rows * square; y++) {
      for (let x = 0; x < columns * square; x++) {
        const at = (Math.floor(y / square) * columns + Math.floor(x / square)) * 3;
        for (let part = 0; part < 3; part++) { sums[at + part]! += pixels[(y * bitmap.width + x) * 4 + part]!; }
      }
    }
    return { width: columns, height: rows, values: sums.map(sum => Math.round(sum / square / square)) };
  }, { base64: shot.toString('base64'), square: SQUARE });
  return { width, height, data: Uint8Array.from(values) };
}

/** How many of a hundred squares below the toolbar differ; all where the pictures are of different sizes. */
function difference(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) { return 100; }
  let [off, all] = [0, 0];
  for (let at = one.width * 3 * TOOLBAR / SQUARE; at < one.data.length; at += 3) {
    all++;
    if ([0, 1, 2].some(part => Math.abs(one.data[at + part]! - other.data[at + part]!) > MOST_OFF)) { off++; }
  }
  return 100 * off / all;
}

const inTheme = (page: TimelinePage, theme: ThemeName) => page.page.evaluate(({ className, kind, variables }) => {
  document.documentElement.style.cssText = '';
  for (const [name, value] of Object.entries(variables)) { document.documentElement.style.setProperty(name, value); }
  for (const name of ['--vscode-font-family', '--vscode-editor-font-family']) { document.documentElement.style.setProperty(name, 'Picture'); }
  document.body.dataset['vscodeThemeKind'] = kind;
  document.body.className = className;
}, THEMES[theme]);

test('the page looks as it did in a light theme, a dark one and one of high contrast; what is missing or elsewhere is noticed', async () => {
  const page = await openSet();
  const looks = new Map<ThemeName, Pixels>();
  for (const theme of ['light', 'dark', 'high-contrast'] satisfies ThemeName[]) {
    await inTheme(page, theme);
    await page.rest();
    const now = await lookOf(page);
    looks.set(theme, now);
    const file = new URL(`${theme}.png`, FOLDER);
    if (process.env['RAPPORTEUR_PICTURES'] === 'new') {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, encodePng(now, 1, {}));
    }
    const off = difference(now, readPng(readFileSync(file)));
    if (off >= MOST_SQUARES) {
      mkdirSync(OUT, { recursive: true });
      writeFileSync(new URL(`timeline-${theme}.png`, OUT), await page.page.screenshot());
    }
    expect([theme, Math.max(off, MOST_SQUARES)]).toEqual([theme, MOST_SQUARES]);
  }
  const before = looks.get('high-contrast')!;
  expect(difference(before, looks.get('dark')!)).toBeGreaterThan(MOST_SQUARES);
  for (const change of [() => page.page.keyboard.press('Escape'), () => page.page.getByLabel('Lanes by').selectOption('kind')]) {
    const was = await lookOf(page);
    await change();
    await page.rest();
    expect(difference(was, await lookOf(page))).toBeGreaterThan(MOST_SQUARES);
  }
});
