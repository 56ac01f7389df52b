import * as vscode from 'vscode';
import { completionContext } from '../../core/citations/completion.ts';
import { locatorIn } from '../../core/citations/locatorWords.ts';
import type { Locator } from '../../core/citations/types.ts';
import { suggestLocators } from '../../core/corpus/locatorSuggestions.ts';
import { citationAt } from '../../core/draft/find.ts';
import { blockAt } from '../../core/draft/index.ts';
import { partOnPage } from '../../core/library/corpusTexts.ts';
import { excerptOf } from '../../core/library/highlight.ts';
import { EMPTY_QUERY, type Query } from '../../core/library/query.ts';
import { NOT_PROSE } from '../completion.ts';
import { DRAFT_SELECTOR, toRange } from '../convert.ts';
import { commandUri, plainText } from '../markdown.ts';
import type { Services } from '../services.ts';
import type { LibraryService } from './libraryService.ts';
import { targetOf } from './openPassage.ts';
import { placeOfHit } from './resultsTree.ts';

const MOST_PASSAGES = 2;

/**
 * What the full text of a cited work has: passages at the place that a citation names, in a hover, and the places that there
 * are, after its key. Of works without a text in the library nothing is asked.
 */
class CitedPlaces implements vscode.HoverProvider, vscode.CompletionItemProvider {
  readonly #library: LibraryService;
  readonly #services: Services;
  constructor(library: LibraryService, services: Services) {
    this.#library = library;
    this.#services = services;
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> {
    const offset = document.offsetAt(position);
    const item = citationAt(this.#services.drafts.read(document), offset);
    const span = [item?.keySpan, item?.locatorSpan].find(one => one !== undefined && one.start <= offset && offset < one.end);
    const place = item?.locator && placeOf(item.locator);
    if (item === undefined || span === undefined || place === undefined || !this.#hasText(item.citekey)) { return undefined; }
    const client = await this.#library.open();
    const { hits } = await client.call('search', { query: { ...EMPTY_QUERY, ...place, shelves: ['sources'], sources: [item.citekey] }, limit: MOST_PASSAGES });
    const passages = hits.filter(({ citekey }) => citekey === item.citekey);
    if (token.isCancellationRequested || passages.length === 0) { return undefined; }
    const markdown = new vscode.MarkdownString(passages.map(hit => {
      const page = place.page ?? hit.page;
      const part = place.page === undefined ? { start: 0, end: hit.text.length } : partOnPage(hit, page);
      const end = part.start + excerptOf(hit.text.slice(part.start, part.end), []).end;
      const words = `${hit.text.slice(part.start, end).trim()}${end < part.end ? ' …' : ''}`;
      return `> ${plainText(words)}\n\n*${plainText(placeOfHit({ ...hit, page }))}* [${plainText(vscode.l10n.t('Open the source at these words'))}](${commandUri('rapporteur.openPassage', targetOf(hit, { start: part.start, end }))})`;
    }).join('\n\n'));
    markdown.isTrusted = { enabledCommands: ['rapporteur.openPassage'] };
    return new vscode.Hover(markdown, toRange(document, span));
  }

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.CompletionItem[] | undefined> {
    const offset = document.offsetAt(position);
    const reading = this.#services.drafts.read(document);
    const block = blockAt(reading, offset);
    const context = block !== undefined && NOT_PROSE.has(block.kind) ? undefined : completionContext(reading.text, offset, block);
    if (context?.kind !== 'locator' || !this.#hasText(context.citekey)) { return undefined; }
    const places = await (await this.#library.open()).call('places', context.citekey);
    if (token.isCancellationRequested) { return undefined; }
    const cited = reading.citations.flatMap(({ items }) => items).filter(({ citekey }) => citekey === context.citekey).map(({ suffixText }) => suffixText);
    const known = new Set(suggestLocators(this.#services.corpus.snapshot, context.citekey, cited).map(({ suffixText }) => suffixText));
    return places.filter(place => !known.has(place)).map((place, index) => {
      const completion = new vscode.CompletionItem({ label: place, description: vscode.l10n.t('in its full text') }, vscode.CompletionItemKind.Value);
      completion.range = toRange(document, context.span);
      completion.insertText = locatorIn(reading.text, place);
      // After those that statements and the draft know.
      completion.sortText = `z${String(index).padStart(5, '0')}`;
      return completion;
    });
  }

  #hasText(citekey: string): boolean {
    return this.#library.files.some(file => file.citekey === citekey);
  }
}

/** Where the library looks: `41-43` begins on page 41. */
function placeOf({ label, value }: Locator): Pick<Query, 'page' | 'section'> | undefined {
  const [first] = /^[\w.]*\w/.exec(value.trim()) ?? [];
  return first === undefined ? undefined : label === 'page' ? { page: first, section: undefined } : label === 'section' ? { page: undefined, section: first } : undefined;
}

export function registerCitedPlaces(library: LibraryService, services: Services): vscode.Disposable {
  const places = new CitedPlaces(library, services);
  return vscode.Disposable.from(vscode.languages.registerHoverProvider(DRAFT_SELECTOR, places), vscode.languages.registerCompletionItemProvider(DRAFT_SELECTOR, places, ',', ' '));
}
