import { DEFAULT_SETTINGS } from './settings.ts';
import type { CheckSettings, Knowledge } from './types.ts';

/** What all rules are given; made once for what is known and how the writer wants it checked, by `makeCheckContext`. */
export interface CheckContext extends Knowledge {
  readonly settings: CheckSettings;
  /** What a rule works out of the knowledge once: `memo(key, make)`. */
  memo<T>(make: (context: CheckContext) => T): T;
}

export function makeCheckContext(knowledge: Pick<Knowledge, 'snapshot'> & Partial<Knowledge>, settings: CheckSettings = DEFAULT_SETTINGS): CheckContext {
  const made = new Map<unknown, unknown>();
  const context: CheckContext = {
    snapshot: knowledge.snapshot,
    sources: knowledge.sources ?? knowledge.snapshot.sources,
    doubles: knowledge.doubles ?? new Map(),
    settings,
    memo: <T>(make: (context: CheckContext) => T): T => {
      if (!made.has(make)) made.set(make, make(context));
      return made.get(make) as T;
    },
  };
  return context;
}
