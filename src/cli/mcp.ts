import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { delimited, makeKnown, RateLimit, TOOLS, type Known, type Verify } from '../core/answers/index.ts';
import { t } from '../core/l10n.ts';
import { CorpusStore } from '../engine/corpus/corpusStore.ts';
import { NodeCorpusFiles } from '../engine/corpus/nodeFiles.ts';
import type { LibraryClient } from '../engine/library/libraryClient.ts';
import type { Command } from './command.ts';
import { corpusFolders, corpusHelp } from './corpora.ts';
import { isThere, libraryHelp, libraryFile, openLibrary } from './library.ts';
import { settingsFor } from './settings.ts';
import { sourcesOf } from './sources.ts';
import { version } from './version.ts';

const help = (): string => t(`rapporteur mcp [options]

Answers a language model or another program over standard input and output, in the Model Context Protocol: who is who,
who held an office, what happened, what bears a sentence out, whether a quotation and a text hold. It reads and never writes.

{0}
  --bibliography FILE        works that a text may cite; may be repeated
{1}

For a program that takes a configuration:

  { "mcpServers": { "rapporteur": { "command": "npx", "args": ["rapporteur", "mcp", "--corpus", "path/of/corpus"] } } }`, corpusHelp(), libraryHelp());

async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args], options: { corpus: { type: 'string', multiple: true }, bibliography: { type: 'string', multiple: true }, library: { type: 'string' } },
  });
  const library = new OpenWhenAsked(libraryFile(values.library));
  const known = await knowledge(values.corpus, values.bibliography ?? [], library.verify);
  const { serveMcp } = await import('./mcpServer.ts');
  const limit = new RateLimit(() => performance.now());
  await serveMcp({ version: await version(), tools: TOOLS, ask: (name, given) => ask(name, given, known, limit) });
  await library.close();
  return 0;
}

async function ask(name: string, args: unknown, known: () => Promise<Known>, limit: RateLimit): Promise<{ text: string; isError: boolean }> {
  const tool = TOOLS.find(one => one.name === name);
  if (tool === undefined) return { text: `There is no tool of that name; there are ${TOOLS.map(one => one.name).join(', ')}.`, isError: true };
  const refusal = limit.refuse();
  if (refusal !== undefined) return { text: refusal, isError: true };
  try {
    const now = await known();
    const outcome = await tool.ask(args, now);
    return { text: delimited(outcome, now.sources, randomBytes(12).toString('hex')), isError: outcome.problems !== undefined };
  } catch (error) {
    console.error(error instanceof Error ? error.stack ?? error.message : String(error));
    return { text: 'That could not be answered; the log of the server says what went wrong.', isError: true };
  }
}

/** What is known, read again for each question where files have changed. */
async function knowledge(folders: readonly string[] | undefined, bibliographies: readonly string[], verify: Verify): Promise<() => Promise<Known>> {
  const store = new CorpusStore(new NodeCorpusFiles(await corpusFolders(folders)));
  let last: Known | undefined;
  return async () => {
    if (store.snapshot === undefined) await store.load(); else await store.refresh();
    const snapshot = store.snapshot!;
    if (last?.snapshot === snapshot) return last;
    last = makeKnown(snapshot, { verify, sources: await sourcesOf(snapshot, bibliographies), settings: (await settingsFor(resolve('draft.md'), undefined)).checks });
    return last;
  };
}

/** A library that is not there is not made: there are no texts then. */
class OpenWhenAsked {
  readonly #file: string;
  #client: Promise<LibraryClient> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  readonly verify: Verify = async (quotation, citekeys) => {
    if (!await isThere(this.#file)) return { state: 'no-text', matches: [] };
    this.#client ??= openLibrary(this.#file).catch((error: unknown) => { this.#client = undefined; throw error; });
    return (await this.#client).call('verify', { quotation, citekeys });
  };

  async close(): Promise<void> {
    await (await this.#client)?.dispose();
  }
}

export const mcp: Command = { help, run };
