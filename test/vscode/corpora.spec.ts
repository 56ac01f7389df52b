import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { afterwards, suite, test } from './runner.ts';
import { assert, diagnostics, hovers, hoverText, openDraft, set, symbols, waitFor, workspaceFolder, writeFile } from './support.ts';

const entry = (name: string, more = '') => `---\ntype: person\nname: ${name}\n${more}---\nSomeone.\n\n- Came to the harbour in 1999. [@ledger2001, p. 3]\n`;

suite('Corpora', () => {
  test('of the workspace and of the extension answer together in Go to Symbol', async () => {
    await openDraft('A paper.');
    assert.ok((await symbols('Ada Quill')).length > 0);
    assert.ok((await symbols('Rafeeuddin Ahmed')).length > 0);
  });

  test('a new entry is known without a reload, and gone when its file goes', async () => {
    await openDraft('A paper.');
    const uri = await writeFile('corpus/actors/bo-larsen.md', entry('Bo Larsen'));
    await waitFor('the new entry', async () => (await symbols('Bo Larsen')).length > 0);
    await vscode.workspace.fs.delete(uri);
    await waitFor('the entry to go', async () => (await symbols('Bo Larsen')).length === 0);
  });

  test('a changed entry changes what the hover says', async () => {
    const { document } = await openDraft('Then Cy Moran came.');
    await writeFile('corpus/actors/cy-moran.md', entry('Cy Moran'));
    await waitFor('the first text', async () => (await hoverText(document, 'Cy Moran')).includes('Someone.'));
    await writeFile('corpus/actors/cy-moran.md', entry('Cy Moran').replace('Someone.', 'A pilot of the harbour.'));
    await waitFor('the changed text', async () => (await hoverText(document, 'Cy Moran')).includes('A pilot of the harbour.'));
  });

  test('a file that comes and goes again and again ends as it is', async () => {
    await openDraft('A paper.');
    const uri = await writeFile('corpus/actors/di-sand.md', entry('Di Sand'));
    for (let round = 0; round < 5; round++) {
      await vscode.workspace.fs.delete(uri);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(entry(`Di Sand ${round}`)));
    }
    await waitFor('the last text', async () => (await symbols('Di Sand 4')).some(symbol => symbol.name === 'Di Sand 4'));
    await vscode.workspace.fs.delete(uri);
    await waitFor('the entry to go', async () => (await symbols('Di Sand')).length === 0);
  });

  test('an entry that is saved in the editor is read again', async () => {
    const { document } = await openDraft('Then Flo Reed came.');
    const uri = await writeFile('corpus/actors/flo-reed.md', entry('Flo Reed'));
    await waitFor('the first text', async () => (await hoverText(document, 'Flo Reed')).includes('Someone.'));
    const edited = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    const at = edited.getText().indexOf('Someone.');
    edit.replace(uri, new vscode.Range(edited.positionAt(at), edited.positionAt(at + 'Someone.'.length)), 'A pilot.');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(await edited.save());
    await waitFor('the saved text', async () => (await hoverText(document, 'Flo Reed')).includes('A pilot.'));
  });

  test('a folder that becomes a corpus is one, and is none when it is renamed away', async () => {
    await openDraft('A paper.');
    await writeFile('second/corpus.yaml', 'id: second\ntitle: Another\n');
    await writeFile('second/references.json', '[{ "id": "ledger2001", "type": "book", "title": "Other" }]');
    await writeFile('second/actors/gus-bell.md', entry('Gus Bell'));
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'second');
    afterwards(() => vscode.workspace.fs.delete(folder, { recursive: true }));
    await waitFor('the new corpus', async () => (await symbols('Gus Bell')).length > 0);
    const away = vscode.Uri.joinPath(workspaceFolder(), 'node_modules/second');
    await vscode.workspace.fs.rename(folder, away);
    await waitFor('the corpus to go', async () => (await symbols('Gus Bell')).length === 0);
    await vscode.workspace.fs.rename(away, folder);
    await waitFor('the corpus to come back', async () => (await symbols('Gus Bell')).length > 0);
  });

  test('outside the workspace is one when the settings name it, and is watched', async () => {
    const { document } = await openDraft('Then Hal Moss came.');
    const folder = vscode.Uri.file(mkdtempSync(join(tmpdir(), 'corpus-')));
    afterwards(() => vscode.workspace.fs.delete(folder, { recursive: true }));
    const write = (path: string, text: string) => vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
    await write('corpus.yaml', 'id: outside\ntitle: Outside\n');
    await write('references.json', '[]');
    await write('actors/hal-moss.md', entry('Hal Moss'));
    await set('corpora', [folder.fsPath]);
    await waitFor('the corpus', async () => (await hoverText(document, 'Hal Moss')).includes('Someone.'));
    await write('actors/hal-moss.md', entry('Hal Moss').replace('Someone.', 'A diver.'));
    await waitFor('the changed text', async () => (await hoverText(document, 'Hal Moss')).includes('A diver.'));
    await set('corpora', []);
    await waitFor('the corpus to go', async () => (await hovers(document, 'Hal Moss')).length === 0);
  });

  test('that the settings name and that is not there is a finding', async () => {
    await openDraft('A paper.');
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'not-there');
    await set('corpora', [folder.fsPath]);
    await diagnostics(vscode.Uri.joinPath(folder, 'corpus.yaml'));
    assert.ok((await symbols('Harbour Office')).length > 0);
  });

  test('of the extension can be turned off', async () => {
    await openDraft('A paper.');
    await set('bundledCorpora', true);
    afterwards(() => vscode.workspace.getConfiguration('rapporteur').update('bundledCorpora', undefined, vscode.ConfigurationTarget.Workspace));
    await vscode.commands.executeCommand('rapporteur.hideBundledCorpora');
    await waitFor('the bundled corpus to go', async () => (await symbols('Rafeeuddin Ahmed')).length === 0);
    assert.ok((await symbols('Ada Quill')).length > 0);
    await vscode.commands.executeCommand('rapporteur.showBundledCorpora');
    await waitFor('the bundled corpus to come back', async () => (await symbols('Rafeeuddin Ahmed')).length > 0);
  });

  test('an entry that is being edited has the features of a draft', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), 'corpus/events/quay-meeting.md'));
    await vscode.window.showTextDocument(document);
    assert.match(await hoverText(document, 'Ada Quill chaired'.slice(0, 9)), /Keeper/);
  });
});

/** Each bad input gives a sentence at its place, and the rest of the corpus goes on answering. */
const BAD: readonly { readonly title: string; readonly path: string; readonly text: string | Uint8Array; readonly message: RegExp; readonly line?: number }[] = [
  { title: 'a broken front matter', path: 'corpus/actors/bad-front.md', text: '---\ntype: person\nname: "unclosed\n---\nText.\n', message: /^This cannot be read: a quotation mark is not closed\.$/ },
  { title: 'an unknown type', path: 'corpus/actors/bad-type.md', text: entry('Dee').replace('person', 'persn'), message: /person/, line: 1 },
  { title: 'a duplicate id', path: 'corpus/events/ada-quill.md', text: entry('Ada Again'), message: /ada-quill/ },
  { title: 'a dangling actor id', path: 'corpus/events/bad-actor.md', text: '---\ntype: event\nkind: meeting\nname: Bad meeting\nparticipants:\n  - actor: nobody-at-all\n    role: party\n---\nA meeting.\n\n- It met in 1999. [@ledger2001, p. 4]\n', message: /nobody-at-all/, line: 5 },
  { title: 'a bad date', path: 'corpus/events/bad-date.md', text: '---\ntype: event\nkind: meeting\nname: Ill-dated meeting\ndate: 1999-13\n---\nA meeting.\n\n- It met. [@ledger2001, p. 4]\n', message: /1999-13/, line: 4 },
  { title: 'a source that no reference has', path: 'corpus/actors/bad-source.md', text: entry('Eve Stone').replace('@ledger2001', '@nowhere1999'), message: /nowhere1999/, line: 6 },
  { title: 'a claim without a source', path: 'corpus/actors/bad-claim.md', text: entry('Fay Wood').replace(' [@ledger2001, p. 3]', ''), message: /names no source/, line: 6 },
  { title: 'a file that is not UTF-8', path: 'corpus/actors/bad-bytes.md', text: new Uint8Array([0x2D, 0x2D, 0x2D, 0x0A, 0xFF, 0xFE, 0x80, 0x0A]), message: /UTF-8/ },
  { title: 'a file of 50 MB', path: 'corpus/actors/bad-size.md', text: new Uint8Array(50_000_000).fill(0x61), message: /50\.0 MB/ },
];

const noFindings = (uri: vscode.Uri) => waitFor('the finding to go', () => vscode.languages.getDiagnostics(uri).every(diagnostic => diagnostic.source !== 'Rapporteur'));

suite('Bad input', () => {
  for (const { title, path, text, message, line } of BAD) {
    test(`${title} is shown at its place, and the rest works`, async () => {
      await openDraft('A paper.');
      const uri = await writeFile(path, text);
      const found = await diagnostics(uri, all => all.some(diagnostic => message.test(diagnostic.message)));
      const hit = found.find(diagnostic => message.test(diagnostic.message))!;
      assert.ok(hit.message.length > 10, hit.message);
      if (line !== undefined) { assert.equal(hit.range.start.line, line, hit.message); }
      assert.ok((await symbols('Harbour Office')).length > 0);
      await vscode.workspace.fs.delete(uri);
      await noFindings(uri);
    });
  }

  test('an empty corpus is a finding of its corpus.yaml', async () => {
    await openDraft('A paper.');
    const uri = await writeFile('empty/corpus.yaml', 'id: empty\ntitle: Nothing yet\n');
    const found = await diagnostics(uri);
    assert.match(found[0]!.message, /no entries/i);
    assert.ok((await symbols('Harbour Office')).length > 0);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder(), 'empty'), { recursive: true });
    await noFindings(uri);
  });
});
