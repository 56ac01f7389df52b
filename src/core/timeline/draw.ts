import { axisOf, type Axis } from './ticks.ts';
import { frameOf, goneOn, type Folded, type Frame, type Plot, type Shown } from './frame.ts';
import { countText, type Layout } from './layout.ts';
import { drawMark, type Drawable, type MarkStyle } from './marks.ts';
import type { Painter, Theme } from './painter.ts';
import { xOf, type View } from './view.ts';

/** A stretch behind the lanes: a war behind all of them, an office behind the lane of who held it. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly title: string;
  /** The lane, or -1 for all. */
  readonly lane: number;
}

/** Everything that one picture shows. */
export interface Scene {
  readonly layout: Layout;
  readonly items: readonly Drawable[];
  readonly view: View;
  readonly width: number;
  readonly height: number;
  /** Pixels of the column with the names of the lanes. */
  readonly header: number;
  readonly scroll: number;
  readonly theme: Theme;
  /** Pixels of the text. */
  readonly fontSize: number;
  readonly bands: readonly Band[];
  /** Drawn solid; `undefined` when no draft is open: then dates known to the day are. */
  readonly mentioned: ReadonlySet<number> | undefined;
  /** What the cursor's paragraph speaks of. */
  readonly atCursor: ReadonlySet<number>;
  /** The events that the filter lets through; `undefined` for everything. It concerns only events, not dates of the draft. */
  readonly matches: ReadonlySet<number> | undefined;
  readonly eventCount: number;
  /** The day of the *as of* line. */
  readonly asOf: number | undefined;
  /** A stretch of time that is being chosen, in days. */
  readonly brush: readonly [number, number] | undefined;
  /** A lane that is being moved would land before this one. */
  readonly dropBefore?: number | undefined;
  readonly measure: (text: string, isBold: boolean) => number;
  /** For a file: nothing that can be pressed is drawn. */
  readonly isFile?: boolean;
  /** Labels at most; the frame's budget of texts unless told. A file has no budget. */
  readonly labelLimit?: number;
  /** The picture that this one goes on at its left or right: what that one shows stands here where it stands there. */
  readonly beside?: Drawn;
  /** The names of the lanes stand there already and are as they were. */
  readonly isHeaderKept?: boolean;
}

export interface Drawn {
  readonly view: View;
  readonly frame: Frame;
  readonly plot: Plot;
  /** Counts and density strips that can be opened. */
  readonly folds: readonly Fold[];
  /** Pixels of each column of the density strips; 0 where counts are drawn. */
  readonly strip: number;
}
/** A place that stands for events without room; `from` and `to` are columns of the plot. */
export interface Fold {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly height: number;
  readonly count: number;
}

const AXIS_HEIGHT = 58;
/** How much more room than usual a type takes; smaller type takes no less. */
export const scaleOf = (fontSize: number): number => Math.max(1, fontSize / 13);
/** Pixels of the axis above the lanes. */
export const axisHeight = (fontSize: number): number => Math.round(AXIS_HEIGHT * scaleOf(fontSize));
/** Texts in a frame at most. */
export const MOST_TEXTS = 300;
const MOST_COUNTS = 48;
/** Pixels below which a shortened label says nothing. */
const LEAST_LABEL = 30;
const STRIP_RECTS = 800;

/** Draws one picture and says what stands where. */
export function draw(painter: Painter, scene: Scene): Drawn {
  const { theme, layout, width, height, header } = scene;
  const top = axisHeight(scene.fontSize);
  const plot: Plot = { left: header, top, width: Math.max(1, width - header), height: Math.max(1, height - top), scroll: scene.scroll };
  const axis = axisOf(scene.view, plot.width, scaleOf(scene.fontSize));
  const axisTexts = axis.upper.length + axis.lower.length + axis.seasons.length;
  const inSight = Math.ceil(plot.height / Math.min(layout.metrics.leastLane, 24)) + 1;
  const mostLabels = scene.labelLimit ?? Math.max(40, MOST_TEXTS - axisTexts - MOST_COUNTS - 3 * Math.min(inSight, layout.lanes.length) - 12);
  const own = frameOf(layout, scene.items, scene.view, plot, mostLabels);
  const { beside, view } = scene;
  const frame = beside === undefined ? own : goneOn(own, plot, beside.frame, (beside.view.left - view.left) * view.zoom + plot.left - beside.plot.left);
  const total = frame.folded.reduce((sum, entry) => sum + entry.count, 0);
  const strip = beside?.strip ?? (total > 400 ? Math.max(2, Math.ceil(frame.folded.filter(entry => entry.count > 0).length * plot.width / STRIP_RECTS)) : 0);
  const kept = scene.isHeaderKept === true ? header : 0;
  painter.rect(kept, 0, width - kept, height, { color: theme.background });
  const folds: Fold[] = [];
  painter.clipped(plot.left, plot.top, plot.width, plot.height, () => {
    drawGround(painter, scene, axis, frame, plot);
    folds.push(...strip > 0 ? frame.folded.flatMap(entry => drawStrip(painter, scene, entry, plot, strip)) : drawCounts(painter, scene, frame, plot));
    drawMarks(painter, scene, frame, plot);
    drawLines(painter, scene, plot);
  });
  if (kept === 0) { drawHeader(painter, scene, frame, plot); }
  drawAxis(painter, scene, axis, plot);
  return { view, frame, plot, folds, strip };
}

/** Where the words for a stretch of the picture begin: in sight as long as any of it is. Beside another picture they stand where they belong, and are left to that one when it has their begin out of sight. */
function stuckAt({ beside, view }: Scene, plot: Plot, from: number, to: number): number {
  if (beside === undefined) { return Math.max(from, plot.left); }
  const edge = plot.left + xOf(view, beside.view.left);
  return from < edge && edge < to ? -Infinity : from;
}

/** Lanes take the colours in turn; the dates of the draft have that of the draft, and shift nobody else's. */
export function laneColor(theme: Theme, layout: Layout, lane: number): string {
  if (layout.lanes[lane]?.unit === 'date') { return theme.accent; }
  const place = layout.lanes[0]?.unit === 'date' ? lane - 1 : lane;
  return theme.lanes[place % theme.lanes.length] ?? theme.foreground;
}

function drawGround(painter: Painter, scene: Scene, axis: Axis, frame: Frame, plot: Plot): void {
  const { theme, layout, view } = scene;
  for (let lane = frame.lanes[0]; lane < frame.lanes[1]; lane++) {
    const box = layout.lanes[lane]!;
    const top = plot.top + box.top - plot.scroll;
    if (lane % 2 === 1) { painter.rect(plot.left, top, plot.width, box.height, { color: theme.band }); }
    painter.rect(plot.left, top + box.height - 1, plot.width, 1, { color: theme.grid });
  }
  for (const tick of axis.lower) { painter.rect(Math.round(plot.left + xOf(view, tick.day)), plot.top, 1, plot.height, { color: theme.grid, opacity: 0.45 }); }
  for (const tick of axis.upper) { painter.rect(Math.round(plot.left + xOf(view, tick.day)), plot.top, 1, plot.height, { color: theme.grid }); }
  let bandTexts = 8;
  for (const band of scene.bands.slice(0, 200)) {
    if (band.lane >= 0 && (band.lane < frame.lanes[0] || band.lane >= frame.lanes[1])) { continue; }
    const [from, to] = [plot.left + xOf(view, band.from), plot.left + xOf(view, band.to)];
    const [left, right] = [Math.max(plot.left, from), Math.min(plot.left + plot.width, to)];
    if (right <= left) { continue; }
    const box = band.lane < 0 ? undefined : layout.lanes[band.lane]!;
    const [top, height] = box === undefined ? [plot.top, plot.height] : [plot.top + box.top - plot.scroll, box.height];
    painter.rect(left, top, right - left, height, { color: box === undefined ? theme.foreground : laneColor(theme, layout, band.lane), opacity: 0.05 });
    painter.line(left, top, left, top + height, { color: theme.muted, opacity: 0.5, width: 1, dash: [1, 3] });
    if (bandTexts > 0 && scene.measure(band.title, false) * 0.85 + 8 < right - left) {
      bandTexts--;
      painter.text(stuckAt(scene, plot, from, to) + 4, top + height - 7, band.title, { color: theme.muted, size: scene.fontSize * 0.82, isBold: false });
    }
  }
}

function drawMarks(painter: Painter, scene: Scene, frame: Frame, plot: Plot): void {
  const { theme, items, view, matches, mentioned } = scene;
  const isFaint = (item: number) => matches !== undefined && item < scene.eventCount && !matches.has(item);
  const styleOf = (item: number, lane: number): MarkStyle => ({
    color: laneColor(theme, scene.layout, lane), opacity: isFaint(item) ? 0.3 : 1,
    isSolid: mentioned === undefined ? items[item]!.precision === 'day' && !items[item]!.isApproximate && !items[item]!.isUncertain : mentioned.has(item),
  });
  for (const shown of frame.shown) {
    const item = items[shown.item]!;
    const style = styleOf(shown.item, shown.lane);
    painter.named(() => item.name, () => {
      if (!shown.isLabelled && shown.box.right - shown.box.left < 12) {
        painter.rect(shown.box.left, shown.y - 6, Math.max(2, shown.box.right - shown.box.left - 4), 12, { color: style.color, opacity: style.opacity * (style.isSolid ? 0.9 : 0.55) });
      } else {
        drawMark(painter, item, shown.box, view, plot.left, shown.y, style, theme);
      }
      if (scene.atCursor.has(shown.item) && item.extent.shape !== 'span') { painter.circle(shown.box.middle, shown.y, 9, undefined, { color: theme.accent, width: 1.75 }); }
      if (shown.isLabelled) { drawLabel(painter, scene, shown, isFaint(shown.item)); }
    });
  }
}

/** The label as far as there is room; what it claims in the layout it has in any case. */
export function labelText(scene: Pick<Scene, 'items' | 'measure'>, shown: Shown): string {
  const item = scene.items[shown.item]!;
  if (shown.limit !== undefined) { return shown.limit < Math.min(LEAST_LABEL, item.labelWidth) ? '' : shorten(item.wholeLabel, shown.limit, text => scene.measure(text, true)); }
  return item.wholeLabel === item.label || shown.room <= item.labelWidth ? item.label : shorten(item.wholeLabel, shown.room, text => scene.measure(text, true));
}

function drawLabel(painter: Painter, scene: Scene, shown: Shown, isFaint: boolean): void {
  const { theme, items } = scene;
  const { y, box: { label: x, isInside } } = shown;
  const text = labelText(scene, shown);
  if (text === '') { return; }
  const isBold = scene.mentioned?.has(shown.item) ?? false;
  if (isInside && items[shown.item]!.extent.shape !== 'span') {
    painter.rect(x - 3, y - 8, scene.measure(text, isBold) + 6, 16, { color: theme.background });
  }
  painter.text(x, y, text, { color: isFaint ? theme.muted : theme.foreground, size: scene.fontSize, isBold });
  if (scene.atCursor.has(shown.item)) { painter.rect(x, y + scene.fontSize * 0.62, scene.measure(text, isBold), 1.5, { color: theme.accent }); }
}

/** The brush and the *as of* line, above the marks. */
function drawLines(painter: Painter, scene: Scene, plot: Plot): void {
  const { theme, view } = scene;
  if (scene.brush !== undefined) {
    const [from, to] = [plot.left + xOf(view, scene.brush[0]), plot.left + xOf(view, scene.brush[1])];
    painter.rect(from, plot.top, to - from, plot.height, { color: theme.focus, opacity: 0.15 });
    for (const x of [from, to]) { painter.line(x, plot.top, x, plot.top + plot.height, { color: theme.focus, width: 1 }); }
  }
  if (scene.asOf !== undefined) {
    const x = plot.left + xOf(view, scene.asOf);
    painter.line(x, plot.top, x, plot.top + plot.height, { color: theme.accent, width: 2 });
  }
}

/** What found no room, at the foot of each lane: ticks with a count. Where there is too much to count, a strip of density stands there. */
function drawCounts(painter: Painter, scene: Scene, frame: Frame, plot: Plot): Fold[] {
  let room = 34;
  let clusters = clustersOf(frame.folded, room);
  while (clusters.length > MOST_COUNTS) { room *= 2; clusters = clustersOf(frame.folded, room); }
  for (const cluster of clusters) {
    const entry = frame.folded.find(found => found.lane === cluster.lane)!;
    const { bottom, color } = footOf(scene, cluster.lane, plot);
    for (let column = cluster.from; column <= cluster.to; column++) {
      if (entry.columns[column]! > 0) { painter.rect(plot.left + column, bottom - 9, 1.5, 6, { color }); }
    }
    const text = `+${cluster.count}`;
    const width = scene.measure(text, false) * 0.82;
    const after = plot.left + cluster.to + 4;
    const x = after + width > plot.left + plot.width ? plot.left + cluster.from - 3 - width : after;
    painter.text(x, bottom - 6, text, { color: scene.theme.muted, size: scene.fontSize * 0.82, isBold: false });
  }
  return clusters.map(cluster => ({ ...cluster, y: footOf(scene, cluster.lane, plot).bottom - 13, height: 13 }));
}

function footOf(scene: Scene, lane: number, plot: Plot) {
  const box = scene.layout.lanes[lane]!;
  return { bottom: plot.top + box.top - plot.scroll + box.height - 1, color: laneColor(scene.theme, scene.layout, lane) };
}

function clustersOf(folded: readonly Folded[], room: number): Omit<Fold, 'y' | 'height'>[] {
  const clusters: { lane: number; from: number; to: number; count: number }[] = [];
  for (const entry of folded) {
    if (entry.count === 0) { continue; }
    for (let column = 0; column < entry.columns.length; column++) {
      if (entry.columns[column] === 0) { continue; }
      const last = clusters[clusters.length - 1];
      if (last !== undefined && last.lane === entry.lane && column - last.to < room) {
        last.to = column;
        last.count += entry.columns[column]!;
      } else { clusters.push({ lane: entry.lane, from: column, to: column, count: entry.columns[column]! }); }
    }
  }
  return clusters;
}

function drawStrip(painter: Painter, scene: Scene, entry: Folded, plot: Plot, step: number): Fold[] {
  const { bottom, color } = footOf(scene, entry.lane, plot);
  for (let column = 0; column < entry.columns.length; column += step) {
    let count = 0;
    for (let at = column; at < Math.min(column + step, entry.columns.length); at++) { count += entry.columns[at]!; }
    if (count > 0) {
      const height = Math.min(11, 2 + 2 * Math.sqrt(count));
      painter.rect(plot.left + column, bottom - height, Math.max(1, step - 1), height, { color, opacity: 0.8 });
    }
  }
  return entry.count === 0 ? [] : [{ lane: entry.lane, from: 0, to: plot.width, y: bottom - 13, height: 13, count: entry.count }];
}

function drawHeader(painter: Painter, scene: Scene, frame: Frame, plot: Plot): void {
  const { theme, layout, header, fontSize } = scene;
  if (header <= 0) { return; }
  const first = 13 * scaleOf(fontSize);
  painter.clipped(0, plot.top, header, plot.height, () => {
    painter.rect(0, plot.top, header, plot.height, { color: theme.background });
    for (let lane = frame.lanes[0]; lane < frame.lanes[1]; lane++) {
      const box = layout.lanes[lane]!;
      const top = plot.top + box.top - plot.scroll;
      painter.rect(0, top, 4, box.height - 1, { color: laneColor(theme, layout, lane) });
      painter.rect(0, top + box.height - 1, header, 1, { color: theme.grid });
      const size = fontSize;
      const room = header - 18 - 12;
      const lines = wrap(box.title, room, box.isCollapsed ? 1 : box.height >= 58 ? 2 : 1, text => scene.measure(text, true));
      // The name stays in sight as long as any of its lane does.
      const least = 2 * first + lines.length * (size + 3);
      const at = first + Math.max(top, Math.min(plot.top, top + box.height - least));
      lines.forEach((line, index) => painter.text(24, at + index * (size + 3), line, { color: theme.foreground, size, isBold: true }));
      if (scene.isFile !== true) { painter.polygon(box.isCollapsed ? [11, at - 5, 17, at, 11, at + 5] : [9, at - 3, 19, at - 3, 14, at + 3], { color: theme.muted }, undefined); }
      if (!box.isCollapsed) {
        painter.text(24, at + lines.length * (size + 3), countText(box), { color: theme.muted, size: size * 0.85, isBold: false });
      }
    }
  });
  painter.rect(header - 1, 0, 1, plot.top + plot.height, { color: theme.grid });
  if (scene.dropBefore !== undefined) {
    const y = plot.top + (layout.lanes[scene.dropBefore]?.top ?? layout.height) - plot.scroll;
    painter.rect(0, y - 1.5, scene.width, 3, { color: theme.focus });
  }
}

/** The text on at most `most` lines; what is left over becomes an ellipsis. */
export function wrap(text: string, room: number, most: number, measure: (text: string) => number): string[] {
  const words = text.slice(0, 200).split(/\s+/u);
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || lines.length === most - 1 || measure(longer) <= room) { line = longer; } else { lines.push(shorten(line, room, measure)); line = word; }
  }
  return [...lines, shorten(line, room, measure)];
}

/** The text on as many lines as it needs. */
export function wrapAll(text: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && measure(longer) > room) {
      lines.push(line);
      line = word;
    } else { line = longer; }
  }
  return line === '' ? lines : [...lines, line];
}

/** The text, or as much of it as fits with an ellipsis. */
export function shorten(text: string, room: number, measure: (text: string) => number): string {
  const start = text.slice(0, 400);
  if (start.length === text.length && measure(text) <= room) { return text; }
  let [low, high] = [0, start.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${start.slice(0, middle)}…`) <= room) { low = middle; } else { high = middle - 1; }
  }
  // Never half of a character that takes two units.
  const cut = /[\uD800-\uDBFF]$/u.test(start.slice(0, low)) ? low - 1 : low;
  return `${start.slice(0, cut).trimEnd()}…`;
}

function drawAxis(painter: Painter, scene: Scene, axis: Axis, plot: Plot): void {
  const { theme, view, fontSize } = scene;
  painter.clipped(plot.left, 0, plot.width, plot.top, () => {
    painter.rect(plot.left, 0, plot.width, plot.top, { color: theme.background });
    const small = fontSize * 0.85;
    const scale = scaleOf(fontSize);
    axis.upper.forEach((tick, index) => {
      const x = plot.left + xOf(view, tick.day);
      const next = axis.upper[index + 1];
      const limit = next === undefined ? Infinity : plot.left + xOf(view, next.day);
      const width = scene.measure(tick.text, true);
      painter.rect(Math.round(x), 0, 1, plot.top, { color: theme.grid });
      // The first one sticks to the edge, so that the year is always known.
      const at = stuckAt(scene, plot, x, limit) + 5;
      if (at + width + 4 <= limit) { painter.text(at, 11 * scale, tick.text, { color: theme.foreground, size: fontSize, isBold: true }); }
    });
    axis.lower.forEach(tick => {
      const x = plot.left + xOf(view, tick.day);
      painter.rect(Math.round(x), 22 * scale, 1, 14 * scale, { color: theme.grid });
      painter.text(x + 4, 29 * scale, tick.text, { color: theme.foreground, size: small, isBold: false });
    });
    axis.seasons.forEach((season, index) => {
      const [from, to] = [plot.left + xOf(view, season.from), plot.left + xOf(view, season.to)];
      if (index % 2 === 0) { painter.rect(from, 37 * scale, to - from, 12 * scale, { color: theme.band }); }
      const at = stuckAt(scene, plot, from, to) + 4;
      if (at + scene.measure(season.text, false) * 0.75 < to) { painter.text(at, 43 * scale, season.text, { color: theme.muted, size: fontSize * 0.75, isBold: false }); }
    });
    let [last, pins] = [-Infinity, 0];
    for (const index of [...scene.mentioned ?? []].sort((one, other) => scene.items[one]!.extent.a - scene.items[other]!.extent.a)) {
      const { extent } = scene.items[index]!;
      const x = plot.left + xOf(view, (extent.outerA + extent.outerB) / 2);
      if (x < plot.left || x > plot.left + plot.width || x - last < 5 || pins > 200) { continue; }
      [last, pins] = [x, pins + 1];
      painter.polygon([x - 4, plot.top - 7, x + 4, plot.top - 7, x, plot.top - 1], { color: theme.accent }, undefined);
    }
    painter.rect(plot.left, plot.top - 1, plot.width, 1, { color: theme.grid });
  });
}
