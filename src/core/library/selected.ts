import { searchTexts } from '../quotations/searchText.ts';
import { verifyQuotation } from '../quotations/verify.ts';
import { pageOf } from './pageOf.ts';
import { passageOfView } from './textView.ts';
import type { Passage } from './types.ts';

/** Words that a reader has selected in a text of the library, and where they stand in it. */
export interface SelectedWords {
  /** As the library has them: without hyphens at line ends. */
  readonly text: string;
  readonly passage: Passage;
  /** The page of their beginning, which may be a later one than that of the passage. */
  readonly page: string;
}

/** What is selected in the editor. */
export interface Selection {
  /** Empty where only the cursor stands there. */
  readonly text: string;
  /** Where it begins in what the editor shows. */
  readonly at: number;
  /** Whether that is the text as the library read it, and not the file itself. */
  readonly isView: boolean;
}

/** What is selected in a text, with the passage it stands in; without a selection the passage at the cursor. */
export function selectedIn(passages: readonly Passage[], { text, at, isView }: Selection): SelectedWords | undefined {
  const first = isView ? passageOfView(passages, at) : passageOfFile(passages, at);
  if (first === undefined) return undefined;
  return text === '' ? { text: first.text, passage: first, page: first.page } : selectedWords(text, passages, first);
}

/** The passage that stands at a place of a file, or the next after it. Notes stand after their paragraph, whose end may come after theirs. */
export function passageOfFile(passages: readonly Passage[], at: number): Passage | undefined {
  return passages.find(passage => passage.start <= at && at < passage.end)
    ?? passages.filter(passage => passage.start > at).toSorted((a, b) => a.start - b.start)[0];
}

/** Where a line ends within a word: whether the hyphen is the word's own makes no difference to where it stands. */
const LINE_END_HYPHEN = /(?<=\p{L})([-‐\u00ad])[^\S\n]*\r?\n\s*(?=\p{L})/gu;
/** So many passages after the one in which they begin are looked through for their end. */
const FOLLOWING = 6;

/** The words of a selection in the passages of its text. @param first the passage in which it begins */
export function selectedWords(selection: string, passages: readonly Passage[], first: Passage): SelectedWords {
  const from = passages.indexOf(first);
  const { matches } = verifyQuotation(selection.replace(LINE_END_HYPHEN, '$1'), searchTexts(passages.slice(from, from + FOLLOWING)), () => []);
  const match = matches.find(one => one.passage === first) ?? matches[0];
  return match === undefined ? { text: selection.replace(/\s+/g, ' ').trim(), passage: first, page: pageOf(first, 0) }
    : { text: match.exact.replace(/\s+/g, ' ').trim(), passage: match.passage, page: match.page };
}
