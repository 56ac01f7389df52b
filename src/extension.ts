import * as vscode from 'vscode';
import { Bibliographies } from './vscode/bibliographies.ts';
import { registerBundledFiles } from './vscode/bundledFiles.ts';
import { registerBibliographyProblems } from './vscode/bibliographyProblems.ts';
import { registerBibliographyStatus } from './vscode/bibliographyStatus.ts';
import { Checks } from './vscode/checks.ts';
import { registerChecks } from './vscode/registerChecks.ts';
import { registerCompletion } from './vscode/completion.ts';
import { CitationStyles, registerStyleProblems } from './vscode/citationStyles.ts';
import { CorpusService } from './vscode/corpusService.ts';
import { registerDraftContext } from './vscode/draftContext.ts';
import { Drafts } from './vscode/drafts.ts';
import { registerDrop } from './vscode/drop.ts';
import { registerEntryHelp } from './vscode/entryHelp.ts';
import { registerHover } from './vscode/hover.ts';
import { registerLanguageModelTools } from './vscode/languageModelTools.ts';
import { LibraryService } from './vscode/library/libraryService.ts';
import { shareWords } from './vscode/l10n.ts';
import { registerLibrary } from './vscode/library/register.ts';
import { registerLinkValidation } from './vscode/linkValidation.ts';
import { registerMcpServer } from './vscode/mcpServer.ts';
import { registerMentions } from './vscode/mentions.ts';
import { registerNotes } from './vscode/notes.ts';
import { registerOnDemand } from './vscode/registerOnDemand.ts';
import { registerOpen } from './vscode/open.ts';
import { EditorPandoc } from './vscode/pandoc.ts';
import { previewApi, registerPreview, type PreviewApi } from './vscode/preview.ts';
import { registerProblems } from './vscode/problems.ts';
import { registerRenameEntry } from './vscode/renameEntry.ts';
import type { Services } from './vscode/services.ts';
import { SetDrafts } from './vscode/setDrafts.ts';
import { registerShowCitations } from './vscode/showCitations.ts';
import { registerSidebar } from './vscode/sidebar.ts';
import { surfacesOf } from './vscode/surface.ts';
import { registerSymbols } from './vscode/symbols.ts';
import { AsOfDay } from './vscode/timeline/asOf.ts';
import { registerTimeline } from './vscode/timeline/register.ts';

export function activate(context: vscode.ExtensionContext): PreviewApi {
  shareWords();
  const log = vscode.window.createOutputChannel('Rapporteur', { log: true });
  const corpus = new CorpusService(context.extensionUri, log);
  const bibliographies = new Bibliographies(corpus, context.extensionUri, log);
  const drafts = new Drafts(corpus);
  const library = new LibraryService(context, corpus, log);
  const asOf = new AsOfDay();
  const styles = new CitationStyles(context.extensionUri, bibliographies);
  const pandoc = new EditorPandoc(context.extensionUri, log);
  const setDrafts = new SetDrafts({ bibliographies, styles, pandoc, log });
  const services: Services = { asOf, corpus, bibliographies, drafts, library, styles, pandoc, setDrafts, log, extensionUri: context.extensionUri, state: context.workspaceState };
  const checks = new Checks(services);
  const surface = surfacesOf(log);
  context.subscriptions.push(
    log, corpus, bibliographies, drafts, library, asOf, pandoc, setDrafts, checks,
    surface('bundled files', () => registerBundledFiles(context.extensionUri)),
    surface('commands', () => registerOnDemand(services, context.extension.packageJSON)),
    surface('draft context', () => registerDraftContext(services)),
    surface('sidebar', () => registerSidebar(services, checks)),
    surface('hover', () => registerHover(services)),
    surface('completion', () => registerCompletion(services)),
    surface('entry help', () => registerEntryHelp(services)),
    surface('notes', () => registerNotes(services)),
    surface('show citations', () => registerShowCitations(services)),
    surface('drop', () => registerDrop()),
    surface('link validation', () => registerLinkValidation(services)),
    surface('library', () => registerLibrary(services)),
    surface('symbols', () => registerSymbols(services)),
    surface('open', () => registerOpen(services)),
    surface('mentions', () => registerMentions(services)),
    surface('rename entry', () => registerRenameEntry(services)),
    surface('timeline', () => registerTimeline(services)),
    surface('preview', () => registerPreview(services)),
    surface('problems', () => registerProblems(services)),
    surface('bibliography problems', () => registerBibliographyProblems(services)),
    surface('style problems', () => registerStyleProblems(services)),
    surface('bibliography status', () => registerBibliographyStatus(services)),
    surface('checks', () => registerChecks(services, checks)),
    surface('language model tools', () => registerLanguageModelTools(services, context.extension.packageJSON)),
    surface('MCP server', () => registerMcpServer(services, String((context.extension.packageJSON as { readonly version: unknown }).version))),
  );
  void corpus.reload();
  return previewApi(services);
}
