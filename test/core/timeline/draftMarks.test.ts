import { describe, expect, test } from 'vitest';
import { makeDraftContext, readDraft } from '../../../src/core/draft/index.ts';
import { dayOf } from '../../../src/core/dates/index.ts';
import { draftDto, eventsInParagraph, paragraphsAbout } from '../../../src/core/timeline/draftMarks.ts';
import { snapshotOf } from './support.ts';

const EVENT = (name: string, date: string) => `---\ntype: event\nkind: meeting\nname: ${name}\ndate: ${date}\ncite: "@a1999"\n---\nIt was.\n`;
const snapshot = snapshotOf({
  'references.json': '[{"id":"a1999","type":"book","title":"A","issued":{"date-parts":[[1999]]}}]',
  'events/quay.md': EVENT('Quay meeting', '1999-05-12'), 'events/talks.md': EVENT('Spring talks', '1998-04/1998-06'),
  'actors/quill.md': '---\ntype: person\nname: Ada Quill\n---\nSomeone.\n',
});
const TEXT = `Ada Quill came late to the Quay meeting.

Before the Quay meeting, in March 1997, there had been the Spring talks.

Nothing is told here.
`;
const reading = readDraft(TEXT, makeDraftContext(snapshot));

test('events of a draft come in the order in which it first names them, with how often and where; actors are none', () => {
  expect(draftDto('draft.md', reading, snapshot).mentions).toEqual([
    { id: 'quay', count: 2, offset: TEXT.indexOf('Quay meeting') }, { id: 'talks', count: 1, offset: TEXT.indexOf('Spring talks') },
  ]);
});

test('dates of a draft come as written, at their places', () => {
  const [date, ...more] = draftDto('draft.md', reading, snapshot).dates;
  expect(more).toEqual([]);
  expect(date).toMatchObject({ title: expect.stringContaining('March 1997') as unknown, date: { edtf: '1997-03' } });
  expect(TEXT.slice(date!.offset)).toMatch(/^(in )?March 1997/u);
});

describe('the paragraph of the cursor', () => {
  const at = (words: string) => eventsInParagraph(reading, TEXT.indexOf(words) + 2, snapshot);
  test('gives each event that it names once', () => { expect([at('came late'), at('had been')]).toEqual([['quay'], ['quay', 'talks']]); });
  test('gives none where it names none, and beyond the text', () => { expect([at('Nothing'), eventsInParagraph(reading, 10_000, snapshot)]).toEqual([[], []]); });
});

describe('paragraphs that speak of a time', () => {
  const about = (from: number, before: number) => paragraphsAbout(reading, [from, before], snapshot).map(({ text }) => text.slice(0, 9));
  test('by an event that they name', () => { expect(about(dayOf(1999, 5, 12), dayOf(1999, 5, 13))).toEqual(['Ada Quill', 'Before th']); });
  test('by a date that they name', () => { expect(about(dayOf(1997, 3, 15), dayOf(1997, 3, 16))).toEqual(['Before th']); });
  test('none where nothing was', () => { expect(about(dayOf(1990), dayOf(1991))).toEqual([]); });
});
