import { t } from '../l10n.ts';

/** `1 event`, `12 events`. */
export function eventsText(count: number): string {
  return count === 1 ? t('1 event') : t('{0} events', count);
}
