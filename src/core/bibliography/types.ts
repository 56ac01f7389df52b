import type { FileProblem, Source } from '../corpus/types.ts';
import type { DraftMatter } from './draftMatter.ts';
import type { PlacedProblem } from './placed.ts';

/** Who names a bibliography: the draft's front matter, Quarto's project file, the workspace's settings, Zotero, a corpus. */
export type NamedBy = 'draft' | 'project' | 'workspace' | 'zotero' | 'corpus';

/** One bibliography as it stands: a file, the references in a front matter, Zotero's library, or those of a corpus. */
export interface BibliographyState {
  readonly uri: string;
  /** What the writer calls it: `references.bib`, `corpus/cambodia/references.json`, `Zotero`. */
  readonly name: string;
  readonly namedBy: NamedBy;
  /** `kept`: it cannot be read any more, and its last good state is used. `failed`: it cannot be read, and nothing is known of it. */
  readonly state: 'reading' | 'ready' | 'kept' | 'failed';
  /** How many of its references can be read. */
  readonly count: number;
  readonly problems: readonly PlacedProblem[];
}

/** Two references of different bibliographies with one key. */
export interface DuplicateSource {
  readonly citekey: string;
  readonly used: Source;
  readonly unused: Source;
}

/** All that a draft can cite, and what is wrong with where it comes from. Immutable; a change makes another one. */
export interface DraftSources {
  /**
   * Every source by its citekey, as pandoc decides between two with one key: the references in the front matter before all, then
   * the draft's bibliographies, the last of them first, then the project's, the workspace's, Zotero's and the corpora's.
   */
  readonly sources: ReadonlyMap<string, Source>;
  /** In the order of that precedence. Corpora come last, one for each file of references. */
  readonly bibliographies: readonly BibliographyState[];
  /** Whether everything that is named has been read, or has been found not to be readable: a missing key is missing then. */
  readonly isComplete: boolean;
  /** Keys that two bibliographies of the draft, the project, the workspace or Zotero define. */
  readonly duplicates: readonly DuplicateSource[];
  /** What the draft and the project file say about citing. The draft's own word counts before the project's. */
  readonly matter: Pick<DraftMatter, 'lang' | 'csl' | 'nocite' | 'isAllListed' | 'referenceSectionTitle' | 'isBibliographySuppressed'>;
  /** What is wrong where bibliographies are named: in the front matter of the draft, in a project file. */
  readonly problems: readonly FileProblem[];
}
