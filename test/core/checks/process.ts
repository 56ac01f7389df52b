import { snapshotOf, SOURCES } from '../corpus/helpers.ts';
import { worldOf } from './world.ts';

const CITE = 'cite: "@khan2022, sec. 1"';
const entry = (front: string, body = '') => `---\n${front}\n---\nA summary.\n\n${body}`;
const person = (name: string, more = '') => entry(`type: person\nname: ${name}\n${more}`);
const state = (name: string, more = '') => entry(`type: state\nname: ${name}\n${more}`);
const actor = (type: string, name: string, more = '') => entry(`type: ${type}\nname: ${name}\n${more}`);
const event = (kind: string, name: string, more: string, body = '') => entry(`type: event\nkind: ${kind}\nname: ${name}\n${CITE}\n${more}`, body);
const figure = (name: string, amount: string, unit: string, more = '') => entry(`type: concept\nkind: statistic\nname: ${name}\nfigure: { amount: "${amount}", unit: ${unit} }\n${CITE}\n${more}`);
const office = (organization: string, role: string, start = '', end = '') => `  - { organization: ${organization}, role: ${role}${start === '' ? '' : `, start: "${start}"`}${end === '' ? '' : `, end: "${end}"`}, cite: "@khan2022, sec. 2" }`;
const took = (...pairs: string[]) => `participants:\n${pairs.map(pair => { const [who, role] = pair.split('='); return `  - { actor: ${who}, role: ${role}, cite: "@khan2022, sec. 3" }`; }).join('\n')}`;

/** A peace process that never was: two conferences in Oslo, rounds of talks in Nairobi, an agreement. */
export const snapshot = snapshotOf({
  'corpus.yaml': 'id: c\ntitle: C\npreferred-names:\n  Northern Fronts: Northern Front\n  Quil: Quill\n  Harbor Union: Harbour Union',
  'references.json': SOURCES,
  'actors/norway.md': state('Norway', `metonyms: [Oslo]\nmemberships:\n${office('harbour-union', 'member', '1996')}`),
  'actors/kenya.md': state('Kenya', `metonyms: [Nairobi]\nmemberships:\n${office('harbour-union', 'member', '1980')}`),
  'actors/ghana.md': state('Ghana', `metonyms: [Accra]\nmemberships:\n${office('harbour-union', 'member', '1980')}\n${office('wardens', 'member')}`),
  'actors/portugal.md': state('Portugal', `metonyms: [Lisbon]\nmemberships:\n${office('harbour-union', 'member', '1980')}`),
  'actors/burma.md': state('Burma', 'aliases: [{ name: Union of Burma, end: "1989" }]'),
  'actors/un.md': actor('organisation', 'United Nations', 'aliases: [UN]'),
  'actors/harbour-union.md': actor('regional-body', 'Harbour Union', 'aliases: [HU]'),
  'actors/northern-front.md': actor('faction', 'Northern Front', `memberships:\n${office('valley-factions', 'member')}`),
  'actors/southern-league.md': actor('faction', 'Southern League', `memberships:\n${office('valley-factions', 'member')}`),
  'actors/river-party.md': actor('faction', 'River Party', `memberships:\n${office('valley-factions', 'member')}`),
  'actors/valley-factions.md': actor('collective', 'valley factions', 'aliases: [three factions]'),
  'actors/ada-quill.md': person('Ada Quill', `aliases: [Quill]\nmemberships:\n${office('norway', 'Ambassador to Kenya', '1988', '1993')}\n${office('un', 'Special Envoy', '1993', '1998')}`),
  'actors/jon-marsh.md': person('Jon Marsh', `aliases: [Marsh]\nmemberships:\n${office('norway', 'Foreign Minister', '1990', '1994')}`),
  'actors/eva-lind.md': person('Eva Lind', `aliases: [Lind]\nmemberships:\n${office('norway', 'State Secretary', '1990', '1994')}\n${office('norway', 'Foreign Minister', '1994')}`),
  'actors/tom-okoro.md': person('Tom Okoro', `aliases: [Okoro]\nmemberships:\n${office('northern-front', 'leader', '1989')}`),
  'actors/ines-prado.md': person('Inês Prado', `aliases: [Prado]\nmemberships:\n${office('portugal', 'Prime Minister', '1991-06', '1995-10')}`),
  'actors/ola-berg.md': person('Ola Berg', `aliases: [Berg]\nmemberships:\n${office('norway', 'Permanent Representative to the United Nations', '1985', '1991')}`),
  'actors/kofi-mensah.md': person('Kofi Mensah', `aliases: [Mensah]\nmemberships:\n${office('un', 'Secretary-General', '[..1992]', '[1996..]')}`),
  'events/oslo-1992.md': event('conference', 'First Oslo conference', `aliases: [Oslo conference of 1992]\ndate: "1992-05"\nplace: Oslo\n${took('norway=host', 'kenya=co-chair', 'portugal=co-chair', 'northern-front=party', 'southern-league=absent', 'ghana=observer')}`, '- The first Oslo conference met in May 1992. [@khan2022, sec. 3]'),
  'events/oslo-1995.md': event('conference', 'Second Oslo conference', `aliases: [Oslo conference of 1995]\ndate: "1995-03"\nplace: Oslo\nfollows: [oslo-1992]\n${took('norway=host', 'northern-front=party', 'southern-league=party')}`),
  'events/valley-accords.md': event('agreement', 'Valley Accords', `aliases: [Valley Agreement]\ndate: "1995-03-14"\nplace: Oslo\npart-of: [oslo-1995]\n${took('northern-front=signatory', 'southern-league=signatory', 'river-party=absent', 'ghana=observer')}`, '- The Valley Accords were signed on 14 March 1995. [@khan2022, sec. 4]'),
  'events/lake-ceasefire.md': event('agreement', 'Lake ceasefire', 'date: "1993-11"', '- The Lake ceasefire was announced on 20 October 1993. [@khan2022, sec. 4]'),
  'events/charter.md': event('agreement', 'Kenyan harbour charter', `date: "1990-06"\n${took('kenya=author')}`),
  'events/oath.md': event('announcement', 'Okoro’s oath', `date: "1993-11"\nfollows: [lake-ceasefire]\n${took('tom-okoro=author')}`),
  'events/takeover.md': event('regime-change', 'Northern Front takeover', `aliases: [takeover by the Northern Front]\ndate: "1989"\n${took('northern-front=party')}`),
  'events/quill-nairobi.md': event('visit', 'Quill’s visit to Nairobi', `date: "1994-02"\nplace: Nairobi\n${took('ada-quill=participant', 'kenya=host')}`),
  'events/marsh-letter.md': event('letter', 'Marsh’s letter to Okoro', `date: "1993-06-21"\n${took('jon-marsh=author', 'tom-okoro=recipient')}`),
  'events/resolution-4412.md': event('resolution', 'Resolution 4412', 'aliases: [Security Council resolution 4412]\ndate: "1995"'),
  'events/mission-closes.md': event('other', 'Closure of the valley mission', 'date: "1997-12"'),
  'events/rounds.md': event('process', 'Nairobi rounds', `aliases: [Nairobi round]\ndate: "1993-01/1994-10"\n${took('kenya=host')}`),
  'events/round-1.md': event('talks', 'First Nairobi round', `date: "1993-01"\npart-of: [rounds]\n${took('kenya=host')}`),
  'events/round-2.md': event('talks', 'Second Nairobi round', `date: "1993-09"\npart-of: [rounds]\n${took('kenya=host')}`),
  'events/round-3.md': event('talks', 'Third Nairobi round', `date: "1994-10"\npart-of: [rounds]\n${took('kenya=host')}`),
  'events/holt.md': event('atrocity', 'Assassination of Bram Holt', 'date: "1991-08"'),
  'events/prado-accra.md': event('visit', 'Prado’s visit to Ghana', `date: "1993-21"\n${took('ines-prado=participant')}`),
  'events/plan.md': event('proposal', 'Okoro’s canal proposal', `aliases: [proposal of a coastal canal]\ndate: "1990?"\n${took('tom-okoro=author')}`),
  'events/report.md': event('report', 'Mensah’s report on the valley', `aliases: [Secretary-General’s report on the valley]\ndate: "1994-09/1994-12"\nwording: late 1994\n${took('kofi-mensah=author')}`, '- The report came in late 1994. [@khan2022, sec. 5]\n  - disputed: The archive has it in March 1996. [@martin2018]'),
  'events/end-of-war.md': event('war', 'Valley war', 'date: "1989/1995"'),
  'concepts/factions.md': figure('Number of valley factions', '3', 'valley factions'),
  'concepts/round-count.md': figure('Number of Nairobi rounds', '3', 'Nairobi rounds', 'date: "1993-01/1994-10"\nevidence: [rounds]'),
  'concepts/displaced.md': figure('Share of the valley’s people displaced', '30', 'percent of the population of the valley (estimate)', 'aliases: ["30% of the population of the valley"]'),
  'actors/wardens.md': actor('collective', 'Wardens'),
  'events/wardens-meet.md': event('meeting', 'First Wardens meeting', `date: "1990"\n${took('wardens=participant')}`),
  'concepts/warden-meetings.md': figure('Number of meetings of the Wardens', '4', 'Wardens meetings'),
  'concepts/articles.md': figure('Number of articles on roads', '3', 'articles on roads'),
  'concepts/mission-years.md': figure('Years of the mission', '4', 'years in the delta'),
  'concepts/divers.md': figure('Number of divers killed', '40,000', 'divers killed (estimate)'),
  'concepts/killed.md': figure('Number of people killed', '40,000', 'people killed in the valley war (estimate)', 'evidence: [end-of-war]'),
  'concepts/members.md': figure('Number of Harbour Union members', '3', 'Harbour Union member states', 'date: "1980/1995"'),
});

export const world = worldOf(snapshot);
