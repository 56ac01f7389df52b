import type { Font } from './font.ts';
import type { Ink, Painter, Stroke, TextStyle } from './painter.ts';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel, row by row. */
  readonly data: Uint8Array;
}

/** `#1e6fd0` and `#fff` as three numbers; anything else is black. */
function rgbOf(color: string): readonly [number, number, number] {
  const digits = /^#(?:([0-9a-f]{6})|([0-9a-f]{3}))$/iu.exec(color);
  const hex = digits?.[1] ?? (digits?.[2] ?? '000').replace(/./gu, '$&$&');
  return [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as readonly [number, number, number];
}

function mix(data: Uint8Array, at: number, red: number, green: number, blue: number, share: number): void {
  // Half up, as cutting off would darken what is drawn often.
  data[at] = data[at]! + (red - data[at]!) * share + 0.5;
  data[at + 1] = data[at + 1]! + (green - data[at + 1]!) * share + 0.5;
  data[at + 2] = data[at + 2]! + (blue - data[at + 2]!) * share + 0.5;
}

/**
 * The painter of pictures without a screen: pixels with smooth edges on white paper. Every shape is a polygon whose exact
 * share of each pixel is summed up along its edges, so the same calls give the same pixels on every machine.
 */
export class RasterPainter implements Painter {
  readonly pixels: Pixels;
  readonly #scale: number;
  readonly #fonts: readonly [regular: Font, bold: Font];
  /** `[left, top, right, bottom)` in pixels of the file. */
  #clip: readonly [number, number, number, number];
  #cover = new Float32Array(0);
  readonly missing = new Set<string>();

  /** @param scale pixels of the file for each of the picture */
  constructor(width: number, height: number, scale: number, fonts: readonly [regular: Font, bold: Font]) {
    this.pixels = { width: Math.ceil(width * scale), height: Math.ceil(height * scale), data: new Uint8Array(Math.ceil(width * scale) * Math.ceil(height * scale) * 3).fill(255) };
    this.#scale = scale;
    this.#fonts = fonts;
    this.#clip = [0, 0, this.pixels.width, this.pixels.height];
  }

  rect(x: number, y: number, width: number, height: number, fill: Ink): void {
    const { data, width: all } = this.pixels;
    const [left, top, right, bottom] = [x, y, x + width, y + height].map((value, side) => {
      const pixel = value * this.#scale;
      return side < 2 ? Math.max(this.#clip[side]!, pixel) : Math.min(this.#clip[side]!, pixel);
    }) as [number, number, number, number];
    if (right <= left || bottom <= top) { return; }
    const [red, green, blue] = rgbOf(fill.color);
    // Most pixels of a figure are of rectangles: their shares need no sums.
    for (let row = Math.floor(top); row < bottom; row++) {
      const high = (Math.min(bottom, row + 1) - Math.max(top, row)) * (fill.opacity ?? 1);
      for (let column = Math.floor(left), at = (row * all + column) * 3; column < right; column++, at += 3) {
        const share = high * (Math.min(right, column + 1) - Math.max(left, column));
        if (share >= 1) { data[at] = red; data[at + 1] = green; data[at + 2] = blue; } else { mix(data, at, red, green, blue, share); }
      }
    }
  }

  polygon(points: readonly number[], fill: Ink | undefined, stroke: Stroke | undefined): void {
    if (fill !== undefined) { this.#fill([points], fill); }
    if (stroke !== undefined) { this.#stroke([...points, points[0]!, points[1]!], stroke); }
  }

  circle(x: number, y: number, radius: number, fill: Ink | undefined, stroke: Stroke | undefined): void {
    const corners = Array.from({ length: 48 }, (_, step) => step * Math.PI / 24);
    this.polygon(corners.flatMap(angle => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]), fill, stroke);
  }

  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void {
    this.#stroke([x1, y1, x2, y2], stroke);
  }

  fade(x: number, y: number, width: number, height: number, color: string, from: number, to: number): void {
    const steps = Math.max(1, Math.ceil(width * this.#scale));
    for (let step = 0; step < steps; step++) {
      this.rect(x + width * step / steps, y, width / steps, height, { color, opacity: from + (to - from) * (step + 0.5) / steps });
    }
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    const font = this.#fonts[style.isBold ? 1 : 0];
    let at = x;
    // As the file of SVG has it: letters stand a third of the size below the middle line.
    const base = y + style.size * 0.35;
    for (const character of text.normalize('NFC')) {
      const codePoint = character.codePointAt(0)!;
      const advance = font.advance(codePoint);
      if (advance === undefined) {
        if (!/^[\p{M}\p{C}]$/u.test(character)) {
          this.missing.add(character);
          this.#stroke([0.1, 0, 0.1, -0.7, 0.6, -0.7, 0.6, 0, 0.1, 0].map((value, index) => value * style.size + (index % 2 === 0 ? at : base)), { color: style.color, width: 0.8 });
          at += style.size;
        }
        continue;
      }
      this.#fill(font.outline(codePoint).map(contour => contour.map((value, index) => value * style.size + (index % 2 === 0 ? at : base))), { color: style.color });
      at += advance * style.size;
    }
  }

  clipped(x: number, y: number, width: number, height: number, draw: () => void): void {
    const before = this.#clip;
    const edge = (value: number) => Math.round(value * this.#scale);
    this.#clip = [Math.max(before[0], edge(x)), Math.max(before[1], edge(y)), Math.min(before[2], edge(x + width)), Math.min(before[3], edge(y + height))];
    draw();
    this.#clip = before;
  }

  named(_name: () => string, draw: () => void): void {
    draw();
  }

  /** A line through points, as one rectangle for each of its strokes. */
  #stroke(points: readonly number[], { width, dash, ...ink }: Stroke): void {
    const pattern = dash ?? [Infinity];
    let [step, rest] = [0, pattern[0]!];
    for (let at = 0; at + 3 < points.length; at += 2) {
      const [x1, y1, x2, y2] = [points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!];
      const length = Math.hypot(x2 - x1, y2 - y1);
      if (length === 0) { continue; }
      const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
      const [nx, ny] = [-dy * width / 2, dx * width / 2];
      for (let done = 0; done < length;) {
        const end = Math.min(length, done + rest);
        if (step % 2 === 0) {
          const [ax, ay, bx, by] = [x1 + dx * done, y1 + dy * done, x1 + dx * end, y1 + dy * end];
          this.#fill([[ax + nx, ay + ny, bx + nx, by + ny, bx - nx, by - ny, ax - nx, ay - ny]], ink);
        }
        rest -= end - done;
        done = end;
        if (rest <= 0) { step++; rest = pattern[step % pattern.length]!; }
      }
    }
  }

  /** Fills closed contours. Edges add up signed areas; their running sum along a row is how much of each pixel is covered. */
  #fill(contours: readonly (readonly number[])[], { color, opacity = 1 }: Ink): void {
    const scale = this.#scale;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const contour of contours) {
      for (let at = 0; at < contour.length; at += 2) {
        const [x, y] = [contour[at]! * scale, contour[at + 1]! * scale];
        left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y);
      }
    }
    const [clipLeft, clipTop, clipRight, clipBottom] = this.#clip;
    const x0 = Math.max(clipLeft, Math.floor(left));
    const y0 = Math.max(clipTop, Math.floor(top));
    const width = Math.min(clipRight, Math.ceil(right)) - x0;
    const height = Math.min(clipBottom, Math.ceil(bottom)) - y0;
    if (!(width > 0 && height > 0) || opacity <= 0) { return; }
    const stride = width + 2;
    if (this.#cover.length < stride * height) { this.#cover = new Float32Array(stride * height); } else { this.#cover.fill(0, 0, stride * height); }
    for (const contour of contours) {
      const count = contour.length;
      for (let at = 0; at < count; at += 2) {
        const next = (at + 2) % count;
        this.#edge(contour[at]! * scale - x0, contour[at + 1]! * scale - y0, contour[next]! * scale - x0, contour[next + 1]! * scale - y0, width, height, stride);
      }
    }
    this.#blend(x0, y0, width, height, stride, rgbOf(color), opacity);
  }

  #edge(x1: number, y1: number, x2: number, y2: number, width: number, height: number, stride: number): void {
    if (y1 === y2) { return; }
    const sign = y1 < y2 ? 1 : -1;
    const [topX, topY, endX, endY] = sign > 0 ? [x1, y1, x2, y2] : [x2, y2, x1, y1];
    const slope = (endX - topX) / (endY - topY);
    const cover = this.#cover;
    const to = Math.min(height, Math.ceil(endY));
    for (let row = Math.max(0, Math.floor(topY)); row < to; row++) {
      const from = Math.max(topY, row);
      const until = Math.min(endY, row + 1);
      if (until <= from) { continue; }
      const part = (until - from) * sign;
      // What lies left or right of the clip counts at its edge.
      const xa = Math.min(Math.max(topX + (from - topY) * slope, 0), width);
      const xb = Math.min(Math.max(topX + (until - topY) * slope, 0), width);
      const [low, high] = xa < xb ? [xa, xb] : [xb, xa];
      const start = row * stride;
      const [first, last] = [Math.floor(low), Math.ceil(high)];
      if (last <= first + 1) {
        const middle = (low + high) / 2 - first;
        cover[start + first]! += part * (1 - middle);
        cover[start + first + 1]! += part * middle;
        continue;
      }
      const each = part / (high - low);
      let before = 0;
      for (let column = first; column < last; column++) {
        // The share of this stretch of the edge that lies left of the end of the column, as an area.
        const [begin, end] = [Math.max(low, column), Math.min(high, column + 1)];
        const area = each * ((end - begin) * (column + 1 - (begin + end) / 2));
        cover[start + column]! += area + before;
        before = each * (end - begin) - area;
      }
      cover[start + last]! += before;
    }
  }

  #blend(x0: number, y0: number, width: number, height: number, stride: number, [red, green, blue]: readonly [number, number, number], opacity: number): void {
    const { data, width: all } = this.pixels;
    for (let row = 0; row < height; row++) {
      let sum = 0;
      let at = ((y0 + row) * all + x0) * 3;
      for (let column = 0; column < width; column++, at += 3) {
        sum += this.#cover[row * stride + column]!;
        const share = Math.min(1, Math.abs(sum)) * opacity;
        if (share < 0.002) { continue; }
        mix(data, at, red, green, blue, share);
      }
    }
  }
}
