import * as vscode from 'vscode';
import { citationAt } from '../core/draft/find.ts';
import { citekeyFrom, registerCommand } from './commands.ts';
import { DRAFT_SELECTOR, toRange } from './convert.ts';
import { inform } from './inform.ts';
import type { Services } from './services.ts';

/** All places of a draft that cite a work. */
function placesOf(document: vscode.TextDocument, citekey: string, { drafts }: Services): vscode.Location[] {
  return drafts.read(document).citations.flatMap(cluster => cluster.items).filter(item => item.citekey === citekey)
    .map(item => new vscode.Location(document.uri, toRange(document, item.keySpan)));
}

/** *Go to References* on a key: every citation of the work in the draft. */
class CitationReferences implements vscode.ReferenceProvider {
  readonly #services: Services;
  constructor(services: Services) { this.#services = services; }

  provideReferences(document: vscode.TextDocument, position: vscode.Position): vscode.Location[] {
    const item = citationAt(this.#services.drafts.read(document), document.offsetAt(position));
    return item === undefined ? [] : placesOf(document, item.citekey, this.#services);
  }
}

export function registerShowCitations(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerReferenceProvider(DRAFT_SELECTOR, new CitationReferences(services)),
    registerCommand('rapporteur.showCitations', services.log, async target => {
      const editor = services.drafts.active;
      if (editor === undefined) { return 0; }
      const { document } = editor;
      const citekey = citekeyFrom(target) ?? citationAt(services.drafts.read(document), document.offsetAt(editor.selection.active))?.citekey;
      const places = citekey === undefined ? [] : placesOf(document, citekey, services);
      if (places.length === 0) {
        inform(vscode.l10n.t('This draft does not cite it. Put the cursor on a citation to see all of its places.'));
        return 0;
      }
      await vscode.commands.executeCommand('editor.action.showReferences', document.uri, places[0]!.range.start, places);
      return places.length;
    }),
  );
}
