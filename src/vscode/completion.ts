import * as vscode from 'vscode';
import { completionContext, type CompletionContext } from '../core/citations/completion.ts';
import { citekeyText } from '../core/citations/insert.ts';
import { locatorIn } from '../core/citations/locatorWords.ts';
import { rankSources } from '../core/citations/match.ts';
import { formatReference, shortReference } from '../core/citations/reference.ts';
import { suggestLocators } from '../core/corpus/locatorSuggestions.ts';
import { blockAt } from '../core/draft/index.ts';
import type { DraftReading } from '../core/draft/types.ts';
import { DRAFT_SELECTOR, isDraft, toRange } from './convert.ts';
import { plainText } from './markdown.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';

/** Blocks in which an `@` is never a citation. */
export const NOT_PROSE: ReadonlySet<string> = new Set(['front-matter', 'code', 'html', 'math']);
/** Keys in one list; the next letter makes another list. */
const MOST_KEYS = 60;
const TEXTS_SHOWN = 6;

class CitationCompletion implements vscode.CompletionItemProvider {
  readonly #services: Services;
  constructor(services: Services) { this.#services = services; }

  async provideCompletionItems(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.CompletionList | undefined> {
    await this.#services.corpus.whenReady();
    if (token.isCancellationRequested) { return undefined; }
    const offset = document.offsetAt(position);
    const reading = this.#services.drafts.read(document);
    const block = blockAt(reading, offset);
    if (block !== undefined && NOT_PROSE.has(block.kind)) { return undefined; }
    const context = completionContext(reading.text, offset, block);
    switch (context?.kind) {
      case 'key': return this.#keys(document, reading, context, offset);
      case 'locator': return new vscode.CompletionList(this.#locators(reading, context.citekey, toRange(document, context.span)));
      case undefined: return undefined;
    }
  }

  /** Keys, found by author, title, year and key in any order; those that the draft already cites come first. */
  #keys(document: vscode.TextDocument, reading: DraftReading, { span, typed, firstWord }: Extract<CompletionContext, { kind: 'key' }>, offset: number): vscode.CompletionList | undefined {
    const { sources } = this.#services.bibliographies.of(document);
    // What follows a key that is there is its suffix.
    if (firstWord !== undefined && sources.has(firstWord)) { return undefined; }
    const uses = new Map<string, number>();
    for (const item of reading.citations.flatMap(cluster => cluster.items)) {
      // The key at the cursor is no use of itself.
      if (item.keySpan.end <= span.start || item.keySpan.start > span.end) { uses.set(item.citekey, (uses.get(item.citekey) ?? 0) + 1); }
    }
    // A key that is there is replaced whole; the word before which a new one is typed stays.
    const replacing = toRange(document, span);
    const range = sources.has(reading.text.slice(span.start, span.end)) ? replacing : { inserting: toRange(document, { start: span.start, end: offset }), replacing };
    const isBraced = reading.text.charAt(span.start - 1) === '{';
    const items = rankSources(typed, sources, uses, MOST_KEYS).map(({ citekey, item }, index) => {
      const reference = formatReference(item);
      const completion = new vscode.CompletionItem({ label: citekey, description: shortReference(item) }, vscode.CompletionItemKind.Reference);
      completion.detail = typeof item.title === 'string' ? item.title : '';
      completion.documentation = new vscode.MarkdownString(plainText(reference));
      completion.range = range;
      completion.insertText = isBraced ? citekey : citekeyText(citekey).slice(1);
      // The list is in order already: what was typed begins every text that the editor compares it with.
      completion.filterText = `${typed} ${citekey} ${reference}`;
      completion.sortText = String(index).padStart(4, '0');
      return completion;
    });
    return new vscode.CompletionList(items, true);
  }

  /** Locators that statements, the work's outline and the draft know. */
  #locators(reading: DraftReading, citekey: string, range: vscode.Range): vscode.CompletionItem[] {
    const cited = reading.citations.flatMap(cluster => cluster.items).filter(item => item.citekey === citekey).map(item => item.suffixText);
    return suggestLocators(this.#services.corpus.snapshot, citekey, cited).map(({ suffixText, texts, kind, uses }, index) => {
      const completion = new vscode.CompletionItem({ label: suffixText, description: describe(kind, texts, uses) }, vscode.CompletionItemKind.Value);
      completion.range = range;
      completion.insertText = locatorIn(reading.text, suffixText);
      completion.filterText = `${suffixText} ${texts.join(' ')}`;
      completion.sortText = String(index).padStart(5, '0');
      completion.documentation = new vscode.MarkdownString(texts.slice(0, TEXTS_SHOWN).map(text => `- ${plainText(text)}`).join('\n'));
      return completion;
    });
  }
}

function describe(kind: 'statement' | 'section' | 'note' | 'draft', texts: readonly string[], uses: number): string {
  const cited = uses === 0 ? '' : uses === 1 ? vscode.l10n.t('cited once') : vscode.l10n.t('cited {0} times', uses);
  const known = kind === 'statement' ? (texts.length === 1 ? vscode.l10n.t('1 statement') : vscode.l10n.t('{0} statements', texts.length)) : kind === 'section' ? texts[0] ?? '' : '';
  return [cited, known].filter(Boolean).join(' · ');
}

/** After bibliographies have been read. */
const PAUSE_MS = 500;

/** The first list out of thousands of sources takes several times as long as the next; it is made while nobody waits for it. */
function makeFirstList({ bibliographies }: Services): void {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined || !isDraft(document)) { return; }
  for (const { item } of rankSources('a', bibliographies.of(document).sources, undefined, MOST_KEYS)) {
    shortReference(item);
    formatReference(item);
  }
}

export function registerCompletion(services: Services): vscode.Disposable {
  const soon = runSoon(() => makeFirstList(services), PAUSE_MS);
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(DRAFT_SELECTOR, new CitationCompletion(services), '@', ',', ' '),
    services.bibliographies.onDidChange(() => soon.schedule()), soon,
  );
}
