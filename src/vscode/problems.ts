import * as vscode from 'vscode';
import type { FileProblem } from '../core/corpus/types.ts';
import { rangeInText } from './convert.ts';
import { Disposable } from './disposable.ts';
import type { Services } from './services.ts';
import { SEVERITY } from './severity.ts';

/** What is wrong in corpus files, each at its place in the Problems view. */
class CorpusProblems extends Disposable {
  readonly #collection = this.own(vscode.languages.createDiagnosticCollection('rapporteur-corpus'));
  readonly #services: Services;

  constructor(services: Services) {
    super();
    this.#services = services;
    this.own(services.corpus.onDidChange(() => this.#show()));
  }

  #show(): void {
    const byFile = new Map<string, FileProblem[]>();
    for (const problem of this.#services.corpus.snapshot.problems) { byFile.set(problem.uri, [...byFile.get(problem.uri) ?? [], problem]); }
    this.#collection.clear();
    for (const [uri, problems] of byFile) {
      const text = this.#services.corpus.textOf(uri) ?? '';
      this.#collection.set(vscode.Uri.parse(uri, true), problems.map(problem => {
        const diagnostic = new vscode.Diagnostic(rangeInText(text, problem.span), problem.message, SEVERITY[problem.severity]);
        diagnostic.source = 'Rapporteur';
        diagnostic.code = problem.code;
        return diagnostic;
      }));
    }
  }
}

export function registerProblems(services: Services): vscode.Disposable {
  return vscode.Disposable.from(new CorpusProblems(services));
}
