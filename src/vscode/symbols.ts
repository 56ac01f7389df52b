import * as vscode from 'vscode';
import { lookUp } from '../core/corpus/lookup.ts';
import { pickDescription } from '../core/views/entryNodes.ts';
import type { Services } from './services.ts';

class EntrySymbols implements vscode.WorkspaceSymbolProvider<vscode.SymbolInformation & { readonly key: string }> {
  readonly #services: Services;
  constructor(services: Services) { this.#services = services; }

  async provideWorkspaceSymbols(query: string): Promise<(vscode.SymbolInformation & { readonly key: string })[]> {
    await this.#services.corpus.whenReady();
    const { snapshot } = this.#services.corpus;
    return lookUp(snapshot, query, { classes: ['actor', 'event', 'concept'], limit: 100 }).flatMap(hit => {
      if (!('entry' in hit)) { return []; }
      const { entry } = hit;
      const kind = { actor: vscode.SymbolKind.Class, event: vscode.SymbolKind.Event, concept: vscode.SymbolKind.Key }[entry.class];
      const location = new vscode.Location(vscode.Uri.parse(entry.uri, true), new vscode.Position(0, 0));
      return [Object.assign(new vscode.SymbolInformation(entry.name, kind, pickDescription(entry, snapshot), location), { key: entry.key })];
    });
  }

  /** The place of the name is worked out for the one symbol that is opened. */
  async resolveWorkspaceSymbol(symbol: vscode.SymbolInformation & { readonly key: string }): Promise<typeof symbol> {
    const entry = this.#services.corpus.snapshot.entries.get(symbol.key);
    if (entry !== undefined) {
      const document = await vscode.workspace.openTextDocument(symbol.location.uri);
      symbol.location.range = new vscode.Range(document.positionAt(entry.nameSpan.start), document.positionAt(entry.nameSpan.end));
    }
    return symbol;
  }
}

export function registerSymbols(services: Services): vscode.Disposable {
  return vscode.languages.registerWorkspaceSymbolProvider(new EntrySymbols(services));
}
