/**
 * A number of 53 bits that a text gives again, and a damaged one does not (FNV-1a over two halves). Not against someone who
 * wants to deceive: the index is ours.
 */
export function checksum(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x2f0b4a67;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995) ^ high >>> 13;
  }
  return (high >>> 0 & 0x1fffff) * 0x100000000 + (low >>> 0);
}
