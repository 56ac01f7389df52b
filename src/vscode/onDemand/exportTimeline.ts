import * as vscode from 'vscode';
import { EXPORT_FORMATS } from '../../core/timeline/exports.ts';
import { fenceOf } from '../../core/timeline/fence.ts';
import { eventsOf, FIGURE } from '../../core/timeline/figure.ts';
import type { TimelineData, ViewState } from '../../core/timeline/types.ts';
import { writeFileAtomic } from '../../engine/writeFile.ts';
import type { Services } from '../services.ts';
import { figureWriter } from '../timeline/figures.ts';
import { t } from '../../core/l10n.ts';

/** Asks how and where, and writes what the filter lets through. @returns what was done, in a sentence; `undefined` when the writer thought better of it */
export async function exportTimeline(data: TimelineData, state: ViewState, services: Services): Promise<string | undefined> {
  const { drafts } = services;
  const picked = await vscode.window.showQuickPick([
    { label: vscode.l10n.t('Picture (SVG)'), format: 'svg', extension: 'svg' }, { label: vscode.l10n.t('Picture (PNG)'), format: 'png', extension: 'png' },
    ...drafts.active === undefined ? [] : [{ label: vscode.l10n.t('Figure in the draft'), description: '```timeline', format: 'fence', extension: '' }],
    ...EXPORT_FORMATS.map(format => ({ label: t(format.title), format: format.id, extension: format.extension })),
  ], { placeHolder: vscode.l10n.t('Export the timeline as') });
  if (picked === undefined) { return undefined; }
  if (picked.format === 'fence') { return insertFence(data, state, services); }
  const folder = drafts.active === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(drafts.active.document.uri, '..');
  const uri = await vscode.window.showSaveDialog({
    filters: { [picked.label]: [picked.extension] }, title: vscode.l10n.t('Export Timeline'),
    ...folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `timeline.${picked.extension}`) },
  });
  return uri === undefined ? undefined : write(picked.format, uri, data, state, services);
}

async function write(format: string, uri: vscode.Uri, data: TimelineData, state: ViewState, { corpus, drafts, extensionUri }: Services): Promise<string> {
  const document = drafts.active?.document;
  const mentioned = document === undefined ? [] : drafts.read(document).mentions.flatMap(mention => mention.keys);
  const name = uri.path.split('/').pop() ?? '';
  const other = EXPORT_FORMATS.find(one => one.id === format);
  if (other !== undefined) {
    await writeFile(uri, other.write(eventsOf(data, state, new Set(mentioned)), data));
    return vscode.l10n.t('{0} written', name);
  }
  const { corpora } = corpus.snapshot;
  const title = (corpora.length === 1 ? corpora[0]?.title : undefined) ?? vscode.l10n.t('Timeline');
  const writer = figureWriter(extensionUri, format === 'png' ? 'png' : 'svg');
  const { grouping, filter, order, span } = state;
  const { bytes, missing } = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Drawing the timeline') },
    () => writer.write({ data, state: { grouping, filter, order, span }, mentioned, options: { ...FIGURE, title } }));
  await writeFile(uri, bytes);
  return missing.length === 0 ? vscode.l10n.t('{0} written', name)
    : vscode.l10n.t('{0} written; its font has no {1}, and boxes stand there. A picture as SVG has all letters.', name, missing.slice(0, 8).join(' '));
}

async function writeFile(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  if (uri.scheme === 'file') { await writeFileAtomic(uri.fsPath, content); } else { await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content); }
}

/** Puts the figure into the draft as a fence, which the preview and exported documents draw: before the paragraph of the cursor. */
async function insertFence(data: TimelineData, state: ViewState, { drafts }: Services): Promise<string> {
  const editor = drafts.active;
  if (editor === undefined) { return vscode.l10n.t('Open a Markdown draft first: that is where it goes.'); }
  const { document } = editor;
  let { line } = editor.selection.active;
  while (line > 0 && document.lineAt(line - 1).text.trim() !== '') { line--; }
  const done = await editor.edit(builder => { builder.insert(new vscode.Position(line, 0), `${fenceOf(state, data)}\n\n`); });
  return done ? vscode.l10n.t('Timeline inserted') : vscode.l10n.t('The document cannot be changed: it may be open for reading only.');
}
