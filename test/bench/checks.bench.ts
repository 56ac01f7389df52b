import { checkDraft, makeCheckContext } from '../../src/core/checks/index.ts';
import { makeDraftContext, readDraft } from '../../src/core/draft/index.ts';
import { bundledSnapshot, draftOf } from './material.ts';
import { best, ms, percentile, timed, type Row } from './table.ts';

const KEYSTROKES = 200;
const DRAFTS = 500;
const WORDS = 2000;

/** Texts on which a careless rule takes time with the square of their length; each at 1x, 2x and 4x. */
const HOSTILE: readonly (readonly [what: string, of: (times: number) => string])[] = [
  ['one sentence', n => `${'the first Paris conference met in July 1989 and Viet Nam, which '.repeat(500 * n)}.`],
  ['one line', n => 'The first Paris conference met in August 1989. '.repeat(2000 * n)],
  ['headings', n => '# The first Paris conference in 1989\n'.repeat(4000 * n)],
  ['brackets', n => 'The UN ' + '[('.repeat(10_000 * n)],
  ['notes', n => 'a[^1] '.repeat(5000 * n)],
  ['suppressions', n => '<!-- rapporteur-disable x: y -->\n\n[@nobody]\n\n'.repeat(200 * n)],
];

export async function bench(): Promise<Row[]> {
  const snapshot = await bundledSnapshot();
  const text = draftOf(snapshot, 100_000);
  const draftContext = makeDraftContext(snapshot);
  let context = makeCheckContext({ snapshot });
  let reading = readDraft('', draftContext);
  let found = 0;
  const cold = timed(() => { reading = readDraft(text, draftContext); found = checkDraft(reading, context).length; });
  context = makeCheckContext({ snapshot });
  const warm = best(2, () => checkDraft(readDraft(text, draftContext), makeCheckContext({ snapshot })).length);
  checkDraft(reading, context);
  const times: number[] = [];
  let draft = text;
  for (let stroke = 0; stroke < KEYSTROKES; stroke++) {
    const at = Math.floor(text.length * stroke / KEYSTROKES);
    draft = `${draft.slice(0, at)}x${draft.slice(at)}`;
    // The editor hands over a flat text; joining the halves is not part of it.
    draft.charCodeAt(0);
    times.push(timed(() => { reading = readDraft(draft, draftContext, reading); checkDraft(reading, context); }));
  }
  const paper = draftOf(snapshot, WORDS);
  const workspace = timed(() => { for (let index = 0; index < DRAFTS; index++) checkDraft(readDraft(paper.replace('A paper', `Paper ${index}`), draftContext), context); });
  return [
    { what: `reading and all checks of ${(text.length / 1000).toFixed(0)} KB, nothing compiled yet (${found} findings)`, measured: ms(cold), goal: 'under 400 ms' },
    { what: 'the same, the best of two anew', measured: ms(warm) },
    { what: `after a keystroke, median of ${KEYSTROKES}`, measured: ms(percentile(times, 0.5)) },
    { what: 'after a keystroke, 95th percentile', measured: ms(percentile(times, 0.95)), goal: 'under 8 ms' },
    { what: `${DRAFTS} drafts of ${WORDS} words`, measured: ms(workspace), goal: 'under 20 s' },
    ...HOSTILE.map(([what, of]): Row => {
      const runs = [1, 2, 4].map(n => { const own = of(n); return best(2, () => checkDraft(readDraft(own, draftContext), makeCheckContext({ snapshot })).length); });
      return { what: `hostile: ${what}: 1x ${ms(runs[0]!)}, then 2x, 4x`, measured: `${(runs[1]! / runs[0]!).toFixed(1)}x ${(runs[2]! / runs[0]!).toFixed(1)}x`, goal: '2x 4x' };
    }),
  ];
}
