import * as vscode from 'vscode';
import type { DraftSources } from '../core/bibliography/types.ts';
import type { CorpusService } from './corpusService.ts';
import { Disposable } from './disposable.ts';

/** What each draft can cite: its own bibliographies, the project's and the workspace's, with those of the corpora. */
export class Bibliographies extends Disposable {
  readonly #corpus: CorpusService;
  readonly #known = new Map<string, DraftSources>();
  readonly #onDidChange = this.own(new vscode.EventEmitter<undefined>());
  /** What some draft can cite has changed: a bibliography, what a draft names, a corpus, a setting. */
  readonly onDidChange = this.#onDidChange.event;

  constructor(corpus: CorpusService) {
    super();
    this.#corpus = corpus;
    this.own(corpus.onDidChange(() => this.#onDidChange.fire(undefined)));
  }

  /** What is known now; what the draft names and nobody has read yet is being read, and `onDidChange` tells when it is there. */
  of(document: vscode.TextDocument | undefined): DraftSources {
    return this.#known.get(document?.uri.toString() ?? '') ?? { sources: this.#corpus.snapshot.sources, bibliographies: [], isComplete: true };
  }

  /** As `of`, once everything the draft names has been read. */
  async ready(document: vscode.TextDocument): Promise<DraftSources> {
    return Promise.resolve(this.of(document));
  }
}
