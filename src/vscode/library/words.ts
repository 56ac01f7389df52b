import * as vscode from 'vscode';
import { placeOfPassage } from '../../core/library/corpusTexts.ts';
import type { SearchResult, TextProblem } from '../../core/library/types.ts';
import type { QuotationReport } from '../../core/quotations/verify.ts';
import type { ImportReport } from '../../engine/library/protocol.ts';

/** What keeps the library from working, in a sentence. */
export function libraryTrouble(code: string): string {
  switch (code) {
    case 'rebuilt': return vscode.l10n.t('The index of the library could not be used and is made anew. Nothing is lost: your files are as they were.');
    case 'not-writable': return vscode.l10n.t('The folder of the library’s index cannot be written, so what is new is not found.');
    case 'no-room': return vscode.l10n.t('The disk is full, so the library’s index cannot grow. Your files are as they were.');
    case 'no-sqlite': case 'no-fts5': return vscode.l10n.t('This version of VS Code brings no full-text search that the library could use. A newer one does.');
    default: return vscode.l10n.t('The library did not answer. The log of Rapporteur has the details.');
  }
}

/** What has to be said about a result beside its rows; empty when there is nothing. */
export function resultNote(result: SearchResult): string {
  if (result.isPartial) { return vscode.l10n.t('No passage has all the words; these have some.'); }
  if (result.ranked !== undefined) { return vscode.l10n.t('Very common words: {0} of the many passages were ranked.', result.ranked); }
  return '';
}

/** What became of a file, in a sentence. */
export function importSentence(name: string, report: ImportReport): string {
  switch (report.state) {
    case 'imported': {
      if (report.problems.some(({ code }) => code === 'no-text')) {
        return report.pages === 0 ? vscode.l10n.t('{0} holds no text.', name)
          : vscode.l10n.t('{0} has {1} pages and no text: it is made of pictures. A program for text recognition (OCR) can give it one.', name, report.pages);
      }
      return [vscode.l10n.t('{0}: {1} passages, {2} pages, {3} notes.', name, report.passages, report.pages, report.notes), ...report.problems.map(problemSentence)].filter(Boolean).join(' ');
    }
    case 'unchanged': return vscode.l10n.t('{0} is in the library as it is.', name);
    case 'duplicate': return vscode.l10n.t('{0} is the same file as {1}, which is in the library.', name, decodeURIComponent(report.key.split('/').at(-1) ?? ''));
    case 'refused': return refusal(name, report.code, report.detail);
  }
}

/** What a writer should know about how a file was read; empty for what needs no words. */
function problemSentence({ code, value }: TextProblem): string {
  switch (code) {
    case 'guessed-encoding': return vscode.l10n.t('Its encoding was guessed: look whether the letters are right.');
    case 'some-pages-without-text': return vscode.l10n.t('{0} of its pages hold no text, such as pictures do.', value);
    case 'damaged-pages': return vscode.l10n.t('{0} of its pages are damaged and were left out.', value);
    case 'pages-do-not-agree': return vscode.l10n.t('Its printed page numbers do not agree with each other: look at the page before you cite it.');
    case 'hidden-text': return vscode.l10n.t('Text that the file hides was left out.');
    case 'cut': return vscode.l10n.t('It is so long that its end was left out.');
    case 'bad-characters': case 'no-text': return '';
  }
}

function refusal(name: string, code: Extract<ImportReport, { state: 'refused' }>['code'], detail: string): string {
  switch (code) {
    case 'not-there': return vscode.l10n.t('{0} is no longer there.', name);
    case 'not-a-file': return vscode.l10n.t('{0} is no file that can be read to its end.', name);
    case 'too-large': return vscode.l10n.t('{0} has {1} MB; the library reads texts of up to 20 MB and documents of up to 200 MB.', name, detail);
    case 'unknown-format': return vscode.l10n.t('{0}: the library reads PDF, DOCX, ODT, EPUB, HTML, Markdown, plain text and CSV, not {1}.', name, detail);
    case 'not-text': return vscode.l10n.t('{0} is not what the end of its name says: it is a file of the kind {1}.', name, detail);
    case 'changing': return vscode.l10n.t('{0} was being written while it was read. Import it once more when that is done.', name);
    case 'encrypted': return vscode.l10n.t('{0} is locked by a password. Save a copy without one, and import that.', name);
    case 'damaged': return vscode.l10n.t('{0} is damaged: it cannot be read as what it says it is.', name);
    case 'too-long': return vscode.l10n.t('{0} has more pages or parts than the library reads.', name);
    case 'unsafe': return vscode.l10n.t('{0} is made in a way that could do harm ({1}), and was not read.', name, detail);
    case 'time': return vscode.l10n.t('{0} took too long to read, and was given up.', name);
    case 'memory': return vscode.l10n.t('{0} needed too much memory, and was given up.', name);
    case 'cancelled': return vscode.l10n.t('{0} was not imported: you cancelled.', name);
    case 'no-reader': return vscode.l10n.t('{0} could not be read: a file of the extension is missing or broken.', name);
    case 'unreadable': return vscode.l10n.t('{0} could not be read ({1}).', name, detail);
  }
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
