import type { Problem, Severity, Span } from '../text.ts';
import { t, toTranslate } from '../l10n.ts';

/**
 * Everything that can be wrong with a corpus: code, weight and words. `{0}`, `{1}` … are filled in.
 * An `error` costs what it stands at; a `warning` keeps it, but a reader could be misled; `information` is worth knowing.
 */
export const PROBLEMS = toTranslate({
  // Files
  'not-utf8': ['error', 'This file is not UTF-8 text, so it is left out: save it with the encoding UTF-8.'],
  'too-large': ['error', 'This file has {0} MB and is left out: at most {1} MB are read.'],
  'too-large-yaml': ['error', 'This has {0},000 characters and is left out: at most {1},000 are read. A list of references can be as long as needed in references.json.'],
  'unreadable-file': ['error', 'This file could not be read: {0}'],
  'unreadable-folder': ['error', 'The files of this corpus could not be listed: {0}'],
  'empty-corpus': ['information', 'This corpus has no entries yet: add a Markdown file to actors/, events/ or concepts/.'],
  'no-corpus-file': ['warning', 'This corpus has no readable corpus.yaml: its folder’s name, {0}, is its id until it has one.'],
  'duplicate-corpus': ['error', 'Another corpus has the id {0} as well ({1}) and is used instead of this one: give this one an id of its own.'],
  'wrong-folder': ['warning', 'An entry of type {0} belongs in {1}/, this file is in {2}/.'],
  // Form
  'no-front-matter': ['error', 'This entry has no front matter: begin the file with a line of ---, then type and name, then a line of ---.'],
  'unclosed-front-matter': ['error', 'The front matter has no end: close it with a line of ---.'],
  'bad-yaml': ['error', 'This cannot be read: {0}'],
  'too-deep': ['error', 'This is nested or repeated beyond what is read ({0}).'],
  'bad-json': ['error', 'This reference cannot be read and is left out, the others are kept: {0}'],
  'duplicate-key': ['error', '“{0}” stands twice; the first one counts, take the other away.'],
  'unknown-key': ['warning', 'Unknown key “{0}”{1}. Known here: {2}.'],
  'key-elsewhere': ['warning', '“{0}” is no key here: {1}'],
  'missing-key': ['error', '“{0}” is missing here.'],
  'wrong-shape': ['error', '“{0}” cannot be read: expected {1}.'],
  'too-many-faults': ['error', 'There are too many faults here to read around them.'],
  // Values
  'unknown-type': ['error', 'Unknown {0} “{1}”{2}. Known: {3}.'],
  'bad-id': ['error', '“{0}” is not an id: ids are the names of entry files without .md, in a–z, 0–9, “-”, “.” and “_”.'],
  'bad-file-name': ['error', '“{0}” cannot be an id, so this file is left out: name it with a–z, 0–9, “-”, “.” and “_” only.'],
  'bad-date': ['error', '“{0}” is not a date as it is written here: 1989-03-17, 1989-21 (spring), 1985~ (about), 198X, 1988/1990 (from/to).'],
  'bad-citation': ['error', '“{0}” is not a citation: write @key, sec. 3.2, n. 24; citing @other.'],
  'end-before-start': ['warning', 'This ends ({0}) before it starts ({1}).'],
  // Statements
  'uncited-statement': ['error', 'This statement names no source, so it is not shown: end it with a citation such as [@{0}, sec. 3.2].'],
  'default-cited': ['information', 'This names no source; the corpus’s default, @{0}, stands in without saying where.'],
  'uncited-claim': ['warning', 'This {0} names no source: add cite: "@key, sec. 3.2".'],
  'too-long': ['error', 'This has {0} characters and is left out: at most {1} are read as one statement, summary or remark.'],
  'stray-text': ['warning', 'This is neither the summary nor a statement, so it is not shown: make it a list item with its citation.'],
  'duplicate-statement': ['warning', 'Another statement of this entry is named ^{0} already and keeps the name: give this one another.'],
  'unknown-remark': ['warning', 'An item under a statement begins with “disputed:” or “note:”{0}; this one is read as a note.'],
  // References
  'bad-reference': ['error', 'This reference is left out: {0}'],
  'bad-reference-field': ['warning', '“{0}” of @{1} is left out: expected {2}.'],
  'duplicate-citekey': ['error', '@{0} is also in {1}; that one counts.'],
  // Across files
  'duplicate-id': ['error', 'The id {0} is also that of {1}: rename one of the two files. {2}'],
  'dangling-id': ['error', 'There is no entry {0}{1}: an id is the name of an entry’s file without .md.'],
  'dangling-statement': ['error', '{0} has no statement #{1}{2}. One is named by a mark behind its citation, ^name, and without a name by its place in the file, as in #2.'],
  'wrong-class': ['error', '{0} is {1}, but {2} is needed here.'],
  'unknown-source': ['error', 'No reference of this corpus has the key @{0}{1}: Add Cited Sources to the Bibliography takes it over from a draft that is open and can cite it.'],
  'unknown-locator': ['warning', '{0} has no {1} {2}.'],
  'note-elsewhere': ['warning', 'Note {0} of {1} stands in section {2}, not in {3}.'],
  'part-of-cycle': ['error', 'This event would be a part of itself: {0}.'],
  'outside-parent': ['warning', 'This date ({0}) is outside that of {1} ({2}), which it is a part of.'],
  'follows-later': ['warning', 'This event ({0}) is earlier than {1} ({2}), which it is said to follow.'],
} as const satisfies Record<string, readonly [Severity, string]>);

export type ProblemCode = keyof typeof PROBLEMS;

export const WHOLE_FILE: Span = { start: 0, end: 0 };

/** A problem in the words of the table; what the writer wrote is cut to a readable length. */
export function problem(code: ProblemCode, span: Span, ...values: readonly string[]): Problem {
  const [severity, words] = PROBLEMS[code];
  const message = t(words, ...values.map(shorten)).trim();
  return { code, severity, message, span };
}

const LONGEST = 300;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** ` (did you mean “state”?)` for `staet`; empty when nothing is near enough. */
export function didYouMean(given: string, known: Iterable<string>): string {
  const nearest = closest(given, known);
  return nearest === undefined ? '' : ` ${t('(did you mean “{0}”?)', nearest)}`;
}

/** Words longer than this are not compared: the cost grows with the product of two lengths. */
const LONGEST_WORD = 60;

/** The known word that needs the fewest typing mistakes (letters added, left out, changed, swapped), at most a third of its length. */
export function closest(given: string, known: Iterable<string>): string | undefined {
  const word = given.toLowerCase();
  if (word.length > LONGEST_WORD || word === '') return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    if (candidate.length > LONGEST_WORD || Math.abs(candidate.length - word.length) >= least) continue;
    const distance = editDistance(word, candidate.toLowerCase());
    if (distance < least) { least = distance; best = candidate; }
  }
  return best;
}

/** Optimal string alignment: single edits and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, before[column - 2]! + 1);
      }
      current.push(cost);
    }
    before = last;
    last = current;
  }
  return last[b.length]!;
}

/** 1-based line and column (in UTF-16 code units) of an offset, as editors and compilers print them. */
export function lineColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const at = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', next + 1)) {
    line++;
    lineStart = next + 1;
  }
  return { line, column: at - lineStart + 1 };
}
