import { abbreviationsOf, type AbbreviationMark } from '../abbreviations/marks.ts';
import { isFamiliar, knownAbbreviations } from '../abbreviations/known.ts';
import type { CheckContext } from '../context.ts';
import { officeEvidence } from '../evidence.ts';
import { introductionOf, personsOf, type PersonMark } from '../offices/persons.ts';
import { draftRule, Following, placed, type Placed } from '../rule.ts';
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

/** What some blocks say. */
interface Sum {
  readonly facts: readonly Placed<Facts>[];
  /** All of it on which whom and what the draft names first depends, in one word. */
  readonly said: string;
}

/** Where a draft names somebody or something first: the place of the sum, of the fact in it, and of the mark in that. */
type First = { readonly sum: number; readonly fact: number; readonly mark: number } & ({ readonly of: 'persons' } | { readonly of: 'abbreviations'; readonly long: string });

/** Somebody named without the full name or the office at the first mention; an abbreviation used before it is introduced. */
export const firstMention = draftRule<Facts, Sum>({
  code: 'first-mention',
  gathering: {
    of: (block, context) => {
      const heading = headingOf(block);
      const abbreviations = abbreviationsOf(block);
      const persons = personsOf(block, context);
      return heading === undefined && abbreviations.length === 0 && persons.length === 0 ? undefined : { heading, abbreviations, persons, length: block.length };
    },
    sum: facts => ({
      facts,
      said: JSON.stringify(facts.map(({ fact: { heading, abbreviations, persons } }) => [
        heading?.level, heading?.section, abbreviations.map(({ letters, kind, isOwn, long }) => [letters, kind, isOwn, long]), persons.map(({ actor, isOwn, isFull }) => [actor.key, isOwn, isFull]),
      ])),
    }),
  },
  check: (sums, { text }, context) => {
    const firsts = context.memo(followingFirsts).of(sums.map(({ fact }) => fact.said), () => firstsIn(sums.map(({ fact }) => fact.facts), context));
    return firsts.flatMap((first): Found[] => {
      const { start: by, fact: { facts } } = sums[first.sum]!;
      const { start: block, fact } = facts[first.fact]!;
      const start = by + block;
      const found = first.of === 'abbreviations' ? abbreviationFinding(fact.abbreviations[first.mark]!, first.long, context)
        : findingOf(fact.persons[first.mark]!, () => text.slice(start, start + fact.length), context);
      return found === undefined ? [] : [placed(found, start)];
    });
  },
});

const followingFirsts = () => new Following<readonly First[]>();

/** The facts of a block, and where they are found. */
interface Told extends Facts { readonly sum: number; readonly at: number }

function firstsIn(sums: readonly Sum['facts'][], context: CheckContext): First[] {
  const told = sums.flatMap((facts, sum) => facts.map(({ fact }, at): Told => ({ ...fact, sum, at })));
  const introduced = introducedIn(told);
  return partsOf(told, context).flatMap(part => [...ofPersons(part), ...ofAbbreviations(part, introduced, context)]);
}

/** The draft as one part, or by its chapters. */
function partsOf(told: readonly Told[], { settings }: CheckContext): readonly (readonly Told[])[] {
  const level = settings.firstMention === 'chapter' ? chapterLevel(told.flatMap(({ heading }) => heading ?? [])) : undefined;
  if (level === undefined) return [told];
  const parts: Told[][] = [[]];
  for (const one of told) {
    if (one.heading !== undefined && one.heading.level <= level) parts.push([]);
    parts.at(-1)!.push(one);
  }
  return parts;
}

function ofPersons(part: readonly Told[]): First[] {
  const seen = new Set<string>();
  const firsts: First[] = [];
  for (const { sum, at, persons } of part) {
    persons.forEach(({ actor: { key }, isOwn, isFull }, mark) => {
      // What stands in a heading, a table or a quotation introduces nobody when it is short.
      if (seen.has(key) || !isOwn && !isFull) return;
      seen.add(key);
      firsts.push({ of: 'persons', sum, fact: at, mark });
    });
  }
  return firsts;
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
function introducedIn(told: readonly Told[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let listLevel: number | undefined;
  for (const { heading, abbreviations } of told) {
    if (heading !== undefined && (listLevel === undefined || heading.level <= listLevel)) listLevel = heading.section === 'abbreviations' ? heading.level : undefined;
    for (const { letters, long } of abbreviations) {
      if (listLevel !== undefined) found.set(letters, '');
      else if (long !== undefined && !found.has(letters)) found.set(letters, long);
    }
  }
  return found;
}

function ofAbbreviations(part: readonly Told[], introduced: ReadonlyMap<string, string>, context: CheckContext): First[] {
  const seen = new Set<string>();
  const firsts: First[] = [];
  for (const { sum, at, abbreviations } of part) {
    abbreviations.forEach(({ letters, kind, isOwn }, mark) => {
      if (seen.has(letters) || kind === 'used' && !isOwn) return;
      seen.add(letters);
      const own = introduced.get(letters);
      const long = own ?? knownAbbreviations(context).get(letters)?.[0];
      if (kind === 'used' && !isFamiliar(letters) && long !== undefined && own !== '') firsts.push({ of: 'abbreviations', sum, fact: at, mark, long });
    });
  }
  return firsts;
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
