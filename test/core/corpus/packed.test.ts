import { describe, expect, test } from 'vitest';
import { packCorpus, unpackCorpus } from '../../../src/core/corpus/packed.ts';
import { readCorpus } from '../../../src/core/corpus/read.ts';
import { filesOf, SOURCES } from './helpers.ts';

const TEXTS = {
  'corpus.yaml': 'id: c\ntitle: C\npreferred-names:\n  Vietnam: Viet Nam\n  __proto__: x\n',
  'references.json': SOURCES,
  'works/khan2022.yaml': 'citekey: khan2022\nsections:\n  - number: "1"\n    title: One\n',
  'actors/a.md': '---\ntype: person\nname: A\nmemberships:\n  - of: b\n    date: 1988/..\n---\nWho *A* is.\n\n- Said in 1989 or later. [@khan2022, sec. 1]\n',
  'events/e.md': '---\ntype: event\nkind: meeting\nname: E\ndate: ../1990\n---\n\n- Held. [@nobody2000]\n',
};

/** As `filesOf`, all with their text. */
const textsIn = (folder: string) => filesOf(TEXTS, folder).map(({ path, uri, text }) => ({ path, uri, text: text ?? '' }));

describe('a corpus that is packed', () => {
  test('is unpacked as it was read, and as if it had been read where it is now', () => {
    const packed = packCorpus(textsIn('file:///built'), readCorpus(textsIn('file:///built'), 'file:///built'));
    const there = readCorpus(textsIn('file:///c'), 'file:///c');
    expect(there.problems.map(problem => problem.code)).toContain('unknown-source');
    expect(unpackCorpus(packed, 'file:///c')).toEqual({ files: textsIn('file:///c'), corpus: there });
  });

  test('keeps what has no beginning and no end', () => {
    const packed = packCorpus(textsIn('file:///c'), readCorpus(textsIn('file:///c'), 'file:///c'));
    const [event] = unpackCorpus(packed, 'file:///c').corpus.entries.filter(entry => entry.class === 'event');
    expect(event?.date?.start.earliest).toBe(-Infinity);
  });
});

test.each(['', '{', '{}', '[]', 'null', '{"files":[],"preferredNames":[]}'])('what is no packed corpus is refused: %j', text => {
  expect(() => unpackCorpus(text, 'file:///c')).toThrow();
});
