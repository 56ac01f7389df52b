import { mkdirSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Frequencies } from '../../../src/engine/library/frequencies.ts';
import { importFile } from '../../../src/engine/library/importFile.ts';
import { MAX_TEXT } from '../../../src/engine/library/readFile.ts';
import { verify } from '../../../src/engine/library/verifyInTexts.ts';
import { find, newIndex, temporaryFolder, textOf } from './support.ts';

const WORDS = 'The keeper kept a ledger of the harbour for many years.1 It was the last of its kind.\n\n1 See Quill, passim.\n';

async function imported(content: string | Uint8Array, name = 'quill.txt') {
  const index = await newIndex();
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return { index, path, report: await importFile(index, { key: 'k', shelf: 'sources', path, citekey: 'quill1999', title: 'Ledger' }) };
}

describe('a file', () => {
  test('is imported, and found with its notes', async () => {
    const { index, report } = await imported(WORDS);
    expect(report).toEqual({ state: 'imported', passages: 2, pages: 0, notes: 1, problems: [] });
    expect((await find(index, 'passim')).hits[0]).toMatchObject({ kind: 'note', note: '1', citekey: 'quill1999' });
  });

  test('that has not changed is not read into the index again; one that has is', async () => {
    const { index, path } = await imported(WORDS);
    const again = () => importFile(index, { key: 'k', shelf: 'sources', path, citekey: 'quill1999', title: 'Ledger' });
    expect(await again()).toEqual({ state: 'unchanged' });
    writeFileSync(path, 'Something else.');
    expect(await again()).toMatchObject({ state: 'imported' });
    expect((await find(index, 'ledger')).total).toBe(0);
  });

  test('that was there as a draft becomes the text of its source, and stays it', async () => {
    const { index, path } = await imported(WORDS, 'quill.md');
    const key = 'a draft';
    const as = (shelf: 'sources' | 'drafts') => importFile(index, { key, shelf, path, citekey: shelf === 'drafts' ? '' : 'quill1999', title: 'quill.md' });
    index.remove(['k']);
    expect(await as('drafts')).toMatchObject({ state: 'imported' });
    expect(await as('sources')).toMatchObject({ state: 'imported' });
    expect(await as('drafts')).toEqual({ state: 'unchanged' });
    expect(index.text(key)).toMatchObject({ shelf: 'sources', citekey: 'quill1999' });
    expect((await find(index, 'ledger')).total).toBe(1);
  });

  test('with the same bytes as another is told to be its duplicate', async () => {
    const { index, path } = await imported(WORDS);
    expect(await importFile(index, { key: 'other', shelf: 'sources', path, citekey: '', title: '' })).toEqual({ state: 'duplicate', key: 'k' });
  });

  test.each([
    ['UTF-16 without a mark', Buffer.from(WORDS, 'utf16le'), ['guessed-encoding']],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${WORDS}`, 'utf16le'), []],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${WORDS}`), []],
    ['Latin-1', Buffer.from(WORDS.replace('keeper', 'k\u00e9eper'), 'latin1'), ['guessed-encoding']],
  ])('in %s is read', async (_, bytes, problems) => {
    const { index, report } = await imported(bytes);
    expect(report).toMatchObject({ state: 'imported', problems: problems.map(code => ({ code })) });
    expect((await find(index, 'ledger harbour')).total).toBe(1);
  });

  test.each([
    ['a PDF by the wrong name', '%PDF-1.7\n', 'quill.txt', 'not-text'],
    ['a ZIP by the wrong name', 'PK\u0003\u0004....', 'quill.md', 'not-text'],
    ['a format that is not known', 'x', 'quill.exe', 'unknown-format'],
  ])('that is %s is refused', async (_, content, name, code) => {
    expect((await imported(content, name)).report).toMatchObject({ state: 'refused', code });
  });

  test('of nothing is imported as one without text, and that is said', async () => {
    expect((await imported('')).report).toMatchObject({ state: 'imported', passages: 0, problems: [{ code: 'no-text' }] });
  });

  test('that is a folder, a pipe, too large or not there is refused', async () => {
    const folder = temporaryFolder();
    const index = await newIndex();
    const code = async (name: string) => {
      const report = await importFile(index, { key: name, shelf: 'sources', path: join(folder, name), citekey: '', title: '' });
      return report.state === 'refused' ? report.code : report.state;
    };
    mkdirSync(join(folder, 'folder.txt'));
    writeFileSync(join(folder, 'large.txt'), Buffer.alloc(MAX_TEXT + 1));
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await code('folder.txt')).toBe('not-a-file');
    expect(await code('pipe.txt')).toBe(process.platform === 'win32' ? 'not-there' : 'not-a-file');
    expect(await code('large.txt')).toBe('too-large');
    expect(await code('none.txt')).toBe('not-there');
  });
});

describe('a quotation', () => {
  test('is verified against the text of the work that is cited, and else against those that share its words', async () => {
    const { index } = await imported(WORDS);
    const check = (words: string, ...citekeys: string[]) => verify(index, new Frequencies(index), words, citekeys).state;
    expect(check('kept a ledger of the harbour', 'quill1999')).toBe('exact');
    expect(check('kept a ledger of the harbour')).toBe('exact');
    expect(check('kept a ledger of the harbour', 'martin2018')).toBe('no-text');
    expect(check('nothing of this stands anywhere')).toBe('not-found');
  });

  test('whose rarest words stand together in many passages is found in the one that has all its words', async () => {
    const index = await newIndex();
    const [rare, common] = [['ox', 'elk', 'gull', 'lamp', 'quay', 'tarn'], ['of', 'the', 'and', 'was', 'its', 'for', 'with', 'by']];
    const quotation = common.map((word, at) => [rare[at], word].filter(Boolean).join(' ')).join(' ');
    const decoys = Array.from({ length: 120 }, () => rare.toReversed().join(' '));
    const fillers = Array.from({ length: 400 }, () => common.join(' '));
    index.put([textOf('decoys', [...decoys, ...fillers]), textOf('quoted', [`${quotation} ${Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')}`])]);
    expect(verify(index, new Frequencies(index), quotation, [])).toMatchObject({ state: 'exact', matches: [{ passage: { textKey: 'quoted' } }] });
  });

  test('that was altered is found where most of its words stand, in the work that is cited or anywhere, also over the border of two passages', async () => {
    const index = await newIndex();
    const fillers = (name: string) => Array.from({ length: 300 }, (_, at) => `The ${name} of the year ${at} was kept in the harbour and the tower by its keeper.`);
    index.put([
      textOf('ledger', fillers('ledger')),
      textOf('quoted', [...fillers('lamp'), 'At last the commission had resolved that both', 'brothers shall mend the sluice before winter.', ...fillers('rope')]),
    ]);
    const place = { state: 'altered', matches: [{ exact: 'the commission had resolved that both brothers shall mend the sluice', passage: { textKey: 'quoted', text: 'At last the commission had resolved that both' } }] };
    const quotation = 'the commission has resolved that both brothers must mend the sluice';
    expect(verify(index, new Frequencies(index), quotation, ['quoted'])).toMatchObject(place);
    expect(verify(index, new Frequencies(index), quotation, [])).toMatchObject(place);
    expect(verify(index, new Frequencies(index), quotation, ['ledger'])).toMatchObject({ state: 'not-found' });
  });
});
