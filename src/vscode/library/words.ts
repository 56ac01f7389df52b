import * as vscode from 'vscode';
import { placeOfPassage } from '../../core/library/corpusTexts.ts';
import type { SearchResult } from '../../core/library/types.ts';
import type { QuotationReport } from '../../core/quotations/verify.ts';

/** What keeps the library from working, in a sentence. */
export function libraryTrouble(code: string): string {
  switch (code) {
    case 'rebuilt': return vscode.l10n.t('What the library had read could not be used and is read anew. Nothing is lost: your files are as they were.');
    case 'not-writable': return vscode.l10n.t('The folder in which VS Code keeps the library cannot be written into, so what is new is not found.');
    case 'no-room': return vscode.l10n.t('The disk is full, so nothing can be added to the library. Your files are as they were.');
    case 'no-sqlite': case 'no-fts5': return vscode.l10n.t('This version of VS Code brings no full-text search that the library could use. A newer one does.');
    default: return vscode.l10n.t('The library did not answer. The log of Rapporteur has the details.');
  }
}

/** What has to be said about a result beside its rows; empty when there is nothing. */
export function resultNote(result: SearchResult): string {
  if (result.isPartial) { return vscode.l10n.t('No passage has all the words; these have some.'); }
  if (result.read !== undefined) { return vscode.l10n.t('Most passages have the words that are left out: {0} were looked through. A longer beginning leaves out fewer.', result.read); }
  if (result.ranked !== undefined) { return vscode.l10n.t('Very common words: {0} of the many passages were ranked.', result.ranked); }
  return '';
}

/** What was found out about a quotation; no more than was compared. */
export function quotationSentence({ state, matches }: QuotationReport, place: string): string {
  switch (state) {
    case 'no-text': return vscode.l10n.t('The library has no text of what is cited here, so the quotation was not compared.');
    case 'not-found': return vscode.l10n.t('These words were not found in the texts that were compared.');
    case 'altered': return vscode.l10n.t('These words are not the source’s. Nearest to them, {0}: “{1}”', place, shortened(matches[0]?.exact ?? ''));
    case 'marked-edit': return vscode.l10n.t('The parts of the quotation stand in this order in the source, {0}. What was left out or put in is marked.', place);
    case 'exact': case 'typographic': {
      if (matches.length > 1) { return vscode.l10n.t('These words stand in {0} places, first {1}. Which is meant is not known.', matches.length, place); }
      return state === 'exact' ? vscode.l10n.t('These words stand in the source, {0}.', place)
        : vscode.l10n.t('These words stand in the source, {0}, but for marks, dashes or blanks.', place);
    }
  }
}

/** Where the first match stands, as a citation says it: `@khan2022, sec. 2.5`. */
export function placeOfReport({ matches: [match] }: QuotationReport): string {
  return match === undefined ? '' : [`@${match.passage.citekey || match.passage.title}`, placeOfPassage({ ...match.passage, page: match.page })].filter(Boolean).join(', ');
}

export function elsewhereSentence({ said, stands }: { readonly said: string; readonly stands: string }): string {
  return vscode.l10n.t('The citation says page {0}; these words stand on page {1}.', said, stands);
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
