import { expect, test } from 'vitest';
import { missingFields } from '../../../src/core/citations/missingFields.ts';

const ISSUED = { issued: { 'date-parts': [[1991]] } } as const;
test.each([
  [{ type: 'book', title: 'T', author: [{ family: 'A' }], publisher: 'P', ...ISSUED }, []], [{ type: 'book', title: 'T', editor: [{ family: 'A' }], ...ISSUED }, ['publisher']], [{ type: 'book' }, ['title', 'author or editor or collection-editor', 'issued', 'publisher']],
  [{ type: 'article-journal', title: 'T', author: [{ literal: 'UN' }], 'container-title': 'J', DOI: '10.1/x', ...ISSUED }, []], [{ type: 'report', title: 'T', publisher: 'P', ...ISSUED }, []], [{ type: 'webpage', title: 'T', URL: 'https://x.org', accessed: {} }, []],
  [{ type: 'constructor', title: 'T' }, ['issued']], [{ type: 'map', title: 'T', ...ISSUED }, []],
])('%j lacks %j', (item, expected) => { expect(missingFields({ id: 'a', ...item })).toEqual(expected); });
