import * as vscode from 'vscode';
import { hoverCards } from '../core/views/hover.ts';
import { DRAFT_SELECTOR, toRange } from './convert.ts';
import { setMarkdown, toMarkdown } from './markdown.ts';
import type { Services } from './services.ts';

class DraftHover implements vscode.HoverProvider {
  readonly #services: Services;
  constructor(services: Services) { this.#services = services; }

  async provideHover(document: vscode.TextDocument, position: vscode.Position, token: vscode.CancellationToken): Promise<vscode.Hover | undefined> {
    await this.#services.corpus.whenReady();
    if (token.isCancellationRequested) { return undefined; }
    const { asOf, bibliographies, corpus, drafts, setDrafts } = this.#services;
    const reading = drafts.read(document);
    const limit = vscode.workspace.getConfiguration('rapporteur', document).get('hover.statements', 3);
    const hit = hoverCards(reading, document.offsetAt(position), corpus.snapshot, bibliographies.of(document).sources, limit, asOf.date);
    if (hit === undefined) { return undefined; }
    const set = hit.cited && await setDrafts.reference(document, hit.cited.source.item, hit.cited.suffixText);
    const [first, ...more] = hit.cards;
    return new vscode.Hover([...first === undefined ? [] : [toMarkdown(first, set && setMarkdown(set))], ...more.map(card => toMarkdown(card))], toRange(document, hit.span));
  }
}

export function registerHover(services: Services): vscode.Disposable {
  return vscode.languages.registerHoverProvider(DRAFT_SELECTOR, new DraftHover(services));
}
