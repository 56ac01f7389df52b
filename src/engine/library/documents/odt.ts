import { readPandocDocument } from '../../../core/library/reading/pandocDocument.ts';
import type { DocumentReading, ReadingContext } from './types.ts';
import { withoutTextBoxes } from './odtFrames.ts';
import { vetXml, xmlText } from './xml.ts';
import { readZip, Unfolder, writeZip, ZipError } from './zip.ts';

/** Reads an ODT: its text, its notes, its headings. */
export async function readOdt(bytes: Uint8Array, { pandoc }: ReadingContext): Promise<DocumentReading> {
  const entries = readZip(bytes);
  if (!entries.has('content.xml')) throw new ZipError('damaged', 'ODT');
  const unfolder = new Unfolder();
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries.values()) {
    if (!/^(?:mimetype|content\.xml|styles\.xml|meta\.xml|META-INF\/manifest\.xml)$/.test(entry.name)) continue;
    const part = unfolder.unfold(entry);
    if (entry.name === 'META-INF/manifest.xml' && /<manifest:encryption-data/.test(xmlText(part))) throw new ZipError('encrypted', '');
    if (entry.name !== 'mimetype') vetXml(xmlText(part), { allowsDoctype: entry.name === 'META-INF/manifest.xml' }, entry.name);
    parts.set(entry.name, entry.name === 'content.xml' ? withBoxesBehind(part) : part);
  }
  return { kind: 'read', text: readPandocDocument(await pandoc('odt', writeZip(parts))) };
}

function withBoxesBehind(part: Uint8Array): Uint8Array {
  const xml = xmlText(part);
  const moved = withoutTextBoxes(xml);
  return moved === xml ? part : new TextEncoder().encode(moved);
}
