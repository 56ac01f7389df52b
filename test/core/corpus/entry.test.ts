import { describe, expect, test } from 'vitest';
import { actorOf, codesOf, conceptOf, entryOf, eventOf, wordsAt } from './helpers.ts';

const ALATAS = `---
type: person
name: Ali Alatas
aliases: [Alatas, {name: Minister Alatas, start: 1988, end: 1999, cite: "@khan2022, sec. 3"}]
memberships:
  - organization: indonesia
    role: Foreign Minister
    start: 1988
    cite: "@khan2022, sec. 3.2, n. 24; citing @martin2018"
  - organization: asean
relations: {type: negotiates-with, with: vietnam, cite: "@khan2022"}
---
Indonesia's foreign minister
in those years.

- Told *Martin* that Paris could not succeed. [@khan2022, sec. 3.2; citing @martin2018]
  - disputed: Another year is given elsewhere. [@khan2022, n. 24]
  - note: Ours.
- Hosted [[jim|the meetings]]. [@khan2022, sec. 3.2]
`;

describe('an actor', () => {
  const { entry, problems } = entryOf(ALATAS, 'actors/ali-alatas.md');

  test('has no problems', () => { expect(problems).toEqual([]); });

  test('has its id from the name of the file', () => { expect(entry).toMatchObject({ id: 'ali-alatas', key: 'ali-alatas', class: 'actor', type: 'person', name: 'Ali Alatas' }); });

  test('has all its names, the preferred one first', () => {
    expect(entry!.names).toMatchObject([
      { text: 'Ali Alatas', kind: 'preferred' }, { text: 'Alatas', kind: 'alias', start: undefined },
      { text: 'Minister Alatas', kind: 'alias', start: { edtf: '1988' }, end: { edtf: '1999' }, citations: [{ citekey: 'khan2022', suffixText: 'sec. 3' }] },
    ]);
  });

  test('holds offices with dates and authority', () => {
    expect(entry).toMatchObject({ memberships: [
      { organization: 'indonesia', role: 'Foreign Minister', start: { edtf: '1988' }, end: undefined, citations: [
        { citekey: 'khan2022', locator: { label: 'section', value: '3.2' }, suffixText: 'sec. 3.2, n. 24', prefix: '' }, { citekey: 'martin2018', prefix: 'citing', suffixText: '' },
      ] },
      { organization: 'asean', role: 'member', citations: [] },
    ] });
  });

  test('a single relation needs no list', () => { expect(entry).toMatchObject({ relations: [{ type: 'negotiates-with', with: 'vietnam' }] }); });

  test('has a summary in one line', () => { expect(entry!.summary).toBe("Indonesia's foreign minister in those years."); });

  test('has statements without their citations, and their remarks', () => {
    expect(entry!.statements).toMatchObject([
      { id: 'ali-alatas#1', text: 'Told Martin that Paris could not succeed.', citations: [{ citekey: 'khan2022' }, { citekey: 'martin2018', prefix: 'citing' }],
        remarks: [{ kind: 'disputed', text: 'Another year is given elsewhere.', citations: [{ citekey: 'khan2022', suffixText: 'n. 24' }] }, { kind: 'note', text: 'Ours.', citations: [] }] },
      { id: 'ali-alatas#2', text: 'Hosted the meetings.', markdown: 'Hosted [[jim|the meetings]].' },
    ]);
  });

  test('a statement spans its list item', () => {
    const [first] = entry!.statements;
    expect(ALATAS.slice(first!.span.start, first!.span.end)).toBe('- Told *Martin* that Paris could not succeed. [@khan2022, sec. 3.2; citing @martin2018]');
  });

  test('its name stands at its place', () => { expect(ALATAS.slice(entry!.nameSpan.start, entry!.nameSpan.end)).toBe('Ali Alatas'); });

  test('the claims without a source are known', () => { expect(entryOf(ALATAS).uncited.map(({ what, span }) => [what, ALATAS.slice(span.start, span.end)])).toEqual([['membership', 'organization: asean']]); });
});

describe('an event', () => {
  test('has its date, wording, place and authority', () => {
    expect(eventOf('date: 1985~\nwording: late 1985\nplace: Jakarta\ncite: "@a, p. 3"\nbackground: true')).toMatchObject({
      class: 'event', kind: 'meeting', date: { edtf: '1985~' }, wording: 'late 1985', place: 'Jakarta', citations: [{ citekey: 'a' }], background: true,
    });
  });

  test('is part of one event or of several', () => {
    expect(eventOf('part-of: ick\nfollows: [a, b]')).toMatchObject({ partOf: ['ick'], follows: ['a', 'b'] });
  });

  test('has participants, with a role or without', () => {
    expect(eventOf('participants:\n  - vietnam\n  - {actor: indonesia, role: host, cite: "@a"}')).toMatchObject({
      participants: [{ actor: 'vietnam', role: 'participant', citations: [] }, { actor: 'indonesia', role: 'host', citations: [{ citekey: 'a' }] }],
    });
  });

  test('is no background unless it says so', () => { expect(eventOf('date: 1985').background).toBe(false); });
});

test('a concept has its figure and evidence', () => {
  expect(conceptOf('figure: {amount: 21, unit: percent of the population}\nevidence: [a, b#^tour, "c:d#3"]\ndate: 1979')).toMatchObject({
    class: 'concept', kind: 'lesson', figure: { amount: '21', unit: 'percent of the population' }, date: { edtf: '1979' },
    evidence: [{ entry: 'a', statement: undefined }, { entry: 'b', statement: '^tour' }, { entry: 'c:d', statement: '3' }],
  });
});

test.each(['a#', 'a#0', 'a#tour', 'a#^', 'a#^a b', 'a#^x#^y'])('evidence is no %s', evidence => {
  expect(codesOf(entryOf(`---\ntype: concept\nkind: lesson\nname: C\nevidence: ['${evidence}', b]\n---\n`, 'concepts/c.md').problems)).toEqual(['bad-id']);
});

describe('the name of a statement', () => {
  const statementsOf = (body: string) => entryOf(`---\ntype: state\nname: A\n---\n${body}`).entry!.statements.map(({ id, name, text, citations, remarks }) => [id, name, text, citations.length, remarks.length]);

  test('stands behind its citation, and is its id', () => { expect(statementsOf('- Said. [@k, sec. 1] ^Tour-82')).toEqual([['a#^Tour-82', 'Tour-82', 'Said.', 1, 0]]); });
  test('stands before its remarks', () => { expect(statementsOf('- Said. [@k] ^tour\n  - note: Perhaps. [@k]')).toEqual([['a#^tour', 'tour', 'Said.', 1, 1]]); });
  test('may stand on the last of several lines', () => { expect(statementsOf('- Said\n  so. [@k]\n  ^tour\n- More. [@k]')).toEqual([['a#^tour', 'tour', 'Said so.', 1, 0], ['a#2', undefined, 'More.', 1, 0]]); });
  test('is none within the text', () => { expect(statementsOf('- Rose by x^2 or ^so much. [@k]')).toEqual([['a#1', undefined, 'Rose by x^2 or ^so much.', 1, 0]]); });
  test('is none behind a backslash', () => { expect(statementsOf('- Said [@k] \\^tour')).toEqual([['a#1', undefined, 'Said ^tour', 1, 0]]); });
  test('belongs to the first of two that claim it', () => {
    const { entry, problems } = entryOf('---\ntype: state\nname: A\n---\n- One. [@k] ^x\n- Two. [@k] ^x\n');
    expect(entry!.statements.map(({ id, text }) => [id, text])).toEqual([['a#^x', 'One.'], ['a#2', 'Two.']]);
    expect(problems.map(({ code, span }) => [code, span.end - span.start])).toEqual([['duplicate-statement', 2]]);
  });
});

test('a byte order mark does no harm', () => { expect(entryOf(`\uFEFF${ALATAS}`).entry!.name).toBe('Ali Alatas'); });

test('Windows line ends do no harm', () => {
  const { entry, problems } = entryOf(ALATAS.replaceAll('\n', '\r\n'));
  expect(problems).toEqual([]);
  expect(entry).toMatchObject({ name: 'Ali Alatas', statements: [{ text: 'Told Martin that Paris could not succeed.' }, {}] });
});

test('a citation with brackets is read as one without', () => {
  expect(eventOf('date: 1985\ncite: "[@a, p. 3; @b]"').citations).toMatchObject([{ citekey: 'a', suffixText: 'p. 3' }, { citekey: 'b' }]);
});

test('the citations of a statement may stand in its middle', () => {
  expect(actorOf('type: state\nname: A', '- One [@a, p. 3] and two [@b].').statements).toMatchObject([{ text: 'One and two.', citations: [{ citekey: 'a' }, { citekey: 'b' }] }]);
});

describe('what is wrong costs only itself', () => {
  function wrong(frontMatter: string, body = '', path = 'actors/a.md') {
    const text = `---\n${frontMatter}\n---\n${body}`;
    const { entry, problems } = entryOf(text, path);
    return { entry, problems, at: problems.map(problem => `${problem.code} ${wordsAt(text, problem)}`), text };
  }

  test('a bad date', () => {
    const { entry, at } = wrong('type: state\nname: A\nmemberships:\n  - organization: b\n    start: 1988-13\n    end: 1990\n    cite: "@a"');
    expect(at).toEqual(['bad-date 1988-13']);
    expect(entry).toMatchObject({ memberships: [{ organization: 'b', start: undefined, end: { edtf: '1990' } }] });
  });

  test('a membership of nothing', () => {
    const { entry, problems } = wrong('type: state\nname: A\nmemberships:\n  - role: x\n  - organization: b\n    cite: "@a"');
    expect(codesOf(problems)).toEqual(['missing-key']);
    expect(entry).toMatchObject({ memberships: [{ organization: 'b' }] });
  });

  test('an impossible id is told once', () => {
    const { entry, at } = wrong('type: state\nname: A\nmemberships:\n  - organization: Viet Nam\n    cite: "@a"');
    expect(at).toEqual(['bad-id Viet Nam']);
    expect(entry).toMatchObject({ memberships: [] });
  });

  test('an unknown type, with the nearest known one', () => {
    const { entry, problems, at } = wrong('type: sate\nname: A');
    expect(at).toEqual(['unknown-type sate']);
    expect(problems[0]!.message).toContain('did you mean “state”?');
    expect(entry).toMatchObject({ class: 'actor', type: 'collective' });
  });

  test('a type in American spelling is no fault', () => {
    expect(wrong('type: organization\nname: A')).toMatchObject({ at: [], entry: { type: 'organisation' } });
  });

  test('an unknown kind of event', () => {
    expect(wrong('type: event\nkind: meting\nname: A', '', 'events/e.md')).toMatchObject({ at: ['unknown-type meting'], entry: { kind: 'other' } });
  });

  test('an unknown role', () => {
    expect(wrong('type: event\nkind: talks\nname: A\nparticipants: [{actor: a, role: hots}]', '', 'events/e.md'))
      .toMatchObject({ at: ['unknown-type hots'], entry: { participants: [{ actor: 'a', role: 'participant' }] } });
  });

  test('unknown keys, all of them', () => {
    expect(wrong('type: state\nnaem: x\ncolour: red\nname: A')).toMatchObject({ at: ['unknown-key naem', 'unknown-key colour'], entry: { name: 'A' } });
  });

  test.each([
    ['id', 'the id of an entry is the name of its file'], ['abbreviation', 'is one of the aliases'], ['description', 'the text below the front matter'],
  ])('the key %s, which has another place', (key, words) => {
    const { at, problems, entry } = wrong(`type: state\n${key}: x\nname: A`);
    expect(at).toEqual([`key-elsewhere ${key}`]);
    expect(problems[0]!.message).toContain(words);
    expect(entry).toMatchObject({ name: 'A' });
  });

  test.each([
    ['a membership that ends', 'type: person\nname: A\nmemberships: [{organization: b, cite: "@k", until: 1990}]', 'end'],
    ['a membership with a title', 'type: person\nname: A\nmemberships: [{organization: b, cite: "@k", title: Envoy}]', 'role'],
    ['an actor with a title', 'type: person\ntitle: A\nname: A', 'name'],
    ['what is misspelt', 'type: person\nname: A\nmemberships: [{organization: b, cite: "@k", strat: 1990}]', 'start'],
  ])('another word for a key: %s', (_, yaml, meant) => {
    const { problems } = wrong(yaml);
    expect(problems.find(({ code }) => code === 'unknown-key')?.message).toContain(`did you mean “${meant}”?`);
  });

  test('text where a list of tables should be', () => {
    expect(wrong('type: state\nname: A\nmemberships: indonesia').entry).toMatchObject({ name: 'A', memberships: [] });
  });

  test('a table where text should be', () => {
    expect(wrong('type: state\nname: {a: b}\naliases: [A]')).toMatchObject({ at: ['wrong-shape {a: b}'], entry: { name: 'a', names: [{ text: 'a' }, { text: 'A' }] } });
  });

  test('a cite that is no citation', () => {
    expect(wrong('type: event\nkind: talks\nname: A\ndate: 1985\ncite: khan 2022', '', 'events/e.md')).toMatchObject({ at: ['bad-citation khan 2022'], entry: { citations: [], date: { edtf: '1985' } } });
  });

  test('no name: the id stands in', () => {
    const { entry, problems } = wrong('type: state');
    expect(codesOf(problems)).toEqual(['missing-key']);
    expect(entry!.name).toBe('a');
  });

  test('no type: the folder tells', () => {
    expect(wrong('kind: talks\nname: A', '', 'events/e.md')).toMatchObject({ at: ['missing-key ---'], entry: { class: 'event' } });
  });

  test('the wrong folder', () => {
    expect(wrong('type: event\nkind: talks\nname: A')).toMatchObject({ at: ['wrong-folder event'], entry: { class: 'event' } });
  });

  test('an open bracket', () => {
    const { entry, problems } = wrong('type: state\naliases: [a, b\nname: A', '- Said. [@a]');
    expect(codesOf(problems)).toEqual(['bad-yaml']);
    expect(entry).toMatchObject({ type: 'state', name: 'A', statements: [{ text: 'Said.' }] });
  });

  test('an office that ends before it starts', () => {
    expect(wrong('type: state\nname: A\nmemberships: {organization: b, start: 1990, end: 1988, cite: "@a"}').at).toEqual(['end-before-start 1988']);
  });

  test('text that is neither summary nor statement', () => {
    expect(wrong('type: state\nname: A', 'One.\n\nTwo.\n\n- Said. [@a]').at).toEqual(['stray-text Two.']);
  });

  test('an unknown remark is a note', () => {
    const { entry, problems } = wrong('type: state\nname: A', '- Said. [@a]\n  - dispute: no');
    expect(problems[0]!.message).toContain('did you mean “disputed”?');
    expect(entry).toMatchObject({ statements: [{ remarks: [{ kind: 'note', text: 'dispute: no' }] }] });
  });
});

test('without front matter there is no entry, but its id is known', () => {
  expect(entryOf('# Notes\n', 'actors/a.md')).toMatchObject({ id: 'a', entry: undefined, problems: [{ code: 'no-front-matter' }] });
});

test('front matter without an end reaches to the first blank line', () => {
  const { entry, problems } = entryOf('---\ntype: state\nname: A\n\n- Said. [@a]\n');
  expect(codesOf(problems)).toEqual(['unclosed-front-matter']);
  expect(entry).toMatchObject({ name: 'A', statements: [{ text: 'Said.' }] });
});

test.each(['My File.md', 'Ä.md', '-a.md', `${'a'.repeat(81)}.md`])('%s cannot be an id', name => {
  expect(codesOf(entryOf('---\ntype: state\nname: A\n---\n', `actors/${name}`).problems)).toEqual(['bad-file-name']);
});

test('what is far too long for a statement, a summary or a remark is left out, and the rest kept', () => {
  const long = 'word '.repeat(1000);
  const { entry, problems } = entryOf(`---\ntype: state\nname: A\n---\n${long}\n\n- Said. [@a]\n  - note: ${long}\n- ${long} [@a]\n- Said again. [@a]\n`);
  expect(codesOf(problems)).toEqual(['too-long', 'too-long', 'too-long']);
  expect(entry).toMatchObject({ summary: '', statements: [{ id: 'a#1', remarks: [] }, { id: 'a#3', text: 'Said again.' }] });
});

test('front matter of more than 50,000 characters is not read', () => {
  expect(codesOf(entryOf(`---\nname: ${'x'.repeat(60_000)}\n---\n`).problems)).toEqual(['too-large-yaml']);
});

test('an entry of a megabyte of faults is given up', () => {
  const text = `---\n${Array.from({ length: 5000 }, (_, index) => `k${index}: [}`).join('\n')}\n---\n`;
  expect(entryOf(text).problems.length).toBeGreaterThan(0);
});
