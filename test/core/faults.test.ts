import { describe, expect, test } from 'vitest';
import { readCslItems, readCslYaml } from '../../src/core/citations/csl.ts';
import { readDraftMatter } from '../../src/core/bibliography/draftMatter.ts';
import { readYaml } from '../../src/core/corpus/yaml.ts';

const QUOTE = 'put the whole value between quotation marks.';
const ALIGN = 'lines that belong together begin under each other.';
const STRAY = 'something here does not belong; where it is part of a value, put the whole value between quotation marks.';

describe('a mistake in front matter is told in the words of who writes it', () => {
  test.each([
    ['cite: @khan2022, sec. 3.2', QUOTE],
    ['name: %x', QUOTE],
    ['name: !x y', QUOTE],
    ['name: & x', QUOTE],
    ['name: Paris: the first', 'a value with a colon in it stands between quotation marks, and keys that belong together begin under each other.'],
    ['type person\nname: X', 'after a key stand a colon and a blank.'],
    ['name:x\ntype: y', 'after a key stand a colon and a blank.'],
    ['name: "abc\ntype: p', 'a quotation mark is not closed.'],
    ['name: \'abc\ntype: p', 'a quotation mark is not closed.'],
    ['aliases: [a, b\nname: X', 'a bracket is not closed.'],
    ['figure: {amount: 3', 'a bracket is not closed.'],
    ['memberships:\n  - organization: x\n   role: y', ALIGN],
    ['a:\n  - b\n  c: d', ALIGN],
    ['memberships:\n\t- a: b', 'lines are moved in by blanks, not by tabs.'],
    ['name: "a\\d"', 'between double quotation marks a \\ is written twice.'],
    ['name: \'don\'t\'', STRAY],
    ['name: "Ali" (Alatas)', STRAY],
    ['a: ]', STRAY],
    ['? [a]\n: b', 'a key is a word.'],
  ])('%j', (text, told) => { expect(readYaml(text).problems.map(({ message }) => message)[0]).toBe(`This cannot be read: ${told}`); });

  test('in a draft and in a bibliography as well', () => {
    expect(readDraftMatter('---\nbibliography: [a.bib\n---\n').problems[0]!.message).toBe('This cannot be read: a bracket is not closed.');
    expect(readCslYaml('- id: a\n  title: @b\n').problems[0]!.message).toBe(`This cannot be read: ${QUOTE}`);
  });

  test('no word of the parser comes through, whatever is wrong', () => {
    const signs = [':', '-', '?', '[', ']', '{', '}', ',', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', ' ', '\t', '\n', 'a: b', '---'];
    const texts = signs.flatMap(one => signs.flatMap(other => [`k: ${one}${other}\nname: x`, `k: a${one}${other} b\n  name: x`]));
    const told = new Set(texts.flatMap(text => readYaml(text).problems).map(({ message }) => message));
    expect([...told].filter(message => /token|scalar|flow|block|indicator|implicit|mapping|sequence|anchor|alias|directive|tag/i.test(message))).toEqual([]);
    expect(told.size).toBeGreaterThan(5);
  });
});

describe('a mistake in CSL-JSON is told as well', () => {
  test.each([
    ['[\n{"id":"a" "type":"book"}\n]', 'a comma or a closing bracket is missing.'],
    ['[\n{"id":"a","type":"book",}\n]', 'a comma is too many, or a key lacks its quotation marks.'],
    ['[\n{"id":"a","type" "book"}\n]', 'after a key stands a colon.'],
    ['[\n{"id":"a,\n"type":"book"}\n]', 'a quotation mark is not closed.'],
    ['[\n{"id":"a","type":"book"\n', 'a comma or a closing bracket is missing.'],
    ['[\n{"id":a,"type":"book"}\n]', STRAY],
  ])('%j', (text, told) => {
    expect(readCslItems(text).problems.map(({ message }) => message)).toEqual([`This reference cannot be read and is left out, the others are kept: ${told}`]);
  });
});
