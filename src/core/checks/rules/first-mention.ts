import { abbreviationsOf, type AbbreviationMark } from '../abbreviations/marks.ts';
import { isFamiliar, knownAbbreviations } from '../abbreviations/known.ts';
import type { CheckContext } from '../context.ts';
import { officeEvidence } from '../evidence.ts';
import { personsOf, type PersonMark } from '../offices/persons.ts';
import { draftRule, type Placed } from '../rule.ts';
import { chapterLevel, headingOf, isAbbreviationList, type Heading } from '../sections.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';

interface Facts {
  readonly heading: Heading | undefined;
  readonly abbreviations: readonly AbbreviationMark[];
  readonly persons: readonly PersonMark[];
}

/** Somebody named without the full name or the office at the first mention; an abbreviation used before it is introduced. */
export const firstMention = draftRule<Facts>({
  code: 'first-mention',
  gather: (block, context) => {
    const heading = headingOf(block);
    const abbreviations = abbreviationsOf(block, context);
    const persons = personsOf(block, context);
    return heading === undefined && abbreviations.length === 0 && persons.length === 0 ? undefined : { heading, abbreviations, persons };
  },
  check: (facts, _, context) => {
    const introduced = introducedIn(facts);
    return partsOf(facts, context).flatMap(part => [...ofPersons(part, context), ...ofAbbreviations(part, introduced, context)]);
  },
});

/** The draft as one part, or by its chapters. */
function partsOf(facts: readonly Placed<Facts>[], { settings }: CheckContext): Placed<Facts>[][] {
  const level = settings.firstMention === 'chapter' ? chapterLevel(facts.flatMap(({ fact }) => fact.heading ?? [])) : undefined;
  const parts: Placed<Facts>[][] = [[]];
  for (const placed of facts) {
    if (placed.fact.heading !== undefined && level !== undefined && placed.fact.heading.level <= level) parts.push([]);
    parts.at(-1)!.push(placed);
  }
  return parts;
}

function ofPersons(part: readonly Placed<Facts>[], context: CheckContext): Found[] {
  const seen = new Set<string>();
  return part.flatMap(({ start, fact }) => fact.persons.flatMap((person): Found[] => {
    const { actor } = person;
    // What stands in a heading, a table or a quotation introduces nobody when it is short.
    if (seen.has(actor.key) || !person.isOwn && !person.isFull) return [];
    seen.add(actor.key);
    if (!person.isOwn || person.isFull && person.isTold) return [];
    const span = { start: start + person.start, end: start + person.end };
    const { office } = person;
    const evidence = office === undefined ? [] : [officeEvidence(actor, office.membership, context)];
    if (!person.isFull) return [{ span, message: message('first-mention-name', actor.name, person.text), evidence, fixes: [{ title: message('write-fix', actor.name), isSafe: false, edits: [{ span, newText: actor.name }] }] }];
    if (office === undefined) return [];
    return [{ span, message: message('first-mention-office', actor.name, office.words), evidence, fixes: person.isPossessive ? [] : [{ title: message('write-fix', `${person.text}, ${office.words},`), isSafe: false, edits: [{ span: { start: span.end, end: span.end }, newText: `, ${office.words},` }] }] }];
  }));
}

/** What the draft itself says that abbreviations stand for, wherever it does; those of a list need no introduction. */
function introducedIn(facts: readonly Placed<Facts>[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let listLevel: number | undefined;
  for (const { heading, abbreviations } of facts.map(placed => placed.fact)) {
    if (heading !== undefined && (listLevel === undefined || heading.level <= listLevel)) listLevel = isAbbreviationList(heading) ? heading.level : undefined;
    for (const { letters, long } of abbreviations) {
      if (listLevel !== undefined) found.set(letters, '');
      else if (long !== undefined && !found.has(letters)) found.set(letters, long);
    }
  }
  return found;
}

function ofAbbreviations(part: readonly Placed<Facts>[], introduced: ReadonlyMap<string, string>, context: CheckContext): Found[] {
  const seen = new Set<string>();
  return part.flatMap(({ start, fact }) => fact.abbreviations.flatMap((mark): Found[] => {
    const { letters } = mark;
    if (seen.has(letters) || mark.kind === 'used' && !mark.isOwn) return [];
    seen.add(letters);
    const own = introduced.get(letters);
    const long = own ?? knownAbbreviations(context).get(letters)?.[0];
    if (mark.kind !== 'used' || isFamiliar(letters) || long === undefined || own === '') return [];
    const span = { start: start + mark.start, end: start + mark.end };
    return [{ span, message: message('first-mention-abbreviation', letters, long), evidence: [], fixes: [writeFix(span, `${long} (${letters})`)] }];
  }));
}

function writeFix(span: Found['span'], words: string): Fix {
  return { title: message('write-fix', words), isSafe: false, edits: [{ span, newText: words }] };
}
