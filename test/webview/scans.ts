/** Pictures as scanners store them, and a PDF of them: a page each, with nothing else on it but words that nobody sees. */
import { pdfOf } from '../engine/library/makePdf.ts';

/** In pixels. */
const [WIDTH, HEIGHT] = [64, 48];
/** Black at the top left, with a white hole, and streaks at the bottom right. */
const isBlack = (x: number, y: number) => x < 32 && y < 24 ? x < 8 || x >= 16 || y < 8 || y >= 16 : x >= 32 && y >= 24 && (x + y) % 16 < 2;

/** Fax, group 4 (ITU-T T.6): the same picture, from libtiff's `tiffcp -c g4`. */
const FAX = 'JqDV///8iz//////x///+JnnTpJUkqSVJKklSSpJUktJKKSpJUkqSVJKklSSpJUkqSVJKklSSpJQAQAQ';
/** JPEG 2000 (ISO 15444-1): a red and a blue quarter on white, from OpenJPEG's `opj_compress -n 3`. */
const JPEG_2000 = '/0//UQAvAAAAAABAAAAAMAAAAAAAAAAAAAAAQAAAADAAAAAAAAAAAAADBwEBBwEBBwEB/1IADAAAAAEBAgQEAAH/XAAKQEBISFBISFD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAAFjAAH/k99NbEDe8Jrp1Bl9NiOTW5sZ5qGSvkC71oOncAADB/2I+3pyd98mq5Z/vwAX7m1oBY8yYnf21QEPhYALd8zZZPTBeerLA6wAGEgMpbCLuqx9FGVKilE6bia6KaULCObfMlCEKlHl4SBXcKJaW1zxiylPJJBRvkvGIhDut7uTrma5KtzUWpAr30pgFABbGQCeAMkjeLtvn550QYVlt8/IQRis0xHmGEc6MXPavTPtixzPoGz6B8PjCoJnmIELgL7o5buvaiGCZwEEC0ke5VK0XnsUpi6CZ9zs/cfGKj4xcHBggya0xHlrQ0hA1INzgVyuWytFxq5RgpLSx8YmPjEwcGA2nfIxx5XbI5ZjiwGGEIDOdZqCktLHxio+MXCMXvrE5PblLpkt2K6eqEC33GijYfJevpt/xwscMMgemqc4v6aqSLXBxw8cOF+mxt9vz1uutChTv3OP/9k=';

/** States of the coder (ITU-T T.88, table E.1): how likely the other colour is, the next state for the likely and for the other one, and whether they change places. */
const STATES: readonly (readonly [qe: number, likely: number, other: number, change?: 1])[] = [
  [0x5601, 1, 1, 1], [0x3401, 2, 6], [0x1801, 3, 9], [0x0ac1, 4, 12], [0x0521, 5, 29], [0x0221, 38, 33], [0x5601, 7, 6, 1], [0x5401, 8, 14],
  [0x4801, 9, 14], [0x3801, 10, 14], [0x3001, 11, 17], [0x2401, 12, 18], [0x1c01, 13, 20], [0x1601, 29, 21], [0x5601, 15, 14, 1], [0x5401, 16, 14],
  [0x5101, 17, 15], [0x4801, 18, 16], [0x3801, 19, 17], [0x3401, 20, 18], [0x3001, 21, 19], [0x2801, 22, 19], [0x2401, 23, 20], [0x2201, 24, 21],
  [0x1c01, 25, 22], [0x1801, 26, 23], [0x1601, 27, 24], [0x1401, 28, 25], [0x1201, 29, 26], [0x1101, 30, 27], [0x0ac1, 31, 28], [0x09c1, 32, 29],
  [0x08a1, 33, 30], [0x0521, 34, 31], [0x0441, 35, 32], [0x02a1, 36, 33], [0x0221, 37, 34], [0x0141, 38, 35], [0x0111, 39, 36], [0x0085, 40, 37],
  [0x0049, 41, 38], [0x0025, 42, 39], [0x0015, 43, 40], [0x0009, 44, 41], [0x0005, 45, 42], [0x0001, 45, 43], [0x5601, 46, 46],
];

/** The arithmetic coder of JBIG2 (annex E.2): its procedures by their names there. */
class Coder {
  readonly #bytes = [0];
  readonly #states = new Map<number, { state: number; likely: number }>();
  #a = 0x8000;
  #c = 0;
  #left = 12;

  encode(context: number, bit: number): void {
    const own = this.#states.get(context) ?? { state: 0, likely: 0 };
    this.#states.set(context, own);
    const [qe, likely, other, change] = STATES[own.state]!;
    this.#a -= qe;
    const isLikely = bit === own.likely;
    if (isLikely === (this.#a < qe)) { this.#a = qe; } else { this.#c += qe; }
    if (isLikely && this.#a >= 0x8000) { return; }
    if (!isLikely && change === 1) { own.likely = 1 - own.likely; }
    own.state = isLikely ? likely : other;
    do { this.#shift(); } while (this.#a < 0x8000);
  }

  flush(): number[] {
    const end = this.#c + this.#a;
    this.#c |= 0xffff;
    if (this.#c >= end) { this.#c -= 0x8000; }
    for (let left = 2; left > 0; left--) {
      this.#c *= 2 ** this.#left;
      this.#byteOut();
    }
    return [...this.#bytes.slice(1), ...this.#bytes.at(-1) === 0xff ? [0xac] : [0xff, 0xac]];
  }

  #shift(): void {
    this.#a *= 2;
    this.#c *= 2;
    if (--this.#left === 0) { this.#byteOut(); }
  }

  #byteOut(): void {
    if (this.#bytes.at(-1) !== 0xff && this.#c >= 0x8000000) {
      this.#bytes[this.#bytes.length - 1]!++;
      this.#c &= 0x7ffffff;
    }
    const bits = this.#bytes.at(-1) === 0xff ? 7 : 8;
    this.#bytes.push(Math.floor(this.#c / 2 ** (27 - bits)));
    this.#c %= 2 ** (27 - bits);
    this.#left = bits;
  }
}

/** The pixels before one that tell what it is likely to be: template 0 with its usual adaptive pixels (6.2.5.3). */
const BEFORE = [[-1, 0], [-2, 0], [-3, 0], [-4, 0], [3, -1], [2, -1], [1, -1], [0, -1], [-1, -1], [-2, -1], [-3, -1], [2, -2], [1, -2], [0, -2], [-1, -2], [-2, -2]] as const;

/** JBIG2 (ITU-T T.88) as a PDF holds it: a page and one generic region. */
function jbig2(): Buffer {
  const coder = new Coder();
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const context = BEFORE.reduce((sum, [dx, dy], at) => sum + (x + dx >= 0 && x + dx < WIDTH && y + dy >= 0 && isBlack(x + dx, y + dy) ? 2 ** at : 0), 0);
      coder.encode(context, Number(isBlack(x, y)));
    }
  }
  const number = (value: number) => [value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255];
  const segment = (at: number, type: number, data: readonly number[]) => [...number(at), type, 0, 1, ...number(data.length), ...data];
  const size = [...number(WIDTH), ...number(HEIGHT)];
  return Buffer.from([
    ...segment(0, 48, [...size, ...number(0), ...number(0), 0, 0, 0]),
    ...segment(1, 38, [...size, ...number(0), ...number(0), 0, 0, 3, 255, 253, 255, 2, 254, 254, 254, ...coder.flush()]),
  ]);
}

const SCANS: readonly { readonly dictionary: string; readonly data: Buffer }[] = [
  { dictionary: '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter [/ASCIIHexDecode /JBIG2Decode]', data: jbig2() },
  { dictionary: '/Filter [/ASCIIHexDecode /JPXDecode]', data: Buffer.from(JPEG_2000, 'base64') },
  { dictionary: `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter [/ASCIIHexDecode /CCITTFaxDecode] /DecodeParms [null << /K -1 /Columns ${WIDTH} /Rows ${HEIGHT} >>]`, data: Buffer.from(FAX, 'base64') },
];

/** What a program that recognises letters has put under each page. */
export const SCANNED_WORDS = ['The keeper counted his lamps.', 'A storm took the pier away.', 'Nobody wrote to the owner.'] as const;

/** A page of 300 by 225 points for JBIG2, JPEG 2000 and fax, with words under what is seen; ASCII throughout. */
export function scannedPdf(): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${SCANS.map((_, at) => `${4 + at * 3} 0 R`).join(' ')}] /Count ${SCANS.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...SCANS.flatMap(({ dictionary, data }, at) => {
      const content = `q 300 0 0 225 0 0 cm /Scan Do Q BT 3 Tr /F1 10 Tf 155 150 Td (${SCANNED_WORDS[at]!}) Tj ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 225] /Resources << /Font << /F1 3 0 R >> /XObject << /Scan ${6 + at * 3} 0 R >> >> /Contents ${5 + at * 3} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        `<< /Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} ${dictionary} /Length ${data.length * 2 + 1} >>\nstream\n${data.toString('hex')}>\nendstream`,
      ];
    }),
  ];
  return pdfOf(objects);
}
