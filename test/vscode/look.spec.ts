import * as vscode from 'vscode';
import { afterwards, suite, test } from './runner.ts';
import { acceptUntil, assert, openDraft, select, symbols, waitFor, withCursor, writeFile } from './support.ts';

suite('Look-ups', () => {
  test('a symbol opens the entry at its name', async () => {
    await openDraft('A paper.');
    const [symbol] = await symbols('Ada Quill');
    assert.ok(symbol!.location.uri.path.endsWith('/corpus/actors/ada-quill.md'));
  });

  const opened = (file: string) => () => vscode.window.activeTextEditor?.document.uri.path.endsWith(`/${file}`) === true ? vscode.window.activeTextEditor : undefined;

  for (const command of ['lookUp', 'lookUpActor']) {
    test(`${command} begins with the selected words, and opens what is chosen`, async () => {
      const { editor } = await openDraft('Then the Harbour Office spoke.');
      select(editor, 'Harbour Office');
      await acceptUntil('the entry', () => vscode.commands.executeCommand(`rapporteur.${command}`), opened('harbour-office.md'));
    });
  }

  test('lookUpEvent finds events', async () => {
    await openDraft('A paper.');
    await acceptUntil('the entry', () => vscode.commands.executeCommand('rapporteur.lookUpEvent', 'quay'), opened('quay-meeting.md'));
  });

  test('lookUp finds works, and opens the reference', async () => {
    await openDraft('A paper.');
    const editor = await acceptUntil('the reference', () => vscode.commands.executeCommand('rapporteur.lookUp', 'ledger2001'), opened('references.json'));
    assert.match(editor.document.getText(editor.selection), /"ledger2001"/);
  });

  test('lookUp finds statements by their words, and opens them', async () => {
    await openDraft('A paper.');
    const editor = await acceptUntil('the statement', () => vscode.commands.executeCommand('rapporteur.lookUp', 'published ledger 2001'), opened('harbour-office.md'));
    assert.match(editor.document.getText(editor.selection), /Published the ledger/);
  });

  test('whatHappenedOn asks with the date at the cursor', async () => {
    await openDraft('Much was said in May| 1999 of that.');
    await acceptUntil('the event', () => vscode.commands.executeCommand('rapporteur.whatHappenedOn'), opened('quay-meeting.md'));
  });

  test('Open Entry by key opens the file with the name selected', async () => {
    await openDraft('A paper.');
    await vscode.commands.executeCommand('rapporteur.openEntry', 'quay-meeting');
    const editor = await waitFor('the entry', () => vscode.window.activeTextEditor?.document.uri.path.endsWith('quay-meeting.md') === true ? vscode.window.activeTextEditor : undefined);
    assert.equal(editor.document.getText(editor.selection), 'Quay meeting');
  });

  test('an entry that is opened from the timeline does not hide it, even before the extension hears that the focus is there', async () => {
    await openDraft('A paper.');
    await acceptUntil('the entry', () => vscode.commands.executeCommand('rapporteur.lookUp', 'Quay meeting'), opened('quay-meeting.md'));
    await vscode.commands.executeCommand('rapporteur.openTimeline');
    const groupOf = (label: string) => vscode.window.tabGroups.all.find(group => group.activeTab?.label === label);
    await waitFor('the timeline', () => groupOf('Timeline'));
    await waitFor('a text at hand', () => vscode.window.activeTextEditor);
    const focused = vscode.commands.executeCommand('workbench.action.focusSecondEditorGroup');
    await vscode.commands.executeCommand('rapporteur.openEntry', 'quay-meeting');
    await focused;
    assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One);
    assert.ok(groupOf('Timeline') !== undefined);
  });

  test('an entry that is looked up hides the draft and does not take its place', async () => {
    const { document } = await openDraft('It was so|.');
    await acceptUntil('the entry', () => vscode.commands.executeCommand('rapporteur.lookUp', 'Quay meeting'), opened('quay-meeting.md'));
    await vscode.commands.executeCommand('rapporteur.insertCitation', { citekey: 'ledger2001', suffixText: 'p. 5' });
    assert.equal(document.getText(), 'It was so [@ledger2001, p. 5].');
    await waitFor('the draft in front', () => vscode.window.activeTextEditor?.document === document);
  });

  test('an entry that the writer works in is a draft like any other', async () => {
    await openDraft('It was so|.');
    const uri = await writeFile('corpus/actors/ivo-lund.md', '---\ntype: person\nname: Ivo Lund\n---\nSomeone.\n');
    await waitFor('the entry', async () => (await symbols('Ivo Lund')).length > 0);
    await acceptUntil('the entry', () => vscode.commands.executeCommand('rapporteur.lookUp', 'Ivo Lund'), opened('ivo-lund.md'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.commands.executeCommand('cursorBottom');
    await vscode.commands.executeCommand('type', { text: '\n- Came.' });
    await vscode.commands.executeCommand('rapporteur.insertCitation', { citekey: 'ledger2001', suffixText: 'p. 5' });
    assert.match(document.getText(), /- Came \[@ledger2001, p\. 5\]\./);
  });

  test('a bundled entry can be read and not be written', async () => {
    await openDraft('It was so|.');
    const editor = await acceptUntil('the entry', () => vscode.commands.executeCommand('rapporteur.lookUpActor', 'Rafeeuddin Ahmed'), () =>
      vscode.window.activeTextEditor?.document.uri.scheme === 'rapporteur' ? vscode.window.activeTextEditor : undefined);
    assert.match(editor.document.getText(editor.selection), /Ahmed/);
    assert.equal(vscode.workspace.fs.isWritableFileSystem('rapporteur'), false);
    await assert.rejects(async () => vscode.workspace.fs.writeFile(editor.document.uri, new Uint8Array()));
    await assert.rejects(async () => vscode.workspace.fs.readFile(vscode.Uri.from({ scheme: 'rapporteur', path: '/../package.json' })));
    const at = editor.document.positionAt(editor.document.getText().lastIndexOf('@khan2022') + 2);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, at);
    assert.equal(editor.document.getText(hover!.range), '@khan2022');
  });

  test('Insert Name by key writes the preferred name at the cursor', async () => {
    const { document, editor } = await openDraft('Then | came.');
    await vscode.commands.executeCommand('rapporteur.insertName', 'ada-quill');
    assert.equal(document.getText(), 'Then Ada Quill came.');
    await waitFor('the cursor behind it', () => withCursor(editor) === 'Then Ada Quill| came.');
  });

  test('Insert Name takes the place of what is selected', async () => {
    const { document, editor } = await openDraft('Then she came.');
    select(editor, 'she');
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

  test('Keep Timeline View in the Workspace writes it into its settings', async () => {
    const setting = () => vscode.workspace.getConfiguration('rapporteur').inspect<{ readonly grouping?: string; readonly filter?: { readonly text: string } }>('timeline.view')?.workspaceValue;
    afterwards(() => vscode.workspace.getConfiguration('rapporteur').update('timeline.view', undefined, vscode.ConfigurationTarget.Workspace));
    await vscode.commands.executeCommand('rapporteur.keepTimelineView');
    assert.equal(setting()?.grouping, 'process');
    assert.equal(setting()?.filter?.text, '');
  });

  test('Show on Timeline opens the timeline beside the draft', async () => {
    await openDraft('A paper.');
    await vscode.commands.executeCommand('rapporteur.showOnTimeline', 'quay-meeting');
    await waitFor('the timeline', () => vscode.window.tabGroups.all.flatMap(group => group.tabs).some(tab => tab.input instanceof vscode.TabInputWebview));
  });
});
