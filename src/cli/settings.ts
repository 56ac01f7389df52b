import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readCheckSettings, type CheckSettings } from '../core/checks/index.ts';

/** JSON with comments and commas at the end, as settings files have it; comments within strings stay. */
export function plainJson(text: string): string {
  const withoutComments = text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, part => part.startsWith('"') ? part : ' ');
  return withoutComments.replace(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g, part => part === ',' ? '' : part);
}

/** The settings of a settings file by the editor’s own keys, `rapporteur.checks.…`. */
export function settingsFrom(text: string): CheckSettings {
  const values = JSON.parse(plainJson(text)) as Readonly<Record<string, unknown>>;
  return readCheckSettings({ severity: values['rapporteur.checks.severity'], firstMention: values['rapporteur.checks.firstMention'] });
}

/** The settings that count for a draft: of the file named, else of the nearest `.vscode/settings.json` in a folder above. */
export async function settingsFor(draft: string, config: string | undefined): Promise<CheckSettings> {
  if (config !== undefined) return settingsFrom(await readFile(config, 'utf8'));
  for (let folder = dirname(draft); ; folder = dirname(folder)) {
    const text = await readFile(join(folder, '.vscode', 'settings.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) {
      try { return settingsFrom(text); } catch { return readCheckSettings({}); }
    }
    if (folder === dirname(folder)) return readCheckSettings({});
  }
}
