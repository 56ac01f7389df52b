import * as vscode from 'vscode';
import type { EntryKey } from '../core/corpus/types.ts';
import type { OutlineNode } from '../core/views/outline.ts';

/** What *Insert Citation* puts in when it is told what: ids only, looked up again when it runs. */
export interface CitationArgument {
  readonly citekey: string;
  readonly suffixText?: string;
}

type ViewCommands = { [K in 'actors' | 'events' | 'sources' as `rapporteur.${K}.${'groupBy' | 'sortBy' | 'filter' | 'clearFilter'}`]: [] };

/** Every command of the manifest with the arguments it takes; all of them may be absent when a writer runs it by hand. */
export interface CommandArguments extends ViewCommands {
  'rapporteur.lookUp': [query?: unknown];
  'rapporteur.lookUpActor': [query?: unknown];
  'rapporteur.lookUpEvent': [query?: unknown];
  'rapporteur.whatHappenedOn': [date?: unknown];
  'rapporteur.insertCitation': [citation?: unknown];
  'rapporteur.insertCitationAs': [citation?: unknown];
  'rapporteur.citeThis': [];
  'rapporteur.citeSameSource': [target?: unknown];
  'rapporteur.showCitations': [target?: unknown];
  'rapporteur.renumberNotes': [];
  'rapporteur.addCitedToBibliography': [];
  'rapporteur.ignoreLinkValidation': [];
  'rapporteur.explainSuggestions': [];
  'rapporteur.export': [task?: unknown];
  'rapporteur.exportCitedSources': [task?: unknown];
  'rapporteur.copyFormatted': [];
  'rapporteur.insertName': [key?: unknown];
  'rapporteur.openTimeline': [];
  'rapporteur.keepTimelineView': [];
  'rapporteur.importTimeline': [wish?: unknown];
  'rapporteur.reloadCorpora': [];
  'rapporteur.openBundledCorpus': [];
  'rapporteur.hideBundledCorpora': [];
  'rapporteur.showBundledCorpora': [];
  'rapporteur.createCorpus': [wish?: unknown];
  'rapporteur.createActor': [wish?: unknown];
  'rapporteur.createEvent': [wish?: unknown];
  'rapporteur.openSample': [parent?: unknown];
  'rapporteur.checkWorkspace': [token?: unknown];
  'rapporteur.explainSentence': [];
  'rapporteur.openRule': [rule?: unknown];
  'rapporteur.fixAllOfRule': [rule?: unknown];
  'rapporteur.suppressFinding': [uri?: unknown, rule?: unknown, start?: unknown, reason?: unknown];
  'rapporteur.openEntry': [target?: unknown];
  'rapporteur.openSource': [target?: unknown];
  'rapporteur.showOnTimeline': [target?: unknown];
  'rapporteur.insertNodeName': [target?: unknown];
  'rapporteur.insertNodeCitation': [target?: unknown];
  'rapporteur.copyReference': [target?: unknown];
  'rapporteur.revealInTree': [target?: unknown];
  'rapporteur.searchLibrary': [query?: unknown];
  'rapporteur.findSupport': [];
  'rapporteur.showResults': [words?: unknown];
  'rapporteur.searchAgain': [];
  'rapporteur.clearResults': [];
  'rapporteur.openResult': [target?: unknown];
  'rapporteur.moreLikeThis': [target?: unknown];
  'rapporteur.copyPassage': [target?: unknown];
  'rapporteur.importTexts': [target?: unknown, selected?: unknown];
  'rapporteur.importFolder': [target?: unknown, selected?: unknown];
  'rapporteur.showImportReport': [];
  'rapporteur.proposeFromText': [target?: unknown];
  'rapporteur.proposeFromTable': [target?: unknown];
  'rapporteur.acceptProposal': [target?: unknown, targets?: unknown];
  'rapporteur.editProposal': [target?: unknown, change?: unknown];
  'rapporteur.mergeProposal': [target?: unknown, into?: unknown];
  'rapporteur.rejectProposal': [target?: unknown, targets?: unknown];
  'rapporteur.openProposal': [target?: unknown];
  'rapporteur.verifyQuotation': [];
  'rapporteur.openPassage': [target?: unknown];
  'rapporteur.exportEvidence': [task?: unknown];
  'rapporteur.insertAnnex': [kind?: unknown];
  'rapporteur.refreshAnnexes': [];
  'rapporteur.exportNames': [format?: unknown];
  'rapporteur.report': [];
}
export type CommandId = keyof CommandArguments;

/** Commands that write into drafts, corpora and other files: in a folder that is not trusted, Rapporteur only reads. */
const WRITING: ReadonlySet<CommandId> = new Set([
  'rapporteur.insertCitation', 'rapporteur.insertCitationAs', 'rapporteur.citeThis', 'rapporteur.citeSameSource', 'rapporteur.insertName', 'rapporteur.insertNodeName',
  'rapporteur.insertNodeCitation', 'rapporteur.renumberNotes', 'rapporteur.addCitedToBibliography', 'rapporteur.fixAllOfRule', 'rapporteur.suppressFinding', 'rapporteur.insertAnnex',
  'rapporteur.refreshAnnexes', 'rapporteur.export', 'rapporteur.exportCitedSources', 'rapporteur.exportEvidence', 'rapporteur.exportNames', 'rapporteur.importTexts', 'rapporteur.importFolder',
  'rapporteur.importTimeline', 'rapporteur.createCorpus', 'rapporteur.createActor', 'rapporteur.createEvent', 'rapporteur.openBundledCorpus',
]);

async function tellUntrusted(): Promise<undefined> {
  const manage = vscode.l10n.t('Manage Trust');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('This folder is not trusted, so Rapporteur only reads in it and writes nothing.'), manage);
  if (chosen === manage) { await vscode.commands.executeCommand('workbench.trust.manage'); }
  return undefined;
}

/**
 * Registers a command of the manifest. What goes wrong inside is logged and said in one sentence; cancelling is not
 * going wrong.
 */
export function registerCommand<K extends CommandId>(id: K, log: vscode.LogOutputChannel, run: (...args: CommandArguments[K]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: unknown[]) => {
    if (WRITING.has(id) && !vscode.workspace.isTrusted) { return tellUntrusted(); }
    try {
      return await run(...args as CommandArguments[K]);
    } catch (error) {
      if (error instanceof vscode.CancellationError) { return undefined; }
      log.error(`${id}: ${error instanceof Error ? error.stack ?? error.message : String(error)}`);
      const details = vscode.l10n.t('Show Details');
      void vscode.window.showErrorMessage(vscode.l10n.t('That did not work. The log of Rapporteur has the details.'), details).then(chosen => { if (chosen === details) { log.show(); } });
      return undefined;
    }
  });
}

/**
 * Commands whose code is read when one of them is first run; until then each stands for itself only by its name.
 *
 * ```ts
 * onCommand(['rapporteur.report'], () => registerReport(services))
 * ```
 */
export function onCommand(ids: readonly CommandId[], register: () => vscode.Disposable): vscode.Disposable {
  let registered = vscode.Disposable.from(...ids.map(id => vscode.commands.registerCommand(id, (...args: unknown[]) => {
    registered.dispose();
    registered = register();
    return vscode.commands.executeCommand(id, ...args);
  })));
  return new vscode.Disposable(() => { registered.dispose(); });
}

/** Runs a command of this extension with checked arguments. */
export function runCommand<K extends CommandId>(id: K, ...args: CommandArguments[K]): Thenable<unknown> {
  return vscode.commands.executeCommand(id, ...args);
}

/**
 * What is not asked for, because whoever runs a command says it, as words under names:
 * `wishFrom({ name: 'Ann Ox', kind: 3 }, 'name', 'kind', 'date')` is `{ name: 'Ann Ox' }`.
 */
export function wishFrom<K extends string>(given: unknown, ...names: readonly K[]): { readonly [N in K]?: string } {
  const values = typeof given === 'object' && given !== null ? given as Readonly<Record<string, unknown>> : {};
  const isText = (entry: readonly [K, unknown]): entry is readonly [K, string] => typeof entry[1] === 'string';
  return Object.fromEntries(names.map(name => [name, values[name]] as const).filter(isText)) as { readonly [N in K]?: string };
}

/** A key from a command link or from a tree row; anything else is nothing. */
export function keyFrom(target: unknown): EntryKey | undefined {
  if (typeof target === 'string') { return target; }
  const subject = nodeFrom(target)?.subject;
  if (subject?.kind === 'entry') { return subject.key; }
  return subject?.kind === 'statement' ? subject.statement.entryKey : undefined;
}

/** A citekey from a command link or from a tree row. */
export function citekeyFrom(target: unknown): string | undefined {
  if (typeof target === 'string') { return target; }
  const subject = nodeFrom(target)?.subject;
  return subject?.kind === 'source' ? subject.source.citekey : undefined;
}

export function nodeFrom(target: unknown): OutlineNode | undefined {
  return typeof target === 'object' && target !== null && 'subject' in target && 'children' in target ? target as OutlineNode : undefined;
}

/** A form of citation from a command link or a test; anything else is none. */
export function formFrom(target: unknown): 'bracketed' | 'in-text' | 'suppress-author' | 'note' | 'quotation' | undefined {
  const form: unknown = typeof target === 'object' && target !== null && 'form' in target ? target.form : undefined;
  return form === 'bracketed' || form === 'in-text' || form === 'suppress-author' || form === 'note' || form === 'quotation' ? form : undefined;
}

/** `{ citekey, suffixText }` from a command link, a tree row or the timeline; only strings of sane length pass. */
export function citationFrom(target: unknown): CitationArgument | undefined {
  const subject = nodeFrom(target)?.subject;
  if (subject?.kind === 'source') { return { citekey: subject.source.citekey }; }
  if (subject?.kind === 'statement') {
    const first = subject.statement.citations[0];
    return first === undefined ? undefined : { citekey: first.citekey, suffixText: first.suffixText };
  }
  if (typeof target !== 'object' || target === null || !('citekey' in target) || typeof target.citekey !== 'string') { return undefined; }
  const suffixText = 'suffixText' in target && typeof target.suffixText === 'string' ? target.suffixText : '';
  return target.citekey.length > 500 || suffixText.length > 2000 ? undefined : { citekey: target.citekey, suffixText };
}
