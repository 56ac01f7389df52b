import { ZipError } from './zip.ts';

/** XML of a part as text, by its mark or as UTF-8. */
export function xmlText(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

const MAX_DEPTH = 256;
/** Pages of a book nest deeper, and some of their elements need no end. */
const MAX_PAGE_DEPTH = 2000;
const WITHOUT_END = /^<(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|td|th|tr|track|wbr)\b/i;

/**
 * Entities of its own, and elements within elements without end, are what XML is abused for; no document that a word processor
 * writes has them. @throws ZipError
 */
export function vetXml(text: string, { allowsDoctype }: { readonly allowsDoctype: boolean }, name: string): void {
  if (/<!ENTITY/i.test(text) || !allowsDoctype && /<!DOCTYPE/i.test(text)) throw new ZipError('unsafe', name.slice(0, 100));
  let depth = 0;
  for (const { 0: tag } of text.matchAll(/<(?:\/[^>]*|[A-Za-z_][^>]*)>/g)) {
    if (tag.startsWith('</')) depth--;
    else if (!tag.endsWith('/>') && !(allowsDoctype && WITHOUT_END.test(tag))) depth++;
    if (depth > (allowsDoctype ? MAX_PAGE_DEPTH : MAX_DEPTH)) throw new ZipError('unsafe', name.slice(0, 100));
  }
}
