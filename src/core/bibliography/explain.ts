import type { CompletionContext } from '../citations/completion.ts';
import { rankSources } from '../citations/match.ts';
import type { BibliographyState, DraftSources } from './types.ts';

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

const PLACES: Readonly<Record<string, string>> = {
  'front-matter': 'The cursor is in the front matter, where nothing is cited.', 'code': 'The cursor is in code, where an @ is just a sign.',
  'math': 'The cursor is in a formula, where an @ is just a sign.', 'html': 'The cursor is in HTML, where an @ is just a sign.',
};

/** In plain words, sentence by sentence, why nothing is suggested at a place, or what is. */
export function explainSuggestions(place: SuggestionPlace): string[] {
  return [whyHere(place), ...whatThereIs(place.sources), ...place.isAutomatic ? [] : ['The editor is told not to suggest by itself: the setting “Suggest On Trigger Characters” is off. The command “Trigger Suggest” still works.']];
}

function whyHere({ block, context, before, locators, sources }: SuggestionPlace): string {
  const elsewhere = block === undefined ? undefined : PLACES[block];
  if (elsewhere !== undefined) { return elsewhere; }
  if (context?.kind === 'locator') {
    if (!sources.sources.has(context.citekey)) { return `No bibliography has the key @${context.citekey}, so no pages of it are known.`; }
    return locators === 0 ? `No page or section of @${context.citekey} is known: no statement of a corpus names one, and the draft does not either.`
      : `${count(locators, 'place', 'places')} in @${context.citekey} ${locators === 1 ? 'is' : 'are'} known and suggested here.`;
  }
  if (context?.kind === 'key') {
    if (context.firstWord !== undefined && sources.sources.has(context.firstWord)) { return `@${context.firstWord} is cited here, and what follows is read as its suffix. A comma after the key asks for its pages.`; }
    const fitting = rankSources(context.typed, sources.sources.values()).length;
    if (fitting === 0) { return sources.sources.size === 0 ? 'There is nothing to suggest.' : `No source fits “${context.typed}” by its key, author, title or year.`; }
    return `${count(fitting, 'source fits', 'sources fit')} “${context.typed}” and ${fitting === 1 ? 'is' : 'are'} suggested here.`;
  }
  const run = /\S*$/.exec(before)![0];
  if (/\\-?@\S*$/.test(run)) { return 'The @ before the cursor has a \\ before it, so it is just a sign.'; }
  if (/:\/\/|^www\./.test(run)) { return 'The cursor is in an address, where an @ is just a sign.'; }
  if (/[\p{L}\p{N}.]@[^@]*$/u.test(run)) { return 'The @ stands right after a letter or digit, as in an e-mail address, and so begins no citation: put a blank or a bracket before it.'; }
  if (/`[^`]*@[^`]*$/.test(before)) { return PLACES['code']!; }
  return 'There is no @ before the cursor: type @ for a key, and after the key a comma and a blank for its pages.';
}

function whatThereIs({ sources, bibliographies, isComplete, problems, duplicates }: DraftSources): string[] {
  const named = bibliographies.filter(({ count: size, state }) => size > 0 || state !== 'ready');
  const told = [
    named.length === 0 ? 'This draft can cite nothing yet: name a bibliography at its head, as in “bibliography: references.bib”, or in the setting “Rapporteur: Bibliographies”.'
      : `This draft can cite ${count(sources.size, 'source', 'sources')}: ${named.map(describe).join(', ')}.`,
  ];
  if (!isComplete) { told.push('Not everything has been read yet: try again in a moment.'); }
  const wrong = problems.map(({ message }) => message);
  for (const { name, state, problems: own } of named) {
    if (state === 'failed' || state === 'kept') { wrong.push(...own.slice(0, 1).map(({ message }) => `${name}: ${message}`)); }
    else if (own.length > 0) { wrong.push(`${name} has ${count(own.length, 'problem', 'problems')}; the first: ${own[0]!.message}`); }
  }
  if (duplicates.length > 0) { wrong.push(`${count(duplicates.length, 'key is', 'keys are')} in two bibliographies, such as @${duplicates[0]!.citekey}.`); }
  return [...told, ...new Set(wrong)];
}

function describe({ name, count: size, state }: BibliographyState): string {
  switch (state) {
    case 'reading': return `${name} (being read)`;
    case 'failed': return `${name} (not read)`;
    case 'kept': return `${size} in ${name} as it last was`;
    case 'ready': return `${size} in ${name}`;
  }
}

export function count(size: number, one: string, many: string): string {
  return `${size.toLocaleString('en')} ${size === 1 ? one : many}`;
}

/** `2 bibliographies, 143 sources, 1 problem`. */
export function summarise({ sources, bibliographies, problems, duplicates }: DraftSources): { readonly text: string; readonly problems: number } {
  const found = problems.length + duplicates.length + bibliographies.reduce((sum, { problems: own }) => sum + own.length, 0);
  const parts = [count(bibliographies.length, 'bibliography', 'bibliographies'), count(sources.size, 'source', 'sources')];
  return { text: [...parts, ...found === 0 ? [] : [count(found, 'problem', 'problems')]].join(', '), problems: found };
}
