import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { assert, extension, openDraft, waitFor } from './support.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

suite('Activation', () => {
  test('the extension is there', () => {
    assert.equal(extension().id, 'rapporteur.rapporteur');
  });

  test('a Markdown file activates it', async () => {
    await openDraft('A paper.', { waitForCorpus: false });
    await waitFor('activation', () => extension().isActive);
  });

  test('every command of the manifest is registered', async () => {
    await extension().activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const { commands } = (extension().packageJSON as Manifest).contributes;
    assert.ok(commands.length > 0);
    assert.deepEqual(commands.map(({ command }) => command).filter(command => !registered.has(command)), []);
  });

  test('no command is registered that the manifest does not declare', async () => {
    await extension().activate();
    const { commands, views } = (extension().packageJSON as Manifest).contributes;
    const declared = new Set(commands.map(({ command }) => command));
    // VS Code adds `rapporteur.actors.focus` and the like for each view.
    const ofViews = Object.values(views).flat().map(({ id }) => `${id}.`);
    const extra = (await vscode.commands.getCommands(true)).filter(command =>
      command.startsWith('rapporteur.') && !declared.has(command) && !ofViews.some(view => command.startsWith(view)));
    assert.deepEqual(extra, []);
  });

  test('titles and categories are shown in words', () => {
    for (const { command, title, category } of (extension().packageJSON as Manifest).contributes.commands) {
      assert.equal(category, 'Rapporteur', command);
      assert.doesNotMatch(title, /^%/, command);
    }
  });
});
