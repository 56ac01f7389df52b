import type { EntryKey, Event } from '../corpus/types.ts';
import { overlaps } from '../dates/order.ts';
import type { DateMention } from '../dates/types.ts';
import type { NameMatch } from '../names/types.ts';
import { BLANK, isUnit } from '../units.ts';
import type { DraftContext } from './context.ts';
import type { Inside } from './inside.ts';
import { isOtherPerson, isOtherPlace, isNoAbbreviation } from './neighbours.ts';
import { isPlace } from './places.ts';
import type { Mention } from './types.ts';

/** A name in a block, with what the block alone says about whom it means. */
export interface Candidate {
  readonly mention: Mention;
  /** Further keys that count only when they were named before: persons of this last name. */
  readonly latent: readonly EntryKey[];
  /** The one whose office or date stands beside the name. */
  readonly told: EntryKey | undefined;
  /** The one tied to the other names of the block. */
  readonly tied: EntryKey | undefined;
}

const NONE: readonly EntryKey[] = [];

/** All names in the prose of a block, from left to right. */
export function findCandidates(text: string, from: number, end: number, closed: Inside, dates: readonly DateMention[], context: DraftContext): Candidate[] {
  const found = merge(context.lexicon.find(text, from, end), context.lastNames.find(text, from, end), closed);
  if (found.length === 0) return NO_CANDIDATES;
  const kept: Found[] = [];
  for (let index = 0; index < found.length; index++) if (isMention(text, from, end, found, index, context)) kept.push(found[index]!);
  let settled: Set<EntryKey> | undefined;
  return kept.map(({ start, end: stop, targets, kind, latent }): Candidate => {
    const mention: Mention = { start, end: stop, keys: targets, kind, text: text.slice(start, stop) };
    if (targets.length === 1 && latent.length === 0) return { mention, latent, told: undefined, tied: undefined };
    const all = latent.length === 0 ? targets : [...targets, ...latent];
    settled ??= settledBy(kept);
    return { mention, latent, told: toldBy(text, from, mention, all, dates, context), tied: tiedTo(targets, settled, context) };
  });
}

const NO_CANDIDATES: Candidate[] = [];

function settledBy(kept: readonly Found[]): Set<EntryKey> {
  const settled = new Set<EntryKey>();
  for (const { targets } of kept) if (targets.length === 1) settled.add(targets[0]!);
  return settled;
}

interface Found extends NameMatch<EntryKey> {
  readonly latent: readonly EntryKey[];
}

/** Last names that no name covers, and the further bearers of those that are aliases; without what stands in closed stretches. */
function merge(names: readonly NameMatch<EntryKey>[], lastNames: readonly NameMatch<EntryKey>[], closed: Inside): Found[] {
  const merged: Found[] = [];
  const add = ({ start, end, kind }: NameMatch<EntryKey>, targets: readonly EntryKey[], latent: readonly EntryKey[]) => {
    if (!closed.reaches(start, end)) merged.push({ start, end, kind, targets, latent });
  };
  let next = 0;
  for (const name of names) {
    for (; next < lastNames.length && lastNames[next]!.end <= name.start; next++) add(lastNames[next]!, NONE, lastNames[next]!.targets);
    let latent = NONE;
    for (; next < lastNames.length && lastNames[next]!.start < name.end; next++) {
      const last = lastNames[next]!;
      if (last.start === name.start && last.end === name.end) latent = last.targets.filter(key => !name.targets.includes(key));
    }
    add(name, name.targets, latent);
  }
  for (; next < lastNames.length; next++) add(lastNames[next]!, NONE, lastNames[next]!.targets);
  return merged;
}

function isMention(text: string, from: number, end: number, found: readonly Found[], index: number, context: DraftContext): boolean {
  const { start, end: stop, kind, targets, latent } = found[index]!;
  if (kind === 'metonym') return !isPlace(text, from, start, stop);
  const bearers = context.bearersOf(targets, latent);
  if (!bearers.areActors) return true;
  const around = { from, before: index === 0 ? from : found[index - 1]!.end, after: index + 1 === found.length ? end : found[index + 1]!.start, ownWords: bearers.ownWords };
  if (bearers.haveCountry && isOtherPlace(text, start, stop, around)) return false;
  if (!isOneWord(text, start, stop)) return true;
  if (bearers.arePersons) return !(bearers.haveNoPlural && text.charCodeAt(stop - 1) === SMALL_S) && !isOtherPerson(text, start, stop, around);
  return !isNoAbbreviation(text, from, start, stop);
}

const SMALL_S = 0x73;

function isOneWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x2d || isUnit(unit, BLANK)) return false;
  }
  return true;
}

/** Words before a name that may hold an office; characters around an event’s name that may hold its date. */
const OFFICE_WINDOW = 70;
const DATE_WINDOW = 60;

/** The only one of them whose office stands before the name, or whose date stands near it. */
function toldBy(text: string, from: number, mention: Mention, keys: readonly EntryKey[], dates: readonly DateMention[], context: DraftContext): EntryKey | undefined {
  const before = text.slice(Math.max(from, mention.start - OFFICE_WINDOW), mention.start).replace(/^.*[.!?;]\s/s, '').toLowerCase();
  const near = dates.filter(({ start, end }) => start < mention.end + DATE_WINDOW && end > mention.start - DATE_WINDOW);
  const told = keys.filter(key => {
    const entry = context.snapshot.entries.get(key);
    if (entry?.class === 'actor') return entry.memberships.some(({ role }) => role !== 'member' && holdsOffice(before, role));
    return entry?.class === 'event' && near.some(({ date }) => date !== undefined && entry.date !== undefined && overlaps(date, entry.date) !== 'no');
  });
  const isWeighed = near.length === 0 || told.length === 0 || keys.every(key => isDated(context.snapshot.entries.get(key) as Event | undefined));
  return told.length === 1 && isWeighed ? told[0] : undefined;
}

function isDated(entry: Partial<Event> | undefined): boolean {
  return entry?.class !== 'event' || entry.date !== undefined;
}

/** Whether the words of a role, `Foreign Minister`, stand together before the name: `Indonesia’s foreign minister, Ali `. */
function holdsOffice(before: string, role: string): boolean {
  const words = role.toLowerCase().split(/\s+(?:of|for|on|to|in|at)\s+/)[0]!.trim();
  const at = words === '' ? -1 : before.lastIndexOf(words);
  return at !== -1 && before.length - at - words.length <= 24;
}

/** The one of them that is tied to the most of the others that the block names. */
function tiedTo(keys: readonly EntryKey[], settled: ReadonlySet<EntryKey>, context: DraftContext): EntryKey | undefined {
  let best: EntryKey | undefined;
  let most = 0;
  for (const key of keys) {
    const ties = context.tiesOf(key);
    let count = settled.has(key) ? 1 : 0;
    for (const other of settled) if (ties.has(other)) count++;
    if (count > most) [best, most] = [key, count];
    else if (count === most) best = undefined;
  }
  return best;
}
