import { bandsOf, drawablesOf, Looks } from '../../core/timeline/drawables.ts';
import { Reaches } from '../../core/timeline/extent.ts';
import { axisHeight, draw, labelText, type Band, type Drawn, type Fold, type Scene } from '../../core/timeline/draw.ts';
import type { Shown } from '../../core/timeline/frame.ts';
import { layoutSteps, METRICS, withLane, type Layout, type Metrics } from '../../core/timeline/layout.ts';
import type { Drawable } from '../../core/timeline/marks.ts';
import { clampView, dayAt, fitView, panBy, xOf, zoomAt, type View } from '../../core/timeline/view.ts';
import { CanvasPainter, contextOf, measurer } from './canvas.ts';
import { breathing, pause, type Pending } from '../dom.ts';
import type { Panning } from './panning.ts';
import { DRAFT_LANE, type Model } from './model.ts';
import type { DraftDto, TimelineData } from '../../core/timeline/types.ts';
import { readTheme, type ScreenTheme } from './theme.ts';

/** What stands under a point of the picture. */
export type Hit =
  | { readonly kind: 'mark'; readonly shown: Shown }
  | { readonly kind: 'fold'; readonly fold: Fold }
  | { readonly kind: 'lane'; readonly lane: number }
  | { readonly kind: 'axis' }
  | { readonly kind: 'ground' };

/** Events that are looked at between two looks at the clock. */
const SOME = 500;
/** Rows may take so many heights of the panel: a little scrolling shows more than a count does. */
const PAGES = 1.8;

/** The picture on the canvas: the layout of the model, the part of time in sight, and one frame at a time. */
export class Picture {
  readonly #canvas: HTMLCanvasElement;
  readonly #model: Model;
  readonly #pending: Pending;
  readonly #onDrawn: () => void;
  #items: readonly Drawable[] = [];
  #layout: Layout | undefined;
  #bands: readonly Band[] = [];
  #view: View = { left: 0, zoom: 1 };
  #domain: readonly [number, number] = [0, 1];
  #focus: readonly [number, number] = [0, 1];
  #scroll = 0;
  #size: readonly [number, number] = [0, 0];
  #run = 0;
  #isFitted = false;
  /** What the layout is of. While the next one is under way, the model has other events, whose numbers mean nothing here. */
  #laidOut: { readonly data: TimelineData; readonly draft: DraftDto | null } | undefined;
  #isLayingOut = false;
  #marks: Pick<Scene, 'mentioned' | 'atCursor' | 'matches' | 'eventCount'> = { mentioned: undefined, atCursor: new Set(), matches: undefined, eventCount: 0 };
  #frameAsked = 0;
  #theme: ScreenTheme = readTheme();
  #measure = measurer(this.#theme.fontFamily, this.#theme.fontSize);
  #drawn: Drawn | undefined;
  brush: readonly [number, number] | undefined;
  /** Whether a hand holds it and moves it: then it is not at rest, however long the hand pauses. */
  isHeld = false;
  /** Where the lane that is being moved would land. */
  dropBefore: number | undefined;
  /** Moves what is painted; comes with what stands around the picture. */
  panning: Panning | undefined;
  /** Whether something else than the part of time in sight has changed since the picture was painted: then the names of the lanes are painted too. */
  #isStale = true;

  constructor(canvas: HTMLCanvasElement, model: Model, pending: Pending, onDrawn: () => void) {
    this.#canvas = canvas;
    this.#model = model;
    this.#pending = pending;
    this.#onDrawn = onDrawn;
  }

  /** Whether the view has ever been one of events. */
  get isFitted(): boolean { return this.#isFitted; }
  get view(): View { return this.#view; }
  get layout(): Layout | undefined { return this.#layout; }
  get items(): readonly Drawable[] { return this.#items; }
  get drawn(): Drawn | undefined { return this.#drawn; }
  get theme(): ScreenTheme { return this.#theme; }
  get scroll(): number { return this.#scroll; }
  get domain(): readonly [number, number] { return this.#domain; }
  get width(): number { return this.#size[0]; }
  get height(): number { return this.#size[1]; }
  get plotWidth(): number { return Math.max(1, this.#size[0] - this.header); }
  get plotHeight(): number { return Math.max(1, this.#size[1] - this.axisHeight); }
  /** A column for the names of the lanes, never more than a quarter of a narrow panel. */
  get header(): number { return Math.round(Math.min(170 * this.#scale, Math.max(96, this.#size[0] * 0.24))); }
  /** Pixels of the years above the lanes. */
  get axisHeight(): number { return axisHeight(this.#theme.fontSize); }
  get measure(): (text: string, isBold: boolean) => number { return this.#measure; }
  get #scale(): number { return this.#theme.fontSize / 13; }

  get #metrics(): Metrics {
    const scale = Math.max(1, this.#scale);
    return { row: METRICS.row * scale, laneTop: METRICS.laneTop, laneBottom: METRICS.laneBottom * scale, leastLane: METRICS.leastLane * scale };
  }

  /** The view that shows all that is not background, with room for the labels of the last ones. */
  fitFocus(): View { return this.#fit(this.#focus); }
  fitAll(): View { return this.#fit(this.#domain); }

  #fit([from, to]: readonly [number, number]): View {
    const air = (to - from) * 0.02;
    return fitView(from - air, to + air, this.plotWidth, Math.min(180, this.plotWidth * 0.22));
  }

  /** Shows all that is not background; where that is shown already, everything. */
  fit(): void {
    const focus = this.fitFocus();
    const isThere = Math.abs(focus.zoom / this.#view.zoom - 1) < 0.01 && Math.abs(focus.left - this.#view.left) * focus.zoom < 2;
    this.show(isThere ? this.fitAll() : focus);
  }

  /** Shows a stretch of time with air around it, however short it is. */
  showSpan(from: number, to: number): void {
    const least = Math.max(to - from, 60);
    const middle = (from + to) / 2;
    this.show(this.#fit([middle - least * 0.6, middle + least * 0.6]));
  }

  /** The lane at a height of the panel, or `undefined`. */
  laneAt(y: number): number | undefined {
    const at = y - this.axisHeight + this.#scroll;
    const lane = this.#layout?.lanes.findIndex(box => box.top <= at && at < box.top + box.height) ?? -1;
    return lane < 0 ? undefined : lane;
  }

  /** Before which lane one lands that is dropped at a height. */
  dropAt(y: number): number {
    const at = y - this.axisHeight + this.#scroll;
    const lanes = this.#layout?.lanes ?? [];
    const place = lanes.findIndex(box => at < box.top + box.height / 2);
    return place < 0 ? lanes.length : place;
  }

  resize(width: number, height: number): void {
    if (width === this.#size[0] && height === this.#size[1]) { return; }
    const before = this.spanInSight();
    const isFirst = this.#size[0] === 0;
    this.#size = [width, height];
    if (!isFirst && this.#layout !== undefined) { this.#view = clampView(fitView(before[0], before[1], this.plotWidth), this.#domain, this.plotWidth); }
    this.ask();
  }

  /** `[from, before)` in days. */
  spanInSight(): readonly [number, number] {
    return [this.#view.left, dayAt(this.#view, this.plotWidth)];
  }

  /** Colours or type have changed. @returns whether texts have other widths now, and so another layout is due */
  retheme(): boolean {
    const before = this.#theme;
    this.#theme = readTheme();
    this.ask();
    if (before.fontFamily === this.#theme.fontFamily && before.fontSize === this.#theme.fontSize) { return false; }
    this.#measure = measurer(this.#theme.fontFamily, this.#theme.fontSize);
    return true;
  }

  /** Lays everything out anew, in slices; a later call makes an earlier one give up. @returns whether it got to its end */
  async relayout(): Promise<boolean> {
    this.#pending.begin();
    const run = ++this.#run;
    this.#isLayingOut = true;
    try {
      if (!await this.#relayout(run)) { return false; }
      this.#isLayingOut = false;
      // What the writer typed meanwhile.
      return this.#laidOut?.draft === this.#model.draft || this.redraft() || await this.relayout();
    } finally {
      if (run === this.#run) { this.#isLayingOut = false; }
      this.#pending.end();
    }
  }

  async #relayout(run: number): Promise<boolean> {
    const { data, draft } = this.#model;
    await pause();
    if (run !== this.#run) { return false; }
    const breath = breathing();
    const lanes = this.#model.lanes();
    const reaches = new Reaches();
    for (let at = 0; at < data.events.length; at += SOME) {
      await breath();
      if (run !== this.#run) { return false; }
      data.events.slice(at, at + SOME).forEach(event => { reaches.add(event); });
    }
    [this.#domain, this.#focus] = [reaches.domain, reaches.focus];
    const items: Drawable[] = [];
    const looks = new Looks();
    for (let at = 0; at < data.events.length; at += SOME) {
      await breath();
      if (run !== this.#run) { return false; }
      items.push(...drawablesOf(data.events.slice(at, at + SOME), this.#domain, this.#measure, looks));
    }
    items.push(...drawablesOf(draft?.dates ?? [], this.#domain, this.#measure));
    const steps = layoutSteps(items, lanes, { fitZoom: this.fitFocus().zoom, height: this.plotHeight * PAGES, metrics: this.#metrics });
    for (;;) {
      await breath();
      if (run !== this.#run) { return false; }
      const step = steps.next();
      if (step.done !== true) { continue; }
      await breath();
      if (run !== this.#run) { return false; }
      [this.#items, this.#layout] = [items, step.value];
      this.#bands = bandsOf(data.eras, lanes, this.#domain, this.#model.state.grouping);
      this.#laidOut = { data, draft };
      break;
    }
    // What is shown before the first events have come is nobody's choice.
    if (!this.#isFitted) {
      this.#isFitted = data.events.length > 0;
      const { span } = this.#model.state;
      this.#view = span === null ? this.fitFocus() : fitView(span[0], span[1], this.plotWidth);
    }
    this.#view = clampView(this.#view, this.#domain, this.plotWidth);
    this.scrollTo(this.#scroll);
    this.ask();
    return true;
  }

  /** The draft's dates have changed: only their own lane is laid out. What is being laid out takes it in at its end. @returns false when the lane is new or gone */
  redraft(): boolean {
    if (this.#isLayingOut) { return true; }
    if (this.#laidOut === undefined || this.#layout === undefined) { return false; }
    const place = this.#layout.lanes.findIndex(box => box.id === DRAFT_LANE);
    const lane = this.#model.draftLane();
    if ((place < 0) !== (lane === undefined)) { return false; }
    if (lane !== undefined) {
      const events = this.#items.slice(0, this.#model.data.events.length);
      this.#items = [...events, ...drawablesOf(this.#model.draft?.dates ?? [], this.#domain, this.#measure)];
      this.#layout = withLane(this.#layout, this.#items, place, lane, this.fitFocus().zoom);
    }
    this.#laidOut = { ...this.#laidOut, draft: this.#model.draft };
    this.ask();
    return true;
  }

  show(view: View): void {
    this.#view = clampView(view, this.#domain, this.plotWidth);
    this.#askFrame();
  }

  /** @param x pixels from the left of the plot; its middle unless told */
  zoom(factor: number, x = this.plotWidth / 2): void { this.show(zoomAt(this.#view, factor, x)); }
  pan(pixels: number): void { this.show(panBy(this.#view, pixels)); }

  scrollTo(top: number): void {
    const before = this.#scroll;
    this.#scroll = Math.max(0, Math.min(top, (this.#layout?.height ?? 0) - this.plotHeight));
    if (this.#scroll !== before) { this.ask(); }
  }

  /** Brings an item into sight, near enough that its label shows where it ever does. */
  reveal(item: number, lane: number): void {
    const box = this.#layout?.lanes[lane];
    const drawable = this.#items[item];
    if (box === undefined || drawable === undefined) { return; }
    let zoom = this.#view.zoom;
    let y = box.top + box.height;
    box.placed.rows.forEach((row, index) => {
      const at = row.items.indexOf(item);
      if (at < 0) { return; }
      y = box.top + index * (this.#layout?.metrics.row ?? 20);
      zoom = Math.max(zoom, Math.min(row.zmin[at]! * 1.02, 240));
    });
    const middle = (drawable.extent.outerA + drawable.extent.outerB) / 2;
    const x = xOf(this.#view, middle);
    // The card opens at the right: what is revealed should not stand under it.
    if (zoom !== this.#view.zoom || x < 20 || x > this.plotWidth - Math.min(440, this.plotWidth / 2)) {
      this.show({ zoom, left: middle - this.plotWidth * 0.25 / zoom });
    }
    if (y < this.#scroll || y + 40 > this.#scroll + this.plotHeight) { this.scrollTo(y - this.plotHeight / 3); }
  }

  /** Draws at the next frame. */
  ask(): void {
    this.#isStale = true;
    this.#askFrame();
  }

  #askFrame(): void {
    if (this.#frameAsked !== 0) { return; }
    this.#pending.begin();
    this.#frameAsked = requestAnimationFrame(() => { this.drawNow(true); });
  }

  scene(): Scene | undefined {
    if (this.#layout === undefined) { return undefined; }
    const { state, data, draft, matches } = this.#model;
    if (this.#laidOut?.data === data && this.#laidOut.draft === draft) {
      this.#marks = { mentioned: this.#model.mentioned(), atCursor: this.#model.atCursor(), matches, eventCount: data.events.length };
    }
    return {
      layout: this.#layout, items: this.#items, view: this.#view, width: this.#size[0], height: this.#size[1], header: this.header, scroll: this.#scroll,
      theme: this.#theme, fontSize: this.#theme.fontSize, bands: this.#bands,
      ...this.#marks,
      asOf: state.asOf ?? undefined, brush: this.brush, dropBefore: this.dropBefore, measure: this.#measure,
    };
  }

  /** Paints what was only moved, with each label where it belongs. */
  settle(): void {
    if (this.panning?.isMoved === true) { this.drawNow(); }
  }

  /** @param isToMove whether it may be enough to move what is painted */
  drawNow(isToMove = false): void {
    const wasAsked = this.#frameAsked !== 0;
    cancelAnimationFrame(this.#frameAsked);
    this.#frameAsked = 0;
    try {
      const scene = this.scene();
      if (scene === undefined || scene.width < 2) { return; }
      if (!isToMove || this.#isStale || this.#drawn === undefined || this.panning?.move(scene, this.#drawn) !== true) {
        this.panning?.stop();
        const { width } = this.#canvas;
        const context = contextOf(this.#canvas, scene.width, scene.height);
        // On another screen the canvas is another, and empty.
        const isHeaderKept = !this.#isStale && width === this.#canvas.width;
        this.#drawn = draw(new CanvasPainter(context, this.#theme.fontFamily), { ...scene, isHeaderKept });
        this.#isStale = false;
      }
      this.#onDrawn();
    } finally { if (wasAsked) { this.#pending.end(); } }
  }

  hit(x: number, y: number): Hit | undefined {
    this.settle();
    const drawn = this.#drawn;
    if (drawn === undefined || this.#layout === undefined) { return undefined; }
    if (y < this.axisHeight) { return x >= this.header ? { kind: 'axis' } : undefined; }
    if (x < this.header) {
      const lane = this.laneAt(y);
      return lane === undefined ? undefined : { kind: 'lane', lane };
    }
    let best: Shown | undefined;
    for (const shown of drawn.frame.shown) {
      if (Math.abs(shown.y - y) > this.#layout.metrics.row / 2 || x < shown.box.left - 2 || x > this.rightOf(shown) + 2) { continue; }
      if (best === undefined || shown.isLabelled) { best = shown; }
    }
    if (best !== undefined) { return { kind: 'mark', shown: best }; }
    const fold = drawn.folds.find(found => found.y <= y && y <= found.y + found.height && x >= this.header + found.from - 8 && x <= this.header + found.to + 26);
    return fold === undefined ? { kind: 'ground' } : { kind: 'fold', fold };
  }

  /** Where a mark with its label ends. */
  rightOf(shown: Shown): number {
    return shown.isLabelled ? Math.max(shown.box.right, shown.box.label + this.#measure(labelText({ items: this.#items, measure: this.#measure }, shown), true)) : shown.box.right;
  }
}
