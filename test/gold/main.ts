/** `npm run gold [-- --verbose]`: precision and recall of the checks, and how surely names are recognised. Exit code 1 under the goals. */
import { makeCheckContext } from '../../src/core/checks/index.ts';
import { makeDraftContext } from '../../src/core/draft/index.ts';
import { bundledSnapshot } from '../bench/material.ts';
import { CONFLICT_RULES, f1, measureMentions, measureRules, precision, recall, type Score } from './measure.ts';
import { goldDrafts, goldSentences } from './read.ts';

const GOALS = { precision: 0.97, recall: 0.80, mentions: 0.97 } as const;

const snapshot = await bundledSnapshot();
const draftContext = makeDraftContext(snapshot);
const sentences = goldSentences();
const drafts = goldDrafts();
const { scores, lines } = measureRules(sentences, draftContext, makeCheckContext({ snapshot }));
const named = measureMentions([...sentences, ...drafts], draftContext);

const row = (name: string, score: Score) => console.log(`${name.padEnd(24)} precision ${precision(score).toFixed(3)}   recall ${recall(score).toFixed(3)}   (${score.hits} found, ${score.wrong} wrongly, ${score.missed} missed)`);

console.log(`${sentences.length} sentences, ${sentences.filter(({ wrong }) => wrong.length > 0).length} of them wrong; ${drafts.length} drafts\n`);
for (const [rule, score] of [...scores].sort(([a], [b]) => a.localeCompare(b))) row(rule, score);
const conflicts = CONFLICT_RULES.map(rule => scores.get(rule)).filter(score => score !== undefined).reduce<Score>((sum, score) =>
  ({ hits: sum.hits + score.hits, wrong: sum.wrong + score.wrong, missed: sum.missed + score.missed }), { hits: 0, wrong: 0, missed: 0 });
console.log();
row('conflict rules together', conflicts);
console.log(`mentions                 F1 ${f1(named.score).toFixed(3)}   of ${named.score.hits + named.score.missed} (${named.score.wrong} wrongly, ${named.score.missed} missed)`);
if (process.argv.includes('--verbose')) console.log(['', ...lines, '', ...named.lines].join('\n'));

const under = [
  ...precision(conflicts) < GOALS.precision ? [`precision of the conflict rules is under ${GOALS.precision}`] : [],
  ...recall(conflicts) < GOALS.recall ? [`recall of the conflict rules is under ${GOALS.recall}`] : [],
  ...f1(named.score) < GOALS.mentions ? [`F1 of mentions is under ${GOALS.mentions}`] : [],
];
if (under.length > 0) {
  console.error(`\n${under.join('; ')}.`);
  process.exitCode = 1;
}
