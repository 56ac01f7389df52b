import * as vscode from 'vscode';
import type { Passage } from '../../core/library/types.ts';
import { selectorOf, type TextQuoteSelector } from '../../core/quotations/anchor.ts';
import type { Span } from '../../core/text.ts';
import { onCommand } from '../commands.ts';
import { registerPassages } from '../onDemand/passages.ts';
import type { Services } from '../services.ts';
import type { LibraryService } from './libraryService.ts';

/** Texts of documents that the editor cannot show, as the library read them. */
export const SOURCE_SCHEME = 'rapporteur-text';

/** Where words stand: the address of a text of the library, and their selector. */
export interface PassageTarget extends TextQuoteSelector {
  readonly source: string;
}

export function targetOf(passage: Passage, span: Span): PassageTarget {
  return { source: passage.textKey, ...selectorOf(passage, span) };
}

class SourceTexts implements vscode.TextDocumentContentProvider {
  readonly #library: LibraryService;
  constructor(library: LibraryService) { this.#library = library; }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const client = await this.#library.open();
    return client.call('textView', uri.query);
  }
}

export function registerOpenPassage(services: Services): vscode.Disposable {
  const { library } = services;
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SOURCE_SCHEME, new SourceTexts(library)),
    onCommand(['rapporteur.openPassage'], () => registerPassages(services)),
  );
}
