import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { keysOfSource, keysOfText, placesOf } from '../../scripts/l10n/keys.ts';
import { setTranslations, t } from '../../src/core/l10n.ts';

const root = resolve(import.meta.dirname, '../..');
const json = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as Readonly<Record<string, string>>;
const bundle = json('l10n/bundle.l10n.fr.json');
const [english, french] = [json('package.nls.json'), json('package.nls.fr.json')];

describe('French', () => {
  const keys = keysOfSource(root);

  test('has every sentence of the source, and none that is left over', () => {
    expect([...keys.keys()].filter(key => (bundle[key] ?? '') === '')).toEqual([]);
    expect(Object.keys(bundle).filter(key => !keys.has(key))).toEqual([]);
  });
  test('has every word of the manifest, and none that is left over', () => {
    expect(Object.keys(french).toSorted()).toEqual(Object.keys(english).toSorted());
  });
  test('has the places of the values', () => {
    expect(Object.entries(bundle).filter(([key, text]) => String(placesOf(key)) !== String(placesOf(text)))).toEqual([]);
  });
  test('keeps the commands and keys of the manifest', () => {
    const kept = (text: string) => [...text.matchAll(/\]\((command:[^)]+)\)|\b(Ctrl\+Alt\+[A-Z])/g)].map(([, command, keys]) => command ?? keys);
    for (const [key, text] of Object.entries(english)) { expect([key, kept(french[key] ?? '')]).toEqual([key, kept(text)]); }
  });
  test('has blanks that do not break before its marks, and its own quotation marks', () => {
    const all = [...Object.entries(bundle), ...Object.entries(french)];
    expect(all.filter(([, text]) => / [;?!:»](?:\s|$)|« |[“”]|[\p{L}]'[\p{L}]/u.test(text))).toEqual([]);
  });
  test('keeps blanks at both ends', () => {
    const ends = (text: string) => [/^\s/.test(text), /\s$/.test(text)];
    for (const [key, text] of Object.entries(bundle)) { expect([key, ...ends(text)]).toEqual([key, ...ends(key)]); }
  });
});

/** Words of those who write programs, which no sentence for those who write papers needs. */
const CRAFT = /\b(?:null|undefined|boolean|regex\w*|payload|pars(?:e|ed|er|ing)|worker|thread|buffer|loopback|token|scalar|array|index|stack|syntax|callback|cache|query|schema|URI|SPDX|EDTF|ENOENT)\b/;

test.each(Object.entries({ 'the source': Object.keys(bundle), 'the manifest': Object.values(english) }))('sentences of %s have no words of the craft', (_, sentences) => {
  expect(sentences.filter(sentence => CRAFT.test(sentence))).toEqual([]);
  expect(CRAFT.test('The parser met an unexpected token.')).toBe(true);
});

describe('sentences of the source', () => {
  test('are found in calls, in both ways of a question, and in marked tables', () => {
    const text = `t('a {0}', x); vscode.l10n.t(isOne ? 'b' : 'c'); const T = toTranslate({ one: 'd', icon: 'e', of: ['error', 'f'] }); t(T.one);`;
    expect([...keysOfText(text)]).toEqual(['a {0}', 'b', 'c', 'd', 'f']);
  });
});

describe('words', () => {
  afterEach(() => { setTranslations({}); });

  test('are English until others are handed in', () => {
    expect(t('{0} of {1}', 2, 3)).toBe('2 of 3');
    setTranslations({ '{0} of {1}': '{1} dont {0}', 'a {x}': 'un {x}' });
    expect([t('{0} of {1}', 2, '$&'), t('a {x}'), t('toString')]).toEqual(['$& dont 2', 'un {x}', 'toString']);
  });
});
