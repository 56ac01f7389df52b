import { parseArgs } from 'node:util';
import { aboutStatements, writeAnswer } from '../core/answers/index.ts';
import { lookUp } from '../core/corpus/lookup.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import { t } from '../core/l10n.ts';
import { placeOfPassage } from '../core/library/corpusTexts.ts';
import { excerptOf } from '../core/library/highlight.ts';
import { isEmptyQuery, readQuery, type QueryProblem } from '../core/library/query.ts';
import { SHELVES, type Hit } from '../core/library/types.ts';
import type { Command } from './command.ts';
import { corpusHelp, snapshotOf } from './corpora.ts';
import { isThere, libraryHelp, libraryFile, openLibrary } from './library.ts';
import { limitFrom, limitHelp } from './limit.ts';
import { ownerOf, statementText } from './lookup.ts';
import { paint, shown } from './print.ts';

const help = (): string => t(`rapporteur search WORDS… [options]

Looks words up in the statements of the corpora and in the full texts that were imported, and says where each stands.

  rapporteur search power-sharing
  rapporteur search '"Supreme National Council"' -- -Jakarta      a phrase, without a word
  rapporteur search 'actor:sihanouk date:1989..1991'             whom and when a text speaks of
  rapporteur search 'camb* source:khan2022 sec:3.2'              beginnings of words, a work, a section

{0}
  --json                     as JSON
{1}
{2}

Exit code: 0 found, 1 nothing found, 2 something could not be done.`, limitHelp(), libraryHelp(), corpusHelp());

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { corpus: { type: 'string', multiple: true }, library: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const words = positionals.join(' ');
  const limit = limitFrom(values.limit);
  const snapshot = await snapshotOf(values.corpus);
  const namesOf = (name: string) => lookUp(snapshot, name, { classes: ['actor', 'event'], limit: 3 }).flatMap(hit => ('entry' in hit ? hit.entry.names.map(({ text }) => text) : []));
  const { query, problems } = readQuery(words, { namesOf });
  if (words.trim() === '' || isEmptyQuery(query)) { console.error(help()); return 2; }
  for (const { code, given } of problems) console.error(shown(problemSentence(code, given)));
  const answer = writeAnswer(aboutStatements(statementsWith(words, snapshot), limit), snapshot.sources);
  const file = libraryFile(values.library);
  const hits: readonly Hit[] = await isThere(file) ? await searchTexts(file, { ...query, shelves: ['sources'] }, limit) : [];
  if (values.json) {
    console.log(JSON.stringify({ ...answer, passages: hits.map(hit => ({ citekey: hit.citekey, title: hit.title, citation: citationOf(hit), text: hit.text })) }, null, 2));
  } else {
    const { faint } = paint();
    const lines = [...answer.statements.map(one => statementText(one, faint, ownerOf(one, snapshot))), ...hits.map(hit => `  - “${shown(excerpt(hit))}”\n    ${faint(shown(citationOf(hit)))}`)];
    console.log(lines.length === 0 ? t('Nothing was found.') : lines.join('\n'));
  }
  return answer.statements.length + hits.length > 0 ? 0 : 1;
}

/** Fields and signs of the query are nothing that a statement could hold. */
function statementsWith(words: string, snapshot: Snapshot) {
  if (/(?:^|\s)(?:-\S|\p{L}+:\S)/u.test(words)) return [];
  return lookUp(snapshot, words, { classes: ['statement'], limit: 200 }).flatMap(hit => (hit.class === 'statement' ? [hit.statement] : []));
}

function problemSentence(code: QueryProblem['code'], given: string): string {
  switch (code) {
    case 'bad-date': return t('“{0}” is no date that can be read.', given);
    case 'unknown-actor': return t('Nothing in the corpora is called “{0}”.', given);
    case 'unknown-shelf': return t('There is no kind of text “{0}”; there are {1}.', given, SHELVES.join(', '));
  }
}

async function searchTexts(file: string, query: Parameters<typeof isEmptyQuery>[0], limit: number): Promise<readonly Hit[]> {
  const library = await openLibrary(file);
  try { return (await library.call('search', { query, limit })).hits; } finally { await library.dispose(); }
}

function citationOf(hit: Hit): string {
  return `[${[hit.citekey === '' ? hit.title : `@${hit.citekey}`, placeOfPassage(hit)].filter(part => part !== '').join(', ')}]`;
}

function excerpt({ text, highlights }: Hit): string {
  const { start, end } = excerptOf(text, highlights);
  return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

export const search: Command = { help, run };
