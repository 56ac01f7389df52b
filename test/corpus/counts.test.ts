import { expect, test } from 'vitest';
import { bundled } from './material.ts';

const { snapshot, corpus } = bundled();

/** From a count of the paper by hand: the corpus may grow, and loses nothing unseen. */
const AT_LEAST: readonly (readonly [what: string, count: number, found: number])[] = [
  ['actors, authors and bodies', 148, snapshot.actors.length],
  ['actors that take part in the process', 77, new Set(snapshot.events.filter(event => !event.background).flatMap(event => event.participants.map(({ actor }) => actor))).size],
  ['events of the process', 120, snapshot.events.filter(event => !event.background).length],
  ['events of background or comparison', 40, snapshot.events.filter(event => event.background).length],
  ['works', 39, snapshot.sources.size],
  ['concepts', 126, snapshot.concepts.length],
  ['relations', 138, snapshot.actors.flatMap(actor => actor.relations).length],
  ['offices and memberships', 65, snapshot.actors.flatMap(actor => actor.memberships).length],
  ['dated expressions', 114, new Set([
    ...snapshot.events.flatMap(event => [event.date?.edtf, event.wording]),
    ...snapshot.actors.flatMap(actor => [...actor.memberships, ...actor.relations]).flatMap(({ start, end }) => [start?.edtf, end?.edtf]),
  ].filter(text => text !== undefined)).size],
  ['statements', 600, snapshot.statements.length],
  ['contradictions of the paper that carry a remark', 45, snapshot.statements.flatMap(statement => statement.remarks).filter(remark => remark.kind === 'disputed').length],
];

test.each(AT_LEAST)('%s: at least %i', (_, count, found) => { expect(found).toBeGreaterThanOrEqual(count); });

test('the paper has its 65 notes and its 25 sections', () => {
  const outline = snapshot.outlines.get(corpus.info.defaultCitation ?? '');
  expect(outline?.notes.map(note => note.number)).toEqual(Array.from({ length: 65 }, (_, index) => index + 1));
  expect(outline?.sections.map(section => section.number)).toHaveLength(25);
});

test('the lessons are the eight of chapter 5, each from its own section', () => {
  const lessons = snapshot.concepts.filter(concept => concept.kind === 'lesson');
  expect(lessons.map(lesson => lesson.citations[0]?.locator?.value).sort()).toEqual(['5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8']);
});

test('the tracks of the process stand under it or beside it, and hold the rest', () => {
  const tracks = ['ick-diplomacy', 'jakarta-informal-meetings', 'paris-1989-track', 'p5-track', 'paris-1991-track', 'china-viet-nam-talks', 'sino-soviet-thaw', 'un-good-offices', 'untac-operation', 'human-rights-track'];
  for (const id of tracks) expect(snapshot.events.filter(event => event.partOf.includes(id)).length, id).toBeGreaterThan(0);
  const loose = snapshot.events.filter(event => !event.background && event.partOf.length === 0 && !snapshot.events.some(part => part.partOf.includes(event.id)));
  expect(loose.length).toBeLessThan(10);
});

test('capitals that stand for governments are metonyms', () => {
  const metonyms = Object.fromEntries(snapshot.actors.flatMap(actor => actor.names.filter(name => name.kind === 'metonym').map(name => [name.text, actor.id])));
  expect(metonyms).toEqual({
    Beijing: 'china', Hanoi: 'viet-nam', Kremlin: 'soviet-union', Moscow: 'soviet-union', Paris: 'france', 'Phnom Penh': 'phnom-penh-regime', Washington: 'united-states',
  });
});

test('works that the paper cites say which fields do not come from it', () => {
  for (const { citekey, item } of snapshot.sources.values()) {
    if (citekey === corpus.info.defaultCitation) continue;
    expect(item.note, citekey).toMatch(/(?:Cited|Named) in /);
  }
});
