import { t, toTranslate } from '../core/l10n.ts';
import type { Command } from './command.ts';
import { faultOf } from './fault.ts';
import { speak, terminalLanguage } from './language.ts';

/** All commands with a line each for their list. */
const SUMMARIES = toTranslate({
  check: 'hold drafts against what the corpora know',
  lookup: 'say who or what something is, and on whose authority',
  cite: 'print the citation of a work, ready for a draft',
  timeline: 'print or draw what happened, in the order of time',
  search: 'find words in statements and in full texts',
  import: 'take texts into the library, or events into a corpus',
  export: 'make a document of a draft, or lists of its works and names',
  annexes: 'bring lists of actors, abbreviations, events and sources in drafts up to date',
  mcp: 'answer a language model or another program',
});

/** One file each, read when it is called. */
const COMMANDS: Readonly<Record<keyof typeof SUMMARIES, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  lookup: async () => (await import('./lookup.ts')).lookup,
  cite: async () => (await import('./cite.ts')).cite,
  timeline: async () => (await import('./timeline.ts')).timeline,
  search: async () => (await import('./search.ts')).search,
  import: async () => (await import('./import.ts')).importFiles,
  export: async () => (await import('./export.ts')).exportFiles,
  annexes: async () => (await import('./annexes.ts')).annexes,
  mcp: async () => (await import('./mcp.ts')).mcp,
};

const usage = (): string => t(`rapporteur COMMAND …

Actors, events and sources of a process, from a terminal. To begin with:

  rapporteur lookup sihanouk             who that is, and where it says so
  rapporteur check paper.md              what in a draft does not agree with the record
  rapporteur cite khan2022 --locator "sec. 3.2"

Commands:
{0}

rapporteur COMMAND --help tells more. Exit code: 0 all well, 1 something found (or nothing, where something was looked
for), 2 something that could not be done.`, Object.entries(SUMMARIES).map(([name, summary]) => `  ${name.padEnd(10)} ${t(summary)}`).join('\n'));

async function main([name, ...args]: readonly string[]): Promise<number> {
  await speak(terminalLanguage(process.env, process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : undefined));
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(usage());
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    console.log(await (await import('./version.ts')).version());
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name as keyof typeof COMMANDS] : undefined;
  if (load === undefined) {
    console.error(`${t('There is no command {0}.', name)}\n\n${usage()}`);
    return 2;
  }
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help());
    return 0;
  }
  return command.run(args);
}

// A reader that has seen enough closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') throw error; });
main(process.argv.slice(2)).then(code => { process.exitCode = code; }, (error: unknown) => {
  console.error(faultOf(error));
  process.exitCode = 2;
});
