/**
 * Several folders in one window, one of them virtual: run by `npm test -- --only folders`. `harbour` is a copy of
 * test/fixtures/workspace, `mill` one of test/fixtures/folders/mill; the third is only in the memory of these tests.
 */
import * as vscode from 'vscode';
import { suite, test } from '../vscode/runner.ts';
import { assert, complete, diagnostics, hoverText, labelOf, placeCursor, set, symbols, waitFor } from '../vscode/support.ts';
import { MemoryFiles } from './memoryFiles.ts';

const folder = (name: string): vscode.Uri => vscode.workspace.workspaceFolders!.find(one => one.name === name)!.uri;

/** A draft of this folder, open, with the corpora read. */
async function openIn(root: vscode.Uri, name: string, text: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.joinPath(root, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), vscode.ViewColumn.One);
  await waitFor('the corpora of both folders', async () => (await symbols('Ada Quill')).length > 1);
  return editor;
}

suite('Several folders', () => {
  test('their corpora are one record, in which an id that two of them have counts twice', async () => {
    const { document } = await openIn(folder('harbour'), 'both.md', 'Ada Quill met Ada Quill of the Mill.');
    assert.match(await hoverText(document, 'Ada Quill met'.slice(0, 9)), /Keeper/);
    assert.match(await hoverText(document, 'Quill of the Mill'), /A miller/);
    const places = (await symbols('Ada Quill')).filter(({ name }) => name.startsWith('Ada Quill')).map(({ location }) => vscode.workspace.getWorkspaceFolder(location.uri)?.name);
    assert.deepEqual(places.toSorted(), ['harbour', 'mill']);
  });

  test('each has its own settings', async () => {
    const claims = (text: string): number => text.match(/of the mill in 200[34]/g)?.length ?? 0;
    const inHarbour = await openIn(folder('harbour'), 'paper.md', 'Ada Quill of the Mill came.');
    assert.equal(claims(await hoverText(inHarbour.document, 'Ada Quill of')), 2);
    const inMill = await openIn(folder('mill'), 'paper.md', 'Ada Quill of the Mill came.');
    assert.equal(claims(await hoverText(inMill.document, 'Ada Quill of')), 1);
  });

  test('each has its own bibliographies, and the form in which it cites', async () => {
    const suggested = async (root: vscode.Uri): Promise<boolean> => {
      const { document } = await openIn(root, 'keys.md', 'It ended so [@');
      const labels = await waitFor('the keys of the corpora', async () => {
        const all = (await complete(document, document.getText().length)).map(labelOf);
        return all.some(label => label.startsWith('ledger2001')) && all;
      });
      return labels.some(label => label.startsWith('flour2010'));
    };
    await waitFor('the key in the folder that names its bibliography', () => suggested(folder('mill')));
    assert.equal(await suggested(folder('harbour')), false);
    const editor = await openIn(folder('mill'), 'cite.md', 'It ended.\n');
    placeCursor(editor, 'It ended'.length);
    await vscode.commands.executeCommand('rapporteur.insertCitation', { citekey: 'wheel2004', suffixText: 'p. 4' });
    assert.equal(editor.document.getText(), 'It ended @wheel2004 [p. 4].\n');
  });

  test('a setting that changes counts at once', async () => {
    const { document } = await openIn(folder('harbour'), 'now.md', 'The Quay meeting was held in June 1998 [@ledger2001, p. 5].\n');
    const isFound = (found: readonly vscode.Diagnostic[]): boolean => found.some(({ code }) => JSON.stringify(code).includes('date-conflict'));
    await diagnostics(document.uri, isFound);
    await set('checks.severity', { 'date-conflict': 'off' });
    await diagnostics(document.uri, found => !isFound(found));
  });
});

suite('A virtual folder', () => {
  test('has hovers, checks and its own corpus, which is read through the editor', async () => {
    const files = new MemoryFiles();
    const root = vscode.Uri.parse('memory:/shed');
    await files.put('/shed/corpus/corpus.yaml', 'id: shed\ntitle: The shed\ndescription: A corpus that is on no disk.\nlicence: CC0-1.0\nprovenance: Made up.\n');
    await files.put('/shed/corpus/references.json', '[]');
    await files.put('/shed/corpus/actors/ox-reed.md', '---\ntype: person\nname: Ox Reed\n---\nA man of the shed.\n\n- Kept the shed in 1999. [@ledger2001, p. 8]\n');
    vscode.workspace.registerFileSystemProvider('memory', files);
    assert.ok(vscode.workspace.updateWorkspaceFolders(vscode.workspace.workspaceFolders!.length, 0, { uri: root, name: 'shed' }));
    const { document } = await openIn(root, 'paper.md', 'Ox Reed came to the Quay meeting of June 1998 [@ledger2001, p. 5].\n');
    await waitFor('the card of who is known there alone', async () => (await hoverText(document, 'Ox Reed')).includes('A man of the shed.'));
    await diagnostics(document.uri, found => found.some(({ code }) => JSON.stringify(code).includes('date-conflict')));
    await files.put('/shed/corpus/actors/ox-reed.md', '---\ntype: person\nname: Ox Reed\n---\nA man of the barn.\n\n- Kept the shed in 1999. [@ledger2001, p. 8]\n');
    await waitFor('the changed entry', async () => (await hoverText(document, 'Ox Reed')).includes('A man of the barn.'));
  });
});
