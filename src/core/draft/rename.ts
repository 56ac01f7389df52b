import type { EntryKey } from '../corpus/types.ts';
import type { Span, TextEdit } from '../text.ts';
import { mentionsOf } from './find.ts';
import { titlesIn } from './titles.ts';
import type { DraftReading, Mention } from './types.ts';

export interface RenamedDraft {
  readonly edits: readonly TextEdit[];
  /** How often the old name stays, since the words are not the writer's: in quotations and in titles of works. */
  readonly kept: number;
}

/**
 * Writes another name for an entry wherever a draft has its preferred one. Other names of it, short names and words in
 * quotations and in titles of works stay.
 */
export function renameMentions(reading: DraftReading, key: EntryKey, oldName: string, newName: string): RenamedDraft {
  const named = mentionsOf(reading, key).filter(mention => sameWords(mention.text, oldName));
  const foreign = foreignWords(reading, named);
  const edits = named.filter(mention => !foreign.has(mention)).map(mention => ({ span: { start: mention.start, end: mention.end }, newText: inCaseOf(mention.text, newName, oldName) }));
  return { edits, kept: foreign.size };
}

function foreignWords(reading: DraftReading, named: readonly Mention[]): ReadonlySet<Mention> {
  const blocks = reading.blocks.filter(({ start, end }) => named.some(mention => start <= mention.start && mention.end <= end));
  const spans: readonly Span[] = [
    ...reading.quotations, ...blocks.filter(({ kind }) => kind === 'quote'),
    ...blocks.flatMap(({ sentences }) => sentences).flatMap(({ start, end }) => titlesIn(reading.text, start, end)),
  ];
  return new Set(named.filter(mention => spans.some(({ start, end }) => start <= mention.start && mention.end <= end)));
}

/** The same words but for line breaks, accents and the case of the first letter: `the first Paris conference`. */
function sameWords(written: string, name: string): boolean {
  const bare = (text: string) => text.replace(/\s+(?:>\s*)*/g, ' ').normalize('NFD').replace(/\p{M}+/gu, '');
  const [a, b] = [bare(written), bare(name)];
  return a.slice(1) === b.slice(1) && a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase();
}

/** A first word that stays, and that the text writes with a small letter though the record has a capital, is written so again. */
function inCaseOf(written: string, newName: string, oldName: string): string {
  const first = written.charAt(0);
  const isSmall = first !== oldName.charAt(0) && first === first.toLowerCase();
  return isSmall && newName.split(/\s/, 1)[0] === oldName.split(/\s/, 1)[0] ? first + newName.slice(1) : newName;
}
