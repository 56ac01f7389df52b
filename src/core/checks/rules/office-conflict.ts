import type { Actor, EntryKey, Membership } from '../../corpus/types.ts';
import { officesAt } from '../../corpus/queries.ts';
import { heldAt } from '../../corpus/when.ts';
import { formatDate } from '../../dates/format.ts';
import { isBefore, overlaps } from '../../dates/order.ts';
import type { EdtfDate } from '../../dates/types.ts';
import type { CheckContext } from '../context.ts';
import { endOf } from '../events/compare.ts';
import { eventSentences, type EventSentence } from '../events/sentences.ts';
import { officeEvidence, periodWords } from '../evidence.ts';
import { findOfficeClaims, type OfficeClaim } from '../offices/claims.ts';
import { otherPeriodsOf } from '../offices/disputes.ts';
import { recordsOf } from '../offices/records.ts';
import { timesOf, type SpokenTime } from '../offices/times.ts';
import { isOf, officesByTitle, titlesWritten, type Office } from '../offices/titles.ts';
import { asPattern } from '../../text.ts';
import { blockRule } from '../rule.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';

/** A title that somebody did not have at the time, or a name that somebody no longer or not yet had. */
export const officeConflict = blockRule('office-conflict', (block, context) => eventSentences(block).flatMap(sentence => {
  const { persons, titles, dated } = context.memo(wordsOfOffices);
  const { mentions } = sentence.sentence;
  const hasOffice = mentions.some(({ keys }) => keys.length > 0 && keys.every(key => persons.has(key))) && titles.test(sentence.words);
  const hasDatedName = mentions.some(({ keys, text }) => keys.length === 1 && dated.get(keys[0]!)?.has(text.toLowerCase()) === true);
  return [
    ...hasOffice ? findOfficeClaims(sentence, context).flatMap(claim => conflictOf(claim, sentence, context)) : [],
    ...hasDatedName ? namesOutOfTime(sentence, context) : [],
  ];
}));

/** What a sentence must have to say anything of offices, or to have a name out of its time. */
function wordsOfOffices(context: CheckContext): { readonly persons: ReadonlySet<EntryKey>; readonly titles: RegExp; readonly dated: ReadonlyMap<EntryKey, ReadonlySet<string>> } {
  const { actors } = context.snapshot;
  const lastWords = new Set(titlesWritten(context).map(title => title.split(/[\s‐‑-]/).at(-1)!));
  return {
    persons: new Set(actors.filter(({ type }) => type === 'person').map(({ key }) => key)),
    titles: new RegExp(`(?<!\\p{L})(?:${[...lastWords].map(asPattern).join('|')})(?!\\p{L})`, 'iu'),
    dated: new Map(actors.flatMap(({ key, names }) => {
      const texts = names.filter(({ start, end }) => start !== undefined || end !== undefined).map(({ text }) => text.toLowerCase());
      return texts.length === 0 ? [] : [[key, new Set(texts)] as const];
    })),
  };
}

function conflictOf(claim: OfficeClaim, sentence: EventSentence, context: CheckContext): Found[] {
  const { person, title, clause } = claim;
  const offices = officesByTitle(context).get(title.title) ?? [];
  const records = recordsOf(person, context);
  const own = offices.filter(({ holder }) => records.includes(holder));
  const mine = title.organizations.length === 0 ? own : own.filter(office => isOf(office, title.organizations, context));
  if (own.length === 0 || mine.length === 0) return own.length === 0 ? neverHeld(claim, offices, sentence, context) : otherBody(claim, own, context);
  if (claim.range !== undefined) return mine.every(({ membership }) => rangeDiffers(membership, claim.range!)) ? [finding(claim, { date: claim.range, words: claim.rangeWords }, mine, sentence, context)] : [];
  const times = timesOf(sentence, clause, context);
  const excluded = times.length > 0 && times.every(time => mine.every(({ membership }) => heldAt(membership, time.date) === 'no'));
  // What another corpus or a remark on the record has is contested.
  return excluded && !times.every(time => otherPeriodsOf(person, context).some(other => mine.some(({ membership }) => membership === other.membership) && heldAt(other.period, time.date) !== 'no')) ? [finding(claim, times[0], mine, sentence, context)] : [];
}

/** Whether a time in office, `from 1985 to 1999`, has an end that the record excludes. */
function rangeDiffers({ start, end }: Membership, range: EdtfDate): boolean {
  if (range.kind !== 'span') return false;
  const [from, to] = [range.from.kind === 'date' ? endOf(range, 'from') : undefined, range.to.kind === 'date' ? endOf(range, 'to') : undefined];
  const startsOff = from !== undefined && start !== undefined && overlaps(start, from) === 'no';
  const endsOff = to !== undefined && end !== undefined && overlaps(end, to) === 'no';
  // In office until 1985, when the record has its beginning in 1988.
  const isTooEarly = to !== undefined && start !== undefined && isBefore(to, start) === 'yes';
  const isTooLate = from !== undefined && end !== undefined && isBefore(end, from) === 'yes';
  return startsOff || endsOff || isTooEarly || isTooLate;
}

/** Somebody whose offices are on record with a title that the record gives to others of the same body. */
function neverHeld(claim: OfficeClaim, offices: readonly Office[], sentence: EventSentence, context: CheckContext): Found[] {
  const { person, title } = claim;
  const recorded = person.memberships.filter(membership => membership.role !== 'member');
  if (recorded.length === 0 || /^(?:leader|ruler|member|chief)/.test(title.title)) return [];
  const bodies = new Set(recorded.map(membership => membership.organization));
  const holders = offices.filter(office => title.organizations.length > 0 ? isOf(office, title.organizations, context) : bodies.has(office.membership.organization) || [...bodies].some(body => isOf(office, [body], context)));
  if (holders.length === 0) return [];
  const times = timesOf(sentence, claim.clause, context);
  // At the time one of the others has to have held it, or with no time any of them.
  const isTaken = times.length === 0 || times.every(time => holders.some(({ membership }) => heldAt(membership, time.date) !== 'no'));
  return isTaken ? [finding(claim, times[0], holders, sentence, context)] : [];
}

/** The right title of the wrong body: `the French foreign minister Shevardnadze`. */
function otherBody(claim: OfficeClaim, own: readonly Office[], context: CheckContext): Found[] {
  const bodies = claim.title.organizations.map(key => context.snapshot.entries.get(key));
  if (!bodies.every(body => body?.class === 'actor' && (body.type === 'state' || body.type === 'organisation'))) return [];
  return [{
    span: claim.span, fixes: [],
    message: message('office-body', claim.person.name, roleWords(own[0]!, context), bodies[0]!.name),
    evidence: own.map(office => officeEvidence(office.holder, office.membership, context)),
  }];
}

function finding(claim: OfficeClaim, time: SpokenTime | undefined, offices: readonly Office[], sentence: EventSentence, context: CheckContext): Found {
  const { person, span } = claim;
  const held = time === undefined ? [] : officesAt(person, time.date).filter(({ certainty }) => certainty === 'yes' || certainty === 'likely');
  const record = recordWords(person, offices, context);
  return {
    span,
    message: time === undefined ? message('office-never', person.name, claim.words, record) : message('office-conflict', person.name, claim.words, time.words, record),
    evidence: [
      ...offices.filter(office => office.holder === person), ...held.map(({ membership }) => ({ holder: person, membership })), ...offices.filter(office => office.holder !== person).slice(0, 2),
    ].map(office => officeEvidence(office.holder, office.membership, context)),
    fixes: claim.range !== undefined ? [] : fixesFor(claim, time, held.map(({ membership }) => membership), context, sentence),
  };
}

/** `Foreign Minister of Indonesia, from 1988`. */
function roleWords({ membership, organization }: Office, { snapshot }: CheckContext): string {
  const body = snapshot.entries.get(organization ?? '')?.name ?? membership.organization;
  return `${membership.role} (${body}${periodWords(membership)})`;
}

function recordWords(person: Actor, offices: readonly Office[], context: CheckContext): string {
  const records = recordsOf(person, context);
  const own = offices.filter(({ holder }) => records.includes(holder));
  if (own.length > 0) return roleWords(own[0]!, context);
  const [membership] = person.memberships.filter(one => one.role !== 'member');
  return membership === undefined ? '' : roleWords({ holder: person, membership, organization: membership.organization }, context);
}

/** The office held at the time in place of the title, or whoever held the office then in place of the name. */
function fixesFor({ title, person, nameSpan, titleSpan, isApposition }: OfficeClaim, time: SpokenTime | undefined, held: readonly Membership[], context: CheckContext, { analysis }: EventSentence): Fix[] {
  const fixes: Fix[] = [];
  const isCapital = analysis.tokens[title.first]!.capital;
  for (const membership of held.slice(0, 2)) {
    const role = isCapital || isApposition ? membership.role : membership.role.toLowerCase();
    fixes.push({ title: message('write-fix', role), isSafe: false, edits: [{ span: titleSpan, newText: role }] });
  }
  const others = (officesByTitle(context).get(title.title) ?? []).filter(office => office.holder !== person && time !== undefined && (title.organizations.length === 0 || isOf(office, title.organizations, context))
    && ['yes', 'likely'].includes(heldAt(office.membership, time.date)) && person.memberships.some(own => own.organization === office.membership.organization));
  for (const { holder } of others.slice(0, 2)) fixes.push({ title: message('write-fix', holder.name), isSafe: false, edits: [{ span: nameSpan, newText: holder.name }] });
  if (fixes.length === 0 && !isApposition) fixes.push({ title: message('office-fix-drop', person.name), isSafe: false, edits: [{ span: { start: titleSpan.start, end: nameSpan.start }, newText: '' }] });
  return fixes;
}

/** `Burma` of a time when it had another name. */
function namesOutOfTime(sentence: EventSentence, context: CheckContext): Found[] {
  const { analysis } = sentence;
  return analysis.tokens.flatMap((token, index): Found[] => {
    if (token.kind !== 'name' || token.mention.keys.length !== 1) return [];
    const entry = context.snapshot.entries.get(token.mention.keys[0]!);
    const name = entry?.names.find(one => one.text.toLowerCase() === token.text.toLowerCase());
    const clause = analysis.clauseAt[index];
    if (entry?.class !== 'actor' || name === undefined || name.start === undefined && name.end === undefined || clause === undefined || clause.modality === 'unsure') return [];
    const times = timesOf(sentence, clause, context);
    if (times.length === 0 || !times.every(time => heldAt(name, time.date) === 'no')) return [];
    const right = entry.names.find(one => one !== name && one.kind !== 'metonym' && (one.start !== undefined || one.end !== undefined || one.kind === 'preferred') && heldAt(one, times[0]!.date) !== 'no');
    const span = { start: token.start, end: token.end };
    return [{
      span,
      message: message('name-out-of-time', name.text, name.start === undefined ? '' : formatDate(name.start), name.end === undefined ? '' : formatDate(name.end), times[0]!.words),
      evidence: [{ text: name.text, citations: name.citations, key: entry.key, uri: entry.uri, span: entry.nameSpan }],
      fixes: right === undefined ? [] : [{ title: message('write-fix', right.text), isSafe: false, edits: [{ span, newText: right.text }] }],
    }];
  });
}
