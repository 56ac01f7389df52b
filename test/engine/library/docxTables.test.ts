import { expect, test } from 'vitest';
import { withGrids } from '../../../src/engine/library/documents/docxTables.ts';
import { fc } from '../../properties.ts';

const TAGS = ['<w:tbl>', '</w:tbl>', '<w:tblGrid>', '<w:tblGrid/>', '</w:tblGrid>', '<w:gridCol w:w="1"/>', '<w:tr>', '</w:tr>', '<w:tr/>', '<w:tc>', '</w:tc>', '<w:tc/>', '<w:tcPr>', '</w:tcPr>', '<w:tcPr/>', '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="999999"/>', '<w:gridBefore w:val="2"/>', '<w:p/>', 'words'];

test('whatever the tags, nothing but grids and spans is put in, and what has them is left as it is', () => {
  const bare = (text: string) => text.replace(/<\/?w:(?:tblGrid|gridCol|gridSpan|tcPr)\b[^>]*>/g, '');
  fc.assert(fc.property(fc.array(fc.constantFrom(...TAGS), { maxLength: 60 }), tags => {
    const text = tags.join('');
    expect(bare(withGrids(text))).toBe(bare(text));
    expect(withGrids(text).length).toBeLessThan(text.length + 12_000);
  }));
  const whole = '<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc></w:tc><w:tc></w:tc></w:tr></w:tbl>';
  expect(withGrids(whole)).toBe(whole);
});

test('a great many tables that say they are wide do not make a document many times as long', () => {
  const text = '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr></w:tc></w:tr></w:tbl>'.repeat(20_000);
  expect(withGrids(text).length).toBeLessThan(2 * text.length);
});

test('a million letters of broken tags take no longer than whole ones', () => {
  const took = (text: string) => { const began = process.cpuUsage(); withGrids(text); const { user } = process.cpuUsage(began); return user; };
  took('<w:tc> '.repeat(150_000));
  expect(took('<w:tc '.repeat(170_000))).toBeLessThan(20 * (took('<w:tc> '.repeat(150_000)) + 20_000));
});
