import type { BaseIssue, BaseSchema } from 'valibot';
import { ACTOR, CONCEPT, EVENT } from './schema.ts';

type AnySchema = BaseSchema<unknown, unknown, BaseIssue<unknown>>;
/** What the schemas of valibot are made of, as far as help for writers needs it. */
type Part = AnySchema & Partial<{
  wrapped: Part; pipe: readonly Part[]; getter: (input: unknown) => Part; item: Part;
  entries: Record<string, Part>; options: readonly string[]; description: string; message: string;
}>;

/** What a schema says of a key. */
export interface SchemaKey {
  readonly description: string;
  readonly isList: boolean;
  /** The values that there are; empty where any will do. */
  readonly options: readonly string[];
  /** The keys of the table that is its value, or of each table of its list; empty for a plain value. */
  readonly keys: Readonly<Record<string, SchemaKey>>;
  /** What a text there has to be, as the messages of the schema have it: `an EDTF date`. */
  readonly wants: string;
  /** Whether a word may stand for the table. */
  readonly isWordToo: boolean;
}

/** Through all that is wrapped around it. A list that may be one alone counts as a list; a word that may stand for a table, as the table. */
function keyOf(part: Part): SchemaKey {
  if (part.wrapped !== undefined) return keyOf(part.wrapped);
  if (part.pipe !== undefined) {
    const [schema, ...actions] = part.pipe;
    const description = actions.find(action => action.description !== undefined)?.description;
    return { ...keyOf(schema!), ...(description === undefined ? {} : { description }) };
  }
  if (part.getter !== undefined) {
    const many = part.getter([]);
    if (many.type === 'array') return keyOf(many);
    const word = keyOf(part.getter('word'));
    const table = keyOf(part.getter({}));
    return Object.keys(table.keys).length === 0 ? table : { ...table, isWordToo: Object.keys(word.keys).length === 0 || word.wants !== '' };
  }
  if (part.item !== undefined) return { ...keyOf(part.item), isList: true };
  return {
    description: '', isList: false, options: part.options ?? [], keys: keysOf(part), isWordToo: false,
    wants: part.type === 'string' && typeof part.message === 'string' ? part.message : '',
  };
}

/** The keys of a table, in their order. */
export function keysOf(schema: unknown): Readonly<Record<string, SchemaKey>> {
  return Object.fromEntries(Object.entries((schema as Part).entries ?? {}).map(([name, part]) => [name, keyOf(part)]));
}

/** The keys of each class of entries. */
export const ENTRY_KEYS = { actor: keysOf(ACTOR), event: keysOf(EVENT), concept: keysOf(CONCEPT) } as const;
