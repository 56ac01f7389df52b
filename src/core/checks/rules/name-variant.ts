import type { CheckContext } from '../context.ts';
import { titlesIn } from '../../draft/titles.ts';
import { buildLexicon } from '../../names/lexicon.ts';
import type { Lexicon } from '../../names/types.ts';
import { asPattern } from '../../text.ts';
import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

interface Style {
  readonly lexicon: Lexicon<string>;
  readonly preferred: ReadonlyMap<string, string>;
  /** Whether any of them stands in a text, if only within a longer word: most blocks have none. */
  readonly variants: RegExp;
}

/** A name written otherwise than the house style of a corpus has it; never within quotations and titles of works. */
export const nameVariant = blockRule('name-variant', (block, context) => {
  const { lexicon, preferred, variants } = context.memo(styleOf);
  if (preferred.size === 0 || block.kind === 'quote' || !variants.test(block.text)) return [];
  return block.sentences.flatMap(sentence => lexicon.find(block.text, sentence.start, sentence.end).flatMap((match): Found[] => {
    const written = block.text.slice(match.start, match.end);
    const wanted = preferred.get(written);
    const isInside = (spans: readonly { readonly start: number; readonly end: number }[]) => spans.some(({ start, end }) => start <= match.start && match.end <= end);
    if (wanted === undefined || isInside(sentence.quotations) || isInside(sentence.citations.map(cluster => cluster.span)) || isInside(titlesIn(block.text, sentence.start, sentence.end)) || isInside(codes(block.text, sentence.start, sentence.end))) return [];
    if (/^\s+(?:War|Syndrome)\b/.test(block.text.slice(match.end, match.end + 12))) return [];
    const span = { start: match.start, end: match.end };
    return [{ span, message: message('name-variant', wanted, written), evidence: [], fixes: [{ title: message('write-fix', wanted), isSafe: true, edits: [{ span, newText: wanted }] }] }];
  }));
});

function styleOf({ snapshot }: CheckContext): Style {
  const preferred = new Map<string, string>();
  for (const corpus of snapshot.corpora) for (const [variant, wanted] of corpus.preferredNames) if (!preferred.has(variant) && variant !== wanted) preferred.set(variant, wanted);
  return {
    preferred, variants: new RegExp([...preferred.keys()].map(asPattern).join('|')),
    lexicon: buildLexicon([...preferred.keys()].map(text => ({ text, target: text, kind: 'alias' as const, plural: false }))),
  };
}

function codes(text: string, from: number, to: number): { start: number; end: number }[] {
  return Array.from(text.slice(from, to).matchAll(/`[^`]*`/g), match => ({ start: from + match.index, end: from + match.index + match[0].length }));
}
