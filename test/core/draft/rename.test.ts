import { describe, expect, test } from 'vitest';
import { renameMentions } from '../../../src/core/draft/rename.ts';
import { applyEdits } from '../checks/world.ts';
import { read } from './world.ts';

const renamed = (text: string, key: string, oldName: string, newName: string): string => applyEdits(text, renameMentions(read(text), key, oldName, newName).edits);

describe('another name is written', () => {
  test.each([
    ['wherever the preferred one stands', 'Viet Nam met China. In Viet Nam’s view', 'Vietnam met China. In Vietnam’s view'],
    ['over a line break', 'so Viet\nNam agreed', 'so Vietnam agreed'],
    ['not for its other names', 'Hanoi agreed. Viet Nam agreed. Vietnam agreed.', 'Hanoi agreed. Vietnam agreed. Vietnam agreed.'],
    ['not in quotations', 'He said that “Viet Nam will leave” Viet Nam.\n\n> Viet Nam will leave.\n', 'He said that “Viet Nam will leave” Vietnam.\n\n> Viet Nam will leave.\n'],
    ['not in titles', 'In *Viet Nam at War* he wrote of *Viet Nam*.', 'In *Viet Nam at War* he wrote of *Vietnam*.'],
    ['not in citations and code', 'In North China [see Viet Nam @khan2022] and `Viet Nam`', 'In North China [see Viet Nam @khan2022] and `Viet Nam`'],
  ])('%s', (_, text, wanted) => expect(renamed(text, 'viet-nam', 'Viet Nam', 'Vietnam')).toBe(wanted));

  test('with the small letter that the text begins it with, where the first word stays', () => {
    const text = 'At the first Paris conference. First Paris conference: failed.';
    expect(renamed(text, 'paris-1989', 'First Paris conference', 'First conference of Paris')).toBe('At the first conference of Paris. First conference of Paris: failed.');
    expect(renamed(text, 'paris-1989', 'First Paris conference', 'Paris conference of 1989')).toBe('At the Paris conference of 1989. Paris conference of 1989: failed.');
  });

  test('and it is told how often the old one stays', () => {
    expect(renameMentions(read('“Viet Nam” and Viet Nam'), 'viet-nam', 'Viet Nam', 'Vietnam').kept).toBe(1);
  });
});
