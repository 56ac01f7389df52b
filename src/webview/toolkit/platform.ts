/*
 * In the place of FAST's ground (the build puts it there), which serves several copies of FAST on one page and browsers of long
 * ago. This page has one copy.
 */
export const emptyArray: readonly never[] = Object.freeze([]);

const made: Record<string, unknown> = {};
export const FAST = { getById: (id: string, make?: () => unknown): unknown => made[id] ??= make?.() ?? null };
/** FAST asks the window for itself, where copies would meet. */
export const $global: typeof globalThis & { FAST?: typeof FAST } = globalThis;
$global.FAST = FAST;

/** What is noted of a class; it begins with what is noted of the nearest one that it extends. */
export function createMetadataLocator<T>(): (target: object) => T[] {
  const notes = new WeakMap<object, T[]>();
  return target => {
    let own = notes.get(target);
    if (own === undefined) {
      let from: object | null = target;
      while (from !== null && !notes.has(from)) { from = Reflect.getPrototypeOf(from); }
      notes.set(target, own = from === null ? [] : [...notes.get(from)!]);
    }
    return own;
  };
}
