/** What the manual calls a command, a setting, a view or a key is what the extension calls it. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import MarkdownIt from 'markdown-it';
import { manualPages } from '../../scripts/manual/pages.ts';

const root = resolve(import.meta.dirname, '../..');
const text = (file: string): string => readFileSync(resolve(root, file), 'utf8');
const PAGES = [...manualPages(root).map(({ path }) => path), 'CHANGELOG.md', 'samples/cambodia/README.md'];

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string }[];
    readonly views: Readonly<Record<string, readonly { readonly name: string }[]>>;
    readonly keybindings: readonly { readonly key: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}
const { contributes } = JSON.parse(text('package.json')) as Manifest;
const words = JSON.parse(text('package.nls.json')) as Record<string, string>;
const inWords = (title: string): string => words[title.replaceAll('%', '')] ?? title;
const COMMANDS = new Set(contributes.commands.map(({ title }) => inWords(title)));
const VIEWS = new Set(Object.values(contributes.views).flat().map(({ name }) => inWords(name)));
const KEYS = new Set(contributes.keybindings.map(({ key }) => key.toLowerCase()));

/** What is not ours: commands and buttons of VS Code, a button on a card of the timeline, terms where they are explained. */
const OTHERS = new Set([
  'Extensions: Install from VSIX…', 'Go to Symbol in Workspace', 'Welcome: Open Walkthrough…', 'Fix All', 'Show in sidebar',
  'citekey', 'locator', 'id', 'front matter', 'statements', 'draft',
]);

interface Stressed { readonly kind: 'strong' | 'em'; readonly words: string; readonly isFirst: boolean }

/** What stands in bold or italics, on one line; whether it opens its paragraph, item or cell. Quoted text and code are examples. */
function stressed(markdown: string): Stressed[] {
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {});
  let quotes = 0;
  return tokens.flatMap(({ type, children }) => {
    quotes += type === 'blockquote_open' ? 1 : type === 'blockquote_close' ? -1 : 0;
    if (quotes > 0 || children === null) return [];
    return children.flatMap((child, at): Stressed[] => {
      if (child.type !== 'strong_open' && child.type !== 'em_open') return [];
      const end = children.findIndex((other, index) => index > at && other.type === child.type.replace('open', 'close'));
      const inside = children.slice(at, end).map(part => (part.type === 'softbreak' ? ' ' : part.content)).join('');
      return [{ kind: child.type === 'strong_open' ? 'strong' : 'em', words: inside, isFirst: children.slice(0, at).every(({ content }) => content === '') }];
    });
  });
}

const plain = (name: string): string => name.replace(/^Rapporteur: /, '').replace(/…$/, '').toLowerCase();
const TITLES = new Map([...COMMANDS].map(title => [plain(title), title]));

/** Whether a stressed stretch is no name, or the name of something that is there, as it is written there. */
function isRight({ kind, words: name, isFirst }: Stressed): boolean {
  const title = name.replace(/^Rapporteur: /, '');
  if (COMMANDS.has(title)) return true;
  if (title !== name) return false;
  if (OTHERS.has(name) || VIEWS.has(name)) return true;
  return !TITLES.has(plain(name)) && (kind === 'em' || isFirst);
}

describe('names in the manual', () => {
  test.each(PAGES.filter(page => !page.endsWith('developers.md')))('%s calls commands and views as they are called', page => {
    expect(stressed(text(page)).filter(one => !isRight(one)).map(one => one.words)).toEqual([]);
  });

  test.each(PAGES)('%s names settings that there are', page => {
    const named = [...text(page).matchAll(/[`"](rapporteur\.[\w.-]+)[`"]/g)].map(([, name]) => name!);
    expect(named.filter(name => !Object.hasOwn(contributes.configuration.properties, name))).toEqual([]);
  });

  test.each(PAGES)('%s gives keys of ours that there are', page => {
    const given = [...text(page).matchAll(/`(Ctrl\+Alt\+\w)`/g)].map(([, key]) => key!.toLowerCase());
    expect(given.filter(key => !KEYS.has(key))).toEqual([]);
  });

  test('names are told from other words', () => {
    const right = (markdown: string) => stressed(markdown).map(isRight);
    expect(right('Run **Rapporteur: Look\nUp…**, **Cite This**, *Sources* or **Fix All**.')).toEqual([true, true, true, true]);
    expect(right('**To begin with**, press a *key*.')).toEqual([true, true]);
    expect(right('Run **Look Up**, **look up…**, *Rapporteur: Look Up* or **Rapporteur: Nothing**.')).toEqual([false, false, false, false]);
    expect(right('Run **Find Nothing**.\n\n> **anything**\n\n`**code**`')).toEqual([false]);
  });
});
