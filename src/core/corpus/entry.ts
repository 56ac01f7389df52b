import type { Problem, Span } from '../text.ts';
import { readBody } from './body.ts';
import { citationsOf } from './cite.ts';
import { buildActor, buildConcept, buildEvent } from './entryFields.ts';
import { findFrontMatter } from './frontMatter.ts';
import { moveItem, Notes, toCitation, type Reference } from './notes.ts';
import { oneLine } from './oneLine.ts';
import { findWikiLinks, keepLink, plainText } from './plainText.ts';
import { didYouMean, problem } from './problems.ts';
import { ENTRY_ID } from './schema.ts';
import { ACTOR_TYPES, type Citation, type CorpusFile, type Entry, type EntryClass, type Remark, type Statement } from './types.ts';
import { readYaml, type YamlMap } from './yaml.ts';
import { t } from '../l10n.ts';

/** What one entry file says. */
export interface EntryReading {
  /** The id that the file's name gives, even where the entry cannot be read; `undefined` for an impossible name. */
  readonly id: string | undefined;
  /** `undefined` when the file is no entry. Statements without a citation are still in it: see `assemble`. */
  readonly entry: Entry | undefined;
  readonly problems: readonly Problem[];
  readonly references: readonly Reference[];
  /** Claims in the front matter that name no source, with what each is. */
  readonly uncited: readonly { readonly what: string; readonly span: Span }[];
  /** Where the date stands; the whole file when it stands nowhere. */
  readonly dateSpan: Span;
}

const FOLDERS = { actor: 'actors', event: 'events', concept: 'concepts' } as const;
/** In characters, more than any entry needs: YAML that is made to be slow takes half a minute for a megabyte. */
const MAX_FRONT_MATTER = 50_000;
/** In characters: six hundred words are no single claim. */
const MAX_PROSE = 4000;

/** Reads one entry file by itself. What is wrong is told in `problems`; never throws. */
export function readEntry(file: Pick<CorpusFile, 'path' | 'uri'> & { readonly text: string }, corpusId = ''): EntryReading {
  const notes = new Notes();
  const id = /([^/]*)\.md$/i.exec(file.path)?.[1] ?? file.path;
  if (!ENTRY_ID.test(id)) {
    return { id: undefined, entry: undefined, problems: [problem('bad-file-name', { start: 0, end: 0 }, id)], references: [], uncited: [], dateSpan: { start: 0, end: 0 } };
  }
  const front = findFrontMatter(file.text);
  notes.problems.push(...front.problems);
  const root = front.yaml === undefined ? undefined : readFrontMatter(file.text, front.yaml, notes);
  const done = (entry: Entry | undefined, dateSpan: Span = { start: 0, end: 0 }): EntryReading =>
    ({ id, entry, problems: notes.problems, references: notes.references, uncited: notes.uncited, dateSpan });
  if (root === undefined) return done(undefined);

  const folder = file.path.split('/', 1)[0] ?? '';
  const entryClass = classOf(root, folder, notes);
  const { summary, statements } = readProse(file, front.bodyStart, id, notes);
  const base = { id, key: id, corpusId, uri: file.uri, summary, statements };
  const dateSpan = root.entries.get('date')?.value.span ?? { start: 0, end: 0 };
  if (entryClass === 'actor') return done(buildActor(root, base, notes));
  if (entryClass === 'event') return done(buildEvent(root, base, notes), dateSpan);
  return done(buildConcept(root, base, notes), dateSpan);
}

function readFrontMatter(text: string, span: Span, notes: Notes): YamlMap | undefined {
  if (span.end - span.start > MAX_FRONT_MATTER) {
    notes.problems.push(problem('too-large-yaml', { start: span.start, end: span.start }, String(Math.ceil((span.end - span.start) / 1000)), String(MAX_FRONT_MATTER / 1000)));
    return undefined;
  }
  const { root, problems } = readYaml(text, span.start, span.end);
  notes.problems.push(...problems);
  if (root?.kind === 'map') return root;
  if (problems.length === 0) notes.problems.push(problem('wrong-shape', span, t('front matter'), t('keys and values such as type: person')));
  return undefined;
}

/** Events and concepts say so in `type`; any other type is an actor's. The folder decides where `type` says nothing. */
function classOf(root: YamlMap, folder: string, notes: Notes): EntryClass {
  const entry = root.entries.get('type');
  const type = entry?.value.kind === 'scalar' ? entry.value.text?.trim() : undefined;
  const byFolder: EntryClass = folder === FOLDERS.event ? 'event' : folder === FOLDERS.concept ? 'concept' : 'actor';
  if (type === undefined) {
    if (entry === undefined) notes.problems.push(problem('missing-key', { start: 0, end: 3 }, 'type'));
    return byFolder;
  }
  const byType: EntryClass = type === 'event' || type === 'concept' ? type : byFolder === 'actor' || (ACTOR_TYPES as readonly string[]).includes(type) ? 'actor' : byFolder;
  if (byType !== byFolder) notes.problems.push(problem('wrong-folder', entry!.value.span, type, FOLDERS[byType], folder));
  return byType;
}

function readProse(file: { readonly text: string; readonly uri: string }, start: number, id: string, notes: Notes): Pick<Entry, 'summary' | 'statements'> {
  const { text } = file;
  const body = readBody(text, start);
  for (const span of body.stray) notes.problems.push(problem('stray-text', span));
  const named = new Set<string>();
  const statements = body.items.flatMap((item, index): Statement[] => {
    if (isTooLong(item.content, notes)) return [];
    const { content, name } = readName(text, item.content, named, notes);
    const claim = readClaim(text, content, notes);
    return [{
      id: `${id}#${name === undefined ? String(index + 1) : `^${name}`}`, ...name === undefined ? {} : { name }, entryKey: id, text: claim.text, ...claim.markdown === claim.text ? {} : { markdown: claim.markdown }, citations: claim.citations,
      dates: [], mentions: [id], uri: file.uri, span: item.span,
      remarks: item.children.flatMap(child => isTooLong(child.content, notes) ? [] : [readRemark(text, child.content, notes)]),
    }];
  });
  if (body.summary === undefined || isTooLong(body.summary, notes)) return { summary: '', statements };
  linkReferences(text, body.summary, notes);
  return { summary: plainText(text.slice(body.summary.start, body.summary.end), keepLink), statements };
}

function isTooLong(span: Span, notes: Notes): boolean {
  const length = span.end - span.start;
  if (length > MAX_PROSE) notes.problems.push(problem('too-long', span, String(length), String(MAX_PROSE)));
  return length > MAX_PROSE;
}

/** A name behind all else, as Obsidian gives one to a block: `- Said. [@khan2022] ^tour`. https://help.obsidian.md/links */
const NAME = /(?:^|\s)\^([A-Za-z0-9-]+)$/;

/** Takes the name off an item. Of two statements of one name the first keeps it. */
function readName(text: string, span: Span, named: Set<string>, notes: Notes): { readonly content: Span; readonly name: string | undefined } {
  const mark = NAME.exec(text.slice(span.start, span.end));
  if (mark === null) return { content: span, name: undefined };
  const at = span.start + mark.index;
  const content = { start: span.start, end: span.start + text.slice(span.start, at).trimEnd().length };
  const name = mark[1]!;
  if (!named.has(name)) {
    named.add(name);
    return { content, name };
  }
  notes.problems.push(problem('duplicate-statement', { start: span.end - name.length - 1, end: span.end }, name));
  return { content, name: undefined };
}

interface Claim {
  readonly text: string;
  readonly markdown: string;
  readonly citations: readonly Citation[];
}

/** A stretch of text with its citations taken out. */
function readClaim(text: string, span: Span, notes: Notes): Claim {
  linkReferences(text, span, notes);
  const source = text.slice(span.start, span.end);
  const clusters = citationsOf(source);
  const citations: Citation[] = [];
  let markdown = '';
  let at = 0;
  for (const cluster of clusters) {
    for (const item of cluster.items) {
      citations.push(toCitation(item));
      notes.references.push({ kind: 'citation', item: moveItem(item, span.start) });
    }
    if (cluster.form !== 'bracketed' || cluster.span.start < at) continue;
    markdown += source.slice(at, cluster.span.start).trimEnd();
    at = cluster.span.end;
  }
  markdown = oneLine(markdown + source.slice(at));
  return { text: plainText(markdown, keepLink), markdown, citations };
}

const REMARK = /^(disputed|note)[ \t]*:\s*/i;

function readRemark(text: string, span: Span, notes: Notes): Remark {
  const source = text.slice(span.start, span.end);
  const label = REMARK.exec(source);
  if (label === null) {
    const word = /^([A-Za-z]+)[ \t]*:/.exec(source)?.[1] ?? '';
    notes.problems.push(problem('unknown-remark', span, didYouMean(word, ['disputed', 'note'])));
  }
  const claim = readClaim(text, { start: span.start + (label?.[0].length ?? 0), end: span.end }, notes);
  return { kind: label?.[1]?.toLowerCase() === 'disputed' ? 'disputed' : 'note', text: claim.text, citations: claim.citations };
}

function linkReferences(text: string, span: Span, notes: Notes): void {
  for (const link of findWikiLinks(text, span.start, span.end)) {
    notes.references.push({ kind: 'entry', id: link.id, wants: undefined, via: 'other', span: link.span });
  }
}
