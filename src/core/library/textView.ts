import type { Passage } from './types.ts';

/** A text as the library read it, to be looked at: pages and sections where they begin, each note after its paragraph. */
export function textView(passages: readonly Passage[]): string {
  const parts: string[] = [];
  let page = '';
  for (const passage of passages) {
    if (passage.page !== '' && passage.page !== page) parts.push(`[p. ${passage.page}]`);
    page = passage.turns.at(-1)?.page ?? (passage.page || page);
    parts.push(passage.kind === 'heading' ? `## ${passage.text}` : passage.note === '' ? passage.text : `[n. ${passage.note}] ${passage.text}`);
  }
  return `${parts.join('\n\n')}\n`;
}
