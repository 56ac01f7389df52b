import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCslItems } from '../../../src/core/citations/csl.ts';
import { readRis } from '../../../src/core/citations/ris.ts';
import { writeRis } from '../../../src/core/citations/writeRis.ts';

const items = readCslItems(readFileSync(fileURLToPath(new URL('../../../corpus/cambodia/references.json', import.meta.url)), 'utf8')).value.map(({ item }) => item);

test('what is written is read back: every source with its key, its title and its year', () => {
  const read = readRis(writeRis(items)).value.map(({ item }) => item);
  expect(read.map(({ id, title }) => [id, title])).toEqual(items.map(({ id, title }) => [id, title]));
  const year = (item: (typeof items)[number]) => String(item.issued?.['date-parts']?.[0]?.[0] ?? '');
  expect(read.map(year)).toEqual(items.map(year));
});

test('a line break in a field does not begin another record', () => {
  const text = writeRis([{ id: 'a', type: 'book', title: 'One\nER  - \nTY  - BOOK\nTI  - Two' }]);
  expect(readRis(text).value).toHaveLength(1);
});
