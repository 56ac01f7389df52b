import * as vscode from 'vscode';
import type { Entry } from '../core/corpus/types.ts';
import { citationAt, mentionAt, mentionsOf } from '../core/draft/index.ts';
import { mayName } from '../core/draft/mayName.ts';
import { spanTouches, type Span } from '../core/text.ts';
import { DRAFT_SELECTOR, rangesInText, toRange } from './convert.ts';
import type { Services } from './services.ts';
import { workspaceReadings } from './workspaceReadings.ts';

/** Where an entry is named: the places in a draft, those in all drafts, and the way to the entry itself. */
class Mentions implements vscode.DocumentHighlightProvider, vscode.DefinitionProvider, vscode.ReferenceProvider {
  readonly #services: Services;
  constructor(services: Services) { this.#services = services; }

  /** All mentions of what is named at the cursor, in whatever words; or all citations of the work that is cited there. */
  provideDocumentHighlights(document: vscode.TextDocument, position: vscode.Position): vscode.DocumentHighlight[] | undefined {
    const reading = this.#services.drafts.read(document);
    const offset = document.offsetAt(position);
    const cited = citationAt(reading, offset);
    const mention = mentionAt(reading, offset);
    const spans: readonly Span[] = cited !== undefined && spanTouches(cited.keySpan, offset)
      ? reading.citations.flatMap(({ items }) => items).filter(({ citekey }) => citekey === cited.citekey).map(({ keySpan }) => keySpan)
      : mention === undefined ? [] : reading.mentions.filter(({ keys }) => keys.join('\n') === mention.keys.join('\n'));
    // Where nothing is known, the editor marks equal words by itself.
    return spans.length === 0 ? undefined : spans.map(span => new vscode.DocumentHighlight(toRange(document, span), vscode.DocumentHighlightKind.Text));
  }

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[]> {
    const reading = this.#services.drafts.read(document);
    const mention = mentionAt(reading, document.offsetAt(position));
    const links = (mention?.keys ?? []).flatMap(key => this.#services.corpus.snapshot.entries.get(key) ?? []).map(async ({ uri, nameSpan }) => {
      const file = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      return { originSelectionRange: toRange(document, mention!), targetUri: file.uri, targetRange: toRange(file, nameSpan) };
    });
    return Promise.all(links);
  }

  /** Every mention in the workspace; for a name that could be several, the mentions of each. */
  async provideReferences(document: vscode.TextDocument, position: vscode.Position, { includeDeclaration }: vscode.ReferenceContext, token: vscode.CancellationToken): Promise<vscode.Location[]> {
    const entries = entriesAt(document, position, this.#services);
    if (entries.length === 0) { return []; }
    const found: vscode.Location[] = [];
    if (includeDeclaration) {
      for (const { uri, nameSpan } of entries) {
        const file = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
        found.push(new vscode.Location(file.uri, toRange(file, nameSpan)));
      }
    }
    for await (const { uri, reading } of workspaceReadings(this.#services, token, text => entries.some(entry => mayName(text, entry)))) {
      const spans = entries.flatMap(({ key }) => mentionsOf(reading, key));
      found.push(...rangesInText(reading.text, spans).map(range => new vscode.Location(uri, range)));
    }
    return found;
  }
}

/** What is named at a place of a draft, or by the name in the file of an entry itself. */
export function entriesAt(document: vscode.TextDocument, position: vscode.Position, { corpus, drafts }: Services): readonly Entry[] {
  const offset = document.offsetAt(position);
  const { entries } = corpus.snapshot;
  const mention = mentionAt(drafts.read(document), offset);
  if (mention !== undefined) { return mention.keys.flatMap(key => entries.get(key) ?? []); }
  const uri = document.uri.toString();
  return corpus.textOf(uri) === undefined ? [] : [...entries.values()].filter(entry => entry.uri === uri && spanTouches(entry.nameSpan, offset));
}

export function registerMentions(services: Services): vscode.Disposable {
  const mentions = new Mentions(services);
  return vscode.Disposable.from(
    vscode.languages.registerDocumentHighlightProvider(DRAFT_SELECTOR, mentions),
    vscode.languages.registerDefinitionProvider(DRAFT_SELECTOR, mentions),
    vscode.languages.registerReferenceProvider(DRAFT_SELECTOR, mentions),
  );
}
