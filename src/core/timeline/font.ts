/** A shape as closed contours of straight lines, each `x, y, x, y …` in units of one em, y down from the line that letters stand on. */
export type Outline = readonly (readonly number[])[];

/** What a painter without a screen needs of a type. */
export interface Font {
  /** Width of a character in ems; `undefined` when the font does not have it. */
  advance(codePoint: number): number | undefined;
  outline(codePoint: number): Outline;
}

const EMPTY: Outline = [];
/** Straight lines in the place of one curve: more cannot be told apart at the size of a label. */
const STEPS = 5;
/** Parts within parts of a composed letter. */
const MOST_DEPTH = 6;

/**
 * Reads a TrueType font (OpenType, `glyf` outlines) from its tables. Outlines are read when first asked for, and kept.
 * @returns `undefined` when a table that it needs is not there or ends too early
 */
export function readFont(tables: ReadonlyMap<string, Uint8Array>): Font | undefined {
  const view = (tag: string) => {
    const bytes = tables.get(tag);
    return bytes === undefined ? undefined : new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  };
  const [head, hhea, hmtx, loca, glyf, cmap] = [view('head'), view('hhea'), view('hmtx'), view('loca'), view('glyf'), view('cmap')];
  if (head === undefined || hhea === undefined || hmtx === undefined || loca === undefined || glyf === undefined || cmap === undefined) { return undefined; }
  const em = head.getUint16(18);
  const isLong = head.getInt16(50) === 1;
  const metrics = hhea.getUint16(34);
  const glyphs = readCmap(cmap);
  const start = (glyph: number) => isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  const read = (glyph: number, depth: number): number[][] => {
    const [from, to] = [start(glyph), start(glyph + 1)];
    if (to - from < 10 || depth > MOST_DEPTH) { return []; }
    const contours = glyf.getInt16(from);
    return contours >= 0 ? readSimple(glyf, from, contours) : readComposed(glyf, from, part => read(part, depth + 1));
  };
  const known = new Map<number, Outline>();
  return {
    advance: codePoint => {
      const glyph = glyphs.get(codePoint);
      return glyph === undefined ? undefined : hmtx.getUint16(Math.min(glyph, metrics - 1) * 4) / em;
    },
    outline: codePoint => {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) { return EMPTY; }
      let outline = known.get(glyph);
      if (outline === undefined) {
        outline = read(glyph, 0).map(contour => contour.map((value, index) => (index % 2 === 0 ? value : -value) / em));
        known.set(glyph, outline);
      }
      return outline;
    },
  };
}

/** Several fonts as one: the first that has a character draws it. Files of web fonts are cut up by script. */
export function joined(fonts: readonly Font[]): Font {
  const of = (codePoint: number) => fonts.find(font => font.advance(codePoint) !== undefined);
  return { advance: codePoint => of(codePoint)?.advance(codePoint), outline: codePoint => of(codePoint)?.outline(codePoint) ?? EMPTY };
}

/** Characters to glyphs, from a table of format 4 or 12 (OpenType, `cmap`). */
function readCmap(table: DataView): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const add = (codePoint: number, glyph: number) => { if (glyph !== 0) { glyphs.set(codePoint, glyph); } };
  for (let record = 0; record < table.getUint16(2); record++) {
    const at = table.getUint32(4 + record * 8 + 4);
    const format = table.getUint16(at);
    if (format === 4) {
      const count = table.getUint16(at + 6) / 2;
      for (let segment = 0; segment < count; segment++) {
        const [end, first] = [table.getUint16(at + 14 + segment * 2), table.getUint16(at + 16 + count * 2 + segment * 2)];
        const delta = table.getUint16(at + 16 + count * 4 + segment * 2);
        const rangeAt = at + 16 + count * 6 + segment * 2;
        const range = table.getUint16(rangeAt);
        for (let code = first; code <= end && code < 0xffff; code++) {
          const glyph = range === 0 ? code : table.getUint16(rangeAt + range + (code - first) * 2);
          add(code, glyph === 0 ? 0 : (glyph + delta) & 0xffff);
        }
      }
    } else if (format === 12) {
      for (let group = 0; group < table.getUint32(at + 12); group++) {
        const [first, last, glyph] = [0, 4, 8].map(offset => table.getUint32(at + 16 + group * 12 + offset)) as [number, number, number];
        for (let code = first; code <= last && code < first + 0x10000; code++) { add(code, glyph + code - first); }
      }
    }
  }
  return glyphs;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

function readSimple(glyf: DataView, from: number, contours: number): number[][] {
  const ends = Array.from({ length: contours }, (_, index) => glyf.getUint16(from + 10 + index * 2));
  const count = (ends[ends.length - 1] ?? -1) + 1;
  let at = from + 10 + contours * 2;
  at += 2 + glyf.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = glyf.getUint8(at++);
    flags.push(flag);
    if ((flag & 8) !== 0) { for (let again = glyf.getUint8(at++); again > 0; again--) { flags.push(flag); } }
  }
  const coordinates = (short: number, same: number) => {
    let value = 0;
    return flags.slice(0, count).map(flag => {
      if ((flag & short) !== 0) { value += (flag & same) !== 0 ? glyf.getUint8(at++) : -glyf.getUint8(at++); }
      else if ((flag & same) === 0) { value += glyf.getInt16(at); at += 2; }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  const points = xs.map((x, index): Point => ({ x, y: ys[index]!, isOn: (flags[index]! & 1) !== 0 }));
  return ends.map((end, index) => flatten(points.slice((ends[index - 1] ?? -1) + 1, end + 1)));
}

/** Between two points off the curve one stands on it, half way (TrueType); each curve becomes a few straight lines. */
function flatten(points: readonly Point[]): number[] {
  const half = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, isOn: true });
  const [first, last] = [points[0], points[points.length - 1]];
  if (first === undefined || last === undefined) { return []; }
  const start = first.isOn ? first : last.isOn ? last : half(first, last);
  const line = [start.x, start.y];
  let [before, off]: [Point, Point | undefined] = [start, undefined];
  const curve = (to: Point) => {
    if (off === undefined) { line.push(to.x, to.y); } else {
      for (let step = 1; step <= STEPS; step++) {
        const t = step / STEPS;
        line.push((1 - t) ** 2 * before.x + 2 * t * (1 - t) * off.x + t * t * to.x, (1 - t) ** 2 * before.y + 2 * t * (1 - t) * off.y + t * t * to.y);
      }
    }
    [before, off] = [to, undefined];
  };
  for (const point of first.isOn ? points.slice(1) : points) {
    if (point.isOn) { curve(point); continue; }
    if (off !== undefined) { curve(half(off, point)); }
    off = point;
  }
  curve(start);
  return line;
}

/** A letter made of others: an accent over a vowel. Parts are moved and scaled; parts placed by their points are not moved. */
function readComposed(glyf: DataView, from: number, part: (glyph: number) => number[][]): number[][] {
  const contours: number[][] = [];
  let [at, flags] = [from + 10, 0x20];
  while ((flags & 0x20) !== 0) {
    flags = glyf.getUint16(at);
    const glyph = glyf.getUint16(at + 2);
    const isWide = (flags & 1) !== 0;
    const isMove = (flags & 2) !== 0;
    const dx = !isMove ? 0 : isWide ? glyf.getInt16(at + 4) : glyf.getInt8(at + 4);
    const dy = !isMove ? 0 : isWide ? glyf.getInt16(at + 6) : glyf.getInt8(at + 5);
    at += isWide ? 8 : 6;
    const scale = () => {
      const value = glyf.getInt16(at) / 16384;
      at += 2;
      return value;
    };
    let [xx, xy, yx, yy] = [1, 0, 0, 1];
    if ((flags & 8) !== 0) { xx = yy = scale(); } else if ((flags & 0x40) !== 0) { [xx, yy] = [scale(), scale()]; } else if ((flags & 0x80) !== 0) { [xx, xy, yx, yy] = [scale(), scale(), scale(), scale()]; }
    for (const contour of part(glyph)) {
      contours.push(contour.flatMap((x, index) => index % 2 === 1 ? [] : [x * xx + contour[index + 1]! * yx + dx, x * xy + contour[index + 1]! * yy + dy]));
    }
  }
  return contours;
}
