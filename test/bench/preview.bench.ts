import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DrawnCitation } from '../../src/core/citations/preview.ts';
import { settingOf } from '../../src/core/citations/setState.ts';
import type { CslItem } from '../../src/core/citations/types.ts';
import { DraftSetter, type SetInput } from '../../src/engine/pandoc/draftSetter.ts';
import { exportDraft } from '../../src/engine/pandoc/exportDraft.ts';
import { setCitations } from '../../src/engine/pandoc/setCitations.ts';
import type { Pandoc } from '../../src/engine/pandoc/types.ts';
import { WasmPandoc } from '../../src/engine/pandoc/wasmPandoc.ts';
import { randomNumbers } from './material.ts';
import { longestTurn, middle, ms, taken, type Row, type Taken } from './table.ts';

const CITATIONS = 500;
const WORKS = 120;
const CHANGES = 7;
/** In bytes. */
const IMAGE = 20_000_000;
const fileOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const items = Array.from({ length: WORKS }, (_, index): CslItem => ({
  id: `k${index}`, type: index % 3 === 0 ? 'article-journal' : 'book', title: `Settlement ${index} of a conflict`, author: [{ family: `Author${index % 90}`, given: 'Ada' }, { family: `Second${index % 40}`, given: 'Ben' }],
  issued: { 'date-parts': [[1970 + index % 50]] }, publisher: 'A press', 'publisher-place': 'Geneva', ...index % 3 === 0 ? { 'container-title': 'Journal of Peace', page: '1-20' } : {},
}));
const sources = new Map(items.map((item): [string, { item: CslItem }] => [item.id, { item }]));

function citations(): DrawnCitation[] {
  const random = randomNumbers(1989);
  return Array.from({ length: CITATIONS }, (_, event) => {
    const citekey = `k${Math.floor(random() * WORKS)}`;
    return { text: `[@${citekey}, p. ${Math.floor(random() * 300)}]`, citekeys: [citekey], event, isInNote: event % 9 === 8 };
  });
}

/** A setter, and a way to wait until what was asked for is set. */
function setterOf(pandoc: Pandoc, csl: string) {
  let told = () => {};
  const setter = new DraftSetter((task, run) => setCitations(pandoc, { ...task, csl, lang: '' }, run), () => told());
  const after = (act: () => void) => new Promise<void>(resolve => { told = resolve; act(); });
  return { setter, after };
}

async function measured(pandoc: Pandoc, style: string): Promise<Row[]> {
  const csl = readFileSync(fileOf(`media/styles/${style}.csl`), 'utf8');
  const { setter, after } = setterOf(pandoc, csl);
  const input = (drawn: readonly DrawnCitation[]): SetInput => ({ citations: drawn, sources, nocite: new Set(), isListed: true, isNumbered: false });
  let drawn: readonly DrawnCitation[] = citations();
  const whole = await taken(() => after(() => setter.update(input(drawn))));
  const changes: Taken[] = [];
  for (let change = 0; change < CHANGES; change++) {
    drawn = drawn.with(40 + change * 60, { ...drawn[40 + change * 60]!, text: `[see @k${change}, p. ${900 + change}]`, citekeys: [`k${change}`] });
    changes.push(await taken(() => after(() => setter.update(input(drawn)))));
    if (settingOf(setter.state, drawn).stale.length > 0) { throw new Error('The change was not set.'); }
  }
  const text = textOf(drawn);
  const converted = await taken(() => pandoc.convert({
    options: { from: 'markdown', to: 'html', standalone: false, citeproc: true, bibliography: ['references.json'], csl: 'style.csl' }, input: text, files: { 'references.json': JSON.stringify(items), 'style.csl': csl },
  }));
  setter.stop();
  const update = middle(changes);
  return [
    { what: `${CITATIONS} citations, ${style}: after a change, set`, measured: `${ms(update.clock)} (CPU ${ms(update.process)})`, goal: 'under 300 ms CPU', met: update.process < 300, against: `${(converted.process / update.process).toFixed(1)} x as fast as pandoc --citeproc` },
    { what: '  all of them, at first and after a pause', measured: `${ms(whole.clock)} (CPU ${ms(whole.process)})`, against: `pandoc --citeproc of the same text: CPU ${ms(converted.process)}` },
  ];
}

const textOf = (drawn: readonly DrawnCitation[]) => drawn.map(({ text, isInNote }) => (isInNote ? `Words.^[See ${text}.]` : `Words of a sentence ${text}.`)).join('\n\n');

/** An export beside the thread that the writer types in, with an image as large as a camera makes them. */
async function exported(): Promise<Row> {
  const pandoc = bundledPandoc();
  try {
    const longest = await longestTurn(() => exportDraft(pandoc, {
      text: `${textOf(citations())}\n\n![A map](map.png)`, format: 'docx', sources, nocite: new Set(), csl: readFileSync(fileOf('media/styles/chicago-notes.csl'), 'utf8'), lang: '',
      readImage: () => Promise.resolve(new Uint8Array(IMAGE)),
    }));
    return { what: `Word document of ${CITATIONS} citations and a large image, pandoc started: longest the host was held up`, measured: `CPU ${ms(longest)}`, goal: 'under 50 ms', met: longest < 50 };
  } finally { pandoc.dispose(); }
}

const bundledPandoc = () => new WasmPandoc({ workerFile: fileOf('src/engine/pandoc/pandoc.worker.ts'), wasmFile: fileOf('node_modules/pandoc-wasm/src/pandoc.wasm') });

export async function bench(): Promise<Row[]> {
  const pandoc = bundledPandoc();
  try {
    const start = await taken(() => setCitations(pandoc, { citations: citations().slice(0, 1), items, csl: readFileSync(fileOf('media/styles/apa.csl'), 'utf8'), lang: '' }));
    return [{ what: 'pandoc started, one citation set', measured: `${ms(start.clock)} (CPU ${ms(start.process)})` }, ...await measured(pandoc, 'chicago-author-date'), ...await measured(pandoc, 'un-editorial'), await exported()];
  } finally {
    pandoc.dispose();
  }
}
