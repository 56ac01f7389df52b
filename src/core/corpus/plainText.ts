import { MarkdownIt } from '../markdown.ts';
import type { Span } from '../text.ts';
import { oneLine } from './oneLine.ts';

/** `[[id]]` or `[[id|words]]`, as Obsidian and Foam write it; a folder before the id and a heading after it are allowed. */
export interface WikiLink {
  readonly id: string;
  /** `undefined` when the link has no words of its own: the name of the entry stands in. */
  readonly words: string | undefined;
  readonly span: Span;
}

const WIKI_LINK = /(?<!\\)\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,400}))?\]\]/g;

/** All wiki links between two offsets. */
export function findWikiLinks(text: string, start = 0, end = text.length): WikiLink[] {
  const part = text.slice(start, end);
  if (!part.includes('[[')) return [];
  return [...part.matchAll(WIKI_LINK)].map(match => ({
    id: idOf(match[1]!), words: match[2]?.trim(), span: { start: start + match.index, end: start + match.index + match[0].length },
  }));
}

function idOf(target: string): string {
  return target.replace(/#.*$/, '').replace(/^.*\//, '').replace(/\.md$/, '').trim();
}

/** Keeps a link without words as it is, until the name of its entry is known: see `nameLinks`. */
export function keepLink(id: string): string {
  return `\\[\\[${id}\\]\\]`;
}

/** Plain text with names in the place of links that `keepLink` kept. */
export function nameLinks(text: string, nameOf: (id: string) => string): string {
  return text.includes('[[') ? text.replace(/\[\[([a-z0-9][a-z0-9._:-]*)\]\]/g, (_, id: string) => nameOf(id)) : text;
}

const MARKUP = /[\\*_`[\]<>&!~]/;
let markdown: InstanceType<typeof MarkdownIt> | undefined;

/**
 * A line of Markdown as a reader sees it: no marks of emphasis, links as their words, wiki links as theirs or as the
 * name that `nameOf` gives, line ends as blanks.
 */
export function plainText(source: string, nameOf: (id: string) => string): string {
  const linked = source.includes('[[') ? source.replace(WIKI_LINK, (_, target: string, words: string | undefined) => words ?? nameOf(idOf(target))) : source;
  const line = oneLine(linked);
  if (!MARKUP.test(line)) return line;
  markdown ??= new MarkdownIt({ html: false, linkify: false, typographer: false });
  return oneLine(textOf(markdown.parseInline(line, {})));
}

interface Token {
  readonly type: string;
  readonly content: string;
  readonly children: readonly Token[] | null;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(token => {
    if (token.children !== null && token.children.length > 0) return textOf(token.children);
    if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
    return token.content;
  }).join('');
}

/** The text as Markdown that reads back as it: every sign that could mean something is escaped. */
export function escapeText(text: string): string {
  return text.replace(/[\\*_`[\]<>&!~@^$]/g, '\\$&').replace(/^([-+#>=|:])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
