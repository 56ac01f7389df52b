import type { EntryKey } from '../../corpus/types.ts';
import type { Analysis } from '../language/analysis.ts';
import type { Fix } from '../types.ts';
import { message } from '../words.ts';
import type { Claim } from './claims.ts';

export interface Doer {
  readonly key: EntryKey;
  readonly name: string;
}

const ATTENDING = /^(?:attended|joined)$/;
const AWAY = /^(?:boycotted|shunned|skipped|missed)$/;
const PAST: ReadonlyMap<string, string> = new Map(['attend', 'join', 'sign', 'ratify', 'initial', 'host', 'co-host', 'chair', 'co-chair', 'convene', 'co-convene', 'participate']
  .map(verb => [verb, verb.endsWith('e') ? `${verb}d` : verb.endsWith('y') ? `${verb.slice(0, -1)}ied` : `${verb}ed`]));

/** The one whom the record has in the place of who is named; or what that one did, where one verb says it. */
export function participationFixes({ deed, isNegated, name, said }: Claim, doers: readonly Doer[], { tokens, sentence }: Analysis): Fix[] {
  const write = (span: { readonly start: number; readonly end: number }, newText: string): Fix => ({ title: message('write-fix', newText), isSafe: false, edits: [{ span: { start: span.start, end: span.end }, newText }] });
  const words = tokens.filter(({ start, end }) => start >= said.start && end <= said.end).map(({ text }) => text.toLowerCase());
  if (isNegated) {
    // `did not sign`, `never signed`
    const past = words.length > 1 && /^(?:did not|never)$/.test(words.slice(0, -1).join(' ')) ? PAST.get(words.at(-1)!) ?? [...PAST.values()].find(form => form === words.at(-1)) : undefined;
    return past === undefined ? [] : [write(said, past)];
  }
  if (deed === 'attend') {
    const [first = '', second] = words;
    if (second === 'represented' && /^(?:was|were)$/.test(first)) return [write(said, `${first} not represented`)];
    return second !== undefined ? [] : first === 'took' ? [write(said, 'did not take')] : ATTENDING.test(first) ? [write(said, 'did not attend')] : [];
  }
  if (deed === 'stay-away') return words.length === 1 && AWAY.test(words[0]!) ? [write(said, 'attended')] : [];
  const named = new Set(sentence.mentions.flatMap(mention => mention.keys));
  const others = doers.filter(({ key }) => !named.has(key));
  return others.length === 1 && name.kind === 'name' ? [write(name, others[0]!.name)] : [];
}
