import type { Day } from '../dates/types.ts';

/** What part of time is seen: the day at the left edge, and pixels for each day. */
export interface View {
  readonly left: Day;
  readonly zoom: number;
}

/** At most this many pixels for a day: below it, EDTF has no dates to tell apart. */
export const MAX_ZOOM = 240;

export const xOf = (view: View, day: Day): number => (day - view.left) * view.zoom;
export const dayAt = (view: View, x: number): Day => view.left + x / view.zoom;

/** The same view through a lens at `x`: the day under the pointer stays under it. */
export function zoomAt(view: View, factor: number, x: number): View {
  const zoom = view.zoom * factor;
  return { zoom, left: view.left + x / view.zoom - x / zoom };
}

export function panBy(view: View, pixels: number): View {
  return { zoom: view.zoom, left: view.left + pixels / view.zoom };
}

/** The view that shows `[from, to]` on `width` pixels. @param room pixels kept free at the right, for labels */
export function fitView(from: Day, to: Day, width: number, room = 0): View {
  const days = Math.max(to - from, 1 / 24);
  const zoom = Math.min(Math.max(width - room, 40) / days, MAX_ZOOM);
  return zoom < MAX_ZOOM ? { zoom, left: from } : { zoom, left: (from + to) / 2 - width / zoom / 2 };
}

/** Keeps the zoom within bounds, and at least a part of the data in sight, so that nobody gets lost. */
export function clampView(view: View, domain: readonly [Day, Day], width: number): View {
  const least = width / (domain[1] - domain[0]) / 4;
  const zoom = Math.min(Math.max(view.zoom, Math.min(least, MAX_ZOOM)), MAX_ZOOM);
  const centred = zoom === view.zoom ? view.left : view.left + width / 2 / view.zoom - width / 2 / zoom;
  const keep = Math.min(width / 3, (domain[1] - domain[0]) * zoom) / zoom;
  const left = Math.min(Math.max(centred, domain[0] + keep - width / zoom), domain[1] - keep);
  return zoom === view.zoom && left === view.left ? view : { zoom, left };
}
