import { readInline } from '../../citations/grammar.ts';
import { Inside } from '../../draft/inside.ts';
import type { Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import type { CheckedBlock } from '../rule.ts';
import { knownAbbreviations } from './known.ts';
import { longFormBefore } from './longForm.ts';

/** An abbreviation in a block. */
export interface AbbreviationMark extends Span {
  /** `SNC`, without the ending of a plural. */
  readonly letters: string;
  /** `introduced`: `Supreme National Council (SNC)`; `bracketed` after words that it cannot be told from; else `used`. */
  readonly kind: 'introduced' | 'bracketed' | 'used';
  /** What it is introduced for, in the words of the draft. */
  readonly long: string | undefined;
  /** From the bracket on, with the blank before it, for one that is introduced. */
  readonly bracket: Span | undefined;
  /** Whether it stands where a reader needs to know it: in running text, in nobody else’s words. */
  readonly isOwn: boolean;
}

const CANDIDATE = /\b[A-Z][A-Z0-9&-]{0,18}[A-Z0-9](?=s?\b)/g;
/** In characters: what runs on for pages is no sentence. */
const LONGEST = 2000;
const ROMAN = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/;
const NONE: readonly AbbreviationMark[] = [];

/** The abbreviations of a block, in its order; none in code, citations and links. All rules share one reading. */
export function abbreviationsOf(block: CheckedBlock): readonly AbbreviationMark[] {
  return block.once(findMarks);
}

function findMarks(block: CheckedBlock, context: CheckContext): readonly AbbreviationMark[] {
  const { text, sentences, kind } = block;
  if (sentences.length === 0) return NONE;
  CANDIDATE.lastIndex = sentences[0]!.start;
  let match = CANDIDATE.exec(text);
  if (match === null) return NONE;
  const closed = closedIn(block);
  const marks: AbbreviationMark[] = [];
  const isProse = kind === 'paragraph' || kind === 'list-item';
  let sentence = 0;
  for (; match !== null; match = CANDIDATE.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    while (sentence < sentences.length - 1 && sentences[sentence + 1]!.start <= start) sentence++;
    const { start: from, end: to, quotations } = sentences[sentence]!;
    if (closed.at(start) !== undefined) continue;
    const isOwn = isProse && to - from <= LONGEST && !isShouted(text, start, end) && !quotations.some(quotation => quotation.start <= start && start < quotation.end && /\s/.test(quotation.text));
    for (const letters of partsOf(match[0], context)) marks.push(markAt(text, from, { start, end }, letters, isOwn, context));
  }
  return marks;
}

/** `UN-ASEAN` says both. */
function partsOf(word: string, context: CheckContext): string[] {
  const parts = word.split('-');
  return (parts.length === 1 || knownAbbreviations(context).has(word) ? [word] : parts).filter(part => part.length > 1 && !ROMAN.test(part));
}

function markAt(text: string, from: number, { start, end }: Span, letters: string, isOwn: boolean, context: CheckContext): AbbreviationMark {
  const before = text.slice(Math.max(from, start - 16), start);
  const opened = before.includes('(') ? /\s*\((?:the |or )?["“'‘*_]{0,3}$/.exec(before) : null;
  const closing = opened === null ? null : /^s?["”'’*_]{0,3}(?:\)|[;,]\s)/.exec(text.slice(end, end + 8));
  if (opened !== null && closing !== null) {
    const open = start - opened[0].length;
    const long = longFormBefore(text, from, open, letters)?.text ?? nameBefore(text, from, open, letters, context);
    const bracket = closing[0].endsWith(')') ? { start: open, end: end + closing[0].length } : undefined;
    if (long !== undefined) return { start, end, letters, kind: 'introduced', long, bracket, isOwn };
    return { start, end, letters, kind: /[\p{L}\p{N}”"*_]$/u.test(text.slice(Math.max(from, open - 2), open)) ? 'bracketed' : 'used', long: undefined, bracket: undefined, isOwn };
  }
  // `SNC (Supreme National Council)`, `the Supreme National Council, or SNC,`
  const inside = text.startsWith(' (', text[end] === 's' ? end + 1 : end) ? /^s? \(([^()]{3,120})\)/.exec(text.slice(end, end + 130))?.[1] : undefined;
  const told = inside !== undefined && longFormBefore(inside, 0, inside.length, letters)?.start === 0 ? inside : undefined;
  const led = told === undefined ? /,? (?:or|known as|abbreviated as|called|for short)(?: the)? ["“'‘]?$/.exec(text.slice(Math.max(from, start - 24), start)) : null;
  const long = told ?? (led === null ? undefined : longFormBefore(text, from, start - led[0].length, letters)?.text);
  return { start, end, letters, kind: long === undefined ? 'used' : 'introduced', long, bracket: undefined, isOwn };
}

/** A name that the record has for the abbreviation, right before it. */
function nameBefore(text: string, from: number, end: number, letters: string, context: CheckContext): string | undefined {
  const before = text.slice(Math.max(from, end - 120), end).toLowerCase();
  return knownAbbreviations(context).get(letters)?.find(name => before.endsWith(name.toLowerCase()));
}

/** `THE CEASEFIRE AGREEMENT`: capitals for weight. */
function isShouted(text: string, start: number, end: number): boolean {
  return /[A-Z]{2,}\s$/.test(text.slice(Math.max(0, start - 4), start)) || /^\s[A-Z]{4}/.test(text.slice(end, end + 5));
}

/** Citations, and what is not prose; only a block that may have such a thing is read for it again. */
function closedIn({ text, sentences }: CheckedBlock): Inside {
  const citations = sentences.flatMap(sentence => sentence.citations.map(({ span }) => span));
  return new Inside(/[`$<\\{]|\]\(|:\/\/|www\./.test(text) ? [...citations, ...readInline(text, 0, text.length, { quarto: true }).regions] : citations);
}
