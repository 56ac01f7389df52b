import { checkDraft, makeCheckContext } from '../../src/core/checks/index.ts';
import { makeDraftContext, readDraft } from '../../src/core/draft/index.ts';
import { bundledSnapshot, draftOf } from './material.ts';
import { leastCpu, ms, percentile, shown, taken, type Row } from './table.ts';

const KEYSTROKES = 200;
const DRAFTS = 500;
const WORDS = 2000;

/** Texts on which a careless rule takes time with the square of their length; each at 1x, 2x and 4x. */
const HOSTILE: readonly (readonly [what: string, of: (times: number) => string])[] = [
  ['one sentence', n => `${'the first Paris conference met in July 1989 and Viet Nam, which '.repeat(500 * n)}.`],
  ['one line', n => 'The first Paris conference met in August 1989. '.repeat(2000 * n)],
  ['headings', n => '# The first Paris conference in 1989\n'.repeat(4000 * n)],
  ['a summary and its body', n => `# Summary\n\n${'Mochtar met six envoys in 1987. '.repeat(100 * n)}\n\n# Body\n\n${'Alatas met five envoys in July 1989 in Paris.\n\n'.repeat(400 * n)}`],
  ['an unclosed fence', n => 'In 1989 the first Paris conference failed.\n\n```\n' + 'The P5 met in 1991.\n'.repeat(5000 * n)],
  ['brackets', n => 'The UN ' + '[('.repeat(300_000 * n)],
  ['notes', n => 'a[^1] '.repeat(5000 * n)],
  ['notes that nothing refers to', n => '[^1]: The P5 met.\n\n    Again.\n\n'.repeat(800 * n)],
  ['suppressions', n => '<!-- rapporteur-disable x: y -->\n\n[@nobody]\n\n'.repeat(200 * n)],
  ['quotations', n => '“a matter of life and death” [@khan2022] '.repeat(800 * n)],
  ['abbreviations', n => 'XYZ (SNC) UNTAC '.repeat(3000 * n)],
  ['lone surrogates, NULs, bidi controls', n => '\uD83C\0\u202E In 1989 Paris met. '.repeat(2000 * n)],
];

/** Time with the square of the length would be 16x; what is over before the clock can tell says nothing. */
const LINEAR = 8;
const TOO_SHORT = 100;

export async function bench(): Promise<Row[]> {
  const snapshot = await bundledSnapshot();
  const text = draftOf(snapshot, 100_000);
  const draftContext = makeDraftContext(snapshot);
  let context = makeCheckContext({ snapshot });
  let reading = readDraft('', draftContext);
  let found = 0;
  const cold = await taken(() => { reading = readDraft(text, draftContext); found = checkDraft(reading, context).length; });
  context = makeCheckContext({ snapshot });
  const warm = await taken(() => checkDraft(readDraft(text, draftContext), makeCheckContext({ snapshot })).length);
  checkDraft(reading, context);
  const clock: number[] = [];
  const thread: number[] = [];
  let draft = text;
  for (let stroke = 0; stroke < KEYSTROKES; stroke++) {
    const at = Math.floor(text.length * stroke / KEYSTROKES);
    draft = `${draft.slice(0, at)}x${draft.slice(at)}`;
    // The editor hands over a flat text; joining the halves is not part of it.
    draft.charCodeAt(0);
    const one = await taken(() => { reading = readDraft(draft, draftContext, reading); checkDraft(reading, context); });
    clock.push(one.clock);
    thread.push(one.thread);
  }
  const p95 = percentile(clock, 0.95);
  const paper = draftOf(snapshot, WORDS);
  const workspace = await taken(() => { for (let index = 0; index < DRAFTS; index++) checkDraft(readDraft(paper.replace('A paper', `Paper ${index}`), draftContext), context); });
  return [
    { what: `reading and all checks of ${(text.length / 1000).toFixed(0)} KB, nothing compiled yet (${found} findings)`, measured: shown(cold), goal: 'under 400 ms', met: cold.clock < 400 },
    { what: 'the same anew', measured: shown(warm) },
    { what: `after a keystroke, median of ${KEYSTROKES}`, measured: `${ms(percentile(clock, 0.5))} (CPU ${ms(percentile(thread, 0.5))})` },
    { what: 'after a keystroke, 95th percentile', measured: `${ms(p95)} (CPU ${ms(percentile(thread, 0.95))})`, goal: 'under 8 ms', met: p95 < 8 },
    { what: `workspace of ${DRAFTS} drafts of ${WORDS} words, read and checked`, measured: shown(workspace), goal: 'under 20 s', met: workspace.clock < 20_000 },
    ...HOSTILE.map(([what, of]): Row => {
      const [once, twice, fourfold] = [1, 2, 4].map(n => {
        const own = of(n);
        return leastCpu(2, () => checkDraft(readDraft(own, draftContext), makeCheckContext({ snapshot })).length);
      }) as [number, number, number];
      return { what: `hostile: ${what}: 1x ${ms(once)} CPU, then 2x, 4x`, measured: once === 0 ? 'over before it can be told' : `${(twice / once).toFixed(1)}x ${(fourfold / once).toFixed(1)}x`, goal: 'about 2x 4x', met: fourfold / once < LINEAR || fourfold < TOO_SHORT };
    }),
  ];
}
