import { describe, expect, test } from 'vitest';
import { makeDraftContext } from '../../../src/core/draft/index.ts';
import { TextProposals } from '../../../src/core/proposals/fromText.ts';
import { likenessesOf } from '../../../src/core/proposals/duplicates.ts';
import type { Proposal } from '../../../src/core/proposals/types.ts';
import { snapshotOf } from '../timeline/support.ts';
import { WORLD } from './world.ts';

const snapshot = snapshotOf(WORLD);

function propose(...passages: readonly string[]): Proposal[] {
  const found = new TextProposals(makeDraftContext(snapshot));
  for (const [at, passage] of passages.entries()) found.add({ source: 'file:///a.pdf', title: 'a.pdf', citekey: 'quill1997', suffixText: `p. ${at + 1}`, passage });
  return found.all;
}
const shown = (proposals: readonly Proposal[]) => proposals.map(one => {
  switch (one.kind) {
    case 'actor': return `actor ${one.name}, ${one.type}, ${one.from.suffixText}`;
    case 'event': return `event ${one.name}, ${one.eventKind}, ${one.edtf ?? ''}, ${one.from.suffixText}`;
    case 'date': return `date ${one.event} ${one.edtf}`;
    case 'office': return `office ${one.name}, ${one.role}, ${one.organization}`;
    case 'statement': return `statement ${one.about}: ${one.from.passage}`;
  }
});

describe('a text proposes', () => {
  test('names that no corpus knows, with the place of the first', () => {
    expect(shown(propose('It rained. Then Oda Finch spoke.', 'Oda Finch left, and so did Ida Tarn.'))).toEqual(['actor Oda Finch, person, p. 1', 'actor Ida Tarn, person, p. 2']);
  });
  test('dated events', () => {
    expect(shown(propose('The Tarnport conference opened on 3 May 1997.'))).toContain('event Tarnport conference, conference, 1997-05-03, p. 1');
  });
  test.each([
    ['after its body', 'In Ox, Ox’s Foreign Minister Oda Finch spoke.', 'office Oda Finch, Foreign Minister, Ox'],
    ['behind the name', 'So said Oda Finch, the prime minister of Elderland, at last.', 'office Oda Finch, Prime Minister, Elderland'],
    ['before the body', 'They asked President Oda Finch of Elderland for help.', 'office Oda Finch, President, Elderland'],
  ])('an office %s', (_, text, office) => { expect(shown(propose(text))).toContain(office); });
  test('no office that the corpus has', () => {
    expect(shown(propose('So said Bo Larsen, the foreign minister of Ox, at last.')).filter(one => one.startsWith('office'))).toEqual([]);
  });
  test('the date of an event that has none, or one that is less exact; never another', () => {
    expect(shown(propose('The Harbour talks began on 7 June 1991.'))).toContain('date harbour-talks 1991-06-07');
    expect(shown(propose('The Reed accord was signed on 23 October 1991.'))).toContain('date reed-accord 1991-10-23');
    expect(shown(propose('The Reed accord was signed on 23 October 1992.')).filter(one => one.startsWith('date'))).toEqual([]);
  });
  test('a sentence that says something dated of several entries, once', () => {
    const text = 'In 1991 Bo Larsen came to Ox.';
    expect(shown(propose(text, text))).toEqual(['statement bo-larsen: In 1991 Bo Larsen came to Ox.']);
  });
  test('nothing where it says nothing', () => { expect(propose('It was quiet by the sea, and nobody came.')).toEqual([]); });
});

describe('what a proposal may be', () => {
  const from = { source: 's', title: 's', citekey: 'quill1997', suffixText: '', passage: 'x' };
  const likeEvent = (name: string, edtf: string | undefined) => likenessesOf({ id: '', kind: 'event', from, name, eventKind: 'other', edtf, place: undefined, participants: [] }, snapshot).map(one => `${one.key} ${one.certainty}`);
  const likeActor = (name: string) => likenessesOf({ id: '', kind: 'actor', from, name, type: 'person' }, snapshot).map(one => `${one.key} ${one.certainty}`);
  test('an actor, by any of its names', () => {
    expect([likeActor('bo larsen'), likeActor('Mr Larsen of Ox'), likeActor('Bo Larsen Jr'), likeActor('Ida Tarn')]).toEqual([['bo-larsen same'], [], ['bo-larsen like'], []]);
  });
  test('an event, by name and date or by most of its words and date', () => {
    expect([likeEvent('Reed accord', '1991-10'), likeEvent('Reed accord', '1997'), likeEvent('Signing of the Reed accord', '1991-10-23'), likeEvent('Salt accord', '1991-10-23'), likeEvent('Harbour talks', undefined)])
      .toEqual([['reed-accord same'], [], ['reed-accord like'], [], ['harbour-talks same']]);
  });
});
