import * as vscode from 'vscode';
import { describeKeyAt, suggestInEntry, type Suggestion } from '../core/corpus/frontMatterHelp.ts';
import { DRAFT_SELECTOR, toRange } from './convert.ts';
import { plainText } from './markdown.ts';
import type { Services } from './services.ts';

const { Property, EnumMember, Reference, Value, Snippet } = vscode.CompletionItemKind;
const KINDS: Readonly<Record<Suggestion['kind'], vscode.CompletionItemKind>> = { key: Property, value: EnumMember, entry: Reference, source: Reference, date: Value, snippet: Snippet };

/** Entries stand in `actors`, `events` and `concepts`, or in folders within. */
const ABOVE = ['../..', '../../..', '../../../..'];

/** Whether a file is of a corpus that is known, or stands where one of its entries would, and can be written. */
function isEntry({ uri }: vscode.TextDocument, { corpus }: Services): boolean {
  const isKnown = (one: vscode.Uri) => corpus.textOf(one.toString()) !== undefined;
  return uri.scheme !== 'rapporteur' && (isKnown(uri) || ABOVE.some(path => isKnown(vscode.Uri.joinPath(uri, path, 'corpus.yaml'))));
}

/** Keys, values, ids and citekeys in the front matter of entries, and whole entries in empty files. */
class EntryHelp implements vscode.CompletionItemProvider, vscode.HoverProvider {
  readonly #services: Services;
  constructor(services: Services) { this.#services = services; }

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.CompletionItem[] | undefined> {
    await this.#services.corpus.whenReady();
    if (token.isCancellationRequested || !isEntry(document, this.#services)) { return undefined; }
    const found = suggestInEntry(document.getText(), document.offsetAt(position), document.uri.path, this.#services.corpus.snapshot);
    return found.map((suggestion, index) => {
      const { kind, label, detail, documentation, insert, span } = suggestion;
      const item = new vscode.CompletionItem({ label, description: detail }, KINDS[kind]);
      item.insertText = new vscode.SnippetString(insert);
      item.range = toRange(document, span);
      item.documentation = new vscode.MarkdownString(plainText(documentation));
      // By name as well as by id.
      item.filterText = `${document.getText(item.range).replace(/[^\w@-].*$/s, '')} ${label} ${detail}`.trim();
      item.sortText = String(index).padStart(5, '0');
      return item;
    });
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    if (!isEntry(document, this.#services)) { return undefined; }
    const key = describeKeyAt(document.getText(), document.offsetAt(position) + 1, document.uri.path);
    if (key === undefined) { return undefined; }
    const options = key.options.length < 2 ? [] : [new vscode.MarkdownString(plainText(key.options.join(', ')))];
    return new vscode.Hover([new vscode.MarkdownString(plainText(key.text)), ...options], toRange(document, key.span));
  }
}

export function registerEntryHelp(services: Services): vscode.Disposable {
  const help = new EntryHelp(services);
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(DRAFT_SELECTOR, help, ' ', ':', '@', '"', '['),
    vscode.languages.registerHoverProvider(DRAFT_SELECTOR, help),
  );
}
