import type { Snapshot } from '../../core/corpus/types.ts';
import { timelineOf } from '../../core/timeline/model.ts';
import type { TimelineData } from '../../core/timeline/types.ts';
import type { CorpusService } from '../corpusService.ts';

/** What the timeline draws of the corpora as they are now; read once for each snapshot. */
export function timelineEvents(corpus: CorpusService): () => TimelineData {
  let known: { readonly snapshot: Snapshot; readonly data: TimelineData } | undefined;
  return () => {
    const { snapshot } = corpus;
    if (known?.snapshot !== snapshot) { known = { snapshot, data: timelineOf(snapshot) }; }
    return known.data;
  };
}
