import { readdir, readFile, stat } from 'node:fs/promises';
import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { knownEvents, newEntries } from '../core/timeline/importEntries.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import { t } from '../core/l10n.ts';
import { importSentence } from '../engine/library/importWords.ts';
import { formatOf, readEvents } from '../engine/timeline/importEvents.ts';
import { createFileAtomic } from '../engine/writeFile.ts';
import type { Command } from './command.ts';
import { bundleFolder, snapshotOf } from './corpora.ts';
import { libraryHelp, libraryFile, openLibrary } from './library.ts';
import { shown } from './print.ts';

const help = (): string => t(`rapporteur import FILE… [options]

Takes full texts into the library, where "rapporteur search" finds them and quotations are compared with them; or events of
a Markwhen text (.mw) or a TimelineJS spreadsheet (.csv) into a corpus. The files themselves stay as they are.

  rapporteur import khan2022.txt --citekey khan2022
  rapporteur import chronology.mw --into corpus/cambodia --cite khan2022

  --citekey KEY              the work that the text is the text of
{0}
  --into FOLDER              the corpus that events go into, each as a file of its own; no file that is there is touched
  --cite KEY                 the work that the events are taken from
  --json                     what became of each file, as JSON

Exit code: 0 all taken in, 1 something was left out, 2 something could not be done.`, libraryHelp());

interface Done {
  readonly file: string;
  readonly sentence: string;
  readonly isLeftOut: boolean;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { citekey: { type: 'string', default: '' }, library: { type: 'string' }, into: { type: 'string' }, cite: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) { console.error(help()); return 2; }
  const done = values.into === undefined ? await importTexts(positionals, values.citekey, libraryFile(values.library)) : await importEvents(positionals, resolve(values.into), values.cite);
  console.log(values.json ? JSON.stringify(done, null, 2) : done.map(({ sentence }) => shown(sentence)).join('\n'));
  return done.some(({ isLeftOut }) => isLeftOut) ? 1 : 0;
}

async function importTexts(files: readonly string[], citekey: string, library: string): Promise<Done[]> {
  const client = await openLibrary(library);
  try {
    const done: Done[] = [];
    for (const file of files) {
      const path = resolve(file);
      const report = await client.call('importFile', { key: pathToFileURL(path).href, shelf: 'sources', path, citekey: citekey.replace(/^@/, ''), title: basename(path) });
      done.push({ file, sentence: importSentence(file, report), isLeftOut: report.state === 'refused' });
    }
    return done;
  } finally { await client.dispose(); }
}

async function importEvents(files: readonly string[], folder: string, citekey: string | undefined): Promise<Done[]> {
  const snapshot = await snapshotOf([folder]);
  const key = citekey?.replace(/^@/, '');
  if (key !== undefined && !snapshot.sources.has(key)) throw new Error(t('The corpus has no work with the key @{0}: put it into its references.json first.', key));
  const script = join(await bundleFolder(), 'import.worker.cjs');
  const done: Done[] = [];
  for (const file of files) {
    const format = formatOf(file);
    if (format === undefined) { done.push({ file, sentence: t('{0} was left out: it is no Markwhen text (.mw) and no spreadsheet (.csv).', file), isLeftOut: true }); continue; }
    if (!(await stat(file)).isFile()) { done.push({ file, sentence: t('{0} was left out: it is no file.', file), isLeftOut: true }); continue; }
    const { events, problems } = await readEvents(script, { format, bytes: await readFile(file) });
    const citation = key === undefined ? undefined : { citekey: key, locator: undefined, suffixText: '', prefix: '' };
    const { entries, left } = newEntries(events, await takenIds(folder, snapshot), knownEvents(snapshot), citation);
    let written = 0;
    for (const { path, text } of entries) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      if (await createFileAtomic(join(folder, path), text)) written++;
    }
    done.push({ file, sentence: t('{0}: {1} events written into {2}.', file, written, folder), isLeftOut: false });
    for (const { line, message } of problems) done.push({ file, sentence: `${file}:${line}: ${message}`, isLeftOut: true });
    for (const { event, reason } of left) done.push({ file, sentence: t('{0}: left out, {1}.', event.title, reason), isLeftOut: true });
  }
  return done;
}

/** Ids of all entries, and names of all files that are there, whatever they hold. */
async function takenIds(folder: string, { entries }: Snapshot): Promise<ReadonlySet<string>> {
  const files = await readdir(join(folder, 'events')).catch(() => []);
  return new Set([...[...entries.values()].map(entry => entry.id), ...files.map(name => name.replace(/\.md$/iu, '').toLowerCase())]);
}

// `import` is a word of the language.
export const importFiles: Command = { help, run };
