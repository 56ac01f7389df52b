import * as vscode from 'vscode';
import { textView } from '../../core/library/textView.ts';
import type { Passage } from '../../core/library/types.ts';
import { findSelector, selectorOf, type TextQuoteSelector } from '../../core/quotations/anchor.ts';
import type { Span } from '../../core/text.ts';
import { registerCommand } from '../commands.ts';
import { rangeInText } from '../convert.ts';
import { inform } from '../inform.ts';
import type { Services } from '../services.ts';
import { nameOf, type LibraryService } from './libraryService.ts';

/** Texts of documents that the editor cannot show, as the library read them. */
export const SOURCE_SCHEME = 'rapporteur-text';
const SHOWN = /\.(?:txt|text|md|markdown|qmd)$/i;

/** Where words stand: the address of a text of the library, and their selector. */
export interface PassageTarget extends TextQuoteSelector {
  readonly source: string;
}

export function targetOf(passage: Passage, span: Span): PassageTarget {
  return { source: passage.textKey, ...selectorOf(passage, span) };
}

function targetFrom(value: unknown): PassageTarget | undefined {
  if (typeof value !== 'object' || value === null) { return undefined; }
  const { source, exact, prefix, suffix } = value as Partial<Record<keyof PassageTarget, unknown>>;
  const isText = (text: unknown): text is string => typeof text === 'string' && text.length < 20_000;
  return isText(source) && isText(exact) && isText(prefix) && isText(suffix) ? { type: 'TextQuoteSelector', source, exact, prefix, suffix } : undefined;
}

/** Opens a text at the words; a document that the editor cannot show, as the text that was read from it. */
export async function openAt({ source, ...selector }: PassageTarget): Promise<void> {
  const uri = vscode.Uri.parse(source, true);
  const document = await vscode.workspace.openTextDocument(SHOWN.test(uri.path) ? uri : vscode.Uri.from({ scheme: SOURCE_SCHEME, path: `/${nameOf(uri)}.txt`, query: source }));
  const text = document.getText();
  const at = text.indexOf(`${selector.prefix}${selector.exact}${selector.suffix}`);
  const span = at === -1 ? findSelector(text, selector) : { start: at + selector.prefix.length, end: at + selector.prefix.length + selector.exact.length };
  if (span === undefined) { inform(vscode.l10n.t('These words no longer stand in {0}.', nameOf(uri))); }
  await vscode.window.showTextDocument(document, { preview: true, ...span === undefined ? {} : { selection: rangeInText(text, span) } });
}

class SourceTexts implements vscode.TextDocumentContentProvider {
  readonly #library: LibraryService;
  constructor(library: LibraryService) { this.#library = library; }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const client = await this.#library.open();
    return textView(await client.call('textPassages', uri.query));
  }
}

export function registerOpenPassage(library: LibraryService, { log }: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SOURCE_SCHEME, new SourceTexts(library)),
    registerCommand('rapporteur.openPassage', log, async value => {
      const target = targetFrom(value);
      // A link says only which text of the library it means, never which file.
      if (target === undefined || !library.files.some(file => file.uri === target.source)) { inform(vscode.l10n.t('The library does not have this text any more: import it again.')); return; }
      await openAt(target);
    }),
  );
}
