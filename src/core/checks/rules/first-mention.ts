import { abbreviationsOf, type AbbreviationMark } from '../abbreviations/marks.ts';
import { isFamiliar, knownAbbreviations } from '../abbreviations/known.ts';
import type { CheckContext } from '../context.ts';
import { officeEvidence } from '../evidence.ts';
import { introductionOf, personsOf, type PersonMark } from '../offices/persons.ts';
import { draftRule, placed, type Draft, type Placed } from '../rule.ts';
import { chapterLevel, headingOf, type Heading } from '../sections.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';

interface Facts {
  readonly heading: Heading | undefined;
  readonly abbreviations: readonly AbbreviationMark[];
  readonly persons: readonly PersonMark[];
  /** Of the block. */
  readonly length: number;
}

/** Somebody named without the full name or the office at the first mention; an abbreviation used before it is introduced. */
export const firstMention = draftRule<Facts>({
  code: 'first-mention',
  gather: (block, context) => {
    const heading = headingOf(block);
    const abbreviations = abbreviationsOf(block);
    const persons = personsOf(block, context);
    return heading === undefined && abbreviations.length === 0 && persons.length === 0 ? undefined : { heading, abbreviations, persons, length: block.length };
  },
  check: (facts, draft, context) => {
    const introduced = introducedIn(facts);
    return partsOf(facts, context).flatMap(part => [...ofPersons(part, draft, context), ...ofAbbreviations(part, introduced, context)]);
  },
});

/** The draft as one part, or by its chapters. */
function partsOf(facts: readonly Placed<Facts>[], { settings }: CheckContext): readonly (readonly Placed<Facts>[])[] {
  const level = settings.firstMention === 'chapter' ? chapterLevel(facts.flatMap(({ fact }) => fact.heading ?? [])) : undefined;
  if (level === undefined) return [facts];
  const parts: Placed<Facts>[][] = [[]];
  for (const fact of facts) {
    if (fact.fact.heading !== undefined && fact.fact.heading.level <= level) parts.push([]);
    parts.at(-1)!.push(fact);
  }
  return parts;
}

function ofPersons(part: readonly Placed<Facts>[], { text }: Draft, context: CheckContext): Found[] {
  const seen = new Set<string>();
  const all: Found[] = [];
  for (const { start, fact } of part) {
    for (const person of fact.persons) {
      const { key } = person.actor;
      // What stands in a heading, a table or a quotation introduces nobody when it is short.
      if (seen.has(key) || !person.isOwn && !person.isFull) continue;
      seen.add(key);
      const found = findingOf(person, () => text.slice(start, start + fact.length), context);
      if (found !== undefined) all.push(placed(found, start));
    }
  }
  return all;
}

/** What is wrong where a person is named first; offsets are from the start of the block. Kept, as the mark is. */
function findingOf(person: PersonMark, block: () => string, context: CheckContext): Found | undefined {
  const known = context.memo(findings);
  if (!known.has(person)) known.set(person, makeFinding(person, block(), context));
  return known.get(person);
}

const findings = () => new WeakMap<PersonMark, Found | undefined>();

function makeFinding(mark: PersonMark, block: string, context: CheckContext): Found | undefined {
  const { start, end, text, actor, isOwn, isFull } = mark;
  if (!isOwn) return undefined;
  const { office, isTold, isPossessive } = introductionOf(mark, block, context);
  if (isFull && (isTold || office === undefined)) return undefined;
  const span = { start, end };
  const evidence = office === undefined ? [] : [officeEvidence(actor, office.membership, context)];
  if (!isFull || office === undefined) return { span, message: message('first-mention-name', actor.name, text), evidence, fixes: [{ title: message('write-fix', actor.name), isSafe: false, edits: [{ span, newText: actor.name }] }] };
  return { span, message: message('first-mention-office', actor.name, office.words), evidence, fixes: isPossessive ? [] : [{ title: message('write-fix', `${text}, ${office.words},`), isSafe: false, edits: [{ span: { start: end, end }, newText: `, ${office.words},` }] }] };
}

/** What the draft itself says that abbreviations stand for, wherever it does; those of a list need no introduction. */
function introducedIn(facts: readonly Placed<Facts>[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let listLevel: number | undefined;
  for (const { fact: { heading, abbreviations } } of facts) {
    if (heading !== undefined && (listLevel === undefined || heading.level <= listLevel)) listLevel = heading.section === 'abbreviations' ? heading.level : undefined;
    for (const { letters, long } of abbreviations) {
      if (listLevel !== undefined) found.set(letters, '');
      else if (long !== undefined && !found.has(letters)) found.set(letters, long);
    }
  }
  return found;
}

function ofAbbreviations(part: readonly Placed<Facts>[], introduced: ReadonlyMap<string, string>, context: CheckContext): Found[] {
  const seen = new Set<string>();
  const found: Found[] = [];
  for (const { start, fact } of part) {
    for (const mark of fact.abbreviations) {
      const { letters } = mark;
      if (seen.has(letters) || mark.kind === 'used' && !mark.isOwn) continue;
      seen.add(letters);
      const own = introduced.get(letters);
      const long = own ?? knownAbbreviations(context).get(letters)?.[0];
      if (mark.kind !== 'used' || isFamiliar(letters) || long === undefined || own === '') continue;
      found.push(placed(abbreviationFinding(mark, long, context), start));
    }
  }
  return found;
}

/** Offsets are from the start of the block. Kept, as the mark is. */
function abbreviationFinding(mark: AbbreviationMark, long: string, context: CheckContext): Found {
  const known = context.memo(abbreviationFindings);
  let kept = known.get(mark);
  if (kept?.long !== long) {
    const span = { start: mark.start, end: mark.end };
    kept = { long, found: { span, message: message('first-mention-abbreviation', mark.letters, long), evidence: [], fixes: [writeFix(span, `${long} (${mark.letters})`)] } };
    known.set(mark, kept);
  }
  return kept.found;
}

const abbreviationFindings = () => new WeakMap<AbbreviationMark, { readonly long: string; readonly found: Found }>();

function writeFix(span: Found['span'], words: string): Fix {
  return { title: message('write-fix', words), isSafe: false, edits: [{ span, newText: words }] };
}
