import type { CheckContext } from '../context.ts';
import { analyse, type Analysis } from '../language/analysis.ts';
import type { CheckedBlock } from '../rule.ts';
import { findDatings, type Dating } from './dating.ts';
import { findRefs, type EventRef } from './refs.ts';

/** A sentence with the events that it speaks of. */
export interface EventSentence {
  readonly analysis: Analysis;
  readonly refs: readonly EventRef[];
  readonly datings: readonly Dating[];
}

const read = new WeakMap<CheckedBlock, readonly EventSentence[]>();

/** The sentences of a block that name anything of the record, or a date, taken apart; none of a block quotation. All rules share one. */
export function eventSentences(block: CheckedBlock, context: CheckContext): readonly EventSentence[] {
  let known = read.get(block);
  if (known === undefined) {
    known = block.kind === 'quote' ? [] : block.sentences.filter(sentence => sentence.mentions.length > 0 || sentence.dates.length > 0).map(sentence => {
      const analysis = analyse(block.text, sentence);
      const refs = findRefs(analysis, context);
      return { analysis, refs, datings: findDatings(analysis, refs) };
    });
    read.set(block, known);
  }
  return known;
}
