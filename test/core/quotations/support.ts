import { emptySnapshot } from '../../../src/core/corpus/index.ts';
import { makeDraftContext } from '../../../src/core/draft/index.ts';
import type { Passage } from '../../../src/core/library/types.ts';

export const EMPTY_DRAFT_CONTEXT = makeDraftContext(emptySnapshot);

export function passageOf(text: string, more: Partial<Passage> = {}): Passage {
  return {
    id: 1, kind: 'text', text, page: '7', turns: [], section: '2', note: '', start: 0, end: 0, ref: '', textKey: 't', shelf: 'sources', citekey: 'quill1999', title: '', ...more,
  };
}
