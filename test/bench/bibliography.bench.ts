import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mergeSources } from '../../src/core/bibliography/merge.ts';
import { completionContext } from '../../src/core/citations/completion.ts';
import { rankSources } from '../../src/core/citations/match.ts';
import { formatReference, shortReference } from '../../src/core/citations/reference.ts';
import type { Source } from '../../src/core/corpus/types.ts';
import { makeDraftContext, readDraft } from '../../src/core/draft/index.ts';
import { hoverCards } from '../../src/core/views/hover.ts';
import { BibliographyReader } from '../../src/engine/bibliography/bibliographyReader.ts';
import { bundledSnapshot, randomNumbers } from './material.ts';
import { leastCpu, longestTurn, middle, ms, shown, taken, timed, type Row, type Taken } from './table.ts';

const ENTRIES = 10_000;
/** Hovers that are measured together: one is shorter than what the clock of a thread can tell. */
const MANY = 100;
const WORDS = 'peace accords mediation conflict settlement conference regional power transition elections refugees military annex ceasefire sovereignty council'.split(' ');

/** A `.bib` as a reference manager exports it: accents, braces, abstracts. */
function bibliography(): string {
  const random = randomNumbers(1991);
  const words = (count: number) => Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]!).join(' ');
  return Array.from({ length: ENTRIES }, (_, index) => `@article{author${index}_${1950 + index % 70},
  title = {{${words(7)}}: {Cambodia} and ${words(4)}},
  author = {Author${index}, Given and {United Nations} and van der Stoel, M{\\"a}x},
  date = {${1950 + index % 70}-0${1 + index % 9}-11},
  journaltitle = {Journal of ${words(3)}},
  volume = {${index % 50}}, number = {${index % 4}}, pages = {${index}--${index + 20}},
  doi = {10.1000/${index}}, url = {https://example.org/${index}},
  abstract = {${words(60)}},
  keywords = {${words(4).replaceAll(' ', ', ')}}
}
`).join('\n');
}

/** What a hover shows, save for the reference in the paper's style, which is kept or comes within its own time. */
async function hoverOver(sources: ReadonlyMap<string, Source>): Promise<{ readonly first: Taken; readonly least: number }> {
  const snapshot = await bundledSnapshot();
  const text = `${'Words of a paragraph about Cambodia. '.repeat(20)}As it was said [@khan2022, sec. 3.2; @author77_1957, p. 3].`;
  const reading = readDraft(text, makeDraftContext(snapshot));
  const all = new Map([...snapshot.sources, ...sources]);
  const hover = (key: string) => {
    if (hoverCards(reading, text.indexOf(key) + 1, snapshot, all, 3, undefined) === undefined) { throw new Error(`Nothing is shown for ${key}.`); }
  };
  const first = await taken(() => hover('@khan2022'));
  return { first, least: Math.max(...['@khan2022', '@author77_1957'].map(key => leastCpu(3, () => { for (let time = 0; time < MANY; time++) { hover(key); } }) / MANY)) };
}

export async function bench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const script = join(folder, 'worker.cjs');
  buildSync({ entryPoints: [fileURLToPath(new URL('../../src/engine/bibliography/bibliography.worker.ts', import.meta.url))], outfile: script, bundle: true, platform: 'node', format: 'cjs', minify: true });
  const reader = new BibliographyReader(script);
  const bytes = new TextEncoder().encode(bibliography());
  const megabytes = bytes.byteLength / 1e6;
  try {
    let { entries } = await reader.read(bytes.slice(), 'biblatex');
    const ready = middle([await taken(async () => { ({ entries } = await reader.read(bytes.slice(), 'biblatex')); }), await taken(() => reader.read(bytes.slice(), 'biblatex')), await taken(() => reader.read(bytes.slice(), 'biblatex'))]);
    const copy = bytes.slice();
    const held = await longestTurn(() => reader.read(copy, 'biblatex'));
    const sources = entries.map(({ item, span }): Source => ({ citekey: item.id, item, span, uri: 'file:///refs.bib', corpusId: undefined }));
    const state = { uri: 'file:///refs.bib', name: 'refs.bib', namedBy: 'draft', state: 'ready', count: sources.length, problems: [] } as const;
    let merged = mergeSources([]);
    const merging = timed(() => { merged = mergeSources([{ state, sources }]); });
    const usage = new Map(sources.slice(0, 30).map(source => [source.citekey, 2]));
    const complete = (typed: string) => {
      const text = `See [@${typed}`;
      const context = completionContext(text, text.length);
      return rankSources(context?.typed ?? '', merged.sources, usage, 60).map(({ item }) => [shortReference(item), formatReference(item)]);
    };
    // The editor makes a list once the bibliographies have been read, when nobody waits for it.
    const ahead = await taken(() => complete('a'));
    const first = await taken(() => complete('au'));
    const middles = ['', 'a', 'au', 'author77', 'peace', '1985', 'stoel', 'zzz', 'author77_peace', 'cambodia'].map(typed => ({ typed, least: leastCpu(5, () => complete(typed)) }));
    const slowest = middles.reduce((a, b) => (a.least > b.least ? a : b));
    const hovering = await hoverOver(merged.sources);
    return [
      { what: `${ENTRIES.toLocaleString('en')} entries, ${megabytes.toFixed(0)} MB of BibLaTeX: ready`, measured: `CPU of all threads ${ms(ready.process)} (${ms(ready.clock)} by the clock)`, goal: 'under 1,500 ms', met: ready.process < 1500 },
      { what: 'longest the host was held up meanwhile', measured: `CPU ${ms(held)}`, goal: 'under 50 ms', met: held < 50 },
      { what: 'put together for a draft', measured: ms(merging) },
      { what: 'the list of sources made ready while nobody waits', measured: shown(ahead) },
      { what: 'completions, the first', measured: shown(first), goal: 'under 20 ms', met: first.thread < 20 },
      { what: `completions, the slowest of ten, “${slowest.typed}”`, measured: `CPU ${ms(slowest.least)}`, goal: 'under 20 ms', met: slowest.least < 20 },
      { what: 'hover on a citation, the first', measured: shown(hovering.first), goal: 'under 10 ms' },
      { what: 'hover on a citation, as a rule', measured: `CPU ${ms(hovering.least)}`, goal: 'under 10 ms', met: hovering.least < 10 },
    ];
  } finally {
    reader.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
