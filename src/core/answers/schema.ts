/**
 * What a tool takes, as JSON Schema (https://json-schema.org/draft/2020-12) of the few words that the tools need. The same
 * object is shown to the caller, stands in the manifest and reads the arguments.
 */
interface TextProperty {
  readonly type: 'string';
  readonly description: string;
  readonly maxLength: number;
}
interface CountProperty {
  readonly type: 'integer';
  readonly description: string;
  readonly minimum: number;
  readonly maximum: number;
}
interface TextsProperty {
  readonly type: 'array';
  readonly description: string;
  readonly maxItems: number;
  readonly items: { readonly type: 'string'; readonly maxLength: number };
}
export type Property = TextProperty | CountProperty | TextsProperty;

export interface InputSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Property>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

type ValueOf<P> = P extends { readonly type: 'string' } ? string : P extends { readonly type: 'integer' } ? number : readonly string[];
/** The arguments that a schema describes; those that are not required may be `undefined`. */
export type ArgumentsOf<S extends InputSchema> = {
  readonly [K in keyof S['properties']]: K extends S['required'][number] ? ValueOf<S['properties'][K]> : ValueOf<S['properties'][K]> | undefined;
};

export type ReadArguments<S extends InputSchema> =
  | { readonly value: ArgumentsOf<S>; readonly problems?: undefined }
  /** Sentences for whoever asked: what is wrong, and what would be right. */
  | { readonly value?: undefined; readonly problems: readonly string[] };

/** Reads what a caller sent. Nothing in it is believed: a tricked model may have chosen it. Never throws. */
export function readArguments<S extends InputSchema>(schema: S, raw: unknown): ReadArguments<S> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { problems: ['The arguments are to be an object.'] };
  const known = Object.keys(schema.properties);
  const problems = Object.keys(raw).filter(name => !known.includes(name)).slice(0, 3)
    .map(name => `There is no argument “${name.slice(0, 40)}”; there are ${known.join(', ')}.`);
  const value: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties)) {
    const given: unknown = Object.hasOwn(raw, name) ? (raw as Readonly<Record<string, unknown>>)[name] : undefined;
    const isEmpty = given === undefined || given === null || (typeof given === 'string' && given.trim() === '');
    if (isEmpty) {
      if (schema.required.includes(name)) problems.push(`“${name}” is missing: ${property.description}`);
      value[name] = undefined;
      continue;
    }
    const problem = faultOf(name, property, given);
    if (problem !== undefined) problems.push(problem);
    value[name] = given;
  }
  return problems.length > 0 ? { problems } : { value: value as ArgumentsOf<S> };
}

function faultOf(name: string, property: Property, given: unknown): string | undefined {
  switch (property.type) {
    case 'string':
      if (typeof given !== 'string') return `“${name}” is to be a text.`;
      return given.length > property.maxLength ? `“${name}” has ${given.length} characters; ${property.maxLength} are the most.` : undefined;
    case 'integer':
      return Number.isInteger(given) && (given as number) >= property.minimum && (given as number) <= property.maximum ? undefined
        : `“${name}” is to be a whole number from ${property.minimum} to ${property.maximum}.`;
    case 'array': {
      const isRight = Array.isArray(given) && given.length <= property.maxItems
        && given.every(one => typeof one === 'string' && one.trim() !== '' && one.length <= property.items.maxLength);
      return isRight ? undefined : `“${name}” is to be a list of at most ${property.maxItems} texts of at most ${property.items.maxLength} characters each.`;
    }
  }
}
