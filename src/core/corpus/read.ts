import type { Problem, Span } from '../text.ts';
import { checkReferences, findCycles, type CrossProblem, type KnownCorpus } from './crossCheck.ts';
import { readEntry, type EntryReading } from './entry.ts';
import { problem, WHOLE_FILE } from './problems.ts';
import { readReferences, type ReferencesReading } from './references.ts';
import type { Corpus, CorpusFile, CorpusInfo, Entry, EntryId, Event, FileProblem, Source, Statement, WorkOutline } from './types.ts';
import { readCorpusInfo, readOutline } from './works.ts';
import { t } from '../l10n.ts';

type TextFile = CorpusFile & { readonly text: string };

/** What a file is to a corpus, by its path; `undefined` for files that are none of its business. */
export function roleOf(path: string): 'info' | 'references' | 'outline' | 'entry' | undefined {
  if (path === 'corpus.yaml') return 'info';
  if (/^references\.(?:json|ya?ml)$/.test(path)) return 'references';
  if (/^works\/[^/]+\.ya?ml$/.test(path)) return 'outline';
  if (/^(?:actors|events|concepts)\/.+\.md$/i.test(path)) return 'entry';
  return undefined;
}

/** A corpus, and what `mergeCorpora` needs to hold its problems against the others. */
export interface ReadCorpus extends Corpus {
  readonly folderUri: string;
  readonly problems: readonly (FileProblem & CrossProblem)[];
}

/**
 * Reads the files of a corpus. Each is read by itself, and again only when its text has changed.
 * Keep one reader per corpus folder.
 */
export class CorpusReader {
  readonly #readings = new Map<string, { readonly text: string; readonly context: string; readonly reading: unknown }>();

  /** Reads one entry ahead of `read`, so that a caller can pause between files. */
  prepare(file: CorpusFile, corpusId: string): void {
    if (file.text !== undefined && roleOf(file.path) === 'entry') this.#entry(file as TextFile, corpusId);
  }

  /** The id that `corpus.yaml` gives, or the folder's name. */
  idOf(files: readonly CorpusFile[], folderUri: string): string {
    return this.#info(files, folderUri).info.id;
  }

  /**
   * @param files all files of the folder, in any order; the first in the order of paths keeps an id that two claim
   * @param problems what the engine found wrong with files before it could hand them over
   */
  read(files: readonly CorpusFile[], folderUri: string, problems: readonly FileProblem[] = []): ReadCorpus {
    const ordered = [...files].sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
    const all: (FileProblem & CrossProblem)[] = [...problems];
    const report = (uri: string, found: readonly CrossProblem[]) => { for (const one of found) all.push({ ...one, uri }); };
    const { info, file: infoFile, problems: infoProblems } = this.#info(ordered, folderUri);
    report(infoFile?.uri ?? folderUri, infoProblems);

    const sources = new Map<string, Source>();
    const outlines = new Map<string, WorkOutline>();
    const readings: { readonly file: TextFile; readonly reading: EntryReading }[] = [];
    const unreadable = new Set<EntryId>();
    for (const file of ordered) {
      const role = roleOf(file.path);
      if (file.text === undefined) {
        if (role === 'entry') unreadable.add(file.path.replace(/^.*\//, '').replace(/\.md$/i, ''));
        continue;
      }
      const known = file as TextFile;
      if (role === 'references') report(file.uri, addSources(this.#references(known, info.id), sources, ordered));
      if (role === 'outline') report(file.uri, addOutline(this.#outline(known), outlines));
      if (role === 'entry') readings.push({ file: known, reading: this.#entry(known, info.id) });
    }
    this.#forget(ordered);

    const entries = new Map<EntryId, Entry>();
    const owners = new Map<EntryId, CorpusFile>();
    for (const { file, reading } of readings) {
      report(file.uri, reading.problems);
      if (reading.id === undefined) continue;
      const other = owners.get(reading.id);
      if (other !== undefined) {
        report(file.uri, [problem('duplicate-id', WHOLE_FILE, reading.id, other.path, t('That one is used.'))]);
        report(other.uri, [problem('duplicate-id', WHOLE_FILE, reading.id, file.path, t('This one is used.'))]);
        continue;
      }
      owners.set(reading.id, file);
      if (reading.entry === undefined) unreadable.add(reading.id);
      else {
        const { entry, problems: uncited } = withAuthority(reading, reading.entry, info.defaultCitation);
        entries.set(reading.id, entry);
        report(file.uri, uncited);
      }
    }
    const corpus: KnownCorpus = { id: info.id, entries, unreadable, sources, outlines };
    for (const { file, reading } of readings) {
      if (reading.id !== undefined && owners.get(reading.id) === file) report(file.uri, checkReferences(reading, corpus));
    }
    const cycles = findCycles([...entries.values()].filter((entry): entry is Event => entry.class === 'event'));
    for (const [id, round] of cycles) report(owners.get(id)!.uri, [problem('part-of-cycle', entries.get(id)!.nameSpan, round.join(' → '))]);
    if (readings.length === 0 && unreadable.size === 0) report(infoFile?.uri ?? folderUri, [problem('empty-corpus', WHOLE_FILE)]);
    if (infoFile !== undefined) report(infoFile.uri, checkDefault(info, infoFile, sources));
    return { info, folderUri, entries: [...entries.values()], sources: [...sources.values()], outlines: [...outlines.values()], problems: all };
  }

  #cached<T>(file: TextFile, context: string, read: () => T): T {
    const known = this.#readings.get(file.uri);
    if (known?.text === file.text && known.context === context) return known.reading as T;
    const reading = read();
    this.#readings.set(file.uri, { text: file.text, context, reading });
    return reading;
  }

  #entry(file: TextFile, corpusId: string): EntryReading {
    return this.#cached(file, `entry ${corpusId} ${file.path}`, () => readEntry(file, corpusId));
  }

  #references(file: TextFile, corpusId: string): ReferencesReading {
    return this.#cached(file, `references ${corpusId}`, () => readReferences(file, corpusId));
  }

  #outline(file: TextFile): ReturnType<typeof readOutline> {
    return this.#cached(file, 'outline', () => readOutline(file));
  }

  #info(files: readonly CorpusFile[], folderUri: string): { readonly info: CorpusInfo; readonly file: CorpusFile | undefined; readonly problems: readonly Problem[] } {
    const folder = folderName(folderUri);
    const file = files.find(known => roleOf(known.path) === 'info');
    if (file?.text !== undefined) return { ...this.#cached(file as TextFile, `info ${folder}`, () => readCorpusInfo(file as TextFile, folder)), file };
    const { info } = readCorpusInfo({ path: 'corpus.yaml', uri: folderUri, text: '' }, folder);
    return { info, file, problems: [problem('no-corpus-file', WHOLE_FILE, folder)] };
  }

  #forget(files: readonly CorpusFile[]): void {
    const present = new Set(files.map(file => file.uri));
    for (const uri of this.#readings.keys()) if (!present.has(uri)) this.#readings.delete(uri);
  }
}

/** Reads a whole corpus once: see `CorpusReader` for one that is kept and changes. */
export function readCorpus(files: readonly CorpusFile[], folderUri: string, problems: readonly FileProblem[] = []): ReadCorpus {
  return new CorpusReader().read(files, folderUri, problems);
}

/** The last part of a folder's address, as an id: `My Corpus` gives `my-corpus`. */
function folderName(uri: string): string {
  const name = /([^/]+)\/*$/.exec(uri)?.[1] ?? 'corpus';
  let decoded = name;
  try { decoded = decodeURIComponent(name); } catch { /* A lone % is a name like any other. */ }
  return decoded.toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^[^a-z0-9]+/, '').slice(0, 80) || 'corpus';
}

function addSources(reading: ReferencesReading, sources: Map<string, Source>, files: readonly CorpusFile[]): Problem[] {
  const problems = [...reading.problems];
  for (const source of reading.sources) {
    const other = sources.get(source.citekey);
    if (other === undefined) sources.set(source.citekey, source);
    else problems.push(problem('duplicate-citekey', source.span, source.citekey, files.find(file => file.uri === other.uri)?.path ?? other.uri));
  }
  return problems;
}

function addOutline({ outline, problems }: ReturnType<typeof readOutline>, outlines: Map<string, WorkOutline>): readonly Problem[] {
  if (outline === undefined) return problems;
  if (outlines.has(outline.citekey)) return [...problems, problem('duplicate-citekey', WHOLE_FILE, outline.citekey, t('another file of works/'))];
  outlines.set(outline.citekey, outline);
  return problems;
}

/** A claim without a source is not shown. Where the corpus has a default citation, that stands in and is said to. */
function withAuthority(reading: EntryReading, entry: Entry, defaultCitation: string | undefined): { entry: Entry; problems: Problem[] } {
  const problems: Problem[] = [];
  const told = (what: string, span: Span) => defaultCitation === undefined ? problem('uncited-claim', span, what) : problem('default-cited', span, defaultCitation);
  for (const { what, span } of reading.uncited) problems.push(told(what, span));
  if (entry.statements.every(statement => statement.citations.length > 0)) return { entry, problems };
  const statements = entry.statements.flatMap((statement): Statement[] => {
    if (statement.citations.length > 0) return [statement];
    problems.push(defaultCitation === undefined ? problem('uncited-statement', statement.span, 'key') : told('statement', statement.span));
    return defaultCitation === undefined ? [] : [{ ...statement, citations: [{ citekey: defaultCitation, locator: undefined, suffixText: '', prefix: '' }] }];
  });
  return { entry: { ...entry, statements }, problems };
}

function checkDefault({ defaultCitation }: CorpusInfo, file: CorpusFile, sources: ReadonlyMap<string, Source>): CrossProblem[] {
  if (defaultCitation === undefined || sources.has(defaultCitation)) return [];
  const at = file.text?.indexOf(defaultCitation) ?? -1;
  const span = at === -1 ? WHOLE_FILE : { start: at, end: at + defaultCitation.length };
  return [{ ...problem('unknown-source', span, defaultCitation, ''), missing: { kind: 'source', id: defaultCitation } }];
}
