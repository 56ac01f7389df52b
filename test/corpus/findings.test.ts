import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDraft, makeCheckContext, type Finding } from '../../src/core/checks/index.ts';
import { makeDraftContext, readDraft, type Block, type DraftReading } from '../../src/core/draft/index.ts';
import { goldDrafts, goldSentences } from '../gold/read.ts';
import { bundled } from './material.ts';

/*
 * What is read in drafts and found in them, as it is: a change that is meant to be none shows here when it is one. A change that is
 * meant is looked through and taken over with `npx vitest run test/corpus/findings.test.ts -u`.
 */

const { snapshot } = bundled();
const draftContext = makeDraftContext(snapshot);
const sample = readFileSync(new URL('../../samples/cambodia/draft.md', import.meta.url), 'utf8');
const drafts: readonly (readonly [name: string, text: string])[] = [
  ['sample', sample],
  ...goldDrafts().map(({ where, text }) => [where.replace(/^.*\//, '').replace(/\.md$/, ''), text] as const),
];

/** Finds the line and column of offsets; `12:5`. */
function placesIn(text: string): (offset: number) => string {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), match => match.index + 1)];
  return offset => {
    const line = starts.findLastIndex(start => start <= offset);
    return `${line + 1}:${offset - starts[line]! + 1}`;
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

/** `3:1 3 sentences | Alatas = ali-alatas | June 1987 = 1987-06 | @khan2022 sec. 2.8` */
function blockLine({ start, sentences }: Block, place: (offset: number) => string): string[] {
  const parts = [
    sentences.flatMap(({ mentions }) => mentions.map(({ text, keys }) => `${text} = ${keys.join('+')}`)),
    sentences.flatMap(({ dates }) => dates.map(({ text, date, reading }) => `${text} = ${date?.edtf ?? reading}`)),
    sentences.flatMap(({ numbers }) => numbers.map(({ text, value }) => `${text} = ${value}`)),
    sentences.flatMap(({ citations }) => citations.flatMap(({ items }) => items.map(({ citekey, suffixText }) => `@${citekey} ${suffixText}`.trim()))),
    sentences.flatMap(({ quotations }) => quotations.map(({ text }) => `“${text.slice(0, 30)}”`)),
    sentences.flatMap(({ notes }) => notes.map(({ label, kind }) => `${kind} ${label}`)),
  ].filter(part => part.length > 0).map(part => oneLine(part.join('; ')));
  return sentences.length === 0 ? [] : [[`${place(start)} ${sentences.length}`, ...parts].join(' | ')];
}

/** `15:52 date-conflict «28 September 1990» P5 framework agreement: the record has … [Write “28 August 1990”]` */
function findingLine({ rule, span, message, fixes, evidence }: Finding, text: string, place: (offset: number) => string): string {
  const edits = fixes.map(fix => `[${fix.title}${fix.edits.map(edit => ` ${place(edit.span.start)}-${place(edit.span.end)}`).join('')}]`);
  return oneLine([place(span.start), rule, `«${text.slice(span.start, span.end)}»`, message, ...edits, ...evidence.length === 0 ? [] : [`(${evidence.length})`]].join(' '));
}

function readingLines({ text, blocks }: DraftReading): string[] {
  const place = placesIn(text);
  return blocks.flatMap(block => blockLine(block, place));
}

function findingLines(reading: DraftReading): string[] {
  const place = placesIn(reading.text);
  return checkDraft(reading, makeCheckContext({ snapshot })).map(finding => findingLine(finding, reading.text, place));
}

describe('what is read and found stays as it is', () => {
  test.each(drafts)('in %s', async (name, text) => {
    const reading = readDraft(text, draftContext);
    await expect([...readingLines(reading), '', ...findingLines(reading), ''].join('\n')).toMatchFileSnapshot(`../fixtures/findings/${name}.txt`);
  });

  test('in the sentences that the rules are measured on', async () => {
    const reading = readDraft(goldSentences().map(({ text }) => text).join('\n\n'), draftContext);
    await expect([...findingLines(reading), ''].join('\n')).toMatchFileSnapshot('../fixtures/findings/sentences.txt');
  });
});

describe('after a keystroke the findings are those of the draft read anew', () => {
  const [context, other] = [makeCheckContext({ snapshot }), makeCheckContext({ snapshot })];
  const findingsAnew = (text: string) => checkDraft(readDraft(text, draftContext), other);
  const TYPED = ['x', '.', '\n\n', ' July 1989', '# Summary\n\n', '[^1]', '[@nobody]', ' Alatas (SNC) ', '<!-- rapporteur-disable date-conflict: the archive says so -->\n\n'];

  test.each(drafts.slice(0, 3))('in %s', (_, text) => {
    let draft = text;
    let reading = readDraft(draft, draftContext);
    // What is typed stands at the beginning, the end and places between, and is taken back or stays.
    for (let stroke = 0; stroke < 27; stroke++) {
      const at = Math.floor(draft.length * (stroke % 7) / 6);
      const put = TYPED[stroke % TYPED.length]!;
      draft = stroke % 4 === 3 ? draft.slice(0, at) + draft.slice(at + 40) : draft.slice(0, at) + put + draft.slice(at);
      reading = readDraft(draft, draftContext, reading);
      expect(checkDraft(reading, context)).toEqual(findingsAnew(draft));
    }
  });

  test('in two drafts that are written in turns', () => {
    const [[, one], [, two]] = drafts as [typeof drafts[number], typeof drafts[number]];
    let readings = [readDraft(one, draftContext), readDraft(two, draftContext)] as const;
    for (let stroke = 1; stroke < 6; stroke++) {
      const typed = readings.map(({ text }) => `${text.slice(0, stroke * 300)}${TYPED[stroke]!}${text.slice(stroke * 300)}`) as [string, string];
      readings = [readDraft(typed[0], draftContext, readings[0]), readDraft(typed[1], draftContext, readings[1])];
      for (const reading of readings) expect(checkDraft(reading, context)).toEqual(findingsAnew(reading.text));
    }
  });
});
