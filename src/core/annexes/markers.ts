import { stillBlocks } from '../draft/index.ts';
import type { DraftReading } from '../draft/types.ts';
import { t } from '../l10n.ts';
import type { Span } from '../text.ts';

export const ANNEX_KINDS = ['actors', 'abbreviations', 'chronology', 'sources'] as const;
export type AnnexKind = (typeof ANNEX_KINDS)[number];

/** A part of a draft that is written anew on request. */
export interface Annex {
  readonly kind: AnnexKind;
  /** Markers included. */
  readonly span: Span;
  /** What is between the two markers: all that is ever written. */
  readonly inner: Span;
}

/** A marker that cannot be followed; nothing is written there. */
export interface AnnexProblem extends Span {
  readonly code: 'unknown-kind' | 'not-closed' | 'not-opened';
  /** The kind, as written. */
  readonly given: string;
}

/** What is wrong with a marker, in a sentence. */
export function annexSentence({ code, given }: AnnexProblem): string {
  switch (code) {
    case 'unknown-kind': return t('There is no annex “{0}”; there are {1}.', given, ANNEX_KINDS.join(', '));
    case 'not-closed': return t('This annex has no end: {0} is missing, so nothing was written here.', CLOSE_MARKER);
    case 'not-opened': return t('This ends an annex that has no beginning.');
  }
}

export interface FoundAnnexes {
  readonly annexes: readonly Annex[];
  readonly problems: readonly AnnexProblem[];
}

/** A line that is nothing but a marker: `<!-- rapporteur-annex actors -->` or `<!-- /rapporteur-annex -->`. */
const MARKER = /^[ \t]*<!--[ \t]*(\/?)rapporteur-annex(?:[ \t]+([\w-]{1,40}))?[ \t]*-->[ \t]*$/gm;

export function openMarker(kind: AnnexKind): string {
  return `<!-- rapporteur-annex ${kind} -->`;
}
export const CLOSE_MARKER = '<!-- /rapporteur-annex -->';

/** The annexes of a draft, in their order. Markers in code are none. */
export function findAnnexes(reading: DraftReading): FoundAnnexes {
  const { text } = reading;
  if (!text.includes('rapporteur-annex')) return { annexes: [], problems: [] };
  const closed = stillBlocks(reading).filter(({ block }) => block.kind === 'code' || block.kind === 'math' || block.kind === 'front-matter').map(({ start, block }) => ({ start, end: start + block.length }));
  const annexes: Annex[] = [];
  const problems: AnnexProblem[] = [];
  let open: { readonly given: string; readonly start: number; readonly end: number } | undefined;
  for (const match of text.matchAll(MARKER)) {
    const place = { start: match.index, end: match.index + match[0].length };
    if (closed.some(({ start, end }) => start <= place.start && place.start < end)) continue;
    const [, slash, given = ''] = match;
    if (slash === '') {
      if (open !== undefined) problems.push({ code: 'not-closed', given: open.given, start: open.start, end: open.end });
      open = { given, ...place };
      continue;
    }
    const kind = ANNEX_KINDS.find(known => known === open?.given);
    if (open === undefined) problems.push({ code: 'not-opened', given, ...place });
    else if (kind === undefined) problems.push({ code: 'unknown-kind', given: open.given, start: open.start, end: open.end });
    else annexes.push({ kind, span: { start: open.start, end: place.end }, inner: { start: open.end, end: place.start } });
    open = undefined;
  }
  if (open !== undefined) problems.push({ code: 'not-closed', given: open.given, start: open.start, end: open.end });
  return { annexes, problems };
}
