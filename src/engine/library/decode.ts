/** Text of bytes, and whether its encoding had to be guessed. */
export interface Decoded {
  readonly text: string;
  readonly isGuessed: boolean;
}

/** Reads UTF-8, UTF-16 with or without its mark, and else Windows-1252, as which any bytes can be read. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode('utf-16le', bytes), isGuessed: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode('utf-16be', bytes), isGuessed: false };
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return { text: decode(wide, bytes), isGuessed: true };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGuessed: false };
  } catch { return { text: decode('windows-1252', bytes), isGuessed: true }; }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}

const SAMPLE = 4096;

/** In UTF-16 every other byte of Latin letters is nothing; plain text has no such bytes. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const half = length / 2;
  if (half < 4) return undefined;
  return odd > half * 0.4 && even < half * 0.1 ? 'utf-16le' : even > half * 0.4 && odd < half * 0.1 ? 'utf-16be' : undefined;
}
