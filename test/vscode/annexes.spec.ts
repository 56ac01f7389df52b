import * as vscode from 'vscode';
import { afterwards, suite, test } from './runner.ts';
import { assert, openDraft, set, waitFor, workspaceFolder } from './support.ts';

suite('Annexes', () => {
  test('an annex goes to the end of the draft, and is refreshed between its markers only', async () => {
    const { document, editor } = await openDraft('Ali Alatas spoke [@khan2022, p. 3].\n');
    await vscode.commands.executeCommand('rapporteur.insertAnnex', 'actors');
    const first = document.getText();
    assert.match(first, /^Ali Alatas spoke \[@khan2022, p\. 3\]\.\n\n<!-- rapporteur-annex actors -->\n\n- \*\*Ali Alatas\*\*: Foreign Minister, Indonesia[^\n]*\[@khan2022, sec\. 3\.2, n\. 24\]\n\n<!-- \/rapporteur-annex -->\n$/);
    await editor.edit(builder => { builder.insert(new vscode.Position(0, 0), 'Norodom Sihanouk listened. '); });
    await vscode.commands.executeCommand('rapporteur.refreshAnnexes');
    assert.match(document.getText(), /^Norodom Sihanouk listened\. Ali Alatas spoke[^]*- \*\*Ali Alatas\*\*[^]*- \*\*Norodom Sihanouk\*\*[^]*<!-- \/rapporteur-annex -->\n$/);
    const again = document.version;
    await vscode.commands.executeCommand('rapporteur.refreshAnnexes');
    assert.equal(document.version, again);
  });

  test('a French draft has French annexes, in an editor that speaks English', async () => {
    const { document } = await openDraft('---\nlang: fr\n---\n\nAli Alatas parla pour Indonesia.\n');
    await vscode.commands.executeCommand('rapporteur.insertAnnex', 'actors');
    assert.match(document.getText(), /- \*\*Indonesia\*\*\u00a0: État\n/);
  });

  test('names are written for a spelling checker, where it looks', async () => {
    await openDraft('A draft.');
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'cspell.names.json');
    afterwards(() => vscode.workspace.fs.delete(uri));
    const written = await vscode.commands.executeCommand('rapporteur.exportNames', 'cspell');
    assert.deepEqual(written, [uri.toString()]);
    const { words } = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))) as { words: string[] };
    assert.ok(words.includes('Sihanouk'));
  });
});

suite('Report', () => {
  test('says versions, settings that differ and problems, and nothing of the draft', async () => {
    await set('hover.statements', 7);
    await openDraft('Resolution 718 was adopted in 1985 by Zebedee Unmistakable [@nobody1999].\n');
    await vscode.commands.executeCommand('rapporteur.report');
    const text = await waitFor('the report', () => {
      const shown = vscode.window.activeTextEditor?.document;
      return shown?.isUntitled === true && shown.getText().startsWith('# Report on Rapporteur') && shown.getText();
    });
    assert.match(text, /- Rapporteur: \d+\.\d+\.\d+\n/);
    assert.match(text, /- `rapporteur\.hover\.statements`: 7\n/);
    assert.match(text, /- actors: \d\d+\n/);
    assert.doesNotMatch(text, /Zebedee|nobody1999|draft-\d|file:/);
    assert.ok(!text.includes(workspaceFolder().fsPath));
  });
});
