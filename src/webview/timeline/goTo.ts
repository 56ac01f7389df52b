import type { Fold } from '../../core/timeline/draw.ts';
import { foldedBetween, revealingZoom } from '../../core/timeline/folds.ts';
import type { EventDto } from '../../core/timeline/types.ts';
import { MAX_ZOOM } from '../../core/timeline/view.ts';
import type { Focus } from './grid.ts';
import type { Page } from './page.ts';
import { t } from '../../core/l10n.ts';

/** Shows the selected event, with its parts where it is a process; without a selection what the filter lets through. */
export function fitSelection({ model, picture }: Page): void {
  const { data, state, matches } = model;
  const selected = model.indexOf(state.selected);
  const members = selected >= 0 ? data.events.flatMap((event, index) => index === selected || event.processes.includes(data.events[selected]!.id) ? [index] : []) : [...matches ?? []];
  const extents = members.flatMap(index => picture.items[index]?.extent ?? []);
  if (extents.length === 0) { picture.fit(); return; }
  picture.showSpan(extents.reduce((first, { a }) => Math.min(first, a), Infinity), extents.reduce((last, { b }) => Math.max(last, b), -Infinity));
}

/** Goes to the next event, in the order of time, that the draft names; after the last comes the first. */
export function nextMention(page: Page, focus: Focus | undefined): void {
  const { grid, model, picture: { items } } = page;
  const start = (item: number) => items[item]?.extent.a ?? 0;
  const mentions = (model.draft?.mentions ?? []).map(mention => model.indexOf(mention.id)).filter(item => item >= 0).sort((one, other) => start(one) - start(other) || one - other);
  const next = mentions[(mentions.indexOf(focus?.item ?? -1) + 1) % Math.max(1, mentions.length)];
  if (next === undefined) { page.tell(t('The draft names no event.')); return; }
  grid.moveTo({ lane: Math.max(0, grid.laneOf(next)), item: next });
}

/** Goes to the zoom at which everything in the fold has its label. @returns what is in it, where there is no such zoom */
export function revealFold({ model, picture }: Page, { lane, from, to }: Fold): readonly EventDto[] {
  const { layout, items, drawn, view, plotWidth } = picture;
  if (layout === undefined || drawn === undefined) { return []; }
  const members = foldedBetween(layout, items, drawn.frame, lane, view, drawn.plot, from, to);
  const zoom = revealingZoom(layout, lane, members) * 1.02;
  const [first, last] = [items[members[0] ?? -1]?.extent, items[members[members.length - 1] ?? -1]?.extent];
  if (first === undefined || last === undefined) { return []; }
  if (zoom > view.zoom && zoom <= MAX_ZOOM && (last.b - first.a) * zoom < plotWidth * 0.9) {
    picture.show({ zoom, left: (first.a + last.b) / 2 - plotWidth * 0.42 / zoom });
    return [];
  }
  return members.flatMap(item => model.eventAt(item) ?? []);
}
