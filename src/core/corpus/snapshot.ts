import { compareDates } from '../dates/order.ts';
import { findDates } from '../dates/prose.ts';
import type { DateMention } from '../dates/types.ts';
import { buildLexicon } from '../names/lexicon.ts';
import type { Lexicon, NameEntry } from '../names/types.ts';
import { findWikiLinks, nameLinks } from './plainText.ts';
import { problem, WHOLE_FILE } from './problems.ts';
import type { ReadCorpus } from './read.ts';
import { resolveId, statementOf, tailOf } from './resolve.ts';
import type {
  Actor, Citation, Concept, Corpus, CorpusInfo, Entry, EntryId, EntryKey, Event, FileProblem, Remark, Snapshot, Source, Statement, WorkOutline,
} from './types.ts';
import type { Span } from '../text.ts';

/**
 * All corpora as one. Ids that two corpora share become `corpus:id` in both; of two corpora with one id the first counts, and
 * of two references with one citekey too. Mentions, dates and names are worked out when they are first asked for.
 */
export function mergeCorpora(corpora: readonly (Corpus | ReadCorpus)[]): Snapshot {
  const { used, problems } = withoutDoubles(corpora);
  const shared = sharedIds(used);
  const keyOf = (corpusId: string, id: EntryId): EntryKey => shared.has(id) ? `${corpusId}:${id}` : id;
  const entries = new Map<EntryKey, Entry>();
  const world: World = { entries, snapshot: undefined };
  for (const corpus of used) {
    for (const entry of corpus.entries) {
      const key = keyOf(corpus.info.id, entry.id);
      entries.set(key, { ...entry, key, statements: entry.statements.map((statement, index) => new MergedStatement(statement, key, index, corpus.info.id, world)) });
    }
  }
  for (const [key, entry] of entries) {
    if (entry.summary.includes('[[')) entries.set(key, { ...entry, summary: nameLinks(entry.summary, namer(world, entry.corpusId)) });
  }
  const sources = new Map<string, Source>();
  const outlines = new Map<string, WorkOutline>();
  for (const corpus of used) {
    for (const source of corpus.sources) if (!sources.has(source.citekey)) sources.set(source.citekey, source);
    for (const outline of corpus.outlines) if (!outlines.has(outline.citekey)) outlines.set(outline.citekey, outline);
  }
  const all = [...entries.values()];
  const snapshot = new MergedSnapshot({
    corpora: used.map(corpus => corpus.info), entries, sources, outlines,
    actors: all.filter((entry): entry is Actor => entry.class === 'actor'),
    events: all.filter((entry): entry is Event => entry.class === 'event').sort(compareEvents),
    concepts: all.filter((entry): entry is Concept => entry.class === 'concept'),
    statements: all.flatMap(entry => entry.statements),
    problems: [...problems, ...used.flatMap(corpus => corpus.problems.filter(found => !isMadeGood(found, corpus, used)))],
  });
  world.snapshot = snapshot;
  return snapshot;
}

/** By date, the undated last; then by name. */
export function compareEvents(a: Event, b: Event): number {
  return Number(a.date === undefined) - Number(b.date === undefined)
    || (a.date === undefined || b.date === undefined ? 0 : compareDates(a.date, b.date))
    || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** All names of all entries, for one pass over a text. Built once for each snapshot. */
export function lexiconOf(snapshot: Snapshot): Lexicon<EntryKey> {
  let lexicon = lexicons.get(snapshot);
  if (lexicon === undefined) {
    lexicon = buildLexicon(namesOf(snapshot));
    lexicons.set(snapshot, lexicon);
  }
  return lexicon;
}

const lexicons = new WeakMap<Snapshot, Lexicon<EntryKey>>();

export function* namesOf(snapshot: Snapshot): Generator<NameEntry<EntryKey>> {
  for (const entry of snapshot.entries.values()) {
    // A person has no plural: `the Martins` are others.
    const plural = entry.class !== 'actor' || entry.type !== 'person';
    for (const { text, kind } of entry.names) yield { text, kind, target: entry.key, plural };
  }
}

/** What merged statements look things up in; they are made before it is complete. */
interface World {
  readonly entries: ReadonlyMap<EntryKey, Entry>;
  snapshot: Snapshot | undefined;
}

/** The name of the entry that a link in a file of a corpus means; the id where there is none. */
function namer(world: World, corpusId: string): (id: string) => string {
  return id => resolveId(world, id, corpusId)?.name ?? id;
}

class MergedStatement implements Statement {
  readonly id: string;
  readonly name?: string;
  readonly entryKey: EntryKey;
  readonly markdown?: string;
  readonly citations: readonly Citation[];
  readonly uri: string;
  readonly span: Span;
  readonly #read: Statement;
  readonly #corpusId: string;
  readonly #world: World;
  #text: string | undefined;
  #remarks: readonly Remark[] | undefined;
  #dates: readonly DateMention[] | undefined;
  #mentions: readonly EntryKey[] | undefined;

  constructor(statement: Statement, entryKey: EntryKey, index: number, corpusId: string, world: World) {
    // An uncited statement is left out, but the others keep their place in the file.
    this.id = `${entryKey}#${statement.id.includes('#') ? tailOf(statement) : String(index + 1)}`;
    if (statement.name !== undefined) this.name = statement.name;
    this.entryKey = entryKey;
    if (statement.markdown !== undefined) this.markdown = statement.markdown;
    this.citations = statement.citations;
    this.uri = statement.uri;
    this.span = statement.span;
    this.#read = statement;
    this.#corpusId = corpusId;
    this.#world = world;
  }

  get text(): string {
    this.#text ??= nameLinks(this.#read.text, namer(this.#world, this.#corpusId));
    return this.#text;
  }

  get remarks(): readonly Remark[] {
    this.#remarks ??= this.#read.remarks.map(remark => ({ ...remark, text: nameLinks(remark.text, namer(this.#world, this.#corpusId)) }));
    return this.#remarks;
  }

  get dates(): readonly DateMention[] {
    this.#dates ??= findDates(this.text);
    return this.#dates;
  }

  get mentions(): readonly EntryKey[] {
    this.#mentions ??= this.#findMentions();
    return this.#mentions;
  }

  /** Its own entry, then what it links to, then what it names; a name that several entries bear tells nothing. */
  #findMentions(): EntryKey[] {
    const keys = new Set([this.entryKey]);
    for (const link of findWikiLinks(this.markdown ?? '')) {
      const key = resolveId(this.#world, link.id, this.#corpusId)?.key;
      if (key !== undefined) keys.add(key);
    }
    if (this.#world.snapshot !== undefined) {
      for (const { targets } of lexiconOf(this.#world.snapshot).find(this.text)) {
        if (targets.length === 1) keys.add(targets[0]!);
      }
    }
    return [...keys];
  }
}

type Eager = Omit<Snapshot, 'statementsAbout'>;

class MergedSnapshot implements Snapshot {
  readonly corpora: readonly CorpusInfo[];
  readonly entries: ReadonlyMap<EntryKey, Entry>;
  readonly actors: readonly Actor[];
  readonly events: readonly Event[];
  readonly concepts: readonly Concept[];
  readonly statements: readonly Statement[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly outlines: ReadonlyMap<string, WorkOutline>;
  readonly problems: readonly FileProblem[];
  #statementsAbout: ReadonlyMap<EntryKey, readonly Statement[]> | undefined;

  constructor(parts: Eager) {
    this.corpora = parts.corpora;
    this.entries = parts.entries;
    this.actors = parts.actors;
    this.events = parts.events;
    this.concepts = parts.concepts;
    this.statements = parts.statements;
    this.sources = parts.sources;
    this.outlines = parts.outlines;
    this.problems = parts.problems;
  }

  get statementsAbout(): ReadonlyMap<EntryKey, readonly Statement[]> {
    this.#statementsAbout ??= groupByMention(this.statements);
    return this.#statementsAbout;
  }
}

function groupByMention(statements: readonly Statement[]): Map<EntryKey, Statement[]> {
  const about = new Map<EntryKey, Statement[]>();
  for (const statement of statements) {
    for (const key of statement.mentions) {
      const known = about.get(key);
      if (known === undefined) about.set(key, [statement]);
      else known.push(statement);
    }
  }
  return about;
}

function withoutDoubles(corpora: readonly (Corpus | ReadCorpus)[]): { used: (Corpus | ReadCorpus)[]; problems: FileProblem[] } {
  const used = new Map<string, Corpus | ReadCorpus>();
  const problems: FileProblem[] = [];
  for (const corpus of corpora) {
    const other = used.get(corpus.info.id);
    if (other === undefined) used.set(corpus.info.id, corpus);
    else problems.push({ ...problem('duplicate-corpus', WHOLE_FILE, corpus.info.id, addressOf(other)), uri: addressOf(corpus) });
  }
  return { used: [...used.values()], problems };
}

function addressOf(corpus: Corpus | ReadCorpus): string {
  return 'folderUri' in corpus ? `${corpus.folderUri.replace(/\/$/, '')}/corpus.yaml` : corpus.info.title;
}

function sharedIds(corpora: readonly Corpus[]): Set<EntryId> {
  const seen = new Set<EntryId>();
  const shared = new Set<EntryId>();
  for (const corpus of corpora) {
    for (const { id } of corpus.entries) (seen.has(id) ? shared : seen).add(id);
  }
  return shared;
}

/** Whether another corpus has the entry or the source that one of this corpus names in vain. */
function isMadeGood(found: ReadCorpus['problems'][number] | FileProblem, corpus: Corpus, corpora: readonly Corpus[]): boolean {
  const missing = 'missing' in found ? found.missing : undefined;
  if (missing === undefined) return false;
  const others = corpora.filter(other => other !== corpus);
  if (missing.kind === 'source') return others.some(other => other.sources.some(source => source.citekey === missing.id));
  const [before, after] = missing.id.split(':', 2) as [string, string | undefined];
  const candidates = after === undefined ? others : others.filter(other => other.info.id === before);
  // Without a qualifier the id has to mean one entry only.
  const meant = candidates.flatMap(other => other.entries.filter(entry => entry.id === (after ?? missing.id)));
  return meant.length === 1 && (missing.statement === undefined || statementOf(meant[0]!, missing.statement) !== undefined);
}

/** A snapshot of no corpora. */
export const emptySnapshot: Snapshot = mergeCorpora([]);
