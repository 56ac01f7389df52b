import type { Command } from './command.ts';

interface Listed {
  /** One line for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** All commands, one file each, read when it is called. */
const COMMANDS: Readonly<Record<string, Listed>> = {
  check: { summary: 'hold drafts against what the corpora know', load: async () => (await import('./check.ts')).check },
  lookup: { summary: 'say who or what something is, and on whose authority', load: async () => (await import('./lookup.ts')).lookup },
  cite: { summary: 'print the citation of a work, ready for a draft', load: async () => (await import('./cite.ts')).cite },
  timeline: { summary: 'print or draw what happened, in the order of time', load: async () => (await import('./timeline.ts')).timeline },
  search: { summary: 'find words in statements and in full texts', load: async () => (await import('./search.ts')).search },
  import: { summary: 'take texts into the library, or events into a corpus', load: async () => (await import('./import.ts')).importFiles },
  export: { summary: 'make a document of a draft, or lists of its works and names', load: async () => (await import('./export.ts')).exportFiles },
  annexes: { summary: 'bring lists of actors, abbreviations, events and sources in drafts up to date', load: async () => (await import('./annexes.ts')).annexes },
  mcp: { summary: 'answer a language model or another program', load: async () => (await import('./mcp.ts')).mcp },
};

const USAGE = `rapporteur COMMAND …

Actors, events and sources of a process, from a terminal. To begin with:

  rapporteur lookup sihanouk             who that is, and where it says so
  rapporteur check paper.md              what in a draft does not agree with the record
  rapporteur cite khan2022 --locator "sec. 3.2"

Commands:
${Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

rapporteur COMMAND --help tells more. Exit code: 0 all well, 1 something found (or nothing, where something was looked
for), 2 something that could not be done.`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(USAGE);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    console.log(await (await import('./version.ts')).version());
    return 0;
  }
  const listed = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (listed === undefined) {
    console.error(`There is no command ${name}.\n\n${USAGE}`);
    return 2;
  }
  const command = await listed.load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help);
    return 0;
  }
  return command.run(args);
}

// A reader that has seen enough closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') throw error; });
main(process.argv.slice(2)).then(code => { process.exitCode = code; }, (error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
