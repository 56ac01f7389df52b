import type { Passage } from '../../core/library/types.ts';
import { searchTexts, type SearchText } from '../../core/quotations/searchText.ts';
import type { KnownText, LibraryIndex } from './libraryIndex.ts';

/** Texts kept ready: a draft quotes the same few again and again. */
const MAX_READY = 6;

interface ReadyText {
  /** All of them, in their order. */
  readonly passages: readonly Passage[];
  readonly runs: readonly SearchText[];
}

const ready = new WeakMap<LibraryIndex, Map<string, ReadyText>>();

/** A whole text, read and made ready for looking quotations up. */
export function readyText(index: LibraryIndex, text: KnownText): ReadyText {
  const own = ready.get(index) ?? new Map<string, ReadyText>();
  ready.set(index, own);
  const key = `${text.key} ${text.hash} ${text.first}`;
  const known = own.get(key) ?? makeReady(index.passagesOf(text));
  own.delete(key);
  own.set(key, known);
  for (const oldest of own.keys()) if (own.size > MAX_READY) own.delete(oldest);
  return known;
}

function makeReady(passages: readonly Passage[]): ReadyText {
  return { passages, runs: searchTexts(passages) };
}
