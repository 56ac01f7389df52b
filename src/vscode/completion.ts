import * as vscode from 'vscode';
import { completionContext } from '../core/citations/completion.ts';
import { formatReference, shortReference } from '../core/citations/reference.ts';
import { statementsCiting } from '../core/corpus/queries.ts';
import { blockAt } from '../core/draft/index.ts';
import { DRAFT_SELECTOR, toRange } from './convert.ts';
import { plainText } from './markdown.ts';
import type { Services } from './services.ts';

/** Blocks in which an `@` is never a citation. */
const NOT_PROSE: ReadonlySet<string> = new Set(['front-matter', 'code', 'html', 'math']);

class CitationCompletion implements vscode.CompletionItemProvider {
  readonly #services: Services;
  constructor(services: Services) { this.#services = services; }

  provideCompletionItems(document: vscode.TextDocument, position: vscode.Position): vscode.CompletionItem[] {
    const offset = document.offsetAt(position);
    const reading = this.#services.drafts.read(document);
    const block = blockAt(reading, offset);
    if (block !== undefined && NOT_PROSE.has(block.kind)) { return []; }
    const context = completionContext(reading.text, offset, block);
    switch (context?.kind) {
      case 'key': return this.#keys(document, toRange(document, context.span));
      case 'locator': return this.#locators(context.citekey, toRange(document, context.span));
      case undefined: return [];
    }
  }

  /** Keys, found by author, title, year and key in any order; those that the draft already cites come first. */
  #keys(document: vscode.TextDocument, range: vscode.Range): vscode.CompletionItem[] {
    const uses = new Map<string, number>();
    for (const item of this.#services.drafts.read(document).citations.flatMap(cluster => cluster.items)) {
      uses.set(item.citekey, (uses.get(item.citekey) ?? 0) + 1);
    }
    return [...this.#services.bibliographies.of(document).sources.values()].map(({ citekey, item }) => {
      const completion = new vscode.CompletionItem({ label: citekey, description: shortReference(item) }, vscode.CompletionItemKind.Reference);
      completion.detail = typeof item.title === 'string' ? item.title : '';
      completion.documentation = new vscode.MarkdownString(plainText(formatReference(item)));
      completion.range = range;
      completion.insertText = citekey;
      completion.filterText = `${citekey} ${formatReference(item)}`;
      completion.sortText = `${String(9999 - (uses.get(citekey) ?? 0)).padStart(4, '0')} ${citekey}`;
      return completion;
    });
  }

  /** Locators that statements know for the work, in the order in which they stand in it. */
  #locators(citekey: string, range: vscode.Range): vscode.CompletionItem[] {
    const { snapshot } = this.#services.corpus;
    const known = new Map<string, string[]>();
    for (const statement of statementsCiting(snapshot, citekey)) {
      for (const { suffixText } of statement.citations.filter(citation => citation.citekey === citekey && citation.suffixText !== '')) {
        known.set(suffixText, [...known.get(suffixText) ?? [], statement.text]);
      }
    }
    const order = new Intl.Collator('en', { numeric: true });
    return [...known].sort(([a], [b]) => order.compare(a, b)).map(([suffixText, texts], index) => {
      const completion = new vscode.CompletionItem({ label: suffixText, description: texts.length === 1 ? vscode.l10n.t('1 statement') : vscode.l10n.t('{0} statements', texts.length) }, vscode.CompletionItemKind.Value);
      completion.range = range;
      completion.insertText = suffixText;
      completion.filterText = `${suffixText} ${texts.join(' ')}`;
      completion.sortText = String(index).padStart(5, '0');
      completion.documentation = new vscode.MarkdownString(texts.slice(0, 6).map(text => `- ${plainText(text)}`).join('\n'));
      return completion;
    });
  }
}

export function registerCompletion(services: Services): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(DRAFT_SELECTOR, new CitationCompletion(services), '@', ',', ' ');
}
