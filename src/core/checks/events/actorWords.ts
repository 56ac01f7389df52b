import type { Actor, EntryKey } from '../../corpus/types.ts';
import { buildLexicon } from '../../names/lexicon.ts';
import type { Lexicon } from '../../names/types.ts';
import type { CheckContext } from '../context.ts';
import { demonymsOf } from '../language/demonyms.ts';
import type { Token } from '../language/tokens.ts';

/** Who is meant by a word that is no mention: `vietnamese`, and `hanoi` where it is a place. */
export function actorWordsOf(context: CheckContext): ReadonlyMap<string, readonly EntryKey[]> {
  return context.memo(makeActorWords);
}

function makeActorWords({ snapshot }: CheckContext): ReadonlyMap<string, readonly EntryKey[]> {
  const found = new Map<string, EntryKey[]>();
  const add = (word: string, actor: Actor) => {
    const keys = found.get(word);
    if (keys === undefined) found.set(word, [actor.key]);
    else if (!keys.includes(actor.key)) keys.push(actor.key);
  };
  for (const actor of snapshot.actors) {
    if (actor.type !== 'state') {
      for (const name of actor.names) if (name.kind === 'metonym') add(name.text.toLowerCase(), actor);
      continue;
    }
    for (const { text, kind } of actor.names) {
      if (kind === 'metonym') add(text.toLowerCase(), actor);
      for (const demonym of demonymsOf(text)) add(demonym, actor);
    }
  }
  return found;
}

/** All names of actors, to find those in the names of events. */
export function actorLexiconOf(context: CheckContext): Lexicon<EntryKey> {
  return context.memo(makeActorLexicon);
}

function makeActorLexicon({ snapshot }: CheckContext): Lexicon<EntryKey> {
  return buildLexicon(snapshot.actors.flatMap(actor => actor.names.map(({ text, kind }) => ({ text, kind, target: actor.key }))));
}

const NOBODY: readonly EntryKey[] = [];

/** The actors that a token names or points to. */
export function actorsOf(token: Token, context: CheckContext): readonly EntryKey[] {
  if (token.kind === 'name') return token.mention.keys.some(key => context.snapshot.entries.get(key)?.class === 'actor') ? token.mention.keys : NOBODY;
  return token.kind === 'word' && token.capital ? actorWordsOf(context).get(token.text) ?? NOBODY : NOBODY;
}
