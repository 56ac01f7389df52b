import type { Snapshot } from '../corpus/types.ts';
import { toTranslate } from '../l10n.ts';
import { houseStyle, namesOf, wordsOfNames } from './words.ts';

/** A file of another program, so that it knows the names. */
export interface DictionaryFile {
  /** Where that program looks, within a workspace. */
  readonly path: string;
  readonly text: string;
}

/** A program that checks spelling or style. */
export interface DictionaryFormat {
  readonly id: string;
  readonly title: string;
  /** What the writer has to do so that the program reads the file, in one sentence that is translated where it is shown. */
  readonly use: string;
  readonly write: (snapshot: Snapshot) => readonly DictionaryFile[];
}

/** https://cspell.org/docs/Configuration */
const cspell: DictionaryFormat = {
  id: 'cspell', title: 'cSpell (Code Spell Checker)', use: toTranslate('In cspell.json, list it under “import”.'),
  write: snapshot => [{ path: 'cspell.names.json', text: `${JSON.stringify({ version: '0.2', words: wordsOfNames(snapshot) }, undefined, 2)}\n` }],
};

/** https://vale.sh/docs/keys/vocab: each line is a regular expression, and case counts. */
const vale: DictionaryFormat = {
  id: 'vale', title: 'Vale', use: toTranslate('In .vale.ini, set “StylesPath = styles” and “Vocab = Names”.'),
  write: snapshot => {
    const rejected = [...houseStyle(snapshot).keys()];
    const accepted = [...namesOf(snapshot), ...wordsOfNames(snapshot)].filter(name => !rejected.includes(name));
    const file = (name: string, lines: readonly string[]) => ({ path: `styles/config/vocabularies/Names/${name}.txt`, text: linesOf([...new Set(lines)].map(escaped)) });
    return [file('accept', accepted), ...rejected.length === 0 ? [] : [file('reject', rejected)]];
  },
};

/** https://writewithharper.com/docs: one word a line. */
const harper: DictionaryFormat = {
  id: 'harper', title: 'Harper', use: toTranslate('In the settings, name it as “harper.userDictPath”.'),
  write: snapshot => [{ path: 'harper-dictionary.txt', text: linesOf(wordsOfNames(snapshot)) }],
};

/** https://valentjn.github.io/ltex/advanced-usage.html: external files, one word a line. */
const ltex: DictionaryFormat = {
  id: 'ltex', title: 'LTeX', use: toTranslate('In the settings, write “ltex.dictionary”: { "en-GB": [":path of the file"] }.'),
  write: snapshot => [{ path: 'ltex.dictionary.en-GB.txt', text: linesOf(wordsOfNames(snapshot)) }],
};

export const DICTIONARY_FORMATS: readonly DictionaryFormat[] = [cspell, vale, harper, ltex];

function linesOf(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
