import { decodeHTMLStrict as whole } from '../../node_modules/markdown-it/node_modules/entities/dist/decode.js';
import { expect, test } from 'vitest';
import { decodeHTMLStrict, NAMED } from '../../scripts/lib/standIns/entities.mjs';

test('names for letters mean what they mean in HTML', () => {
  expect(NAMED.size).toBe(253);
  expect([...NAMED.keys()].filter(name => whole(`&${name};`) !== decodeHTMLStrict(`&${name};`))).toEqual([]);
  expect(['&eacute;', '&rsquo;', '&nbsp;', '&yuml;', '&omega;'].map(decodeHTMLStrict)).toEqual(['é', '’', '\u00a0', 'ÿ', 'ω']);
});

test('what is no name stays as it is', () => expect(['&nothing;', '&NotEqualTilde;'].map(decodeHTMLStrict)).toEqual(['&nothing;', '&NotEqualTilde;']));
