/** Tables of the keys of a corpus, from the schema that reads it. */
import type { BaseIssue, BaseSchema } from 'valibot';
import { ACTOR, CONCEPT, CORPUS, EVENT, WORK } from '../../src/core/corpus/schema.ts';
import { table } from './table.ts';

type AnySchema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;
/** What the schemas of valibot are made of, as far as tables need it. */
type Part = AnySchema & Partial<{
  wrapped: Part; pipe: readonly Part[]; getter: (input: unknown) => Part; item: Part;
  entries: Record<string, Part>; options: readonly string[]; description: string;
}>;

interface Key { readonly description: string; readonly isList: boolean; readonly options: readonly string[]; readonly keys: Readonly<Record<string, Part>> }

/** What a schema says of a key, through all that is wrapped around it. A list that may be one alone counts as a list; a word that may stand for a table, as the table. */
function keyOf(part: Part): Key {
  if (part.wrapped !== undefined) return keyOf(part.wrapped);
  if (part.pipe !== undefined) {
    const [schema, ...actions] = part.pipe;
    const description = actions.find(action => action.description !== undefined)?.description;
    return { ...keyOf(schema!), ...(description === undefined ? {} : { description }) };
  }
  if (part.getter !== undefined) {
    const many = part.getter([]);
    return keyOf(many.type === 'array' ? many : part.getter({}));
  }
  if (part.item !== undefined) return { ...keyOf(part.item), isList: true };
  return { description: '', isList: false, options: part.options ?? [], keys: part.entries ?? {} };
}

function rows(keys: Readonly<Record<string, Part>>, prefix = ''): string[][] {
  return Object.entries(keys).flatMap(([name, part]) => {
    const key = keyOf(part);
    const values = key.options.length > 1 ? ` One of ${key.options.map(option => `\`${option}\``).join(', ')}.` : '';
    const list = key.isList ? ' A list, or one alone.' : '';
    return [[`\`${prefix}${name}\``, `${key.description}${values}${list}`], ...rows(key.keys, `${prefix}${name}.`)];
  });
}

const FORMATS = { actor: ACTOR, event: EVENT, concept: CONCEPT, corpus: CORPUS, work: WORK };

/** `{ 'keys of actor': '| Key | … |' }` for each kind of file. */
export function corpusFormat(): Record<string, string> {
  return Object.fromEntries(Object.entries(FORMATS).map(([name, schema]) => [`keys of ${name}`, table(['Key', 'What it says'], rows((schema as unknown as Part).entries!))]));
}
