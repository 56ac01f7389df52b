import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { joined, readFont, type Font } from '../../core/timeline/font.ts';

export type Fonts = readonly [regular: Font, bold: Font];

/** No table of a font is larger; what says so is none. */
const MOST_TABLE = 16_000_000;

/**
 * The type of pictures: Arimo, as wide as Helvetica and Arial, letter by letter.
 * @param folder with `arimo-latin-400-normal.woff` and its sisters
 * @throws when no font is there
 */
export async function loadFonts(folder: string): Promise<Fonts> {
  const names = (await readdir(folder)).sort();
  const load = async (weight: 400 | 700): Promise<Font> => {
    const own = names.filter(name => /^arimo-[a-z-]+-\d+-normal\.woff$/u.test(name) && name.includes(`-${weight}-`));
    // Latin first: some letters are in several files.
    own.sort((one, other) => Number(other.includes('-latin-4') || other.includes('-latin-7')) - Number(one.includes('-latin-4') || one.includes('-latin-7')));
    const fonts = await Promise.all(own.map(async name => readWoff(await readFile(join(folder, name)))));
    if (fonts.length === 0) { throw new Error(`No font of weight ${weight} in ${folder}`); }
    return joined(fonts.flatMap(font => font ?? []));
  };
  return [await load(400), await load(700)];
}

/** A WOFF 1.0 file (https://www.w3.org/TR/WOFF/): the tables of a font, each deflated. `undefined` when it is none. */
export function readWoff(file: Uint8Array): Font | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.byteLength < 44 || view.getUint32(0) !== 0x774f4646) { return undefined; }
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < view.getUint16(12); index++) {
    const at = 44 + index * 20;
    const [offset, packed, size] = [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)];
    if (size > MOST_TABLE || offset + packed > file.byteLength) { return undefined; }
    const bytes = file.subarray(offset, offset + packed);
    tables.set(String.fromCharCode(...file.subarray(at, at + 4)), packed < size ? inflateSync(bytes, { maxOutputLength: size }) : bytes);
  }
  return readFont(tables);
}
