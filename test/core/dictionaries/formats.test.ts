import { expect, test } from 'vitest';
import { DICTIONARY_FORMATS } from '../../../src/core/dictionaries/formats.ts';
import { snapshotOf } from '../corpus/helpers.ts';

const entry = (front: string) => `---\n${front}\n---\nA summary.\n`;
const snapshot = snapshotOf({
  'corpus.yaml': 'id: c\ntitle: C\npreferred-names: {Vietnam: Viet Nam}\n',
  'actors/perez.md': entry('type: person\nname: Javier Pérez de Cuéllar\naliases: [Pérez de Cuéllar]'),
  'actors/viet-nam.md': entry('type: state\nname: Viet Nam\naliases: [Vietnam]'),
  'actors/un.md': entry('type: organisation\nname: United Nations (U.N.)'),
  'actors/sipar.md': entry('type: person\nname: Jean-Marie N’Guessan'),
  'concepts/lesson.md': entry('type: concept\nkind: lesson\nname: Keep The Door Open'),
});
const write = (id: string) => DICTIONARY_FORMATS.find(format => format.id === id)!.write(snapshot);
const WORDS = ['Cuéllar', 'Javier', 'Jean', 'Jean-Marie', 'Marie', 'Nam', 'Nations', 'N’Guessan', 'Pérez', 'United', 'Viet', 'Vietnam'];

test('cSpell gets the words of the names as a file to import', () => {
  const [file] = write('cspell');
  expect(file?.path).toBe('cspell.names.json');
  expect(JSON.parse(file!.text)).toEqual({ version: '0.2', words: WORDS });
});

test.each(['harper', 'ltex'])('%s gets one word a line, without the small words and without concepts', id => {
  const [file] = write(id);
  expect(file!.text.split('\n')).toEqual([...WORDS, '']);
});

test('Vale accepts names as they are written, as patterns, and rejects what the house style replaces', () => {
  const [accept, reject] = write('vale');
  expect([accept?.path, reject?.path]).toEqual(['styles/config/vocabularies/Names/accept.txt', 'styles/config/vocabularies/Names/reject.txt']);
  const lines = accept!.text.split('\n');
  expect(lines).toEqual(expect.arrayContaining(['Javier Pérez de Cuéllar', 'United Nations \\(U\\.N\\.\\)', 'Viet Nam']));
  expect(lines).not.toContain('Vietnam');
  for (const line of lines) expect(() => new RegExp(line)).not.toThrow();
  expect(reject!.text).toBe('Vietnam\n');
});

test('the same corpora give the same files', () => {
  for (const { write: again } of DICTIONARY_FORMATS) expect(again(snapshot)).toEqual(again(snapshot));
});
