import { convert } from 'pandoc-wasm';
import type { CitationCluster } from '../../../src/core/citations/types.ts';

/** A cluster in the words that both readers can be held to: letters and digits of prefixes and suffixes, nothing of their marks. */
export interface Told {
  /** Of a bracketed cluster: all that is written, brackets included, blanks made single. */
  readonly written: string;
  readonly items: readonly { readonly key: string; readonly mode: string; readonly prefix: string; readonly suffix: string }[];
}

interface Node { readonly t: string; readonly c?: unknown }
interface PandocCitation {
  readonly citationId: string;
  readonly citationPrefix: readonly Node[];
  readonly citationSuffix: readonly Node[];
  readonly citationMode: { readonly t: string };
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 't' in value;
const single = (text: string) => text.replace(/\s+/g, ' ').trim();
const ENTITY = /&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);/g;
/** Without tags of spans and without `qqq`, the name that tests give to attributes: only one of the two readings shows them. */
const letters = (text: string) => text.replace(/<\/?span>/g, '').replace(ENTITY, '').replace(/[^\p{L}\p{N}]/gu, '').replace(/qqq/g, '');

/** The text of inlines, the addresses of links and what is raw included, in the order in which they are written. */
function flat(value: unknown): string {
  if (Array.isArray(value)) { return value.map(flat).join(''); }
  if (!isNode(value)) { return ''; }
  const content = value.c as unknown[];
  switch (value.t) {
    case 'Str': return value.c as string;
    case 'Space': case 'SoftBreak': case 'LineBreak': return ' ';
    case 'Code': case 'Math': case 'RawInline': return content[1] as string;
    case 'Link': case 'Image': {
      const [, text, target] = content as [unknown, unknown, [string, string]];
      const shown = flat(text);
      // An autolink shows its address, which is written once.
      return shown === target[0] || `mailto:${shown}` === target[0] ? shown : shown + target.join(' ');
    }
    case 'Cite': return flat(content[1]);
    case 'Quoted': case 'Span': return flat(content[1]);
    default: return flat(content);
  }
}

function tell(content: readonly [readonly PandocCitation[], readonly Node[]]): Told {
  const [citations, written] = content;
  return {
    written: single(flat(written)),
    items: citations.map(({ citationId, citationMode, citationPrefix, citationSuffix }) => ({
      key: citationId, mode: citationMode.t, prefix: letters(flat(citationPrefix)), suffix: letters(flat(citationSuffix)),
    })),
  };
}

/** Every `Cite` in the order of the text, those in prefixes and suffixes after the one that holds them. */
function clustersIn(value: unknown, found: Told[] = []): Told[] {
  if (Array.isArray(value)) { for (const part of value) { clustersIn(part, found); } return found; }
  if (!isNode(value)) { return found; }
  if (value.t !== 'Cite') { return clustersIn(value.c, found); }
  const content = value.c as readonly [readonly PandocCitation[], readonly Node[]];
  found.push(tell(content));
  for (const citation of content[0]) { clustersIn(citation.citationPrefix, found); clustersIn(citation.citationSuffix, found); }
  return found;
}

const SEPARATOR = 'ZZZSEPARATORZZZ';

/**
 * What pandoc reads in each of many paragraphs, in one run. Where something in one of them reaches into the next, as an open
 * LaTeX argument does, they are read in smaller runs, so that each is read as a document of its own.
 */
export async function pandocReads(paragraphs: readonly string[]): Promise<Told[][]> {
  const { stdout, stderr } = await convert({ from: 'markdown', to: 'json' }, paragraphs.map(text => `${text}\n\n${SEPARATOR}\n\n`).join(''), {});
  if (stdout === '') { throw new Error(stderr); }
  const told: Told[][] = [[]];
  for (const block of (JSON.parse(stdout) as { blocks: Node[] }).blocks) {
    if (flat(block.c) === SEPARATOR) { told.push([]); } else { clustersIn(block, told.at(-1)); }
  }
  if (told.length === paragraphs.length + 1) { return told.slice(0, -1); }
  if (paragraphs.length === 1) { return [told.flat()]; }
  const half = paragraphs.length >> 1;
  return [...await pandocReads(paragraphs.slice(0, half)), ...await pandocReads(paragraphs.slice(half))];
}

const MODES = { 'normal': 'NormalCitation', 'in-text': 'AuthorInText', 'suppress-author': 'SuppressAuthor' };

/** Our own reading in the same words. */
export function tellOurs(text: string, clusters: readonly CitationCluster[]): Told[] {
  return clusters.map(({ span, items, form }) => ({
    written: form === 'bracketed' ? single(text.slice(span.start, span.end)) : '',
    items: items.map(item => ({
      key: item.citekey, mode: MODES[item.mode],
      prefix: letters(item.prefix), suffix: letters(item.suffixText),
    })),
  }));
}

/** Pandoc's reading without the written form of in-text clusters, which pandoc composes anew. */
export function comparable(theirs: readonly Told[]): Told[] {
  return theirs.map(told => (told.written.startsWith('[') ? told : { ...told, written: '' }));
}
