import * as vscode from 'vscode';
import { checkDraft, makeCheckContext, readCheckSettings, takenUpAt, type CheckContext, type CheckSettings, type Finding, type TakenUp } from '../core/checks/index.ts';
import { doublesOf } from '../core/bibliography/merge.ts';
import type { DraftSources } from '../core/bibliography/types.ts';
import type { Snapshot } from '../core/corpus/types.ts';
import { isDraft } from './convert.ts';
import { Disposable } from './disposable.ts';
import type { Services } from './services.ts';

interface Known {
  readonly sources: DraftSources;
  readonly snapshot: Snapshot;
  readonly settings: string;
  readonly context: CheckContext;
}

/** The findings of each draft, which every surface of the checks shares. */
export class Checks extends Disposable {
  readonly #services: Services;
  readonly #contexts = new Map<string, Known>();
  readonly #onDidChange = this.own(new vscode.EventEmitter<vscode.Uri | undefined>());
  /** What is found in a draft may have changed; with no address, in all. */
  readonly onDidChange = this.#onDidChange.event;

  constructor(services: Services) {
    super();
    this.#services = services;
    this.own(services.drafts.onDidChange(document => this.#onDidChange.fire(document.uri)));
    this.own(services.bibliographies.onDidChange(() => this.#onDidChange.fire(undefined)));
    this.own(services.corpus.onDidChange(() => this.#onDidChange.fire(undefined)));
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('rapporteur.checks')) { this.#onDidChange.fire(undefined); } }));
    this.own(vscode.workspace.onDidOpenTextDocument(document => { if (isDraft(document)) { this.#onDidChange.fire(document.uri); } }));
    this.own(vscode.workspace.onDidCloseTextDocument(document => {
      this.#contexts.delete(document.uri.toString());
      if (isDraft(document)) { this.#onDidChange.fire(document.uri); }
    }));
  }

  /** What does not hold in a draft; nothing for files of a corpus, which have checks of their own, and where checks are turned off. */
  of(document: vscode.TextDocument): readonly Finding[] {
    if (!this.isChecked(document)) { return []; }
    const { context, sources } = this.#contextOf(document);
    const findings = checkDraft(this.#services.drafts.read(document), context);
    // A key may stand in a bibliography that is still being read.
    return sources.isComplete ? findings : findings.filter(({ rule }) => rule !== 'unknown-citekey');
  }

  /** What the sentence there takes up of those before it, as the checks read it. */
  takenUpAt(document: vscode.TextDocument, offset: number): readonly TakenUp[] {
    return this.isChecked(document) ? takenUpAt(this.#services.drafts.read(document), offset, this.#contextOf(document).context) : [];
  }

  isChecked(document: vscode.TextDocument): boolean {
    return isDraft(document) && this.isCheckedAt(document.uri);
  }

  /** Whether a draft there is checked: it is the writer's, no file of a corpus, and checks are on. */
  isCheckedAt(uri: vscode.Uri): boolean {
    return isWriters(uri, this.#services.extensionUri) && this.#services.corpus.textOf(uri.toString()) === undefined
      && vscode.workspace.getConfiguration('rapporteur.checks', uri).get('enabled', true);
  }

  #contextOf(document: vscode.TextDocument): Known {
    const id = document.uri.toString();
    const { snapshot } = this.#services.corpus;
    const sources = this.#services.bibliographies.of(document);
    const settings = settingsAt(document.uri);
    const known = this.#contexts.get(id);
    if (known?.sources === sources && known.snapshot === snapshot && known.settings === settings.key) { return known; }
    const made = { sources, snapshot, settings: settings.key, context: contextFor(snapshot, sources, settings) };
    this.#contexts.set(id, made);
    return made;
  }
}

/** The settings of the checks for a draft, and all of them in one word. */
export function settingsAt(uri: vscode.Uri): { readonly key: string; readonly settings: CheckSettings } {
  const configuration = vscode.workspace.getConfiguration('rapporteur.checks', uri);
  const raw = { severity: configuration.get<unknown>('severity'), firstMention: configuration.get<unknown>('firstMention') };
  return { key: JSON.stringify(raw), settings: readCheckSettings(raw) };
}

export function contextFor(snapshot: Snapshot, sources: DraftSources, { settings }: { readonly settings: CheckSettings }): CheckContext {
  return makeCheckContext({ snapshot, sources: sources.sources, doubles: doublesOf(sources.duplicates) }, settings);
}

/** Whether a text is the writer's to mend: an earlier version of a file is not, nor is a page of the manual with its wrong examples. */
function isWriters(uri: vscode.Uri, extensionUri: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false && !uri.path.startsWith(`${extensionUri.path}/docs/`);
}
