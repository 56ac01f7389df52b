import { makeDraftContext, readDraft, type DraftReading, type Mention } from '../../../src/core/draft/index.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';

const entry = (front: string) => `---\n${front}\n---\nA summary.\n`;
const person = (name: string, more = '') => entry(`type: person\nname: ${name}\n${more}`);
const state = (name: string, more = '') => entry(`type: state\nname: ${name}\n${more}`);
const event = (name: string, more: string) => entry(`type: event\nname: ${name}\n${more}`);

/** A small corpus with names that several bear. */
export const snapshot = snapshotOf({
  'references.json': SOURCES,
  'actors/ahmed.md': person('Rafeeuddin Ahmed', 'aliases: [Ahmed]\nmemberships: [{organization: un, role: Special Representative, cite: "@khan2022"}]'),
  'actors/alatas.md': person('Ali Alatas', 'aliases: [Alatas]\nmemberships: [{organization: indonesia, role: Foreign Minister, start: 1988, cite: "@khan2022"}]'),
  'actors/thach.md': person('Nguyen Co Thach'),
  'actors/claude-martin.md': person('Claude Martin', 'aliases: [Martin]\nmemberships: [{organization: france, role: diplomat, cite: "@khan2022"}]'),
  'actors/marie-martin.md': person('Marie Alexandrine Martin'),
  'actors/bush-senior.md': person('George H. W. Bush', 'aliases: [Bush]\nmemberships: [{organization: usa, role: President, cite: "@khan2022"}]'),
  'actors/bush-aide.md': person('Vannevar Bush', 'aliases: [Bush]\nmemberships: [{organization: un, role: Adviser, cite: "@khan2022"}]'),
  'actors/solomon.md': person('Richard Solomon', 'aliases: [Solomon]'),
  'actors/sihanouk.md': person('Norodom Sihanouk', 'aliases: [Sihanouk, Prince Sihanouk]'),
  'actors/monineath.md': person('Norodom Monineath Sihanouk', 'relations: [{type: spouse-of, with: sihanouk, cite: "@khan2022"}]'),
  'actors/viet-nam.md': state('Viet Nam', 'aliases: [Vietnam]\nmetonyms: [Hanoi]'),
  'actors/china.md': state('China', 'metonyms: [Beijing]'),
  'actors/usa.md': state('United States', 'aliases: [US]\nmetonyms: [Washington]'),
  'actors/france.md': state('France', 'metonyms: [Paris]'),
  'actors/indonesia.md': state('Indonesia'),
  'actors/un.md': entry('type: organisation\nname: United Nations\naliases: [UN]'),
  'actors/who.md': entry('type: organisation\nname: World Health Organization\naliases: [WHO]'),
  'actors/khmer-rouge.md': entry('type: faction\nname: Khmer Rouge'),
  'events/paris-1989.md': event('First Paris conference', 'kind: conference\naliases: [Paris conference]\ndate: 1989-07/1989-08\nparticipants: [{actor: france, role: host, cite: "@khan2022"}]'),
  'events/paris-1991.md': event('Second Paris conference', 'kind: conference\naliases: [Paris conference]\ndate: 1991-10\nparticipants: [{actor: indonesia, role: co-chair, cite: "@khan2022"}]'),
});
export const context = makeDraftContext(snapshot);

export function read(text: string, previous?: DraftReading): DraftReading {
  return readDraft(text, context, previous);
}

/** `Ahmed=ahmed`, with `|` between the keys of an ambiguous name. */
export function named(text: string): string[] {
  return read(text).mentions.map(show);
}
export function show(mention: Mention): string {
  return `${mention.text}=${mention.keys.join('|')}`;
}

/** All that a reading says, with every list made. */
export function plain(reading: DraftReading): unknown {
  return JSON.parse(JSON.stringify(reading));
}
