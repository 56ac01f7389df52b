import { describe, expect, test } from 'vitest';
import { suppressionEdit } from '../../../src/core/checks/suppressionEdit.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';
import { applyEdits, worldOf } from './world.ts';

const world = worldOf(snapshotOf({ 'references.json': SOURCES }));
const suppressed = (text: string, reason = 'to come') => applyEdits(text, suppressionEdit(world.read(text), world.check(text)[0]!, reason));
const COMMENT = '<!-- rapporteur-disable-next-line unknown-citekey: to come -->';

describe('a suppression goes in', () => {
  test.each([
    ['before the first line of a paragraph', 'One.\n\nSo [@nobody].', `One.\n\n${COMMENT}\nSo [@nobody].`],
    ['at the end of the line above within a paragraph', 'One\nand two [@nobody].', `One ${COMMENT}\nand two [@nobody].`],
    ['before the blanks of a hard break', 'One  \nand two [@nobody].', `One ${COMMENT}  \nand two [@nobody].`],
    ['before a list', 'One.\n\n- So [@nobody].', `One.\n\n${COMMENT}\n- So [@nobody].`],
    ['at the end of the item above within a list', '- One.\n- So [@nobody].', `- One. ${COMMENT}\n- So [@nobody].`],
    ['at the end of the item above within a loose list', '1. One.\n\n2. So [@nobody].', `1. One. ${COMMENT}\n\n2. So [@nobody].`],
    ['around a table', '| a | b |\n|---|---|\n| c | [@nobody] |\n\nEnd.', '<!-- rapporteur-disable unknown-citekey: to come -->\n| a | b |\n|---|---|\n| c | [@nobody] |\n<!-- rapporteur-enable unknown-citekey -->\n\nEnd.'],
    ['with CRLF', 'One\r\nand two [@nobody].', `One ${COMMENT}\r\nand two [@nobody].`],
  ])('%s', (_, text, wanted) => {
    expect(suppressed(text)).toBe(wanted);
    expect(world.check(wanted)).toEqual([]);
    expect(world.read(wanted).blocks.filter(({ kind }) => kind === 'list-item' || kind === 'table').length).toBe(world.read(text).blocks.filter(({ kind }) => kind === 'list-item' || kind === 'table').length);
  });

  test('with a reason that cannot end the comment', () => {
    expect(suppressed('So [@nobody].', 'see -->\n<b>here</b> ---')).toBe('<!-- rapporteur-disable-next-line unknown-citekey: see –> <b>here</b> – -->\nSo [@nobody].');
  });
});
