import { glob, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkDraft, makeCheckContext } from '../core/checks/index.ts';
import { readDraftMatter } from '../core/bibliography/draftMatter.ts';
import { bibliographyFormat, readBibliography } from '../core/citations/bibliography.ts';
import { mergeCorpora } from '../core/corpus/snapshot.ts';
import type { Snapshot, Source } from '../core/corpus/types.ts';
import { makeDraftContext, readDraft } from '../core/draft/index.ts';
import { frontMatterLength } from '../core/draft/blocks.ts';
import { validateCorpus } from '../engine/corpus/validate.ts';
import type { Severity } from '../core/text.ts';
import type { Command } from './command.ts';
import { FORMATS, report, type Checked, type Format } from './report.ts';
import { settingsFor } from './settings.ts';

const HELP = `rapporteur check DRAFT… [options]

Holds drafts against what the corpora know and prints what does not hold.

  --format text|json|sarif   how to print it (text)
  --corpus FOLDER            a corpus to hold them against; may be repeated. Without it: every corpus in the folder
                             that the program is started in, and the one that comes with it
  --bibliography FILE        a bibliography that the drafts cite from; may be repeated. Those that a draft names in its
                             front matter are read as well
  --config FILE              a settings file with rapporteur.checks.severity (the nearest .vscode/settings.json)
  --fail-on SEVERITY         error, warning, information or hint: the least that makes the exit code 1 (warning)

Exit code: 0 nothing found that counts, 1 something found, 2 something could not be read.`;

const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, corpus: { type: 'string', multiple: true }, bibliography: { type: 'string', multiple: true }, config: { type: 'string' }, 'fail-on': { type: 'string', default: 'warning' } },
  });
  const format = FORMATS.find(known => known === values.format);
  const failOn = SEVERITIES.indexOf(values['fail-on'] as Severity);
  if (positionals.length === 0 || format === undefined || failOn === -1) {
    console.error(HELP);
    return 2;
  }
  const snapshot = await snapshotOf(values.corpus);
  const checked: Checked[] = [];
  for (const file of positionals) checked.push(await checkFile(resolve(file), file, snapshot, values.bibliography ?? [], values.config));
  print(checked, format, snapshot);
  return checked.some(({ findings }) => findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= failOn)) ? 1 : 0;
}

async function checkFile(path: string, file: string, snapshot: Snapshot, bibliographies: readonly string[], config: string | undefined): Promise<Checked> {
  const text = await readFile(path, 'utf8');
  const sources = new Map<string, Source>();
  for (const source of await namedSources(path, text, bibliographies)) if (!sources.has(source.citekey)) sources.set(source.citekey, source);
  for (const [citekey, source] of snapshot.sources) if (!sources.has(citekey)) sources.set(citekey, source);
  const context = makeCheckContext({ snapshot, sources }, await settingsFor(path, config));
  return { file, text, findings: checkDraft(readDraft(text, makeDraftContext(snapshot)), context) };
}

/** The works of the bibliographies given, then of those that the draft names in its front matter. */
async function namedSources(path: string, text: string, given: readonly string[]): Promise<Source[]> {
  const own = readDraftMatter(text.slice(0, frontMatterLength(text))).bibliographies.map(named => resolve(dirname(path), named.path));
  const sources: Source[] = [];
  for (const file of [...given.map(name => resolve(name)), ...own]) {
    const format = bibliographyFormat(file);
    if (format === undefined) continue;
    const content = await readFile(file, 'utf8');
    sources.push(...readBibliography(content, format).value.map(({ item, span }): Source => ({ citekey: item.id, item, corpusId: undefined, uri: file, span })));
  }
  return sources;
}

/** The corpora named; else those in the folder the program runs in, and the one that comes with it. */
async function snapshotOf(folders: readonly string[] | undefined): Promise<Snapshot> {
  const found = folders ?? [...await corporaIn(process.cwd()), ...await corporaIn(join(dirname(process.argv[1] ?? ''), '..', 'corpus'))];
  const corpora = [];
  for (const folder of new Set(found.map(name => resolve(name)))) corpora.push((await validateCorpus(folder)).corpus);
  return mergeCorpora(corpora);
}

async function corporaIn(folder: string): Promise<string[]> {
  if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return [];
  const found: string[] = [];
  for await (const file of glob('{,*/,*/*/,*/*/*/}corpus.yaml', { cwd: folder, exclude: name => name === 'node_modules' || name.startsWith('.') })) found.push(join(folder, dirname(file)));
  return found.sort();
}

function print(checked: readonly Checked[], format: Format, snapshot: Snapshot): void {
  const words = report(checked, format, snapshot);
  if (words !== '') console.log(words);
}

export const check: Command = { summary: 'holds drafts against what the corpora know', help: HELP, run };
