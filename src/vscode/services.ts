import type * as vscode from 'vscode';
import type { Bibliographies } from './bibliographies.ts';
import type { CorpusService } from './corpusService.ts';
import type { Drafts } from './drafts.ts';

/** What every surface stands on. */
export interface Services {
  readonly corpus: CorpusService;
  /** What a draft can cite. */
  readonly bibliographies: Bibliographies;
  readonly drafts: Drafts;
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
  /** State of this workspace: groupings, filters, the timeline's view. */
  readonly state: vscode.Memento;
}
