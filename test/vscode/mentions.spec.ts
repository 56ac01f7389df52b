import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { assert, offsetOf, openDraft, placeCursor, waitFor, workspaceFolder, writeFile } from './support.ts';

const at = (document: vscode.TextDocument, words: string): vscode.Position => document.positionAt(offsetOf(document, words) + 1);
const file = (path: string): vscode.Uri => vscode.Uri.joinPath(workspaceFolder(), path);

/** `draft.md: Ada Quill`, by the text of each place. */
async function shown(places: readonly vscode.Location[]): Promise<string[]> {
  return Promise.all(places.map(async ({ uri, range }) => `${uri.path.slice(workspaceFolder().path.length + 1)}: ${(await vscode.workspace.openTextDocument(uri)).getText(range)}`));
}

suite('Mentions', () => {
  test('all names of an entry are marked together', async () => {
    const { document } = await openDraft('Ada Quill came. At the Harbour Office Quill’s ledger lay.\n');
    const marked = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, at(document, 'Ada'));
    assert.deepEqual(marked.map(({ range }) => document.getText(range)), ['Ada Quill', 'Quill']);
  });

  test('all citations of a work are marked together', async () => {
    const { document } = await openDraft('So [@ledger2001, p. 1], and @ledger2001 [p. 2] too, not [@other].\n');
    const marked = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, at(document, 'ledger2001'));
    assert.deepEqual(marked.map(({ range }) => document.getText(range)), ['@ledger2001', '@ledger2001']);
  });

  test('a name leads to its entry', async () => {
    const { document } = await openDraft('Then Quill spoke.\n');
    const [found] = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document.uri, at(document, 'Quill'));
    assert.ok(found);
    assert.deepEqual(await shown([new vscode.Location(found.targetUri, found.targetRange)]), ['corpus/actors/ada-quill.md: Ada Quill']);
  });

  test('its places are found over the workspace, open or not', async () => {
    await writeFile('papers/closed.md', '---\ntitle: Ada Quill\n---\n\nIn May Ada\nQuill chaired. Quill left.\n');
    await writeFile('papers/else.md', 'The Harbour Office.\n');
    const { document } = await openDraft('Then Quill spoke.\n', { name: 'papers/open.md' });
    const places = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at(document, 'Quill'));
    // The editor may still hold drafts of other tests.
    assert.deepEqual((await shown(places)).filter(place => /^(?:corpus|papers)\//.test(place)).sort(), [
      'corpus/actors/ada-quill.md: Ada Quill', 'corpus/events/quay-meeting.md: Ada Quill', 'papers/closed.md: Ada\nQuill', 'papers/closed.md: Quill', 'papers/open.md: Quill',
    ]);
  });
});

suite('Rename', () => {
  const rename = async (document: vscode.TextDocument, words: string, newName: string) =>
    await vscode.commands.executeCommand<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, at(document, words), newName);
  const textOf = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();

  test('gives an entry another name in its corpus and in all drafts, but not in quotations', async () => {
    // The test leaves the files of the corpus as they were.
    for (const path of ['corpus/actors/ada-quill.md', 'corpus/events/quay-meeting.md']) { await writeFile(path, await vscode.workspace.fs.readFile(file(path))); }
    const closed = await writeFile('papers/quoting.md', 'Ada Quill chaired. “Ada Quill chaired”, said Quill.\n');
    const { document } = await openDraft('Then Quill spoke with Ada Quill.\n');
    const edit = await rename(document, 'Quill', 'Ada  Penn ');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), 'Then Quill spoke with Ada Penn.\n');
    assert.equal(await textOf(closed), 'Ada Penn chaired. “Ada Quill chaired”, said Quill.\n');
    assert.match(await textOf(file('corpus/actors/ada-quill.md')), /^name: Ada Penn\naliases: \[Quill, Ada Quill\]$/m);
    assert.match(await textOf(file('corpus/events/quay-meeting.md')), /^- Ada Penn chaired the meeting/m);
  });

  test('says why it cannot be done', async () => {
    const { document } = await openDraft('Quill met Hun Sen at noon.\n');
    await assert.rejects(rename(document, 'Quill', 'Harbour Office'), /Another entry is called Harbour Office/);
    await assert.rejects(rename(document, 'Hun Sen', 'Hun'), /comes with the extension/);
    await assert.rejects(rename(document, 'noon', 'dusk'), /No entry of a corpus is named here/);
  });
});

suite('Explain This Sentence', () => {
  const page = (): vscode.TextDocument | undefined => vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === 'rapporteur-reading')?.document;

  test('a page beside the draft tells how it is read, and follows the cursor', async () => {
    const { editor, document } = await openDraft('Then |Quill spoke.\n\nThe Quay meeting was held in June 1998.\n');
    await vscode.commands.executeCommand('rapporteur.explainSentence');
    const shownPage = await waitFor('the page', page);
    await waitFor('how the name is read', () => shownPage.getText().includes('“Quill” is Ada Quill (person), by another of its names'));
    assert.equal(vscode.window.activeTextEditor?.document, document);
    placeCursor(editor, offsetOf(document, 'Quay'));
    await waitFor('what does not hold', () => /What does not hold\n(?: .*\n)* {2}date-conflict: Quay meeting: the record has May 1999, not June 1998\.\n {4}Quay meeting: May 1999 \(Quill 2001, p\. 5\)/.test(shownPage.getText()));
  });
});
