import * as vscode from 'vscode';
import { lines, makePdf } from '../engine/library/makePdf.ts';
import { suite, test } from './runner.ts';
import { acceptFirst, assert, diagnostics, hoverText, openDraft, select, set, waitFor, workspaceFolder, writeFile } from './support.ts';

const TEXT = 'The keeper kept a ledger of the harbour for many years.1 It was the last of its kind, and nobody wrote another.\n\n1 See Quill, passim.\n';

async function importText(name: string, content: string | Uint8Array, citekey = ''): Promise<vscode.Uri> {
  const uri = await writeFile(name, content);
  const [sentence] = await vscode.commands.executeCommand<string[]>('rapporteur.importTexts', { files: [uri.toString()], citekey });
  assert.match(sentence ?? '', new RegExp(`^${name.replace('.', '\\.')}: \\d+ passages`));
  return uri;
}

async function openedText(selected: RegExp): Promise<vscode.TextEditor> {
  return waitFor(`a text with ${selected.source} selected`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor !== undefined && selected.test(editor.document.getText(editor.selection).replace(/\s+/g, ' ')) && editor;
  });
}

suite('The library', () => {
  test('finds a passage of a text that was imported, and opens it there', async () => {
    await openDraft('A paper.');
    const uri = await importText('harbour-ledger.txt', TEXT, 'ledger2001');
    const found = await acceptFirst(() => vscode.commands.executeCommand<string | undefined>('rapporteur.searchLibrary', 'nobody wrote another'));
    assert.equal(found, uri.toString());
    assert.equal((await openedText(/nobody wrote another/)).document.uri.toString(), uri.toString());
  });

  test('finds what bears on the words that are selected', async () => {
    const { editor } = await openDraft('The customs tower of Brackwater was painted green by its last inspector.');
    const uri = await importText('tower.txt', 'In Brackwater the inspector had the customs tower painted, and the green of it could be seen from the sea.\n', 'tower1999');
    select(editor, 'customs tower of Brackwater was painted green by its last inspector');
    const ask = async () => {
      await vscode.window.showTextDocument(editor.document, { selection: editor.selection });
      return vscode.commands.executeCommand<string | undefined>('rapporteur.findSupport');
    };
    assert.equal(await acceptFirst(ask), uri.toString());
  });

  test('verifies a quotation against the text of what is cited', async () => {
    await importText('harbour-ledger-2.txt', `A second copy. ${TEXT}`, 'ledger2002');
    const verify = async (text: string) => {
      await openDraft(text);
      return vscode.commands.executeCommand<string>('rapporteur.verifyQuotation');
    };
    assert.equal(await verify('She writes that he “kept a led|ger of the harbour” [@ledger2002].'), 'exact');
    assert.equal(await verify('She writes that he “kept no led|ger of the harbour for many years” [@ledger2002].'), 'altered');
    assert.equal(await verify('She writes that he “ran a light|house at the edge of town” [@ledger2002].'), 'not-found');
  });

  test('tells of a misquotation in a draft, shows the difference, corrects it, and opens the PDF at the words', async () => {
    await importText('harbour.pdf', makePdf([
      [[40, 560, 8, 'The Harbour 41'], ...lines(40, 500, 10, ['The keeper kept a ledger of the har-', 'bour for many years, and nobody knew.'])],
      [[40, 560, 8, 'The Harbour 42'], ...lines(40, 500, 10, ['It was the last of its kind, and it was kept with care.'])],
      [[40, 560, 8, 'The Harbour 43'], ...lines(40, 500, 10, ['Nobody wrote another.'])],
    ]), 'harbour1999');
    const { document } = await openDraft('He “kept no ledger of the harbour for many years” [@harbour1999, p. 41]. “It was the last of its kind” [@harbour1999, p. 50].');
    const found = await diagnostics(document.uri, all => all.filter(one => one.code === 'misquotation').length === 2);
    const messages = found.filter(one => one.code === 'misquotation').map(one => one.message).join('\n');
    assert.match(messages, /@harbour1999, p\. 41: kept \[no → a\] ledger of the harbour/);
    assert.match(messages, /page 50.*page 42/);
    assert.match(await hoverText(document, 'kept no ledger'), /~~no~~ \*\*a\*\*/);

    const range = found.find(one => one.message.includes('→'))!.range;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
    const correct = actions.find(action => action.title.startsWith('Correct to the source'));
    assert.ok(correct?.edit !== undefined);
    await vscode.workspace.applyEdit(correct.edit);
    assert.match(document.getText(), /^He “kept a ledger of the harbour for many years” \[@harbour1999, p\. 41\]\./);

    const open = actions.find(action => action.command?.command === 'rapporteur.openPassage');
    await vscode.commands.executeCommand('rapporteur.openPassage', ...open?.command?.arguments as unknown[]);
    assert.match((await openedText(/kept a ledger of the harbour for many years/)).document.getText(), /^\[p\. 41\]\n\nThe keeper kept a ledger[^]*It was the last of its kind/);
  });

  test('writes a table of what bears out the sentences of a draft', async () => {
    await importText('harbour-ledger-3.txt', `A third copy. ${TEXT}`, 'ledger2003');
    await openDraft('He “kept no ledger of the harbour for many years” [@ledger2003]. Nobody knew [@ledger2003, p. 4].');
    const target = await writeFile('evidence.csv', '');
    assert.equal(await vscode.commands.executeCommand('rapporteur.exportEvidence', { target: target.toString() }), target.toString());
    const [, first, second] = new TextDecoder().decode(await vscode.workspace.fs.readFile(target)).split('\r\n');
    assert.match(first ?? '', /kept no ledger.*The keeper kept a ledger.*,ledger2003,,not the source’s words$/);
    assert.match(second ?? '', /^"Nobody knew.*no quotation, not compared"$/);
  });

  test('reads a web page through pandoc, and says in a sentence what it does not read', async () => {
    await importText('page.html', '<h1>Lamps</h1><p>The <em>wick</em> was trimmed at noon.</p>', 'lamps1900');
    const locked = await writeFile('locked.pdf', '%PDF-1.7\nno PDF at all');
    const [sentence] = await vscode.commands.executeCommand<string[]>('rapporteur.importTexts', { files: [locked.toString()], citekey: '' });
    assert.match(sentence ?? '', /^locked\.pdf is damaged/);
  });

  test('takes in a folder, says of each file what became of it, and does nothing the second time', async () => {
    await openDraft('A paper.');
    await writeFile('shelf/first.txt', `First. ${TEXT}`);
    await writeFile('shelf/more/copy.txt', `First. ${TEXT}`);
    await writeFile('shelf/more/picture.pdf', '\x89PNG, and no PDF');
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'shelf').toString();
    const take = () => vscode.commands.executeCommand<string[]>('rapporteur.importFolder', { files: [folder] });
    assert.deepEqual((await take()).map(sentence => /^\S+/.exec(sentence)?.[0]), ['first.txt:', 'copy.txt', 'picture.pdf']);
    const report = await vscode.commands.executeCommand<string>('rapporteur.showImportReport');
    assert.match(report, /## Imported \(1\)\n\n- first\.txt.*\n\n## Failed \(1\)\n\n- picture\.pdf.*\n\n## Duplicates \(1\)\n\n- copy\.txt/s);
    assert.match((await take())[0]!, /as it is/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('takes in what is put into a folder that is watched', async () => {
    await openDraft('A paper.');
    await set('library.watch', ['inbox']);
    await writeFile('inbox/arrived.txt', `Arrived. ${TEXT}`);
    await openDraft('“Arrived. The keeper kept a led|ger of the harbour” it says.');
    await waitFor('the text that arrived', async () => await vscode.commands.executeCommand<string>('rapporteur.verifyQuotation') === 'exact');
  });
});
