import { FIRST_STATE } from './filter.ts';
import { isViewState } from './protocol.ts';
import type { ViewState } from './types.ts';

/**
 * A view as the settings of a workspace have it, e.g. `{ "grouping": "actor" }`: what it does not name is as at first.
 * @returns `undefined` for what is none
 */
export function viewFrom(raw: unknown): ViewState | undefined {
  if (typeof raw !== 'object' || raw === null) { return undefined; }
  const view = { ...FIRST_STATE, ...raw };
  return isViewState(view) ? view : undefined;
}

/** What a timeline that is opened has to go by. */
export interface Views {
  /** In the settings, which travel with the workspace. */
  readonly kept: unknown;
  /** The one of the settings that was taken up here last. */
  readonly takenUp: unknown;
  /** As the last timeline was left here, on this machine. */
  readonly left: unknown;
}

/** The view that came with the workspace since, else that which was left here; `null` for a first look. */
export function viewToShow({ kept, takenUp, left }: Views): ViewState | null {
  const view = viewFrom(kept);
  return view !== undefined && JSON.stringify(kept) !== takenUp ? view : viewFrom(left) ?? null;
}
