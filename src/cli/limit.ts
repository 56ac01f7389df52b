import { t } from '../core/l10n.ts';

export const limitHelp = (): string => t('  --limit N                  how many at most (10)');

/** @throws a sentence when it is no number */
export function limitFrom(given: string | undefined): number {
  if (given === undefined) return 10;
  if (!/^[1-9]\d{0,3}$/.test(given)) throw new Error(t('--limit is to be a whole number from 1 to 9999, not “{0}”.', given));
  return Number(given);
}
