import type * as v from 'valibot';
import type { CitationItem } from '../citations/types.ts';
import { isBefore } from '../dates/order.ts';
import type { EdtfDate } from '../dates/types.ts';
import type { Span } from '../text.ts';
import { moveItem, toCitation, type Notes } from './notes.ts';
import { problem } from './problems.ts';
import { ACTOR, CONCEPT, EVENT } from './schema.ts';
import type { Actor, Citation, Concept, Dated, EntryId, Event, Evidence, Membership, Name, Participant, Relation } from './types.ts';
import { understand } from './understand.ts';
import type { YamlMap, YamlNode } from './yaml.ts';

/** What all entries share, read before the fields. */
export type EntryBase = Pick<Actor, 'id' | 'key' | 'corpusId' | 'uri' | 'summary' | 'statements'>;
type Path = readonly (string | number)[];
type PlaceOf = (path: Path) => YamlNode | undefined;

/** The fields of an entry with their places: every reader notes what a field refers to. */
class Fields {
  readonly #at: PlaceOf;
  readonly #notes: Notes;
  readonly #head: Span;
  readonly #present: ReadonlySet<string>;

  constructor(root: YamlMap, present: ReadonlySet<string>, at: PlaceOf, notes: Notes) {
    this.#present = present;
    this.#at = at;
    this.#notes = notes;
    this.#head = { start: root.span.start, end: root.span.start };
  }

  span(path: Path): Span {
    return this.#at(path)?.span ?? this.#head;
  }

  citations(items: readonly CitationItem[] | undefined, path: Path): Citation[] {
    const node = this.#at(path);
    for (const item of items ?? []) {
      const start = node?.kind === 'scalar' ? node.textStart : undefined;
      // A quoted text with escapes does not stand in the file letter by letter: then the whole of it is meant.
      const placed = start === undefined ? { ...item, keySpan: this.span(path), suffixSpan: this.span(path), locatorSpan: undefined } : moveItem(item, start);
      this.#notes.references.push({ kind: 'citation', item: placed });
    }
    return (items ?? []).map(toCitation);
  }

  dated(value: { start?: EdtfDate | undefined; end?: EdtfDate | undefined; cite?: readonly CitationItem[] | undefined }, path: Path): Dated {
    const { start, end } = value;
    if (start !== undefined && end !== undefined && isBefore(end, start) === 'yes') {
      this.#notes.problems.push(problem('end-before-start', this.span([...path, 'end']), end.edtf, start.edtf));
    }
    return { start, end, citations: this.citations(value.cite, [...path, 'cite']) };
  }

  id(id: string, wants: 'actor' | 'event' | undefined, path: Path, via: 'part-of' | 'follows' | 'other' = 'other'): EntryId {
    this.#notes.references.push({ kind: 'entry', id, wants, via, span: this.span(path) });
    return id;
  }

  evidence(evidence: Evidence, path: Path): Evidence {
    this.#notes.references.push({ kind: 'entry', id: evidence.entry, statement: evidence.statement, wants: undefined, via: 'other', span: this.span(path) });
    return evidence;
  }

  uncited(what: string, citations: readonly Citation[], path: Path): void {
    if (citations.length === 0) this.#notes.uncited.push({ what, span: this.span(path) });
  }

  /** Reports a key that is not there. One that was there but could not be read has been reported. */
  required(key: string): void {
    if (!this.#present.has(key)) this.#notes.problems.push(problem('missing-key', this.#head, key));
  }

  names(value: { name?: string | undefined; aliases?: readonly AliasValue[] | undefined; metonyms?: readonly AliasValue[] | undefined }, id: EntryId): Pick<Actor, 'name' | 'names' | 'nameSpan'> {
    const name = value.name ?? id;
    this.required('name');
    const others = (kind: Name['kind'], field: string, values: readonly AliasValue[] = []) =>
      values.map((other, index): Name => ({ text: other.name, kind, ...this.dated(other, [field, index]) }));
    return {
      name, nameSpan: this.span(['name']),
      names: [{ text: name, kind: 'preferred', start: undefined, end: undefined, citations: [] }, ...others('alias', 'aliases', value.aliases), ...others('metonym', 'metonyms', value.metonyms)],
    };
  }
}

interface AliasValue {
  readonly name: string;
  readonly start?: EdtfDate | undefined;
  readonly end?: EdtfDate | undefined;
  readonly cite?: readonly CitationItem[] | undefined;
}

function read<TSchema extends v.GenericSchema>(schema: TSchema, root: YamlMap, notes: Notes): { value: v.InferOutput<TSchema> | undefined; fields: Fields } {
  const present = new Set(root.entries.keys());
  const { value, problems, at } = understand(schema, root);
  notes.problems.push(...problems);
  return { value, fields: new Fields(root, present, at, notes) };
}

/** An actor whose type is missing or unknown is shown as a grouping, the least that can be said, until it is mended. */
export function buildActor(root: YamlMap, base: EntryBase, notes: Notes): Actor | undefined {
  const { value, fields } = read(ACTOR, root, notes);
  if (value === undefined) return undefined;
  return {
    ...base, class: 'actor', type: value.type ?? 'collective', ...fields.names(value, base.id),
    memberships: (value.memberships ?? []).map((membership, index): Membership => {
      const path = ['memberships', index];
      const dated = fields.dated(membership, path);
      fields.uncited('membership', dated.citations, path);
      return { organization: fields.id(membership.organization, 'actor', [...path, 'organization']), role: membership.role, ...dated };
    }),
    relations: (value.relations ?? []).map((relation, index): Relation => {
      const path = ['relations', index];
      const dated = fields.dated(relation, path);
      fields.uncited('relation', dated.citations, path);
      return { type: relation.type, with: fields.id(relation.with, 'actor', [...path, 'with']), ...dated };
    }),
  };
}

export function buildEvent(root: YamlMap, base: EntryBase, notes: Notes): Event | undefined {
  const { value, fields } = read(EVENT, root, notes);
  if (value === undefined) return undefined;
  fields.required('kind');
  const citations = fields.citations(value.cite, ['cite']);
  if (value.date !== undefined) fields.uncited('date', citations, ['date']);
  return {
    ...base, class: 'event', kind: value.kind ?? 'other', ...fields.names(value, base.id),
    date: value.date, wording: value.wording, place: value.place, citations, background: value.background,
    participants: (value.participants ?? []).map((participant, index): Participant => ({
      actor: fields.id(participant.actor, 'actor', ['participants', index, 'actor']), role: participant.role,
      citations: fields.citations(participant.cite, ['participants', index, 'cite']),
    })),
    partOf: (value['part-of'] ?? []).map((id, index) => fields.id(id, 'event', ['part-of', index], 'part-of')),
    follows: (value.follows ?? []).map((id, index) => fields.id(id, 'event', ['follows', index], 'follows')),
  };
}

/** A concept whose kind is missing or unknown is shown as an issue until it is mended. */
export function buildConcept(root: YamlMap, base: EntryBase, notes: Notes): Concept | undefined {
  const { value, fields } = read(CONCEPT, root, notes);
  if (value === undefined) return undefined;
  fields.required('kind');
  const citations = fields.citations(value.cite, ['cite']);
  if (value.figure !== undefined) fields.uncited('figure', citations, ['figure']);
  return {
    ...base, class: 'concept', kind: value.kind ?? 'issue', ...fields.names(value, base.id),
    figure: value.figure, date: value.date, wording: value.wording, citations,
    evidence: (value.evidence ?? []).map((one, index) => fields.evidence(one, ['evidence', index])),
  };
}
