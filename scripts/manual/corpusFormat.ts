/** Tables of the keys of a corpus, from the schema that reads it. */
import { ACTOR, CONCEPT, CORPUS, EVENT, WORK } from '../../src/core/corpus/schema.ts';
import { keysOf, type SchemaKey } from '../../src/core/corpus/schemaKeys.ts';
import { table } from './table.ts';

function rows(keys: Readonly<Record<string, SchemaKey>>, prefix = ''): string[][] {
  return Object.entries(keys).flatMap(([name, key]) => {
    const values = key.options.length > 1 ? ` One of ${key.options.map(option => `\`${option}\``).join(', ')}.` : '';
    const list = key.isList ? ' A list, or one alone.' : '';
    return [[`\`${prefix}${name}\``, `${key.description}${values}${list}`], ...rows(key.keys, `${prefix}${name}.`)];
  });
}

const FORMATS = { actor: ACTOR, event: EVENT, concept: CONCEPT, corpus: CORPUS, work: WORK };

/** `{ 'keys of actor': '| Key | … |' }` for each kind of file. */
export function corpusFormat(): Record<string, string> {
  return Object.fromEntries(Object.entries(FORMATS).map(([name, schema]) => [`keys of ${name}`, table(['Key', 'What it says'], rows(keysOf(schema)))]));
}
