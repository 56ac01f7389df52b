import { describe, expect, test } from 'vitest';
import { takenUpAt } from '../../../src/core/checks/index.ts';
import { explainSentence } from '../../../src/core/views/explain.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';
import { worldOf } from '../checks/world.ts';

const snapshot = snapshotOf({
  'references.json': SOURCES,
  'actors/alatas.md': '---\ntype: person\nname: Ali Alatas\naliases: [Alatas]\nmemberships: [{organization: indonesia, role: Foreign Minister, start: 1988, end: 1999, cite: "@khan2022, sec. 3.2"}]\n---\n',
  'actors/indonesia.md': '---\ntype: state\nname: Indonesia\nmetonyms: [Jakarta]\n---\n',
  'actors/bush.md': '---\ntype: person\nname: George Bush\naliases: [Bush]\n---\n',
  'actors/bush-aide.md': '---\ntype: person\nname: Vannevar Bush\naliases: [Bush]\n---\n',
  'events/jim.md': '---\ntype: event\nkind: meeting\nname: First Jakarta Informal Meeting\naliases: [JIM I]\ndate: 1988-07\ncite: "@khan2022, sec. 3.3"\n---\n',
});
const world = worldOf(snapshot);
const explain = (textWithCursor: string): string => {
  const at = textWithCursor.indexOf('|');
  const text = textWithCursor.replace('|', '');
  const findings = world.check(text).filter(({ rule }) => rule !== 'first-mention');
  const reading = world.read(text);
  return explainSentence(reading, at, { snapshot, sources: snapshot.sources }, findings, takenUpAt(reading, at, world.context));
};

describe('a sentence is explained', () => {
  test('with what is named, and what the record has of it then', () => {
    expect(explain('Nothing here. In 1990, Al|atas spoke for Jakarta.')).toBe(`The sentence
  In 1990, Alatas spoke for Jakarta.

Who and what is named
  “Alatas” is Ali Alatas (person), by another of its names
    at 1990 Foreign Minister, Indonesia (1988–1999) (Khan 2022, sec. 3.2)
  “Jakarta” is Indonesia (state), by its capital

Dates
  “1990” is 1990 (1990), as it stands there
`);
  });

  test.each([
    ['a pronoun', 'A heading.\n\nAlatas spoke for Jakarta. In 1990 h|e was in Rome.', '“he” is Ali Alatas'],
    ['a noun alone', 'The First Jakarta Informal Meeting was hard. The meet|ing was held in June 1989.', '“The meeting” is First Jakarta Informal Meeting'],
    ['a pronoun for an event', 'The First Jakarta Informal Meeting was hard. It open|ed in June 1989.', '“It” is First Jakarta Informal Meeting'],
  ])('with what is taken up from before: %s', (_, text, line) => expect(explain(text)).toContain(`Taken up from the sentences before\n  ${line}\n`));

  test('with what does not hold, and on whose authority', () => {
    const told = explain('|The First Jakarta Informal Meeting was held in June 1989 [@khan2022, p. 5; @nobody].');
    expect(told).toContain('“First Jakarta Informal Meeting” is First Jakarta Informal Meeting (meeting), by its own name\n    on record: July 1988 (Khan 2022, sec. 3.3)');
    expect(told).toContain('Cited\n  @khan2022, p. 5: Khan');
    expect(told).toContain('  @nobody: no reference has this key');
    expect(told).toMatch(/What does not hold\n {2}date-conflict: .+\n {4}First Jakarta Informal Meeting: July 1988 \(Khan 2022, sec\. 3\.3\)\n {2}unknown-citekey: /);
  });

  test('with what is left open', () => {
    const told = explain('Bu|sh said “no deal” that spring, for 21 per cent.[^1]\n\n[^1]: So.');
    expect(told).toContain('“Bush” could be Vannevar Bush (person) or George Bush (person): nothing around it decides');
    expect(told).toContain('“that spring”: it cannot be told');
    expect(told).toContain('Quoted, and left alone by all checks but those of quotations\n  “no deal”');
    expect(told).toContain('Notes\n  [^1]');
  });

  test('and where there is none it says so', () => {
    expect(explain('|')).toBe('No sentence stands at the cursor.\n');
    expect(explain('```\nAl|atas\n```\n')).toBe('Code is not read: nothing in it is checked.\n');
    expect(explain('---\ntitle: A|\n---\n')).toBe('Front matter is not read: nothing in it is checked.\n');
  });
});
