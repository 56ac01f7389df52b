import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ANNEX_KINDS, annexSentence, refreshAnnexes } from '../core/annexes/index.ts';
import { lineColumn } from '../core/corpus/problems.ts';
import { languageOf, makeDraftContext, readDraft } from '../core/draft/index.ts';
import { t } from '../core/l10n.ts';
import { learnWordsIn } from '../engine/l10n.ts';
import { writeFileAtomic } from '../engine/writeFile.ts';
import type { Command } from './command.ts';
import { corpusHelp, ownFolder, snapshotOf } from './corpora.ts';
import { shown } from './print.ts';
import { sourcesOf } from './sources.ts';

const help = (): string => t(`rapporteur annexes DRAFT… [options]

Brings the annexes of drafts up to date: lists that stand between two comments, of which nothing is seen in the finished paper.
Without --write it only says which are not. Outside of the comments nothing ever changes.

  <!-- rapporteur-annex actors -->
  <!-- /rapporteur-annex -->

  rapporteur annexes paper.md                          which of them are not up to date
  rapporteur annexes paper.md --write                  and bring them up to date

There are: {0}. They list what the draft names and cites, with the citations of the record.

  --write                    write the annexes that are not up to date
  --bibliography FILE        works that the drafts cite from; may be repeated
  --json                     as JSON, an object for each draft
{1}

Exit code: 0 all up to date, 1 some are not or a comment is missing, 2 something could not be done.`, ANNEX_KINDS.join(', '), corpusHelp());

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { corpus: { type: 'string', multiple: true }, bibliography: { type: 'string', multiple: true }, write: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) { console.error(help()); return 2; }
  const snapshot = await snapshotOf(values.corpus);
  const context = makeDraftContext(snapshot);
  const told: { file: string; count: number; stale: number; written: boolean; problems: { line: number; code: string; sentence: string }[] }[] = [];
  for (const file of positionals) {
    const path = resolve(file);
    const text = await readFile(path, 'utf8');
    const reading = readDraft(text, context);
    await learnWordsIn(languageOf(reading), async name => readFile(await ownFolder('l10n', name), 'utf8'));
    const { edits, problems, count } = refreshAnnexes(reading, snapshot, await sourcesOf(snapshot, values.bibliography ?? [], { path, text }));
    if (values.write && edits.length > 0) await writeFileAtomic(path, edits.toReversed().reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text));
    const ofFile = { file, count, stale: edits.length, written: values.write && edits.length > 0, problems: problems.map(problem => ({ line: lineColumn(text, problem.start).line, code: problem.code, sentence: annexSentence(problem) })) };
    told.push(ofFile);
    if (values.json) continue;
    for (const { line, sentence } of ofFile.problems) console.error(shown(`${file}:${line}: ${sentence}`));
    console.log(shown(count === 0 ? t('{0}: there are no annexes.', file)
      : t(values.write ? '{0}: {1} of {2} annexes written.' : '{0}: {1} of {2} annexes not up to date.', file, edits.length, count)));
  }
  if (values.json) console.log(JSON.stringify(told, null, 2));
  return told.some(({ problems, stale }) => problems.length > 0 || (!values.write && stale > 0)) ? 1 : 0;
}

export const annexes: Command = { help, run };
