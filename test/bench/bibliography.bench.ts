import { buildSync } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { mergeSources } from '../../src/core/bibliography/merge.ts';
import { completionContext } from '../../src/core/citations/completion.ts';
import { rankSources } from '../../src/core/citations/match.ts';
import { formatReference, shortReference } from '../../src/core/citations/reference.ts';
import type { Source } from '../../src/core/corpus/types.ts';
import { BibliographyReader } from '../../src/engine/bibliography/bibliographyReader.ts';
import { randomNumbers } from './material.ts';
import { ms, percentile, timed, type Row } from './table.ts';

const ENTRIES = 10_000;
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

export async function bench(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-bench-'));
  const script = join(folder, 'worker.cjs');
  buildSync({ entryPoints: [fileURLToPath(new URL('../../src/engine/bibliography/bibliography.worker.ts', import.meta.url))], outfile: script, bundle: true, platform: 'node', format: 'cjs', minify: true });
  const reader = new BibliographyReader(script);
  const bytes = new TextEncoder().encode(bibliography());
  const megabytes = bytes.byteLength / 1e6;
  try {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const { entries } = await reader.read(bytes, 'biblatex');
    const ready = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    delay.disable();
    const sources = entries.map(({ item, span }): Source => ({ citekey: item.id, item, span, uri: 'file:///refs.bib', corpusId: undefined }));
    const state = { uri: 'file:///refs.bib', name: 'refs.bib', namedBy: 'draft', state: 'ready', count: sources.length, problems: [] } as const;
    let merged = mergeSources([]);
    const merging = timed(() => { merged = mergeSources([{ state, sources }]); });
    const usage = new Map(sources.slice(0, 30).map(source => [source.citekey, 2]));
    const complete = (typed: string) => {
      const text = `See [@${typed}`;
      const context = completionContext(text, text.length);
      return rankSources(context?.typed ?? '', merged.sources.values(), usage, 60).map(({ item }) => [shortReference(item), formatReference(item)]);
    };
    const first = timed(() => complete('au'));
    const times = ['', 'a', 'au', 'author77', 'peace', '1985', 'stoel', 'zzz', 'author77_peace', 'cambodia'].flatMap(typed => [1, 2, 3].map(() => timed(() => complete(typed))));
    return [
      { what: `${ENTRIES.toLocaleString('en')} entries, ${megabytes.toFixed(0)} MB of BibLaTeX: ready, worker started`, measured: ms(ready), goal: 'under 1,500 ms' },
      { what: 'the same in processor time, all threads', measured: ms((user + system) / 1000) },
      { what: 'longest the host was held up meanwhile', measured: ms(delay.max / 1e6), goal: 'under 50 ms' },
      { what: 'put together for a draft', measured: ms(merging) },
      { what: 'completions, the first', measured: ms(first), goal: 'under 20 ms' },
      { what: 'completions, median and 95th percentile', measured: `${ms(percentile(times, 0.5))}, ${ms(percentile(times, 0.95))}`, goal: 'under 20 ms' },
    ];
  } finally {
    reader.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}
