import { readLocator } from '../citations/locator.ts';
import type { Locator } from '../citations/types.ts';
import type { Span } from '../text.ts';

export interface PlacedLocator extends Locator {
  /** In the suffix text. */
  readonly span: Span;
}

const MOST = 8;

/**
 * All locators of a suffix: `sec. 3.3, n. 24` is section 3.3 and note 24. Pandoc knows the first only and leaves the
 * rest as suffix; each further one has to name its label.
 */
export function locatorsOf(suffixText: string): readonly PlacedLocator[] {
  let found = remembered.get(suffixText);
  if (found === undefined) {
    found = findLocators(suffixText);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(suffixText, found);
  }
  return found;
}

/** Places repeat: a corpus of a thousand citations names perhaps two hundred. */
const remembered = new Map<string, readonly PlacedLocator[]>();
const MAX_REMEMBERED = 5000;

function findLocators(suffixText: string): PlacedLocator[] {
  const found: PlacedLocator[] = [];
  let rest = suffixText;
  while (found.length < MOST && rest !== '') {
    const { locator, span, suffix } = readLocator(rest);
    if (locator === undefined || span === undefined || (found.length > 0 && /^\d/.test(rest))) break;
    const base = suffixText.length - rest.length;
    found.push({ ...locator, span: { start: base + span.start, end: base + span.end } });
    const next = suffix.replace(/^(?:and|&)\s+/, '');
    if (!suffixText.endsWith(next) || next.length >= rest.length) break;
    rest = next;
  }
  return found;
}

/** `3.1-3.3`, `24, 25 and 27`: the numbers named, ends of ranges included. */
export function valuesOf(locator: Locator): string[] {
  return partsOf(locator).flat();
}

/** Single values and ranges: `24, 26-28` is `[['24'], ['26', '28']]`. */
function partsOf(locator: Locator): string[][] {
  return locator.value.split(/[,;&]|\band\b/)
    .map(part => part.split(/[–—-]/).map(value => value.trim().replace(/\.$/, '')).filter(value => value !== ''))
    .filter(values => values.length > 0);
}

/** Whether a locator names a place or one around it: `3.2`, `3.1-3.3` and `3` all hold section 3.2. */
export function holdsPlace(locator: Locator, place: Locator): boolean {
  if (locator.label !== place.label) return false;
  const parts = partsOf(locator);
  return valuesOf(place).some(wanted => parts.some(values => values.includes(wanted) || isBetween(wanted, values)
    || (place.label === 'section' && values.some(value => wanted.startsWith(`${value}.`)))));
}

/** Between the ends of a range: `383-385`, `383-85`, `3.1-3.3`. */
function isBetween(wanted: string, [from, to, ...more]: readonly string[]): boolean {
  if (from === undefined || to === undefined || more.length > 0) return false;
  const [, outer = '', first] = NUMBER.exec(from) ?? [];
  const [, toOuter = '', last] = NUMBER.exec(to) ?? [];
  const [, wantedOuter = '', number] = NUMBER.exec(wanted) ?? [];
  if (first === undefined || last === undefined || number === undefined || outer !== wantedOuter || outer !== toOuter) return false;
  const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return Number(first) <= Number(number) && Number(number) <= Number(whole);
}

/** What stands before the last number, and that number. */
const NUMBER = /^((?:\d{1,4}\.)*)(\d{1,7})$/;
