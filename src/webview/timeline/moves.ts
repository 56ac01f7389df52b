import type { Focus } from './grid.ts';
import type { Picture } from './picture.ts';

/** Where the keys lead from an item or from the name of a lane: the next in the lane by time, or `undefined` at its end. */
export function neighbour(picture: Picture, { lane, item }: Focus, step: 1 | -1): Focus | undefined {
  const members = inOrder(picture, lane);
  const next = (item < 0 ? -1 : members.indexOf(item)) + step;
  return next < -1 || next >= members.length ? undefined : { lane, item: next < 0 ? -1 : members[next]! };
}

/** The first or the last item of a lane. */
export function end(picture: Picture, lane: number, side: 0 | -1): Focus {
  return { lane, item: inOrder(picture, lane).at(side) ?? -1 };
}

/** The item of another lane that is nearest in time. */
export function across(picture: Picture, focus: Focus, step: number): Focus | undefined {
  const { items, layout } = picture;
  const lane = Math.max(0, Math.min((layout?.lanes.length ?? 0) - 1, focus.lane + step));
  if (lane === focus.lane) { return undefined; }
  if (focus.item < 0) { return { lane, item: -1 }; }
  const dayOf = (item: number) => items[item]?.extent.a ?? 0;
  const distance = (item: number) => Math.abs(dayOf(item) - dayOf(focus.item));
  const members = inOrder(picture, lane);
  return { lane, item: members.length === 0 ? -1 : members.reduce((best, item) => distance(item) < distance(best) ? item : best) };
}

function inOrder({ items, layout }: Picture, lane: number): number[] {
  const { rows, rest } = layout?.lanes[lane]?.placed ?? { rows: [], rest: [] };
  return [...rows.flatMap(row => row.items), ...rest].sort((one, other) => (items[one]?.extent.a ?? 0) - (items[other]?.extent.a ?? 0) || one - other);
}
