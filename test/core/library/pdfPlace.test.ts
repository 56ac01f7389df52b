import { describe, expect, test } from 'vitest';
import { findOnPage, pageAsked, pagesToLookAt, printedLabels } from '../../../src/core/library/pdfPlace.ts';
import { runOf, type PdfRun } from '../../../src/core/library/reading/pdfLines.ts';

/** A run for each text; one that begins with `^` is raised and small, a line ends behind one that ends with `/`. */
function runs(...texts: readonly string[]): PdfRun[] {
  let [x, y] = [40, 700];
  return texts.map(written => {
    const isRaised = written.startsWith('^');
    const endsLine = written.endsWith('/');
    const text = written.replace(/^\^|\/$/g, '');
    const run: PdfRun = { text, x, y: isRaised ? y + 4 : y, width: text.length * 5, height: isRaised ? 6 : 10, endsLine };
    if (endsLine) { x = 40; y -= 13; } else { x += run.width; }
    return run;
  });
}

/** What is marked of each run, `|` between them. */
function marked(page: readonly PdfRun[], exact: string, prefix = '', suffix = ''): string | undefined {
  const found = findOnPage(page, { exact, prefix, suffix });
  return found && `${found.isSure ? '' : 'like: '}${found.spans.map(({ run, start, end }) => page[run]!.text.slice(start, end)).join('|')}`;
}

describe('words on a page', () => {
  test.each<[string, readonly string[], string, string]>([
    ['over the end of a line', ['The keeper kept a/', 'ledger of it/'], 'keeper kept a ledger', 'keeper kept a|ledger'],
    ['parted by a hyphen at the end of a line', ['a ledger of the har-/', 'bour, long ago/'], 'ledger of the harbour', 'ledger of the har-|bour'],
    ['with a hyphen of their own at the end of a line', ['of a well-/', 'known keeper/'], 'a well-known keeper', 'a well-|known keeper'],
    ['with a soft hyphen', ['the har\u00ad/', 'bour master/'], 'the harbour master', 'the har\u00ad|bour master'],
    ['with ligatures', ['the ﬁrst oﬃce/'], 'the first office', 'the ﬁrst oﬃce'],
    ['with other quotation marks and dashes', ['the “quay” – so called/'], 'the "quay" - so called', 'the “quay” – so called'],
    ['over the mark of a note', ['It was lost', '^12', ' at sea, they say/'], 'was lost at sea', 'was lost| at sea'],
    ['in many runs of one line', ['The ', 'kee', 'per ', 'kept it/'], 'keeper kept', 'kee|per |kept'],
  ])('are found %s', (_, texts, exact, expected) => { expect(marked(runs(...texts), exact)).toBe(expected); });

  test('are those with the same words around them', () => {
    const page = runs('the first ledger was lost/', 'the last ledger was found/');
    expect(marked(page, 'ledger was', 'the last ', ' found')).toBe('ledger was');
    expect(findOnPage(page, { exact: 'ledger was', prefix: 'the last ', suffix: ' found' })?.spans[0]).toEqual({ run: 1, start: 9, end: 19 });
  });

  test('go on behind what stands between them, as words that are like them', () => {
    const page = runs('The keeper kept a ledger of the/', 'The Harbour 42/', 'quay for many years and was proud/');
    expect(marked(page, 'keeper kept a ledger of the quay for many years and was proud')).toMatch(/^like: keeper kept a ledger of the\|.*proud$/);
  });

  test('are not what only has some of them', () => {
    expect(marked(runs('Nobody kept anything here/'), 'kept a ledger of the harbour')).toBeUndefined();
    expect(marked([], 'kept')).toBeUndefined();
  });

  test('are not those that stand upright', () => {
    const item = { str: 'DRAFT', width: 50, height: 20, hasEOL: false };
    expect(runOf({ ...item, transform: [0, 20, -20, 0, 10, 10] })).toBeUndefined();
    expect(runOf({ ...item, transform: [20, 0, 0, 20, 10, 30] })).toEqual({ text: 'DRAFT', x: 10, y: 30, width: 50, height: 20, endsLine: false });
    const [first, second] = runs('The keeper/', 'kept it/');
    expect(findOnPage([first, undefined, second], { exact: 'keeper kept', prefix: '', suffix: '' })?.spans.map(({ run }) => run)).toEqual([0, 2]);
  });
});

describe('the pages of a file', () => {
  test('are looked at from those of the label on, and then from where the words are likely', () => {
    expect(pagesToLookAt({ label: '1', ordinal: 3 }, ['i', 'ii', '1', '2', '1'], 5)).toEqual([2, 4, 3, 1, 0]);
    expect(pagesToLookAt({ label: '17', ordinal: 2 }, [], 4)).toEqual([2, 1, 3, 0]);
    expect(pagesToLookAt({ label: '', ordinal: 9 }, ['', ''], 2)).toEqual([1, 0]);
  });

  test('are called as they are printed: as the file says, else as counted from one that is known', () => {
    expect(printedLabels(['i', 'ii', '1'], 3, { page: 2, label: '9' })).toEqual(['i', 'ii', '1']);
    expect(printedLabels(['1', '2', '3'], 3, { page: 1, label: '41' })).toEqual(['40', '41', '42']);
    expect(printedLabels([], 3, { page: 2, label: '1' })).toEqual(['', '', '1']);
    expect(printedLabels([], 2, { page: 1, label: 'iv' })).toEqual(['1', 'iv']);
    expect(printedLabels([], 2, undefined)).toEqual(['1', '2']);
  });

  test('are asked for as printed, else as counted', () => {
    const printed = ['i', 'ii', '41', '42'];
    expect(['42', 'p. 41', 'II', '1', ' 4 ', '5', '0', '', 'x'].map(asked => pageAsked(asked, printed))).toEqual([3, 2, 1, 0, 3, undefined, undefined, undefined, undefined]);
  });
});
