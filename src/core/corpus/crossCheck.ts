import type { CitationItem } from '../citations/types.ts';
import { couldBeWithin, isBefore } from '../dates/order.ts';
import type { Problem } from '../text.ts';
import type { EntryReading } from './entry.ts';
import { locatorsOf, valuesOf } from './locators.ts';
import { didYouMean, problem } from './problems.ts';
import { statementOf, tailOf } from './resolve.ts';
import type { Entry, EntryId, Event, Source, WorkOutline } from './types.ts';
import { t, toTranslate } from '../l10n.ts';

/** What the references of an entry are checked against. */
export interface KnownCorpus {
  readonly id: string;
  readonly entries: ReadonlyMap<EntryId, Entry>;
  /** Ids of files that are there but could not be read: naming them is no second fault. */
  readonly unreadable: ReadonlySet<EntryId>;
  readonly sources: ReadonlyMap<string, Source>;
  readonly outlines: ReadonlyMap<string, WorkOutline>;
}

/** A problem that another corpus can make good: the id or citekey that it misses. */
export interface CrossProblem extends Problem {
  readonly missing?: { readonly kind: 'entry' | 'source'; readonly id: string; readonly statement?: string | undefined };
}

/** Suggestions compare one word with all ids, so a file of nothing but wrong ids gets them for the first few only. */
const MAX_SUGGESTIONS = 20;

/** Everything that an entry says about other entries, sources and places in works, held against the corpus. */
export function checkReferences(reading: EntryReading, corpus: KnownCorpus): CrossProblem[] {
  const problems: CrossProblem[] = [];
  const suggest = (given: string, known: Iterable<string>) => problems.length < MAX_SUGGESTIONS ? didYouMean(given, known) : '';
  for (const reference of reading.references) {
    if (reference.kind === 'citation') {
      const { citekey, keySpan } = reference.item;
      if (corpus.sources.has(citekey)) problems.push(...checkLocators(reference.item, corpus.outlines.get(citekey)));
      else problems.push({ ...problem('unknown-source', keySpan, citekey, suggest(citekey, corpus.sources.keys())), missing: { kind: 'source', id: citekey } });
      continue;
    }
    const id = reference.id.startsWith(`${corpus.id}:`) ? reference.id.slice(corpus.id.length + 1) : reference.id;
    const found = corpus.entries.get(id);
    if (found === undefined) {
      if (!corpus.unreadable.has(id)) problems.push({ ...problem('dangling-id', reference.span, id, suggest(id, corpus.entries.keys())), missing: { kind: 'entry', id, statement: reference.statement } });
    } else if (reference.statement !== undefined && statementOf(found, reference.statement) === undefined) {
      problems.push(problem('dangling-statement', reference.span, id, reference.statement, suggest(reference.statement, found.statements.map(tailOf).filter(tail => tail.startsWith('^')))));
    } else if (reference.wants !== undefined && found.class !== reference.wants) {
      problems.push(problem('wrong-class', reference.span, id, t(A_CLASS[found.class]), t(A_CLASS[reference.wants])));
    } else if (reading.entry?.class === 'event' && found.class === 'event' && reference.via !== 'other') {
      problems.push(...checkDates(reading.entry, found, reference.via, reading));
    }
  }
  return problems;
}

const A_CLASS = toTranslate({ actor: 'an actor', event: 'an event', concept: 'a concept' });

function checkLocators(item: CitationItem, outline: WorkOutline | undefined): Problem[] {
  if (outline === undefined || item.suffixText === '') return [];
  const problems: Problem[] = [];
  const cited: string[] = [];
  for (const locator of locatorsOf(item.suffixText)) {
    // Where the text stands with escapes, all spans of the item are that of the whole text.
    const span = item.locatorSpan === undefined ? item.suffixSpan
      : { start: item.suffixSpan.start + locator.span.start, end: item.suffixSpan.start + locator.span.end };
    for (const value of valuesOf(locator)) {
      if (locator.label === 'section') {
        cited.push(value);
        if (!outline.sections.some(section => section.number === value)) problems.push(problem('unknown-locator', span, `@${item.citekey}`, t('section'), value));
      }
      if (locator.label !== 'note') continue;
      const note = outline.notes.find(known => String(known.number) === value);
      if (note === undefined) problems.push(problem('unknown-locator', span, `@${item.citekey}`, t('note'), value));
      else if (cited.length > 0 && !cited.some(section => isWithin(note.section, section))) {
        problems.push(problem('note-elsewhere', span, value, `@${item.citekey}`, note.section, cited.join(', ')));
      }
    }
  }
  return problems;
}

function isWithin(section: string, other: string): boolean {
  return section === other || section === '' || section.startsWith(`${other}.`);
}

/** Only what cannot be otherwise is told. */
function checkDates(event: Event, other: Event, via: 'part-of' | 'follows', { dateSpan }: EntryReading): Problem[] {
  const [date, known] = [event.date, other.date];
  if (date === undefined || known === undefined) return [];
  if (via === 'follows') {
    return isBefore(date, known) === 'yes' ? [problem('follows-later', dateSpan, date.edtf, other.name, known.edtf)] : [];
  }
  return !couldBeWithin(date, known) ? [problem('outside-parent', dateSpan, date.edtf, other.name, known.edtf)] : [];
}

/** The events that are part of themselves, each with the way round: `a, b, a`. */
export function findCycles(events: readonly Event[]): Map<EntryId, readonly EntryId[]> {
  const byId = new Map(events.map(event => [event.id, event]));
  const state = new Map<EntryId, 'open' | 'done'>();
  const cycles = new Map<EntryId, readonly EntryId[]>();
  for (const root of byId.keys()) {
    if (state.has(root)) continue;
    const path = [{ id: root, next: 0 }];
    state.set(root, 'open');
    while (path.length > 0) {
      const top = path.at(-1)!;
      const parent = byId.get(top.id)?.partOf[top.next++];
      if (parent === undefined) {
        state.set(top.id, 'done');
        path.pop();
      } else if (state.get(parent) === 'open') {
        const ids = path.map(step => step.id);
        const round = ids.slice(ids.indexOf(parent));
        for (const [index, id] of round.entries()) cycles.set(id, [...round.slice(index), ...round.slice(0, index), id]);
      } else if (!state.has(parent) && byId.has(parent)) {
        state.set(parent, 'open');
        path.push({ id: parent, next: 0 });
      }
    }
  }
  return cycles;
}
