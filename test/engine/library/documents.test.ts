import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { TextBlock } from '../../../src/core/library/types.ts';
import { DocumentReader, READING_LIMITS } from '../../../src/engine/library/documents/documentReader.ts';
import { withoutTextBoxes } from '../../../src/engine/library/documents/odtFrames.ts';
import { readZip, Unfolder, writeZip } from '../../../src/engine/library/documents/zip.ts';
import { importFile } from '../../../src/engine/library/importFile.ts';
import { readDocument } from '../../../src/engine/library/readFile.ts';
import { PandocInstance } from '../../../src/engine/pandoc/instance.ts';
import { bundledWorker } from '../bundledWorker.ts';
import { find, newIndex, temporaryFolder } from './support.ts';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const files = { worker: bundledWorker('src/engine/library/documents/documents.worker.ts'), wasm: path('node_modules/pandoc-wasm/src/pandoc.wasm'), cMaps: path('node_modules/pdfjs-dist/cmaps/') };
const reader = new DocumentReader(files);
const pandoc = await PandocInstance.start(await WebAssembly.compile(readFileSync(files.wasm)), 1024);
afterAll(() => { reader.dispose(); });

const DRAFT = `---
title: The Harbour Ledger
---

# 1 The keeper

The keeper kept a *ledger* of the harbour for many years.[^a] It was the “last” of its kind.

- A lamp
- A book

# 2 The office

Nobody wrote another.[^b]

| Year | Ships |
|------|-------|
| 1921 | 12    |

[^a]: See Quill, passim.

[^b]: Said in the town.

    And nowhere else.
`;

/** A document as a real word processor's file, which pandoc writes. */
function written(to: string, text = DRAFT): Uint8Array {
  return pandoc.convert({ options: { from: 'markdown', to, standalone: true }, input: text, files: {} }).output;
}
const read = (name: string, bytes: Uint8Array | string, with_ = reader) => {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, bytes);
  return readDocument(file, undefined, (format, content) => with_.read(format, content));
};
async function textOf(name: string, bytes: Uint8Array | string) {
  const reading = await read(name, bytes);
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return reading.text;
}
const shown = (blocks: readonly TextBlock[]) => blocks.map(({ kind, section, note, text }) => [kind, section, note, text].filter(Boolean).join(' / '));
async function refusal(name: string, bytes: Uint8Array | string) {
  const reading = await read(name, bytes);
  return reading.kind === 'refused' ? reading.code : reading.kind;
}

describe.each([['docx', 'docx'], ['odt', 'odt'], ['epub', 'epub'], ['html', 'html']])('a document in %s', (to, end) => {
  test('is read with its sections, its notes behind their paragraphs, its lists and tables', async () => {
    const text = await textOf(`ledger.${end}`, written(to));
    const blocks = shown(text.blocks).filter(block => !/^(?:text|heading)(?: \/ The Harbour Ledger)+$/.test(block));
    expect(text.sections.filter(section => section.number !== '')).toEqual([{ number: '1', title: 'The keeper' }, { number: '2', title: 'The office' }]);
    const keeper = ['heading / 1 / 1 The keeper', 'text / 1 / The keeper kept a ledger of the harbour for many years. It was the “last” of its kind.'];
    const office = ['heading / 2 / 2 The office', 'text / 2 / Nobody wrote another.'];
    const table = ['text / 2 / Year | Ships', 'text / 2 / 1921 | 12'];
    const notes = ['note / 1 / 1 / See Quill, passim.', 'note / 2 / 2 / Said in the town. And nowhere else.'];
    const items = ['text / 1 / A lamp', 'text / 1 / A book'];
    expect(blocks).toEqual([...keeper, notes[0], ...items, ...office, notes[1], ...table]);
  });
});

describe('a document that lies', () => {
  const packed = (parts: Record<string, string | Uint8Array>) => writeZip(new Map(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? new TextEncoder().encode(part) : part])));
  const docxWith = (name: string, part: string) => {
    const unfolder = new Unfolder();
    const parts = new Map([...readZip(written('docx')).values()].map(entry => [entry.name, unfolder.unfold(entry)]));
    return writeZip(parts.set(name, new TextEncoder().encode(part)));
  };

  test('by entities, by names that lead out of it, by two parts of one name, is not read', async () => {
    expect(await refusal('a.docx', docxWith('word/document.xml', '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><w>&b;</w>'))).toBe('unsafe');
    expect(await refusal('a.docx', docxWith('../../evil.xml', '<a/>'))).toBe('unsafe');
    expect(await refusal('a.docx', docxWith('C:\\evil.xml', '<a/>'))).toBe('unsafe');
    expect(await refusal('a.docx', docxWith('word/deep.xml', '<a>'.repeat(5000) + '</a>'.repeat(5000)))).toBe('unsafe');
    const epub = packed({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '<!DOCTYPE x [<!ENTITY lol "lol">]><x>&lol;</x>' });
    expect(await refusal('a.epub', epub)).toBe('unsafe');
  });

  test('by parts that unfold without end is not read, whatever its directory says', async () => {
    const bomb = deflateRawSync(new Uint8Array(80_000_000));
    const zip = writeZip(new Map([['[Content_Types].xml', new TextEncoder().encode('<a/>')], ['_rels/.rels', new TextEncoder().encode('<a/>')], ['word/document.xml', bomb]]));
    // The part says that it is packed.
    const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
    for (let at = 0; at + 46 < zip.length; at++) if (view.getUint32(at, true) === 0x02014b50 && Buffer.from(zip.subarray(at + 46, at + 63)).toString() === 'word/document.xml') view.setUint16(at + 10, 8, true);
    expect(await refusal('bomb.docx', zip)).toBe('unsafe');
  });

  test.each([
    ['a PDF called DOCX', 'a.docx', '%PDF-1.7', 'not-text'], ['a text called PDF', 'a.pdf', 'Some words.', 'not-text'], ['a ZIP of nothing', 'a.docx', packed({ 'a.txt': 'a' }), 'damaged'],
    ['an archive cut short', 'a.odt', written('odt').slice(0, 3000), 'damaged'], ['nothing', 'a.epub', '', 'damaged'],
    ['a locked DOCX', 'a.docx', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'encrypted'],
    ['a locked ODT', 'a.odt', packed({ mimetype: 'x', 'content.xml': '<a/>', 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>' }), 'encrypted'],
    ['a PDF of garbage', 'a.pdf', '%PDF-1.7\nnothing of this is a PDF', 'damaged'],
  ])('%s is told apart', async (_, name, bytes, code) => {
    expect(await refusal(name, bytes)).toBe(code);
  });

  describe('about the width of its tables loses no cell', () => {
    const cell = (words: string, more = '') => `<w:tc>${more}<w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const grid = (columns: number) => `<w:tblGrid>${'<w:gridCol w:w="100"/>'.repeat(columns)}</w:tblGrid>`;
    const two = row(cell('1921'), cell('12'), cell('ice')) + row(cell('1922'), cell('9'), cell('none'));
    const ROWS = ['1921 | 12 | ice', '1922 | 9 | none'];
    test.each<[name: string, table: string, expected: string[]]>([
      ['without a grid', two, ROWS], ['with a grid that is too narrow', grid(1) + two, ROWS], ['with an empty grid', `<w:tblGrid/>${two}`, ROWS],
      ['under a title in one cell', grid(3) + row(cell('Ships of the harbour')) + two, ['Ships of the harbour', ...ROWS]],
      ['under a title over all columns and without a grid', row(cell('Ships of the harbour', '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>')) + two, ['Ships of the harbour', ...ROWS]],
      ['under a title in a cell with properties', row(cell('Ships of the harbour', '<w:tcPr/>')) + two, ['Ships of the harbour', ...ROWS]],
      ['in a cell of another', row(`<w:tc><w:tbl>${row(cell('Title')) + two}</w:tbl><w:p/></w:tc>`), ['Title', ...ROWS]],
      ['that is as it should be', grid(3) + row(cell('Ships', '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'), cell('Ice')) + two, ['Ships | Ice', ...ROWS]],
    ])('%s', async (_, table, expected) => {
      const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tblPr/>${table}</w:tbl><w:p/></w:body></w:document>`;
      expect((await textOf('a.docx', docxWith('word/document.xml', document))).blocks.map(({ text }) => text)).toEqual(expected);
    });
  });

  test('by hiding its words shows none of them, and that is said', async () => {
    const run = (words: string, hidden: string) => `<w:r><w:rPr>${hidden}</w:rPr><w:t xml:space="preserve">${words} </w:t></w:r>`;
    const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${run('Seen', '')}${run('unseen', '<w:vanish/>')}${run('again.', '<w:vanish w:val="0"/>')}</w:p></w:body></w:document>`;
    const text = await textOf('a.docx', docxWith('word/document.xml', document));
    expect(shown(text.blocks)).toEqual(['text / Seen again.']);
    expect(text.problems).toEqual([{ code: 'hidden-text', value: '1' }]);
    const page = await textOf('a.html', '<p>Seen <span style="display: none">unseen</span> again.</p><div hidden>Unseen.</div><script>unseen()</script><nav>Home</nav>');
    expect(shown(page.blocks).join(' ')).not.toMatch(/unseen/i);
  });
});

test('the pages of the printed book are told where a document marks them', async () => {
  const text = await textOf('a.html', '<p><span role="doc-pagebreak" id="page12" aria-label="12"></span>One.</p><p>Two <span epub:type="pagebreak" id="p-page_13" title="13"></span>three.</p>');
  expect(text.blocks.map(block => [block.text, block.page, block.turns])).toEqual([['One.', '12', []], ['Two three.', '12', [{ at: 4, page: '13' }]]]);
});

test('an encoding that a page names is used', async () => {
  const page = await textOf('a.html', Buffer.from('<html><head><meta charset="iso-8859-1"></head><body><p>Pérez</p></body></html>', 'latin1'));
  expect(shown(page.blocks)).toEqual(['text / Pérez']);
  expect(page.problems).toEqual([]);
});

test('what stands in a text box of a word processor is read behind its paragraph', async () => {
  const box = (words: string) => `<draw:frame><draw:text-box fo:min-height="1cm">${words}</draw:text-box></draw:frame>`;
  const note = '<text:note text:id="n" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>';
  const unfolder = new Unfolder();
  const parts = new Map([...readZip(written('odt')).values()].map(entry => [entry.name, unfolder.unfold(entry)]));
  const content = new TextDecoder().decode(parts.get('content.xml')).replace(/(<office:text[^>]*>)[^]*(<\/office:text>)/, `$1<text:p>Be${box(`<text:p>In ${box('<text:p>the inner</text:p>')}it.</text:p><text:p/>`)}side${note} it.</text:p><text:p>After.</text:p>$2`);
  const text = await textOf('a.odt', writeZip(parts.set('content.xml', new TextEncoder().encode(content))));
  expect(shown(text.blocks)).toEqual(['text / Beside it.', 'note / 1 / A note.', 'text / In it.', 'text / the inner', 'text / After.']);
});

test.each(['<text:p><draw:text-box></text:p></draw:text-box>', '<text:p><draw:text-box>', '</draw:text-box>', '<draw:text-box/>'])('XML whose text boxes do not pair stays as it is: %s', xml => {
  expect(withoutTextBoxes(xml)).toBe(xml);
});

describe('a web page with notes', () => {
  const back = (name: string, target: string, label: string) => `<a id="${name}" href="#${target}">${label}</a>`;
  test.each([
    ['an encyclopedia', '<p>The harbour froze<sup id="ref-1"><a href="#note-1"><span>&#91;</span>1<span>&#93;</span></a></sup> early.</p><ol><li id="note-1"><span class="mw-cite-backlink">^ <a href="#ref-1"><sup><i>a</i></sup></a></span> <span>Quill 2000.</span></li></ol>'],
    ['Word', '<p>The harbour froze<a href="#_ftn1" name="_ftnref1"><span><span>[1]</span></span></a> early.</p><div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Quill 2000.</p></div></div>'],
    ['LibreOffice', `<p>The harbour froze${back('sdfootnote1anc', 'sdfootnote1sym', '<sup>1</sup>')} early.</p><div id="sdfootnote1"><p>${back('sdfootnote1sym', 'sdfootnote1anc', '1')}Quill 2000.</p></div>`],
    ['Google Docs', `<p><span>The harbour froze</span><sup>${back('ftnt_ref1', 'ftnt1', '[1]')}</sup><span>&nbsp;early.</span></p><hr><div><p>${back('ftnt1', 'ftnt_ref1', '[1]')}<span>&nbsp;Quill 2000.</span></p></div>`],
    ['a writer of Markdown', '<p>The harbour froze<sup><a href="#fn1" id="fnref1">[1]</a></sup> early.</p><section class="footnotes"><ol><li id="fn1"><p>Quill 2000. <a href="#fnref1">↩︎</a></p></li></ol></section>'],
  ])('of %s has no marks among its words', async (_, page) => {
    expect(shown((await textOf('a.html', page)).blocks)).toEqual(['text / The harbour froze early.', 'note / 1 / Quill 2000.']);
  });

  test('tells where a note ends, and leaves links that are no marks as they are', async () => {
    const page = `<p>See <a href="#two">2</a> and <a href="#three">page 3</a> of <a href="#mill">the mill</a>.<sup><a href="#n1">1</a>,<a href="#n7">7</a></sup> 10<sup>th</sup> of <sup><a href="other.html#n1">2</a></sup></p>
      <h2 id="two">Two</h2><p id="mill">A mill.</p><div><p><a id="n1" href="#x">1</a>. First.</p><p>Of two paragraphs.</p><p><a id="n7"></a>7 7 years.</p></div><p>After.</p>`;
    expect(shown((await textOf('a.html', page)).blocks)).toEqual([
      'text / See 2 and page 3 of the mill. 10th of 2', 'heading / Two / Two', 'text / Two / A mill.', 'note / Two / 1 / First. Of two paragraphs.', 'note / Two / 7 / 7 years.', 'text / Two / After.',
    ]);
  });
});

test('definitions, captions and lists in cells are each words of their own', async () => {
  const page = '<dl><dt>Ebb</dt><dd>It goes out.</dd><dd>Twice a day.</dd></dl><figure><img src="x"><figcaption>The pier.</figcaption></figure><table><caption>The tides.</caption><tr><td>Ebb</td><td><ul><li>low</li><li>dry</li></ul></td></tr></table><h2>Quay<span class="mw-editsection">[edit]</span></h2>';
  expect(shown((await textOf('a.html', page)).blocks)).toEqual(['text / Ebb', 'text / It goes out.', 'text / Twice a day.', 'aside / The pier.', 'aside / The tides.', 'text / Ebb | low dry', 'heading / Quay / Quay']);
});

describe('a table', () => {
  test.each([[','], [';'], ['\t']])('parted by %j is read row by row, a formula as its letters', async mark => {
    const rows = [['year', 'place', 'note'], ['1991', 'Paris', '"Signed, at last"'], ['1992', '', '=1+1']];
    const text = await textOf('acts.csv', rows.map(row => row.join(mark)).join('\r\n'));
    expect(shown(text.blocks)).toEqual(['text / row 2 / year: 1991 · place: Paris · note: Signed, at last', 'text / row 3 / year: 1992 · note: =1+1']);
  });
});

test.each(['sep=;', '"sep=;"'])('a table in which a spreadsheet says first what parts its fields, %s, is read by it', async said => {
  const text = await textOf('acts.csv', `${said}\r\nyear;place\r\n1991;Paris, France\r\n`);
  expect(shown(text.blocks)).toEqual(['text / row 3 / year: 1991 · place: Paris, France']);
});

test('what takes too long, too much, or is not wanted any more is given up, and the next is read', async () => {
  const hasty = new DocumentReader(files, { ...READING_LIMITS, stallMs: -1 });
  const greedy = new DocumentReader(files, { ...READING_LIMITS, memoryMb: -1e6 });
  expect(await read('a.html', '<p>Words.</p>', hasty)).toMatchObject({ kind: 'refused', code: 'time' });
  expect(await read('a.html', '<p>Words.</p>', greedy)).toMatchObject({ kind: 'refused', code: 'memory' });
  expect(await reader.read('html', new TextEncoder().encode('<p>Words.</p>'), { isCancelled: () => true })).toMatchObject({ kind: 'refused', code: 'cancelled' });
  expect(await refusal('a.html', '<p>Words.</p>')).toBe('read');
  expect(await read('a.html', '<p>Words.</p>', new DocumentReader({ ...files, worker: join(temporaryFolder(), 'none.cjs') }))).toMatchObject({ kind: 'refused', code: 'no-reader' });
});

test('a document is imported, found, and imported once', async () => {
  const index = await newIndex();
  const file = join(temporaryFolder(), 'ledger.docx');
  writeFileSync(file, written('docx'));
  const bring = () => importFile(index, { key: 'k', shelf: 'sources', path: file, citekey: 'quill1999', title: 'Ledger' }, (format, bytes) => reader.read(format, bytes));
  expect(await bring()).toMatchObject({ state: 'imported', notes: 2 });
  expect((await find(index, 'passim')).hits[0]).toMatchObject({ kind: 'note', note: '1', section: '1', start: 0, end: 0 });
  expect(await bring()).toEqual({ state: 'unchanged' });
});
