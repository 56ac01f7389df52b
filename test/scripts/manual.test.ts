import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import MarkdownIt from 'markdown-it';
import { corpusFormat } from '../../scripts/manual/corpusFormat.ts';
import { manifestTables } from '../../scripts/manual/extensionManifest.ts';
import { manualPages } from '../../scripts/manual/pages.ts';
import { table } from '../../scripts/manual/table.ts';

const root = resolve(import.meta.dirname, '../..');
const pages = manualPages(root);

/** Targets of links and pictures, and the anchors of headings as GitHub and the marketplace make them. */
function read(markdown: string): { readonly links: string[]; readonly anchors: string[] } {
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {});
  const links: string[] = [];
  const anchors: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') anchors.push(tokens[index + 1]!.content.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(' ', '-'));
    for (const child of token.children ?? []) {
      const target = child.attrGet('href') ?? child.attrGet('src');
      if (typeof target === 'string') links.push(target);
    }
  }
  return { links, anchors };
}

describe('the manual', () => {
  test.each(pages)('$path says what the extension reads; `npm run manual` writes it', ({ before, after }) => {
    expect(before).toBe(after);
  });

  test.each(pages)('$path links to what is there', ({ path, before }) => {
    const broken = read(before).links.filter(link => !/^(?:https?|mailto|command):/.test(link)).filter(link => {
      const [file = '', anchor] = decodeURI(link).split('#');
      const target = file === '' ? join(root, path) : resolve(root, dirname(path), file);
      return !existsSync(target) || (anchor !== undefined && !read(readFileSync(target, 'utf8')).anchors.includes(anchor));
    });
    expect(broken).toEqual([]);
  });

  test('every page is reached from the README', () => {
    const reached = new Set<string>();
    const follow = (path: string): void => {
      if (reached.has(path) || !path.endsWith('.md') || !existsSync(join(root, path))) return;
      reached.add(path);
      for (const link of read(readFileSync(join(root, path), 'utf8')).links.filter(one => !/^\w+:/.test(one))) follow(join(dirname(path), link.split('#')[0]!));
    };
    follow('README.md');
    expect(pages.map(({ path }) => path).filter(path => !reached.has(path))).toEqual([]);
  });
});

describe('tables of the manual', () => {
  test('cells keep their bars', () => {
    expect(table(['A', 'B'], [['x|y', 'two\nlines']])).toBe('| A | B |\n| --- | --- |\n| x\\|y | two lines |');
  });

  test('keys of a corpus come with their words, values and parts', () => {
    const { 'keys of actor': actor, 'keys of event': event } = corpusFormat();
    expect(actor).toContain('| `memberships.organization` | Id of the body. |');
    expect(actor).toContain('| `type` | What the actor is. One of `person`, `state`,');
    expect(event).toContain('| `part-of` | Ids of the events, usually processes, that it is a part of. A list, or one alone. |');
  });

  test('no key of a corpus is without words', () => {
    expect(Object.values(corpusFormat()).flatMap(made => made.split('\n')).filter(line => /\|\s+\|$/.test(line))).toEqual([]);
  });

  test('settings, keys and commands come from the manifest', () => {
    const made = manifestTables({ contributes: {
      commands: [{ command: 'r.one', title: '%one%' }, { command: 'r.inner', title: 'Inner' }],
      menus: { commandPalette: [{ command: 'r.inner', when: 'false' }] },
      keybindings: [{ command: 'r.one', key: 'ctrl+alt+c', mac: 'cmd+alt+c' }],
      configuration: { properties: { 'r.on': { description: '%on%', default: false, scope: 'machine' } } },
    } }, { one: 'One', on: 'Turns it on.' });
    expect(made['keys']).toContain('| **One** | `Ctrl+Alt+C` | `⌘⌥C` |');
    expect(made['commands']).toBe('- Rapporteur: One');
    expect(made['settings']).toContain('| `r.on` | Turns it on. | off | for this machine only |');
  });
});
