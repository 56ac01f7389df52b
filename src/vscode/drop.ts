import * as vscode from 'vscode';
import { insertCitation, type CitationForm } from '../core/citations/insert.ts';
import { insertName } from '../core/draft/insertName.ts';
import { citationFrom, type CitationArgument } from './commands.ts';
import { DRAFT_SELECTOR, toWorkspaceEdit } from './convert.ts';
import { DRAG_MIME } from './tree.ts';

const KIND = vscode.DocumentDropOrPasteEditKind.Empty.append('rapporteur');

/** A row dragged from the sidebar into a draft: a name goes in beside the word it is dropped on, a citation where citations go. */
class SubjectDrop implements vscode.DocumentDropEditProvider {
  async provideDocumentDropEdits(document: vscode.TextDocument, position: vscode.Position, data: vscode.DataTransfer, token: vscode.CancellationToken): Promise<vscode.DocumentDropEdit | undefined> {
    const { names, citations } = draggedIn(await data.get(DRAG_MIME)?.asString() ?? '');
    if (token.isCancellationRequested || names.length + citations.length === 0) { return undefined; }
    const title = vscode.l10n.t('Insert from Rapporteur');
    const form = vscode.workspace.getConfiguration('rapporteur', document).get<CitationForm>('citation.form', 'bracketed');
    const offset = document.offsetAt(position);
    const text = document.getText();
    const { edits } = citations.length === 0 ? insertName(text, offset, names.join(', ')) : insertCitation(text, offset, citations, form);
    const [edit] = edits;
    // The editor puts the cursor behind what goes in at the place of the drop.
    if (edits.length === 1 && edit?.span.start === offset && edit.span.end === offset) { return new vscode.DocumentDropEdit(edit.newText, title, KIND); }
    const drop = new vscode.DocumentDropEdit('', title, KIND);
    drop.additionalEdit = toWorkspaceEdit(document, edits);
    return drop;
  }
}

/** What a drag carries, as far as it is of the shape that our trees give it. */
function draggedIn(json: string): { readonly names: readonly string[]; readonly citations: readonly CitationArgument[] } {
  let parsed: unknown;
  try { parsed = JSON.parse(json); } catch { parsed = []; }
  const all: readonly unknown[] = Array.isArray(parsed) ? parsed : [];
  return {
    names: all.flatMap(one => typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string' ? one.name.replace(/\s+/g, ' ').slice(0, 500) : []),
    citations: all.flatMap(one => citationFrom(one) ?? []),
  };
}

export function registerDrop(): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(DRAFT_SELECTOR, new SubjectDrop(), { dropMimeTypes: [DRAG_MIME], providedDropEditKinds: [KIND] });
}
