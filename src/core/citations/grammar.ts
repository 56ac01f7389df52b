import type { Span } from '../text.ts';
import { BLANK, isUnit } from '../units.ts';
import type { RawCluster, RawItem, Region } from './found.ts';
import { readLocator, withoutEscapedBlanks, type LocatorTerms } from './locator.ts';
import { parseParagraph } from './parser.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { ParseOptions } from './reader.ts';
import type { CitationCluster, CitationItem } from './types.ts';

export interface CitationOptions extends ParseOptions {
  /** Whether Quarto's cross-references (`@fig-map`, `@sec-background`) are left out. */
  readonly quarto?: boolean | undefined;
  /** Words for `page`, `chapter` … in the document's language; English where not given. */
  readonly terms?: LocatorTerms | undefined;
  /** Whether the lines may begin with `>`, as those of a block quotation do. */
  readonly isQuote?: boolean | undefined;
}

/** Citations and what is not prose, from one reading of a block. */
export interface InlineReading {
  readonly clusters: readonly CitationCluster[];
  readonly regions: readonly InlineRegion[];
}

/** A stretch that is not prose: code, math, a tag or comment, a link's destination or an autolink, a LaTeX command. */
export interface InlineRegion extends Span {
  readonly kind: Region['kind'];
}

/** Prefixes of cross-references: https://quarto.org/docs/authoring/cross-references.html */
const QUARTO_REFERENCE = /^(?:fig|tbl|lst|sec|eq|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau|dia|vid)-/i;

/**
 * All citations in the inline text of one block, as pandoc reads them, in the order of the text.
 *
 * A key in a prefix or suffix, `[see @a and @b]`, is an in-text cluster of its own, whose span lies inside the other's.
 * Offsets are of `text`. Takes time in proportion to the length, whatever the text.
 */
export function findCitations(text: string, start = 0, end = text.length, options: CitationOptions = {}): CitationCluster[] {
  return [...readInline(text, start, end, options).clusters];
}

/** As `findCitations`, with the stretches that are not prose. */
export function readInline(text: string, start = 0, end = text.length, options: CitationOptions = {}): InlineReading {
  const clusters: CitationCluster[] = [];
  const regions: InlineRegion[] = [];
  for (const paragraph of paragraphsOf(text, start, end, options.isQuote === true)) {
    for (const found of parseParagraph(paragraph.text, options)) {
      if (found.found === 'region') {
        regions.push({ kind: found.kind, start: paragraph.start + found.start, end: paragraph.start + found.end });
      } else {
        const cluster = toCluster(found, text, paragraph.start, options);
        if (cluster.items.length > 0) { clusters.push(cluster); }
      }
    }
  }
  return { clusters, regions };
}

function toCluster(raw: RawCluster, text: string, base: number, options: CitationOptions): CitationCluster {
  const items = raw.items.map((item, index) => toItem(item, text, base, !raw.bracketed && index === 0, options));
  return {
    span: { start: base + raw.start, end: base + raw.end },
    form: raw.bracketed ? 'bracketed' : 'in-text',
    items: options.quarto === true ? items.filter(item => !QUARTO_REFERENCE.test(item.citekey)) : items,
  };
}

function toItem(raw: RawItem, text: string, base: number, isInText: boolean, { terms }: CitationOptions): CitationItem {
  const prefixSpan = trimmed(text, base + raw.start, base + raw.prefixEnd);
  const whole = trimmed(text, base + raw.suffixStart, base + raw.suffixEnd);
  const suffixSpan = text[whole.start] === ',' ? trimmed(text, whole.start + 1, whole.end) : whole;
  const suffixText = text.slice(suffixSpan.start, suffixSpan.end);
  const located = readLocator(suffixText, terms);
  const keyStart = base + raw.key.start;
  return {
    citekey: raw.key.key,
    keySpan: { start: raw.key.isAuthorSuppressed ? keyStart + 1 : keyStart, end: base + raw.key.end },
    span: { start: Math.min(prefixSpan.start, keyStart), end: Math.max(base + raw.key.end, whole.end) },
    prefix: withoutEscapedBlanks(text.slice(prefixSpan.start, prefixSpan.end)).trim(),
    suffixText,
    suffixSpan,
    locator: located.locator,
    locatorSpan: located.span && { start: suffixSpan.start + located.span.start, end: suffixSpan.start + located.span.end },
    suffix: located.suffix,
    mode: raw.key.isAuthorSuppressed ? 'suppress-author' : isInText ? 'in-text' : 'normal',
  };
}

/** Without the blanks at both ends; an empty span stands at its end, where it touches the key. */
function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (to > from && isUnit(text.charCodeAt(to - 1), BLANK)) { to -= 1; }
  while (from < to && isUnit(text.charCodeAt(from), BLANK)) { from += 1; }
  return { start: from, end: to };
}
