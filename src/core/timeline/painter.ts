/** A colour as the back end takes it, e.g. `#1e6fd0`, and how much of it. */
export interface Ink {
  readonly color: string;
  /** 0 to 1; 1 unless told. */
  readonly opacity?: number;
}
export interface Stroke extends Ink {
  readonly width: number;
  /** Lengths of strokes and gaps; unbroken unless told. */
  readonly dash?: readonly number[];
}
export interface TextStyle {
  readonly color: string;
  /** Pixels. */
  readonly size: number;
  readonly isBold: boolean;
}

/**
 * What the timeline is drawn with. The screen and the file are two back ends of it and so cannot differ. Pixels, y down;
 * text stands on its middle line at `y` and begins at `x`.
 */
export interface Painter {
  rect(x: number, y: number, width: number, height: number, fill: Ink): void;
  /** Closed. Points as x, y, x, y … */
  polygon(points: readonly number[], fill: Ink | undefined, stroke: Stroke | undefined): void;
  circle(x: number, y: number, radius: number, fill: Ink | undefined, stroke: Stroke | undefined): void;
  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void;
  /** A rectangle whose opacity runs from `from` at its left to `to` at its right. */
  fade(x: number, y: number, width: number, height: number, color: string, from: number, to: number): void;
  text(x: number, y: number, text: string, style: TextStyle): void;
  /** Draws only inside the rectangle. */
  clipped(x: number, y: number, width: number, height: number, draw: () => void): void;
  /** Groups what is drawn under a name, where the back end has names. */
  named(name: () => string, draw: () => void): void;
}

/** The colours of a picture; on screen from the editor's theme, in a file the print theme. */
export interface Theme {
  readonly background: string;
  readonly foreground: string;
  /** For what explains: ticks, counts, seasons. */
  readonly muted: string;
  readonly grid: string;
  /** Behind every second lane and season. */
  readonly band: string;
  /** What the draft speaks of. */
  readonly accent: string;
  readonly focus: string;
  /** Lanes take them in turn. */
  readonly lanes: readonly string[];
  /** Outlines instead of fills, no shade carries meaning. */
  readonly isHighContrast: boolean;
}

/** For files: dark on white, each lane colour at least 4.5 to 1 against the paper. */
export const PRINT_THEME: Theme = {
  background: '#ffffff', foreground: '#111111', muted: '#4a4a4a', grid: '#c8c8c8', band: '#f5f5f5', accent: '#a34700', focus: '#005fb8',
  lanes: ['#1a5fb4', '#26734d', '#7a3fa0', '#846200', '#a62a2a', '#a8480f', '#12706f', '#4d4d4d'], isHighContrast: false,
};
