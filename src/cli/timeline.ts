import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readDate } from '../core/answers/when.ts';
import { lookUp } from '../core/corpus/lookup.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import { makeDraftContext, readDraft } from '../core/draft/index.ts';
import { t } from '../core/l10n.ts';
import { EXPORT_FORMATS } from '../core/timeline/exports.ts';
import { eventsOf, FIGURE } from '../core/timeline/figure.ts';
import { FIRST_STATE, NO_FILTER } from '../core/timeline/filter.ts';
import { timelineOf } from '../core/timeline/model.ts';
import type { Filter } from '../core/timeline/types.ts';
import { svgWriter } from '../engine/timeline/figureWriter.ts';
import type { Command } from './command.ts';
import { corpusHelp, snapshotOf } from './corpora.ts';
import { outputHelp, putOut } from './output.ts';

const FORMATS = [...EXPORT_FORMATS.map(({ id }) => id), 'svg'];

const help = (): string => t(`rapporteur timeline [options]

Prints the events of the corpora in the order of time: as a chronology with citations, as a picture, or for another program.

  rapporteur timeline --from 1989 --to 1991
  rapporteur timeline --draft paper.md --format svg --output timeline.svg      what the draft speaks of, drawn
  rapporteur timeline --format ics --output events.ics

  --format FORMAT            {0} (chronology)
  --from DATE, --to DATE     only what may have been then: 1989-07, 1985~, "late 1985"
  --actor NAME               only events in which this actor took part
  --process NAME             only events that are part of this process
  --words WORDS              only events with all these words in name, place, date or participants
  --draft FILE               only events that this draft names
  --title TEXT               of the picture
{1}
  --json                     the events as JSON
{2}

Exit code: 0 some events, 1 none, 2 something could not be done.`, FORMATS.join(', '), outputHelp(), corpusHelp());

async function run(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: {
      corpus: { ...text, multiple: true }, format: { ...text, default: 'chronology' }, from: text, to: text, actor: text, process: text, words: { ...text, default: '' },
      draft: text, title: { ...text, default: FIGURE.title }, output: { ...text, short: 'o' }, force: { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 0 || !FORMATS.includes(values.format)) { console.error(help()); return 2; }
  const snapshot = await snapshotOf(values.corpus);
  const data = timelineOf(snapshot);
  const mentioned = values.draft === undefined ? [] : readDraft(await readFile(values.draft, 'utf8'), makeDraftContext(snapshot)).mentions.flatMap(({ keys }) => (keys.length === 1 ? keys : []));
  const filter: Filter = {
    ...NO_FILTER, text: values.words, range: rangeOf(values.from, values.to), mentioned: values.draft === undefined ? 'any' : 'mentioned',
    actors: keyOf(snapshot, 'actor', values.actor), processes: keyOf(snapshot, 'event', values.process),
  };
  const events = eventsOf(data, { ...FIRST_STATE, filter }, new Set(mentioned)).toSorted((a, b) => (a.date.start[0] ?? -Infinity) - (b.date.start[0] ?? -Infinity));
  if (values.json) { await putOut(`${JSON.stringify(events, null, 2)}\n`, values.output, values.force); return events.length > 0 ? 0 : 1; }
  const other = EXPORT_FORMATS.find(({ id }) => id === values.format);
  const content = other?.write(events, data)
    ?? (await svgWriter.write({ data, state: { ...FIRST_STATE, filter }, mentioned, options: { ...FIGURE, title: values.title } })).bytes;
  await putOut(content, values.output, values.force);
  return events.length > 0 ? 0 : 1;
}

/** From the first day that the first date may mean to the last of the last. */
function rangeOf(from: string | undefined, to: string | undefined): Filter['range'] {
  if (from === undefined && to === undefined) return null;
  return [from === undefined ? -Infinity : dateOf(from).start.earliest, to === undefined ? Infinity : dateOf(to).end.latest];
}

function dateOf(text: string) {
  const date = readDate(text);
  if (date === undefined) throw new Error(t('“{0}” is no date that can be read.', text));
  return date;
}

function keyOf(snapshot: Snapshot, kind: 'actor' | 'event', name: string | undefined): string[] {
  if (name === undefined) return [];
  const [hit] = lookUp(snapshot, name, { classes: [kind], limit: 1 });
  if (hit === undefined || !('entry' in hit)) throw new Error(t('Nothing in the corpora is called “{0}”.', name));
  return [hit.entry.key];
}

export const timeline: Command = { help, run };
