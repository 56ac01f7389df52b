import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { RemoteError } from '../../src/engine/library/remote.ts';
import { offerToGoOn } from '../../src/vscode/library/importTexts.ts';
import { SOURCE_SCHEME } from '../../src/vscode/library/openPassage.ts';
import { runImport } from '../../src/vscode/onDemand/importRun.ts';
import { DRAG_MIME, OutlineTree } from '../../src/vscode/tree.ts';
import { lines, makePdf } from '../engine/library/makePdf.ts';
import { afterwards, suite, test } from './runner.ts';
import { acceptFirst, assert, complete, diagnostics, hoverText, labelOf, openDraft, select, set, waitFor, workspaceFolder, writeFile } from './support.ts';

const TEXT = 'The keeper kept a ledger of the harbour for many years.1 It was the last of its kind, and nobody wrote another.\n\n1 See Quill, passim.\n';

async function importText(name: string, content: string | Uint8Array, citekey = ''): Promise<vscode.Uri> {
  const uri = await writeFile(name, content);
  const [sentence] = await vscode.commands.executeCommand<string[]>('rapporteur.importTexts', { files: [uri.toString()], citekey });
  assert.match(sentence ?? '', new RegExp(`^${name.replace('.', '\\.')}: \\d+ passages?[,.]`));
  return uri;
}

async function openedText(selected: RegExp): Promise<vscode.TextEditor> {
  return waitFor(`a text with ${selected.source} selected`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor !== undefined && selected.test(editor.document.getText(editor.selection).replace(/\s+/g, ' ')) && editor;
  });
}

/** The text of a document as the library read it, which its page leads to. */
async function openTextAsRead(textKey: string): Promise<vscode.TextEditor> {
  const { path } = vscode.Uri.parse(textKey, true);
  return vscode.window.showTextDocument(vscode.Uri.from({ scheme: SOURCE_SCHEME, path: `/${basename(path)}.txt`, query: textKey }));
}

/** The tabs with the pages of a PDF. */
function pdfTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs).filter(tab => tab.input instanceof vscode.TabInputWebview && tab.input.viewType.endsWith('rapporteur.pdf'));
}

suite('The library', () => {
  test('finds a passage of a text that was imported, and opens it there', async () => {
    await openDraft('A paper.');
    const uri = await importText('harbour-ledger.txt', TEXT, 'ledger2001');
    const found = await acceptFirst(() => vscode.commands.executeCommand<string | undefined>('rapporteur.searchLibrary', 'nobody wrote another'));
    assert.equal(found, uri.toString());
    assert.equal((await openedText(/nobody wrote another/)).document.uri.toString(), uri.toString());
  });

  interface Row { readonly citekey?: string; readonly suffixText?: string; readonly hit: { readonly shelf: string; readonly text: string; readonly textKey: string } }
  const firstSource = (rows: readonly Row[]) => rows.find(row => row.hit.shelf === 'sources')?.citekey;
  const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);

  test('lists what it found in a view: to be opened, cited, copied, and gone on from', async () => {
    const { editor } = await openDraft('A lamp was lit. |');
    const uri = await importText('lamp-ledger.txt', `The lamplighter of Brackwater kept a lamp ledger, and he wrote in it every evening.\n\n${'He went home by the quay and had his soup there.\n\n'.repeat(3)}Another lamp ledger was kept by the lamplighter of Oxmoor, in the evening.\n`, 'lamps1901');
    const rows = await run<readonly Row[]>('rapporteur.showResults', '"lamp ledger" lamplighter');
    assert.deepEqual(rows.map(row => [row.hit.shelf, row.hit.textKey, row.citekey]), [['sources', uri.toString(), 'lamps1901']]);
    await run('rapporteur.openResult', rows[0]);
    await openedText(/^The lamplighter of Brackwater/);
    assert.equal(await run('rapporteur.copyPassage', rows[0]), await vscode.env.clipboard.readText());
    assert.match(await vscode.env.clipboard.readText(), /^“The lamplighter of Brackwater.* in the evening\.” \[@lamps1901\]$/);

    await vscode.window.showTextDocument(editor.document, { selection: editor.selection });
    await run('rapporteur.insertNodeCitation', rows[0]);
    await waitFor('the citation', () => editor.document.getText().includes('[@lamps1901]'));
    assert.equal((await run<readonly Row[]>('rapporteur.searchAgain')).length, 1);
    await importText('lamp-ledger-2.txt', 'In a second book the lamp ledger of the lamplighter of Brackwater is praised every evening.', 'lamps1902');
    assert.equal((await run<readonly Row[]>('rapporteur.searchAgain')).length, 2);
    const like = await run<readonly Row[]>('rapporteur.moreLikeThis', rows[0]);
    assert.equal(firstSource(like), 'lamps1902');
    assert.ok(like.every(row => row.hit.text !== rows[0]!.hit.text), 'the passage itself is not like it');
    await run('rapporteur.clearResults');
  });

  test('of what was found says when nothing was, and lists statements and entries with what they cite', async () => {
    await openDraft('A paper.');
    assert.deepEqual(await run('rapporteur.showResults', 'zyxwv'), []);
    const rows = await run<readonly Row[]>('rapporteur.showResults', 'Alatas in:statements');
    assert.ok(rows.length > 0 && rows.every(row => row.hit.shelf === 'statements' && row.citekey !== undefined));
    await run('rapporteur.clearResults');
  });

  test('copies what is selected in a text with its citation and page, and finds more like it', async () => {
    await importText('quay.pdf', makePdf([
      [[40, 560, 8, 'The Quay 7'], ...lines(40, 500, 10, ['The gulls of the quay were counted by the', 'warden every spring, in a green book.'])],
      [[40, 560, 8, 'The Quay 8'], ...lines(40, 500, 10, ['No gulls were counted after the flood.'])],
      [[40, 560, 8, 'The Quay 9'], ...lines(40, 500, 10, ['Then the warden left.'])],
    ]), 'quay1950');
    await importText('gulls.txt', 'The warden counted the gulls of the quay in spring, and put them into a green book.', 'gulls1960');
    const [row] = await run<readonly Row[]>('rapporteur.showResults', '"counted after the flood"');
    const editor = await openTextAsRead(row!.hit.textKey);
    select(editor, 'gulls were counted after');
    assert.equal(await run('rapporteur.copyPassage'), '“gulls were counted after” [@quay1950, p. 8]');
    select(editor, 'gulls of the quay were counted by the warden every spring');
    const like = await run<readonly Row[]>('rapporteur.moreLikeThis');
    assert.equal(firstSource(like), 'gulls1960');
    await run('rapporteur.clearResults');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('shows in a hover what stands at a cited page, and offers the pages that there are', async () => {
    await importText('pier.pdf', makePdf([
      [[40, 560, 8, 'The Pier 7'], ...lines(40, 500, 10, ['The planks of the pier were counted by the', 'warden every autumn, in a grey book.'])],
      [[40, 560, 8, 'The Pier 8'], ...lines(40, 500, 10, ['No planks were counted after the storm.'])],
      [[40, 560, 8, 'The Pier 9'], ...lines(40, 500, 10, ['Then the pier was closed.'])],
    ]), 'pier1951');
    const { document, editor } = await openDraft('It was so [@pier1951, p. 8]. And so [@pier1951, |].');
    const text = await waitFor('the passage', async () => {
      const shown = await hoverText(document, 'p. 8');
      return shown.includes('counted after the storm') ? shown : undefined;
    });
    assert.match(text, /page 8/);
    assert.doesNotMatch(text, /counted by the/);
    const labels = (await complete(document, document.offsetAt(editor.selection.active))).map(labelOf).filter(label => /^p\. \d$/.test(label));
    assert.deepEqual(labels.toSorted(), ['p. 7', 'p. 8', 'p. 9']);
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

    // The draft is in the library as well, and has the very words.
    const own = await vscode.workspace.openTextDocument(await writeFile('tower-paper.md', 'Of the tower.\n'));
    const shown = await vscode.window.showTextDocument(own);
    await shown.edit(edit => { edit.insert(new vscode.Position(2, 0), '\nThe customs tower of Brackwater was painted green by its last inspector.\n'); });
    await own.save();
    const found = await waitFor('the saved draft', async () => {
      const rows = await run<readonly Row[]>('rapporteur.showResults', 'customs tower inspector painted');
      return rows.some(row => row.hit.textKey === own.uri.toString()) && rows;
    });
    assert.deepEqual(found.map(row => row.hit.textKey), [uri.toString(), own.uri.toString()]);
    select(await vscode.window.showTextDocument(own), 'customs tower of Brackwater was painted green');
    const bearing = await run<readonly Row[]>('rapporteur.moreLikeThis');
    assert.deepEqual(bearing.map(row => row.hit.textKey), [uri.toString()]);
    await run('rapporteur.clearResults');
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
    const openAtWords = () => vscode.commands.executeCommand('rapporteur.openPassage', ...open?.command?.arguments as unknown[]);
    await openAtWords();
    await waitFor('the page', () => pdfTabs().map(tab => tab.label).join() === 'harbour.pdf');
    await openAtWords();
    assert.equal(pdfTabs().length, 1, 'the same file has the same tab');
    await vscode.window.tabGroups.close(pdfTabs());
    // Without the file there is still its text.
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder(), 'harbour.pdf'));
    await openAtWords();
    assert.match((await openedText(/kept a ledger of the harbour for many years/)).document.getText(), /^\[p\. 41\]\n\nThe keeper kept a ledger[^]*It was the last of its kind/);
    assert.deepEqual(pdfTabs(), []);
  });

  test('shows the text of a PDF that its page cannot show', async () => {
    await importText('closed.pdf', makePdf([lines(40, 500, 10, ['The lantern of Oxmoor was never lit again after that.'])]), 'oxmoor1999');
    await writeFile('closed.pdf', '%PDF-1.7\nno PDF at all');
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'closed.pdf');
    await vscode.commands.executeCommand('rapporteur.openPassage', { source: uri.toString(), exact: 'lantern of Oxmoor', prefix: 'The ', suffix: ' was never lit' });
    await openedText(/^lantern of Oxmoor$/);
    await waitFor('the page to go', () => pdfTabs().length === 0);
  });

  test('writes a table of what bears out the sentences of a draft', async () => {
    await importText('harbour-ledger-3.txt', `A third copy. ${TEXT}`, 'ledger2003');
    await openDraft('He “kept no ledger of the harbour for many years” [@ledger2003]. Nobody knew [@ledger2003, p. 4].');
    const target = await writeFile('evidence.csv', '');
    assert.equal(await vscode.commands.executeCommand('rapporteur.exportEvidence', { target: target.toString() }), target.toString());
    const [, first, second] = new TextDecoder().decode(await vscode.workspace.fs.readFile(target)).split('\r\n');
    assert.match(first ?? '', /kept no ledger.*The keeper kept a ledger.*,ledger2003,,not the source’s words$/);
    assert.match(second ?? '', /^"Nobody knew.*no quotation, not compared"$/);
    for (const [format, row] of [['md', /\| He “kept no ledger.*\| not the source’s words \|/], ['csv', /not the source’s words\r\n/], ['html', /<td>not the source’s words<\/td>/]] as const) {
      const written: string[] = [];
      for (const name of ['first', 'second']) {
        const uri = await writeFile(`evidence-${name}.${format}`, '');
        await vscode.commands.executeCommand('rapporteur.exportEvidence', { target: uri.toString() });
        written.push(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
      }
      assert.match(written[0]!, row);
      assert.equal(written[1], written[0], `${format} is the same each time`);
    }
  });

  test('reads a file from elsewhere where it is, and copies it into the folder only when that is asked for', async () => {
    const elsewhere = vscode.Uri.file(mkdtempSync(join(tmpdir(), 'rapporteur elsewhere ')));
    afterwards(() => vscode.workspace.fs.delete(elsewhere, { recursive: true }));
    const inFolder = vscode.Uri.joinPath(workspaceFolder(), 'kept originals');
    const names = async (folder: vscode.Uri) => vscode.workspace.fs.readDirectory(folder).then(entries => entries.map(([name]) => name), () => []);
    const take = async (name: string, words: string) => {
      const uri = vscode.Uri.joinPath(elsewhere, name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${words} ${TEXT}`));
      const before = await vscode.workspace.fs.stat(uri);
      await vscode.commands.executeCommand('rapporteur.importTexts', { files: [uri.toString()], citekey: '' });
      assert.deepEqual(await vscode.workspace.fs.stat(uri), before, 'the original is as it was');
      const [row] = await run<readonly Row[]>('rapporteur.showResults', `"${words}"`);
      await run('rapporteur.clearResults');
      return row?.hit.textKey;
    };
    await openDraft('A paper.');
    assert.equal(await take('left there.txt', 'Xylographs of Oxmoor'), vscode.Uri.joinPath(elsewhere, 'left there.txt').toString());
    assert.deepEqual(await names(inFolder), []);

    await set('library.copyTo', 'kept originals');
    afterwards(() => vscode.workspace.fs.delete(inFolder, { recursive: true }));
    assert.equal(await take('taken along.txt', 'Yachtsmen of Tarnport'), vscode.Uri.joinPath(inFolder, 'taken along.txt').toString());
    assert.deepEqual(await names(inFolder), ['taken along.txt']);
    assert.deepEqual(await names(elsewhere), ['left there.txt', 'taken along.txt']);
  });

  test('offers to go on with an import that was stopped, and then takes in what was left of it', async () => {
    const left = ['b.txt', 'c.txt'].map(name => ({ uri: vscode.Uri.joinPath(workspaceFolder(), name), citekey: 'ox1900' }));
    const [begun, states, told]: [string[], string[][], string[]] = [[], [], []];
    await vscode.commands.executeCommand('notifications.clearAll');
    let isOver = false;
    const offer = offerToGoOn({
      library: {
        pending: left,
        keepPending: async files => { states.push(files.map(({ uri }) => basename(uri.path))); },
        importFile: async (uri, citekey) => { begun.push(`${basename(uri.path)} ${citekey}`); return { state: 'unchanged' }; },
      },
      reports: { tell: async rows => { told.push(...rows.map(row => row.sentence)); } },
    }).then(() => { isOver = true; });
    await waitFor('the answer Go On', async () => {
      if (begun.length === 0) { await vscode.commands.executeCommand('notification.acceptPrimaryAction'); }
      return isOver;
    });
    await offer;
    assert.deepEqual(begun, ['b.txt ox1900', 'c.txt ox1900']);
    assert.deepEqual([states[0], states.at(-1)], [['b.txt', 'c.txt'], []], 'what is left is known until all is done');
    assert.deepEqual(told.map(sentence => sentence.slice(0, 6)), ['b.txt ', 'c.txt ']);
  });

  test('tells of each file that was not begun when the writer cancelled, at whatever moment', async () => {
    const files = ['d.txt', 'e.txt', 'f.txt'].map(name => ({ uri: vscode.Uri.joinPath(workspaceFolder(), name), citekey: 'ox1900' }));
    const stop = new AbortController();
    const rows = await runImport(files, {
      keepPending: async () => undefined,
      importFile: async uri => {
        if (uri.path.endsWith('d.txt')) { return { state: 'unchanged' }; }
        stop.abort();
        throw new RemoteError('cancelled', 'cancelled');
      },
    }, { signal: stop.signal });
    assert.deepEqual(rows.map(({ state, sentence }) => [state, sentence.slice(0, 6)]), [['unchanged', 'd.txt '], ['left', 'e.txt '], ['left', 'f.txt ']]);
  });

  test('reads a web page through pandoc, and says in a sentence what it does not read', async () => {
    await importText('page.html', '<h1>Lamps</h1><p>The <em>wick</em> was trimmed at noon.</p>', 'lamps1900');
    const locked = await writeFile('locked.pdf', '%PDF-1.7\nno PDF at all');
    const [sentence] = await vscode.commands.executeCommand<string[]>('rapporteur.importTexts', { files: [locked.toString()], citekey: '' });
    assert.match(sentence ?? '', /^locked\.pdf is damaged/);
  });

  test('takes files that are let go on a view, each once, whatever else the drag carries', async () => {
    const taken: string[][] = [];
    const none = { whenReady: () => Promise.resolve(), roots: () => [], language: () => '', draggedOf: () => undefined };
    const tree = new OutlineTree({ ...none, onFiles: files => { taken.push(files.map(String)); } });
    const drop = async (items: Readonly<Record<string, string>>) => {
      const data = new vscode.DataTransfer();
      for (const [mime, value] of Object.entries(items)) { data.set(mime, new vscode.DataTransferItem(value)); }
      await tree.handleDrop(undefined, data, new vscode.CancellationTokenSource().token);
    };
    const file = vscode.Uri.joinPath(workspaceFolder(), 'a b.txt').toString();
    await drop({ 'text/uri-list': `# from elsewhere\r\n${file}\r\n${file}\r\nno address\r\n`, 'text/plain': 'words' });
    await drop({ 'text/uri-list': file, [DRAG_MIME]: '[]' });
    await drop({ 'text/plain': 'words' });
    assert.deepEqual(taken, [[file]]);
    assert.deepEqual([...new OutlineTree(none).dropMimeTypes], [], 'a view that takes no files says so');
    tree.dispose();
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
    // From the menu of a folder in the Explorer: the one that was clicked, and all that are selected.
    const chosen = vscode.Uri.joinPath(workspaceFolder(), 'shelf', 'more');
    const fromMenu = await vscode.commands.executeCommand<string[]>('rapporteur.importFolder', chosen, [chosen]);
    assert.deepEqual(fromMenu.map(sentence => /^\S+/.exec(sentence)?.[0]), ['copy.txt', 'picture.pdf']);
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
