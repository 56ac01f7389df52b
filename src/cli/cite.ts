import { parseArgs } from 'node:util';
import { checkDraft, makeCheckContext } from '../core/checks/index.ts';
import { insertCitation } from '../core/citations/insert.ts';
import { formatReference } from '../core/citations/reference.ts';
import { lookUp } from '../core/corpus/lookup.ts';
import type { Snapshot, Source } from '../core/corpus/types.ts';
import { makeDraftContext, readDraft } from '../core/draft/index.ts';
import { t } from '../core/l10n.ts';
import type { Command } from './command.ts';
import { corpusHelp, snapshotOf } from './corpora.ts';
import { limitFrom, limitHelp } from './limit.ts';
import { paint, shown } from './print.ts';
import { sourcesOf } from './sources.ts';

const help = (): string => t(`rapporteur cite WORDS… [options]

Prints the citation of a work as pandoc reads it, ready for a draft, and the work itself under it. WORDS are its citekey,
or words of its authors, year and title; where several works fit, each is printed.

  rapporteur cite khan2022 --locator "sec. 3.2"        [@khan2022, sec. 3.2]
  rapporteur cite solomon 2000 --form in-text          @solomon2000

  --locator TEXT             the place in the work: "p. 3", "sec. 3.2, n. 24". One that the work does not have is reported
  --form FORM                bracketed, in-text or suppress-author (bracketed)
  --bibliography FILE        a bibliography to look in as well; may be repeated
{0}
  --json                     as JSON, with the work as CSL-JSON
{1}

Exit code: 0 found, 1 nothing found or a place that the work does not have, 2 something could not be done.`, limitHelp(), corpusHelp());

const FORMS = ['bracketed', 'in-text', 'suppress-author'] as const;

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: {
      corpus: { type: 'string', multiple: true }, bibliography: { type: 'string', multiple: true }, locator: { type: 'string', default: '' },
      form: { type: 'string', default: 'bracketed' }, limit: { type: 'string' }, json: { type: 'boolean', default: false },
    },
  });
  const form = FORMS.find(known => known === values.form);
  if (positionals.length === 0 || form === undefined) { console.error(help()); return 2; }
  const snapshot = await snapshotOf(values.corpus);
  const sources = await sourcesOf(snapshot, values.bibliography ?? []);
  const found = find(positionals.join(' '), snapshot, sources).slice(0, limitFrom(values.limit)).map(({ citekey, item }) => {
    const citation = insertCitation('', 0, [{ citekey, suffixText: values.locator.trim() }], form).edits[0]?.newText ?? '';
    return { citekey, citation, reference: formatReference(item), item };
  });
  const { faint } = paint();
  if (values.json) console.log(JSON.stringify(found, null, 2));
  else if (found.length === 0) console.error(t('No work was found.'));
  else console.log(found.map(({ citation, reference }) => `${shown(citation)}\n  ${faint(shown(reference))}`).join('\n'));
  const faults = values.locator === '' ? [] : faultsOf(found.map(({ citation }) => citation), snapshot, sources);
  for (const fault of faults) console.error(shown(fault));
  return found.length > 0 && faults.length === 0 ? 0 : 1;
}

/** The work with that key; else those with all the words. */
function find(words: string, snapshot: Snapshot, sources: ReadonlyMap<string, Source>): Source[] {
  const exact = sources.get(words.trim().replace(/^@/, ''));
  if (exact !== undefined) return [exact];
  return lookUp(snapshot, words, { classes: ['source'], sources }).flatMap(hit => (hit.class === 'source' ? [hit.source] : []));
}

/** Sections, notes and pages that the works are known not to have. */
function faultsOf(citations: readonly string[], snapshot: Snapshot, sources: ReadonlyMap<string, Source>): string[] {
  const context = makeCheckContext({ snapshot, sources });
  return checkDraft(readDraft(citations.join(' '), makeDraftContext(snapshot)), context).filter(({ rule }) => rule === 'locator-out-of-range').map(({ message }) => message);
}

export const cite: Command = { help, run };
