import { fileURLToPath } from 'node:url';
import { mergeCorpora, type Snapshot } from '../../src/core/corpus/index.ts';
import { validateCorpus } from '../../src/engine/corpus/validate.ts';

/** Where the corpus is that ships with the extension. */
export const BUNDLED = fileURLToPath(new URL('../../corpus/cambodia', import.meta.url));

export async function bundledSnapshot(): Promise<Snapshot> {
  const { corpus } = await validateCorpus(BUNDLED);
  return mergeCorpora([corpus]);
}

/** Numbers in [0, 1), the same ones on every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = state + 0x6d2b79f5 | 0;
    const a = Math.imul(state ^ state >>> 15, 1 | state);
    const b = a + Math.imul(a ^ a >>> 7, 61 | a) ^ a;
    return ((b ^ b >>> 14) >>> 0) / 4294967296;
  };
}

/**
 * A paper of about so many words: chapters, sections, paragraphs of statements of the corpus with citations, lists,
 * block quotations, a table, notes. Every paragraph differs from the others.
 */
export function draftOf(snapshot: Snapshot, words: number): string {
  const random = randomNumbers(1989);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const { statements } = snapshot;
  const notes: string[] = [];
  const sentence = (): string => {
    const statement = pick(statements);
    const [citation] = statement.citations;
    const cite = citation === undefined || random() < 0.4 ? '' : ` [@${citation.citekey}${citation.suffixText === '' ? '' : `, ${citation.suffixText}`}]`;
    const note = random() < 0.08 ? `[^${notes.push(statement.text)}]` : '';
    return `${statement.text.replace(/\.$/, '')}${cite}.${note}`;
  };
  const sentences = (count: number) => Array.from({ length: count }, sentence).join(' ');
  const blocks: string[] = ['---\ntitle: A paper\nbibliography: references.bib\n---'];
  let total = 0;
  while (total < words) {
    const kind = random();
    const block = kind < 0.08 ? `${random() < 0.3 ? '#' : '##'} ${pick(snapshot.events).name}`
      : kind < 0.14 ? Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n')
        : kind < 0.18 ? `> ${sentences(2)}`
          : kind < 0.19 ? `| Actor | Claim |\n| --- | --- |\n${Array.from({ length: 3 }, () => `| ${pick(snapshot.actors).name} | ${pick(statements).text.replaceAll('|', ' ')} |`).join('\n')}`
            : sentences(3 + Math.floor(random() * 5));
    blocks.push(block);
    total += block.split(/\s+/).length;
  }
  return [...blocks, ...notes.map((note, index) => `[^${index + 1}]: ${note}`)].join('\n\n') + '\n';
}
