/** Says whether a value from outside has the shape of `T`. Extra fields do no harm: nobody reads them. */
export type Check<T> = (raw: unknown) => raw is T;

export const isText: Check<string> = raw => typeof raw === 'string';
export const isFlag: Check<boolean> = raw => typeof raw === 'boolean';
export const isFinite: Check<number> = (raw): raw is number => Number.isFinite(raw);

/** A whole number of at least zero: a count, an offset. */
export const isCount: Check<number> = (raw): raw is number => Number.isSafeInteger(raw) && (raw as number) >= 0;

export function isOneOf<T extends string>(words: readonly T[]): Check<T> {
  return (raw): raw is T => (words as readonly unknown[]).includes(raw);
}

export function orNull<T>(check: Check<T>): Check<T | null> {
  return (raw): raw is T | null => raw === null || check(raw);
}

export function isList<T>(check: Check<T>): Check<readonly T[]> {
  return (raw): raw is readonly T[] => Array.isArray(raw) && raw.every(check);
}

export function isPair<T>(check: Check<T>): Check<readonly [T, T]> {
  return (raw): raw is readonly [T, T] => Array.isArray(raw) && raw.length === 2 && raw.every(check);
}

/** An object whose fields all pass. The type asks for a check of every field, so none can be forgotten. */
export function isShape<T extends object>(fields: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> {
  const entries = Object.entries<Check<unknown>>(fields);
  return (raw): raw is T => typeof raw === 'object' && raw !== null
    && entries.every(([name, check]) => Object.hasOwn(raw, name) && check((raw as Record<string, unknown>)[name]));
}

/** What each kind of message has besides its `type`. */
export type Messages<M extends { readonly type: string }> = { readonly [T in M['type']]: Check<Omit<Extract<M, { readonly type: T }>, 'type'>> };

/** Whether this is one of the messages, whole and of the right shape. */
export function isMessage(raw: unknown, checks: Readonly<Record<string, Check<unknown>>>): boolean {
  if (typeof raw !== 'object' || raw === null || !('type' in raw) || typeof raw.type !== 'string') { return false; }
  return Object.hasOwn(checks, raw.type) && checks[raw.type]!(raw);
}
