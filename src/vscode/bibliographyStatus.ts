import * as vscode from 'vscode';
import { explainSuggestions, summarise } from '../core/bibliography/explain.ts';
import { completionContext } from '../core/citations/completion.ts';
import { suggestLocators } from '../core/corpus/locatorSuggestions.ts';
import { blockAt } from '../core/draft/index.ts';
import { registerCommand } from './commands.ts';
import { DRAFT_SELECTOR, isDraft } from './convert.ts';
import { Disposable } from './disposable.ts';
import { inform } from './inform.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';

/** `2 bibliographies, 143 sources, 1 problem`, beside the language of a draft. */
class BibliographyStatus extends Disposable {
  readonly #item = this.own(vscode.languages.createLanguageStatusItem('rapporteur.bibliographies', DRAFT_SELECTOR));
  readonly #services: Services;

  constructor(services: Services) {
    super();
    this.#services = services;
    this.#item.name = vscode.l10n.t('Bibliographies');
    this.#item.command = { command: 'rapporteur.explainSuggestions', title: vscode.l10n.t('Explain') };
    this.own(services.bibliographies.onDidChange(() => this.#show()));
    this.own(services.drafts.onDidChangeActive(() => this.#show()));
    this.own(runSoon(() => this.#show(), 0)).schedule();
  }

  #show(): void {
    const { bibliographies, drafts } = this.#services;
    const sources = bibliographies.of(drafts.active?.document);
    const { text, problems } = summarise(sources);
    this.#item.text = text;
    this.#item.detail = sources.bibliographies.map(({ name }) => name).slice(0, 4).join(', ');
    this.#item.busy = !sources.isComplete;
    this.#item.severity = problems === 0 ? vscode.LanguageStatusSeverity.Information : vscode.LanguageStatusSeverity.Warning;
  }
}

/** Says in plain words why nothing is suggested at the cursor, or what is; the sentences are handed back as well. */
async function explain(services: Services): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isDraft(editor.document)) {
    const text = vscode.l10n.t('Citations are suggested in Markdown and Quarto files only. Put the cursor into one first.');
    inform(text);
    return text;
  }
  const { document } = editor;
  const offset = document.offsetAt(editor.selection.active);
  const sources = services.bibliographies.of(document);
  const reading = services.drafts.read(document);
  const block = blockAt(reading, offset);
  const context = completionContext(reading.text, offset, block);
  const sentences = explainSuggestions({
    block: block?.kind, context, sources, before: document.lineAt(editor.selection.active.line).text.slice(0, editor.selection.active.character),
    locators: context?.kind === 'locator' ? suggestLocators(services.corpus.snapshot, context.citekey).length : 0,
    isAutomatic: vscode.workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters', true),
  });
  const text = sentences.join(' ');
  const suggest = vscode.l10n.t('Trigger Suggest');
  const problems = vscode.l10n.t('Show Problems');
  void vscode.window.showInformationMessage(text, ...context === undefined ? [] : [suggest], ...summarise(sources).problems === 0 ? [] : [problems]).then(chosen => {
    if (chosen === suggest) { void vscode.commands.executeCommand('editor.action.triggerSuggest'); }
    if (chosen === problems) { void vscode.commands.executeCommand('workbench.actions.view.problems'); }
  });
  return Promise.resolve(text);
}

export function registerBibliographyStatus(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    new BibliographyStatus(services),
    registerCommand('rapporteur.explainSuggestions', services.log, () => explain(services)),
  );
}
