import type { Hit, Picture } from './picture.ts';
import { dayAt } from '../../core/timeline/view.ts';

export interface PointerActions {
  press(hit: Hit): void;
  /** A stretch of time was chosen on the axis. */
  choose(range: readonly [number, number]): void;
  /** A lane was dragged to before another. */
  moveLane(lane: number, before: number): void;
  hover(hit: Hit | undefined, x: number, y: number): void;
}

/** Pixels that a hand may tremble and still have pressed, not dragged. */
const STILL = 4;
/** Pixels that a hand may stray up or down and still only move through time. */
const LEVEL = 16;

/**
 * Wheel zooms at the pointer, with Shift it pans, over the names of the lanes it scrolls; a drag moves the picture, on the
 * axis it chooses a stretch of time, on the name of a lane it moves the lane.
 */
export function listenToPointer(stage: HTMLElement, picture: Picture, actions: PointerActions): void {
  let down: { box: DOMRect; x: number; y: number; left: number; scroll: number; isAxis: boolean; lane: number | undefined; hasMoved: boolean } | undefined;
  const at = (event: MouseEvent): readonly [number, number] => {
    // To ask in each step of a drag would have the page laid out each time.
    const box = down?.box ?? stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  stage.addEventListener('wheel', event => {
    if (event.target instanceof Element && event.target.closest('.card') !== null) { return; }
    event.preventDefault();
    const [x] = at(event);
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) { picture.pan((event.deltaX === 0 ? event.deltaY : event.deltaX) * unit); }
    else if (x < picture.header && !event.ctrlKey) { picture.scrollTo(picture.scroll + event.deltaY * unit); }
    else { picture.zoom(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * unit)) * (event.ctrlKey ? 0.01 : 0.0022)), Math.max(0, x - picture.header)); }
  }, { passive: false });
  stage.addEventListener('pointerdown', event => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('.card') !== null)) { return; }
    const [x, y] = at(event);
    down = { box: stage.getBoundingClientRect(), x, y, left: picture.view.left, scroll: picture.scroll, isAxis: y < picture.axisHeight && x > picture.header, lane: x < picture.header ? picture.laneAt(y) : undefined, hasMoved: false };
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener('pointermove', event => {
    const [x, y] = at(event);
    if (down === undefined) {
      const hit = event.target instanceof Element && event.target.closest('.card') !== null ? undefined : picture.hit(x, y);
      stage.dataset['over'] = hit?.kind ?? '';
      actions.hover(hit, x, y);
      return;
    }
    if (!down.hasMoved && Math.hypot(x - down.x, y - down.y) < STILL) { return; }
    if (!down.hasMoved) {
      stage.dataset['over'] = 'drag';
      actions.hover(undefined, x, y);
    }
    down.hasMoved = picture.isHeld = true;
    if (down.isAxis) {
      const days = [dayAt(picture.view, down.x - picture.header), dayAt(picture.view, x - picture.header)].sort((one, other) => one - other);
      picture.brush = [Math.floor(days[0]!), Math.ceil(days[1]!)];
      picture.ask();
    } else if (down.lane !== undefined) {
      picture.dropBefore = picture.dropAt(y);
      picture.ask();
    } else {
      picture.show({ zoom: picture.view.zoom, left: down.left - (x - down.x) / picture.view.zoom });
      picture.scrollTo(down.scroll - Math.sign(y - down.y) * Math.max(0, Math.abs(y - down.y) - LEVEL));
    }
  });
  const finish = (event: PointerEvent, isDone: boolean) => {
    const was = down;
    down = undefined;
    picture.isHeld = false;
    stage.dataset['over'] = '';
    if (was === undefined) { return; }
    if (!was.hasMoved) {
      const [x, y] = at(event);
      const hit = picture.hit(x, y);
      if (isDone && hit !== undefined) { actions.press(hit); }
      return;
    }
    const { brush: range, dropBefore } = picture;
    picture.brush = undefined;
    picture.dropBefore = undefined;
    picture.ask();
    if (isDone && was.lane !== undefined && dropBefore !== undefined) { actions.moveLane(was.lane, dropBefore); }
    if (isDone && was.isAxis && range !== undefined) { actions.choose(range); }
  };
  stage.addEventListener('pointerup', event => { finish(event, true); });
  stage.addEventListener('pointercancel', event => { finish(event, false); });
  stage.addEventListener('pointerleave', () => { actions.hover(undefined, 0, 0); });
}
