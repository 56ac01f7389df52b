/**
 * Advance widths of the characters U+0020 to U+007E in thousandths of the size, regular and bold: those of Helvetica as
 * Adobe published them (Core 14 AFM files), which Arial, Liberation Sans and Nimbus Sans share.
 */
const REGULAR = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
  975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
  333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

/**
 * The width of a text in a generic sans serif, without a screen: for files. Letters with accents are as wide as without,
 * others count as one em, which is more than most need, so that a label never runs into its neighbour.
 */
export function tableWidth(text: string, size: number, isBold: boolean): number {
  const table = isBold ? BOLD : REGULAR;
  let sum = 0;
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0)!;
    if (code >= 0x300 && code <= 0x36f) { continue; }
    sum += table[code - 0x20] ?? (character === '–' ? 556 : character === '’' || character === '‘' ? 278 : 1000);
  }
  return sum * size / 1000;
}
