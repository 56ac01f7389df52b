import type { Actor, EntryKey, Membership } from '../../corpus/types.ts';
import { resolveId } from '../../corpus/queries.ts';
import type { CheckContext } from '../context.ts';
import type { Analysis } from '../language/analysis.ts';
import { remember } from '../language/remember.ts';
import { actorsOf } from '../events/actorWords.ts';
import { actorOf } from './records.ts';

/** An office as the record has it. */
export interface Office {
  readonly holder: Actor;
  readonly membership: Membership;
  readonly organization: EntryKey | undefined;
}

/** A title in a sentence: `Indonesia’s foreign minister`. */
export interface TitlePhrase {
  /** In the form that the index has. */
  readonly title: string;
  /** The tokens of the title alone. */
  readonly first: number;
  readonly last: number;
  /** Whose office it is, where the words say so. */
  readonly organizations: readonly EntryKey[];
  /** `then`: said of the time spoken of. `past` and `coming` say that it is not. */
  readonly time: 'now' | 'past' | 'coming';
}

/** Words for one and the same office. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['minister of foreign affairs', 'foreign minister'], ['minister for foreign affairs', 'foreign minister'], ['external affairs minister', 'foreign minister'], ['foreign secretary', 'foreign minister'],
  ['secretary general', 'secretary-general'], ['premier', 'prime minister'], ['minister of defence', 'defence minister'], ['minister of defense', 'defence minister'], ['defense minister', 'defence minister'],
]);
/** Roles that say no office. */
const NO_TITLES = new Set(['member', 'permanent members', 'principal member', 'head', 'task force', 'party']);
/** Most words of a title: `special representative of the secretary-general`. */
const MAX_WORDS = 5;

export function sameTitle(words: string): string {
  const plain = words.toLowerCase().replace(/[‐‑]/g, '-');
  return SAME.get(plain) ?? plain;
}

/** The titles that a role gives: `Permanent Representative to the United Nations` is also a `permanent representative`. */
export const titlesOfRole = remember((role): readonly string[] => {
  const whole = role.toLowerCase().replace(/[‐‑]/g, '-');
  const short = whole.split(/,|\s(?:to|for|on|in|at|of the|of all)\s/)[0]!.trim();
  return [...new Set([whole, short])].filter(title => title !== '' && !NO_TITLES.has(title) && title.split(' ').length <= MAX_WORDS).map(sameTitle);
});

/** All offices of the record by their titles. */
export function officesByTitle(context: CheckContext): ReadonlyMap<string, readonly Office[]> {
  return context.memo(indexOffices);
}

/** All titles of the record, and the other ways to write them. */
export function titlesWritten(context: CheckContext): readonly string[] {
  return context.memo(gatherTitles);
}

function gatherTitles(context: CheckContext): readonly string[] {
  const titles = officesByTitle(context);
  return [...titles.keys(), ...titles.has('permanent representative') ? ['ambassador'] : [], ...[...SAME].flatMap(([written, title]) => titles.has(title) ? [written] : [])];
}

function indexOffices({ snapshot }: CheckContext): ReadonlyMap<string, readonly Office[]> {
  const index = new Map<string, Office[]>();
  for (const holder of snapshot.actors) {
    for (const membership of holder.memberships) {
      const office = { holder, membership, organization: resolveId(snapshot, membership.organization, holder.corpusId)?.key };
      for (const title of titlesOfRole(membership.role)) index.set(title, [...index.get(title) ?? [], office]);
    }
  }
  return index;
}

const PAST = /^(?:former|formerly|once|ex|late|erstwhile|sometime|onetime|retired|outgoing|previous|deposed|ousted|exiled|overthrown|toppled)$/;
const COMING = /^(?:future|incoming|later|designate|elect|prospective|eventual|next|subsequent)$/;
/** Before a title they make it another one. */
const OTHER = /^(?:deputy|assistant|vice|shadow|acting|under|associate|junior|senior|co|honorary|interim|vice-|first|second|caretaker)$/;

/** The title that ends at a token, with what stands before it. */
export function titleEndingAt(analysis: Analysis, last: number, context: CheckContext): TitlePhrase | undefined {
  const { tokens } = analysis;
  const index = officesByTitle(context);
  let found: { title: string; first: number } | undefined;
  let words = '';
  for (let first = last; first >= 0 && first > last - MAX_WORDS; first--) {
    const token = tokens[first]!;
    if (token.kind !== 'word' || first < last && token.possessive) break;
    const [prefix, rest] = hyphenated(token.text);
    words = words === '' ? rest : `${rest} ${words}`;
    const title = words === 'ambassador' && isToUnitedNations(tokens, last) ? 'permanent representative' : sameTitle(words);
    if (index.has(title)) found = { title, first };
    if (prefix !== '') break;
  }
  if (found === undefined) return undefined;
  return { title: found.title, first: found.first, last, ...before(analysis, found.first, last, context) };
}

/** `ambassador to the UN`, `UN ambassador` */
function isToUnitedNations(tokens: Analysis['tokens'], at: number): boolean {
  const next = tokens[at + 1]?.text === 'to' ? tokens[at + 2]?.text === 'the' ? tokens[at + 3] : tokens[at + 2] : tokens[at - 1];
  return next?.kind === 'name' && /^(?:U\.?N\.?|United Nations)$/.test(next.text);
}

/** `then-foreign` is `then` and `foreign`. */
function hyphenated(word: string): readonly [prefix: string, rest: string] {
  const match = /^(then|ex|former|vice|deputy|future)-(.+)$/.exec(word);
  return match === null ? ['', word] : [match[1]!, match[2]!];
}

function before({ tokens }: Analysis, first: number, last: number, context: CheckContext): Pick<TitlePhrase, 'organizations' | 'time'> {
  const organizations: EntryKey[] = [];
  let time: TitlePhrase['time'] = 'now';
  const [prefix] = tokens[first]!.kind === 'word' ? hyphenated(tokens[first]!.text) : [''];
  const tell = (word: string) => {
    if (PAST.test(word)) time = 'past';
    else if (COMING.test(word) || OTHER.test(word)) time = 'coming';
  };
  tell(prefix);
  for (let index = first - 1; index >= 0 && index >= first - 4; index--) {
    const token = tokens[index]!;
    const keys = actorsOf(token, context);
    if (token.kind === 'name' || keys.length > 0) {
      if (actorOf(keys, context) !== undefined) organizations.push(...keys);
      else break;
    } else if (token.kind === 'word' && /^(?:the|then|its|his|her|their|a|an|new|newly|appointed|longtime|long-serving|veteran|us|un)$/.test(token.text)) continue;
    else if (token.kind === 'word') {
      tell(token.text);
      if (!PAST.test(token.text) && !COMING.test(token.text) && !OTHER.test(token.text)) break;
    } else break;
  }
  // `foreign minister of Indonesia`
  const of = tokens[last + 1];
  if (of?.kind === 'word' && /^(?:of|for|at)$/.test(of.text)) {
    const at = tokens[last + 2]?.text === 'the' ? last + 3 : last + 2;
    const keys = tokens[at] === undefined ? [] : actorsOf(tokens[at], context);
    if (keys.length === 1 || actorOf(keys, context) !== undefined) organizations.push(...keys);
  }
  const after = tokens[last + 1];
  if (after?.kind === 'word' && COMING.test(after.text)) time = 'coming';
  return { organizations, time };
}

/** Whether an office is one of any of the bodies. */
export function isOf({ organization, membership }: Office, wanted: readonly string[], { snapshot }: CheckContext): boolean {
  if (organization === undefined) return wanted.includes(membership.organization);
  if (wanted.includes(organization)) return true;
  // `UN ambassador` of the Permanent Representative to the United Nations
  if (wanted.some(key => snapshot.entries.get(key)?.names.some(({ text }) => membership.role.includes(text)))) return true;
  // An office of the Secretariat is one of the United Nations.
  const body = snapshot.entries.get(organization);
  return body?.class === 'actor' && body.relations.some(relation => relation.type === 'part-of' && wanted.includes(relation.with))
    || wanted.some(key => { const other = snapshot.entries.get(key); return other?.class === 'actor' && other.relations.some(relation => relation.type === 'part-of' && relation.with === organization); });
}
