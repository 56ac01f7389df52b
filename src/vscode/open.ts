import * as vscode from 'vscode';
import type { Span } from '../core/text.ts';
import { citekeyFrom, keyFrom, nodeFrom, registerCommand } from './commands.ts';
import { toRange } from './convert.ts';
import type { Services } from './services.ts';

interface Target { readonly uri: string; readonly span: Span }

/** Where a row, a key or a statement id leads: always a place that the corpus or the open draft itself names. */
function placeOf(target: unknown, { corpus }: Services): Target | undefined {
  const node = nodeFrom(target);
  if (node?.place !== undefined) { return node.place; }
  const entry = corpus.snapshot.entries.get(keyFrom(target) ?? '');
  if (entry !== undefined) { return { uri: entry.uri, span: entry.nameSpan }; }
  const id = typeof target === 'object' && target !== null && 'id' in target ? target.id : target;
  const statement = corpus.snapshot.statements.find(known => known.id === id);
  return statement && { uri: statement.uri, span: statement.span };
}

async function show(target: Target, { drafts }: Services): Promise<void> {
  const uri = vscode.Uri.parse(target.uri, true);
  if (uri.scheme === 'zotero') {
    await vscode.env.openExternal(uri);
    return;
  }
  await drafts.browse(uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const { start } = toRange(document, target.span);
  const range = new vscode.Range(start, document.positionAt(target.span.end));
  // What is opened from the timeline or the preview does not hide it: the place of a text is the better one. The column is
  // named, as the active one may be another by now: the extension hears of a click in a page before it hears of its focus.
  const viewColumn = vscode.window.activeTextEditor?.viewColumn ?? drafts.column;
  await vscode.window.showTextDocument(document, { viewColumn, selection: range, preview: true });
}

export function registerOpen(services: Services): vscode.Disposable {
  const missing = () => vscode.window.showInformationMessage(vscode.l10n.t('That is no longer in any corpus.'));
  return vscode.Disposable.from(
    registerCommand('rapporteur.openEntry', services.log, async target => {
      const place = placeOf(target, services);
      if (place === undefined) { void missing(); return; }
      await show(place, services);
    }),
    registerCommand('rapporteur.openSource', services.log, async target => {
      const source = services.bibliographies.of(services.drafts.active?.document).sources.get(citekeyFrom(target) ?? '');
      if (source === undefined) { void missing(); return; }
      await show(source, services);
    }),
  );
}
