import { readPandocDocument } from '../../../core/library/reading/pandocDocument.ts';
import { decodeText } from '../decode.ts';
import type { DocumentReading, ReadingContext } from './types.ts';

/** Reads a web page that was saved. Nothing in it runs, and nothing that it names is fetched. */
export async function readHtml(bytes: Uint8Array, { pandoc }: ReadingContext): Promise<DocumentReading> {
  const { text, isGuessed } = decodeHtml(bytes);
  const reading = readPandocDocument(await pandoc('html', text));
  return { kind: 'read', text: isGuessed ? { ...reading, problems: [...reading.problems, { code: 'guessed-encoding', value: '' }] } : reading };
}

/** By its mark, by what its head says, or by guessing. */
function decodeHtml(bytes: Uint8Array): { readonly text: string; readonly isGuessed: boolean } {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1');
  const charset = /<meta[^>]+charset=["']?\s*([\w-]+)/i.exec(head)?.[1];
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (charset !== undefined && !hasMark && !/^utf-?8$/i.test(charset)) {
    try { return { text: new TextDecoder(charset).decode(bytes), isGuessed: false }; } catch { /* a name that nobody knows */ }
  }
  return decodeText(bytes);
}
