import type { Ink, Painter, Stroke, TextStyle } from '../../core/timeline/painter.ts';

const SOLID: readonly number[] = [];

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** The painter of the screen. */
export class CanvasPainter implements Painter {
  readonly #context: Context;
  readonly #fontFamily: string;
  /** What the context has now; asking it for the same again would take time in every frame. */
  #font = '';
  #dash: readonly number[] | undefined;
  #fillColor = '';
  #alpha = -1;
  /** Colours as the context writes them. */
  readonly #known = new Map<string, string>();

  constructor(context: Context, fontFamily: string) {
    this.#context = context;
    this.#fontFamily = fontFamily;
    context.textBaseline = 'middle';
  }

  rect(x: number, y: number, width: number, height: number, fill: Ink): void {
    this.#fill(fill);
    this.#context.fillRect(x, y, width, height);
  }

  polygon(points: readonly number[], fill: Ink | undefined, stroke: Stroke | undefined): void {
    const context = this.#context;
    context.beginPath();
    for (let at = 0; at < points.length; at += 2) { context.lineTo(points[at]!, points[at + 1]!); }
    context.closePath();
    this.#finish(fill, stroke);
  }

  circle(x: number, y: number, radius: number, fill: Ink | undefined, stroke: Stroke | undefined): void {
    this.#context.beginPath();
    this.#context.arc(x, y, radius, 0, 2 * Math.PI);
    this.#finish(fill, stroke);
  }

  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void {
    const context = this.#context;
    const { width } = stroke;
    // Upright and level lines are rectangles, which are filled in a fraction of the time that a path takes.
    if (stroke.dash === undefined && (x1 === x2 || y1 === y2)) {
      this.#fill(stroke);
      if (x1 === x2) { context.fillRect(x1 - width / 2, Math.min(y1, y2), width, Math.abs(y2 - y1)); } else { context.fillRect(Math.min(x1, x2), y1 - width / 2, Math.abs(x2 - x1), width); }
      return;
    }
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    this.#finish(undefined, stroke);
  }

  fade(x: number, y: number, width: number, height: number, color: string, from: number, to: number): void {
    const context = this.#context;
    const gradient = context.createLinearGradient(x, 0, x + width, 0);
    gradient.addColorStop(0, this.#faded(color, from));
    gradient.addColorStop(1, this.#faded(color, to));
    this.#alphaOf(1);
    context.fillStyle = gradient;
    this.#fillColor = '';
    context.fillRect(x, y, width, height);
  }

  /** A colour of whatever notation, less opaque. A browser reads `#rrggbbaa` in a fraction of the time that any other notation takes. */
  #faded(color: string, opacity: number): string {
    let known = this.#known.get(color);
    if (known === undefined) {
      this.#fillOf(color);
      this.#known.set(color, known = this.#context.fillStyle as string);
    }
    return known.length === 7 ? known + Math.round(256 + opacity * 255).toString(16).slice(1) : `color-mix(in srgb, ${color} ${opacity * 100}%, transparent)`;
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    const context = this.#context;
    const font = fontOf(style.size, style.isBold, this.#fontFamily);
    if (font !== this.#font) { context.font = this.#font = font; }
    this.#alphaOf(1);
    this.#fillOf(style.color);
    context.fillText(text, x, y);
  }

  clipped(x: number, y: number, width: number, height: number, draw: () => void): void {
    const context = this.#context;
    context.save();
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    draw();
    context.restore();
    this.#font = '';
    this.#dash = undefined;
    this.#fillColor = '';
    this.#alpha = -1;
  }

  named(_name: () => string, draw: () => void): void {
    draw();
  }

  #fill(ink: Ink): void {
    this.#alphaOf(ink.opacity ?? 1);
    this.#fillOf(ink.color);
  }

  #fillOf(color: string): void {
    if (color !== this.#fillColor) { this.#context.fillStyle = this.#fillColor = color; }
  }

  #alphaOf(opacity: number): void {
    if (opacity !== this.#alpha) { this.#context.globalAlpha = this.#alpha = opacity; }
  }

  #finish(fill: Ink | undefined, stroke: Stroke | undefined): void {
    const context = this.#context;
    if (fill !== undefined) {
      this.#fill(fill);
      context.fill();
    }
    if (stroke !== undefined) {
      this.#alphaOf(stroke.opacity ?? 1);
      context.strokeStyle = stroke.color;
      context.lineWidth = stroke.width;
      const dash = stroke.dash ?? SOLID;
      if (dash !== this.#dash) { context.setLineDash(dash as number[]); }
      this.#dash = dash;
      context.stroke();
    }
  }
}

export function fontOf(size: number, isBold: boolean, family: string): string {
  return `${isBold ? '600 ' : ''}${size}px ${family}`;
}

/** Makes a canvas sharp on its screen. @returns a context whose unit is a CSS pixel */
export function contextOf(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const [pixelsWide, pixelsHigh] = sharpened(width, height);
  if (canvas.width !== pixelsWide || canvas.height !== pixelsHigh) {
    canvas.width = pixelsWide;
    canvas.height = pixelsHigh;
    sized(canvas, width, height);
  }
  return scaled(canvas.getContext('2d')!);
}

/** A picture that is painted once and shown as it is: a canvas that can be painted again takes the browser time in each frame of the page. */
export class Still {
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly #size: readonly [number, number];

  /** @param width CSS pixels, which the context's unit is as well */
  constructor(width: number, height: number) {
    this.#size = [width, height];
    this.context = scaled(new OffscreenCanvas(...sharpened(width, height)).getContext('2d')!);
  }

  /** What was painted goes to a canvas that shows nothing but stills, and this one is empty. */
  show(canvas: HTMLCanvasElement): void {
    sized(canvas, ...this.#size);
    canvas.getContext('bitmaprenderer')!.transferFromImageBitmap(this.context.canvas.transferToImageBitmap());
  }
}

const ratioOf = () => Math.max(1, window.devicePixelRatio || 1);
const sharpened = (width: number, height: number): [number, number] => [Math.max(1, Math.round(width * ratioOf())), Math.max(1, Math.round(height * ratioOf()))];

function sized({ style }: HTMLCanvasElement, width: number, height: number): void {
  style.width = `${width}px`;
  style.height = `${height}px`;
}

function scaled<T extends Context>(context: T): T {
  context.setTransform(ratioOf(), 0, 0, ratioOf(), 0, 0);
  return context;
}

/**
 * Widths of texts in the given type. Latin letters are measured once each and added up, which forgets kerning and so errs
 * to the wide side by a pixel or two; any other text is measured as a whole.
 */
export function measurer(family: string, size: number): (text: string, isBold: boolean) => number {
  const context = document.createElement('canvas').getContext('2d')!;
  const exact = (text: string, isBold: boolean) => {
    context.font = fontOf(size, isBold, family);
    return context.measureText(text).width;
  };
  const tables = [false, true].map(isBold => Float32Array.from({ length: 256 }, (_, code) => exact(String.fromCharCode(code), isBold)));
  const others: ReadonlyMap<string, readonly number[]> = new Map(['…', '–', '’', '“', '”'].map(letter => [letter, [exact(letter, false), exact(letter, true)]]));
  return (text, isBold) => {
    const table = tables[isBold ? 1 : 0]!;
    let width = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = table[text.charCodeAt(at)] ?? others.get(text[at]!)?.[isBold ? 1 : 0];
      if (letter === undefined) { return exact(text, isBold); }
      width += letter;
    }
    return width;
  };
}
