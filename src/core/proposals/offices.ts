import { resolveId } from '../corpus/resolve.ts';
import { fold } from '../corpus/lookup.ts';
import type { Actor, Snapshot } from '../corpus/types.ts';
import type { Mention, Sentence } from '../draft/index.ts';

/** Who a sentence says held which office of which body or state. */
export interface FoundOffice {
  readonly person: string;
  readonly role: string;
  readonly organization: string;
}

const ROLE_WORDS = String.raw`(?:(?:[Dd]eputy|[Vv]ice)[ -])?(?:(?:[Pp]rime|[Ff]oreign|[Dd]efen[cs]e|[Ii]nterior|[Ff]inance)[ ][Mm]inister|[Pp]resident|[Ss]ecretary[- ][Gg]eneral|[Ss]pecial[ ](?:[Rr]epresentative|[Ee]nvoy)|[Aa]mbassador|[Cc]hancellor|[Cc]hairman|[Cc]hairperson|[Cc]hair|[Ll]eader|[Ss]ecretary[ ]of[ ][Ss]tate)`;
/** A capital and more: two words at least, so that a title alone is no name. */
const PERSON = String.raw`\p{Lu}[\p{L}\p{M}’'.-]*(?:[ ](?:(?:de|da|del|van|von|bin|al)[ ])?\p{Lu}[\p{L}\p{M}’'.-]*){1,3}`;
const BODY = String.raw`(?:the[ ])?(\p{Lu}[\p{L}\p{M}’'-]*(?:[ ](?:of[ ](?:the[ ])?|and[ ])?\p{Lu}[\p{L}\p{M}’'-]*){0,5})`;

/** `Indonesia’s Foreign Minister Ali Alatas`, after a body that the corpus knows. */
const AFTER_BODY = new RegExp(String.raw`^(?:’s|'s|’|')?[ ](?:(?:then|former|new)[ ])?(${ROLE_WORDS}),?[ ](${PERSON})`, 'u');
/** `Foreign Minister of Indonesia Ali Alatas`, `Foreign Minister Ali Alatas of Indonesia`. */
const OF_BODY = new RegExp(String.raw`(?<![\p{L}-])(${ROLE_WORDS})[ ](${PERSON})[ ]of[ ]${BODY}`, 'gu');
/** `Ali Alatas, the foreign minister of Indonesia` */
const IN_COMMAS = new RegExp(String.raw`(?<![\p{L}-])(${PERSON}),[ ](?:the|a|then)?[ ]?(${ROLE_WORDS})[ ]of[ ]${BODY}`, 'gu');

/** Offices that a sentence names with their holder and their body, and that no corpus has yet. Nothing is said of when they were held. */
export function officesIn(text: string, sentence: Sentence, snapshot: Snapshot): FoundOffice[] {
  const words = text.slice(sentence.start, sentence.end);
  const found: FoundOffice[] = [
    ...Array.from(words.matchAll(OF_BODY), ([, role, person, organization]) => ({ person: person!, role: role!, organization: organization! })),
    ...Array.from(words.matchAll(IN_COMMAS), ([, person, role, organization]) => ({ person: person!, role: role!, organization: organization! })),
    ...sentence.mentions.flatMap((mention): FoundOffice[] => {
      const body = bodyOf(mention, snapshot);
      const [, role, person] = body === undefined ? [] : AFTER_BODY.exec(text.slice(mention.end, sentence.end)) ?? [];
      return body === undefined || role === undefined || person === undefined ? [] : [{ person, role, organization: body.name }];
    }),
  ].map(({ person, role, organization }) => ({ person: withoutPossessive(person), role: capitals(role), organization: withoutPossessive(organization) }));
  return [...new Map(found.map(office => [`${fold(office.person)}\n${fold(office.role)}`, office])).values()].filter(office => !isKnown(office, snapshot));
}

function bodyOf({ keys }: Mention, { entries }: Snapshot): Actor | undefined {
  const entry = keys.length === 1 ? entries.get(keys[0]!) : undefined;
  return entry?.class === 'actor' && entry.type !== 'person' ? entry : undefined;
}

function withoutPossessive(name: string): string {
  return name.replace(/(?:’s|'s|[’'.])$/u, '');
}

/** `Foreign Minister`, however it is written. */
function capitals(role: string): string {
  return role.replace(/(?<![\p{L}])(?!of(?![\p{L}]))\p{Ll}/gu, letter => letter.toUpperCase());
}

function isKnown({ person, role, organization }: FoundOffice, snapshot: Snapshot): boolean {
  const named = (name: string) => snapshot.actors.filter(actor => actor.names.some(one => fold(one.text) === fold(name)));
  const bodies = new Set(named(organization).map(actor => actor.key));
  return named(person).some(actor => actor.memberships.some(one => fold(one.role) === fold(role) && bodies.has(resolveId(snapshot, one.organization, actor.corpusId)?.key ?? '')));
}
