import type { Sureness } from './certainty.ts';
import { drawMarker, type Marker } from './markers.ts';
import type { Item } from './layout.ts';
import type { Painter, Stroke, Theme } from './painter.ts';
import { GAP, MARK, PAD, TAIL } from './place.ts';
import { xOf, type View } from './view.ts';

/** An item with what its picture shows. */
export interface Drawable extends Item, Sureness {
  readonly label: string;
  /** The label where there is room for all of it. */
  readonly wholeLabel: string;
  /** What a file says of it when one points at it: title, date, certainty. */
  readonly name: string;
  readonly marker: Marker;
}

/** How one mark looks at this moment. */
export interface MarkStyle {
  readonly color: string;
  readonly opacity: number;
  readonly isSolid: boolean;
}

/** Where a mark stands on the picture; all in pixels. */
export interface MarkBox {
  /** The whole mark without its label. */
  readonly left: number;
  readonly right: number;
  /** Middle of the marker, if it has one. */
  readonly middle: number;
  /** Where the label begins. */
  readonly label: number;
  /** Whether the label stands on its own mark, and needs ground below it. */
  readonly isInside: boolean;
  /** A span too short to be told from a line: drawn as a marker when it has a label. */
  readonly isShort: boolean;
}

const RADIUS = 5;
const BAR = 13;

/** Where the mark and its label stand. A label longer than its mark stands after it; a shorter one stays in sight as long as the mark does. */
export function markBox(item: Drawable, view: View, offset: number, width: number): MarkBox {
  const { extent, labelWidth } = item;
  const [x0, x1] = [offset + xOf(view, extent.a), offset + xOf(view, extent.b)];
  const centre = offset + xOf(view, (extent.outerA + extent.outerB) / 2);
  const [viewLeft, viewRight] = [offset + PAD, offset + width - PAD];
  if (extent.shape === 'span') {
    const tailLeft = extent.left === 'unknown' ? TAIL : 0;
    const tailRight = extent.right === 'unknown' ? TAIL : 0;
    const isInside = labelWidth + 2 * PAD + 8 <= x1 - x0;
    const inside = Math.min(Math.max(x0 + PAD, viewLeft), x1 - PAD - 8 - labelWidth);
    const isShort = x1 - x0 < 10 && tailLeft + tailRight === 0;
    return {
      left: x0 - tailLeft - 2, right: x1 + tailRight + 2, middle: centre, isInside, isShort,
      label: isInside ? inside : Math.max(x1 + tailRight + 3, isShort ? centre + MARK : -Infinity) + GAP,
    };
  }
  const group = MARK + GAP + labelWidth + PAD;
  const isInside = extent.shape === 'within' && (x1 - x0) / 2 >= group;
  const [least, most] = [Math.max(x0 + MARK + 2, viewLeft), Math.min(x1, viewRight) - group];
  const middle = isInside && least <= most ? Math.min(Math.max(centre, least), most) : centre;
  const [left, right] = [Math.min(x0, middle - MARK), Math.max(x1, middle + MARK)];
  return { left, right, middle, isInside, isShort: false, label: (isInside ? middle + MARK : right) + GAP };
}

/** Draws the mark with every doubt that its date has, told by shape and line, never by colour alone. */
export function drawMark(painter: Painter, item: Drawable, box: MarkBox, view: View, offset: number, y: number, style: MarkStyle, theme: Theme): void {
  const { extent } = item;
  const at = (day: number) => offset + xOf(view, day);
  const stroke: Stroke = { color: style.color, opacity: style.opacity, width: 1.5, ...item.isUncertain ? { dash: [3, 2] } : {} };
  if (extent.shape === 'span' && !box.isShort) { drawSpan(painter, item, at, y, style, theme); return; }
  if (extent.shape === 'within') { drawWhisker(painter, item, at, box.middle, y, stroke, theme); }
  if (extent.shape === 'one-of' || extent.shape === 'all-of') { drawSet(painter, item, at, y, style, stroke, theme); return; }
  const fill = style.isSolid ? { color: style.color, opacity: style.opacity } : { color: theme.background, opacity: style.opacity };
  drawMarker(painter, item.marker, box.middle, y, RADIUS, fill, stroke);
}

/** A line over all days that are meant. Month: short caps; year: long caps; decade and longer: double caps; season: dots, no caps. */
function drawWhisker(painter: Painter, item: Drawable, at: (day: number) => number, middle: number, y: number, stroke: Stroke, theme: Theme): void {
  const { extent, precision } = item;
  const left = Math.min(at(extent.outerA), middle - MARK);
  const right = Math.max(at(extent.outerB), middle + MARK);
  const line: Stroke = precision === 'season' ? { ...stroke, dash: [1.5, 2.5] } : stroke;
  painter.line(left, y, right, y, line);
  if (item.isApproximate) {
    const [from, to] = [Math.min(at(extent.a), left - 6), Math.max(at(extent.b), right + 6)];
    if (theme.isHighContrast) {
      painter.line(from, y, left, y, { ...stroke, dash: [1.5, 3] });
      painter.line(right, y, to, y, { ...stroke, dash: [1.5, 3] });
    } else {
      painter.fade(from, y - 2, left - from, 4, stroke.color, 0, (stroke.opacity ?? 1) * 0.8);
      painter.fade(right, y - 2, to - right, 4, stroke.color, (stroke.opacity ?? 1) * 0.8, 0);
    }
  }
  if (precision === 'season' || (precision === 'day' && item.isApproximate)) { return; }
  const height = precision === 'day' || precision === 'month' ? 3.5 : 6;
  const cap: Stroke = { color: stroke.color, opacity: stroke.opacity ?? 1, width: 1.5 };
  const isDouble = precision === 'decade' || precision === 'century' || precision === 'millennium';
  for (const [x, inward] of [[left, 3], [right, -3]] as const) {
    painter.line(x, y - height, x, y + height, cap);
    if (isDouble) { painter.line(x + inward, y - height, x + inward, y + height, cap); }
  }
}

/** One of several dates: ghosts joined by dots. Several dates: marks joined by a line. */
function drawSet(painter: Painter, item: Drawable, at: (day: number) => number, y: number, style: MarkStyle, stroke: Stroke, theme: Theme): void {
  const { extent } = item;
  const isChoice = extent.shape === 'one-of';
  const thin: Stroke = { ...stroke, width: 1.25, ...isChoice ? { dash: [1.5, 3] } : {} };
  painter.line(at(extent.a), y, at(extent.b), y, thin);
  const ghost: Stroke = isChoice ? { ...stroke, dash: [2, 2] } : stroke;
  let last = -Infinity;
  for (const member of extent.members) {
    const x = at((member[0] + member[1]) / 2);
    // Ghosts that would lie on each other are one.
    if (x - last < 4) { continue; }
    last = x;
    drawMarker(painter, item.marker, x, y, RADIUS - 0.5, style.isSolid && !isChoice ? { color: style.color, opacity: style.opacity } : { color: theme.background }, ghost);
  }
}

/** Certain days dark, possible days light; sharp ends have an edge, open ones fade into an arrow, unknown ones into a question mark. */
function drawSpan(painter: Painter, item: Drawable, at: (day: number) => number, y: number, style: MarkStyle, theme: Theme): void {
  const { extent } = item;
  const { color, opacity } = style;
  const strength = style.isSolid ? 1 : 0.55;
  const [left, right] = [at(extent.outerA), Math.max(at(extent.outerB), at(extent.outerA) + 2)];
  const [coreLeft, coreRight] = [Math.max(left, Math.min(at(extent.coreA), right)), Math.max(left, Math.min(at(extent.coreB), right))];
  const top = y - BAR / 2;
  if (theme.isHighContrast) {
    const edge: Stroke = { color, opacity, width: style.isSolid ? 2 : 1, ...item.isUncertain ? { dash: [3, 2] } : {} };
    painter.line(left, top, right, top, edge);
    painter.line(left, top + BAR, right, top + BAR, edge);
    if (coreLeft < coreRight) { painter.line(coreLeft, y, coreRight, y, { color, opacity: opacity * 0.4, width: 1 }); }
  } else {
    if (coreLeft > left) { painter.rect(left, top, coreLeft - left, BAR, { color, opacity: opacity * 0.22 * strength }); }
    if (coreLeft < coreRight) { painter.rect(coreLeft, top, coreRight - coreLeft, BAR, { color, opacity: opacity * 0.55 * strength }); }
    if (coreRight < right) {
      const from = Math.max(coreRight, left);
      if (extent.right === 'open') { painter.fade(from, top, right - from, BAR, color, opacity * 0.55 * strength, 0.08); }
      else if (from < right && coreLeft <= coreRight) { painter.rect(from, top, right - from, BAR, { color, opacity: opacity * 0.22 * strength }); }
    }
    if (style.isSolid || item.isUncertain) {
      painter.line(left, top + BAR, right, top + BAR, { color, opacity, width: 1.25, ...item.isUncertain ? { dash: [3, 2] } : {} });
    }
  }
  drawEdge(painter, item, 'left', left, y, style, theme);
  drawEdge(painter, item, 'right', right, y, style, theme);
}

function drawEdge(painter: Painter, item: Drawable, side: 'left' | 'right', x: number, y: number, style: MarkStyle, theme: Theme): void {
  const { color, opacity } = style;
  const edge = item.extent[side];
  const outward = side === 'left' ? -1 : 1;
  const top = y - BAR / 2;
  switch (edge) {
    case 'sharp': painter.line(x, top, x, top + BAR, { color, opacity, width: 2 }); return;
    case 'vague': painter.line(x, top + 2, x, top + BAR - 2, { color, opacity, width: 1, dash: [2, 2] }); break;
    case 'open': painter.polygon([x - outward * 4, y - 5, x + outward * 2, y, x - outward * 4, y + 5], { color: theme.background, opacity }, { color, opacity, width: 1.5 }); return;
    case 'unknown': {
      if (theme.isHighContrast) { painter.line(x, y, x + outward * (TAIL - 12), y, { color, opacity, width: 1.5, dash: [2, 3] }); }
      else { painter.fade(Math.min(x, x + outward * (TAIL - 10)), top, TAIL - 10, BAR, color, side === 'left' ? 0 : opacity * 0.4, side === 'left' ? opacity * 0.4 : 0); }
      painter.text(side === 'left' ? x - TAIL + 1 : x + TAIL - 9, y, '?', { color: theme.foreground, size: 11, isBold: true });
      return;
    }
  }
  const written = side === 'left' ? item.extent.outerA - item.extent.a : item.extent.b - item.extent.outerB;
  if (written > 0) { painter.line(x, y, x + outward * 8, y, { color, opacity, width: 1.5, dash: [1.5, 2.5] }); }
}
