import { describe, expect, test } from 'vitest';
import { suggestLocators } from '../../../src/core/corpus/locatorSuggestions.ts';
import { snapshotOf, SOURCES } from './helpers.ts';

const SNAPSHOT = snapshotOf({
  'references.json': SOURCES,
  'works/khan2022.yaml': 'citekey: khan2022\nsections:\n  - { number: "3", title: "Leadership" }\n  - { number: "3.2", title: "Cocktail diplomacy" }\nnotes:\n  - { number: 24, section: "3.2" }\n',
  'actors/alatas.md': '---\ntype: person\nname: Alatas\n---\n- Told Martin so. [@khan2022, sec. 3.2, n. 24]\n- Told him again. [@khan2022, sec. 3.2, n. 24]\n- Early. [@khan2022, sec. 3.10; citing @martin2018, pp. 3-5]\n',
});
const told = (citekey: string, cited: readonly string[] = []) => suggestLocators(SNAPSHOT, citekey, cited).map(({ suffixText }) => suffixText);

describe('locators of a work', () => {
  test('are those of statements and of its outline, in the order of the work', () => expect(told('khan2022')).toEqual(['sec. 3', 'sec. 3.2', 'sec. 3.2, n. 24', 'sec. 3.10']));
  test('that the draft cites most come first', () => expect(told('khan2022', ['sec. 3.10', 'sec. 3.10', 'sec. 3.2'])).toEqual(['sec. 3.10', 'sec. 3.2', 'sec. 3', 'sec. 3.2, n. 24']));
  test('that only the draft knows are offered too', () => expect(told('martin2018', ['p. 7', 'passim'])).toEqual(['p. 7', 'pp. 3-5']));
  test('say what stands there', () => {
    const byText = new Map(suggestLocators(SNAPSHOT, 'khan2022').map(found => [found.suffixText, found]));
    expect(byText.get('sec. 3.2')).toMatchObject({ kind: 'section', texts: ['Cocktail diplomacy'] });
    expect(byText.get('sec. 3.2, n. 24')?.texts).toEqual(['Told Martin so.', 'Told him again.']);
  });
  test('of a work that nobody knows are none', () => expect(told('nobody1999')).toEqual([]));
});
