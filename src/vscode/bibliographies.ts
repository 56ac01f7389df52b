import * as vscode from 'vscode';
import { mergeSources, type BibliographyPart } from '../core/bibliography/merge.ts';
import type { DraftSources } from '../core/bibliography/types.ts';
import type { BibliographyFormat } from '../core/citations/bibliographyFormat.ts';
import type { CslItem } from '../core/citations/types.ts';
import type { Snapshot, Source } from '../core/corpus/types.ts';
import type { TextEdit } from '../core/text.ts';
import { BibliographyReader } from '../engine/bibliography/bibliographyReader.ts';
import { BibliographyStore } from '../engine/bibliography/bibliographyStore.ts';
import { editorBibliographyFiles } from './bibliographyFiles.ts';
import { frontMatterLength } from '../core/draft/blocks.ts';
import { isDraft } from './convert.ts';
import type { CorpusService } from './corpusService.ts';
import { Disposable } from './disposable.ts';
import { frontMatterOf } from './frontMatter.ts';
import { Gathered, type DraftPlace } from './gatherBibliographies.ts';
import { Matters } from './matters.ts';
import { Projects } from './projectFiles.ts';
import { runSoon } from './runSoon.ts';
import { ZoteroSource } from './zotero.ts';

/** What was worked out for a draft, and from what. */
interface Known {
  readonly generation: number;
  readonly frontMatter: string;
  readonly version: number;
  readonly value: DraftSources;
  readonly uses: ReadonlySet<string>;
}

/** Versions of documents are never below 1; that of none is 0. */
const NOT_OPEN = -1;

/** What each draft can cite: its own bibliographies, the project's and the workspace's, with those of the corpora. */
export class Bibliographies extends Disposable {
  readonly #corpus: CorpusService;
  readonly #reader: BibliographyReader;
  readonly #store: BibliographyStore;
  readonly #projects = this.own(new Projects());
  readonly #matters: Matters;
  readonly #zotero: ZoteroSource;
  readonly #known = new Map<string, Known>();
  readonly #onDidChange = this.own(new vscode.EventEmitter<undefined>());
  /** What some draft can cite has changed: a bibliography, what a draft names, a corpus, a setting. */
  readonly onDidChange = this.#onDidChange.event;
  /** Told once after a burst of changes, such as many files read at the start. */
  readonly #tell = this.own(runSoon(() => this.#onDidChange.fire(undefined), 50));
  #generation = 0;
  #corpusParts: { readonly snapshot: Snapshot; readonly parts: readonly BibliographyPart[] } | undefined;

  constructor(corpus: CorpusService, extensionUri: vscode.Uri, log: vscode.LogOutputChannel) {
    super();
    this.#corpus = corpus;
    this.#reader = this.own(new BibliographyReader(vscode.Uri.joinPath(extensionUri, 'dist', 'bibliography.worker.cjs').fsPath));
    this.#store = this.own(new BibliographyStore(editorBibliographyFiles, this.#reader));
    const changed = () => { this.#generation++; this.#tell.schedule(); };
    this.#matters = new Matters(this.#reader, changed);
    this.#zotero = this.own(new ZoteroSource(this.#reader, log));
    this.own(this.#zotero.onDidChange(changed));
    this.own(this.#store.onDidChange(changed));
    this.own(this.#projects.onDidChange(changed));
    this.own(corpus.onDidChange(() => { this.#generation++; this.#tell.now(); }));
    this.own(vscode.workspace.onDidGrantWorkspaceTrust(changed));
    this.own(vscode.workspace.onDidChangeWorkspaceFolders(changed));
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('rapporteur.bibliographies')) { changed(); } }));
    this.own(vscode.workspace.onDidChangeTextDocument(({ document }) => { if (isDraft(document)) { this.#noteEdit(document); } }));
    this.own(vscode.workspace.onDidCloseTextDocument(document => this.#forget(document)));
  }

  /**
   * What is known now; what the draft names and nobody has read yet is being read, and `onDidChange` tells when it is there.
   * Without a draft, what every draft of the workspace can cite.
   */
  of(document: vscode.TextDocument | undefined): DraftSources {
    const id = document?.uri.toString() ?? '';
    const known = this.#known.get(id);
    if (known?.generation === this.#generation && known.version === (document?.version ?? 0)) { return known.value; }
    const frontMatter = document === undefined ? '' : frontMatterOf(document);
    const isSame = known?.generation === this.#generation && known.frontMatter === frontMatter;
    const made = isSame ? known : this.#make(document, frontMatter, known);
    this.#known.set(id, { ...made, generation: this.#generation, frontMatter, version: document?.version ?? 0 });
    return made.value;
  }

  /** As `of`, once everything the draft names has been read. */
  ready(document: vscode.TextDocument | undefined): Promise<DraftSources> {
    return this.#whenComplete(() => this.of(document));
  }

  /** What a draft can cite that is not open, once everything it names has been read. */
  async readyFor(uri: vscode.Uri, text: string): Promise<DraftSources> {
    const id = uri.toString();
    const frontMatter = text.slice(0, frontMatterLength(text));
    const sources = await this.#whenComplete(() => {
      const made = this.#make({ uri, isUntitled: false }, frontMatter, undefined);
      // What it uses is kept for as long as it is waited for.
      this.#known.set(id, { ...made, generation: this.#generation, frontMatter, version: NOT_OPEN });
      return made.value;
    });
    if (this.#known.get(id)?.version === NOT_OPEN) { this.#known.delete(id); }
    return sources;
  }

  async #whenComplete(find: () => DraftSources): Promise<DraftSources> {
    for (;;) {
      const sources = find();
      if (sources.isComplete) { return sources; }
      await new Promise<void>(resolve => {
        const listening = this.onDidChange(() => { listening.dispose(); resolve(); });
      });
    }
  }

  /** The change that adds references to the text of a bibliography; none when that cannot be done, or not in the time there is. */
  addition(text: string, format: BibliographyFormat, items: readonly CslItem[]): Promise<TextEdit | undefined> {
    return this.#reader.append(text, format, items).catch(() => undefined);
  }

  /** Reads every bibliography again. */
  reload(): void {
    this.#store.reload();
    this.#zotero.reload();
  }

  #noteEdit(document: vscode.TextDocument): void {
    const known = this.#known.get(document.uri.toString());
    if (known !== undefined && known.frontMatter !== frontMatterOf(document)) { this.#tell.schedule(); }
  }

  #forget(document: vscode.TextDocument): void {
    this.#known.delete(document.uri.toString());
    this.#store.keepOnly(new Set([...this.#known.values()].flatMap(({ uses }) => [...uses])));
  }

  #make(document: DraftPlace | undefined, frontMatter: string, before: Known | undefined): Pick<Known, 'value' | 'uses'> {
    const gathered = new Gathered(this.#store);
    const matter = this.#matters.read(frontMatter);
    gathered.isComplete &&= matter !== undefined;
    if (document !== undefined && matter !== undefined) { gathered.addDraft(document, matter); }
    const project = document === undefined ? { files: [], isComplete: true } : this.#projects.of(document.uri);
    gathered.isComplete &&= project.isComplete;
    const projectMatters = project.files.map(file => ({ file, matter: this.#matters.read(file.text) }));
    for (const { file, matter: named } of projectMatters) {
      gathered.isComplete &&= named !== undefined;
      if (named !== undefined) { gathered.addNamed(named.bibliographies, [vscode.Uri.joinPath(file.uri, '..')], 'project', file.uri); }
      gathered.problems.push(...(named?.problems ?? []).map(problem => ({ ...problem, uri: file.uri.toString() })));
    }
    gathered.addWorkspace(document?.uri);
    const ofZotero = this.#zotero.parts;
    gathered.isComplete &&= ofZotero.every(({ state }) => state.state !== 'reading');
    gathered.parts.push(...ofZotero, ...this.#partsOfCorpora());
    // While a long front matter is being read, what it said before its last change is nearer than nothing.
    const said = matter ?? before?.value.matter;
    const of = <K extends 'lang' | 'csl' | 'referenceSectionTitle' | 'isBibliographySuppressed'>(key: K) => [said, ...projectMatters.map(one => one.matter)].map(one => one?.[key]).find(Boolean);
    return {
      uses: gathered.uses,
      value: {
        ...mergeSources(gathered.parts),
        bibliographies: gathered.parts.map(({ state }) => state),
        isComplete: gathered.isComplete,
        matter: {
          lang: of('lang') ?? '', csl: of('csl'), nocite: said?.nocite ?? [], isAllListed: said?.isAllListed ?? false,
          referenceSectionTitle: of('referenceSectionTitle') ?? '', isBibliographySuppressed: of('isBibliographySuppressed') ?? false,
        },
        problems: gathered.problems,
      },
    };
  }

  #partsOfCorpora(): readonly BibliographyPart[] {
    const { snapshot } = this.#corpus;
    if (this.#corpusParts?.snapshot === snapshot) { return this.#corpusParts.parts; }
    const byFile = new Map<string, Source[]>();
    for (const source of snapshot.sources.values()) { byFile.set(source.uri, [...byFile.get(source.uri) ?? [], source]); }
    const parts = [...byFile].map(([uri, sources]): BibliographyPart => ({
      state: { uri, name: vscode.workspace.asRelativePath(vscode.Uri.parse(uri), false), namedBy: 'corpus', state: 'ready', count: sources.length, problems: [] }, sources,
    }));
    this.#corpusParts = { snapshot, parts };
    return parts;
  }
}
