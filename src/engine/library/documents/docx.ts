import { readPandocDocument } from '../../../core/library/reading/pandocDocument.ts';
import { withGrids } from './docxTables.ts';
import type { DocumentReading, ReadingContext } from './types.ts';
import { vetXml, xmlText } from './xml.ts';
import { readZip, Unfolder, writeZip, ZipError } from './zip.ts';

/** Reads a DOCX: its text, its notes, its headings. Pictures, macros, templates and what is embedded stay folded. */
export async function readDocx(bytes: Uint8Array, { pandoc }: ReadingContext): Promise<DocumentReading> {
  const entries = readZip(bytes);
  if (!entries.has('[Content_Types].xml') || !entries.has('_rels/.rels')) throw new ZipError('damaged', 'DOCX');
  const unfolder = new Unfolder();
  const parts = new Map<string, Uint8Array>();
  let hidden = 0;
  for (const entry of entries.values()) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const text = xmlText(unfolder.unfold(entry));
    vetXml(text, { allowsDoctype: false }, entry.name);
    const shown = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/.test(entry.name) ? withoutHidden(text) : { text, hidden: 0 };
    hidden += shown.hidden;
    parts.set(entry.name, new TextEncoder().encode(withGrids(shown.text).replace(/^(\uFEFF?<\?xml[^>]*?)\s+encoding=["'][^"']*["']/, '$1')));
  }
  const text = readPandocDocument(await pandoc('docx', writeZip(parts)));
  return { kind: 'read', text: hidden === 0 ? text : { ...text, problems: [...text.problems, { code: 'hidden-text', value: String(hidden) }] } };
}

/** Runs that the word processor does not show are not among the words of a source. */
function withoutHidden(text: string): { readonly text: string; readonly hidden: number } {
  let hidden = 0;
  const pieces = text.split('</w:r>').map(piece => {
    const start = Math.max(piece.lastIndexOf('<w:r>'), piece.lastIndexOf('<w:r '));
    if (start === -1 || !/<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/.test(piece.slice(start))) return `${piece}</w:r>`;
    hidden++;
    return piece.slice(0, start);
  });
  return { text: hidden === 0 ? text : pieces.join('').replace(/<\/w:r>$/, ''), hidden };
}
