import { evidenceId, evidenceOf, locatorsOf, resolveId, type Actor, type Citation, type Entry, type Event, type Membership, type Snapshot } from '../../src/core/corpus/index.ts';
import { couldBeWithin, isBefore, type EdtfDate } from '../../src/core/dates/index.ts';
import { valuesOf } from '../../src/core/corpus/locators.ts';
import type { Material } from './material.ts';

/** What does not hold, a line each; empty when all is well. */
export type Rule = (material: Material) => string[];

/** All that the reader of a corpus says of it: schema, ids, citekeys, places in works, dates outside their parents. */
export const problems: Rule = ({ corpus }) => corpus.problems.map(problem => `${problem.uri.replace(/^.*cambodia\//, '')}: ${problem.message}`);

/** An event lies within all that it is a part of, the parents of its parents included. */
export const insideAncestors: Rule = ({ snapshot }) => snapshot.events.flatMap(event => [...above(event, snapshot)].flatMap(ancestor =>
  event.date === undefined || ancestor.date === undefined || couldBeWithin(event.date, ancestor.date) ? []
    : [`${event.id} (${event.date.edtf}) is not within ${ancestor.id} (${ancestor.date.edtf})`]));

function above(event: Event, snapshot: Snapshot, found = new Set<Event>()): Set<Event> {
  for (const id of event.partOf) {
    const parent = resolveId(snapshot, id, event.corpusId);
    if (parent?.class === 'event' && !found.has(parent)) above(parent, snapshot, found.add(parent));
  }
  return found;
}

/** Nothing ends before it begins. */
export const endsAfterItBegins: Rule = ({ snapshot }) => snapshot.actors.flatMap(actor =>
  [...actor.memberships, ...actor.relations, ...actor.names].flatMap(({ start, end }) =>
    start !== undefined && end !== undefined && isBefore(end, start) === 'yes' && start.edtf !== end.edtf ? [`${actor.id}: ${start.edtf} to ${end.edtf}`] : []));

/** A post that one person holds at a time. */
const EXCLUSIVE = /^(?:Secretary-General|Foreign Minister|President|Premier|Prime Minister|Secretary of State|Head of State|Permanent Representative\b.*)$/;

/** No person holds one post twice at a time, and no exclusive post has two holders at a time. */
export const officesApart: Rule = ({ snapshot }) => {
  const posts = new Map<string, { actor: Actor; office: Membership }[]>();
  for (const actor of snapshot.actors) {
    for (const office of actor.memberships.filter(membership => EXCLUSIVE.test(membership.role))) {
      const post = `${office.role} of ${office.organization}`;
      posts.set(post, [...posts.get(post) ?? [], { actor, office }]);
    }
  }
  return [...posts].flatMap(([post, held]) => held.flatMap((a, index) => held.slice(index + 1).flatMap(b =>
    sharesADay(a.office, b.office) ? [`${post}: ${a.actor.id} and ${b.actor.id}`] : [])));
};

/** Whether there is a day on which both must have been held. An office without an end lasts; one without dates tells nothing. */
function sharesADay(a: Membership, b: Membership): boolean {
  const [x, y] = [surelyHeld(a), surelyHeld(b)];
  return x !== undefined && y !== undefined && x.from < y.to && y.from < x.to;
}

function surelyHeld({ start, end }: Membership): { from: number; to: number } | undefined {
  if (start === undefined && end === undefined) return undefined;
  return { from: start?.start.latest ?? -Infinity, to: end?.end.earliest ?? Infinity };
}

/** Every citation of the corpus: of statements, remarks, events, concepts, offices, relations, participants and names. */
export function citationsOf(entry: Entry): Citation[] {
  const own = entry.class === 'actor' ? [...entry.memberships, ...entry.relations].flatMap(dated => dated.citations)
    : entry.class === 'event' ? [...entry.citations, ...entry.participants.flatMap(participant => participant.citations)] : entry.citations;
  return [
    ...own, ...entry.names.flatMap(name => name.citations),
    ...entry.statements.flatMap(statement => [...statement.citations, ...statement.remarks.flatMap(remark => remark.citations)]),
  ];
}

export const everySourceIsCited: Rule = ({ snapshot }) => {
  const cited = new Set([...snapshot.entries.values()].flatMap(citationsOf).map(citation => citation.citekey));
  return [...snapshot.sources.keys()].filter(citekey => !cited.has(citekey));
};

/** Places of the paper that no statement or record of an entry cites. */
export function uncitedPlaces(label: 'section' | 'note'): Rule {
  return ({ snapshot, corpus }) => {
    const main = corpus.info.defaultCitation ?? '';
    const outline = snapshot.outlines.get(main);
    const places = label === 'note' ? outline?.notes.map(note => String(note.number)) : outline?.sections.map(section => section.number);
    const cited = new Set([...snapshot.entries.values()].flatMap(entry => entry.statements).flatMap(statement => statement.citations)
      .filter(citation => citation.citekey === main).flatMap(citation => locatorsOf(citation.suffixText)).filter(locator => locator.label === label).flatMap(valuesOf));
    return places?.filter(place => !cited.has(place)) ?? ['no outline of the paper'];
  };
}

export const everythingIsStated: Rule = ({ snapshot }) => [...snapshot.entries.values()].filter(entry => entry.statements.length === 0).map(entry => entry.id);

/** Offices, memberships, relations, events and concepts say where they stand. */
export const recordsAreCited: Rule = ({ snapshot }) => [...snapshot.entries.values()].flatMap(entry => entry.class !== 'actor'
  ? entry.citations.length === 0 ? [entry.id] : []
  : [
    ...entry.memberships.filter(membership => membership.citations.length === 0).map(membership => `${entry.id}: ${membership.role}`),
    ...entry.relations.filter(relation => relation.citations.length === 0).map(relation => `${entry.id}: ${relation.type} ${relation.with}`),
  ]);

/** A citation of the paper names a section, so that a reader finds the place; the paper as a whole stands for who published it. */
export const citationsHaveAPlace: Rule = ({ snapshot, corpus }) => [...snapshot.entries.values()].flatMap(entry => citationsOf(entry)
  .filter(citation => citation.citekey === corpus.info.defaultCitation && locatorsOf(citation.suffixText).every(locator => locator.label !== 'section'))
  .filter(() => entry.id !== 'hd-centre' && entry.id !== 'nupi').map(citation => `${entry.id}: @${citation.citekey} ${citation.suffixText}`));

/** A date that EDTF says less exactly than the words it comes from keeps the words. */
export const inexactDatesKeepTheirWords: Rule = ({ snapshot }) => snapshot.events.filter(event => event.wording === undefined && isWorded(event.date)).map(event => `${event.id}: ${event.date?.edtf ?? ''}`);

/** A date that its EDTF alone does not tell a reader: approximate, uncertain, a season, one of several, digits left open. */
function isWorded(date: EdtfDate | undefined): boolean {
  return date !== undefined && (date.approximate || date.uncertain || date.kind === 'set' || date.edtf.includes('X') || (date.kind === 'point' && date.date.precision === 'season'));
}

/** What a concept rests on is there, and speaks. */
export const evidenceSpeaks: Rule = ({ snapshot }) => snapshot.concepts.flatMap(concept => {
  const found = new Set(evidenceOf(snapshot, concept).map(({ entry, statement }) => statement?.id ?? entry.id));
  return [
    ...concept.evidence.map(evidenceId).filter(id => !found.has(id)).map(id => `${concept.id}: there is no ${id}`),
    ...evidenceOf(snapshot, concept).filter(({ entry }) => entry.statements.length === 0).map(({ entry }) => `${concept.id}: ${entry.id} says nothing`),
  ];
});

const ENOUGH = 10;
const ELSEWHERE = 5;

/** Each lesson names the single statements that bear it out, and enough of them stand in other sections than its own. */
export const lessonsRestOnStatements: Rule = ({ snapshot }) => snapshot.concepts.filter(({ kind }) => kind === 'lesson').flatMap(lesson => {
  const own = sectionsOf(lesson.citations);
  const evidence = evidenceOf(snapshot, lesson);
  const statements = evidence.flatMap(({ statement }) => statement ?? []);
  const elsewhere = statements.filter(({ citations }) => !sectionsOf(citations).some(section => own.includes(section)));
  return [
    ...statements.length < evidence.length ? [`${lesson.id} rests on whole entries`] : [],
    ...statements.length < ENOUGH || elsewhere.length < ELSEWHERE ? [`${lesson.id} rests on ${statements.length} statements, ${elsewhere.length} of them from elsewhere`] : [],
  ];
});

/** The broader conclusions of chapter 1 name single statements as well, but for the one that the paper ties to no episode. */
export const conclusionsRestOnStatements: Rule = ({ snapshot }) => snapshot.concepts
  .filter(({ id, kind, citations }) => kind === 'conclusion' && sectionsOf(citations).includes('1') && id !== 'conclusion-process-for-its-own-sake')
  .filter(concept => evidenceOf(snapshot, concept).filter(({ statement }) => statement !== undefined).length < 3).map(({ id }) => id);

function sectionsOf(citations: readonly Citation[]): string[] {
  return citations.flatMap(({ suffixText }) => locatorsOf(suffixText)).filter(({ label }) => label === 'section').flatMap(valuesOf);
}
