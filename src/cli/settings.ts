import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readCheckSettings, type CheckSettings } from '../core/checks/index.ts';

/** JSON with comments and commas at the end, as settings files have it; comments within strings stay. */
export function plainJson(text: string): string {
  const withoutComments = text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, part => part.startsWith('"') ? part : ' ');
  return withoutComments.replace(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g, part => part === ',' ? '' : part);
}

export interface Settings {
  readonly checks: CheckSettings;
  /** Paths of the house's own bibliographies. */
  readonly bibliographies: readonly string[];
  /** Whether the corpora that come with the program count. */
  readonly bundledCorpora: boolean;
}
const DEFAULTS: Settings = { checks: readCheckSettings({}), bibliographies: [], bundledCorpora: true };

/**
 * The settings of a settings file by the editor’s own keys, `rapporteur.checks.…`, `rapporteur.bibliographies` and `rapporteur.bundledCorpora`.
 * @param folder where paths start from
 */
export function settingsFrom(text: string, folder: string): Settings {
  const values = JSON.parse(plainJson(text)) as Readonly<Record<string, unknown>>;
  const paths = values['rapporteur.bibliographies'];
  return {
    checks: readCheckSettings({ severity: values['rapporteur.checks.severity'], firstMention: values['rapporteur.checks.firstMention'] }),
    bibliographies: (Array.isArray(paths) ? paths : []).flatMap((path: unknown) => typeof path === 'string' && path.trim() !== '' ? [resolve(folder, path.trim())] : []),
    bundledCorpora: values['rapporteur.bundledCorpora'] !== false,
  };
}

/** The settings that count for a draft: of the file named, else of the nearest `.vscode/settings.json` in a folder above. */
export async function settingsFor(draft: string, config: string | undefined): Promise<Settings> {
  if (config !== undefined) return settingsFrom(await readFile(config, 'utf8'), dirname(resolve(config)));
  for (let folder = dirname(draft); ; folder = dirname(folder)) {
    const text = await readFile(join(folder, '.vscode', 'settings.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) {
      try { return settingsFrom(text, folder); } catch { return DEFAULTS; }
    }
    if (folder === dirname(folder)) return DEFAULTS;
  }
}
