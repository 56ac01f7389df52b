import { makeDraftContext, readDraft } from '../../src/core/draft/index.ts';
import { bundledSnapshot, draftOf } from './material.ts';
import { best, ms, percentile, timed, type Row } from './table.ts';

const KEYSTROKES = 300;

export async function bench(): Promise<Row[]> {
  const snapshot = await bundledSnapshot();
  const text = draftOf(snapshot, 100_000);
  const context = makeDraftContext(snapshot);
  let reading = readDraft('', context);
  const first = timed(() => { reading = readDraft(text, context); });
  const warm = best(3, () => readDraft(text, context));
  const lists = timed(() => reading.mentions.length + reading.dates.length);
  const times: number[] = [];
  const withBlocks: number[] = [];
  let draft = text;
  for (let stroke = 0; stroke < KEYSTROKES; stroke++) {
    const at = Math.floor(text.length * stroke / KEYSTROKES);
    draft = `${draft.slice(0, at)}x${draft.slice(at)}`;
    // The editor hands over a flat text; joining the halves is not part of reading.
    draft.charCodeAt(0);
    const read = timed(() => { reading = readDraft(draft, context, reading); });
    times.push(read);
    withBlocks.push(read + timed(() => reading.blocks.length));
  }
  return [
    { what: `${(text.length / 1000).toFixed(0)} KB draft, ${snapshot.entries.size} entries: first reading, nothing compiled yet`, measured: ms(first), goal: 'under 150 ms' },
    { what: 'the same, the best of three readings anew', measured: ms(warm) },
    { what: 'lists of all mentions and dates, when first asked for', measured: ms(lists) },
    { what: `after a keystroke, median of ${KEYSTROKES}`, measured: ms(percentile(times, 0.5)) },
    { what: 'after a keystroke, 95th percentile', measured: ms(percentile(times, 0.95)), goal: 'under 5 ms' },
    { what: 'after a keystroke with the list of blocks, 95th percentile', measured: ms(percentile(withBlocks, 0.95)) },
  ];
}
