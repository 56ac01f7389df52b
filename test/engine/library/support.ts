import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { passagesOf } from '../../../src/core/library/passages.ts';
import { readQuery } from '../../../src/core/library/query.ts';
import type { SearchResult, TextToIndex } from '../../../src/core/library/types.ts';
import { Frequencies } from '../../../src/engine/library/frequencies.ts';
import { LibraryIndex } from '../../../src/engine/library/libraryIndex.ts';
import { openIndex } from '../../../src/engine/library/open.ts';
import { search } from '../../../src/engine/library/search.ts';

/** A folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'library-'));
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }); });
  return folder;
}

export async function newIndex(file = join(temporaryFolder(), 'library.sqlite')): Promise<LibraryIndex> {
  const index = new LibraryIndex((await openIndex(file)).db);
  onTestFinished(() => { index.close(); });
  return index;
}

/** A text of paragraphs, each a passage of its own section. */
export function textOf(key: string, paragraphs: readonly string[], more: Partial<TextToIndex> = {}): TextToIndex {
  const blocks = paragraphs.map((text, at) => ({ kind: 'text' as const, text, page: String(at + 1), turns: [], section: String(at + 1), note: '', places: [] }));
  return { key, shelf: 'sources', citekey: key, title: key, hash: paragraphs.join('\n'), passages: passagesOf(blocks), ...more };
}

export async function find(index: LibraryIndex, query: string, limit = 50): Promise<SearchResult> {
  return search(index, new Frequencies(index), readQuery(query).query, { limit });
}

/** Hits as `key text`, the words found in brackets. */
export function shown(result: SearchResult): string[] {
  return result.hits.map(hit => {
    let text = hit.text;
    for (const { start, end } of hit.highlights.toReversed()) text = `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
    return `${hit.textKey} ${hit.page} ${text}`;
  });
}
