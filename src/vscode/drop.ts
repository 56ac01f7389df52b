import * as vscode from 'vscode';
import { DRAFT_SELECTOR } from './convert.ts';
import { DRAG_MIME } from './tree.ts';

/** A row dragged from the sidebar into a draft: its name or its citation goes in where it is dropped. */
class SubjectDrop implements vscode.DocumentDropEditProvider {
  async provideDocumentDropEdits(_document: vscode.TextDocument, _position: vscode.Position, data: vscode.DataTransfer): Promise<vscode.DocumentDropEdit | undefined> {
    if (data.get(DRAG_MIME) === undefined) { return undefined; }
    const text = await data.get('text/plain')?.asString();
    return text === undefined || text === '' ? undefined
      : new vscode.DocumentDropEdit(text.replace(/\r?\n/g, ' '), vscode.l10n.t('Insert from Rapporteur'), vscode.DocumentDropOrPasteEditKind.Empty.append('rapporteur'));
  }
}

export function registerDrop(): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(DRAFT_SELECTOR, new SubjectDrop(), {
    dropMimeTypes: [DRAG_MIME], providedDropEditKinds: [vscode.DocumentDropOrPasteEditKind.Empty.append('rapporteur')],
  });
}
