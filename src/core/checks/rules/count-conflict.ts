import { countedIn, type Counted } from '../figures/counted.ts';
import type { Figure } from '../figures/figures.ts';
import { NUMBERS } from '../figures/percent.ts';
import { figureEvidence } from '../evidence.ts';
import { blockRule, type CheckedBlock } from '../rule.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';

/** A number of something whose number is on record: members of a group, meetings of a series, a share of a population. */
export const countConflict = blockRule('count-conflict', block => countedIn(block).flatMap(counted => conflictOf(counted, block)));

function conflictOf({ token, sentence, figures, agreeing, isPercent }: Counted, block: CheckedBlock): Found[] {
  const [figure] = figures;
  // `ten in all, six of them in 1990`: the number on record is there, and this is another one.
  if (figure === undefined || agreeing.length > 0 || sentence.numbers.some(({ value }) => value === figure.value)) return [];
  return [{
    span: { start: token.start, end: token.end },
    message: message('count-conflict', figure.entry.name, figure.text, token.number.text),
    evidence: figures.slice(0, 2).map(figureEvidence),
    fixes: isPercent ? [] : fixesFor(figure, token, block),
  }];
}

function fixesFor({ value }: Figure, token: Counted['token'], { text }: CheckedBlock): Fix[] {
  const word = Number.isInteger(value) && /^[a-z]+$/i.test(token.number.text) ? NUMBERS[value] : undefined;
  return word === undefined ? [] : [{ title: message('write-fix', word), isSafe: false, edits: [{ span: { start: token.start, end: token.end }, newText: cased(word, text[token.start]!) }] }];
}

function cased(word: string, first: string): string {
  return first === first.toLowerCase() ? word : word[0]!.toUpperCase() + word.slice(1);
}
