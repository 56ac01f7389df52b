import type { CheckedBlock, Draft, Placed } from './rule.ts';
import type { Span } from '../text.ts';
import { RULE_CODES, type Finding, type Found, type RuleCode } from './types.ts';
import { message } from './words.ts';

/** A comment by which the writer keeps a finding from being shown; offsets are from the start of its block. */
export interface Directive extends Span {
  readonly kind: 'disable-next-line' | 'disable' | 'enable';
  /** Empty where the comment names none: all rules are meant. */
  readonly rules: readonly RuleCode[];
  readonly unknown: readonly string[];
  readonly reason: string;
}

const HEAD = /<!--\s*rapporteur-(disable-next-line|disable|enable)(?![\w-])/y;
const BODY = /^([a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)?\s*(?:(?::|--|—|–)\s*([\s\S]*))?$/;
const OPEN = '<!--';
const CLOSE = '-->';
const isKnown = (word: string): word is RuleCode => (RULE_CODES as readonly string[]).includes(word);

/** The directives of a block: `<!-- rapporteur-disable-next-line date-conflict: the archive has 4 August -->`. */
export function directivesOf({ kind, text }: CheckedBlock): Directive[] | undefined {
  if (!text.includes('rapporteur-') || kind === 'code' || kind === 'math' || kind === 'front-matter') return undefined;
  const found: Directive[] = [];
  for (let at = text.indexOf(OPEN), close = -1; at !== -1;) {
    if (close < at + OPEN.length) close = text.indexOf(CLOSE, at + OPEN.length);
    if (close === -1) break;
    HEAD.lastIndex = at;
    const head = HEAD.exec(text);
    const isDirective = head !== null && HEAD.lastIndex <= close;
    if (isDirective && text[at - 1] !== '`') found.push(directive(head[1] as Directive['kind'], text.slice(HEAD.lastIndex, close), { start: at, end: close + CLOSE.length }));
    at = text.indexOf(OPEN, isDirective ? close + CLOSE.length : at + OPEN.length);
  }
  return found.length === 0 ? undefined : found;
}

function directive(kind: Directive['kind'], body: string, span: Span): Directive {
  const [, rules = '', reason = ''] = BODY.exec(body.trim()) ?? [];
  const words = [...new Set(rules.split(',').map(word => word.trim()).filter(word => word !== ''))];
  return { ...span, kind, rules: words.filter(isKnown), unknown: words.filter(word => !isKnown(word)), reason: reason.trim() };
}

/** Where a directive counts, in the draft. */
interface Reach extends Span {
  readonly directive: Directive;
  /** Where the comment stands. */
  readonly at: Span;
}

/** Takes away what the writer does not want to see, and says of each directive that lacks a reason, or does nothing, that it does. */
export function suppress(findings: readonly Finding[], placed: readonly Placed<readonly Directive[]>[], { text }: Draft, isActive: (rule: RuleCode) => boolean): { readonly kept: Finding[]; readonly found: Found[] } {
  if (placed.length === 0) return { kept: [...findings], found: [] };
  const reaches = reachesOf(placed, text);
  const covers = new Map<RuleCode, Cover>();
  for (const rule of new Set(findings.map(finding => finding.rule))) covers.set(rule, coverOf(reaches.filter(({ directive }) => names(directive, rule))));
  const kept = findings.filter(({ rule, span }) => !isCovered(covers.get(rule)!, span.start));
  const isUsed = usedBy(findings);
  return { kept, found: reaches.flatMap(reach => faultsOf(reach, isUsed(reach), isActive)) };
}

function names({ rules, unknown }: Directive, rule: RuleCode): boolean {
  return rules.length === 0 ? unknown.length === 0 : rules.includes(rule);
}

/** Stretches in the order of their starts, each with the last end of it and of all before it. */
interface Cover {
  readonly starts: readonly number[];
  readonly lastEnds: readonly number[];
}

function coverOf(spans: readonly Span[]): Cover {
  const inOrder = spans.toSorted((a, b) => a.start - b.start);
  let last = 0;
  return { starts: inOrder.map(({ start }) => start), lastEnds: inOrder.map(({ end }) => last = Math.max(last, end)) };
}

function isCovered({ starts, lastEnds }: Cover, offset: number): boolean {
  const index = countUpTo(starts, offset) - 1;
  return index >= 0 && offset < lastEnds[index]!;
}

/** How many of the ordered numbers are not above one. */
function countUpTo(ordered: readonly number[], most: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a directive keeps anything from being shown. */
function usedBy(findings: readonly Finding[]): (reach: Reach) => boolean {
  const places = new Map<RuleCode, number[]>();
  for (const { rule, span } of findings.toSorted((a, b) => a.span.start - b.span.start)) {
    const known = places.get(rule);
    if (known === undefined) places.set(rule, [span.start]);
    else known.push(span.start);
  }
  return ({ directive, start, end }) => [...places].some(([rule, offsets]) => names(directive, rule) && countUpTo(offsets, start - 1) < countUpTo(offsets, end - 1));
}

function reachesOf(placed: readonly Placed<readonly Directive[]>[], text: string): Reach[] {
  const all = placed.flatMap(({ start, fact }) => fact.map(directive => ({ directive, at: { start: start + directive.start, end: start + directive.end } })));
  const nextLine = lineFinder(text);
  const lines = all.map(({ directive, at }) => directive.kind === 'disable-next-line' ? nextLine(at.end) : undefined);
  // A region ends where one of its rules is turned on again; the next such place of each rule is known from the end backwards.
  const nextEnable = new Map<RuleCode | 'all', number>();
  const reaches: Reach[] = [];
  for (let index = all.length - 1; index >= 0; index--) {
    const { directive, at } = all[index]!;
    const { kind, rules } = directive;
    if (kind === 'disable') reaches.push({ directive, at, start: at.end, end: Math.min(text.length, ...(['all', ...rules] as const).flatMap(rule => nextEnable.get(rule) ?? [])) });
    if (kind === 'disable-next-line') reaches.push({ directive, at, ...lines[index]! });
    if (kind === 'enable') for (const rule of rules.length === 0 ? ['all'] as const : rules) nextEnable.set(rule, at.start);
  }
  return reaches.reverse();
}

/** Finds the next line that is not empty; asked in the order of the text, and each line is looked at once. */
function lineFinder(text: string): (from: number) => Span {
  let lineEnd = -1;
  let next: Span = { start: 0, end: 0 };
  return from => {
    if (lineEnd >= from) return next;
    const found = text.indexOf('\n', from);
    lineEnd = found === -1 ? text.length : found;
    next = lineAfter(text, lineEnd);
    return next;
  };
}

function lineAfter(text: string, lineEnd: number): Span {
  for (let start = lineEnd; start < text.length;) {
    const end = text.indexOf('\n', start + 1);
    const stop = end === -1 ? text.length : end;
    if (end === -1 || text.slice(start + 1, stop).trim() !== '') return { start: start + 1, end: stop + 1 };
    start = end;
  }
  return { start: text.length, end: text.length };
}

function faultsOf({ directive, at }: Reach, isUsed: boolean, isActive: (rule: RuleCode) => boolean): Found[] {
  const plain = { span: at, evidence: [], fixes: [] };
  const faults: Found[] = directive.unknown.map(word => ({ ...plain, message: message('suppression-unknown', word) }));
  if (directive.reason === '') faults.push({ ...plain, message: message('suppression-reason') });
  if (!isUsed && faults.length === 0 && (directive.rules.length === 0 || directive.rules.every(isActive))) faults.push({ ...plain, message: message('suppression-unused') });
  return faults;
}
