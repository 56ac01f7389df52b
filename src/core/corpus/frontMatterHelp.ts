import { shortReference } from '../citations/reference.ts';
import { t, toTranslate } from '../l10n.ts';
import type { Span } from '../text.ts';
import { findFrontMatter } from './frontMatter.ts';
import { frontMatterPlace, type FrontMatterPlace } from './frontMatterPlace.ts';
import { ENTRY_KEYS, type SchemaKey } from './schemaKeys.ts';
import { ACTOR_TYPES, type Entry, type Snapshot } from './types.ts';

/** Something that could stand in the front matter of an entry. */
export interface Suggestion {
  readonly kind: 'key' | 'value' | 'entry' | 'source' | 'date' | 'snippet';
  readonly label: string;
  /** What is told behind it, in a few words. */
  readonly detail: string;
  readonly documentation: string;
  /** With `$1` and `${1:word}` where the writer goes on, as in snippets of the editor. */
  readonly insert: string;
  /** What it takes the place of. */
  readonly span: Span;
}

type EntryClass = keyof typeof ENTRY_KEYS;
const FOLDERS: Readonly<Record<string, EntryClass>> = { actors: 'actor', events: 'event', concepts: 'concept' };

const DATES = toTranslate({
  '1989-08-30': 'a day', '1989-08': 'a month', '1989': 'a year', '1989-21': 'spring (22 summer, 23 autumn, 24 winter)', '1985~': 'about that year', '1985?': 'perhaps that year',
  '198X': 'some year of a decade', '1988/1990': 'from one to the other', '1988/..': 'from then on, and still', '1988/': 'from then to an end that is not known', '[1982,1983]': 'one of these',
});

/** Which class of entry a file is: by its `type`, else by its folder. */
function classOf(text: string, path: string): EntryClass | undefined {
  const { yaml } = findFrontMatter(text);
  const type = yaml === undefined ? undefined : /^type:[ \t]*([\w-]+)/m.exec(text.slice(yaml.start, yaml.end))?.[1];
  if (type === 'event' || type === 'concept') return type;
  return type !== undefined && (ACTOR_TYPES as readonly string[]).includes(type) ? 'actor' : FOLDERS[path.split('/').slice(0, -1).findLast(folder => Object.hasOwn(FOLDERS, folder)) ?? ''];
}

/** The schema's key at the end of a path. */
function keyAt(path: readonly string[], keys: Readonly<Record<string, SchemaKey>>): SchemaKey | undefined {
  const [first, ...rest] = path;
  const key = first === undefined ? undefined : keys[first];
  return key === undefined || rest.length === 0 ? key : keyAt(rest, key.keys);
}

/**
 * What could stand at an offset of an entry: keys of its schema, the values that there are, ids of entries, citekeys, shapes of
 * dates, and in an empty file the whole entry.
 * @param path of the file; its folder says what the entry is where its `type` does not
 */
export function suggestInEntry(text: string, offset: number, path: string, snapshot: Snapshot): readonly Suggestion[] {
  const entryClass = classOf(text, path);
  if (/^\uFEFF?[\w-]*\s*$/.test(text)) return entryClass === undefined ? [] : [wholeEntry(entryClass, text)];
  const place = frontMatterPlace(text, offset);
  if (place === undefined || entryClass === undefined) return [];
  const schema = ENTRY_KEYS[entryClass];
  if (place.kind === 'value') return valuesFor(place, keyAt(place.path, schema), snapshot);
  const parent = keyAt(place.path, schema);
  const keys = place.path.length === 0 ? schema : parent?.keys ?? {};
  const values = place.isItem && parent !== undefined ? valuesFor(place, parent, snapshot) : [];
  const present = place.path.length === 0 ? new Set([...text.slice(0, findFrontMatter(text).bodyStart).matchAll(/^([\w-]+):/gm)].map(([, name]) => name!)) : new Set<string>();
  const isOwn = (name: string) => place.typed === name;
  return [...Object.entries(keys).filter(([name]) => !present.has(name) || isOwn(name)).map(([name, key]) => keySuggestion(name, key, place)), ...values];
}

/** What a key says, for whoever rests the pointer on it. */
export function describeKeyAt(text: string, offset: number, path: string): { readonly span: Span; readonly text: string; readonly options: readonly string[] } | undefined {
  const wordStart = offset - /[\w-]*$/.exec(text.slice(Math.max(0, offset - 60), offset))![0].length;
  const word = /^([A-Za-z][\w-]*):/.exec(text.slice(wordStart, wordStart + 60))?.[1];
  const entryClass = classOf(text, path);
  const place = word === undefined ? undefined : frontMatterPlace(text, wordStart);
  if (word === undefined || entryClass === undefined || place?.kind !== 'key') return undefined;
  const key = keyAt([...place.path, word], ENTRY_KEYS[entryClass]);
  return key && { span: { start: wordStart, end: wordStart + word.length }, text: documentationOf(key), options: key.options };
}

function documentationOf({ description, isList }: SchemaKey): string {
  return [t(description), isList ? t('A list, or one alone.') : ''].filter(Boolean).join(' ');
}

function keySuggestion(name: string, key: SchemaKey, { span, path, isItem }: FrontMatterPlace): Suggestion {
  const indent = '  '.repeat(isItem ? 1 : 0);
  return { kind: 'key', label: name, detail: path.join('.'), documentation: documentationOf(key), span, insert: `${name}:${skeleton(key, indent)}` };
}

/** What follows a key when it is put in: a blank, or the lines of its table. */
function skeleton({ keys, isList }: SchemaKey, indent: string): string {
  // When an office began decides what a draft may call somebody; when it ended is often not known yet.
  const names = Object.keys(keys).filter(name => name !== 'end' && (name !== 'start' || Object.hasOwn(keys, 'role')));
  if (names.length === 0) return ' $0';
  const line = (name: string, index: number) => name === 'cite' ? `cite: "@\${${index + 1}}"` : `${name}: \${${index + 1}}`;
  return `\n${names.map((name, index) => `${indent}${isList ? index === 0 ? '  - ' : '    ' : '  '}${line(name, index)}`).join('\n')}`;
}

function valuesFor(place: FrontMatterPlace, key: SchemaKey | undefined, snapshot: Snapshot): Suggestion[] {
  if (key === undefined) return [];
  const { span, isQuoted } = place;
  const wanted = key.isWordToo ? Object.values(key.keys)[0]?.wants ?? '' : key.wants;
  const name = place.path.at(-1) ?? '';
  switch (wanted) {
    case 'the id of an entry': case 'the id of an entry or a statement': return entriesFor(name, snapshot).map(entry => ({ kind: 'entry', label: entry.id, detail: entry.name, documentation: entry.summary, insert: escapeSnippet(entry.id), span }));
    case 'a date such as 1989-08 or 1985~': return Object.entries(DATES).map(([edtf, words]) => ({ kind: 'date', label: edtf, detail: t(words), documentation: documentationOf(key), insert: /^\[/.test(edtf) && !isQuoted ? `"${edtf}"` : edtf, span }));
    // What begins with an @ is no plain text in YAML.
    case 'a citation': return [...snapshot.sources.values()].map(({ citekey, item }) => ({
      kind: 'source', label: `@${citekey}`, detail: shortReference(item), documentation: typeof item.title === 'string' ? item.title : '', insert: isQuoted ? `@${escapeSnippet(citekey)}` : `"@${escapeSnippet(citekey)}$0"`, span,
    }));
    default: return key.options.map(option => ({ kind: 'value', label: option, detail: '', documentation: '', insert: option, span }));
  }
}

/** Entries that can stand under a key: events under `part-of` and `follows`, all under `evidence`, bodies under `organization`, else actors. */
function entriesFor(key: string, snapshot: Snapshot): readonly Entry[] {
  if (key === 'part-of' || key === 'follows') return snapshot.events;
  if (key === 'organization') return snapshot.actors.filter(({ type }) => type !== 'person');
  return key === 'evidence' ? [...snapshot.entries.values()] : snapshot.actors;
}

const escapeSnippet = (text: string) => text.replace(/[\\$}]/g, '\\$&');

/** An entry to fill in, in a file that is still empty. */
function wholeEntry(entryClass: EntryClass, text: string): Suggestion {
  const more: Readonly<Record<EntryClass, string>> = {
    actor: `type: \${1|${ENTRY_KEYS.actor['type']!.options.join(',')}|}\nname: $2\nmemberships:\n  - organization: $3\n    role: $4\n    start: $5\n    cite: "@$6"`,
    event: `type: event\nkind: \${1|${ENTRY_KEYS.event['kind']!.options.join(',')}|}\nname: $2\ndate: $3\nparticipants:\n  - actor: $4\n    role: \${5|${ENTRY_KEYS.event['participants']!.keys['role']!.options.join(',')}|}\ncite: "@$6"`,
    concept: `type: concept\nkind: \${1|${ENTRY_KEYS.concept['kind']!.options.join(',')}|}\nname: $2\nevidence:\n  - $3\ncite: "@$6"`,
  };
  const hint: Readonly<Record<EntryClass, string>> = toTranslate({ actor: 'A new actor', event: 'A new event', concept: 'A new concept' });
  return {
    kind: 'snippet', label: entryClass, detail: t(hint[entryClass]), documentation: t('The front matter, a summary, and a statement with its citation.'),
    insert: `---\n${more[entryClass]}\n---\n\n\${7:${t('Summary.')}}\n\n- \${8:${t('Statement')}} [@$6].\n`, span: { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.trimEnd().length },
  };
}
