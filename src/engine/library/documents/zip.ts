import { constants, crc32, inflateRawSync } from 'node:zlib';

/*
 * DOCX, ODT and EPUB are ZIP files. Of each only the parts that hold words are unfolded, by their real bytes and not by what
 * the file says of itself, and put into a clean archive for the reader behind.
 */

export type ZipTrouble = 'damaged' | 'encrypted' | 'too-long' | 'unsafe';

export class ZipError extends Error {
  readonly code: ZipTrouble;
  constructor(code: ZipTrouble, detail: string) {
    super(detail);
    this.code = code;
  }
}

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

const MAX_ENTRIES = 5000;
const MAX_PART = 64_000_000;
const MAX_ALL = 200_000_000;
/** Bytes that one packed byte may unfold to, above the size from which it matters. */
const MAX_RATIO = 200;
const RATIO_FROM = 1_000_000;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;

/** What an archive holds. Nothing is unfolded. @throws ZipError */
export function readZip(bytes: Uint8Array): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new ZipError('too-long', `${count} parts`);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  try {
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== CENTRAL) throw new ZipError('damaged', 'its directory');
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      if (isUnsafeName(name)) throw new ZipError('unsafe', name.slice(0, 100));
      if ((view.getUint16(at + 8, true) & 1) !== 0) throw new ZipError('encrypted', '');
      if (entries.has(name)) throw new ZipError('damaged', `two parts ${name.slice(0, 100)}`);
      entries.set(name, { name, method: view.getUint16(at + 10, true), packed: packedOf(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true)) });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
  } catch (error) { throw error instanceof ZipError ? error : new ZipError('damaged', 'its directory'); }
  return entries;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) if (view.getUint32(at, true) === END) return at;
  throw new ZipError('damaged', 'its end');
}

function packedOf(bytes: Uint8Array, view: DataView, at: number, length: number): Uint8Array {
  if (view.getUint32(at, true) !== LOCAL) throw new ZipError('damaged', 'a part');
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + length > bytes.length) throw new ZipError('damaged', 'a part');
  return bytes.subarray(start, start + length);
}

/** Names that lead out of the archive, or mean a device. */
function isUnsafeName(name: string): boolean {
  return name.startsWith('/') || /[\\\0]|^[A-Za-z]:/.test(name) || name.split('/').includes('..');
}

/** Unfolds parts, and counts what comes out of all of them together. */
export class Unfolder {
  #all = 0;

  /** @throws ZipError */
  unfold({ method, packed, name }: ZipEntry): Uint8Array {
    if (method !== 0 && method !== 8) throw new ZipError('damaged', `${name.slice(0, 100)} is packed in a way that is not known`);
    const room = Math.min(MAX_PART, MAX_ALL - this.#all, Math.max(RATIO_FROM, packed.length * MAX_RATIO));
    let part: Uint8Array;
    try {
      part = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: room, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? new ZipError('unsafe', name.slice(0, 100)) : new ZipError('damaged', name.slice(0, 100));
    }
    if (part.length > room) throw new ZipError('unsafe', name.slice(0, 100));
    this.#all += part.length;
    return part;
  }
}

/** An archive of parts as they are, nothing packed. */
export function writeZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, bytes] of parts) {
    const path = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(LOCAL, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x0800, 6);
    head.writeUInt16LE(0x21, 12);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(path.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(CENTRAL, 0);
    entry.writeUInt16LE(20, 4);
    head.copy(entry, 6, 4, 28);
    entry.writeUInt32LE(at, 42);
    chunks.push(head, path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    directory.push(entry, path);
    at += head.length + path.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, listed, end]);
}
