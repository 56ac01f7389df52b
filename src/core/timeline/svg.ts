import type { Ink, Painter, Stroke, TextStyle } from './painter.ts';

/** The numbers of a picture to a tenth of a pixel: the same picture is the same file. */
function number(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return Object.is(rounded, -0) || !Number.isFinite(rounded) ? '0' : String(rounded);
}

/** Text for XML, without the characters that XML 1.0 does not have (section 2.2) and without bidi controls that would run on. */
export function escapeXml(text: string): string {
  return text
    // These are the characters that XML forbids, and halves of surrogate pairs.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A painter that writes SVG. Real text in a generic type, each event under its name; the same calls give the same text. */
export class SvgPainter implements Painter {
  readonly #parts: string[] = [];
  readonly #defs: string[] = [];
  readonly #gradients = new Map<string, string>();
  readonly #prefix: string;

  /** @param prefix before every id of the file, where several stand in one page */
  constructor(prefix = '') { this.#prefix = prefix; }

  rect(x: number, y: number, width: number, height: number, fill: Ink): void {
    if (width <= 0 || height <= 0) { return; }
    this.#parts.push(`<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"${fillOf(fill)}/>`);
  }

  polygon(points: readonly number[], fill: Ink | undefined, stroke: Stroke | undefined): void {
    const corners = points.map((value, index) => number(value) + (index % 2 === 0 ? ',' : index === points.length - 1 ? '' : ' ')).join('');
    this.#parts.push(`<polygon points="${corners}"${fillOf(fill)}${strokeOf(stroke)}/>`);
  }

  circle(x: number, y: number, radius: number, fill: Ink | undefined, stroke: Stroke | undefined): void {
    this.#parts.push(`<circle cx="${number(x)}" cy="${number(y)}" r="${number(radius)}"${fillOf(fill)}${strokeOf(stroke)}/>`);
  }

  line(x1: number, y1: number, x2: number, y2: number, stroke: Stroke): void {
    this.#parts.push(`<line x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}"${strokeOf(stroke)}/>`);
  }

  fade(x: number, y: number, width: number, height: number, color: string, from: number, to: number): void {
    const key = `${color} ${number(from * 10)} ${number(to * 10)}`;
    let id = this.#gradients.get(key);
    if (id === undefined) {
      id = `${this.#prefix}fade${this.#gradients.size + 1}`;
      this.#gradients.set(key, id);
      const stop = (offset: number, opacity: number) => `<stop offset="${offset}" stop-color="${escapeXml(color)}" stop-opacity="${Math.round(opacity * 1000) / 1000}"/>`;
      this.#defs.push(`<linearGradient id="${id}">${stop(0, from)}${stop(1, to)}</linearGradient>`);
    }
    if (width > 0) { this.#parts.push(`<rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}" fill="url(#${id})"/>`); }
  }

  text(x: number, y: number, text: string, style: TextStyle): void {
    // A third of the size below the middle line is where the letters stand; `dominant-baseline` is not read everywhere.
    this.#parts.push(`<text x="${number(x)}" y="${number(y + style.size * 0.35)}" font-size="${number(style.size)}"${style.isBold ? ' font-weight="bold"' : ''} fill="${escapeXml(style.color)}">${escapeXml(text)}</text>`);
  }

  clipped(x: number, y: number, width: number, height: number, draw: () => void): void {
    const id = `${this.#prefix}clip${this.#defs.length + 1}`;
    this.#defs.push(`<clipPath id="${id}"><rect x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"/></clipPath>`);
    this.#parts.push(`<g clip-path="url(#${id})">`);
    draw();
    this.#parts.push('</g>');
  }

  named(name: () => string, draw: () => void): void {
    this.#parts.push(`<g><title>${escapeXml(name())}</title>`);
    draw();
    this.#parts.push('</g>');
  }

  /** The whole file. @param metadata text that a program can read back, kept in `<metadata>` */
  finish(width: number, height: number, title: string, description: string, metadata: string): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}" font-family="Helvetica, Arial, 'Liberation Sans', sans-serif" role="img" aria-labelledby="${this.#prefix}title ${this.#prefix}desc">`,
      `<title id="${this.#prefix}title">${escapeXml(title)}</title>`, `<desc id="${this.#prefix}desc">${escapeXml(description)}</desc>`, `<metadata>${escapeXml(metadata)}</metadata>`,
      ...this.#defs.length === 0 ? [] : [`<defs>${this.#defs.join('')}</defs>`], ...this.#parts, '</svg>', '',
    ].join('\n');
  }
}

function fillOf(fill: Ink | undefined): string {
  return fill === undefined ? ' fill="none"' : ` fill="${escapeXml(fill.color)}"${opacityOf('fill-opacity', fill.opacity)}`;
}

function strokeOf(stroke: Stroke | undefined): string {
  if (stroke === undefined) { return ''; }
  const dash = stroke.dash === undefined ? '' : ` stroke-dasharray="${stroke.dash.map(number).join(' ')}"`;
  return ` stroke="${escapeXml(stroke.color)}" stroke-width="${number(stroke.width)}"${dash}${opacityOf('stroke-opacity', stroke.opacity)}`;
}

function opacityOf(name: string, opacity: number | undefined): string {
  return opacity === undefined || opacity >= 1 ? '' : ` ${name}="${Math.round(opacity * 1000) / 1000}"`;
}
