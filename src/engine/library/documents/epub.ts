import { readPandocDocument } from '../../../core/library/reading/pandocDocument.ts';
import type { DocumentReading, ReadingContext } from './types.ts';
import { vetXml, xmlText } from './xml.ts';
import { readZip, Unfolder, writeZip, ZipError } from './zip.ts';

/** Reads an EPUB: its chapters in their order, its notes, and the pages of the printed book where it marks them. */
export async function readEpub(bytes: Uint8Array, { pandoc }: ReadingContext): Promise<DocumentReading> {
  const entries = readZip(bytes);
  if (!entries.has('META-INF/container.xml')) throw new ZipError('damaged', 'EPUB');
  const unfolder = new Unfolder();
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries.values()) {
    if (entry.name.endsWith('/')) continue;
    if (!/(?:^mimetype|\.(?:xml|opf|ncx|x?html?))$/i.test(entry.name)) {
      // Pictures and type are named in the book, so that they have to be there; what is in them is of no use here.
      parts.set(entry.name, new Uint8Array());
      continue;
    }
    const part = unfolder.unfold(entry);
    if (entry.name === 'META-INF/encryption.xml' && isLocked(xmlText(part))) throw new ZipError('encrypted', '');
    if (entry.name !== 'mimetype') vetXml(xmlText(part), { allowsDoctype: true }, entry.name);
    parts.set(entry.name, part);
  }
  return { kind: 'read', text: readPandocDocument(await pandoc('epub', writeZip(parts))) };
}

/** Type may be obfuscated in any book; only other methods lock it. */
function isLocked(xml: string): boolean {
  const methods = [...xml.matchAll(/EncryptionMethod[^>]*Algorithm=["']([^"']*)/g)].map(match => match[1]!);
  return methods.some(method => !/idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc/.test(method));
}
