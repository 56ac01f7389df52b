import type { NewPassage } from './types.ts';

/** The page of a place in a passage or a block. */
export function pageOf({ page, turns }: Pick<NewPassage, 'page' | 'turns'>, at: number): string {
  return turns.findLast(turn => turn.at <= at)?.page ?? page;
}
