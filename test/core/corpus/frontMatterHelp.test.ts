import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { describeKeyAt, suggestInEntry } from '../../../src/core/corpus/frontMatterHelp.ts';
import { frontMatterPlace } from '../../../src/core/corpus/frontMatterPlace.ts';
import { readEntry } from '../../../src/core/corpus/entry.ts';
import { snapshot } from '../draft/world.ts';

/** `key memberships > or` for a text with a `|` in it. */
function placeIn(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const place = frontMatterPlace(marked.replace('|', ''), offset);
  return place && `${place.isItem ? 'item' : place.kind} ${[...place.path, place.typed].join(' > ')}`;
}
const labels = (marked: string, path = 'c/actors/new.md') => suggestInEntry(marked.replace('|', ''), marked.indexOf('|'), path, snapshot).map(({ label }) => label);
const fm = (yaml: string) => `---\n${yaml}\n---\n\nText.\n`;

describe('a place in the front matter', () => {
  test.each([
    ['na|', 'key na'], ['type: per|', 'value type > per'], ['name: X\n|', 'key '],
    ['memberships:\n  - or|', 'item memberships > or'], ['memberships:\n  - organization: un|', 'value memberships > organization > un'],
    ['memberships:\n  - organization: un\n    ro|', 'key memberships > ro'], ['memberships:\n  - organization: un\n    cite: "@kh|', 'value memberships > cite > @kh'],
    ['part-of:\n- par|', 'item part-of > par'], ['part-of: [a, par|]', 'item part-of > par'],
    ['memberships: [{organization: un, ro|}]', 'key memberships > ro'], ['memberships: [{organization: un, role: me|}]', 'value memberships > role > me'],
    ['memberships:\n  - organization: un\nna|', 'key na'], ['figure:\n  am|', 'key figure > am'],
  ])('%s', (yaml, expected) => { expect(placeIn(fm(yaml))).toBe(expected); });

  test('is none outside of it', () => { expect(placeIn('---\nname: X\n---\n\nna|me')).toBeUndefined(); });
  test('any text is read', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('-', ' ', '\n', 'a', ':', '"', '[', '{', ',', ']', '}', '#') }), fc.nat(60), (text, at) => {
      const whole = `---\n${text}\n---\n`;
      const offset = Math.min(at, whole.length);
      for (const { span } of suggestInEntry(whole, offset, 'c/actors/a.md', snapshot)) { expect(span.start <= offset && offset <= span.end && span.end <= whole.length).toBe(true); }
    }));
  });
});

describe('what could stand there', () => {
  test('keys of the class that are not there yet, each with what it says', () => {
    const found = labels(fm('type: person\nname: X\n|'));
    expect(found).toEqual(['aliases', 'metonyms', 'memberships', 'relations']);
    expect(labels(fm('type: event\nname: X\nd|'), 'c/actors/a.md')).toContain('date');
  });
  test('of what is in it, by the folder where no type says it', () => { expect(labels(fm('na|'), 'c/events/1989/a.md')).toContain('participants'); });
  test('with the lines of its table, and a place for when an office began', () => {
    const text = fm('type: person\nmem');
    const { insert } = suggestInEntry(text, text.indexOf('mem') + 3, 'c/actors/a.md', snapshot).find(({ label }) => label === 'memberships')!;
    expect(insert).toBe('memberships:\n  - organization: ${1}\n    role: ${2}\n    start: ${3}\n    cite: "@${4}"');
  });
  test('values that there are', () => {
    expect(labels(fm('type: |'))).toContain('un-body');
    expect(labels(fm('type: event\nparticipants:\n  - actor: france\n    role: |'), 'c/events/a.md')).toContain('co-chair');
  });
  test('ids of actors, of events, and of actors where a word stands for the table', () => {
    const bodies = labels(fm('type: person\nmemberships:\n  - organization: |'));
    expect(bodies).toContain('un');
    // Nobody is a member of a person.
    expect(bodies.filter(id => snapshot.actors.some(actor => actor.id === id && actor.type === 'person'))).toEqual([]);
    expect(snapshot.actors.some(({ type }) => type === 'person')).toBe(true);
    expect(labels(fm('type: event\npart-of:\n  - |'), 'c/events/a.md')).toEqual(['paris-1989', 'paris-1991']);
    expect(labels(fm('type: event\nparticipants: [|]'), 'c/events/a.md')).toContain('france');
  });
  test('citekeys, in quotation marks that YAML needs', () => {
    const at = (marked: string) => suggestInEntry(marked.replace('|', ''), marked.indexOf('|'), 'c/events/a.md', snapshot).find(({ label }) => label === '@khan2022')?.insert;
    expect([at(fm('type: event\ncite: |')), at(fm('type: event\ncite: "|"'))]).toEqual(['"@khan2022$0"', '@khan2022']);
  });
  test('shapes of dates', () => { expect(labels(fm('type: event\ndate: |'), 'c/events/a.md')).toEqual(expect.arrayContaining(['1985~', '1989-21', '198X', '1988/1990'])); });
  test('a whole entry in an empty file, which reads back without a problem of its shape', () => {
    const [whole] = suggestInEntry('', 0, 'c/actors/new.md', snapshot);
    const text = whole!.insert.replace(/\$\{\d\|([^,|]+)[^|]*\|\}/g, '$1').replace('$2', 'X').replace('$3', 'un').replace('$4', 'Envoy').replace('$5', '1982').replaceAll('$6', 'khan2022').replace(/\$\{\d:([^}]*)\}/g, '$1');
    const { entry, problems } = readEntry({ path: 'actors/new.md', uri: 'new.md', text });
    expect([entry?.name, entry?.statements.length, problems]).toEqual(['X', 1, []]);
  });
  test('nothing in the text, and nothing where no class is known', () => {
    expect(labels('---\nname: X\n---\n\nna|')).toEqual([]);
    expect(labels(fm('na|'), 'notes/a.md')).toEqual([]);
  });
});

test('a key says what it is for, with the values that there are', () => {
  const text = fm('type: person\nmemberships:\n  - organization: un\n    role: Envoy');
  expect(describeKeyAt(text, text.indexOf('role') + 1, 'c/actors/a.md')?.text).toMatch(/^The office held/);
  expect(describeKeyAt(text, text.indexOf('type'), 'c/actors/a.md')?.options).toContain('person');
  expect(describeKeyAt(text, text.indexOf('Envoy') + 1, 'c/actors/a.md')).toBeUndefined();
});
