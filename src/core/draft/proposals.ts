import { readInline } from '../citations/grammar.ts';
import type { ActorType, EventKind } from '../corpus/types.ts';
import type { Span } from '../text.ts';
import type { DraftReading, Sentence } from './types.ts';

/** Somebody or something that a draft names and no corpus knows. */
export interface ActorProposal {
  readonly name: string;
  /** What the name looks like; the writer knows better. */
  readonly type: ActorType;
  readonly times: number;
  /** Named more than once, and not only as a place: `in Havana`. */
  readonly isLikely: boolean;
  /** The sentence that names it first. */
  readonly sentence: string;
}
export interface EventProposal {
  readonly name: string;
  readonly kind: EventKind;
  /** As exact as the draft has it. */
  readonly edtf: string;
  readonly sentence: string;
}
export interface Proposals {
  readonly actors: readonly ActorProposal[];
  readonly events: readonly EventProposal[];
}

const MOST = 200;
const WORD = String.raw`\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’.-]\p{L}[\p{L}\p{M}]*)*`;
/** Words with a capital, joined by the small words that names have: `Pérez de Cuéllar`, `Bank of the South`. */
const NAME = new RegExp(String.raw`${WORD}(?:(?:[ \n]|\.[ \n](?<=\b\p{Lu}\.[ \n]))(?:(?:of|for|on|and|de|da|del|der|di|van|von|bin|al|el|the|pour|du|des|la|le|los|las|y)[ \n](?:(?:the|la|las|los|le|der|den)[ \n])?)?${WORD})*`, 'gu');
/** Bodies that have an “and” in their name: `Truth and Reconciliation Commission`. Elsewhere it stands between two. */
const WITH_AND = /\b(?:Ministry|Department|Office|Committee|Commission|Council|Institute|Centre|Center|Agency|Bureau|Fund|Bank|Foundation|Organi[sz]ation|Network|Group|Programme|Conference|Court)\b/u;
const PLACE_BEFORE = /(?<!\p{L})(?:in|at|near)\s+(?:the\s+)?$/iu;
/** An office, which is nobody's name: `High Commissioner for Peace`. */
const OFFICE = /(?:^|\s)(?:Commissioner|Minister|Secretary|Secretary-General|Representative|Ambassador|Envoy|Negotiator|President|Director|Chairman|Chair|Commander|Head)(?:\s(?:of|for|to|on)\s.*)?$/u;
const OUTER_WORDS = new Set('a an the this that these those it its he she they we i in on at by of for from to as and but or if when while after before since until during under with without both all no not yet so then there here where who what which how why however although because despite according later soon once again meanwhile today now only even also still finally eventually initially afterwards earlier instead indeed perhaps january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday le la les un une des en au aux dans par pour sur ce cette ces il elle ils elles'.split(' '));
const TITLES = new Set('mr mrs ms dr prof sir dame lord lady president prime minister foreign ambassador general colonel king queen prince princess senator secretary chancellor professor chairman special representative envoy'.split(' '));
const BODIES: readonly (readonly [ActorType, RegExp])[] = [
  ['un-body', /\bUnited Nations\b|^UN\b|\bSecurity Council\b|\bGeneral Assembly\b/u],
  ['court', /\b(?:Court|Tribunal|Chambers)\b/u],
  ['state', /^(?:United States(?: of America)?|United Kingdom|Soviet Union|(?:\p{Lu}\p{L}+ )*(?:Republic|Kingdom)(?: of .+)?)$/u],
  ['regional-body', /\bUnion\b|\bAssociation of .*(?:States|Nations)\b|\bLeague\b/u],
  ['government', /\b(?:Government|Ministry|Cabinet|Administration)\b/u],
  ['faction', /\b(?:Front|Party|Army|Movement|Militia|Faction|Forces)\b/u],
  ['organisation', /\b(?:Council|Committee|Commission|Organi[sz]ation|Office|Agency|Group|Centre|Center|Institute|Fund|Bank|Bureau|Foundation|Network|Secretariat|University)\b/u],
  ['organisation', /^\p{Lu}{2,}$/u],
];
const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['conference', 'conference'], ['summit', 'conference'], ['meeting', 'meeting'], ['talks', 'talks'], ['negotiations', 'talks'], ['agreement', 'agreement'], ['accord', 'agreement'],
  ['accords', 'agreement'], ['treaty', 'agreement'], ['ceasefire', 'agreement'], ['resolution', 'resolution'], ['declaration', 'announcement'], ['statement', 'announcement'], ['visit', 'visit'],
  ['letter', 'letter'], ['proposal', 'proposal'], ['report', 'report'], ['withdrawal', 'withdrawal'], ['war', 'war'], ['invasion', 'war'], ['coup', 'regime-change'], ['plebiscite', 'other'], ['truce', 'agreement'], ['massacre', 'atrocity'], ['elections', 'other'], ['election', 'other'], ['referendum', 'other'],
]);
/** Words in one case stand for both: `[Cc]onference`. */
const eitherCase = (words: readonly string[]): string => words.map(word => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`).join('|');
const BEFORE_EVENT = eitherCase(['first', 'second', 'third', 'final', 'joint', 'peace', 'informal', 'secret', 'revised', 'interim']);
const EVENT = new RegExp(String.raw`(?<![\p{L}-])((?:(?:${BEFORE_EVENT})[ \n]|${WORD}[ \n])*)(${eitherCase([...KINDS.keys()])})(?![\p{L}-])((?:[ \n](?:of|in|on|at|with)[ \n](?:the[ \n])?${WORD}(?:(?:[ \n]and)?[ \n]${WORD})*|[ \n]between[ \n](?:the[ \n])?${WORD}(?:(?:[ \n](?:and|of)(?:[ \n]the)?)?[ \n]${WORD})*)?)`, 'gu');

/**
 * What a corpus about this draft could begin with: names that no corpus knows, the often named first, and dated events in the
 * words of the draft. A guess to choose from; it says nothing about anybody.
 */
export function proposeEntries(reading: DraftReading): Proposals {
  const sentences = sentencesOf(reading);
  return { actors: actorsOf(reading.text, sentences), events: eventsOf(reading.text, sentences) };
}

/**
 * What selected words say of an event that is to be made of them: `Tarnport talks` in a sentence of May 1997 is of the kind `talks`
 * and of `1997-05`. No date where the sentence has several and the words none of their own.
 */
export function readEventIn(reading: DraftReading, span: Span): { readonly kind: EventKind | undefined; readonly edtf: string | undefined; readonly hasDate: boolean } {
  const around = sentencesOf(reading).filter(sentence => overlap(sentence, span)).flatMap(({ dates }) => dates);
  const within = around.filter(date => overlap(date, span));
  const [date, ...more] = within.length > 0 ? within : around;
  const kind = reading.text.slice(span.start, span.end).toLowerCase().split(/[^\p{L}]+/u).flatMap(word => KINDS.get(word) ?? [])[0];
  return { kind, edtf: more.length === 0 ? date?.date?.edtf : undefined, hasDate: within.length > 0 };
}

function sentencesOf({ blocks }: DraftReading): Sentence[] {
  return blocks.flatMap(block => block.kind === 'code' || block.kind === 'front-matter' ? [] : block.sentences);
}

function actorsOf(text: string, sentences: readonly Sentence[]): ActorProposal[] {
  const found = new Map<string, Found>();
  for (const sentence of sentences) {
    const words = text.slice(sentence.start, sentence.end);
    const closed = closedIn(words);
    for (const { start, end } of namesIn(words)) {
      if (closed.some(one => overlap(one, { start, end })) || isKnown(sentence, { start: sentence.start + start, end: sentence.start + end })) continue;
      const written = words.slice(start, end);
      const name = bare(written.replace(/\s+/gu, ' '));
      if (name === '') continue;
      const isInside = start > 0 || name.includes(' ') || !written.startsWith(name) || /^\sand\s\p{Lu}/u.test(words.slice(end, end + 6));
      const places = PLACE_BEFORE.test(words.slice(0, start)) ? 1 : 0;
      const before = found.get(name);
      if (before === undefined) found.set(name, { sentence: words.replace(/\s+/gu, ' '), times: 1, places, isInside });
      else { before.times++; before.places += places; before.isInside ||= isInside; }
    }
  }
  // What stands before a name where a sentence begins is no part of it: `Later Oda Finch` beside `Oda Finch`.
  for (const [name, { times }] of found) {
    const rest = found.get(name.slice(name.indexOf(' ') + 1));
    if (rest === undefined || !name.includes(' ') || !name.slice(name.indexOf(' ') + 1).includes(' ')) continue;
    rest.times += times;
    found.delete(name);
  }
  joinSurnames(found);
  // A single word that only ever begins sentences, or that is written small elsewhere, is no name.
  const prose = sentences.map(({ start, end }) => text.slice(start, end)).join('\n');
  return [...found].filter(([name, { isInside }]) => isInside && !isCommon(name) && (name.includes(' ') || /^\p{Lu}{2,}$/u.test(name) || !new RegExp(String.raw`(?<!\p{L})${name.toLowerCase()}(?!\p{L})`, 'u').test(prose)))
    .map(([name, { sentence, times, places }]) => ({ name, type: places === times && !isBody(name) ? 'state' as const : typeOf(name), times, isLikely: times > 1 && places < times, sentence }))
    .toSorted((one, other) => Number(other.isLikely) - Number(one.isLikely) || other.times - one.times).slice(0, MOST);
}

interface Found { readonly sentence: string; times: number; places: number; isInside: boolean }

/** Where names stand; two with an “and” between them are two. */
function* namesIn(words: string): Generator<Span> {
  for (const { 0: whole, index } of words.matchAll(NAME)) {
    let start = index;
    for (const { 0: and, 1: article, index: at } of whole.matchAll(/\sand\s(the\s)?/gu)) {
      if (article === undefined && WITH_AND.test(whole)) continue;
      yield { start, end: index + at };
      start = index + at + and.length;
    }
    yield { start, end: index + whole.length };
  }
}

/** Who is named in full and then by the last name alone is one: `Ann Ox`, `Ox`. */
function joinSurnames(found: Map<string, Found>): void {
  const owners = new Map<string, Found | undefined>();
  for (const [name, one] of found) {
    const last = name.slice(name.lastIndexOf(' ') + 1);
    if (last !== name && typeOf(name) === 'person') owners.set(last, owners.has(last) ? undefined : one);
  }
  for (const [last, owner] of owners) {
    const alone = found.get(last);
    if (owner === undefined || alone === undefined) continue;
    owner.times += alone.times;
    found.delete(last);
  }
}

/** `Final Agreement`, `Agreement on Victims`, `High Commissioner for Peace`, `the Government`: a thing, an office, a word that stands for a name. */
function isCommon(name: string): boolean {
  if (!name.includes(' ')) return KINDS.has(name.toLowerCase()) || OFFICE.test(name) || isBody(name) && !/^\p{Lu}{2,}$/u.test(name);
  const head = name.replace(/\s(?:of|on|for|in|with|between)\s.*/u, '');
  return !isBody(name) && (OFFICE.test(name) || KINDS.has(head.slice(head.lastIndexOf(' ') + 1).toLowerCase()));
}

/** Citations, code, math, links: what is no prose. */
function closedIn(words: string): readonly Span[] {
  const { clusters, regions } = readInline(words, 0, words.length, { quarto: true, isQuote: false, exampleLabels: new Set(), terms: undefined });
  return [...regions, ...clusters.map(({ span }) => span)];
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function isKnown({ mentions, dates }: Sentence, span: Span): boolean {
  return [...mentions, ...dates].some(known => overlap(known, span));
}

/** Without titles and the words that begin sentences: `In July President Ann Ox` is `Ann Ox`. */
function bare(name: string, titles: ReadonlySet<string> = TITLES): string {
  const words = name.split(' ');
  const outer = (word: string | undefined): boolean => word !== undefined && (OUTER_WORDS.has(word.toLowerCase()) || titles.has(word.toLowerCase().replace(/\.$/u, '')));
  while (outer(words[0])) words.shift();
  while (OUTER_WORDS.has(words.at(-1)?.toLowerCase() ?? '')) words.pop();
  const left = words.join(' ');
  return left.length < 2 ? '' : left;
}

function isBody(name: string): boolean {
  return BODIES.some(([, pattern]) => pattern.test(name));
}

/** What a name looks like. */
export function typeOf(name: string): ActorType {
  return BODIES.find(([, pattern]) => pattern.test(name))?.[0] ?? (name.includes(' ') ? 'person' : 'organisation');
}

function eventsOf(text: string, sentences: readonly Sentence[]): EventProposal[] {
  const events = new Map<string, EventProposal>();
  for (const sentence of sentences) {
    const [date, ...more] = sentence.dates;
    const edtf = more.length === 0 ? date?.date?.edtf : undefined;
    if (date === undefined || edtf === undefined) continue;
    const words = text.slice(sentence.start, sentence.end);
    for (const { 0: whole, 2: noun, index } of words.matchAll(EVENT)) {
      // `General Agreement` has no title in it.
      const plain = bare(whole.replace(/\s+/gu, ' '), new Set());
      const span = { start: sentence.start + index, end: sentence.start + index + whole.length };
      const isNamed = sentence.mentions.some(mention => mention.start <= span.start && span.end <= mention.end);
      if (overlap(date, span) || isNamed || plain.toLowerCase() === noun!.toLowerCase()) continue;
      const name = plain.charAt(0).toUpperCase() + plain.slice(1);
      const key = `${name}\n${edtf}`;
      if (!events.has(key)) events.set(key, { name, kind: KINDS.get(noun!.toLowerCase())!, edtf, sentence: words.replace(/\s+/gu, ' ') });
    }
  }
  return [...events.values()].slice(0, MOST);
}
