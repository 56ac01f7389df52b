import { readEntry } from '../corpus/entry.ts';
import { freeId } from '../corpus/newFiles.ts';
import type { Citation, Event, Snapshot, Statement } from '../corpus/types.ts';
import { writeEntry } from '../corpus/write.ts';
import { parseEdtf } from '../dates/edtf.ts';
import { folded } from '../text.ts';
import type { ImportedEvent } from './imports.ts';
import { t } from '../l10n.ts';

/** A file to write into a corpus. */
export interface NewEntry {
  readonly id: string;
  /** Within the corpus: `events/paris-conference.md`. */
  readonly path: string;
  readonly text: string;
  readonly event: ImportedEvent;
}

/** The events of the corpora by name and date, as `newEntries` asks for them. */
export function knownEvents({ events }: Pick<Snapshot, 'events'>): ReadonlySet<string> {
  return new Set(events.flatMap(event => event.names.map(name => keyOf(name.text, event.date?.edtf ?? ''))));
}

function keyOf(name: string, edtf: string): string {
  return `${folded(name)}\n${edtf}`;
}

const NO_SPAN = { start: 0, end: 0 };
/** In characters: what says more is no single claim. */
const LONGEST_TEXT = 3500;

/**
 * Entries for events that came from elsewhere, each read back before it counts. No id of `taken` is used again, so nothing
 * that is there is overwritten; an event that the corpus has by name and date is left out.
 * @param citation the source that the file itself is, or rests on; without it the corpus says of each entry that it names none
 */
export function newEntries(
  events: readonly ImportedEvent[], taken: ReadonlySet<string>, known: ReadonlySet<string>, citation: Citation | undefined,
): { readonly entries: readonly NewEntry[]; readonly left: readonly { readonly event: ImportedEvent; readonly reason: string }[] } {
  const ids = new Set(taken);
  const entries: NewEntry[] = [];
  const left: { readonly event: ImportedEvent; readonly reason: string }[] = [];
  const seen = new Set<string>();
  for (const event of events) {
    const key = keyOf(event.title, event.edtf);
    if (known.has(key) || seen.has(key)) { left.push({ event, reason: t('it is there already') }); continue; }
    seen.add(key);
    const id = freeId(event.title, ids, 'event', /\d{4}/u.exec(event.edtf)?.[0]);
    const path = `events/${id}.md`;
    const text = writeEntry(entryOf(event, id, citation));
    const { entry, problems } = readEntry({ path, uri: path, text });
    if (entry?.class !== 'event' || entry.date?.edtf !== event.edtf || problems.some(problem => problem.severity === 'error')) {
      left.push({ event, reason: problems[0]?.message ?? t('it cannot be written as an entry') });
      continue;
    }
    ids.add(id);
    entries.push({ id, path, text, event });
  }
  return { entries, left };
}

function entryOf(event: ImportedEvent, id: string, citation: Citation | undefined): Event {
  const text = event.text.slice(0, LONGEST_TEXT);
  const statement = (claim: string, cited: Citation): Statement => ({ id: `${id}#1`, entryKey: id, text: claim, citations: [cited], dates: [], mentions: [id], remarks: [], uri: '', span: NO_SPAN });
  return {
    class: 'event', id, key: id, corpusId: '', uri: '', name: event.title, nameSpan: NO_SPAN, kind: event.kind,
    names: [{ text: event.title, kind: 'preferred', start: undefined, end: undefined, citations: [] }],
    // With a source it is a claim; without one it is only what the entry is about.
    summary: citation === undefined ? text : '', statements: citation === undefined || text === '' ? [] : [statement(text, citation)],
    date: parseEdtf(event.edtf), wording: event.wording, place: event.place, participants: [], partOf: [], follows: [],
    citations: citation === undefined ? [] : [citation], background: false,
  };
}
