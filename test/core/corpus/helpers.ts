import { readEntry, type EntryReading } from '../../../src/core/corpus/entry.ts';
import { readCorpus, type ReadCorpus } from '../../../src/core/corpus/read.ts';
import { mergeCorpora } from '../../../src/core/corpus/snapshot.ts';
import type { Actor, Concept, CorpusFile, Event, Snapshot } from '../../../src/core/corpus/types.ts';
import type { Problem } from '../../../src/core/text.ts';

/** Files by path, as a corpus folder `file:///c`. A `corpus.yaml` with the id `c` comes by itself. */
export function filesOf(texts: Readonly<Record<string, string | undefined>>, folder = 'file:///c'): CorpusFile[] {
  return Object.entries({ 'corpus.yaml': 'id: c\ntitle: C', ...texts }).map(([path, text]) => ({ path, uri: `${folder}/${path}`, text }));
}

export function corpusOf(texts: Readonly<Record<string, string | undefined>>): ReadCorpus {
  return readCorpus(filesOf(texts), 'file:///c');
}

export function snapshotOf(texts: Readonly<Record<string, string | undefined>>): Snapshot {
  return mergeCorpora([corpusOf(texts)]);
}

export const SOURCES = JSON.stringify([
  { id: 'khan2022', type: 'report', title: 'When Great Powers Behave', author: [{ family: 'Khan', given: 'Asif R.' }], issued: { 'date-parts': [[2022]] } },
  { id: 'martin2018', type: 'book', title: 'Reminiscences', author: [{ family: 'Martin' }], issued: { 'date-parts': [[2018]] } },
], null, 2);

export function codesOf(problems: readonly Problem[]): string[] {
  return problems.map(problem => problem.code);
}

/** The words of a file that a problem stands at. */
export function wordsAt(text: string, problem: Problem | undefined): string {
  return problem === undefined ? '' : text.slice(problem.span.start, problem.span.end);
}

export function entryOf(text: string, path = 'actors/a.md'): EntryReading {
  return readEntry({ path, uri: `file:///c/${path}`, text });
}

export function actorOf(frontMatter: string, body = ''): Actor {
  return entryOf(`---\n${frontMatter}\n---\n${body}`).entry as Actor;
}

export function eventOf(frontMatter: string, body = ''): Event {
  return entryOf(`---\ntype: event\nkind: meeting\nname: E\n${frontMatter}\n---\n${body}`, 'events/e.md').entry as Event;
}

export function conceptOf(frontMatter: string, body = ''): Concept {
  return entryOf(`---\ntype: concept\nkind: lesson\nname: C\n${frontMatter}\n---\n${body}`, 'concepts/c.md').entry as Concept;
}
