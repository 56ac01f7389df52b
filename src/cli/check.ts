import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { doublesOf } from '../core/bibliography/merge.ts';
import { checkDraft, makeCheckContext } from '../core/checks/index.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import { makeDraftContext, readDraft } from '../core/draft/index.ts';
import { t } from '../core/l10n.ts';
import type { Severity } from '../core/text.ts';
import { fileFault } from '../core/fileFault.ts';
import type { Command } from './command.ts';
import { snapshotOf } from './corpora.ts';
import { draftsOf } from './drafts.ts';
import { paint } from './print.ts';
import { FORMATS, report, type Checked, type Format } from './report.ts';
import { settingsFor } from './settings.ts';
import { citedSources } from './sources.ts';

const help = (): string => t(`rapporteur check DRAFT… [options]

Holds drafts against what the corpora know and prints what does not hold. A draft is a file, a pattern such as
"papers/*.md", or a folder with all drafts in it.

  --format text|json|sarif   how to print it (text); --json is --format json
  --corpus FOLDER            a corpus to hold them against; may be repeated. Without it: every corpus in the folder
                             that the program is started in, and the one that comes with it
  --bibliography FILE        a bibliography that the drafts cite from; may be repeated. Those that a draft names in its
                             front matter are read as well
  --config FILE              a settings file with rapporteur.checks.severity and rapporteur.bibliographies (the nearest
                             .vscode/settings.json above the draft)
  --fail-on SEVERITY         error, warning, information or hint: the least that makes the exit code 1 (warning)

Exit code: 0 nothing found that counts, 1 something found, 2 something could not be read;
the rest is checked all the same.`);

const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, corpus: { type: 'string', multiple: true }, bibliography: { type: 'string', multiple: true }, config: { type: 'string' }, json: { type: 'boolean', default: false }, 'fail-on': { type: 'string', default: 'warning' } },
  });
  const format = FORMATS.find(known => known === (values.json ? 'json' : values.format));
  const failOn = SEVERITIES.indexOf(values['fail-on'] as Severity);
  if (positionals.length === 0 || format === undefined || failOn === -1) {
    console.error(help());
    return 2;
  }
  const snapshot = await snapshotOf(values.corpus);
  const draftContext = makeDraftContext(snapshot);
  const checked: Checked[] = [];
  const faults: string[] = [];
  const drafts = await draftsOf(positionals);
  if (drafts.length === 0) faults.push(t('No draft is called {0}.', positionals.join(', ')));
  for (const file of drafts) {
    const settings = await settingsFor(resolve(file), values.config);
    const text = await readFile(file, 'utf8').catch((error: unknown) => { faults.push(t('{0} cannot be read: {1}', file, fileFault(error))); });
    if (text === undefined) continue;
    const ofHouse = [...settings.bibliographies, ...values.bibliography ?? []];
    const { sources, duplicates, faults: missing } = await citedSources(snapshot, ofHouse, { path: resolve(file), text });
    faults.push(...missing);
    const context = makeCheckContext({ snapshot, sources, doubles: doublesOf(duplicates) }, settings.checks);
    checked.push({ file, text, findings: checkDraft(readDraft(text, draftContext), context) });
  }
  print(checked, format, snapshot);
  for (const fault of faults) console.error(fault);
  const isFound = checked.some(({ findings }) => findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= failOn));
  return faults.length > 0 ? 2 : isFound ? 1 : 0;
}

function print(checked: readonly Checked[], format: Format, snapshot: Snapshot): void {
  const words = report(checked, format, snapshot, paint());
  if (words !== '') console.log(words);
}

export const check: Command = { help, run };
