import { expect, test } from 'vitest';
import { readDraft } from '../../../src/core/draft/index.ts';
import { evidenceOf, writeEvidence, type EvidenceWords } from '../../../src/core/quotations/evidence.ts';
import { quotedIn, reportOf } from '../../../src/core/quotations/quoted.ts';
import { searchTexts } from '../../../src/core/quotations/searchText.ts';
import { verifyQuotation } from '../../../src/core/quotations/verify.ts';
import { EMPTY_DRAFT_CONTEXT, passageOf } from './support.ts';

const texts = searchTexts([passageOf('The keeper kept a ledger | of <all> *lamps*.', { page: '41', citekey: 'quill1999', section: '2.5' })]);
const DRAFT = 'A sentence that cites nothing.\n\nHe “kept a ledger | of <all> *lamps*” [@quill1999, p. 3].\n\nA claim.[^1] Another [@quill1999].\n\n[^1]: [@quill1999, p. 41].\n';
const reading = readDraft(DRAFT, EMPTY_DRAFT_CONTEXT);
const rows = evidenceOf(reading, quotedIn(reading).map(quoted => reportOf(quoted, verifyQuotation(quoted.quotation.text, texts))));
const words: EvidenceWords = { title: 'Evidence', columns: ['S', 'C', 'Q', 'P', 'Where', 'Page', 'State'], state: row => row.state + (row.isElsewhere ? ' elsewhere' : '') };

test('sentences that cite have a row each, in their order, with what their quotations were compared with', () => {
  expect(rows.map(row => [row.citation, row.quotation, row.place, row.page, row.state, row.isElsewhere])).toEqual([
    ['[@quill1999, p. 3]', 'kept a ledger | of <all> *lamps*', 'quill1999, sec. 2.5', '41', 'exact', true],
    ['[@quill1999, p. 41]', '', '', '', 'no-quotation', false],
    ['[@quill1999]', '', '', '', 'no-quotation', false],
  ]);
  expect(rows[0]!.passage).toBe('The keeper kept a ledger | of <all> *lamps*.');
});

test('nothing in a draft or a source becomes markup of the table', () => {
  const line = writeEvidence(rows, 'md', words).split('\n').find(one => one.includes('kept'))!;
  expect(line).toContain('kept a ledger \\| of \\<all\\> \\*lamps\\*');
  expect(line.replace(/\\./g, '').split('|').length - 2).toBe(7);
  expect(writeEvidence(rows, 'html', words)).toContain('<td>kept a ledger | of &#60;all&#62; *lamps*</td>');
  const csv = writeEvidence([{ ...rows[0]!, quotation: '=SUM(1)', sentence: 'a, "b"' }], 'csv', words).split('\r\n');
  expect(csv[0]).toBe('S,C,Q,P,Where,Page,State');
  expect(csv[1]).toMatch(/^"a, ""b""",/);
  expect(csv[1]).toContain(",'=SUM(1),");
});
