import { describe, expect, test } from 'vitest';
import { world } from './process.ts';

const marked = (text: string) => world.marked(text, 'unused-abbreviation');

describe('unused-abbreviation', () => {
  test.each([
    ['never used', 'The Harbour Union (HU) met.', ['HU']],
    ['used', 'The Harbour Union (HU) met. The HU left.', []],
    ['used before', 'The HU met. The Harbour Union (HU) left.', []],
    ['introduced twice', 'The Harbour Union (HU) met. The Harbour Union (HU) left.', ['HU', 'HU']],
    ['used in a heading', 'The Harbour Union (HU) met.\n\n## The HU', []],
    ['used in a note', 'The Harbour Union (HU) met.[^1]\n\n[^1]: The HU.', []],
    ['used in a table', 'The Harbour Union (HU) met.\n\n| HU | met |\n|---|---|\n| A | B |\n', []],
    ['used in a quotation', 'The Harbour Union (HU) met. “The HU left early,” he wrote.', []],
    ['used in the plural', 'The Valley Monitoring Commission (VMC) met. Two VMCs left.', []],
    ['used in a compound', 'The Harbour Union (HU) met. HU-led talks failed.', []],
    ['used with another', 'The Harbour Union (HU) met. The UN-HU talks failed.', []],
    ['in code only', 'The Harbour Union (HU) met. See `HU`.', ['HU']],
    ['of the draft’s own', 'The Valley Monitoring Commission (VMC) met.', ['VMC']],
    ['with articles and quotation marks', 'The Valley Monitoring Commission (the “VMC”) met.', ['VMC']],
    ['with small words', 'The Valley Front for the Coast (VFC) met.', ['VFC']],
    ['no abbreviation of what stands before', 'It met in the capital (DC) again.', []],
    ['a remark', 'The Harbour Union (HU, from 1980) met.', []],
    ['a single word', 'The Committee (CM) met.', []],
    ['one of a number', 'He fought in the second world war (II).', []],
  ])('%s: %s', (_, text, wanted) => expect(marked(text)).toEqual(wanted));

  test('can be left out', () => expect(world.fixed('The Harbour Union (HU) met.', 'unused-abbreviation')).toBe('The Harbour Union met.'));
  test('says what it was to stand for', () => expect(world.messages('The Harbour Union (HU) met.', 'unused-abbreviation')).toEqual(['“HU” is introduced for Harbour Union and not used.']));
});
