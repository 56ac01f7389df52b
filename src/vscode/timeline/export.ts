import * as vscode from 'vscode';
import { EXPORT_FORMATS } from '../../core/timeline/exports.ts';
import { eventsOf, figureSvg, FIGURE } from '../../core/timeline/figure.ts';
import type { TimelineData, ViewState } from '../../core/timeline/types.ts';
import { writeFileAtomic } from '../../engine/writeFile.ts';
import type { Services } from '../services.ts';

export interface ExportTarget {
  /** `svg`, `png` or the id of a format. */
  readonly format: string;
  readonly uri: vscode.Uri;
}

/** Asks how and where; `undefined` when the writer thought better of it. */
export async function pickExport({ drafts }: Services): Promise<ExportTarget | undefined> {
  const picked = await vscode.window.showQuickPick([
    { label: vscode.l10n.t('Picture (SVG)'), format: 'svg', extension: 'svg' }, { label: vscode.l10n.t('Picture (PNG)'), format: 'png', extension: 'png' },
    ...EXPORT_FORMATS.map(format => ({ label: format.title, format: format.id, extension: format.extension })),
  ], { placeHolder: vscode.l10n.t('Export the timeline as') });
  if (picked === undefined) { return undefined; }
  const folder = drafts.active === undefined ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(drafts.active.document.uri, '..');
  const uri = await vscode.window.showSaveDialog({
    filters: { [picked.label]: [picked.extension] }, title: vscode.l10n.t('Export Timeline'),
    ...folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `timeline.${picked.extension}`) },
  });
  return uri === undefined ? undefined : { format: picked.format, uri };
}

/** Writes the events that the filter lets through. @returns what was done, in a sentence */
export async function writeExport({ format, uri }: ExportTarget, data: TimelineData, state: ViewState, { corpus, drafts }: Services): Promise<string> {
  const document = drafts.active?.document;
  const mentioned = new Set(document === undefined ? [] : drafts.read(document).mentions.flatMap(mention => mention.keys));
  const { corpora } = corpus.snapshot;
  const title = corpora.length === 1 ? corpora[0]?.title ?? '' : '';
  const other = EXPORT_FORMATS.find(one => one.id === format);
  await write(uri, other === undefined ? figureSvg(data, state, mentioned, { ...FIGURE, title: title === '' ? vscode.l10n.t('Timeline') : title })
    : other.write(eventsOf(data, state, mentioned), data));
  return written(uri);
}

/** @param png a PNG file in base64, as the page drew it */
export async function writePng(uri: vscode.Uri, png: string | null): Promise<string> {
  const bytes = Buffer.from(png ?? '', 'base64');
  if (bytes.subarray(0, 8).toString('latin1') !== '\u0089PNG\r\n\u001a\n') { return vscode.l10n.t('The picture could not be drawn.'); }
  await vscode.workspace.fs.writeFile(uri, bytes);
  return written(uri);
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  if (uri.scheme === 'file') { await writeFileAtomic(uri.fsPath, text); } else { await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text)); }
}

const written = (uri: vscode.Uri) => vscode.l10n.t('{0} written', uri.path.split('/').pop() ?? '');
