/** What a report of a problem holds. No word of a draft, a corpus or a bibliography, and no path. */
export interface ReportData {
  /** `Rapporteur: 0.1.0`, `VS Code: 1.139.0` … */
  readonly versions: readonly (readonly [name: string, value: string])[];
  readonly settings: readonly ReportedSetting[];
  /** `actors: 146` … */
  readonly counts: readonly (readonly [name: string, count: number])[];
  /** Codes of problems of corpora, of bibliographies and of findings, one for each. */
  readonly problems: Readonly<Record<string, readonly string[]>>;
}

/** A setting that is not as it comes. */
export interface ReportedSetting {
  readonly name: string;
  readonly value: unknown;
  /** Its values, where only some are allowed. */
  readonly allowed: readonly string[] | undefined;
}

/** The report as Markdown, to be read and changed before it goes anywhere. */
export function reportText({ versions, settings, counts, problems }: ReportData): string {
  const section = (title: string, lines: readonly string[]) => ['', `## ${title}`, '', ...lines.length === 0 ? ['None.'] : lines.map(line => `- ${line}`)];
  return [
    '# Report on Rapporteur', '', 'What went wrong, and what did you expect?', '',
    ...versions.map(([name, value]) => `- ${name}: ${value}`),
    ...section('Settings that differ', settings.map(({ name, value, allowed }) => `\`${name}\`: ${valueText(value, allowed)}`)),
    ...section('What is read', counts.map(([name, count]) => `${name}: ${count}`)),
    ...Object.entries(problems).flatMap(([title, codes]) => section(title, counted(codes))),
    '',
  ].join('\n');
}

/** Of free text, and of lists, only that they are set: they can hold names and paths. */
function valueText(value: unknown, allowed: readonly string[] | undefined): string {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  if (typeof value === 'string') return allowed?.includes(value) === true ? value : 'set';
  if (Array.isArray(value)) return `${value.length} set`;
  return typeof value === 'object' && value !== null ? `${Object.keys(value).length} set` : 'set';
}

/** `bad-date: 3`, the most first. */
function counted(codes: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code, count]) => `${code}: ${count}`);
}
