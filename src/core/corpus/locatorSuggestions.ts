import { locatorsOf } from './locators.ts';
import { statementsCiting } from './queries.ts';
import type { Snapshot, WorkOutline } from './types.ts';

/** A place of a work that is known, as it is written after the comma. */
export interface LocatorSuggestion {
  /** `sec. 3.2, n. 24`. */
  readonly suffixText: string;
  /** What stands there: statements of the corpora, or the title of the section. */
  readonly texts: readonly string[];
  readonly kind: 'statement' | 'section' | 'note' | 'draft';
  /** How often the draft cites it. */
  readonly uses: number;
}

/**
 * The places of a work that statements, its outline and the draft know: those that the draft cites most first, then in the
 * order in which they stand in the work.
 * @param cited what the draft writes after the key, for each time that it cites the work
 */
export function suggestLocators(snapshot: Snapshot, citekey: string, cited: readonly string[] = []): LocatorSuggestion[] {
  const known = new Map<string, { texts: string[]; kind: LocatorSuggestion['kind']; uses: number }>();
  const at = (suffixText: string, kind: LocatorSuggestion['kind']) => {
    let found = known.get(suffixText);
    if (found === undefined) { known.set(suffixText, found = { texts: [], kind, uses: 0 }); }
    return found;
  };
  for (const statement of statementsCiting(snapshot, citekey)) {
    for (const { suffixText } of statement.citations.filter(citation => citation.citekey === citekey && citation.suffixText !== '')) {
      at(suffixText, 'statement').texts.push(statement.text);
    }
  }
  const outline = snapshot.outlines.get(citekey);
  if (outline !== undefined) { for (const { suffixText, title, kind } of placesOf(outline)) { at(suffixText, kind).texts.push(...title === '' ? [] : [title]); } }
  for (const suffixText of cited) { if (locatorsOf(suffixText).length > 0) { at(suffixText, 'draft').uses += 1; } }
  const order = new Intl.Collator('en', { numeric: true });
  return [...known].map(([suffixText, found]) => ({ suffixText, ...found }))
    .sort((a, b) => b.uses - a.uses || order.compare(a.suffixText, b.suffixText));
}

function* placesOf({ sections, notes }: WorkOutline): Generator<{ suffixText: string; title: string; kind: 'section' | 'note' }> {
  for (const { number, title } of sections) { yield { suffixText: `sec. ${number}`, title, kind: 'section' }; }
  for (const { number, section } of notes) { yield { suffixText: `sec. ${section}, n. ${number}`, title: '', kind: 'note' }; }
}
