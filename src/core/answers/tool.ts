import type { Known } from './known.ts';
import { readArguments, type ArgumentsOf, type InputSchema } from './schema.ts';
import type { Outcome } from './types.ts';

/** A question that can be asked. Asking changes nothing. */
export interface Tool {
  /** `whoHeld` */
  readonly name: string;
  readonly title: string;
  /** For the one who chooses among tools. Constant: it is held equal to the manifest. */
  readonly description: string;
  readonly inputSchema: InputSchema;
  /** @param raw arguments as they came */
  ask(raw: unknown, known: Known): Promise<Outcome>;
}

export interface ToolOf<S extends InputSchema> extends Pick<Tool, 'name' | 'title' | 'description'> {
  readonly inputSchema: S;
  readonly answer: (args: ArgumentsOf<S>, known: Known) => Outcome | Promise<Outcome>;
}

export function tool<const S extends InputSchema>({ name, title, description, inputSchema, answer }: ToolOf<S>): Tool {
  return {
    name, title, description, inputSchema,
    ask: async (raw, known) => {
      const { value, problems } = readArguments(inputSchema, raw);
      return problems === undefined ? answer(value, known) : { problems };
    },
  };
}

/** How many statements at most; the same words in every tool. */
export const LIMIT = { type: 'integer', description: 'How many statements at most; 10 unless told.', minimum: 1, maximum: 50 } as const;
export const DEFAULT_LIMIT = 10;
