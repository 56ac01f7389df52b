import { describe, expect, test } from 'vitest';
import { fc } from '../../properties.ts';
import { readDate } from '../../../src/core/corpus/schema.ts';
import { ACTOR_TYPES, CONCEPT_KINDS, EVENT_KINDS, PARTICIPANT_ROLES, RELATION_TYPES, type Entry, type Statement } from '../../../src/core/corpus/types.ts';
import { readCite } from '../../../src/core/corpus/cite.ts';
import { toCitation } from '../../../src/core/corpus/notes.ts';
import { writeEntry } from '../../../src/core/corpus/write.ts';
import { entryOf } from './helpers.ts';

/** A line of any signs, as the reader leaves it: blanks single, none at the ends. */
const line = fc.string({ unit: fc.oneof({ weight: 3, arbitrary: fc.string({ unit: fc.constantFrom('a', 'b', '1', ' ', ':', '#', '-', '*', '_', '[', ']', '{', '}', '@', '"', "'", '|', '&', '!', '%', ',', '.', '~', '\\', '<', '>', '`', '$', '^', '?', '=', ';', '(', ')', '/'), minLength: 1, maxLength: 1 }) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) }), minLength: 1, maxLength: 30 })
  .filter(text => !/[\p{Cc}\p{Cs}\uFEFF\u2028\u2029]/u.test(text)).map(text => text.replace(/\s+/g, ' ').trim()).filter(text => text !== '');
const name = fc.oneof(fc.constantFrom('Ali Alatas', 'Pérez de Cuéllar', '1988', 'true', 'null', '~', 'No: 1', '# one', '- dash', '"quoted"', "it's", 'a, b', '[x]', '{y}', 'a #b', '@key', '*star', '&amp', '%', '!tag', '|', '>', '? q', 'Yes', '0x1F', '1.10'), line);
const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,11}$/);
const date = fc.constantFrom('1988', '1985~', '1989-21', '1988-07/1990-09', '198X', '1988-07-25', '1988/..', '../1990', '1990?', '[1988,1989]').map(text => readDate(text)!);
const cite = fc.constantFrom('@khan2022', '@khan2022, sec. 3.2, n. 24; citing @martin2018', '@a, pp. 41-43; see @b', '@{https://x.org/a_(1)}, p. 3', '@x:y.z, passim', '@a, {iv}').map(text => readCite(text)!.map(toCitation));
const citations = fc.oneof(fc.constant([]), cite);
const dated = { start: fc.option(date, { nil: undefined }), end: fc.option(date, { nil: undefined }), citations };
const others = (kind: 'alias' | 'metonym') => fc.array(fc.record({ text: name, kind: fc.constant(kind), ...dated }), { maxLength: 3 });
const remark = fc.record({ kind: fc.constantFrom('disputed' as const, 'note' as const), text: line, citations });
const statement = fc.record({ text: line, citations: cite, remarks: fc.array(remark, { maxLength: 2 }) });
/** With and without names, each once in its entry. */
const statements = fc.uniqueArray(fc.tuple(statement, fc.option(fc.stringMatching(/^[A-Za-z0-9-]{1,9}$/), { nil: undefined })), { maxLength: 3, selector: ([, given], ) => given ?? Symbol('none') })
  .map(all => all.map(([one, given]) => given === undefined ? one : { ...one, name: given }));
const common = { id: fc.constant('a'), key: fc.constant('a'), corpusId: fc.constant(''), uri: fc.constant('file:///c/a.md'), nameSpan: fc.constant({ start: 0, end: 0 }), name, summary: fc.oneof(fc.constant(''), line),
  statements: statements as unknown as fc.Arbitrary<Statement[]> };
const named = (entry: object & { name: string }, more: readonly object[]) => ({ ...entry, names: [{ text: entry.name, kind: 'preferred', start: undefined, end: undefined, citations: [] }, ...more] }) as unknown as Entry;

const actor = fc.tuple(fc.record({ ...common, class: fc.constant('actor'), type: fc.constantFrom(...ACTOR_TYPES),
  memberships: fc.array(fc.record({ organization: id, role: name, ...dated }), { maxLength: 3 }),
  relations: fc.array(fc.record({ type: fc.constantFrom(...RELATION_TYPES), with: id, ...dated }), { maxLength: 3 }) }), others('alias'), others('metonym')).map(([entry, aliases, metonyms]) => named(entry, [...aliases, ...metonyms]));
const event = fc.tuple(fc.record({ ...common, class: fc.constant('event'), kind: fc.constantFrom(...EVENT_KINDS), date: fc.option(date, { nil: undefined }),
  wording: fc.option(name, { nil: undefined }), place: fc.option(name, { nil: undefined }), participants: fc.array(fc.record({ actor: id, role: fc.constantFrom(...PARTICIPANT_ROLES), citations }), { maxLength: 3 }),
  partOf: fc.array(id, { maxLength: 2 }), follows: fc.array(id, { maxLength: 2 }), citations, background: fc.boolean() }), others('alias')).map(([entry, aliases]) => named(entry, aliases));
const concept = fc.tuple(fc.record({ ...common, class: fc.constant('concept'), kind: fc.constantFrom(...CONCEPT_KINDS), figure: fc.option(fc.record({ amount: name, unit: name }), { nil: undefined }),
  date: fc.option(date, { nil: undefined }), wording: fc.option(name, { nil: undefined }), evidence: fc.array(fc.record({ entry: id, statement: fc.option(fc.constantFrom('^tour', '^37066d', '3', '12'), { nil: undefined }) }), { maxLength: 3 }), citations }), others('alias')).map(([entry, aliases]) => named(entry, aliases));

/** What an entry says, without where it stands. */
function meaning(entry: Entry | undefined): unknown {
  return entry && { ...entry, uri: '', nameSpan: undefined, statements: entry.statements.map(({ text, name: given, citations: cited, remarks }) => ({ text, name: given, citations: cited, remarks })) };
}
const PATHS = { actor: 'actors/a.md', event: 'events/a.md', concept: 'concepts/a.md' };

describe.each([['actor', actor], ['event', event], ['concept', concept]] as const)('any %s', (name_, entries) => {
  test('is read back as it was written', () => {
    fc.assert(fc.property(entries, entry => {
      const text = writeEntry(entry);
      const { entry: read, problems } = entryOf(text, PATHS[name_]);
      expect(problems.filter(problem => problem.code !== 'end-before-start'), text).toEqual([]);
      expect(meaning(read), text).toEqual(meaning(entry));
    }), { numRuns: 300 });
  });

  test('is written the same again', () => {
    fc.assert(fc.property(entries, entry => {
      const text = writeEntry(entry);
      expect(writeEntry(entryOf(text, PATHS[name_]).entry!)).toBe(text);
    }), { numRuns: 100 });
  });
});

test('the form is the one of the documentation', () => {
  const text = `---
type: person
name: Ali Alatas
aliases: [Alatas, Minister Alatas]
memberships:
  - organization: indonesia
    role: Foreign Minister
    start: 1988
    cite: "@khan2022, sec. 3.2"
---
Indonesia's foreign minister.

- Told [[martin|Martin]] *so* in 1989. [@khan2022, sec. 3.2; citing @martin2018]
  - disputed: Another year is given. [@khan2022, n. 24]
- Was right. [@khan2022] ^right
`;
  expect(writeEntry(entryOf(text).entry!)).toBe(text);
});
