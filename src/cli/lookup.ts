import { parseArgs } from 'node:util';
import { aboutEntry, aboutSource, aboutStatements, writeAnswer, type Answer, type WrittenStatement } from '../core/answers/index.ts';
import { readDate } from '../core/answers/when.ts';
import { shortReference } from '../core/citations/reference.ts';
import { LOOK_UP_CLASSES, lookUp, type LookUpHit } from '../core/corpus/lookup.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import type { EdtfDate } from '../core/dates/types.ts';
import { t } from '../core/l10n.ts';
import { kindOf } from '../core/views/words.ts';
import type { Command } from './command.ts';
import { corpusHelp, snapshotOf } from './corpora.ts';
import { limitFrom, limitHelp } from './limit.ts';
import { paint, shown, type Paint } from './print.ts';

const help = (): string => t(`rapporteur lookup WORDS… [options]

Says who or what something is, with what is recorded of it and on whose authority: names, parts of names or words of
statements, whatever their accents and capitals.

  rapporteur lookup sihanouk
  rapporteur lookup alatas --date 1990        his office at that date comes first
  rapporteur lookup paris --class event

  --class CLASS              actor, event, concept, source or statement; any without it
  --date DATE                what holds at this date comes first: 1989-07, 1985~, "late 1985"
{0}
  --json                     as JSON, each statement with its id, citation and locators
{1}

Exit code: 0 found, 1 nothing found, 2 something could not be done.`, limitHelp(), corpusHelp());

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { corpus: { type: 'string', multiple: true }, class: { type: 'string' }, date: { type: 'string' }, limit: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const limit = limitFrom(values.limit);
  const classes = values.class === undefined ? LOOK_UP_CLASSES : LOOK_UP_CLASSES.filter(known => known === values.class);
  const at = values.date === undefined ? undefined : readDate(values.date);
  if (positionals.length === 0 || classes.length === 0) { console.error(help()); return 2; }
  if (values.date !== undefined && at === undefined) { console.error(t('“{0}” is no date that can be read.', values.date)); return 2; }
  const snapshot = await snapshotOf(values.corpus);
  const hits = lookUp(snapshot, positionals.join(' '), { classes, limit: 50 });
  console.log(values.json ? JSON.stringify(jsonOf(hits, snapshot, at, limit), null, 2) : textOf(hits, snapshot, at, limit, paint()));
  return hits.length > 0 ? 0 : 1;
}

/** What is recorded of the best hit; of statements, all that were found. */
function statementsOf(hits: readonly LookUpHit[], snapshot: Snapshot, at: EdtfDate | undefined, limit: number) {
  return writeAnswer(answerTo(hits, snapshot, at, limit), snapshot.sources);
}

function answerTo(hits: readonly LookUpHit[], snapshot: Snapshot, at: EdtfDate | undefined, limit: number): Answer {
  const [best] = hits;
  switch (best?.class) {
    case undefined: return { statements: [], more: 0 };
    case 'statement': return aboutStatements(hits.flatMap(hit => (hit.class === 'statement' ? [hit.statement] : [])), limit);
    case 'source': return aboutSource(best.source.citekey, snapshot, limit);
    case 'actor': case 'event': case 'concept': return aboutEntry(best.entry, snapshot, at, limit);
  }
}

function jsonOf(hits: readonly LookUpHit[], snapshot: Snapshot, at: EdtfDate | undefined, limit: number): unknown {
  return { hits: hits.map(hit => ({ class: hit.class, ...nameOf(hit) })), ...statementsOf(hits, snapshot, at, limit) };
}

function nameOf(hit: LookUpHit): { key: string; name: string; kind: string } {
  switch (hit.class) {
    case 'source': return { key: hit.source.citekey, name: shortReference(hit.source.item), kind: hit.source.item.type };
    case 'statement': return { key: hit.statement.id, name: hit.statement.text, kind: 'statement' };
    case 'actor': case 'event': case 'concept': return { key: hit.entry.key, name: hit.entry.name, kind: kindOf(hit.entry) };
  }
}

function textOf(hits: readonly LookUpHit[], snapshot: Snapshot, at: EdtfDate | undefined, limit: number, { strong, faint }: Paint): string {
  const [best, ...others] = hits;
  if (best === undefined) return t('Nothing was found.');
  const { statements, more } = statementsOf(hits, snapshot, at, limit);
  const { key, name, kind } = nameOf(best);
  const also = best.class === 'statement' ? [] : others.filter(hit => hit.class !== 'statement').slice(0, 8).map(nameOf);
  return [
    ...best.class === 'statement' ? [] : [`${strong(shown(name))}  ${faint(`${kind} · ${shown(key)}`)}`, ...'entry' in best && best.entry.summary !== '' ? [shown(best.entry.summary)] : []],
    ...statements.map(one => statementText(one, faint, best.class === 'statement' || one.entry !== key ? ownerOf(one, snapshot) : undefined)),
    ...more === 0 ? [] : [faint(t('… and {0} more (--limit)', more))],
    ...also.length === 0 ? [] : ['', t('Also: {0}', also.map(one => `${shown(one.name)} ${faint(`(${one.kind}, ${shown(one.key)})`)}`).join('; '))],
  ].join('\n');
}

/** The name of the entry that a statement stands under: many begin with a verb. Lines of the record (`alatas/membership/1`) have it already. */
export function ownerOf({ id, entry }: WrittenStatement, snapshot: Snapshot): string | undefined {
  return entry !== undefined && id.startsWith(`${entry}#`) ? snapshot.entries.get(entry)?.name : undefined;
}

/** The claim, after the name of what it is about where that does not stand above, then where it stands, ready for a draft. */
export function statementText({ text, certainty, citation, disputed = [] }: WrittenStatement, faint: Paint['faint'], owner?: string): string {
  const doubt = certainty === undefined || certainty === 'yes' ? '' : ` (${certainty})`;
  return [`  - ${owner === undefined ? '' : `${shown(owner)}: `}${shown(text)}${doubt}`, `    ${faint(shown(citation))}`, ...disputed.map(one => `    ${t('disputed: {0}', shown(one.text))} ${faint(shown(one.citation))}`)].join('\n');
}

export const lookup: Command = { help, run };
