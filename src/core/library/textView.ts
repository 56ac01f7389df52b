import type { Passage } from './types.ts';

/** A piece of the view of a text: a passage, or the page that begins with it. */
interface Part {
  readonly text: string;
  /** `undefined` for a mark of a page. */
  readonly passage: Passage | undefined;
}

const BETWEEN = '\n\n';

function partsOf(passages: readonly Passage[]): Part[] {
  const parts: Part[] = [];
  let page = '';
  for (const passage of passages) {
    if (passage.page !== '' && passage.page !== page) parts.push({ text: `[p. ${passage.page}]`, passage: undefined });
    page = passage.turns.at(-1)?.page ?? (passage.page || page);
    parts.push({ text: passage.kind === 'heading' ? `## ${passage.text}` : passage.note === '' ? passage.text : `[n. ${passage.note}] ${passage.text}`, passage });
  }
  return parts;
}

/** A text as the library read it, to be looked at: pages and sections where they begin, each note after its paragraph. */
export function textView(passages: readonly Passage[]): string {
  return `${partsOf(passages).map(part => part.text).join(BETWEEN)}\n`;
}

/** The passage that stands at a place of the view. */
export function passageOfView(passages: readonly Passage[], at: number): Passage | undefined {
  let end = 0;
  for (const { text, passage } of partsOf(passages)) {
    end += text.length + BETWEEN.length;
    if (passage !== undefined && at < end) return passage;
  }
  return undefined;
}
