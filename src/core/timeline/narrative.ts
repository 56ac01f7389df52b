import type { EventDto, DraftDto } from './types.ts';
import { t } from '../l10n.ts';

/** One step of the draft's telling: an event where the draft first names it. */
export interface Step {
  /** Place in the list of events. */
  readonly item: number;
  readonly offset: number;
  /** Where in the draft, from 0 to 1. */
  readonly place: number;
  /** Whether the draft goes back in time here: the event was certainly over before the one told before it began. */
  readonly isBack: boolean;
}

/** The order of telling against the order of time. @param indexOf place of an event in the list, or -1 */
export function narrativeOf(draft: DraftDto, events: readonly EventDto[], indexOf: (id: string) => number): Step[] {
  const ordered = [...draft.mentions].sort((one, other) => one.offset - other.offset);
  const last = Math.max(1, ordered[ordered.length - 1]?.offset ?? 1);
  let before: EventDto | undefined;
  return ordered.flatMap(mention => {
    const item = indexOf(mention.id);
    const event = events[item];
    if (event === undefined) { return []; }
    const isBack = before !== undefined && (event.date.end[1] ?? Infinity) <= (before.date.start[0] ?? -Infinity);
    before = event;
    return [{ item, offset: mention.offset, place: mention.offset / last, isBack }];
  });
}

/** `The draft names 12 events; 3 times it goes back in time.` */
export function narrativeText(steps: readonly Step[]): string {
  const back = steps.filter(step => step.isBack).length;
  const named = steps.length === 1 ? t('The draft names 1 event') : t('The draft names {0} events', steps.length);
  return t('{0}; {1}.', named, back === 0 ? t('it never goes back in time') : back === 1 ? t('once it goes back in time') : t('{0} times it goes back in time', back));
}
