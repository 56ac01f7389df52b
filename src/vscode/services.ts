import type * as vscode from 'vscode';
import type { Pandoc } from '../engine/pandoc/types.ts';
import type { Bibliographies } from './bibliographies.ts';
import type { CitationStyles } from './citationStyles.ts';
import type { CorpusService } from './corpusService.ts';
import type { Drafts } from './drafts.ts';
import type { LibraryService } from './library/libraryService.ts';
import type { SetDrafts } from './setDrafts.ts';
import type { AsOfDay } from './timeline/asOf.ts';

/** What every surface stands on. */
export interface Services {
  readonly corpus: CorpusService;
  /** What a draft can cite. */
  readonly bibliographies: Bibliographies;
  readonly drafts: Drafts;
  /** Full texts; opened when first asked for. */
  readonly library: LibraryService;
  /** The style that each draft is set in. */
  readonly styles: CitationStyles;
  readonly pandoc: Pandoc;
  readonly asOf: AsOfDay;
  /** Citations as the styles set them. */
  readonly setDrafts: SetDrafts;
  readonly log: vscode.LogOutputChannel;
  readonly extensionUri: vscode.Uri;
  /** State of this workspace: groupings, filters, the timeline's view. */
  readonly state: vscode.Memento;
}
