import * as vscode from 'vscode';
import { registerCommand, runCommand } from '../commands.ts';
import { inform } from '../inform.ts';
import type { LibraryService } from '../library/libraryService.ts';
import type { PassageTarget } from '../library/openPassage.ts';
import type { Services } from '../services.ts';
import { openText } from './openText.ts';
import { PdfPanels } from './pdfPanel.ts';

const PDF = /\.pdf$/i;

function targetFrom(value: unknown): PassageTarget | undefined {
  if (typeof value !== 'object' || value === null) { return undefined; }
  const { source, exact, prefix, suffix } = value as Partial<Record<keyof PassageTarget, unknown>>;
  const isText = (text: unknown): text is string => typeof text === 'string' && text.length < 20_000;
  return isText(source) && isText(exact) && isText(prefix) && isText(suffix) ? { type: 'TextQuoteSelector', source, exact, prefix, suffix } : undefined;
}

/** Opens a text at the words: a PDF at its page, another document that the editor cannot show as the text that was read from it. */
export async function openAt(target: PassageTarget, library: LibraryService): Promise<void> {
  // The pages that are open already are those of the command.
  if (PDF.test(vscode.Uri.parse(target.source, true).path)) { await runCommand('rapporteur.openPassage', target); } else { await openText(target, library); }
}

export function registerPassages(services: Services): vscode.Disposable {
  const { library, log } = services;
  const panels = new PdfPanels(services);
  return vscode.Disposable.from(panels, registerCommand('rapporteur.openPassage', log, async value => {
    const target = targetFrom(value);
    // A link says only which text of the library it means, never which file.
    if (target === undefined || !library.files.some(file => file.uri === target.source)) { inform(vscode.l10n.t('The library does not have this text any more: import it again.')); return; }
    if (PDF.test(vscode.Uri.parse(target.source, true).path)) { await panels.show(target); } else { await openText(target, library); }
  }));
}
