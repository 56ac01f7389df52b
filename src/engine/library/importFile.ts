import { passagesOf } from '../../core/library/passages.ts';
import type { LibraryIndex } from './libraryIndex.ts';
import type { FileToImport, ImportReport } from './protocol.ts';
import { readDocument, type ReadForeign } from './readFile.ts';

/** Reads a file and puts its text into the index, unless it is there as it is. */
export async function importFile(index: LibraryIndex, { key, shelf, path, citekey, title }: FileToImport, readForeign?: ReadForeign): Promise<ImportReport> {
  const before = index.text(key);
  // A Markdown file of the workspace is there as a draft, until the writer says that it is the text of a source.
  if (before?.shelf === 'sources' && shelf === 'drafts') return { state: 'unchanged' };
  const known = before?.shelf === shelf ? before : undefined;
  const reading = await readDocument(path, known?.hash, readForeign);
  if (reading.kind === 'refused') return { state: 'refused', code: reading.code, detail: reading.detail };
  if (reading.kind === 'same') {
    if (known!.citekey !== citekey || known!.title !== title) index.rename(key, { citekey, title });
    return { state: 'unchanged' };
  }
  const twin = shelf === 'drafts' ? undefined : index.texts().find(text => text.shelf === shelf && text.hash === reading.hash && text.key !== key);
  if (twin !== undefined) return { state: 'duplicate', key: twin.key };
  const passages = passagesOf(reading.text.blocks);
  index.put([{ key, shelf, citekey, title, hash: reading.hash, passages }]);
  return {
    state: 'imported', passages: passages.length, pages: reading.text.pages.length, problems: reading.text.problems,
    notes: reading.text.blocks.filter(block => block.kind === 'note').length,
  };
}
