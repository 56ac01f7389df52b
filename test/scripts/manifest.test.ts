import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
interface Setting { readonly description?: string; readonly scope?: string }
interface Command { readonly command: string; readonly title: string; readonly category: string }
const manifest = JSON.parse(read('package.json')) as {
  contributes: { commands: Command[]; menus: Record<string, { command: string }[]>; keybindings: { command: string }[]; viewsWelcome: { view: string; when: string; contents: string }[]; configuration: { properties: Record<string, Setting> } };
};
const words = JSON.parse(read('package.nls.json')) as Record<string, string>;
const sources = (pattern: string): string => globSync(pattern, { cwd: root }).map(read).join('\n');
const { commands, menus, keybindings, configuration } = manifest.contributes;
const code = sources('src/{vscode/**/*,extension}.ts');

const tests = sources('test/{vscode,e2e}/*.ts');

const isWord = (text: string | undefined): boolean => /^%.+%$/.test(text ?? '') && (words[text!.slice(1, -1)] ?? '') !== '';

describe('commands', () => {
  test.each(commands)('$command has a title and a category', ({ title, category }) => {
    expect([isWord(title), category]).toEqual([true, 'Rapporteur']);
  });
  test.each(commands)('$command is carried out', ({ command }) => {
    // Of views, the names are put together: `rapporteur.${view}.groupBy`.
    const [, view, action] = /^rapporteur\.(actors|events|sources)\.(\w+)$/.exec(command) ?? [];
    expect(code.includes(`'${command}'`) || (view !== undefined && code.includes(`.${action!}\``))).toBe(true);
  });
  test('menus and keys name commands that there are', () => {
    const named = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
    expect([...new Set(named)].filter(name => !commands.some(({ command }) => command === name))).toEqual([]);
  });
});

describe('settings', () => {
  test.each(Object.entries(configuration.properties))('%s says what it does, where it counts, and is used', (name, { description, scope }) => {
    const short = name.replace(/^rapporteur\./, '');
    expect([isWord(description), scope !== undefined, code.includes(`'${short}'`) || code.includes(`'${short.split('.').at(-1)!}'`)]).toEqual([true, true, true]);
  });
});

test('the settings lead to the page of every check', () => {
  const { properties, markdownDescription } = configuration.properties['rapporteur.checks.severity'] as Setting & { properties: Record<string, unknown>; markdownDescription: string };
  const linked = [...words[markdownDescription.slice(1, -1)]!.matchAll(/\[([\w-]+)\]\(command:rapporteur\.openRule\?([^)]+)\)/g)];
  expect(linked.map(([, rule]) => rule)).toEqual(Object.keys(properties));
  expect(linked.filter(([, rule, given]) => decodeURIComponent(given!) !== JSON.stringify([rule]) || !existsSync(join(root, `docs/checks/${rule!}.md`)))).toEqual([]);
});

describe.each(['package.nls.json', 'package.nls.fr.json'])('links in %s', file => {
  const sentences = Object.values(JSON.parse(read(file)) as Record<string, string>);
  const { name, publisher, contributes: { views, walkthroughs } } = JSON.parse(read('package.json')) as {
    name: string; publisher: string; contributes: { views: Record<string, { id: string }[]>; walkthroughs: { id: string }[] };
  };
  const settings = Object.keys(configuration.properties);
  /** Commands of the editor that a link may run, and what each is given. */
  const OF_EDITOR: Readonly<Record<string, (given: unknown) => boolean>> = {
    'workbench.action.openSettings': given => Array.isArray(given) && given.length === 1 && settings.includes(String(given[0])),
    'workbench.action.openWalkthrough': given => walkthroughs.some(({ id }) => given === `${publisher}.${name}#${id}`),
  };
  const own = [...commands.map(({ command }) => command), ...Object.values(views).flat().map(({ id }) => `${id}.focus`)];

  test('run commands that there are, with what these take', () => {
    const links = sentences.flatMap(sentence => [...sentence.matchAll(/\]\(command:([\w.]+)(?:\?([^)]*))?\)/g)]);
    const broken = links.filter(([, command, given]) => {
      const isGiven = OF_EDITOR[command!];
      return isGiven === undefined ? !own.includes(command!) : !isGiven(JSON.parse(decodeURIComponent(given ?? 'null')));
    });
    expect([links.length > 20, broken.map(([link]) => link)]).toEqual([true, []]);
  });
  test('to settings name settings that there are', () => {
    expect(sentences.flatMap(sentence => [...sentence.matchAll(/`#([\w.]+)#`/g)].map(([, setting]) => setting!)).filter(setting => setting.startsWith('rapporteur.') && !settings.includes(setting))).toEqual([]);
  });
});

test('an empty list of actors or events says what to do: without a corpus, and with one that has none yet', () => {
  const { viewsWelcome } = manifest.contributes;
  const offered = (view: string) => viewsWelcome.filter(one => one.view === `rapporteur.${view}`).map(({ when, contents }) => [when, /command:rapporteur\.(\w+)/.exec(words[contents.slice(1, -1)]!)?.[1]]);
  expect(offered('actors')).toEqual([['rapporteur.corpora == 0', 'createCorpus'], ['rapporteur.corpora > 0 && !rapporteur.actors.filtered', 'createActor']]);
  expect(offered('events')).toEqual([['rapporteur.corpora == 0', 'createCorpus'], ['rapporteur.corpora > 0 && !rapporteur.events.filtered', 'createEvent']]);
});

test('every word of the manifest is asked for, and none is missing', () => {
  const asked = new Set([...read('package.json').matchAll(/%([^%"]+)%/g)].map(([, key]) => key!));
  expect([...asked].filter(key => words[key] === undefined)).toEqual([]);
  expect(Object.keys(words).filter(key => !asked.has(key))).toEqual([]);
});

test('every command is driven by a test in the editor', () => {
  const driven = (command: string): boolean => {
    const title = commands.find(one => one.command === command)!.title.slice(1, -1);
    return tests.includes(command) || tests.includes(words[title]!.replace(/…$/, ''));
  };
  expect(commands.map(({ command }) => command).filter(command => !driven(command))).toEqual([]);
});

describe('the page of the extension in a gallery', () => {
  const page = JSON.parse(read('package.json')) as Record<string, unknown> & { readonly categories: string[]; readonly keywords: string[]; readonly icon: string };
  const GALLERY = ['AI', 'Azure', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs', 'Formatters', 'Keymaps', 'Language Packs', 'Linters', 'Machine Learning', 'Notebooks', 'Other', 'Programming Languages', 'SCM Providers', 'Snippets', 'Testing', 'Themes', 'Visualization'];
  test('has a picture of at least 128 points, a banner, and categories and keywords that galleries take', () => {
    const icon = readFileSync(join(root, page.icon));
    expect([icon.toString('latin1', 1, 4), Math.min(icon.readUInt32BE(16), icon.readUInt32BE(20)) >= 128]).toEqual(['PNG', true]);
    expect(page['galleryBanner']).toEqual({ color: expect.stringMatching(/^#[0-9a-f]{6}$/) as unknown, theme: 'dark' });
    expect(page.categories.filter(category => !GALLERY.includes(category))).toEqual([]);
    expect([page.categories.length > 0, page.keywords.length > 0 && page.keywords.length <= 30]).toEqual([true, true]);
  });
  test('can be in every gallery: a licence, no badge, no API that is not settled', () => {
    expect(page['license']).toBe('MIT');
    expect(read('LICENSE')).toMatch(/^MIT License|^The MIT License/m);
    expect(Object.keys(page).filter(key => ['badges', 'enabledApiProposals', 'extensionPack'].includes(key))).toEqual([]);
  });
});

test('every picture of the walkthrough is there, and in the package', () => {
  const { walkthroughs } = (JSON.parse(read('package.json')) as { contributes: { walkthroughs: { steps: { media: { image?: string; svg?: string } }[] }[] } }).contributes;
  const pictures = walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.image ?? media.svg ?? ''));
  expect(pictures.length).toBeGreaterThan(4);
  expect(pictures.filter(name => !name.startsWith('media/') || !existsSync(join(root, name)))).toEqual([]);
});
