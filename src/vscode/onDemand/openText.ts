import * as vscode from 'vscode';
import { rangeInText } from '../convert.ts';
import { inform } from '../inform.ts';
import { nameOf, type LibraryService } from '../library/libraryService.ts';
import { SOURCE_SCHEME, type PassageTarget } from '../library/openPassage.ts';

const SHOWN = /\.(?:txt|text|md|markdown|qmd)$/i;

/** Opens a text as it was read, at the words. */
export async function openText({ source, ...selector }: PassageTarget, library: LibraryService, viewColumn = vscode.ViewColumn.Active): Promise<void> {
  const uri = vscode.Uri.parse(source, true);
  const document = await vscode.workspace.openTextDocument(SHOWN.test(uri.path) ? uri : vscode.Uri.from({ scheme: SOURCE_SCHEME, path: `/${nameOf(uri)}.txt`, query: source }));
  const text = document.getText();
  const at = text.indexOf(`${selector.prefix}${selector.exact}${selector.suffix}`);
  const span = at === -1 ? await (await library.open()).call('find', { text, selector }) : { start: at + selector.prefix.length, end: at + selector.prefix.length + selector.exact.length };
  if (span === undefined) { inform(vscode.l10n.t('These words no longer stand in {0}.', nameOf(uri))); }
  await vscode.window.showTextDocument(document, { preview: true, viewColumn, ...span === undefined ? {} : { selection: rangeInText(text, span) } });
}
