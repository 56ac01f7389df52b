import { expect, test } from 'vitest';
import { parseFromPdf, parsePdfView, parseToPdf } from '../../../src/core/library/pdfProtocol.ts';

const place = { turn: 1, words: [{ label: '4', ordinal: 3, exact: 'a', prefix: '', suffix: '' }] };

test('messages of ours are taken as they are', () => {
  for (const message of [{ type: 'open', bytes: new Uint8Array(1), place }, { type: 'show', place }]) { expect(parseToPdf(message)).toBe(message); }
  for (const message of [{ type: 'ready' }, { type: 'refused', reason: 'encrypted' }, { type: 'missing' }, { type: 'showText' }]) { expect(parseFromPdf(message)).toBe(message); }
  expect(parsePdfView({ turn: 0, page: 3, down: 500, zoom: 0 })).toBeDefined();
});

test.each([
  [null], ['ready'], [{}], [{ type: 'toString' }], [{ type: 'open', bytes: [1], place }], [{ type: 'show' }], [{ type: 'show', place: { turn: -1, words: [] } }],
  [{ type: 'show', place: { turn: 1, words: [{ label: 4, ordinal: 3, exact: 'a', prefix: '', suffix: '' }] } }], [{ type: 'refused', reason: 'tired' }],
])('%j is none of them', message => {
  expect([parseToPdf(message), parseFromPdf(message), parsePdfView(message)]).toEqual([undefined, undefined, undefined]);
});
