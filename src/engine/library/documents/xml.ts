import { ZipError } from './zip.ts';

/** XML of a part as text, by its mark or as UTF-8. */
export function xmlText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

const MAX_DEPTH = 256;

/**
 * Entities of its own, and elements within elements without end, are what XML is abused for; no document that a word processor
 * writes has them. @throws ZipError
 */
export function vetXml(text: string, { allowsDoctype }: { readonly allowsDoctype: boolean }, name: string): void {
  if (/<!ENTITY/i.test(text) || !allowsDoctype && /<!DOCTYPE/i.test(text)) throw new ZipError('unsafe', name.slice(0, 100));
  let depth = 0;
  for (const { 0: tag } of text.matchAll(/<(?:\/[^>]*|[A-Za-z_][^>]*)>/g)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>')) depth++;
    // Void elements of HTML are never closed: what is counted is only ever too much of what nests for real.
    if (depth > MAX_DEPTH && !allowsDoctype) throw new ZipError('unsafe', name.slice(0, 100));
  }
}
