import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WordsOnPage } from '../../src/core/library/wordsByPage.ts';
import { lines, makePdf, type Run } from '../engine/library/makePdf.ts';
import { violationsOf } from './axe.ts';
import { PdfTestPage, type OpenPdf } from './pdfSupport.ts';
import { SCANNED_WORDS, scannedPdf } from './scans.ts';
import { openTestBrowser, type TestBrowser } from './support.ts';
import type { ThemeName } from './themes.ts';

let browser: TestBrowser | undefined;
const opened: PdfTestPage[] = [];
beforeAll(async () => { browser = await openTestBrowser(); }, 180_000);
afterAll(async () => { await browser?.browser.close(); });
afterEach(async () => {
  const pages = opened.splice(0);
  await Promise.all(pages.map(page => page.page.close()));
  expect(pages.flatMap(page => page.reports)).toEqual([]);
});

const LETTERS = ['The keeper kept a ledger of the har-', 'bour for many years, and nobody knew', 'what he wrote in it with his green pencil.'];
/** A page with its number as printed, 40 more than it is counted. */
const page = (index: number): Run[] => [[300, 560, 8, `The Harbour ${index + 41}`], ...lines(40, 500, 12, index === 4 ? LETTERS : [`Here stands what is said on page ${index + 41}.`, 'It goes on for a line.'])];
const FILE = makePdf(Array.from({ length: 12 }, (_, index) => page(index)));
const WORDS: WordsOnPage = { label: '45', ordinal: 4, exact: 'kept a ledger of the harbour for many years', prefix: 'The keeper ', suffix: ', and nobody knew' };

async function open(options: Partial<OpenPdf> = {}): Promise<PdfTestPage> {
  const made = await PdfTestPage.open(browser!.context, { bytes: FILE, words: [WORDS], ...options });
  opened.push(made);
  return made;
}
async function shown(options: Partial<OpenPdf> = {}): Promise<PdfTestPage> {
  const made = await open(options);
  await made.shown();
  return made;
}
/** What the toolbar says of the page in view: `p. 45 (5 of 12)`. */
const place = (made: PdfTestPage) => made.page.locator('.toolbar').evaluate(bar => [...bar.querySelectorAll<HTMLElement>('.place, .field')].filter(one => !one.hidden).map(one => one instanceof HTMLInputElement ? one.value : one.textContent).join(' '));

describe('a PDF', () => {
  test('is drawn at the words, which are marked, and the page is named as it is printed', async () => {
    const made = await shown();
    const { page: window } = made;
    const marks = await window.locator('.mark').evaluateAll(all => all.map(mark => { const { top, left, width, height } = mark.getBoundingClientRect(); return { top, left, width, height }; }));
    expect(marks).toHaveLength(2);
    expect(marks[0]!.top).toBeGreaterThan(150);
    expect(marks[1]!.top).toBeLessThan(700);
    expect(await place(made)).toBe('p. 45 (5 of 12)');
    expect(await window.locator('[role=status]').innerText()).toBe('The words are marked on page 45.');
    expect(await window.locator('.sheet').nth(4).getAttribute('aria-label')).toBe('Page 45, 5 of 12');
  });

  test.each<[name: string, index: number, topLeft: string, bottomRight: string]>([
    ['as JBIG2', 0, '0 0 0', '255 255 255'], ['as JPEG 2000', 1, '200 30 30', '30 30 200'], ['as a fax', 2, '0 0 0', '255 255 255'],
  ])('that was scanned and stored %s is drawn, under its marks', async (_, index, topLeft, bottomRight) => {
    const made = await shown({ bytes: scannedPdf(), words: [{ label: '', ordinal: index, exact: SCANNED_WORDS[index]!, prefix: '', suffix: '' }] });
    const sheet = made.page.locator('.sheet').nth(index);
    expect(await sheet.locator('.mark').count()).toBe(1);
    // In shares of the page: within its dark quarter, beside it, under it, and within the quarter of streaks. JPEG 2000 gives up a little of its colours.
    const colours = await sheet.locator('canvas').evaluate((canvas, places) => places.map(([x, y]) => {
      const own = canvas as HTMLCanvasElement;
      return [...own.getContext('2d')!.getImageData(Math.round(x * own.width), Math.round(y * own.height), 1, 1).data.slice(0, 3)].map(value => [0, 30, 200, 255].find(one => Math.abs(value - one) < 5) ?? value).join(' ');
    }), [[0.35, 0.35], [0.75, 0.25], [0.25, 0.75], [42 / 64, 36 / 48]] as const);
    expect(colours).toEqual([topLeft, '255 255 255', '255 255 255', bottomRight]);
  });

  test.each<ThemeName>(['dark', 'light', 'high-contrast', 'high-contrast-light'])('has nothing that axe would find, %s', async theme => {
    const made = await shown({ theme });
    expect(await violationsOf(made.page)).toEqual([]);
  });

  test('is read by its keys: pages, sizes, back to the words, and its text', async () => {
    const made = await shown();
    const press = async (key: string) => { await made.page.keyboard.press(key); await made.rest(); };
    const inkOf = (index: number) => made.page.locator('.sheet').nth(index).locator('canvas').count();
    await press('n');
    expect(await place(made)).toBe('p. 46 (6 of 12)');
    expect(await inkOf(5)).toBe(1);
    await press('p');
    await press('p');
    expect(await place(made)).toBe('p. 44 (4 of 12)');
    await press('g');
    await made.page.keyboard.type('52');
    await press('Enter');
    expect(await place(made)).toBe('p. 52 (12 of 12)');
    expect(await inkOf(4), 'what is far away is not drawn any more').toBe(0);
    await made.page.keyboard.type('99');
    await press('Enter');
    expect(await made.page.locator('.field').getAttribute('aria-invalid')).toBe('true');
    await press('Escape');
    await press('m');
    expect(await place(made)).toBe('p. 45 (5 of 12)');
    const width = () => made.page.locator('.paper').nth(4).evaluate(paper => paper.getBoundingClientRect().width);
    const fitted = await width();
    await press('-');
    expect(await width()).toBeLessThan(fitted);
    expect(await place(made), 'another size is no other page').toBe('p. 45 (5 of 12)');
    await press('+');
    await press('+');
    expect(await width()).toBeGreaterThan(fitted);
    await press('0');
    expect(Math.abs(await width() - fitted)).toBeLessThan(1);
    await press('t');
    await made.said('showText');
  });

  test('gives the words that are selected as they are read', async () => {
    const made = await shown();
    const text = await made.page.evaluate(() => {
      const layer = document.querySelectorAll('.sheet')[4]!.querySelector('.textLayer')!;
      getSelection()!.selectAllChildren(layer);
      return getSelection()!.toString();
    });
    expect(text.split('\n').map(line => line.trim()).filter(Boolean)).toEqual(['The Harbour 45', ...LETTERS]);
  });

  test('shows other words of the same file, on two pages where they are parted by the end of one, and says when they are on none', async () => {
    const made = await shown();
    await made.show([{ label: '47', ordinal: 6, exact: 'said on page 47. It goes on for a line.', prefix: '', suffix: '' }, { label: '48', ordinal: 7, exact: 'Here stands what is said', prefix: '', suffix: '' }]);
    const marksOn = (index: number) => made.page.locator('.sheet').nth(index).locator('.mark').count();
    expect(await marksOn(6)).toBe(2);
    expect(await place(made)).toBe('p. 47 (7 of 12)');
    await made.page.keyboard.press('n');
    await made.rest();
    expect(await marksOn(7)).toBe(1);
    await made.show([{ label: '43', ordinal: 2, exact: 'nothing of the kind was ever printed', prefix: '', suffix: '' }]);
    await made.said('missing');
    expect(await made.page.locator('[role=status]').innerText()).toMatch(/^The words were not found on these pages\./);
    expect(await made.page.locator('.mark').count()).toBe(0);
    expect(await place(made)).toBe('p. 43 (3 of 12)');
  });

  test('is where it was left when it was hidden', async () => {
    const made = await shown();
    await made.page.keyboard.press('n');
    await made.page.keyboard.press('n');
    await made.rest();
    await made.page.reload();
    await made.shown();
    expect(await place(made)).toBe('p. 47 (7 of 12)');
  });

  test('of a thousand pages draws a few', async () => {
    const made = await shown({ bytes: makePdf(Array.from({ length: 1000 }, (_, index) => page(index))), words: [{ ...WORDS, label: '', ordinal: 900 }] });
    expect(await place(made)).toBe('5 of 1000');
    expect(await made.page.locator('canvas.drawn').count()).toBeLessThan(6);
  });

  test('that is locked, damaged or none is refused with the reason, and nothing of it is run', async () => {
    const text = Buffer.from(FILE).toString('latin1');
    const locked = text.replace('/Root 1 0 R', `/Root 1 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`);
    for (const [bytes, reason] of [[locked, 'encrypted'], ['%PDF-1.7\nnothing of this is a PDF', 'damaged'], ['', 'damaged']] as const) {
      const made = await open({ bytes: Buffer.from(bytes, 'latin1') });
      expect((await made.said('refused')).reason).toBe(reason);
    }
    const acting = makePdf([page(4)], { labels: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' });
    const made = await shown({ bytes: acting });
    expect(await made.page.locator('.mark').count()).toBe(2);
  });

  test('in a script of East Asia is drawn by the maps that come along', async () => {
    const japanese = Buffer.from(Buffer.from(makePdf([[[40, 500, 20, 'MARK']]])).toString('latin1')
      .replace('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>', '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UTF16-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> /FontDescriptor << /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>')
      .replace('(MARK)', '<65e5672c>'), 'latin1');
    const made = await shown({ bytes: japanese, words: [{ label: '1', ordinal: 0, exact: '日本', prefix: '', suffix: '' }] });
    expect(await made.page.locator('.textLayer span').first().innerText()).toBe('日本');
  });
});
