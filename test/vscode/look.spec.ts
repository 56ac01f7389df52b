import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { assert, openDraft, symbols, waitFor } from './support.ts';

suite('Look-ups', () => {
  test('a symbol opens the entry at its name', async () => {
    await openDraft('A paper.');
    const [symbol] = await symbols('Ada Quill');
    assert.ok(symbol!.location.uri.path.endsWith('/corpus/actors/ada-quill.md'));
  });

  test('Open Entry by key opens the file with the name selected', async () => {
    await openDraft('A paper.');
    await vscode.commands.executeCommand('rapporteur.openEntry', 'quay-meeting');
    const editor = await waitFor('the entry', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('quay-meeting.md') === true ? vscode.window.activeTextEditor : undefined);
    assert.equal(editor.document.getText(editor.selection), 'Quay meeting');
  });

  test('Insert Name by key writes the preferred name at the cursor', async () => {
    const { document } = await openDraft('Then | came.');
    await vscode.commands.executeCommand('rapporteur.insertName', 'ada-quill');
    assert.equal(document.getText(), 'Then Ada Quill came.');
  });

  test('Copy Reference puts the formatted reference on the clipboard', async () => {
    await openDraft('A paper.');
    await vscode.commands.executeCommand('rapporteur.copyReference', 'ledger2001');
    assert.match(await vscode.env.clipboard.readText(), /Ledger of the Harbour/);
  });

  test('arguments that are nothing known change nothing', async () => {
    const { document } = await openDraft('A paper|.');
    for (const argument of ['no-such-entry', 42, null, { citekey: 7 }, { key: '../../etc' }]) {
      await vscode.commands.executeCommand('rapporteur.openEntry', argument);
      await vscode.commands.executeCommand('rapporteur.openSource', argument);
      await vscode.commands.executeCommand('rapporteur.insertNodeName', argument);
      await vscode.commands.executeCommand('rapporteur.copyReference', argument);
      await vscode.commands.executeCommand('rapporteur.revealInTree', argument);
    }
    assert.equal(document.getText(), 'A paper.');
  });

  test('Show on Timeline opens the timeline beside the draft', async () => {
    await openDraft('A paper.');
    await vscode.commands.executeCommand('rapporteur.showOnTimeline', 'quay-meeting');
    await waitFor('the timeline', () => vscode.window.tabGroups.all.flatMap(group => group.tabs).some(tab => tab.input instanceof vscode.TabInputWebview));
  });
});
