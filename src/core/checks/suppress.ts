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

const COMMENT = /<!--\s*rapporteur-(disable-next-line|disable|enable)(?![\w-])([\s\S]*?)-->/g;
const BODY = /^\s*([a-z][a-z-]*(?:\s*,\s*[a-z][a-z-]*)*)?\s*(?:(?::|--|—|–)\s*([\s\S]*))?$/;
const isKnown = (word: string): word is RuleCode => (RULE_CODES as readonly string[]).includes(word);

/** The directives of a block: `<!-- rapporteur-disable-next-line date-conflict: the archive has 4 August -->`. */
export function directivesOf({ kind, text }: CheckedBlock): Directive[] | undefined {
  if (!text.includes('rapporteur-') || kind === 'code' || kind === 'math' || kind === 'front-matter') return undefined;
  const found: Directive[] = [];
  for (const match of text.matchAll(COMMENT)) {
    if (text[match.index - 1] === '`') continue;
    const [, rules = '', reason = ''] = BODY.exec(match[2]!) ?? [];
    const words = rules.split(',').map(word => word.trim()).filter(word => word !== '');
    found.push({
      start: match.index, end: match.index + match[0].length, kind: match[1] as Directive['kind'],
      rules: words.filter(isKnown), unknown: words.filter(word => !isKnown(word)), reason: reason.trim(),
    });
  }
  return found.length === 0 ? undefined : found;
}

/** Where a directive counts, in the draft. */
interface Reach extends Span {
  readonly directive: Directive;
  /** Where the comment stands. */
  readonly at: Span;
  used: boolean;
}

/** Takes away what the writer does not want to see, and says of each directive that lacks a reason, or does nothing, that it does. */
export function suppress(findings: readonly Finding[], placed: readonly Placed<readonly Directive[]>[], { text }: Draft, isActive: (rule: RuleCode) => boolean): { readonly kept: Finding[]; readonly found: Found[] } {
  if (placed.length === 0) return { kept: [...findings], found: [] };
  const reaches = reachesOf(placed, text);
  const kept = findings.filter(finding => {
    const holding = reaches.filter(reach => reach.start <= finding.span.start && finding.span.start < reach.end && names(reach.directive, finding.rule));
    for (const reach of holding) reach.used = true;
    return holding.length === 0;
  });
  return { kept, found: reaches.flatMap(reach => faultsOf(reach, isActive)) };
}

function names({ rules, unknown }: Directive, rule: RuleCode): boolean {
  return rules.length === 0 ? unknown.length === 0 : rules.includes(rule);
}

function reachesOf(placed: readonly Placed<readonly Directive[]>[], text: string): Reach[] {
  const all = placed.flatMap(({ start, fact }) => fact.map(directive => ({ directive, at: { start: start + directive.start, end: start + directive.end } })));
  return all.flatMap(({ directive, at }, index): Reach[] => {
    if (directive.kind === 'enable') return [];
    if (directive.kind === 'disable-next-line') return [{ directive, at, ...nextLine(text, at.end), used: false }];
    // A region ends where one of its rules is turned on again.
    const end = all.slice(index + 1).find(later => later.directive.kind === 'enable' && (later.directive.rules.length === 0 || directive.rules.some(rule => later.directive.rules.includes(rule))));
    return [{ directive, at, start: at.end, end: end?.at.start ?? text.length, used: false }];
  });
}

/** The next line that is not empty. */
function nextLine(text: string, from: number): Span {
  let start = text.indexOf('\n', from);
  if (start === -1) return { start: text.length, end: text.length };
  for (;;) {
    const end = text.indexOf('\n', start + 1);
    const stop = end === -1 ? text.length : end;
    if (end === -1 || text.slice(start + 1, stop).trim() !== '') return { start: start + 1, end: stop + 1 };
    start = end;
  }
}

function faultsOf({ directive, at, used }: Reach, isActive: (rule: RuleCode) => boolean): Found[] {
  const plain = { span: at, evidence: [], fixes: [] };
  const faults: Found[] = directive.unknown.map(word => ({ ...plain, message: message('suppression-unknown', word) }));
  if (directive.reason === '') faults.push({ ...plain, message: message('suppression-reason') });
  if (!used && faults.length === 0 && (directive.rules.length === 0 || directive.rules.every(isActive))) faults.push({ ...plain, message: message('suppression-unused') });
  return faults;
}
