import type { Painter } from './painter.ts';

/** How much a frame drew; rectangles, lines, polygons and circles count alike. */
export interface Counts {
  texts: number;
  shapes: number;
}

/** A painter that passes everything on and counts it, so that a frame can be held to its budget. */
export function counting(painter: Painter, counts: Counts): Painter {
  return {
    rect: (...args) => { counts.shapes++; painter.rect(...args); },
    polygon: (...args) => { counts.shapes++; painter.polygon(...args); },
    circle: (...args) => { counts.shapes++; painter.circle(...args); },
    line: (...args) => { counts.shapes++; painter.line(...args); },
    fade: (...args) => { counts.shapes++; painter.fade(...args); },
    text: (...args) => { counts.texts++; painter.text(...args); },
    clipped: (...args) => { painter.clipped(...args); },
    named: (...args) => { painter.named(...args); },
  };
}
