import { describe, expect, test } from 'vitest';
import { mergeCorpora } from '../../../src/core/corpus/snapshot.ts';
import { corpusOf, filesOf, snapshotOf, SOURCES } from '../corpus/helpers.ts';
import { readCorpus } from '../../../src/core/corpus/read.ts';
import { world } from './process.ts';
import { worldOf } from './world.ts';

const CITE = 'cite: "@khan2022, sec. 1"';

describe('contested', () => {
  test.each([
    ['the recorded date', 'Mensah’s report on the valley came out in late 1994.', ['late 1994']],
    ['the other date', 'Mensah’s report on the valley came out in March 1996.', ['March 1996']],
    ['a third date', 'Mensah’s report on the valley came out in 1991.', []],
    ['both', 'Mensah’s report on the valley came out in late 1994 or in March 1996.', []],
    ['with a word on it', 'Mensah’s report on the valley came out in late 1994, though sources differ.', []],
    ['what nobody disputes', 'The first Oslo conference met in May 1992.', []],
  ])('%s: %s', (_, text, wanted) => expect(world.marked(text, 'contested')).toEqual(wanted));

  test('shows both, with who says so', () => {
    const [finding] = world.check('Mensah’s report on the valley came out in late 1994.').filter(({ rule }) => rule === 'contested');
    expect(finding?.message).toBe('Mensah’s report on the valley: the record is not of one mind; it has late 1994, and: The archive has it in March 1996.');
    expect(finding?.evidence.map(({ text, citations }) => [text, citations.map(({ citekey }) => citekey).join()])).toEqual([
      ['Mensah’s report on the valley: late 1994', 'khan2022'], ['The report came in late 1994.', 'khan2022'], ['The archive has it in March 1996.', 'martin2018'],
    ]);
  });

  test('dates of two corpora', () => {
    const event = (date: string) => `---\ntype: event\nkind: conference\nname: Harbour conference\n${CITE}\ndate: "${date}"\n---\nA summary.\n`;
    const other = readCorpus(filesOf({ 'corpus.yaml': 'id: d\ntitle: D', 'references.json': SOURCES, 'events/harbour.md': event('1992-06') }, 'file:///d'), 'file:///d');
    const two = worldOf(mergeCorpora([corpusOf({ 'references.json': SOURCES, 'events/harbour.md': event('1992-05') }), other]));
    expect(two.messages('The Harbour conference met in May 1992.', 'contested')).toEqual(['Harbour conference: the record is not of one mind; it has May 1992 (C) and June 1992 (D).']);
    expect(two.marked('The Harbour conference met in 1992.', 'contested')).toEqual(['1992']);
    expect(two.marked('The Harbour conference met in June 1992.', 'date-conflict')).toEqual([]);
    expect(two.marked('The Harbour conference met in May 1990.', 'contested')).toEqual([]);
    expect(two.marked('The Harbour conference met in May 1990.', 'date-conflict')).toEqual(['May 1990']);
  });

  const meetingAt = (place: string) => `---\ntype: event\nkind: conference\nname: Harbour conference\n${CITE}\ndate: "1992-05"\nplace: ${place}\n---\nA summary.\n`;
  const placesOf = (mine: string, its: string) => worldOf(mergeCorpora([
    corpusOf({ 'references.json': SOURCES, 'events/harbour.md': meetingAt(mine), 'events/other.md': '---\ntype: event\nkind: visit\nname: Lind’s visit\ndate: "1993"\n---\nA visit.\n' }),
    readCorpus(filesOf({ 'corpus.yaml': 'id: d\ntitle: D', 'references.json': SOURCES, 'events/harbour.md': meetingAt(its) }, 'file:///d'), 'file:///d'),
  ]));

  test.each([
    ['that one has', 'The Harbour conference met in Oslo.', ['Oslo']],
    ['that the other has', 'The Harbour conference was held in Geneva in May 1992.', ['Geneva']],
    ['that neither has', 'The Harbour conference met in Vienna.', []],
    ['both', 'The Harbour conference met in Oslo and then in Geneva.', []],
    ['with a word on it', 'The Harbour conference met in Oslo, though accounts differ.', []],
    ['no place', 'The Harbour conference met in May 1992.', []],
    ['a place of something else', 'Lind, who lived in Oslo, opened the Harbour conference.', []],
    ['a longer name', 'The Harbour conference met in Oslo’s town hall.', []],
    ['beside another event', 'The Harbour conference met after Lind’s visit in Oslo.', []],
    ['of what was only planned', 'The Harbour conference was to meet in Oslo.', []],
  ])('places of two corpora: %s', (_, text, wanted) => expect(placesOf('Oslo', 'Geneva').marked(text, 'contested')).toEqual(wanted));

  test('places of two corpora are shown with who says so', () => {
    const [finding] = placesOf('Oslo', 'Geneva').check('The Harbour conference met in Oslo.').filter(({ rule }) => rule === 'contested');
    expect(finding?.message).toBe('Harbour conference: the record is not of one mind; it has Oslo (C) and Geneva (D).');
    expect(finding?.evidence.map(({ text, citations }) => [text, citations.map(({ citekey }) => citekey).join()])).toEqual([['Harbour conference: Oslo', 'khan2022'], ['Harbour conference: Geneva', 'khan2022']]);
  });

  test('a place and a longer name of it are one', () => expect(placesOf('Oslo', 'Oslo and Geneva').marked('The Harbour conference met in Oslo.', 'contested')).toEqual([]));

  const named = (name: string) => `---\ntype: state\nname: ${name}\n---\nA state.\n`;
  const states = { 'references.json': SOURCES, 'actors/norway.md': named('Norway'), 'actors/kenya.md': named('Kenya'), 'actors/ghana.md': named('Ghana') };
  const gathering = (roles: readonly string[], body = '') => `---\ntype: event\nkind: conference\nname: Harbour conference\n${CITE}\ndate: "1992-05"\nparticipants:\n${roles.map(role => { const [who, what] = role.split('='); return `  - { actor: ${who}, role: ${what}, ${CITE} }\n`; }).join('')}---\nA summary.\n\n${body}`;
  const disputed = (remark: string) => worldOf(snapshotOf({ ...states, 'events/harbour.md': gathering(['norway=host', 'ghana=participant'], `- Norway hosted the Harbour conference. [@khan2022, sec. 1]\n  - disputed: ${remark} [@martin2018]\n`) }));

  test.each([
    ['the recorded host', 'By the archive Kenya hosted it.', 'Norway hosted the Harbour conference.', ['Norway hosted']],
    ['the recorded host, in the passive', 'By the archive it was hosted by Kenya.', 'The Harbour conference was hosted by Norway.', ['was hosted by Norway']],
    ['the other host', 'By the archive Kenya hosted it.', 'Kenya hosted the Harbour conference.', ['Kenya hosted']],
    ['the host, where a remark denies it', 'Norway did not host it.', 'Norway hosted the Harbour conference.', ['Norway hosted']],
    ['who attended, where a remark denies it', 'Ghana stayed away from it.', 'Ghana attended the Harbour conference.', ['Ghana attended']],
    ['who attended, where a remark has others', 'Kenya attended it.', 'Ghana attended the Harbour conference.', []],
    ['what the remark does not speak of', 'By the archive Kenya hosted it.', 'Ghana attended the Harbour conference.', []],
    ['a host that neither has', 'By the archive Kenya hosted it.', 'Ghana hosted the Harbour conference.', []],
    ['with a word on it', 'By the archive Kenya hosted it.', 'Norway hosted the Harbour conference, though accounts differ.', []],
    ['a remark that only names another', 'Kenya would have liked to host it.', 'Norway hosted the Harbour conference.', []],
  ])('who did what: %s', (_, remark, text, wanted) => expect(disputed(remark).marked(text, 'contested')).toEqual(wanted));

  test('what a remark says is no conflict, what nobody says is one', () => {
    const one = disputed('By the archive Kenya hosted it.');
    expect(one.marked('Kenya hosted the Harbour conference.', 'participation-conflict')).toEqual([]);
    expect(one.marked('Ghana hosted the Harbour conference.', 'participation-conflict')).toEqual(['Ghana hosted']);
    const [finding] = one.check('Norway hosted the Harbour conference.').filter(({ rule }) => rule === 'contested');
    expect(finding?.message).toBe('Harbour conference: the record is not of one mind; it has Norway: host, and: By the archive Kenya hosted it.');
    expect(finding?.evidence.map(({ text, citations }) => [text, citations.map(({ citekey }) => citekey).join()])).toEqual([['Harbour conference: Norway, host', 'khan2022'], ['By the archive Kenya hosted it.', 'martin2018']]);
  });

  test('who did what by two corpora', () => {
    const other = readCorpus(filesOf({ 'corpus.yaml': 'id: d\ntitle: D', 'references.json': SOURCES, 'events/harbour.md': gathering(['ghana=host', 'norway=participant']) }, 'file:///d'), 'file:///d');
    const two = worldOf(mergeCorpora([corpusOf({ ...states, 'events/harbour.md': gathering(['norway=host', 'ghana=participant']) }), other]));
    expect(two.messages('Norway hosted the Harbour conference.', 'contested')).toEqual(['Harbour conference: the record is not of one mind; it has Norway: host (C) and Ghana: host; Norway: participant (D).']);
    expect(two.marked('Norway hosted the Harbour conference.', 'participation-conflict')).toEqual([]);
    expect(two.marked('Kenya hosted the Harbour conference.', 'participation-conflict')).toEqual(['Kenya hosted']);
    expect(two.marked('Ghana attended the Harbour conference.', 'contested')).toEqual([]);
  });

  const minister = (remark: string) => worldOf(snapshotOf({ ...states, 'actors/lind.md': `---\ntype: person\nname: Eva Lind\naliases: [Lind]\nmemberships:\n  - { organization: norway, role: Foreign Minister, start: "1988", end: "1994", ${CITE} }\n---\nA person.\n\n- Lind was Foreign Minister of Norway from 1988–1994. [@khan2022, sec. 2]\n  - disputed: ${remark} [@martin2018]\n` }));
  test.each([
    ['before the remark lets it begin', 'By the archive she took office in 1991.', 'In 1990 Foreign Minister Lind spoke.', ['Foreign Minister Lind']],
    ['that both have', 'By the archive she took office in 1991.', 'In 1993 Foreign Minister Lind spoke.', []],
    ['that neither has', 'By the archive she took office in 1991.', 'In 1985 Foreign Minister Lind spoke.', []],
    ['that only the remark has', 'By the archive she resigned in 1997.', 'In 1996 Foreign Minister Lind spoke.', ['Foreign Minister Lind']],
    ['of which nothing tells which end is meant', 'The archive has 1991.', 'In 1990 Foreign Minister Lind spoke.', []],
    ['with a word on it', 'By the archive she took office in 1991.', 'In 1990 Foreign Minister Lind spoke, by some accounts.', []],
  ])('an office at a time %s', (_, remark, text, wanted) => expect(minister(remark).marked(text, 'contested')).toEqual(wanted));

  test('an office that only a remark has then is no conflict', () => {
    const one = minister('By the archive she resigned in 1997.');
    expect(one.marked('In 1996 Foreign Minister Lind spoke.', 'office-conflict')).toEqual([]);
    expect(one.marked('In 1999 Foreign Minister Lind spoke.', 'office-conflict')).toEqual(['Foreign Minister Lind']);
    expect(one.messages('In 1996 Foreign Minister Lind spoke.', 'contested')).toEqual(['Eva Lind: the record is not of one mind; it has Foreign Minister, 1988–1994, and: By the archive she resigned in 1997.']);
  });

  const lind = (start: string, end: string) => `---\ntype: person\nname: Eva Lind\naliases: [Lind]\nmemberships:\n  - { organization: norway, role: Foreign Minister, start: "${start}", end: "${end}", ${CITE} }\n---\nA person.\n`;
  const linds = (own: string, other: string) => worldOf(mergeCorpora([
    corpusOf({ ...states, 'actors/lind.md': own }),
    readCorpus(filesOf({ 'corpus.yaml': 'id: d\ntitle: D', 'references.json': SOURCES, 'actors/norway.md': named('Norway'), 'actors/eva-lind.md': other }, 'file:///d'), 'file:///d'),
  ]));
  test.each([
    ['that one has', 'In 1990 Foreign Minister Lind spoke.', ['Foreign Minister Lind']],
    ['that the other has', 'In 1996 Eva Lind, then foreign minister, spoke.', ['foreign minister']],
    ['that one has, of a body', 'In 1990 Norway’s foreign minister, Eva Lind, spoke.', ['foreign minister, Eva Lind']],
    ['that both have', 'In 1993 Foreign Minister Lind spoke.', []],
    ['that neither has', 'In 1985 Foreign Minister Lind spoke.', []],
    ['that is not told', 'Foreign Minister Lind spoke.', []],
    ['that one may have', 'In 1991 Foreign Minister Lind spoke.', []],
    ['with a word on it', 'In 1990 Foreign Minister Lind spoke, by some accounts.', []],
  ])('an office by two corpora, at a time %s', (_, text, wanted) => expect(linds(lind('1988', '1994'), lind('1991', '1997')).marked(text, 'contested')).toEqual(wanted));

  test('an office by two corpora is shown with who says so, and is a conflict where neither has it', () => {
    const two = linds(lind('1988', '1994'), lind('1991', '1997'));
    expect(two.messages('In 1990 Foreign Minister Lind spoke.', 'contested')).toEqual(['Eva Lind: the record is not of one mind; it has Foreign Minister, 1988–1994 (C) and Foreign Minister, 1991–1997 (D).']);
    expect(two.marked('In 1990 Foreign Minister Lind spoke.', 'office-conflict')).toEqual([]);
    expect(two.marked('In 1996 Foreign Minister Lind spoke.', 'office-conflict')).toEqual([]);
    expect(two.marked('In 1985 Foreign Minister Lind spoke.', 'office-conflict')).toEqual(['Foreign Minister Lind']);
  });
  test('an office that another corpus does not have at all is not contested', () => {
    expect(linds(lind('1988', '1994'), '---\ntype: person\nname: Eva Lind\naliases: [Lind]\n---\nA person.\n').marked('In 1990 Foreign Minister Lind spoke.', 'contested')).toEqual([]);
  });

  const figure = (name: string, amount: string, more = '') => `---\ntype: concept\nkind: statistic\nname: ${name}\nfigure: { amount: "${amount}", unit: river ferries }\n${CITE}\n---\nA summary.\n\n- It had ${amount} river ferries. [@khan2022, sec. 1]\n${more}`;
  const REMARK = '  - disputed: The archive counts nine river ferries. [@martin2018]\n';
  test.each([
    ['of two figures', { 'concepts/a.md': figure('Ferries', '7'), 'concepts/b.md': figure('Ferries by the archive', '9') }, 'The seven river ferries sank.', ['seven']],
    ['of a figure and a remark', { 'concepts/a.md': figure('Ferries', '7', REMARK) }, 'The seven river ferries sank.', ['seven']],
    ['of one figure', { 'concepts/a.md': figure('Ferries', '7') }, 'The seven river ferries sank.', []],
    ['that neither has', { 'concepts/a.md': figure('Ferries', '7', REMARK) }, 'The five river ferries sank.', []],
    ['with a word on it', { 'concepts/a.md': figure('Ferries', '7', REMARK) }, 'By the accounts that we have the seven river ferries sank.', []],
  ])('a number %s', (_, files, text, wanted) => expect(worldOf(snapshotOf({ 'references.json': SOURCES, ...files })).marked(text, 'contested')).toEqual(wanted));
});
