import { expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { fold, lookUp, type LookUpHit } from '../../../src/core/corpus/lookup.ts';
import { snapshotOf, SOURCES } from './helpers.ts';

const SNAPSHOT = snapshotOf({
  'references.json': SOURCES,
  'actors/cuellar.md': '---\ntype: person\nname: Javier Pérez de Cuéllar\naliases: [Pérez de Cuéllar]\nmemberships: {organization: un, role: Secretary-General, cite: "@khan2022"}\n---\n- Went to Hanoi with his proposal. [@khan2022]\n',
  'actors/un.md': '---\ntype: un-body\nname: United Nations\naliases: [UN]\n---\n', 'actors/untac.md': '---\ntype: un-body\nname: UNTAC\naliases: [United Nations Transitional Authority in Cambodia]\n---\n',
  'events/paris.md': '---\ntype: event\nkind: conference\nname: Paris conference\ndate: 1989-07-30\nplace: Paris\ncite: "@khan2022"\n---\n',
  'concepts/cocktail.md': '---\ntype: concept\nkind: formula\nname: Cocktail party\n---\n',
});
function nameOf(hit: LookUpHit): string {
  return hit.class === 'source' ? hit.source.citekey : hit.class === 'statement' ? hit.statement.id : hit.entry.name;
}
const find = (query: string, options = {}) => lookUp(SNAPSHOT, query, options).map(nameOf);

test('a name that is the query comes first', () => { expect(find('UN')[0]).toBe('United Nations'); });
test('a name that begins with it comes next', () => { expect(find('UN').slice(0, 2)).toEqual(['United Nations', 'UNTAC']); });
test('accents and capitals do not matter', () => { expect(find('perez de cuellar')).toEqual(['Javier Pérez de Cuéllar']); });
test('nor does the order of words', () => { expect(find('cuellar jav')).toEqual(['Javier Pérez de Cuéllar']); });
test('a word finds only what begins with it', () => { expect(find('ocktail')).toEqual([]); });
test('an office finds who held it', () => { expect(find('secretary general')).toEqual(['Javier Pérez de Cuéllar']); });
test('a place or a year finds the event', () => { expect(find('1989 paris')).toEqual(['Paris conference']); });
test('author and year find the source', () => { expect(find('khan 2022')).toEqual(['khan2022']); });
test('the citekey finds the source', () => { expect(find('@martin2018')).toEqual(['martin2018']); });
test('words of the title find the source', () => { expect(find('great powers')).toEqual(['khan2022']); });
test('words of a statement find it', () => { expect(find('proposal hanoi')).toEqual(['cuellar#1']); });
test('sources of the open draft are found in the place of those of the corpora', () => {
  const sources = new Map([['ode1990', { ...SNAPSHOT.sources.get('khan2022')!, citekey: 'ode1990' }]]);
  expect(find('ode', { sources })).toEqual(['ode1990']);
  expect(find('martin2018', { sources })).toEqual([]);
});
test('the classes asked for are the only ones', () => { expect(find('p', { classes: ['event'] })).toEqual(['Paris conference']); });
test('no words find everything', () => { expect(find('')).toHaveLength(8); });
test('no more are found than asked for', () => { expect(find('', { limit: 2 })).toHaveLength(2); });
test('words that stand nowhere find nothing', () => { expect(find('zzz')).toEqual([]); });

test.each([['Pérez de Cuéllar', ' perez de cuellar'], ['U.N.', ' u n'], ['Đặng  “x”', ' dang x'], ["l'État", ' letat'], ['', ''], ['北京', ' 北京']])('%s folds to %j', (words, folded) => { expect(fold(words)).toBe(folded); });

test('whatever is typed gives an answer', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), query => { expect(Array.isArray(lookUp(SNAPSHOT, query))).toBe(true); }));
});
