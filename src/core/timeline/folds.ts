import { columnOf, type Frame, type Plot } from './frame.ts';
import type { Layout } from './layout.ts';
import type { Drawable } from './marks.ts';
import type { View } from './view.ts';

/** The folded items of a lane that stand between two columns of the plot, in order of time. */
export function foldedBetween(layout: Layout, items: readonly Drawable[], frame: Frame, lane: number, view: View, plot: Plot, fromX: number, toX: number): number[] {
  const shown = new Set(frame.shown.filter(mark => mark.lane === lane).map(mark => mark.item));
  const box = layout.lanes[lane];
  if (box === undefined) { return []; }
  const all = [...box.placed.rows.flatMap(row => row.items), ...box.placed.rest];
  return all.filter(index => {
    const { a, b } = items[index]!.extent;
    const x = columnOf(a, b, view, plot.width);
    return !shown.has(index) && x >= 0 && fromX <= x && x <= toX;
  }).sort((one, other) => items[one]!.extent.a - items[other]!.extent.a);
}

/** The zoom from which all of these show their labels, or `Infinity` when some never do. */
export function revealingZoom(layout: Layout, lane: number, members: readonly number[]): number {
  const wanted = new Set(members);
  let [zoom, found] = [0, 0];
  for (const row of layout.lanes[lane]?.placed.rows ?? []) {
    row.items.forEach((item, at) => { if (wanted.has(item)) { found++; zoom = Math.max(zoom, row.zmin[at]!); } });
  }
  return found === wanted.size ? zoom : Infinity;
}
