import type { Span, TextEdit } from '../text.ts';
import { bracketDepth } from './brackets.ts';
import { simpleEnd } from './citekey.ts';
import { findCitations } from './grammar.ts';
import { paragraphAround } from './paragraphs.ts';
import { inNote, noteEdits } from './noteInsert.ts';
import { locatorIn } from './locatorWords.ts';
import { placeFor } from './place.ts';
import type { CitationCluster } from './types.ts';

/** How a new citation is written: `[@k, p. 3]`, `@k [p. 3]`, `[-@k, p. 3]`, or `[^1]` with the citation in the note. */
export type CitationForm = 'bracketed' | 'in-text' | 'suppress-author' | 'note';

export interface NewCitation {
  readonly citekey: string;
  /** `sec. 3.2, n. 24`: what stands after the comma. */
  readonly suffixText?: string;
  readonly prefix?: string;
  readonly mode?: 'normal' | 'suppress-author';
}

export interface Insertion {
  readonly edits: readonly TextEdit[];
  /** Where the cursor stands afterwards, in the changed text. */
  readonly caret: number;
}

/**
 * Citations put into a draft at a cursor. Inside a cluster they join it, with `; `, after the item at the cursor; at an in-text
 * key they go into its bracket; elsewhere they make a new cluster at the end of the word, before the full stop of a sentence
 * (a note mark after it). No word, key or link is split. Terms of locators are those of the draft's language.
 */
export function insertCitation(text: string, offset: number, given: readonly NewCitation[], form: CitationForm): Insertion {
  if (given.length === 0) { return { edits: [], caret: offset }; }
  const items = given.map(item => item.suffixText === undefined ? item : { ...item, suffixText: locatorIn(text, item.suffixText) });
  const paragraph = paragraphAround(text, offset);
  const cluster = clusterAt(findCitations(text, paragraph.start, paragraph.end), offset);
  if (cluster) { return joinCluster(text, offset, cluster, items, form); }
  if (form === 'note' && !inNote(text, paragraph, offset)) { return noteEdits(text, paragraph, offset, `${clusterText(items, 'bracketed')}.`); }
  return newCluster(text, paragraph, offset, clusterText(items, form), form);
}

/**
 * The work cited last before the cursor, or the one that is named, cited again with the cursor where its page goes:
 * `[@khan2022, p. |]`. `undefined` when nothing is cited before.
 */
export function sameSourceOtherLocator(text: string, offset: number, label = 'p.', citekey?: string): Insertion | undefined {
  const last = citekey ?? lastCitekeyBefore(text, offset);
  if (last === undefined) { return undefined; }
  const suffixText = `${label} `;
  const { edits, caret } = insertCitation(text, offset, [{ citekey: last, suffixText }], 'bracketed');
  const written = edits[0]?.newText ?? '';
  const afterLocator = written.length - written.lastIndexOf(suffixText) - suffixText.length;
  const trailing = edits[0] === undefined ? 0 : edits[0].span.start + written.length - caret;
  return { edits, caret: caret + trailing - afterLocator };
}

/**
 * A stretch of a draft put into quotation marks, with its citation after it: `“a peace of the brave” [@khan2022, sec. 3.2]`. Marks
 * that are there already stay. A full stop at its end goes behind the citation.
 */
export function insertQuotation(text: string, quoted: Span, items: readonly NewCitation[]): Insertion {
  const before = text.slice(0, quoted.start);
  let { start, end } = quoted;
  while (start < end && /\s/.test(text.charAt(start))) { start += 1; }
  while (end > start && /\s/.test(text.charAt(end - 1))) { end -= 1; }
  const isMarked = /["“„«‘]$/.test(before.slice(0, start)) || /^["“„«‘]/.test(text.slice(start, end));
  const written = clusterText(items, 'bracketed');
  if (isMarked) {
    const close = /^["”“»’]/.test(text.slice(end)) ? end + 1 : end;
    return insertAt(close, ` ${written}`);
  }
  const stop = /[.,]$/.test(text.slice(start, end)) ? text.charAt(end - 1) : '';
  const newText = `“${text.slice(start, end - stop.length)}” ${written}${stop}`;
  return { edits: [{ span: { start, end }, newText }], caret: start + newText.length };
}

/** The key as the draft writes it: in braces where pandoc's plain form cannot hold it. */
export function citekeyText(citekey: string): string {
  return simpleEnd(citekey, 0) === citekey.length ? `@${citekey}` : `@{${citekey}}`;
}

/** The innermost cluster that the cursor stands in or touches; of two that touch it, the bracketed one. */
function clusterAt(clusters: readonly CitationCluster[], offset: number): CitationCluster | undefined {
  return clusters.filter(({ span }) => span.start <= offset && offset <= span.end)
    .filter(cluster => cluster.form === 'bracketed' || offset > cluster.span.start)
    .sort((a, b) => Number(b.form === 'bracketed') - Number(a.form === 'bracketed') || (a.span.end - a.span.start) - (b.span.end - b.span.start))[0];
}

function joinCluster(text: string, offset: number, cluster: CitationCluster, items: readonly NewCitation[], form: CitationForm): Insertion {
  const written = items.map(item => itemText(item, form === 'suppress-author')).join('; ');
  const [first] = cluster.items;
  if (cluster.form === 'in-text' && text[cluster.span.end - 1] !== ']' && first) {
    const [{ citekey, suffixText = '' }, ...others] = items as readonly [NewCitation, ...NewCitation[]];
    const isSame = citekey === first.citekey && suffixText !== '';
    const inside = isSame ? [safeSuffix(suffixText), ...others.map(item => itemText(item, false))].join('; ') : written;
    return insertAt(first.keySpan.end, ` [${inside}]`);
  }
  if (offset <= cluster.span.start) { return insertAt(cluster.span.start + 1, `${written}; `, -2); }
  const before = cluster.items.filter(item => item.span.start <= offset);
  const item = before.at(-1) ?? first;
  if (item === undefined) { return insertAt(cluster.span.end - 1, written); }
  // An in-text key alone before its bracket: what is added goes inside.
  if (cluster.form === 'in-text' && item === first && item.suffixText === '') { return insertAt(text.indexOf('[', item.keySpan.end) + 1, `${written}; `, -2); }
  return insertAt(Math.max(item.keySpan.end, item.suffixSpan.end), `; ${written}`);
}

function insertAt(offset: number, newText: string, caretShift = 0): Insertion {
  return { edits: [{ span: { start: offset, end: offset }, newText }], caret: offset + newText.length + caretShift };
}

function newCluster(text: string, paragraph: Span, offset: number, written: string, form: CitationForm): Insertion {
  const place = placeFor(text, paragraph, offset, form === 'in-text' ? 'word' : 'citation');
  const before = text.charAt(place - 1);
  const after = text.charAt(place);
  const lead = place > paragraph.start && !/[\s([{“‘«>]/.test(before) ? ' ' : '';
  const isOpeningQuote = (before === '"' || before === "'") && (place - 1 === paragraph.start || /\s/.test(text.charAt(place - 2)));
  const trail = /[\p{L}\p{N}([{@_*`$<"“‘]/u.test(after) && !/["”’*_]/.test(isOpeningQuote ? '' : closingAt(text, place)) ? ' ' : '';
  const newText = `${isOpeningQuote ? '' : lead}${written}${trail}`;
  return insertAt(place, newText, -trail.length);
}

/** The mark at `place` if it closes something, which a blank would tear off. */
function closingAt(text: string, place: number): string {
  return /\s/.test(text.charAt(place - 1)) || /[\p{L}\p{N}]/u.test(text.charAt(place + 1)) ? '' : text.charAt(place);
}

function clusterText(items: readonly NewCitation[], form: CitationForm): string {
  const [first, ...rest] = items as readonly [NewCitation, ...NewCitation[]];
  if (form !== 'in-text') { return `[${items.map(item => itemText(item, form === 'suppress-author')).join('; ')}]`; }
  const suffix = safeSuffix(first.suffixText ?? '');
  const inside = [...suffix === '' ? [] : [suffix], ...rest.map(item => itemText(item, false))].join('; ');
  return `${citekeyText(first.citekey)}${inside === '' ? '' : ` [${inside}]`}`;
}

function itemText({ citekey, suffixText = '', prefix = '', mode }: NewCitation, isAuthorSuppressed: boolean): string {
  const key = `${isAuthorSuppressed || mode === 'suppress-author' ? '-' : ''}${citekeyText(citekey)}`;
  const suffix = safeSuffix(suffixText);
  return `${prefix.trim() === '' ? '' : `${safeSuffix(prefix.trim())} `}${key}${suffix === '' ? '' : `, ${suffix}`}`;
}

/** A suffix that stays inside its item: a semicolon would begin another, a lone bracket would end the cluster. */
function safeSuffix(suffix: string): string {
  const line = suffix.replace(/^[\s,]+/, '').replace(/\s*[\r\n]\s*/g, ' ').replace(/(?<!\\);/g, '\\;');
  return bracketDepth(line) === 0 ? line : line.replace(/(?<!\\)[[\]]/g, '\\$&');
}

function lastCitekeyBefore(text: string, offset: number): string | undefined {
  for (let end = offset; end > 0;) {
    const paragraph = paragraphAround(text, end);
    const before = findCitations(text, paragraph.start, paragraph.end).flatMap(cluster => cluster.items).filter(item => item.keySpan.end <= offset);
    const last = before.at(-1);
    if (last !== undefined) { return last.citekey; }
    end = Math.min(paragraph.start - 1, end - 1);
  }
  return undefined;
}
