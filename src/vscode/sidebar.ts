import * as vscode from 'vscode';
import { nociteKeys } from '../core/bibliography/listed.ts';
import { blockAt, languageOf } from '../core/draft/index.ts';
import { bestStatements } from '../core/corpus/queries.ts';
import { formatDate } from '../core/dates/format.ts';
import { findNode, type OutlineNode } from '../core/views/outline.ts';
import type { OutlineContext } from '../core/views/entryNodes.ts';
import { paragraphOutline } from '../core/views/paragraph.ts';
import { actorsOutline, eventsOutline, GROUPINGS, INITIAL_STATE, SORTINGS, sourcesOutline, type ViewName, type ViewState } from '../core/views/trees.ts';
import type { Checks } from './checks.ts';
import { citationFrom, citekeyFrom, keyFrom, registerCommand, runCommand } from './commands.ts';
import { Disposable } from './disposable.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';
import { OutlineTree, type Dragged } from './tree.ts';

const outlineOf = (name: ViewName) => ({ actors: actorsOutline, events: eventsOutline, sources: sourcesOutline })[name];

/** The views Actors, Events, Sources and In This Paragraph. */
class Sidebar extends Disposable {
  readonly #services: Services;
  readonly #checks: Checks;
  readonly #trees: Readonly<Record<ViewName, OutlineTree>>;
  readonly #views: Readonly<Record<ViewName, vscode.TreeView<OutlineNode>>>;
  readonly #paragraph: OutlineTree;

  constructor(services: Services, checks: Checks) {
    super();
    this.#services = services;
    this.#checks = checks;
    const whenReady = () => services.corpus.whenReady();
    const language = () => services.drafts.active === undefined ? '' : languageOf(services.drafts.read(services.drafts.active.document));
    const draggedOf = (node: OutlineNode) => draggedFrom(node, services);
    const make = (name: ViewName) => this.own(new OutlineTree({ whenReady, draggedOf, language, roots: () => outlineOf(name)(this.#context(), this.#state(name)), ...name === 'sources' && { onFiles: takeFiles } }));
    this.#trees = { actors: make('actors'), events: make('events'), sources: make('sources') };
    const show = (name: ViewName) => this.own(vscode.window.createTreeView(`rapporteur.${name}`, {
      treeDataProvider: this.#trees[name], dragAndDropController: this.#trees[name], showCollapseAll: true, canSelectMany: false,
    }));
    this.#views = { actors: show('actors'), events: show('events'), sources: show('sources') };
    this.#paragraph = this.own(new OutlineTree({ whenReady, draggedOf, language, roots: () => this.#paragraphRoots() }));
    const paragraphView = this.own(vscode.window.createTreeView('rapporteur.paragraph', { treeDataProvider: this.#paragraph, dragAndDropController: this.#paragraph }));

    const { asOf, bibliographies, corpus, drafts } = services;
    const refreshParagraph = this.own(runSoon(() => {
      this.#paragraph.refresh();
      paragraphView.message = drafts.active !== undefined && corpus.isReady && this.#paragraph.roots.length === 0
        ? vscode.l10n.t('This paragraph names nothing that your corpora know.') : '';
    }, 120));
    const refreshAll = this.own(runSoon(() => { for (const name of names()) { this.#refresh(name); } }, 1000));
    this.own(bibliographies.onDidChange(() => { refreshAll.now(); refreshParagraph.now(); }));
    this.own(checks.onDidChange(() => refreshParagraph.schedule()));
    this.own(asOf.onDidChange(() => { refreshAll.now(); refreshParagraph.now(); }));
    this.own(drafts.onDidChangeActive(() => { refreshAll.now(); refreshParagraph.now(); }));
    this.own(drafts.onDidChange(document => {
      if (document === drafts.active?.document) { refreshAll.schedule(); refreshParagraph.schedule(); }
    }));
    this.own(vscode.window.onDidChangeTextEditorSelection(event => { if (event.textEditor === drafts.active) { refreshParagraph.schedule(); } }));
    for (const name of names()) { this.#registerViewCommands(name); }
    this.own(registerCommand('rapporteur.revealInTree', services.log, target => this.#reveal(target)));
    this.own(runSoon(() => { refreshAll.now(); }, 0)).schedule();
  }

  #context(): OutlineContext {
    const { asOf, bibliographies, corpus, drafts } = this.#services;
    const document = drafts.active?.document;
    const draftSources = bibliographies.of(document);
    return {
      at: asOf.date, snapshot: corpus.snapshot, sources: draftSources.sources,
      draft: document && { uri: document.uri.toString(), reading: drafts.read(document), nocite: { items: draftSources.matter.nocite, listed: nociteKeys(draftSources) } },
    };
  }

  #paragraphRoots(): readonly OutlineNode[] {
    const editor = this.#services.drafts.active;
    const context = this.#context();
    if (editor === undefined || context.draft === undefined) { return []; }
    const draft = { ...context.draft, findings: this.#checks.of(editor.document) };
    const block = blockAt(context.draft.reading, editor.document.offsetAt(editor.selection.active));
    return block === undefined ? [] : paragraphOutline(block, { ...context, draft });
  }

  #state(name: ViewName): ViewState {
    return { ...INITIAL_STATE[name], ...this.#services.state.get<Partial<ViewState>>(`view.${name}`) };
  }

  async #change(name: ViewName, change: Partial<ViewState>): Promise<void> {
    await this.#services.state.update(`view.${name}`, { ...this.#state(name), ...change });
    this.#refresh(name);
  }

  #refresh(name: ViewName): void {
    const { filter } = this.#state(name);
    const { isReady, snapshot } = this.#services.corpus;
    this.#trees[name].refresh();
    const { date } = this.#services.asOf;
    const asOf = date === undefined || name !== 'actors' ? '' : vscode.l10n.t('as of {0}', formatDate(date));
    this.#views[name].description = [filter === '' ? '' : `“${filter}”`, asOf].filter(Boolean).join(' · ');
    this.#views[name].message = filter !== '' && snapshot.corpora.length > 0 && this.#trees[name].roots.length === 0 ? vscode.l10n.t('Nothing here contains “{0}”.', filter) : '';
    void vscode.commands.executeCommand('setContext', `rapporteur.${name}.filtered`, filter !== '');
    if (isReady) { void vscode.commands.executeCommand('setContext', 'rapporteur.corpora', snapshot.corpora.length); }
  }

  #registerViewCommands(name: ViewName): void {
    const { log } = this.#services;
    this.own(registerCommand(`rapporteur.${name}.groupBy`, log, async () => {
      const chosen = await pickOne(GROUPINGS[name], this.#state(name).groupBy, vscode.l10n.t('Group by'));
      if (chosen !== undefined) { await this.#change(name, { groupBy: chosen }); }
    }));
    this.own(registerCommand(`rapporteur.${name}.sortBy`, log, async () => {
      const chosen = await pickOne(SORTINGS[name], this.#state(name).sortBy, vscode.l10n.t('Sort by'));
      if (chosen !== undefined) { await this.#change(name, { sortBy: chosen }); }
    }));
    this.own(registerCommand(`rapporteur.${name}.filter`, log, async () => {
      const filter = await vscode.window.showInputBox({ prompt: vscode.l10n.t('Show only rows whose names contain these words'), placeHolder: vscode.l10n.t('Words of a name'), value: this.#state(name).filter });
      if (filter !== undefined) { await this.#change(name, { filter: filter.trim() }); }
    }));
    this.own(registerCommand(`rapporteur.${name}.clearFilter`, log, () => this.#change(name, { filter: '' })));
  }

  async #reveal(target: unknown): Promise<void> {
    await this.#services.corpus.whenReady();
    const entry = this.#services.corpus.snapshot.entries.get(keyFrom(target) ?? '');
    const name = entry?.class === 'actor' ? 'actors' : 'events';
    if (entry === undefined || entry.class === 'concept') { return; }
    const find = () => findNode(this.#trees[name].roots, node => node.subject.kind === 'entry' && node.subject.key === entry.key, 3);
    if (find() === undefined) { await this.#change(name, { filter: '' }); }
    const node = find();
    if (node !== undefined) { await this.#views[name].reveal(node, { select: true, focus: true, expand: true }); }
  }
}

function names(): readonly ViewName[] {
  return ['actors', 'events', 'sources'];
}

/** What the writer reads for each way of grouping and sorting. */
const CHOICES: Readonly<Record<string, string>> = {
  type: vscode.l10n.t('Type'), body: vscode.l10n.t('Body they belong to'), process: vscode.l10n.t('Process'), kind: vscode.l10n.t('Kind'),
  decade: vscode.l10n.t('Decade'), use: vscode.l10n.t('Use in the draft'), none: vscode.l10n.t('Nothing: one list'),
  name: vscode.l10n.t('Name'), date: vscode.l10n.t('Date'), author: vscode.l10n.t('Author'), year: vscode.l10n.t('Year, the latest first'),
  statements: vscode.l10n.t('Number of statements'),
};

async function pickOne(choices: readonly string[], current: string, title: string): Promise<string | undefined> {
  const items = choices.map(choice => ({ choice, label: CHOICES[choice] ?? choice, description: choice === current ? vscode.l10n.t('current') : '' }));
  return (await vscode.window.showQuickPick(items, { title }))?.choice;
}

/** Files that are dropped on a work are its text; dropped beside, they are asked about or known by their names. */
function takeFiles(files: readonly vscode.Uri[], node: OutlineNode | undefined): void {
  const citekey = citekeyFrom(node);
  void runCommand('rapporteur.importTexts', citekey === undefined ? [...files] : { files: files.map(String), citekey });
}

/** What a row puts into a draft: the name of an entry, the citation of a work or of a statement. */
function draggedFrom(node: OutlineNode, { corpus }: Services): Dragged | undefined {
  if (node.subject.kind !== 'entry') { return citationFrom(node); }
  const name = corpus.snapshot.entries.get(node.subject.key)?.name;
  return name === undefined ? undefined : { name };
}

/** The best citation for an entry: of its best statement, else of its own record. */
export function citationOf(key: string, { corpus }: Services): { citekey: string; suffixText: string } | undefined {
  const citation = bestStatements(corpus.snapshot, key, { limit: 1 })[0]?.citations[0];
  return citation && { citekey: citation.citekey, suffixText: citation.suffixText };
}

export function registerSidebar(services: Services, checks: Checks): vscode.Disposable {
  return vscode.Disposable.from(new Sidebar(services, checks));
}
