import type { MarkdownIt } from 'markdown-it';
import { findCitations } from './grammar.ts';
import type { CitationCluster, CitationItem } from './types.ts';

/** A work as the preview sets it: `short` is `Khan 2022`, `reference` the line of the list of references. Both plain text. */
export interface PreviewSource {
  readonly short: string;
  readonly reference: string;
}
export type PreviewLookup = (citekey: string) => PreviewSource | undefined;

export const CITATION_TOKEN = 'rapporteur_citation';

/**
 * A markdown-it plugin that sets pandoc citations as text with the reference as title:
 * `<span class="rapporteur-citation" title="Khan, Asif R. 2022. …">(Khan 2022, sec. 3.2)</span>`.
 * A key that no source has is shown as written, with the class `rapporteur-citation-missing`.
 */
export function citationPlugin(md: MarkdownIt, lookup: PreviewLookup): void {
  const escape = (text: string) => md.utils.escapeHtml(text);
  // The rule is asked at every character of a block: one reading serves all of them.
  let read = { text: '', clusters: new Map<number, CitationCluster>() };
  const clusterAt = (text: string, offset: number) => {
    if (read.text !== text) {
      const clusters = text.includes('@') ? findCitations(text) : [];
      read = { text, clusters: new Map(clusters.reverse().map(cluster => [cluster.span.start, cluster])) };
    }
    return read.clusters.get(offset);
  };
  md.inline.ruler.before('link', CITATION_TOKEN, (state, silent) => {
    const character = state.src.charCodeAt(state.pos);
    if (character !== 0x5B && character !== 0x40 && character !== 0x2D) { return false; }
    const cluster = clusterAt(state.src, state.pos);
    if (cluster === undefined || cluster.span.end > state.posMax) { return false; }
    if (!silent) {
      const token = state.push(CITATION_TOKEN, '', 0);
      token.content = state.src.slice(cluster.span.start, cluster.span.end);
      token.meta = { cluster };
    }
    state.pos = cluster.span.end;
    return true;
  });
  md.renderer.rules[CITATION_TOKEN] = (tokens, index) => clusterHtml(tokens[index]!.meta?.['cluster'] as CitationCluster, lookup, escape);
}

function clusterHtml(cluster: CitationCluster, lookup: PreviewLookup, escape: (text: string) => string): string {
  const title = [...new Set(cluster.items.map(item => lookup(item.citekey)?.reference ?? `@${item.citekey}`))].join('\n');
  const span = (content: string) => `<span class="rapporteur-citation" title="${escape(title)}">${content}</span>`;
  if (cluster.form === 'bracketed') { return span(`(${cluster.items.map(item => itemHtml(item, lookup, escape)).join('; ')})`); }
  const [first, ...rest] = cluster.items;
  if (first === undefined) { return span(''); }
  const source = lookup(first.citekey);
  const place = first.suffixText === '' ? '' : `, ${escape(plain(first.suffixText))}`;
  const others = rest.map(item => `; ${itemHtml(item, lookup, escape)}`).join('');
  if (source === undefined) {
    const inside = `${place.replace(/^, /, '')}${others}`.replace(/^; /, '');
    return span(`${missing(first, escape)}${inside === '' ? '' : ` (${inside})`}`);
  }
  const { author, year } = taken(source.short);
  return span(`${first.mode === 'suppress-author' ? '' : `${escape(author)} `}(${escape(year)}${place}${others})`);
}

function itemHtml(item: CitationItem, lookup: PreviewLookup, escape: (text: string) => string): string {
  const source = lookup(item.citekey);
  const work = source === undefined ? missing(item, escape)
    : escape(item.mode === 'suppress-author' ? taken(source.short).year : source.short);
  const prefix = item.prefix === '' ? '' : `${escape(plain(item.prefix))} `;
  return `${prefix}${work}${item.suffixText === '' ? '' : `, ${escape(plain(item.suffixText))}`}`;
}

function missing({ citekey }: CitationItem, escape: (text: string) => string): string {
  return `<span class="rapporteur-citation-missing">@${escape(citekey)}</span>`;
}

/** A prefix or suffix without the marks of emphasis, escapes and locator braces. */
function plain(text: string): string {
  return text.replace(/\\([^\p{L}\p{N}\s])|(?<![\p{L}\p{N}])[*_]+|[*_]+(?![\p{L}\p{N}])|[{}]/gu, '$1').replace(/\s+/g, ' ');
}

/** `Khan` and `2022` of `Khan 2022`; the year is what comes last. */
function taken(short: string): { readonly author: string; readonly year: string } {
  const match = /^(.*?)\s+((?:c\. )?\S+)$/.exec(short);
  return { author: match?.[1] ?? short, year: match?.[2] ?? '' };
}
