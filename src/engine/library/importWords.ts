import { t } from '../../core/l10n.ts';
import type { TextProblem } from '../../core/library/types.ts';
import type { ImportReport } from './protocol.ts';

/** What became of a file, in a sentence. */
export function importSentence(name: string, report: ImportReport): string {
  switch (report.state) {
    case 'imported': {
      if (report.problems.some(({ code }) => code === 'no-text')) {
        return report.pages === 0 ? t('{0} holds no text.', name)
          : t('{0} has {1} pages and no text: it is made of pictures. A program for text recognition (OCR) can give it one.', name, report.pages);
      }
      return [t('{0}: {1}.', name, countWords(report)), ...report.problems.map(problemSentence)].filter(Boolean).join(' ');
    }
    case 'unchanged': return t('{0} is in the library as it is.', name);
    case 'duplicate': return t('{0} is the same file as {1}, which is in the library.', name, decodeURIComponent(report.key.split('/').at(-1) ?? ''));
    case 'refused': return refusal(name, report.code, report.detail);
  }
}

/** `3 passages, 2 pages, 1 note`; a text without pages or notes is not told to have none. */
function countWords({ passages, pages, notes }: Extract<ImportReport, { state: 'imported' }>): string {
  return [
    passages === 1 ? t('1 passage') : t('{0} passages', passages),
    pages === 0 ? '' : pages === 1 ? t('1 page') : t('{0} pages', pages),
    notes === 0 ? '' : notes === 1 ? t('1 note') : t('{0} notes', notes),
  ].filter(Boolean).join(', ');
}

/** What a writer should know about how a file was read; empty for what needs no words. */
function problemSentence({ code, value }: TextProblem): string {
  switch (code) {
    case 'guessed-encoding': return t('It does not say how its letters are encoded: look whether those with accents are right.');
    case 'some-pages-without-text': return t('{0} of its pages hold no text, such as pictures do.', value);
    case 'damaged-pages': return t('{0} of its pages are damaged and were left out.', value);
    case 'pages-do-not-agree': return t('Its printed page numbers do not agree with each other: look at the page before you cite it.');
    case 'hidden-text': return t('Text that the file hides was left out.');
    case 'cut': return t('It is so long that its end was left out.');
    case 'bad-characters': case 'no-text': return '';
  }
}

function refusal(name: string, code: Extract<ImportReport, { state: 'refused' }>['code'], detail: string): string {
  switch (code) {
    case 'not-there': return t('{0} is no longer there.', name);
    case 'not-a-file': return t('{0} is not a file that can be read.', name);
    case 'too-large': return t('{0} has {1} MB; the library reads texts of up to 20 MB and documents of up to 200 MB.', name, detail);
    case 'unknown-format': return t('{0}: the library reads PDF, DOCX, ODT, EPUB, HTML, Markdown, plain text and CSV, not {1}.', name, detail);
    case 'not-text': return t('{0} is not what the end of its name says: it is a file of the kind {1}.', name, detail);
    case 'changing': return t('{0} was being written while it was read. Import it once more when that is done.', name);
    case 'encrypted': return t('{0} is locked by a password. Save a copy without one, and import that.', name);
    case 'damaged': return t('{0} is damaged. Open it in the program that it was made with, and save it anew.', name);
    case 'too-long': return t('{0} has more pages or parts than the library reads.', name);
    case 'unsafe': return t('{0} is made in a way that could do harm ({1}), and was not read.', name, detail);
    case 'time': return t('{0} took too long to read, and was given up.', name);
    case 'memory': return t('{0} needed too much memory, and was given up.', name);
    case 'cancelled': return t('{0} was not imported: you cancelled.', name);
    case 'no-reader': return t('{0} could not be read: a file of the extension is missing or broken.', name);
    case 'unreadable': return t('{0} could not be read: {1}', name, detail);
  }
}
