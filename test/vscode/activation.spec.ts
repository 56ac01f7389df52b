import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { howItStarted } from './start.ts';
import { assert, extension, openDraft, waitFor } from './support.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope?: string; readonly description?: string; readonly markdownDescription?: string }>> };
  };
  readonly capabilities: Readonly<Record<'untrustedWorkspaces' | 'virtualWorkspaces', { readonly supported: unknown; readonly description: string }>>;
  readonly activationEvents: readonly string[];
}
const manifest = () => extension().packageJSON as Manifest;

suite('Activation', () => {
  test('the extension is there', () => {
    assert.equal(extension().id, 'rapporteur.rapporteur');
  });

  test('a Markdown file activates it', async () => {
    await openDraft('A paper.', { waitForCorpus: false });
    await waitFor('activation', () => extension().isActive);
  });

  test('starting reads one file, awaits nothing, and the rest comes when it is used', async () => {
    const { document } = await openDraft('Ali Alatas spoke.');
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 5));
    const { requests, returned, later } = howItStarted() ?? assert.fail('The extension had been started before the tests could watch.');
    assert.equal(requests[0], 'extension.cjs');
    // The editor's module, and what Node has in itself: no other part of the extension, no library, no database.
    assert.deepEqual(requests.slice(1).filter(request => request !== 'vscode' && (!/^node:/.test(request) || request === 'node:sqlite')), []);
    assert.ok(!(returned instanceof Promise));
    assert.ok(later > 0);
  });

  test('every command of the manifest is registered', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const { commands } = manifest().contributes;
    assert.ok(commands.length > 0);
    assert.deepEqual(commands.map(({ command }) => command).filter(command => !registered.has(command)), []);
  });

  test('no command is registered that the manifest does not declare', async () => {
    await extension().activate();
    const { commands, views } = manifest().contributes;
    const declared = new Set(commands.map(({ command }) => command));
    // VS Code adds `rapporteur.actors.focus` and the like for each view.
    const ofViews = Object.values(views).flat().map(({ id }) => `${id}.`);
    const extra = (await vscode.commands.getCommands(true)).filter(command =>
      command.startsWith('rapporteur.') && !declared.has(command) && !ofViews.some(view => command.startsWith(view)));
    assert.deepEqual(extra, []);
  });

  test('titles and categories are shown in words', () => {
    for (const { command, title, category } of manifest().contributes.commands) {
      assert.equal(category, 'Rapporteur', command);
      assert.doesNotMatch(title, /^%/, command);
    }
    for (const { id, name } of Object.values(manifest().contributes.views).flat()) { assert.doesNotMatch(name, /^%/, id); }
  });

  test('every setting has a scope and is described in words', () => {
    const settings = Object.entries(manifest().contributes.configuration.properties);
    assert.ok(settings.length > 0);
    for (const [name, { scope, description, markdownDescription }] of settings) {
      assert.match(name, /^rapporteur\./);
      assert.match(scope ?? '', /^(?:machine|window|resource|application|machine-overridable|language-overridable)$/, name);
      assert.match(description ?? markdownDescription ?? '', /^[^%].{15,}/, name);
    }
  });

  test('it says what it does in folders that are not trusted, and in virtual ones', () => {
    for (const where of ['untrustedWorkspaces', 'virtualWorkspaces'] as const) { assert.match(manifest().capabilities[where].description, /^[^%].{15,}/); }
    assert.deepEqual(manifest().activationEvents, ['onLanguage:markdown', 'onLanguage:quarto', 'onFileSystem:rapporteur']);
  });

  test('the editor has the database that the oldest one is said to have', async () => {
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(':memory:');
    assert.deepEqual({ ...database.prepare('select 1 as one').get() }, { one: 1 });
    database.close();
  });
});
