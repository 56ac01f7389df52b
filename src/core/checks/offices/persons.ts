import type { Actor, EntryKey, Membership } from '../../corpus/types.ts';
import { officesAt, resolveId } from '../../corpus/queries.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { Sentence } from '../../draft/types.ts';
import { folded, type Span } from '../../text.ts';
import type { CheckContext } from '../context.ts';
import { actorWordsOf } from '../events/actorWords.ts';
import { remember } from '../language/remember.ts';
import type { CheckedBlock } from '../rule.ts';
import { titlesOfRole } from './titles.ts';

/** The first time that a block names a person, in full or not, in its own words or not. */
export interface PersonMark extends Span {
  readonly actor: Actor;
  readonly text: string;
  readonly isFull: boolean;
  /** Whether it stands in running text, in nobody else’s words. */
  readonly isOwn: boolean;
  readonly sentence: Sentence;
}

/** How a person is brought in where a draft names them first. */
export interface Introduction {
  /** An office of then that the record has. */
  readonly office: { readonly membership: Membership; readonly words: string } | undefined;
  /** Whether the words around say, or may say, who that is. */
  readonly isTold: boolean;
  readonly isPossessive: boolean;
}

const NONE: readonly PersonMark[] = [];
/** In characters: what runs on for pages is no sentence. */
const LONGEST = 2000;

export function personsOf(block: CheckedBlock, context: CheckContext): readonly PersonMark[] {
  let marks: PersonMark[] | undefined;
  const done = new Set<string>();
  for (const sentence of block.sentences) {
    if (sentence.end - sentence.start > LONGEST) continue;
    for (const mention of sentence.mentions) {
      const actor = mention.keys.length === 1 ? context.snapshot.entries.get(mention.keys[0]!) : undefined;
      if (actor?.class !== 'actor' || actor.type !== 'person') continue;
      const isFull = !isShort(mention.text, actor.name);
      const isOwn = (block.kind === 'paragraph' || block.kind === 'list-item') && !sentence.quotations.some(quotation => quotation.start <= mention.start && mention.start < quotation.end);
      const way = `${actor.key} ${isFull} ${isOwn}`;
      if (done.has(way)) continue;
      const { start, end, text } = mention;
      if (!isFull && isOwn && (isOtherBefore(block.text, sentence.start, start, context) || isAuthor(text, sentence, context))) continue;
      done.add(way);
      (marks ??= []).push({ start, end, actor, text, isFull, isOwn, sentence });
    }
  }
  return marks ?? NONE;
}

/** Worked out for the mark that counts alone. @param block the text of the block */
export function introductionOf(mark: PersonMark, block: string, context: CheckContext): Introduction {
  const office = mark.isOwn ? officeOf(mark.actor, mark.sentence, context) : undefined;
  return { office, isTold: office === undefined || isTold(mark, block, context), isPossessive: /^['’]/.test(block.slice(mark.end, mark.end + 1)) };
}

/** `Alatas` and `Pérez de Cuéllar` are parts of a name; `Prince Sihanouk` is another name. */
function isShort(text: string, name: string): boolean {
  if (text === name || !/[\s]/.test(name)) return false;
  return !/\s/.test(text) || plainly(name).endsWith(` ${plainly(text)}`);
}

const plainly = remember(folded);

const TITLE_WORDS = /^(?:mr|mrs|ms|dr|prof|professor|sir|lord|lady|prince|princess|king|queen|president|minister|premier|secretary|secretary-general|chancellor|ambassador|general|colonel|marshal|envoy|representative|senator|judge|chairman|chair|director|commissioner|leader|comrade|the|then|in|on|at|by|for|with|when|as|but|and|after|before|while|if|since|to|from|of|under|both|even|only|also|yet|still|thus|although|though|because|where|it|his|her)$/;

/** `Richard Solomon` where the record has no Richard: it may be somebody else, or all of the name. */
function isOtherBefore(text: string, from: number, start: number, context: CheckContext): boolean {
  const word = /(\p{Lu}[\p{L}\p{M}.'’-]*)\s+$/u.exec(text.slice(Math.max(from, start - 40), start))?.[1];
  if (word === undefined) return false;
  const bare = word.toLowerCase().replace(/\.$|['’]s$/, '');
  return !TITLE_WORDS.test(bare) && !actorWordsOf(context).has(bare) && !titleWords(context).has(bare);
}

function titleWords(context: CheckContext): ReadonlySet<string> {
  return context.memo(gatherTitleWords);
}

function gatherTitleWords({ snapshot }: CheckContext): ReadonlySet<string> {
  return new Set(snapshot.actors.flatMap(actor => actor.memberships.flatMap(({ role }) => titlesOfRole(role))).flatMap(title => title.split(' ')));
}

/** `Solomon argues that … [@solomon2000]`: who wrote what is cited is told by the reference. */
function isAuthor(text: string, sentence: Sentence, { sources }: CheckContext): boolean {
  return sentence.citations.some(cluster => cluster.items.some(({ citekey }) => sources.get(citekey)?.item.author?.some(({ family }) => family !== undefined && text.includes(family)) === true));
}

function officeOf(actor: Actor, sentence: Sentence, { snapshot }: CheckContext): Introduction['office'] {
  const at: EdtfDate | undefined = sentence.dates.find(({ date, reading }) => date !== undefined && reading === 'explicit')?.date;
  const offices = officesAt(actor, at).filter(({ membership }) => titlesOfRole(membership.role).length > 0);
  // Without a date only one that has no rival can be meant.
  if (offices.length === 0 || offices.length > 1 && (at === undefined || offices[0]!.certainty !== 'yes')) return undefined;
  const { membership } = offices[0]!;
  const body = resolveId(snapshot, membership.organization, actor.corpusId)?.name ?? '';
  const words = /\s(?:to|for|on|in|at|of)\s/.test(membership.role) || body === '' ? membership.role : `${membership.role} of ${/^(?:United|Soviet|Netherlands|Philippines|Khmer|[A-Z]{2,}\b|[a-z])/.test(body) ? `the ${body}` : body}`;
  return { membership, words };
}

/** Words for what people are that stand beside a name. */
const PEOPLE = /\b(?:minister|president|leader|prince|princess|king|queen|ambassador|secretary|envoy|chief|general|premier|chairman|chair|diplomats?|representative|chancellor|mediator|scholars?|author|historian|officials?|adviser|advisor|aide|head|director|delegate|negotiator|politician|judge|commander|journalist|official|staff|team|government|regime|faction|administration|deputy|successor|predecessor|wife|husband|son|daughter|brother|who|colleague)s?\b/i;

/** Whether anything in the block up to the end of the sentence may say who it is; in doubt it does. */
function isTold({ actor, start, end, sentence }: PersonMark, text: string, context: CheckContext): boolean {
  if (/^(?:['’]s?)?\s*[,(–—]/.test(text.slice(end, end + 4)) || /[,(–—:]\s*$/.test(text.slice(Math.max(0, start - 3), start))) return true;
  const until = text.slice(Math.max(0, start - LONGEST), sentence.end);
  if (PEOPLE.test(until)) return true;
  const bodies = new Set<EntryKey>(actor.memberships.flatMap(({ organization }) => resolveId(context.snapshot, organization, actor.corpusId)?.key ?? []));
  if (sentence.mentions.some(({ keys }) => keys.some(key => bodies.has(key)))) return true;
  return (until.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []).some(word => actorWordsOf(context).get(word.toLowerCase())?.some(key => bodies.has(key)) === true);
}
