import { describe, expect, test } from 'vitest';
import {
  bestStatements, eventsOf, evidenceOf, followedBy, membersOf, officesAt, partsOf, relationsOf, statementsCiting, type Event, type Statement,
} from '../../src/core/corpus/index.ts';
import { isBefore, parseEdtf, type EdtfDate } from '../../src/core/dates/index.ts';
import { bundled } from './material.ts';

/*
 * What someone who has read only the corpus can answer about the peace process, asked of the snapshot as the editor asks it.
 */
const { snapshot } = bundled();

const at = (edtf: string): EdtfDate => parseEdtf(edtf)!;
const event = (id: string): Event => snapshot.entries.get(id) as Event;
const about = (key: string): readonly Statement[] => snapshot.statementsAbout.get(key) ?? [];
/** Statements that speak of both. */
const linking = (a: string, b: string) => about(a).filter(statement => statement.mentions.includes(b));

describe('who held which office when something happened', () => {
  const holders = (organization: string, role: string, when: EdtfDate) =>
    membersOf(snapshot, organization, when).filter(({ membership }) => membership.role === role).map(({ actor, certainty }) => `${actor.name}: ${certainty}`);

  test.each([
    ['Indonesia’s foreign minister when the idea was put to Hanoi', 'indonesia', 'Foreign Minister', 'mochtar-hanoi-visit-1987', ['Mochtar Kusumaatmadja: likely']],
    ['Indonesia’s foreign minister at the first Paris conference', 'indonesia', 'Foreign Minister', 'paris-conference-1989', ['Ali Alatas: likely']],
    ['the Secretary-General who talked in Tokyo', 'united-nations', 'Secretary-General', 'tokyo-talks-1987', ['Javier Pérez de Cuéllar: yes']],
    ['the Secretary-General who went to China', 'united-nations', 'Secretary-General', 'hammarskjold-peking-talks', ['Dag Hammarskjöld: likely']],
    ['the Chinese premier then', 'china', 'Premier', 'hammarskjold-peking-talks', ['Zhou Enlai: likely']],
    ['the American Secretary of State at the General Assembly of 1989', 'united-states', 'Secretary of State', 'baker-general-assembly-1989', ['James Baker: likely']],
    ['the Vietnamese foreign minister to whom Ahmed spoke', 'viet-nam', 'Foreign Minister', 'ahmed-thach-1987', ['Nguyen Co Thach: likely']],
    ['the Romanian president who had ideas of his own', 'romania', 'President', 'ceausescu-initiative-1987', ['Nicolae Ceauşescu: likely']],
    ['the Australian foreign minister in the time of the P5 meetings', 'australia', 'Foreign Minister', 'sino-soviet-talks-1990', ['Gareth Evans: likely']],
  ])('%s', (_, organization, role, id, expected) => { expect(holders(organization, role, event(id).date!)).toEqual(expected); });

  test('the month of the change in Jakarta is not told, and so neither is the minister of July 1988', () => {
    expect(holders('indonesia', 'Foreign Minister', event('jim-first-1988').date!).sort()).toEqual(['Ali Alatas: unknown', 'Mochtar Kusumaatmadja: unknown']);
  });

  test('nobody is Indonesia’s foreign minister in 1987 but Mochtar, and Alatas is at the UN until 1988', () => {
    expect(officesAt(snapshot.actors.find(actor => actor.id === 'ali-alatas')!, at('1987')).map(({ membership }) => membership.role)).toEqual(['Permanent Representative to the United Nations']);
  });

  test('Sihanouk is no head of state after 1970', () => {
    const sihanouk = snapshot.actors.find(actor => actor.id === 'norodom-sihanouk')!;
    const isHead = (when: string) => officesAt(sihanouk, at(when)).some(({ membership }) => membership.role === 'Head of State');
    expect([isHead('1969'), isHead('1975')]).toEqual([true, false]);
  });
});

describe('who belongs to what', () => {
  const members = (id: string) => membersOf(snapshot, id).filter(({ membership }) => membership.role === 'member').map(({ actor }) => actor.id).sort();
  test.each([
    ['asean', ['indonesia', 'malaysia', 'philippines', 'singapore', 'thailand']],
    ['p5', ['china', 'france', 'soviet-union', 'united-kingdom', 'united-states']],
    ['cgdk', ['khmer-rouge', 'nationalists', 'royalists']],
    ['supreme-national-council', ['khmer-rouge', 'nationalists', 'phnom-penh-regime', 'royalists']],
    ['cambodian-factions', ['khmer-rouge', 'nationalists', 'phnom-penh-regime', 'royalists']],
    ['indochina-governments', ['laos', 'phnom-penh-regime', 'viet-nam']],
  ])('%s', (id, expected) => { expect(members(id)).toEqual(expected); });

  test('Sihanouk leads the coalition in exile and the royalists in it, Son Sann the nationalists', () => {
    const led = (id: string) => relationsOf(snapshot, id).filter(({ relation, direction }) => relation.type === 'leads' && direction === 'forward').map(({ other }) => other.id);
    expect(led('norodom-sihanouk').sort()).toEqual(['cgdk', 'royalists']);
    expect(led('son-sann')).toEqual(['nationalists']);
  });
});

describe('what each of the P5 wanted', () => {
  const fromLesson = statementsCiting(snapshot, 'khan2022', { label: 'section', value: '5.1' });
  test.each([
    ['united-states', /allies in Southeast Asia/], ['soviet-union', /expensive support for Viet Nam/], ['china', /Vietnamese withdrawal/], ['france', /former colonies in Indochina/], ['united-kingdom', /less at stake/],
  ])('%s', (key, wanted) => { expect(fromLesson.filter(statement => statement.entryKey === key).map(statement => statement.text).join('\n')).toMatch(wanted); });

  test('and who backed whom', () => {
    const backers = (key: string) => relationsOf(snapshot, key).filter(({ relation, direction }) => relation.type === 'backs' && direction === 'backward').map(({ other }) => other.id).sort();
    expect(backers('khmer-rouge')).toEqual(['china']);
    expect(backers('phnom-penh-regime')).toEqual(['soviet-bloc', 'soviet-union', 'viet-nam']);
    expect(backers('cambodian-resistance')).toEqual(['china', 'international-community', 'reagan-administration', 'thailand', 'united-states']);
  });
});

describe('what others wanted', () => {
  test.each([
    ['a conference of the region alone', 'viet-nam', /conference limited to the players of the region/],
    ['the Khmer Rouge kept from power', 'phnom-penh-regime', /wanted the Khmer Rouge kept from sharing power/],
    ['no word of genocide', 'khmer-rouge', /against any use of the term genocide/],
    ['that word in the agreement', 'soviet-union', /in favour of having the agreement use the word genocide/],
    ['a role for France as a balance', 'norodom-sihanouk', /balance the influence of China and ASEAN/],
    ['French troops after an agreement', 'norodom-sihanouk', /bring French troops/],
    ['an international human rights body', 'amnesty-international', /set up an international body/],
    ['normal relations with Washington as a lever', 'indonesia', /normalising of Hanoi's relations with Washington/],
    ['to keep control of the process', 'asean', /keep hold of it/],
  ])('%s', (_, key, wanted) => { expect(about(key).map(({ text }) => text).join('\n')).toMatch(wanted); });
});

describe('which proposals came from whom, in what order, and which survived', () => {
  test('in the order of time, with their authors; the eight points have no date of their own', () => {
    const proposals = snapshot.events.filter(({ kind, background }) => kind === 'proposal' && !background)
      .map(({ id, date, participants }) => `${date?.edtf ?? 'no date'} ${id}: ${participants.filter(({ role }) => role === 'author').map(({ actor }) => actor).join(', ')}`);
    expect(proposals).toEqual([
      '1982 regional-conference-plus-proposal-1982: united-nations, rafeeuddin-ahmed',
      '1985 cocktail-party-proposal-1985: norodom-sihanouk',
      '1987 ceausescu-initiative-1987: nicolae-ceausescu',
      '1989 french-power-sharing-proposal-1989: france',
      '1989~ refugee-plan-drafted-1989: rafeeuddin-ahmed, unhcr, ahmed-team',
      '1989-09 baker-general-assembly-1989: james-baker',
      '1990-08 p5-framework-snc-wording-1990: p5',
      'no date cgdk-eight-point-proposal: cgdk',
    ]);
  });

  test.each([
    ['the UN’s regional conference', 'regional-conference-plus', 'paris-conference-1991'],
    ['the P5 framework', 'p5-framework-1990', 'paris-peace-agreements'],
    ['the refugee plan', 'unhcr', 'annex-refugees'],
    ['the words for the genocide', 'non-return-formula', 'paris-peace-agreements'],
    ['the human rights function of the UN operation', 'article-16', 'untac'],
  ])('%s lived on', (_, idea, heir) => { expect([...linking(idea, heir), ...about(heir).filter(statement => statement.mentions.includes(idea))].length).toBeGreaterThan(0); });

  test.each([
    ['french-power-sharing-proposal-1989', 'sihanouk-refuses-power-sharing-1989'],
    ['two-governments-settlement-1990', 'two-governments-repudiated'],
    ['un-four-point-plan-leak', 'ahmed-plays-down-four-points'],
    ['regional-conference-rejected-by-viet-nam', 'asean-rejects-regional-conference'],
    ['cocktail-party-proposal-1985', 'indonesia-adopts-cocktail-party'],
  ])('%s ended in %s', (id, end) => { expect(followedBy(snapshot, id).map(later => later.id)).toContain(end); });

  test('the road from Baker’s suggestion to the agreements is unbroken', () => {
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean => from === to
      || followedBy(snapshot, from).some(later => !seen.has(later.id) && reaches(later.id, to, seen.add(later.id)));
    expect(reaches('baker-general-assembly-1989', 'paris-peace-agreements')).toBe(true);
    expect(reaches('cocktail-party-proposal-1985', 'jakarta-informal-meetings')).toBe(true);
    expect(reaches('asean-conference-calls-1980', 'ick-1981')).toBe(true);
  });

  test('what led to an event came no later', () => {
    for (const { id, date, follows } of snapshot.events) {
      for (const before of follows) if (date !== undefined && event(before).date !== undefined) expect(isBefore(date, event(before).date!), `${id} after ${before}`).not.toBe('yes');
    }
  });

  test('the parts of the P5 meetings are told in order', () => {
    expect(partsOf(snapshot, 'p5-meetings-1990').map(part => part.id)).toEqual(['p5-first-meeting-1990', 'p5-second-meeting-1990', 'p5-later-meetings-1990', 'p5-framework-1990']);
  });

  test('what Ahmed did is told by his events, with his part in each', () => {
    const done = eventsOf(snapshot, 'rafeeuddin-ahmed').map(({ event: { id }, role }) => `${id}: ${role}`);
    expect(done).toContain('ahmed-tour-1982: mediator');
    expect(done).toContain('amnesty-letter-1988: recipient');
    expect(done).toContain('sihanouk-pledge-1991: recipient');
  });
});

describe('where the evidence of the paper is thin', () => {
  const remarks = (key: string, kind: 'disputed' | 'note') => about(key).flatMap(statement => statement.remarks.filter(remark => remark.kind === kind).map(remark => remark.text)).join('\n');

  test.each([
    ['how many opposition factions there were', 'cambodian-resistance', /four opposition factions/],
    ['when the Peking formula was', 'peking-formula', /1954–55.*1958|1958.*1954–55/s],
    ['who gave the kiss of death', 'regional-conference-rejected-by-viet-nam', /kiss of death/],
    ['when the Special Rapporteur comes', 'special-rapporteur', /during the transitional phase/],
    ['who spoke against the regional conference', 'regional-conference-rejected-by-viet-nam', /not Viet Nam alone/],
    ['who was to be at it', 'regional-conference-plus', /India is the one outsider/],
    ['how long it was from the idea to Paris', 'statistic-ten-years', /nine years/],
    ['whether there was a single lead mediator', 'lead-mediator-in-formal-talks', /no single lead mediator/],
    ['who wrote the annex on refugees', 'un-drafts-annexes-1991', /two years before/],
    ['whether Sihanouk ever went against China', 'norodom-sihanouk', /gave it up only when China pressed him/],
    ['who led the P5', 'p5-track', /if American accounts are to be believed/],
    ['whether the agreements were the first with human rights in them', 'paris-peace-agreements', /El Salvador/],
    ['when the liberal peace ended', 'liberal-peace-era', /Kosovo/],
    ['when Ahmed began', 'ahmed-begins-1981', /1982/],
    ['which came first, the assurances or the announcement', 'sino-soviet-high-level-meetings', /April 1989/],
    ['whether the conflict was over', 'cambodian-conflict', /did not disarm/],
    ['whether Hammarskjöld had a mandate', 'hammarskjold-peking-diplomacy', /resolution 906/],
  ])('a remark says that the paper is of two minds on %s', (_, key, words) => { expect(remarks(key, 'disputed')).toMatch(words); });

  test.each([
    ['whose estimate of the dead it is', 'statistic-population-killed', /does not say whose estimate/],
    ['where the cost of Soviet support comes from', 'soviet-aid-one-billion', /No source is given/],
    ['where Annabi said it', 'un-drafts-annexes-1991', /no source is given/],
    ['what the four points were', 'un-four-point-plan', /not told/],
    ['what the eight points were', 'cgdk-eight-point-proposal', /none of the eight points/],
    ['when the talks of Sihanouk and Hun Sen were', 'sihanouk-hun-sen-talks', /neither number nor dates/],
    ['when the second and third Jakarta meetings were', 'jim-second-and-third', /dates only the beginning and end/],
    ['what office Hun Sen held', 'hun-sen', /never gives his office/],
    ['who was at the head of UNTAC', 'untac', /never named/],
    ['who signed beside the Khmer Rouge', 'paris-peace-agreements', /No other signatory is named/],
    ['when Dumas was minister', 'roland-dumas', /no years for his office/],
    ['when Cheysson was minister', 'claude-cheysson', /no years for his office/],
    ['how much aid the factions had', 'cambodian-resistance', /no year or amount of aid/],
    ['what the lawyers advised', 'un-lawyers', /not told/],
    ['which Chinese officials spoke', 'senior-chinese-officials', /names none of them/],
    ['why exactly Viet Nam stayed away', 'ick-boycott', /another reason is given elsewhere/],
    ['which episode shows a process for its own sake', 'conclusion-process-for-its-own-sake', /no single episode/],
  ])('a note says that the paper does not tell %s', (_, key, words) => { expect(remarks(key, 'note')).toMatch(words); });

  test('the best that is known of the talks between Hanoi and Beijing is that little is', () => {
    expect(bestStatements(snapshot, 'china-viet-nam-talks').map(statement => statement.text).join('\n')).toMatch(/Little is known/);
  });
});

test('each lesson leads to statements that bear it out, from other places than its own section', () => {
  for (const lesson of snapshot.concepts.filter(concept => concept.kind === 'lesson')) {
    const own = lesson.citations[0]?.locator?.value;
    const borne = evidenceOf(snapshot, lesson).flatMap(({ entry, statement }) => statement ?? entry.statements);
    expect(borne.filter(statement => statement.citations.some(({ locator }) => locator?.label === 'section' && locator.value !== own)).length, lesson.name).toBeGreaterThanOrEqual(3);
  }
});
