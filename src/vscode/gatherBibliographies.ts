import * as vscode from 'vscode';
import type { DraftMatter, NamedPath } from '../core/bibliography/draftMatter.ts';
import type { BibliographyPart } from '../core/bibliography/merge.ts';
import { pathKind } from '../core/bibliography/path.ts';
import type { BibliographyState, NamedBy } from '../core/bibliography/types.ts';
import type { FileProblem } from '../core/corpus/types.ts';
import type { BibliographyStore, StoredBibliography } from '../engine/bibliography/bibliographyStore.ts';

/** Where a draft is, open or not. */
export type DraftPlace = Pick<vscode.TextDocument, 'uri' | 'isUntitled'>;

/** Gathers the bibliographies of one draft in the order in which they count. */
export class Gathered {
  readonly parts: BibliographyPart[] = [];
  readonly problems: FileProblem[] = [];
  readonly uses = new Set<string>();
  isComplete = true;
  readonly #store: BibliographyStore;

  constructor(store: BibliographyStore) {
    this.#store = store;
  }

  addDraft(document: DraftPlace, matter: DraftMatter): void {
    const uri = document.uri.toString();
    this.problems.push(...matter.problems.map(problem => ({ ...problem, uri })));
    if (matter.references.length > 0) {
      this.parts.push({
        state: { uri, name: vscode.l10n.t('the front matter'), namedBy: 'draft', state: 'ready', count: matter.references.length, problems: [] },
        sources: matter.references.map(({ item, span }) => ({ citekey: item.id, item, corpusId: undefined, uri, span })),
      });
    }
    const workspace = vscode.workspace.getWorkspaceFolder(document.uri) ?? (document.isUntitled ? vscode.workspace.workspaceFolders?.[0] : undefined);
    const beside = document.isUntitled ? [] : [vscode.Uri.joinPath(document.uri, '..')];
    this.addNamed(matter.bibliographies, [...beside, ...workspace === undefined ? [] : [workspace.uri]], 'draft', document.uri);
  }

  /** The workspace's own bibliographies, relative to the folder of the draft or to the first one. */
  addWorkspace(draft: vscode.Uri | undefined): void {
    const folder = (draft && vscode.workspace.getWorkspaceFolder(draft)) ?? vscode.workspace.workspaceFolders?.[0];
    const paths: unknown = vscode.workspace.getConfiguration('rapporteur', draft ?? folder?.uri).get('bibliographies');
    const named = (Array.isArray(paths) ? paths : []).flatMap((path: unknown) => (typeof path === 'string' && path.trim() !== '' ? [{ path: path.trim(), start: 0, end: 0 }] : []));
    this.addNamed(named, folder === undefined ? [] : [folder.uri], 'workspace', undefined);
  }

  /**
   * @param bases folders that a relative path may start from, the likeliest first
   * @param namer the file that names them
   */
  addNamed(named: readonly NamedPath[], bases: readonly vscode.Uri[], namedBy: NamedBy, namer: vscode.Uri | undefined): void {
    // Pandoc lets the last one win.
    for (const path of named.toReversed()) {
      const tell = (code: string, message: string) => {
        if (namer !== undefined) { this.problems.push({ code, severity: 'error', message, uri: namer.toString(), span: path }); }
        else { this.#add({ uri: `bibliography:${path.path}`, state: 'failed', sources: [], problems: [] }, namedBy, path.path); }
      };
      const candidates = candidatesFor(path.path, bases);
      if (typeof candidates === 'string') { tell('refused-bibliography', candidates); continue; }
      const allowed = candidates.filter(isAllowed);
      if (allowed.length === 0) { tell('refused-bibliography', vscode.l10n.t('{0} lies outside this folder, which is not trusted; so it is not read.', path.path)); continue; }
      const file = this.#firstThere(allowed);
      if (file.state === 'missing') {
        tell('missing-bibliography', vscode.l10n.t('There is no file {0}. It was looked for in {1}.', path.path, bases.map(base => vscode.workspace.asRelativePath(base, true)).join(', ') || '/'));
        this.#add({ ...file, problems: namer === undefined ? file.problems : [] }, namedBy, path.path);
        continue;
      }
      if (file.state === 'kept' && file.problems.some(({ code }) => code === 'missing-bibliography')) { tell('missing-bibliography', `${path.path}: ${file.problems[0]!.message}`); }
      this.#add(file, namedBy, vscode.workspace.asRelativePath(vscode.Uri.parse(file.uri), false));
    }
  }

  /** The first that is there; while that is not known, the first of those that may be. */
  #firstThere(candidates: readonly vscode.Uri[]): StoredBibliography {
    let first: StoredBibliography | undefined;
    for (const uri of candidates) {
      this.uses.add(uri.toString());
      const file = this.#store.get(uri.toString());
      if (file.state !== 'missing') { return file; }
      first ??= file;
    }
    return first!;
  }

  #add(file: StoredBibliography, namedBy: NamedBy, name: string): void {
    this.isComplete &&= file.state !== 'reading';
    // Named twice, it counts where it counts most.
    if (this.parts.some(({ state }) => state.uri === file.uri && state.name === name)) { return; }
    const state: BibliographyState['state'] = file.state === 'missing' ? 'failed' : file.state;
    this.parts.push({ state: { uri: file.uri, name, namedBy, state, count: file.sources.length, problems: file.problems }, sources: file.sources });
  }
}

/** Where a path may lead, or why it leads nowhere that is read. */
function candidatesFor(path: string, bases: readonly vscode.Uri[]): readonly vscode.Uri[] | string {
  switch (pathKind(path)) {
    case 'remote': return vscode.l10n.t('{0} is an address on the network, and nothing is fetched from there: save the bibliography as a file and name that.', path);
    case 'share': return vscode.l10n.t('{0} is on another machine and is not read: copy the bibliography beside the draft.', path);
    case 'absolute': return [(bases[0] ?? vscode.Uri.file('/')).with({ path: vscode.Uri.file(path).path })];
    case 'relative': return [...new Map(bases.map(base => vscode.Uri.joinPath(base, path)).map(uri => [uri.toString(), uri])).values()];
  }
}

/** In a folder that is not trusted a draft may only name what is in it. */
function isAllowed(uri: vscode.Uri): boolean {
  return vscode.workspace.isTrusted || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
}
