import { makeKnown, TOOLS, writeAnswer, type KnownOptions, type WrittenAnswer } from '../../../src/core/answers/index.ts';
import { snapshotOf, SOURCES } from '../corpus/helpers.ts';

const entry = (front: string, body = '') => `---\n${front}\n---\nA summary.\n\n${body}`;

/** A small corpus with offices, dates, a claim in dispute and a claim without a source. */
export const snapshot = snapshotOf({
  'references.json': SOURCES,
  'actors/indonesia.md': entry('type: state\nname: Indonesia'),
  'actors/alatas.md': entry(
    'type: person\nname: Ali Alatas\naliases: [Alatas]\nmemberships:\n  - {organization: indonesia, role: Foreign Minister, start: 1988, end: 1999, cite: "@khan2022, sec. 3.2"}\n  - {organization: indonesia, role: Permanent Representative, end: 1988, cite: "@khan2022, n. 24"}',
    '- Told [[martin]] in 1989 that Paris could not succeed without Indonesia. [@khan2022, sec. 3.2; citing @martin2018]\n  - disputed: It was in 1990. [@martin2018, p. 7]\n'),
  'actors/mochtar.md': entry('type: person\nname: Mochtar Kusumaatmadja\nmemberships:\n  - {organization: indonesia, role: Foreign Minister, start: 1978, end: 1988, cite: "@khan2022, sec. 2.5"}\n  - {organization: indonesia, role: Minister without a source, start: 1970}'),
  'actors/martin.md': entry('type: person\nname: Claude Martin'),
  'events/paris-1989.md': entry('type: event\nkind: conference\nname: First Paris conference\ndate: 1989-07/1989-08\nplace: Paris\ncite: "@khan2022, sec. 4.1"\nparticipants: [{actor: indonesia, role: co-chair, cite: "@khan2022, sec. 4.1"}]', '- Failed over power-sharing. [@khan2022, sec. 4.1]\n'),
  'events/jakarta-1988.md': entry('type: event\nkind: meeting\nname: First Jakarta meeting\ndate: 1988-07\nplace: Bogor\ncite: "@khan2022, sec. 3.3"'),
});

export async function outcome(name: string, args: unknown, options: KnownOptions = {}) {
  return TOOLS.find(tool => tool.name === name)!.ask(args, makeKnown(snapshot, options));
}

export async function ask(name: string, args: unknown, options: KnownOptions = {}): Promise<WrittenAnswer> {
  const { answer, problems } = await outcome(name, args, options);
  if (problems !== undefined) throw new Error(problems.join(' '));
  return writeAnswer(answer, snapshot.sources);
}

/** `text [citation]`, one a statement. */
export function lines({ statements }: WrittenAnswer): string[] {
  return statements.map(({ text, citation }) => `${text} ${citation}`);
}
