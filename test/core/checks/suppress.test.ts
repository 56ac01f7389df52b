import { describe, expect, test } from 'vitest';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';
import { worldOf } from './world.ts';

const world = worldOf(snapshotOf({ 'references.json': SOURCES }));
const shown = (text: string) => world.check(text).map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);

describe('a suppression', () => {
  test.each([
    ['of the next line', '<!-- rapporteur-disable-next-line unknown-citekey: to come -->\nSo [@nobody].', []],
    ['with an empty line between', '<!-- rapporteur-disable-next-line unknown-citekey: to come -->\n\nSo [@nobody].', []],
    ['at the end of the line before', 'It was. <!-- rapporteur-disable-next-line unknown-citekey: to come -->\nSo [@nobody].', []],
    ['of a line after that', '<!-- rapporteur-disable-next-line unknown-citekey: to come -->\nSo.\nThen [@nobody].', ['suppression: <!-- rapporteur-disable-next-line unknown-citekey: to come -->', 'unknown-citekey: @nobody']],
    ['of another rule', '<!-- rapporteur-disable-next-line dangling-note: to come -->\nSo [@nobody].', ['suppression: <!-- rapporteur-disable-next-line dangling-note: to come -->', 'unknown-citekey: @nobody']],
    ['of two rules', '<!-- rapporteur-disable-next-line unknown-citekey, dangling-note: to come -->\nSo [@nobody].[^1]', []],
    ['of all rules', '<!-- rapporteur-disable-next-line: to come -->\nSo [@nobody].[^1]', []],
    ['of the rest of the draft', '<!-- rapporteur-disable unknown-citekey: to come -->\n\nSo [@nobody].\n\nThen [@nobody].', []],
    ['of a region', 'So [@a].\n\n<!-- rapporteur-disable unknown-citekey: to come -->\n\nSo [@b].\n\n<!-- rapporteur-enable unknown-citekey -->\n\nSo [@c].', ['unknown-citekey: @a', 'unknown-citekey: @c']],
    ['without a reason', '<!-- rapporteur-disable-next-line unknown-citekey -->\nSo [@nobody].', ['suppression: <!-- rapporteur-disable-next-line unknown-citekey -->']],
    ['of what is no rule', '<!-- rapporteur-disable-next-line spelling: so -->\nSo [@nobody].', ['suppression: <!-- rapporteur-disable-next-line spelling: so -->', 'unknown-citekey: @nobody']],
    ['in code', '`<!-- rapporteur-disable-next-line unknown-citekey: so -->`\nSo [@nobody].', ['unknown-citekey: @nobody']],
    ['with CRLF', '<!-- rapporteur-disable-next-line unknown-citekey: to come -->\r\nSo [@nobody].\r\n', []],
    ['at the end', '<!-- rapporteur-disable-next-line unknown-citekey: so -->', ['suppression: <!-- rapporteur-disable-next-line unknown-citekey: so -->']],
  ])('%s', (_, text, wanted) => expect(shown(text)).toEqual(wanted));

  test.each([
    ['open comments', '<!-- rapporteur-disable '.repeat(100_000)],
    ['blanks in a comment', `<!-- rapporteur-disable ${' '.repeat(200_000)}!-->`],
    ['regions in one line', '<!-- rapporteur-disable unknown-citekey: so -->'.repeat(20_000)],
    ['regions turned on again', '<!-- rapporteur-disable unknown-citekey: so --><!-- rapporteur-enable date-conflict -->'.repeat(20_000)],
    ['next lines', `${'<!-- rapporteur-disable-next-line unknown-citekey: so -->'.repeat(20_000)}${'\n'.repeat(20_000)}`],
  ])('of a hostile draft takes time in proportion: %s', (_, text) => {
    const found = world.check(`So [@a].\n\n${text}\n\nSo [@b].\n`);
    expect(found[0]?.rule).toBe('unknown-citekey');
  });
});
