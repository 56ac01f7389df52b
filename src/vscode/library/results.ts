import * as vscode from 'vscode';
import type { SearchResult } from '../../core/library/types.ts';
import { RemoteError } from '../../engine/library/remote.ts';
import { registerCommand } from '../commands.ts';
import { Disposable } from '../disposable.ts';
import { inform, reasonOf } from '../inform.ts';
import type { Services } from '../services.ts';
import { askLibrary, likePassage, questionText, type Question } from '../onDemand/askLibrary.ts';
import { citationOfHit, copyHit, copyWithCitation, openHit } from '../onDemand/hits.ts';
import { hitFrom, ResultsTree, type HitNode, type ResultNode } from './resultsTree.ts';
import { selectedInLibrary, selectedText, inQuestion } from './selection.ts';
import { libraryTrouble, resultNote } from './words.ts';

/** So many passages are listed: more are read by nobody, and asked for more exactly. */
const LIMIT = 200;
const QUESTION = 'library.question';

/** The view Search Results: what was asked last, and what was found, until something else is asked. */
export class SearchResults extends Disposable {
  readonly #services: Services;
  readonly #tree: ResultsTree;
  readonly #view: vscode.TreeView<ResultNode>;
  #question: Question | undefined;
  #waiting = new AbortController();

  constructor(services: Services) {
    super();
    this.#services = services;
    this.#tree = this.own(new ResultsTree(hit => citationOfHit(hit, services)));
    this.#view = this.own(vscode.window.createTreeView('rapporteur.results', { treeDataProvider: this.#tree, dragAndDropController: this.#tree, showCollapseAll: true }));
    const { log } = services;
    this.own(registerCommand('rapporteur.showResults', log, words => this.#showWords(words)));
    this.own(registerCommand('rapporteur.searchAgain', log, () => this.#question === undefined ? this.#showWords(undefined) : this.show(this.#question)));
    this.own(registerCommand('rapporteur.clearResults', log, () => this.#clear()));
    this.own(registerCommand('rapporteur.openResult', log, target => { const node = this.#chosen(target); return node && openHit(node.hit, services); }));
    this.own(registerCommand('rapporteur.moreLikeThis', log, target => this.#moreLike(target)));
    this.own(registerCommand('rapporteur.copyPassage', log, target => this.#copy(target)));
  }

  /** Asks, and lists what is found. @returns its rows; `undefined` when something else was asked meanwhile, or the library has trouble */
  async show(question: Question): Promise<readonly HitNode[] | undefined> {
    this.#waiting.abort();
    const { signal } = this.#waiting = new AbortController();
    this.#question = question;
    if (question.kind === 'words') { await this.#services.state.update(QUESTION, question.words); }
    await vscode.commands.executeCommand('setContext', 'rapporteur.results', true);
    this.#view.description = questionText(question);
    await vscode.commands.executeCommand('rapporteur.results.focus');
    try {
      const ask = () => askLibrary(question, this.#services, { limit: LIMIT, signal, onFirst: first => { if (!signal.aborted) { this.#list(first); } } });
      const result = await vscode.window.withProgress({ location: { viewId: 'rapporteur.results' } }, ask);
      return signal.aborted ? undefined : await this.#listAndGo(question, result);
    } catch (error) {
      if (signal.aborted) { return undefined; }
      this.#services.log.error(`library: ${reasonOf(error)}`);
      this.#tree.show();
      this.#view.message = libraryTrouble(error instanceof RemoteError ? error.code : '');
      return undefined;
    }
  }

  #list(result: SearchResult | undefined): readonly HitNode[] {
    const rows = this.#tree.show(result);
    this.#view.message = result === undefined ? '' : [resultNote(result), countNote(result)].filter(Boolean).join(' ');
    return rows;
  }

  async #listAndGo(question: Question, result: SearchResult | undefined): Promise<readonly HitNode[]> {
    const rows = this.#list(result);
    if (rows.length === 0) { this.#view.message = [vscode.l10n.t('Nothing was found: {0}.', questionText(question)), result === undefined ? '' : resultNote(result)].filter(Boolean).join(' '); }
    if (rows[0] !== undefined && this.#view.visible) {
      // Something else may be listed meanwhile.
      await this.#view.reveal(rows[0], { select: true, focus: true }).then(undefined, () => undefined);
    }
    return rows;
  }

  /** Asks for words where none are given: those of the last question can be changed. */
  async #showWords(given: unknown): Promise<readonly HitNode[] | undefined> {
    const selected = selectedText();
    const last = this.#question?.words ?? '';
    const value = last !== '' && this.#view.visible ? last : selected !== '' && selected.length <= 80 ? selected : this.#services.state.get<string>(QUESTION, '');
    const words = typeof given === 'string' ? given.slice(0, 200) : await vscode.window.showInputBox({
      title: vscode.l10n.t('Search Library'), prompt: vscode.l10n.t('Words, "a phrase", begin*, actor:name, source:key, date:1989..1991, in:statements'), value,
    });
    return words === undefined || words.trim() === '' ? undefined : this.show({ kind: 'words', words: words.trim() });
  }

  async #clear(): Promise<void> {
    this.#waiting.abort();
    this.#question = undefined;
    this.#tree.show();
    this.#view.description = this.#view.message = '';
    await vscode.commands.executeCommand('setContext', 'rapporteur.results', false);
  }

  /** The row that a menu names, else the one that is selected while the view has the keys. */
  #chosen(target: unknown): HitNode | undefined {
    return hitFrom(target) ?? (target === undefined ? hitFrom(this.#view.selection[0]) : undefined);
  }

  async #moreLike(target: unknown): Promise<readonly HitNode[] | undefined> {
    const node = hitFrom(target);
    if (node !== undefined) { return this.show(likePassage(node.hit.text, node.hit.id)); }
    const here = await selectedInLibrary(this.#services);
    if (here !== undefined) { return this.show(likePassage(here.text, here.passage.id)); }
    const question = inQuestion(this.#services);
    if (question !== undefined) { return this.show(question); }
    const selected = this.#chosen(undefined);
    if (selected !== undefined) { return this.show(likePassage(selected.hit.text, selected.hit.id)); }
    inform(vscode.l10n.t('Select words of a text or of a draft, or a search result, first.'));
    return undefined;
  }

  /** @returns what was copied */
  async #copy(target: unknown): Promise<string | undefined> {
    const node = hitFrom(target);
    if (node !== undefined) { return copyHit(node.hit, this.#services); }
    const here = await selectedInLibrary(this.#services);
    if (here !== undefined) { return copyWithCitation(here.text, true, citationOfHit({ ...here.passage, page: here.page }, this.#services)); }
    const selected = this.#chosen(undefined);
    if (selected !== undefined) { return copyHit(selected.hit, this.#services); }
    inform(vscode.l10n.t('Select words of a text of the library, or a search result, first.'));
    return undefined;
  }
}

/** How many there are where not all are listed. */
function countNote({ hits, total, isTotalExact, ranked }: SearchResult): string {
  if (ranked !== undefined) { return ranked <= hits.length ? '' : vscode.l10n.t('The best {0} of these are listed.', hits.length); }
  return !isTotalExact || total <= hits.length ? '' : vscode.l10n.t('The best {0} of {1} are listed.', hits.length, total);
}
