import type { CompletionContext } from '../citations/completion.ts';
import { rankSources } from '../citations/match.ts';
import type { BibliographyState, DraftSources } from './types.ts';
import { t, toTranslate } from '../l10n.ts';

/** What the explanation is told of the place of the cursor and of what the draft can cite. */
export interface SuggestionPlace {
  /** What kind of text the cursor stands in: `code`, `front-matter`, `math`, `html`, `paragraph` …; `undefined` between blocks. */
  readonly block: string | undefined;
  /** What would be completed there. */
  readonly context: CompletionContext | undefined;
  /** The line up to the cursor. */
  readonly before: string;
  /** Locators known for the work at the cursor, where one is being completed. */
  readonly locators: number;
  /** Whether the editor offers anything by itself after `@`. */
  readonly isAutomatic: boolean;
  readonly sources: DraftSources;
}

const PLACES: Readonly<Record<string, string>> = toTranslate({
  'front-matter': 'The cursor is in the front matter, where nothing is cited.', 'code': 'The cursor is in code, where an @ is just a sign.',
  'math': 'The cursor is in a formula, where an @ is just a sign.', 'html': 'The cursor is in HTML, where an @ is just a sign.',
});

/** In plain words, sentence by sentence, why nothing is suggested at a place, or what is. */
export function explainSuggestions(place: SuggestionPlace): string[] {
  return [whyHere(place), ...whatThereIs(place.sources), ...place.isAutomatic ? [] : [t('The editor is told not to suggest by itself: the setting “Suggest On Trigger Characters” is off. The command “Trigger Suggest” still works.')]];
}

function whyHere({ block, context, before, locators, sources }: SuggestionPlace): string {
  const elsewhere = block === undefined ? undefined : PLACES[block];
  if (elsewhere !== undefined) { return t(elsewhere); }
  if (context?.kind === 'locator') {
    if (!sources.sources.has(context.citekey)) { return t('No bibliography has the key @{0}, so no pages of it are known.', context.citekey); }
    return locators === 0 ? t('No page or section of @{0} is known: no statement of a corpus names one, and the draft does not either.', context.citekey)
      : locators === 1 ? t('1 place in @{0} is known and suggested here.', context.citekey) : t('{0} places in @{1} are known and suggested here.', figure(locators), context.citekey);
  }
  if (context?.kind === 'key') {
    if (context.firstWord !== undefined && sources.sources.has(context.firstWord)) { return t('@{0} is cited here, and what follows is read as its suffix. A comma after the key asks for its pages.', context.firstWord); }
    const fitting = rankSources(context.typed, sources.sources).length;
    if (fitting === 0) { return sources.sources.size === 0 ? t('There is nothing to suggest.') : t('No source fits “{0}” by its key, author, title or year.', context.typed); }
    return fitting === 1 ? t('1 source fits “{0}” and is suggested here.', context.typed) : t('{0} sources fit “{1}” and are suggested here.', figure(fitting), context.typed);
  }
  const run = /\S*$/.exec(before)![0];
  if (/\\-?@\S*$/.test(run)) { return t('The @ before the cursor has a \\ before it, so it is just a sign.'); }
  if (/:\/\/|^www\./.test(run)) { return t('The cursor is in an address, where an @ is just a sign.'); }
  if (/[\p{L}\p{N}.]@[^@]*$/u.test(run)) { return t('The @ stands right after a letter or digit, as in an e-mail address, and so begins no citation: put a blank or a bracket before it.'); }
  if (/`[^`]*@[^`]*$/.test(before)) { return t(PLACES['code']!); }
  return t('There is no @ before the cursor: type @ for a key, and after the key a comma and a blank for its pages.');
}

function whatThereIs({ sources, bibliographies, isComplete, problems, duplicates }: DraftSources): string[] {
  const named = bibliographies.filter(({ count: size, state }) => size > 0 || state !== 'ready');
  const told = [
    named.length === 0 ? t('This draft can cite nothing yet: name a bibliography at its head, as in “bibliography: references.bib”, or in the setting “Rapporteur: Bibliographies”.')
      : sources.size === 1 ? t('This draft can cite 1 source: {0}.', named.map(describe).join(', ')) : t('This draft can cite {0} sources: {1}.', figure(sources.size), named.map(describe).join(', ')),
  ];
  if (!isComplete) { told.push(t('Not everything has been read yet: try again in a moment.')); }
  const wrong = problems.map(({ message }) => message);
  for (const { name, state, problems: own } of named) {
    if (state === 'failed' || state === 'kept') { wrong.push(...own.slice(0, 1).map(({ message }) => t('{0}: {1}', name, message))); }
    else if (own.length > 0) { wrong.push(own.length === 1 ? t('{0} has 1 problem; the first: {1}', name, own[0]!.message) : t('{0} has {1} problems; the first: {2}', name, figure(own.length), own[0]!.message)); }
  }
  if (duplicates.length > 0) { wrong.push(duplicates.length === 1 ? t('1 key is in two bibliographies, such as @{0}.', duplicates[0]!.citekey) : t('{0} keys are in two bibliographies, such as @{1}.', figure(duplicates.length), duplicates[0]!.citekey)); }
  return [...told, ...new Set(wrong)];
}

function describe({ name, count: size, state }: BibliographyState): string {
  switch (state) {
    case 'reading': return t('{0} (being read)', name);
    case 'failed': return t('{0} (not read)', name);
    case 'kept': return t('{0} in {1} as it last was', size, name);
    case 'ready': return t('{0} in {1}', size, name);
  }
}

function figure(size: number): string {
  return size.toLocaleString(t('en'));
}

/** `2 bibliographies, 143 sources, 1 problem`. */
export function summarise({ sources, bibliographies, problems, duplicates }: DraftSources): { readonly text: string; readonly problems: number } {
  const found = problems.length + duplicates.length + bibliographies.reduce((sum, { problems: own }) => sum + own.length, 0);
  const parts = [
    bibliographies.length === 1 ? t('1 bibliography') : t('{0} bibliographies', figure(bibliographies.length)),
    sources.size === 1 ? t('1 source') : t('{0} sources', figure(sources.size)),
    ...found === 0 ? [] : [found === 1 ? t('1 problem') : t('{0} problems', figure(found))],
  ];
  return { text: parts.join(', '), problems: found };
}
