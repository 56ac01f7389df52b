import type { Snapshot } from '../corpus/types.ts';
import { daysOf } from './passages.ts';
import type { Span } from '../text.ts';
import type { NewPassage, TextToIndex } from './types.ts';

/** Entries and statements of the corpora as texts of the index. @param hash a short word that changes when its text does */
export function textsOfCorpora(snapshot: Snapshot, hash: (text: string) => string): TextToIndex[] {
  return [...snapshot.entries.values()].flatMap((entry): TextToIndex[] => {
    const about = [...entry.names.map(name => name.text), entry.summary].filter(Boolean).join('. ');
    const statements = entry.statements.map(statement => passage(statement.text, statement.id));
    const first = entry.statements[0]?.citations[0]?.citekey ?? '';
    return [
      { key: `entry:${entry.key}`, shelf: 'entries', citekey: '', title: entry.name, hash: hash(about), passages: [passage(about, entry.key)] },
      ...statements.length === 0 ? [] : [{
        key: `statements:${entry.key}`, shelf: 'statements' as const, citekey: first, title: entry.name,
        hash: hash(statements.map(one => `${one.ref} ${one.text}`).join('\n')), passages: statements,
      }],
    ];
  });
}

function passage(text: string, ref: string): NewPassage {
  return { kind: 'text', text, page: '', turns: [], section: '', note: '', start: 0, end: 0, ref, days: daysOf(text) };
}

/** What of a passage stands on a page; all of it when the page is none of its own. */
export function partOnPage({ text, page, turns }: Pick<NewPassage, 'text' | 'page' | 'turns'>, wanted: string): Span {
  const starts = [{ at: 0, page }, ...turns];
  const index = starts.findIndex(start => start.page === wanted);
  return index < 0 ? { start: 0, end: text.length } : { start: starts[index]!.at, end: starts[index + 1]?.at ?? text.length };
}

/** Where a passage stands, as a citation says it: `sec. 2.5, n. 8` where sections are numbered, else `p. 7`. */
export function placeOfPassage({ page, section, note }: Pick<NewPassage, 'page' | 'section' | 'note'>): string {
  const place = /^\d/.test(section) ? `sec. ${section}` : page === '' ? '' : `p. ${page}`;
  return [place, note === '' ? '' : `n. ${note}`].filter(Boolean).join(', ');
}
