/** Tables of settings, commands and keys, from the manifest of the extension. */
import { table } from './table.ts';

interface Property { readonly description: string; readonly default?: unknown; readonly enum?: readonly string[]; readonly scope?: string; readonly properties?: Readonly<Record<string, Property>> }
export interface ExtensionManifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string; readonly when?: string }[] };
    readonly keybindings: readonly { readonly command: string; readonly key: string; readonly mac: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Property>> };
  };
}

const SCOPES: Readonly<Record<string, string>> = {
  machine: 'for this machine only', window: 'for you or a workspace', resource: 'for you, a workspace or a folder',
  'machine-overridable': 'for this machine or a workspace', application: 'for all windows', 'language-overridable': 'for you, a workspace, a folder or a language',
};

function shown(value: unknown): string {
  if (value === '' || value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)) return 'nothing';
  if (value === true) return 'on';
  if (value === false) return 'off';
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}

/** `⌘⌥C` for `cmd+alt+c`, `Ctrl+Alt+C` for `ctrl+alt+c`. */
function keys(key: string, isMac: boolean): string {
  const signs: Readonly<Record<string, string>> = { cmd: '⌘', alt: '⌥', shift: '⇧', ctrl: '⌃', backspace: '⌫' };
  const parts = key.split('+');
  return isMac
    ? parts.map(part => signs[part] ?? part.toUpperCase()).join('')
    : parts.map(part => part.charAt(0).toUpperCase() + part.slice(1)).join('+');
}

export function manifestTables({ contributes }: ExtensionManifest, words: Readonly<Record<string, string>>): Record<string, string> {
  const inWords = (text: string): string => text.replace(/^%(.+)%$/, (_, key: string) => words[key] ?? text);
  const hidden = new Set(contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command));
  const titles = new Map(contributes.commands.map(({ command, title }) => [command, inWords(title)]));
  const settings = Object.entries(contributes.configuration.properties);
  const rules = settings.flatMap(([, { properties }]) => Object.entries(properties ?? {}));
  return {
    settings: table(['Setting', 'What it does', 'Unless changed', 'Where it can be set'], settings.map(([name, property]) => [
      `\`${name}\``, inWords(property.description) + (property.enum === undefined ? '' : ` One of ${property.enum.map(one => `\`${one}\``).join(', ')}.`),
      shown(property.default), SCOPES[property.scope ?? 'window'] ?? '',
    ])),
    rules: table(['Check', 'What it finds', 'Shown as'], rules.map(([code, { description, default: severity }]) => [`[${code}](${code}.md)`, inWords(description), String(severity)])),
    keys: table(['Command', 'Windows, Linux', 'macOS'], contributes.keybindings.map(({ command, key, mac }) => [`**${titles.get(command) ?? command}**`, `\`${keys(key, false)}\``, `\`${keys(mac, true)}\``])),
    commands: [...titles].filter(([command]) => !hidden.has(command)).map(([, title]) => `- Rapporteur: ${title}`).toSorted((a, b) => a.localeCompare(b, 'en')).join('\n'),
  };
}
