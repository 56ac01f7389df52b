import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bundledStyle, isNoteStyle, isNumberedStyle, STYLES, styleTrouble } from '../../../src/core/citations/styleFile.ts';

const NAMESPACE = 'xmlns="http://purl.org/net/xbiblio/csl"';
const bundled = (name: string) => readFileSync(fileURLToPath(new URL(`../../../media/styles/${name}.csl`, import.meta.url)), 'utf8');

test.each(STYLES)('%s comes along, can be used, and names no work by a number', name => {
  expect(styleTrouble(bundled(name))).toBeUndefined();
  expect(isNumberedStyle(bundled(name))).toBe(false);
});

test.each([['chicago-notes', true], ['un-editorial', true], ['chicago-author-date', false], ['apa', false], ['mla', false]])('%s sets citations as notes: %s', (name, isNote) => expect(isNoteStyle(bundled(name))).toBe(isNote));

test.each([
  ['apa', 'apa'], ['apa.csl', 'apa'], ['https://www.zotero.org/styles/apa', 'apa'], ['http://zotero.org/styles/modern-language-association', 'mla'], ['chicago-fullnote-bibliography.csl', 'chicago-notes'],
  ['styles/apa.csl', undefined], ['https://example.org/apa', undefined], ['constructor', undefined], ['', undefined],
])('the name %s stands for %s', (name, style) => expect(bundledStyle(name)).toBe(style));

describe('a file that is no style that can be used', () => {
  test.each([
    ['nothing', '', 'no-style'], ['something else', 'Chicago', 'no-style'], ['a page', '<!DOCTYPE html><style></style>', 'doctype'], ['XML with entities that grow', `<!DOCTYPE x [<!ENTITY a "aa">]><style ${NAMESPACE}><citation/></style>`, 'doctype'],
    ['cut short', `<style ${NAMESPACE}><citation>`, 'no-style'], ['of another namespace', '<style xmlns="urn:x"><citation/></style>', 'no-style'], ['one that points to another', `<style ${NAMESPACE}><info/></style>`, 'dependent'],
  ] as const)('%s', (_, text, trouble) => expect(styleTrouble(text)).toBe(trouble));
  test('a whole one has no trouble', () => expect(styleTrouble(`<?xml version="1.0"?>\n<style ${NAMESPACE} class="note">\n<citation><layout/></citation>\n</style>\n`)).toBeUndefined());
});
