import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDraftContext, readDraft } from '../../src/core/draft/index.ts';
import { hoverCards } from '../../src/core/views/hover.ts';
import { packFolder } from '../../src/engine/corpus/packFolder.ts';
import type { ColdRun } from './cold.ts';
import { BUNDLED, bundledSnapshot, draftOf } from './material.ts';
import { middle, ms, percentile, shown, timed, type Row, type Taken } from './table.ts';

const KEYSTROKES = 300;
const HOVERS = 500;
/** Processes of which the middle one counts. */
const COLD_RUNS = 7;

function coldRuns(...args: readonly string[]): ColdRun[] {
  const file = fileURLToPath(new URL('cold.ts', import.meta.url));
  return Array.from({ length: COLD_RUNS }, () => JSON.parse(execFileSync(process.execPath, [file, ...args], { encoding: 'utf8' })) as ColdRun);
}

/** With the bundled corpus as the build packs it. */
async function coldRunsPacked(): Promise<ColdRun[]> {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-bench-'));
  try {
    const packed = join(folder, 'packed.json');
    writeFileSync(packed, await packFolder(BUNDLED));
    return coldRuns(packed);
  } finally { rmSync(folder, { recursive: true, force: true }); }
}

export async function bench(): Promise<Row[]> {
  const runs = await coldRunsPacked();
  const fromFiles = middle(coldRuns().map(run => run.corpus));
  const of = (what: (run: ColdRun) => Taken) => middle(runs.map(what));
  const [corpus, reading, lists, warm, floor] = [of(run => run.corpus), of(run => run.reading), of(run => run.lists), of(run => run.warm), of(run => run.floor)];
  const times = (one: Taken) => `${(one.thread / Math.max(1, floor.thread)).toFixed(0)} times the CPU of counting words, the floor`;

  const snapshot = await bundledSnapshot();
  const text = draftOf(snapshot, 100_000);
  const context = makeDraftContext(snapshot);
  let latest = readDraft(text, context);
  const strokes: number[] = [];
  const withBlocks: number[] = [];
  const hovers: number[] = [];
  let draft = text;
  for (let stroke = 0; stroke < KEYSTROKES; stroke++) {
    const at = Math.floor(text.length * stroke / KEYSTROKES);
    draft = `${draft.slice(0, at)}x${draft.slice(at)}`;
    // The editor hands over a flat text; joining the halves is not part of reading.
    draft.charCodeAt(0);
    const read = timed(() => { latest = readDraft(draft, context, latest); });
    strokes.push(read);
    withBlocks.push(read + timed(() => latest.blocks.length));
  }
  for (let hover = 0; hover < HOVERS; hover++) {
    const offset = Math.floor(draft.length * hover / HOVERS);
    hovers.push(timed(() => hoverCards(latest, offset, snapshot, snapshot.sources)));
  }
  const p95 = percentile(strokes, 0.95);
  const hoverP95 = percentile(hovers, 0.95);
  const { characters, entries } = runs[0]!;
  return [
    { what: `bundled corpus, ${entries} entries, as the extension opens it: first in a new process, middle of ${COLD_RUNS}`, measured: shown(corpus), goal: 'under 150 ms', met: corpus.clock < 150, against: `${(corpus.thread / fromFiles.thread).toFixed(2)} times the CPU of reading its files` },
    { what: 'the same corpus from its files, as one of a writer is read', measured: shown(fromFiles) },
    { what: `draft of 100,000 words, ${(characters / 1000).toFixed(0)} KB: first in a new process, middle of ${COLD_RUNS}`, measured: shown(reading), goal: 'under 150 ms', met: reading.clock < 150, against: times(reading) },
    { what: 'all lists of mentions, dates, citations, quotations and notes, asked for right after', measured: shown(lists) },
    { what: 'the same draft read anew, the fifth time', measured: shown(warm), against: times(warm) },
    { what: 'the floor: a loop that counts the words of the draft, its first run', measured: shown(floor) },
    { what: `after a keystroke, median of ${KEYSTROKES}`, measured: ms(percentile(strokes, 0.5)) },
    { what: 'after a keystroke, 95th percentile', measured: ms(p95), goal: 'under 5 ms', met: p95 < 5 },
    { what: 'after a keystroke with the list of blocks, 95th percentile', measured: ms(percentile(withBlocks, 0.95)) },
    { what: `a hover, 95th percentile of ${HOVERS} places`, measured: ms(hoverP95), goal: 'under 10 ms', met: hoverP95 < 10 },
  ];
}
