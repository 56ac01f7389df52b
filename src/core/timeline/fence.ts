import type { Span } from '../text.ts';
import { EVENT_KINDS, type EventKind } from '../corpus/types.ts';
import { parseEdtf } from '../dates/edtf.ts';
import { FIRST_STATE, fold, NO_FILTER } from './filter.ts';
import { figureOf, FIGURE, type Figure, type FigureOptions, type FigureState } from './figure.ts';
import { GROUPINGS, type Filter, type Grouping, type TimelineData } from './types.ts';

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
      if (read === undefined) { tell(`${value === '' ? 'Nothing' : value} is not a date; a year, 1989-08 or 1989-08-03 would be.`); }
      return read;
    };
    switch (field) {
      case 'title': title = value; break;
      case 'lanes': {
        const known = GROUPINGS.find(one => one === value);
        if (known === undefined) { tell(`Lanes are by ${GROUPINGS.join(', ')}.`); } else { grouping = known; }
        break;
      }
      case 'from': { const day = date()?.start.earliest; if (day !== undefined && Number.isFinite(day)) { from = day; } break; }
      case 'to': { const day = date()?.end.latest; if (day !== undefined && Number.isFinite(day)) { to = day; } break; }
      case 'process': filter = { ...filter, processes: ids.map(id => known(id, data.processes, tell)) }; break;
      case 'actor': filter = { ...filter, actors: ids.map(id => known(id, data.actors.map(actor => ({ id: actor.id, title: actor.name })), tell)) }; break;
      case 'kind': {
        const odd = ids.find(id => !EVENT_KINDS.includes(id as EventKind));
        if (odd !== undefined) { tell(`${odd} is no kind of event.`); }
        filter = { ...filter, kinds: ids };
        break;
      }
      case 'text': filter = { ...filter, text: value }; break;
      default: tell(`${field} is not a field; title, lanes, from, to, process, actor, kind and text are.`);
    }
  }
  const hasRange = from !== undefined || to !== undefined;
  if (from !== undefined && to !== undefined && from >= to) { problems.push({ message: 'The timeline ends before it begins.', span: { start: 0, end: text.length } }); }
  const range = hasRange && (from ?? -Infinity) < (to ?? Infinity) ? [from ?? -1e8, to ?? 1e8] as const : null;
  return { state: { grouping, filter: { ...filter, range }, order: [], span: from !== undefined && to !== undefined && range !== null ? [from, to] : null }, title, problems };
}

/** The id that is meant by an id or a name; what nobody has is kept, and told. */
function known(written: string, all: readonly { readonly id: string; readonly title: string }[], tell: (message: string) => void): string {
  const found = all.find(one => one.id === written) ?? all.find(one => fold(one.title) === fold(written));
  if (found === undefined) { tell(`No event of the timeline has ${written}.`); }
  return found?.id ?? written;
}

/** The figure that a fence asks for, and what of the fence was not understood. */
export function fenceFigure(text: string, data: TimelineData, options: FigureOptions = FIGURE): { readonly figure: Figure; readonly problems: readonly FenceProblem[] } {
  const { state, title, problems } = readFence(text, data);
  return { figure: figureOf(data, state, new Set(), { ...options, title: title ?? options.title }), problems };
}
