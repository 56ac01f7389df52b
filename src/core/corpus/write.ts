import { Document, isMap, isScalar, isSeq, Scalar, visit } from 'yaml';
import { evidenceId } from './evidence.ts';
import { escapeText } from './plainText.ts';
import type { Actor, Citation, Concept, Dated, Entry, Event, Name, Remark, Statement } from './types.ts';

/**
 * An entry as the text of its file, in one form: keys in the order of the documentation, nothing that can be left out,
 * one line for a statement. `readEntry` reads it back as the same entry.
 */
export function writeEntry(entry: Entry): string {
  const document = new Document(fieldsOf(entry), { version: '1.2', schema: 'failsafe' });
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && typeof node.value === 'string' && LOOKS_EMPTY.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  setInLine(document.contents);
  const yaml = document.toString({ lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: 10_000, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' });
  const summary = entry.summary === '' ? '' : `${escapeText(entry.summary)}\n`;
  const statements = entry.statements.map(writeStatement).join('');
  return `---\n${yaml}---\n${summary}${summary !== '' && statements !== '' ? '\n' : ''}${statements}`;
}

/** A word that YAML's core schema takes for null would be read as nothing. */
const LOOKS_EMPTY = /^(?:~|null|Null|NULL|)$/;

type Fields = Record<string, unknown>;

function fieldsOf(entry: Entry): Fields {
  switch (entry.class) {
    case 'actor': return actorFields(entry);
    case 'event': return eventFields(entry);
    case 'concept': return conceptFields(entry);
  }
}

function actorFields(actor: Actor): Fields {
  return present({
    type: actor.type, name: actor.name, ...nameFields(actor),
    memberships: listed(actor.memberships.map(membership => present({ organization: membership.organization, role: membership.role, ...datedFields(membership) }))),
    relations: listed(actor.relations.map(relation => present({ type: relation.type, with: relation.with, ...datedFields(relation) }))),
  });
}

function eventFields(event: Event): Fields {
  return present({
    type: 'event', kind: event.kind, name: event.name, ...nameFields(event),
    date: event.date?.edtf, wording: event.wording, place: event.place, 'part-of': listed(event.partOf), follows: listed(event.follows),
    participants: listed(event.participants.map(({ actor, role, citations }) => present({ actor, role, cite: writeCite(citations) }))),
    cite: writeCite(event.citations), background: event.background ? 'true' : undefined,
  });
}

function conceptFields(concept: Concept): Fields {
  return present({
    type: 'concept', kind: concept.kind, name: concept.name, ...nameFields(concept), figure: concept.figure,
    date: concept.date?.edtf, wording: concept.wording, evidence: listed(concept.evidence.map(evidenceId)), cite: writeCite(concept.citations),
  });
}

function nameFields(entry: Entry): Fields {
  const named = (kind: Name['kind']) => listed(entry.names.filter(name => name.kind === kind).map(name => {
    const dated = datedFields(name);
    return Object.values(dated).every(value => value === undefined) ? name.text : present({ name: name.text, ...dated });
  }));
  return { aliases: named('alias'), ...entry.class === 'actor' ? { metonyms: named('metonym') } : {} };
}

function datedFields({ start, end, citations }: Dated): Fields {
  return { start: start?.edtf, end: end?.edtf, cite: writeCite(citations) };
}

function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function listed<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}

/** Lists of words stand on one line: `aliases: [Alatas, Ali]`. */
function setInLine(node: unknown): void {
  if (isSeq(node)) {
    if (node.items.every(isScalar)) node.flow = true;
    else for (const item of node.items) setInLine(item);
  }
  if (isMap(node)) for (const pair of node.items) setInLine(pair.value);
}

/** `@khan2022, sec. 3.2; citing @martin2018`; `undefined` for none. */
export function writeCite(citations: readonly Citation[]): string | undefined {
  if (citations.length === 0) return undefined;
  return citations.map(({ citekey, suffixText, prefix }) => {
    const key = SIMPLE_KEY.test(citekey) ? `@${citekey}` : `@{${citekey}}`;
    return `${prefix === '' ? '' : `${prefix} `}${key}${suffixText === '' ? '' : `, ${suffixText}`}`;
  }).join('; ');
}

/** Keys that pandoc reads without braces: letters, digits and `_`, single marks only inside. https://pandoc.org/MANUAL.html#citation-syntax */
const SIMPLE_KEY = /^[\p{L}\p{N}_](?:[:.#$%&\-+?<>~/]?[\p{L}\p{N}_])*$/u;

function writeStatement(statement: Statement): string {
  const name = statement.name === undefined ? '' : ` ^${statement.name}`;
  return `- ${writeClaim(statement.markdown ?? escapeText(statement.text), statement.citations)}${name}\n${statement.remarks.map(writeRemark).join('')}`;
}

function writeRemark({ kind, text, citations }: Remark): string {
  return `  - ${kind}: ${writeClaim(escapeText(text), citations)}\n`;
}

function writeClaim(text: string, citations: readonly Citation[]): string {
  const cite = writeCite(citations);
  return `${text}${cite === undefined ? '' : ` [${cite}]`}`.trim();
}
