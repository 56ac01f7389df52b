import { SHELVES } from '../../core/library/types.ts';
import { SHELF_BASE, SHELF_END } from './schema.ts';

/** Of what is asked for, this part is kept for each kind of text that has anything. */
const LEAST = 1 / 8;

/**
 * So many as are asked for, kind of text by kind of text, sources first. However many passages of sources there are, something of
 * the others is among them.
 * @param best the best first
 */
export function shared<T extends { readonly id: number }>(best: readonly T[], limit: number): T[] {
  const least = Math.floor(limit * LEAST);
  const kinds = SHELVES.map(shelf => best.filter(({ id }) => SHELF_BASE[shelf] <= id && id <= SHELF_END[shelf]));
  let left = limit - kinds.reduce((sum, rows) => sum + Math.min(rows.length, least), 0);
  return kinds.flatMap(rows => {
    const more = Math.min(left, Math.max(0, rows.length - least));
    left -= more;
    return rows.slice(0, least + more);
  });
}
