import * as vscode from 'vscode';
import { nociteKeys } from '../../core/bibliography/listed.ts';
import { EXPORT_FORMATS, exportDraft, type Exported, type ExportFormat, type ExportTask } from '../../engine/pandoc/exportDraft.ts';
import { figureStem } from '../../engine/pandoc/figureStem.ts';
import { exportSources, SOURCE_FORMATS, type SourceFormat } from '../../engine/pandoc/exportSources.ts';
import { PandocError } from '../../engine/pandoc/types.ts';
import { drawFences } from '../../engine/timeline/drawFences.ts';
import { writeFileAtomic } from '../../engine/writeFile.ts';
import { registerCommand } from '../commands.ts';
import { inform } from '../inform.ts';
import { namedFiles, readFirst, readImage } from '../namedFile.ts';
import { describePandocError, signalOf } from '../pandoc.ts';
import type { Services } from '../services.ts';
import { figureWriter } from '../timeline/figures.ts';

const MAX_IMAGE = 30_000_000;
const MAX_REFERENCE = 30_000_000;

/** `{ format, target, overwrite }` of a caller that does not want to be asked. */
interface ExportArgument { readonly format: string | undefined; readonly target: vscode.Uri | undefined; readonly overwrites: boolean }

function argumentOf(value: unknown): ExportArgument {
  if (typeof value !== 'object' || value === null) { return { format: undefined, target: undefined, overwrites: false }; }
  const { format, target, overwrite } = value as Readonly<Record<string, unknown>>;
  return { format: typeof format === 'string' ? format : undefined, target: typeof target === 'string' ? vscode.Uri.parse(target, true) : undefined, overwrites: overwrite === true };
}

interface FormatRow<F extends string> extends vscode.QuickPickItem { readonly format: F }
const draftRows = (): FormatRow<ExportFormat>[] => [
  { format: 'docx', label: vscode.l10n.t('Word'), description: '.docx' }, { format: 'odt', label: vscode.l10n.t('OpenDocument Text'), description: '.odt' },
  { format: 'html', label: vscode.l10n.t('HTML'), description: '.html' }, { format: 'epub', label: vscode.l10n.t('EPUB'), description: '.epub' },
  { format: 'latex', label: vscode.l10n.t('LaTeX'), description: '.tex' }, { format: 'typst', label: vscode.l10n.t('Typst'), description: '.typ' },
];
const sourceRows = (): FormatRow<SourceFormat>[] => [
  { format: 'csljson', label: vscode.l10n.t('CSL-JSON'), description: '.json' }, { format: 'biblatex', label: vscode.l10n.t('BibLaTeX'), description: '.bib' }, { format: 'ris', label: vscode.l10n.t('RIS'), description: '.ris' },
];

async function formatOf<F extends string>(rows: readonly FormatRow<F>[], wanted: string | undefined, title: string): Promise<FormatRow<F> | undefined> {
  return rows.find(({ format }) => format === wanted) ?? vscode.window.showQuickPick(rows, { title });
}

/** Where the file goes. The dialog asks before it lets an existing file be replaced; a caller has to say so. */
async function targetOf(document: vscode.TextDocument, extension: string, label: string, { target, overwrites }: ExportArgument): Promise<vscode.Uri | undefined> {
  if (target === undefined) {
    const stem = document.isUntitled ? 'draft' : document.uri.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
    const folder = document.isUntitled ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(document.uri, '..');
    return vscode.window.showSaveDialog({ ...folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, `${stem}.${extension}`) }, filters: { [label]: [extension] } });
  }
  if (overwrites || !await isThere(target)) { return target; }
  void vscode.window.showWarningMessage(vscode.l10n.t('{0} is there already and was left as it is.', vscode.workspace.asRelativePath(target)));
  return undefined;
}

async function isThere(uri: vscode.Uri): Promise<boolean> {
  try { await vscode.workspace.fs.stat(uri); return true; } catch { return false; }
}

async function figureStemFor(target: vscode.Uri): Promise<string> {
  const before = await readFirst([target], MAX_IMAGE);
  const beside = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(target, '..'));
  return figureStem(/[^/]*$/.exec(target.path)?.[0] ?? '', before === undefined ? '' : new TextDecoder().decode(before.bytes), beside.map(([name]) => name));
}

async function save(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (uri.scheme === 'file') { await writeFileAtomic(uri.fsPath, bytes); } else { await vscode.workspace.fs.writeFile(uri, bytes); }
}

async function referenceDocument(document: vscode.TextDocument): Promise<Uint8Array | undefined> {
  const path = vscode.workspace.getConfiguration('rapporteur', document).get('export.referenceDocument', '').trim();
  if (path === '') { return undefined; }
  const file = await readFirst(namedFiles(path, document), MAX_REFERENCE);
  if (file === undefined) { void vscode.window.showWarningMessage(vscode.l10n.t('The reference document {0} cannot be read; the plain one of pandoc is used.', path)); }
  return file?.bytes;
}

/** A draft, or a part of it, in a format. A style that pandoc cannot use costs the style, not the document. */
async function convert(services: Services, document: vscode.TextDocument, part: Pick<ExportTask, 'text' | 'format'> & Partial<ExportTask>): Promise<Exported> {
  const { styles, pandoc, bibliographies } = services;
  const [draftSources, style] = await Promise.all([bibliographies.ready(document), styles.of(document)]);
  const { sources, matter } = draftSources;
  const task: ExportTask = { sources, nocite: nociteKeys(draftSources), csl: style.csl, lang: matter.lang, readImage: target => readImage(target, document, MAX_IMAGE), ...part };
  const told = style.problem === undefined ? [] : [{ type: 'style', message: style.problem }];
  try {
    const { output, warnings } = await exportDraft(pandoc, task);
    return { output, warnings: [...told, ...warnings] };
  } catch (error) {
    if (!(error instanceof PandocError) || error.reason !== 'failed' || !/citeproc/i.test(error.message)) { throw error; }
    const { output, warnings } = await exportDraft(pandoc, { ...task, csl: (await styles.default()).csl });
    return { output, warnings: [{ type: 'style', message: vscode.l10n.t('The style cannot be used, and citations are set in Chicago author-date: {0}', error.message.slice(0, 300)) }, ...warnings] };
  }
}

/** Runs something with pandoc where the writer sees it and can stop it. `undefined` when it was stopped or failed, which is then said. */
async function withPandoc<T>({ log }: Services, title: string, run: (signal: AbortSignal, tell: (message: string) => void) => Promise<T>): Promise<T | undefined> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, async (progress, token) => {
    try {
      return await run(signalOf(token), message => progress.report({ message }));
    } catch (error) {
      if (!(error instanceof PandocError)) { throw error; }
      log.error(`pandoc: ${error.reason}: ${error.message}`);
      const sentence = describePandocError(error);
      if (sentence !== undefined) { void vscode.window.showErrorMessage(sentence); }
      return undefined;
    }
  });
}

function sayDone({ log }: Services, uri: vscode.Uri, warnings: Exported['warnings']): void {
  const path = vscode.workspace.asRelativePath(uri);
  for (const { type, message } of warnings) { log.warn(`${path}: ${type === 'missing-image' ? vscode.l10n.t('The image {0} is not in the folder of the draft, or cannot be read.', message) : message}`); }
  if (warnings.length === 0) { inform(vscode.l10n.t('Exported to {0}.', path)); return; }
  const details = vscode.l10n.t('Show Details');
  const message = warnings.length === 1 ? vscode.l10n.t('Exported to {0}, with one remark.', path) : vscode.l10n.t('Exported to {0}, with {1} remarks.', path, warnings.length);
  void vscode.window.showWarningMessage(message, details).then(chosen => { if (chosen === details) { log.show(); } });
}

async function exportDocument(services: Services, value: unknown): Promise<string | undefined> {
  const document = services.drafts.active?.document;
  if (document === undefined) { inform(vscode.l10n.t('Open a Markdown draft first: that is what is exported.')); return undefined; }
  const argument = argumentOf(value);
  const row = await formatOf(draftRows(), argument.format, vscode.l10n.t('Export to'));
  const target = row && await targetOf(document, EXPORT_FORMATS[row.format].extension, row.label, argument);
  if (row === undefined || target === undefined) { return undefined; }
  const exported = await withPandoc(services, vscode.l10n.t('Exporting to {0}', row.label), async (signal, tell) => {
    const stem = EXPORT_FORMATS[row.format].takesImagesIn ? undefined : await figureStemFor(target);
    const { text, files } = await drawFences(document.getText(), services.corpus.snapshot, figureWriter(services.extensionUri, EXPORT_FORMATS[row.format].figures), stem);
    const done = await convert(services, document, {
      text, format: row.format, signal, onStep: step => tell(step === 'reading' ? vscode.l10n.t('reading the draft') : vscode.l10n.t('setting citations and writing')),
      readImage: name => { const drawn = files.get(name); return drawn === undefined ? readImage(name, document, MAX_IMAGE) : Promise.resolve(drawn.slice()); },
      ...row.format === 'docx' ? { referenceDocument: await referenceDocument(document) } : {},
    });
    await save(target, done.output);
    // Formats that take no images in find the drawn ones beside them.
    if (!EXPORT_FORMATS[row.format].takesImagesIn) { for (const [name, bytes] of files) { await save(vscode.Uri.joinPath(target, '..', name), bytes); } }
    return done;
  });
  if (exported === undefined) { return undefined; }
  sayDone(services, target, exported.warnings);
  return target.toString();
}

async function exportCitedSources(services: Services, value: unknown): Promise<string | undefined> {
  const document = services.drafts.active?.document;
  if (document === undefined) { inform(vscode.l10n.t('Open a Markdown draft first: its sources are what is exported.')); return undefined; }
  const argument = argumentOf(value);
  const draftSources = await services.bibliographies.ready(document);
  const { sources } = draftSources;
  const cited = new Set([...services.drafts.read(document).citations.flatMap(({ items }) => items.map(({ citekey }) => citekey)), ...nociteKeys(draftSources)]);
  const items = [...cited].flatMap(key => sources.get(key)?.item ?? []);
  if (items.length === 0) { inform(vscode.l10n.t('This draft cites nothing that is in its bibliographies.')); return undefined; }
  const row = await formatOf(sourceRows(), argument.format, vscode.l10n.t('Export the cited sources as'));
  const target = row && await targetOf(document, SOURCE_FORMATS[row.format].extension, row.label, argument);
  if (row === undefined || target === undefined) { return undefined; }
  const bytes = await withPandoc(services, vscode.l10n.t('Exporting sources'), signal => exportSources(services.pandoc, items, row.format, signal));
  if (bytes === undefined) { return undefined; }
  await save(target, bytes);
  sayDone(services, target, []);
  return target.toString();
}

/** The selection, or the whole draft, as plain text with citations and notes set. */
async function copyFormatted(services: Services): Promise<void> {
  const editor = services.drafts.active;
  if (editor === undefined) { inform(vscode.l10n.t('Open a Markdown draft first: that is what is copied.')); return; }
  const { document, selection } = editor;
  const whole = document.getText();
  const text = selection.isEmpty ? whole : withNotes(document.getText(selection), whole);
  const copied = await withPandoc(services, vscode.l10n.t('Setting citations'), signal => convert(services, document, { text, format: 'plain', signal }));
  if (copied === undefined) { return; }
  await vscode.env.clipboard.writeText(new TextDecoder().decode(copied.output));
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied as formatted text'), 3000);
}

/** A part of a draft with the notes that it refers to. */
function withNotes(part: string, whole: string): string {
  const labels = new Set([...part.matchAll(/\[\^([^\]\s]+)\](?!:)/g)].map(match => match[1]!));
  const notes = [...whole.matchAll(/^\[\^([^\]\s]+)\]:.*(?:\n(?:[ \t]+\S.*|(?=\n[ \t]{4})))*/gm)].filter(match => labels.has(match[1]!) && !part.includes(match[0]));
  return [part, ...notes.map(match => match[0])].join('\n\n');
}

export function registerExport(services: Services): vscode.Disposable {
  const { log } = services;
  return vscode.Disposable.from(
    registerCommand('rapporteur.export', log, value => exportDocument(services, value)),
    registerCommand('rapporteur.exportCitedSources', log, value => exportCitedSources(services, value)),
    registerCommand('rapporteur.copyFormatted', log, () => copyFormatted(services)),
  );
}
