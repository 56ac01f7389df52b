import { describe, expect, test } from 'vitest';
import { mayName } from '../../../src/core/draft/mayName.ts';
import { read, snapshot } from './world.ts';

describe('a text is worth reading for an entry', () => {
  test.each([
    'Viet Nam', 'Vietnam', 'VIETNAM AND CHINA', 'Hanoi’s view', 'the Khmers Rouges and the Khmer Rouge’s', 'Vannevar Bush came. Bush left.', 'Nguyen Co Thach came. Thach left.',
    'Ch\u0301ina', 'Nguyễn Cơ Thạch', 'U.N. and the United\nNations', 'the Second\n> Paris conference', 'Claude Martin’s', 'soli\u00addarity, Solo\u00admon',
  ])('that names it: %s', text => {
    for (const { keys } of read(text).mentions) for (const key of keys) expect(mayName(text, snapshot.entries.get(key)!)).toBe(true);
  });

  test('and not one that has none of its names', () => {
    expect(mayName('China and Indonesia met.', snapshot.entries.get('khmer-rouge')!)).toBe(false);
  });
});
