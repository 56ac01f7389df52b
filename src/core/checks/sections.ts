import type { CheckedBlock, Placed } from './rule.ts';

/** A heading, as the rules that go by sections keep it. */
export interface Heading {
  readonly level: number;
  /** `Executive summary`, `List of abbreviations`, and what is no part of the argument: `References`. */
  readonly section: 'summary' | 'abbreviations' | 'back' | 'other';
}

export function headingOf({ kind, level, text, sentences }: CheckedBlock): Heading | undefined {
  if (kind !== 'heading') return undefined;
  const [first] = sentences;
  return { level, section: first === undefined ? 'other' : sectionOf(text.slice(first.start, sentences.at(-1)!.end).trim()) };
}

/** The highest level at which a draft has more than one heading: that of its chapters. */
export function chapterLevel(headings: readonly Heading[]): number | undefined {
  return [1, 2, 3, 4, 5, 6].find(level => headings.filter(heading => heading.level === level).length > 1);
}

const NUMBER = /^(?:\d+|[ivxlc]+|[a-z])[.)]?\s+/i;
const SUMMARY = /^(?:(?:the )?(?:executive |short |brief )?summary|abstract|synopsis|key (?:findings|messages|points|takeaways)|main (?:findings|messages|points)|(?:the paper )?(?:in brief|at a glance)|overview|résumé|summary (?:of|and) [\p{L} ]+)$/iu;
const LIST = /^(?:(?:list|table) of )?(?:abbreviations|acronyms|glossary)(?:[ ,]+(?:and|&)?[ ]*(?:abbreviations|acronyms|glossary|terms|symbols))*$/i;
const BACK = /^(?:references|bibliography|works cited|literature|sources|further reading|notes|endnotes|acknowledge?ments|about the authors?)$/i;

function sectionOf(heading: string): Heading['section'] {
  const title = heading.replace(/[*_:.]+$|^[*_]+/g, '').replace(/\s*\{[^}]*\}$/, '').replace(NUMBER, '').trim();
  return SUMMARY.test(title) ? 'summary' : LIST.test(title) ? 'abbreviations' : BACK.test(title) ? 'back' : 'other';
}

/** The part of a draft that a heading begins: up to the next one of its level or a higher one. */
export function sectionAfter(headings: readonly Placed<Heading>[], at: number, end: number): number {
  const { level } = headings[at]!.fact;
  return headings.slice(at + 1).find(({ fact }) => fact.level <= level)?.start ?? end;
}
