import { findCitations } from '../citations/grammar.ts';
import type { CitationCluster, CitationItem } from '../citations/types.ts';
import { moveItem } from './notes.ts';

/** Clusters repeat in a corpus: each is parsed once. */
const remembered = new Map<string, CitationCluster | undefined>();
const MAX_REMEMBERED = 5000;

/** The cluster that a text in brackets is, or nothing when it is more or less than one. Offsets are those of the text. */
function clusterOf(text: string): CitationCluster | undefined {
  if (remembered.has(text)) return remembered.get(text);
  const found = findCitations(text).find(cluster => cluster.form === 'bracketed');
  const cluster = found?.span.start === 0 && found.span.end === text.length ? found : undefined;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(text, cluster);
  return cluster;
}

/** `@khan2022, sec. 3.2; citing @martin2018`, with or without brackets, as one pandoc cluster and nothing else. */
export function readCite(text: string): readonly CitationItem[] | undefined {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const isBracketed = trimmed.startsWith('[');
  const items = clusterOf(isBracketed ? trimmed : `[${trimmed}]`)?.items;
  const by = isBracketed ? start : start - 1;
  return by === 0 ? items : items?.map(item => moveItem(item, by));
}

/** Whatever could make the words before the last bracket more than plain words. */
const MARKUP = /[`$<\\[\]{}@*_~^]|https?:|!$/;

/** The citations in a statement. Most statements are plain words and one cluster at the end, which is read without looking further. */
export function citationsOf(source: string): readonly CitationCluster[] {
  if (!source.includes('@')) return [];
  const open = source.lastIndexOf('[');
  const before = source.slice(0, Math.max(open, 0));
  if (open > 0 && source.endsWith(']') && !MARKUP.test(before)) {
    const cluster = clusterOf(source.slice(open));
    if (cluster !== undefined) {
      return [{ ...cluster, span: { start: open, end: source.length }, items: cluster.items.map(item => moveItem(item, open)) }];
    }
  }
  return findCitations(source);
}
