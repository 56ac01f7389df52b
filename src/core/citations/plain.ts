import type { CslItem } from './types.ts';

const TAG = /<[/!?]?[a-z][^<>]*>/gi;
// Control characters, and the marks that turn the direction of what follows.
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
/** What nearly every text is without. */
const TO_BE_CHANGED = /[<\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|[^\S ]|  |^ | $/;

/**
 * A CSL text as plain text: its markup (`<i>`, `<span class="nocase">` …) and any other tag taken out, blanks made single,
 * control and direction marks left out. What comes back holds nothing that HTML reads as a tag.
 */
export function plainText(text: string): string {
  if (!TO_BE_CHANGED.test(text)) { return text; }
  const untagged = text.replace(UNSEEN, ' ').replace(TAG, '');
  // A tag put together by taking another one out loses its sign.
  return untagged.replace(/<(?=[/!?a-z])/gi, '').replace(/\s+/g, ' ').trim();
}

/** A field as plain text; empty when it is missing or is neither a text nor a number. */
export function field(item: CslItem, name: string): string {
  const value = item[name];
  return typeof value === 'string' ? plainText(value) : typeof value === 'number' ? String(value) : '';
}
