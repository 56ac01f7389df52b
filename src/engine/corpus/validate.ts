import { readCorpus, type ReadCorpus } from '../../core/corpus/read.ts';
import { lineColumn } from '../../core/corpus/problems.ts';
import type { Entry, FileProblem } from '../../core/corpus/types.ts';
import { loadFile } from './loadFiles.ts';
import { NodeCorpusFiles } from './nodeFiles.ts';

export interface ValidationReport {
  readonly corpus: ReadCorpus;
  /** `actors/x.md:3:7 error bad-date “1989-13” is not …`, in the order of files and places. */
  readonly lines: readonly string[];
  /** `statements 412`, `actor 73 (person 40, state 12)` … */
  readonly counts: readonly string[];
  readonly errors: number;
}

/** Reads a corpus folder of this machine and says what is in it and what is wrong with it. */
export async function validateCorpus(folder: string): Promise<ValidationReport> {
  const files = new NodeCorpusFiles([folder]);
  const [folderUri] = await files.findCorpora() as [string];
  const loaded = await Promise.all((await files.listFiles(folderUri)).map(file => loadFile(files, file)));
  const corpus = readCorpus(loaded.map(({ file }) => file), folderUri, loaded.flatMap(({ problem }) => problem ?? []));
  const byUri = new Map(loaded.map(({ file }) => [file.uri, file]));
  const placed = corpus.problems.map(problem => {
    const file = byUri.get(problem.uri);
    return { problem, path: file?.path ?? problem.uri, ...lineColumn(file?.text ?? '', problem.span.start) };
  });
  placed.sort((a, b) => a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column);
  return {
    corpus,
    lines: placed.map(({ problem, path, line, column }) => `${path}:${line}:${column} ${problem.severity} ${problem.code} ${problem.message}`),
    counts: countsOf(corpus),
    errors: corpus.problems.filter((problem: FileProblem) => problem.severity === 'error').length,
  };
}

function countsOf({ entries, sources, problems }: ReadCorpus): string[] {
  const lines = (['actor', 'event', 'concept'] as const).map(name => {
    const ofClass = entries.filter(entry => entry.class === name);
    return `${name} ${ofClass.length}${detail(ofClass.map(kindOf))}`;
  });
  const statements = entries.flatMap(entry => entry.statements);
  return [
    ...lines,
    `source ${sources.length}${detail(sources.map(source => source.item.type))}`,
    `statement ${statements.length}, with remarks ${statements.filter(statement => statement.remarks.length > 0).length}`,
    `without a statement ${entries.filter(entry => entry.statements.length === 0).length}`,
    `problem ${problems.length}${detail(problems.map(problem => problem.code))}`,
  ];
}

function kindOf(entry: Entry): string {
  return entry.class === 'actor' ? entry.type : entry.kind;
}

/** ` (person 40, state 12)`, most first. */
function detail(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  if (counts.size === 0) return '';
  return ` (${[...counts].sort((a, b) => b[1] - a[1]).map(([word, count]) => `${word} ${count}`).join(', ')})`;
}
