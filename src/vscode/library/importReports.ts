import * as vscode from 'vscode';
import { countStates, importReport, type ImportRow, type ImportState } from '../../core/library/importReport.ts';
import { registerCommand, runCommand } from '../commands.ts';
import { Disposable } from '../disposable.ts';
import { inform, reasonOf } from '../inform.ts';

const SCHEME = 'rapporteur-import';
const ROWS = 'library.lastImport';
const MAX_ROWS = 2000;
const URI = vscode.Uri.from({ scheme: SCHEME, path: '/Import.md' });

/** What became of the files of the last import: told in a sentence, and in full in a document that nobody has to save. */
export class ImportReports extends Disposable implements vscode.TextDocumentContentProvider {
  readonly #state: vscode.Memento;
  readonly #log: vscode.LogOutputChannel;
  readonly #onDidChange = this.own(new vscode.EventEmitter<vscode.Uri>());
  readonly onDidChange = this.#onDidChange.event;

  constructor(state: vscode.Memento, log: vscode.LogOutputChannel) {
    super();
    this.#state = state;
    this.#log = log;
    this.own(vscode.workspace.registerTextDocumentContentProvider(SCHEME, this));
    this.own(registerCommand('rapporteur.showImportReport', log, () => this.show()));
  }

  get rows(): readonly ImportRow[] {
    return this.#state.get<readonly ImportRow[]>(ROWS, []);
  }

  provideTextDocumentContent(): string {
    return importReport(this.rows, { title: vscode.l10n.t('The last import into the library'), heading: headingOf, asWork: citekey => vscode.l10n.t('Taken as the text of @{0}.', citekey) });
  }

  /**
   * Tells what became of the files; where that is more than a sentence, the rest is one click away.
   * @param goOn takes in what was not begun; there is none where nothing is left
   */
  async tell(rows: readonly ImportRow[], goOn?: () => Promise<unknown>): Promise<void> {
    if (rows.length === 0) { return; }
    for (const { sentence } of rows) { this.#log.info(`library: ${sentence}`); }
    await this.#state.update(ROWS, rows.slice(0, MAX_ROWS));
    this.#onDidChange.fire(URI);
    if (rows.length === 1) { inform(rows[0]!.sentence); return; }
    const show = vscode.l10n.t('Show Report');
    const goOnWord = vscode.l10n.t('Go On');
    void vscode.window.showInformationMessage(summaryOf(rows), ...goOn === undefined ? [] : [goOnWord], show).then(async chosen => {
      if (chosen === show) { await runCommand('rapporteur.showImportReport'); } else if (chosen === goOnWord) { await goOn?.(); }
    }).then(undefined, (error: unknown) => { this.#log.error(`library: ${reasonOf(error)}`); });
  }

  /** @returns the report as Markdown; `undefined` where nothing was imported yet */
  async show(): Promise<string | undefined> {
    if (this.rows.length === 0) { inform(vscode.l10n.t('Nothing was imported into the library of this workspace yet.')); return undefined; }
    const document = await vscode.workspace.openTextDocument(URI);
    try { await vscode.commands.executeCommand('markdown.showPreview', URI); } catch { await vscode.window.showTextDocument(document, { preview: true }); }
    // A document that was open before learns of its new text a moment later.
    return this.provideTextDocumentContent();
  }
}

function headingOf(state: ImportState, count: number): string {
  switch (state) {
    case 'imported': return vscode.l10n.t('Imported ({0})', count);
    case 'refused': return vscode.l10n.t('Failed ({0})', count);
    case 'duplicate': return vscode.l10n.t('Duplicates ({0})', count);
    case 'unchanged': return vscode.l10n.t('Unchanged ({0})', count);
    case 'left': return vscode.l10n.t('Not begun ({0})', count);
  }
}

function summaryOf(rows: readonly ImportRow[]): string {
  const { imported, unchanged, duplicate, refused, left } = countStates(rows);
  return [
    vscode.l10n.t('{0} of {1} files imported.', imported, rows.length),
    unchanged === 0 ? '' : vscode.l10n.t('{0} are as they were.', unchanged),
    duplicate === 0 ? '' : vscode.l10n.t('{0} are copies of others.', duplicate),
    refused === 0 ? '' : vscode.l10n.t('{0} could not be read.', refused),
    left === 0 ? '' : vscode.l10n.t('{0} were not begun.', left),
  ].filter(Boolean).join(' ');
}
