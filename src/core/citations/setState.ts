import type { DrawnCitation } from './preview.ts';
import { plainSetText, type SetCitation, type SetReference } from './setText.ts';

/** What of a draft was set, as far as it still holds. Immutable. */
export interface SetState {
  /** By what a citation depends on: its text, the one before it, which of its works were cited before. */
  readonly byContext: ReadonlyMap<string, SetCitation>;
  /** By its text alone: near enough until it is set anew. None of a work that is not known, which stands there as a mark of something missing. */
  readonly byText: ReadonlyMap<string, SetCitation>;
  readonly references: readonly SetReference[];
}

export const NOTHING_SET: SetState = { byContext: new Map(), byText: new Map(), references: [] };

/** For each citation the text that it depends on, as far as can be told without looking at all the others. */
export function contextsOf(citations: readonly DrawnCitation[]): string[] {
  const cited = new Set<string>();
  return citations.map((citation, index) => {
    const before = citations[index - 1];
    const isNext = before !== undefined && citation.event - before.event <= 1;
    const known = citation.citekeys.map(key => cited.has(key));
    for (const key of citation.citekeys) { cited.add(key); }
    return JSON.stringify([placeOf(citation), known, isNext ? [placeOf(before), before.event === citation.event] : undefined]);
  });
}

const placeOf = ({ text, isInNote }: DrawnCitation): string => `${isInNote ? 'n' : 't'}${text}`;

/** What is known of each citation now, and which of them should be set anew. */
export function settingOf(state: SetState, citations: readonly DrawnCitation[]): { readonly set: readonly (SetCitation | undefined)[]; readonly stale: readonly number[] } {
  const contexts = contextsOf(citations);
  return {
    set: citations.map((citation, index) => state.byContext.get(contexts[index]!) ?? state.byText.get(placeOf(citation))),
    stale: citations.flatMap((_, index) => (state.byContext.has(contexts[index]!) ? [] : [index])),
  };
}

/**
 * The citations that have to be set together for some of them to come out as in the whole draft: each with the one before it and
 * with the first citation of each of its works. In their order.
 */
export function neighbourhood(citations: readonly DrawnCitation[], stale: readonly number[]): number[] {
  const first = new Map<string, number>();
  citations.forEach(({ citekeys }, index) => { for (const key of citekeys) { if (!first.has(key)) { first.set(key, index); } } });
  const taken = new Set<number>();
  const take = (index: number) => { if (index < 0 || taken.has(index)) { return; } taken.add(index); for (const key of citations[index]!.citekeys) { taken.add(first.get(key)!); } };
  for (const index of stale) { take(index - 1); take(index); }
  return [...taken].sort((a, b) => a - b);
}

/** Whether there is a work of this key. */
type IsKnown = (citekey: string) => boolean;

/** All that was set of a whole draft. */
export function wholeState(citations: readonly DrawnCitation[], set: readonly SetCitation[], references: readonly SetReference[], isKnown: IsKnown): SetState {
  return { ...added(NOTHING_SET, citations, citations.map((_, index) => index), set, isKnown), references };
}

/** As before, with a few citations set anew, and with works that were not listed yet. */
export function patchedState(state: SetState, citations: readonly DrawnCitation[], indexes: readonly number[], set: readonly SetCitation[], references: readonly SetReference[], isKnown: IsKnown): SetState {
  const listed = new Set(state.references.map(({ citekey }) => citekey));
  const cited = new Set(citations.flatMap(({ citekeys }) => citekeys));
  // A work that is not cited any more may be in `nocite`: the next setting of the whole draft knows.
  const news = references.filter(({ citekey }) => cited.has(citekey) && !listed.has(citekey));
  return { ...added(state, citations, indexes, set, isKnown), references: news.reduce(inserted, state.references) };
}

function added(state: SetState, citations: readonly DrawnCitation[], indexes: readonly number[], set: readonly SetCitation[], isKnown: IsKnown): Pick<SetState, 'byContext' | 'byText'> {
  const contexts = contextsOf(citations);
  const byContext = new Map(state.byContext);
  const byText = new Map(state.byText);
  indexes.forEach((index, at) => {
    const citation = citations[index]!;
    byContext.set(contexts[index]!, set[at]!);
    if (citation.citekeys.every(isKnown)) { byText.set(placeOf(citation), set[at]!); }
  });
  return { byContext, byText };
}

const collator = new Intl.Collator();

/** Where most styles have it: in the order of the letters. */
function inserted(references: readonly SetReference[], reference: SetReference): readonly SetReference[] {
  const text = plainSetText(reference.text);
  const at = references.findIndex(other => collator.compare(plainSetText(other.text), text) > 0);
  return references.toSpliced(at < 0 ? references.length : at, 0, reference);
}

/** Works of the same names, whose letters and first names depend on each other, are set together with these. */
export function namesakes<T extends { readonly author?: readonly { readonly family?: string; readonly literal?: string }[] }>(items: readonly T[], of: readonly T[]): T[] {
  const namesOf = (item: T) => (item.author ?? []).flatMap(({ family, literal }) => family ?? literal ?? []);
  const names = new Set(of.flatMap(namesOf));
  return items.filter(item => namesOf(item).some(name => names.has(name)));
}
