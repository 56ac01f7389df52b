import { DEFAULT_SETTINGS, makeCheckContext, type CheckContext, type CheckSettings } from '../checks/index.ts';
import type { Snapshot, Source } from '../corpus/types.ts';
import { makeDraftContext, type DraftContext } from '../draft/index.ts';
import type { QuotationReport } from '../quotations/verify.ts';

/** Looks a quotation up in the full texts of works; in all where none is named. */
export type Verify = (quotation: string, citekeys: readonly string[]) => Promise<QuotationReport>;

/** What questions are answered from. */
export interface Known {
  readonly snapshot: Snapshot;
  /** Works that can be cited. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly verify: Verify;
  /** Made when first asked for. */
  readonly draft: DraftContext;
  readonly checks: CheckContext;
}

export interface KnownOptions {
  readonly sources?: ReadonlyMap<string, Source> | undefined;
  readonly settings?: CheckSettings | undefined;
  /** Without it there are no full texts. */
  readonly verify?: Verify | undefined;
}

export function makeKnown(snapshot: Snapshot, { sources = snapshot.sources, settings = DEFAULT_SETTINGS, verify = noTexts }: KnownOptions = {}): Known {
  let draft: DraftContext | undefined;
  let checks: CheckContext | undefined;
  return {
    snapshot, sources, verify,
    get draft() { return draft ??= makeDraftContext(snapshot); },
    get checks() { return checks ??= makeCheckContext({ snapshot, sources }, settings); },
  };
}

const noTexts: Verify = () => Promise.resolve({ state: 'no-text', matches: [] });
