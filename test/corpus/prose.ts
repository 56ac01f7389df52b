import type { Entry } from '../../src/core/corpus/index.ts';
import type { Material } from './material.ts';

/** A piece of what a writer reads of the corpus, and where it stands. */
export interface Prose {
  readonly where: string;
  readonly text: string;
}

/** All wording of ours: names, summaries, statements, remarks, places and wordings of dates, and the front of the corpus. */
export function proseOf({ snapshot, corpus }: Material): Prose[] {
  const { info } = corpus;
  return [
    { where: 'corpus.yaml', text: [info.title, info.description, info.provenance].join('\n') },
    ...[...snapshot.entries.values()].flatMap(entry => [
      { where: entry.id, text: entry.name }, { where: entry.id, text: entry.summary }, ...detailsOf(entry).map(text => ({ where: entry.id, text })),
    ]),
    ...statementsAndRemarks(snapshot),
  ].filter(({ text }) => text !== '');
}

export function statementsAndRemarks(snapshot: Material['snapshot']): Prose[] {
  return snapshot.statements.flatMap(statement => [
    { where: statement.id, text: statement.text }, ...statement.remarks.map(remark => ({ where: `${statement.id} ${remark.kind}`, text: remark.text })),
  ]);
}

function detailsOf(entry: Entry): string[] {
  switch (entry.class) {
    case 'actor': return entry.memberships.map(membership => membership.role);
    case 'event': return [entry.place ?? '', entry.wording ?? ''];
    case 'concept': return [entry.figure?.unit ?? '', entry.wording ?? ''];
  }
}

const QUOTATION = /"([^"]+)"|“([^”]+)”|(?<![\p{L}\p{N}])['‘]([^'’]+)['’](?![\p{L}\p{N}])/gu;

/** What stands between quotation marks. */
export function quotationsIn(text: string): string[] {
  return [...text.matchAll(QUOTATION)].map(match => match[1] ?? match[2] ?? match[3] ?? '');
}

export function withoutQuotations(text: string): string {
  return text.replace(QUOTATION, ' … ');
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
