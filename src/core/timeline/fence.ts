import { folded, type Span } from '../text.ts';
import { EVENT_KINDS, type EventKind } from '../corpus/types.ts';
import { isoDay } from './calendar.ts';
import { parseEdtf } from '../dates/edtf.ts';
import { t } from '../l10n.ts';
import { FIRST_STATE, NO_FILTER } from './filter.ts';
import type { FigureState } from './figure.ts';
import { CERTAINTIES, GROUPINGS, type Certainty, type Filter, type Grouping, type TimelineData } from './types.ts';

/** A line of a fence that says nothing we know. */
export interface FenceProblem {
  readonly message: string;
  /** Within the text of the fence. */
  readonly span: Span;
}
export interface Fence {
  readonly state: FigureState;
  readonly title: string | undefined;
  readonly problems: readonly FenceProblem[];
}

/**
 * Reads what a ` ```timeline ` fence asks for: one `field: value` a line, all of them optional.
 *
 *     title: The road to Paris
 *     lanes: actor                  (process, actor, actor-type, kind, place, corpus)
 *     from: 1988                    (EDTF)
 *     to: 1991-10
 *     process: paris-conferences    (ids or names, with commas between them; so also actor and kind)
 *     certainty: exact              (exact, coarse, approximate, uncertain, open)
 *     text: jakarta
 */
export function readFence(text: string, data: Pick<TimelineData, 'actors' | 'processes'>): Fence {
  const problems: FenceProblem[] = [];
  let filter: Filter = NO_FILTER;
  let grouping: Grouping = FIRST_STATE.grouping;
  let [title, from, to]: [string | undefined, number | undefined, number | undefined] = [undefined, undefined, undefined];
  let offset = 0;
  for (const line of text.split('\n')) {
    const span = { start: offset, end: offset + line.length };
    offset += line.length + 1;
    if (line.trim() === '' || line.trimStart().startsWith('#')) { continue; }
    const colon = line.indexOf(':');
    const [field, value] = colon < 0 ? [line.trim(), ''] : [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    const ids = value.split(',').map(id => id.trim()).filter(id => id !== '');
    const tell = (message: string) => { problems.push({ message, span }); };
    const date = () => {
      const read = parseEdtf(value);
      if (read === undefined) { tell(value === '' ? t('A date is missing; a year, 1989-08 or 1989-08-03 would be one.') : t('{0} is not a date; a year, 1989-08 or 1989-08-03 would be.', value)); }
      return read;
    };
    switch (field) {
      case 'title': title = value; break;
      case 'lanes': {
        const known = GROUPINGS.find(one => one === value);
        if (known === undefined) { tell(t('Lanes are by {0}.', GROUPINGS.join(', '))); } else { grouping = known; }
        break;
      }
      case 'from': { const day = date()?.start.earliest; if (day !== undefined && Number.isFinite(day)) { from = day; } break; }
      case 'to': { const day = date()?.end.latest; if (day !== undefined && Number.isFinite(day)) { to = day; } break; }
      case 'process': filter = { ...filter, processes: ids.map(id => known(id, data.processes, tell)) }; break;
      case 'actor': filter = { ...filter, actors: ids.map(id => known(id, data.actors.map(actor => ({ id: actor.id, title: actor.name })), tell)) }; break;
      case 'kind': {
        const odd = ids.find(id => !EVENT_KINDS.includes(id as EventKind));
        if (odd !== undefined) { tell(t('{0} is no kind of event.', odd)); }
        filter = { ...filter, kinds: ids };
        break;
      }
      case 'certainty': {
        const odd = ids.find(id => !CERTAINTIES.includes(id as Certainty));
        if (odd !== undefined) { tell(t('{0} is no certainty; {1} are.', odd, CERTAINTIES.join(', '))); }
        filter = { ...filter, certainties: CERTAINTIES.filter(one => ids.includes(one)) };
        break;
      }
      case 'text': filter = { ...filter, text: value }; break;
      default: tell(t('{0} is not a field; title, lanes, from, to, process, actor, kind, certainty and text are.', field));
    }
  }
  const hasRange = from !== undefined || to !== undefined;
  if (from !== undefined && to !== undefined && from >= to) { problems.push({ message: t('The timeline ends before it begins.'), span: { start: 0, end: text.length } }); }
  const range = hasRange && (from ?? -Infinity) < (to ?? Infinity) ? [from ?? -1e8, to ?? 1e8] as const : null;
  return { state: { grouping, filter: { ...filter, range }, order: [], span: from !== undefined && to !== undefined && range !== null ? [from, to] : null }, title, problems };
}

/** The id that is meant by an id or a name; what nobody has is kept, and told. */
function known(written: string, all: readonly { readonly id: string; readonly title: string }[], tell: (message: string) => void): string {
  const found = all.find(one => one.id === written) ?? all.find(one => folded(one.title) === folded(written));
  if (found === undefined) { tell(t('No event of the timeline has {0}.', written)); }
  return found?.id ?? written;
}

/** The fence that asks for what a view shows, as far as a fence can: it knows no draft, so not what the draft names. */
export function fenceOf({ grouping, filter }: Pick<FigureState, 'grouping' | 'filter'>, data: Pick<TimelineData, 'actors' | 'processes'>): string {
  const line = (text: string) => text.replace(/[\s`~]+/gu, ' ').trim();
  // An id with a comma would be read as two; there is none, but a name may have one.
  const list = (field: string, ids: readonly string[]) => ids.length === 0 ? [] : [`${field}: ${ids.map(line).join(', ')}`];
  const [from, to] = filter.range === null ? [undefined, undefined] : [isoDay(filter.range[0]), isoDay(filter.range[1] - 1)];
  const title = filter.processes.length === 1 ? data.processes.find(process => process.id === filter.processes[0])?.title : undefined;
  return [
    '```timeline', ...title === undefined ? [] : [`title: ${line(title)}`], ...grouping === FIRST_STATE.grouping ? [] : [`lanes: ${grouping}`],
    ...from === undefined ? [] : [`from: ${from}`], ...to === undefined ? [] : [`to: ${to}`], ...list('process', filter.processes), ...list('actor', filter.actors),
    ...list('kind', filter.kinds), ...list('certainty', filter.certainties), ...filter.text.trim() === '' ? [] : [`text: ${line(filter.text)}`], '```',
  ].join('\n');
}
