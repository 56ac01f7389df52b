import * as vscode from 'vscode';
import { registerCommand } from './commands.ts';
import { isDraft, toSpan } from './convert.ts';
import type { Services } from './services.ts';

/** The check of the editor's own Markdown that takes `[@key]` for a link without a target, and its findings. */
const SECTION = 'markdown.validate.referenceLinks';
const FINDING = 'link.no-such-reference';
const OFFERED = 'linkValidation.offered';

function underlinesCitation(document: vscode.TextDocument, { drafts }: Services): boolean {
  const found = vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code === FINDING);
  if (found.length === 0) { return false; }
  const { citations } = drafts.read(document);
  return found.some(({ range }) => {
    const { start, end } = toSpan(document, range);
    return citations.some(({ span }) => span.start < end && start < span.end);
  });
}

/** Switches that one check off: in the workspace, or for the writer where there is none. */
async function switchOff(): Promise<void> {
  const target = vscode.workspace.workspaceFolders === undefined ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration(SECTION).update('enabled', 'ignore', target);
}

/** Offers it once in a workspace, and only where a citation is underlined. */
async function offer({ state }: Services): Promise<void> {
  await state.update(OFFERED, true);
  const yes = vscode.l10n.t('Switch It Off Here');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('The Markdown link check of VS Code takes citations such as [@khan2022] for links without a target, and underlines them. Shall that one check be switched off in this workspace?'), yes, vscode.l10n.t('Leave It On'),
  );
  if (chosen === yes) { await switchOff(); }
}

export function registerLinkValidation(services: Services): vscode.Disposable {
  const { drafts, log, state } = services;
  return vscode.Disposable.from(
    registerCommand('rapporteur.ignoreLinkValidation', log, switchOff),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const document = drafts.active?.document;
      if (document === undefined || !isDraft(document) || state.get(OFFERED) === true || !uris.some(uri => uri.toString() === document.uri.toString())) { return; }
      if (underlinesCitation(document, services)) { void offer(services); }
    }),
  );
}
