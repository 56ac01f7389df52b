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
