import * as vscode from 'vscode';
import { afterwards, suite, test } from './runner.ts';
import { acceptFirst, acceptUntil, assert, complete, diagnostics, hoverText, labelOf, openDraft, select, set, waitFor, withCursor, writeFile } from './support.ts';

const KHAN = { citekey: 'khan2022', suffixText: 'sec. 3.2' };

async function afterInsert(textWithCursor: string, citation: unknown = KHAN): Promise<string> {
  const { document } = await openDraft(textWithCursor);
  await vscode.commands.executeCommand('rapporteur.insertCitation', citation);
  return document.getText();
}

suite('Insert Citation', () => {
  test('puts a cluster at the cursor', async () => {
    assert.equal(await afterInsert('It was so| in the end.'), 'It was so [@khan2022, sec. 3.2] in the end.');
  });

  test('joins the brackets that are there', async () => {
    assert.equal(await afterInsert('It was so [@ledger2001|].'), 'It was so [@ledger2001; @khan2022, sec. 3.2].');
  });

  test('goes before the full stop of a sentence', async () => {
    assert.equal(await afterInsert('It was so|.'), 'It was so [@khan2022, sec. 3.2].');
  });

  test('does not split a word', async () => {
    assert.equal(await afterInsert('It was rem|arkable then.'), 'It was remarkable [@khan2022, sec. 3.2] then.');
  });

  test('joins in the middle of a cluster, after the citation at the cursor', async () => {
    assert.equal(await afterInsert('So [see @led|ger2001, p. 5; @other].'), 'So [see @ledger2001, p. 5; @khan2022, sec. 3.2; @other].');
  });

  test('goes into the bracket of a key in the text', async () => {
    assert.equal(await afterInsert('As @ledger2001 [p. 2|] has it.'), 'As @ledger2001 [p. 2; @khan2022, sec. 3.2] has it.');
  });

  test('in the text is @key [locator]', async () => {
    await set('citation.form', 'in-text');
    assert.equal(await afterInsert('It was so| in the end.'), 'It was so @khan2022 [sec. 3.2] in the end.');
  });

  test('without the author is [-@key, locator]', async () => {
    await set('citation.form', 'suppress-author');
    assert.equal(await afterInsert('Khan| says so.'), 'Khan [-@khan2022, sec. 3.2] says so.');
    assert.equal(await afterInsert('Khan [see @ledger2001|] says so.'), 'Khan [see @ledger2001; -@khan2022, sec. 3.2] says so.');
  });

  test('of a whole work has no locator', async () => {
    assert.equal(await afterInsert('It was so|.', { citekey: 'ledger2001' }), 'It was so [@ledger2001].');
  });

  test('asks with the selected words, and the statement brings its locator', async () => {
    const { document, editor } = await openDraft('Then Ada Quill chaired the meeting.');
    select(editor, 'chaired the meeting');
    await acceptUntil('the citation', () => vscode.commands.executeCommand('rapporteur.insertCitation'), () => document.getText().includes('['));
    assert.equal(document.getText(), 'Then Ada Quill chaired the meeting [@ledger2001, p. 5].');
  });

  test('before anything is typed, what the sentence at the cursor can rest on comes first', async () => {
    const { document } = await openDraft('Then Ada Quill chaired the meeting|. Nothing else was said.');
    await acceptUntil('the citation', () => vscode.commands.executeCommand('rapporteur.insertCitation'), () => document.getText().includes('['));
    assert.equal(document.getText(), 'Then Ada Quill chaired the meeting [@ledger2001, p. 5]. Nothing else was said.');
  });

  test('does nothing to a text that is no draft', async () => {
    const { document } = await openDraft('It was so|.', { name: 'notes.txt' });
    await vscode.commands.executeCommand('rapporteur.insertCitation', KHAN);
    assert.equal(document.getText(), 'It was so.');
  });

  test('is one step to undo', async () => {
    const { document } = await openDraft('It was so|.');
    await vscode.commands.executeCommand('rapporteur.insertCitation', KHAN);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), 'It was so.');
  });

  test('leaves the cursor behind the citation', async () => {
    const { document, editor } = await openDraft('It was so| in the end.');
    await vscode.commands.executeCommand('rapporteur.insertCitation', KHAN);
    const active = vscode.window.activeTextEditor ?? editor;
    assert.match(document.getText(new vscode.Range(new vscode.Position(0, 0), active.selection.active)), /sec\. 3\.2\]?$/);
  });

  test('leaves what is typed next behind it', async () => {
    const { document } = await openDraft('It was so| in the end.');
    await vscode.commands.executeCommand('rapporteur.insertCitation', KHAN);
    await vscode.commands.executeCommand('type', { text: ', they say' });
    await waitFor('what was typed', () => document.getText().includes('they say'));
    assert.equal(document.getText(), 'It was so [@khan2022, sec. 3.2], they say in the end.');
  });
});

suite('Citing in other forms', () => {
  const inForm = async (textWithCursor: string, form: string) => {
    const { document } = await openDraft(textWithCursor);
    await vscode.commands.executeCommand('rapporteur.insertCitationAs', { ...KHAN, form });
    return document.getText();
  };
  test('as a footnote, with the note and the next free number', async () => {
    assert.equal(await inForm('It was so|.[^1]\n\n[^1]: Yes.\n', 'note'), 'It was so.[^2][^1]\n\n[^1]: Yes.\n\n[^2]: [@khan2022, sec. 3.2].\n');
  });
  test('in the text', async () => { assert.equal(await inForm('As | says.', 'in-text'), 'As @khan2022 [sec. 3.2] says.'); });
  test('without the author', async () => { assert.equal(await inForm('Khan said so|.', 'suppress-author'), 'Khan said so [-@khan2022, sec. 3.2].'); });
  test('with the selected words as a quotation', async () => {
    const { document, editor } = await openDraft('It was a quiet peace then.');
    select(editor, 'a quiet peace');
    await vscode.commands.executeCommand('rapporteur.insertCitationAs', { ...KHAN, form: 'quotation' });
    assert.equal(document.getText(), 'It was “a quiet peace” [@khan2022, sec. 3.2] then.');
  });
  test('another page of the same source waits for its number', async () => {
    const { editor } = await openDraft('So it was [@khan2022, p. 3]. And so it went|.');
    await vscode.commands.executeCommand('rapporteur.citeSameSource');
    assert.equal(withCursor(editor), 'So it was [@khan2022, p. 3]. And so it went [@khan2022, p. |].');
  });
});

suite('Citing what there is', () => {
  test('the statement that bears a sentence out goes in behind it, with its locator', async () => {
    const { document } = await openDraft('The quay was quiet. Ada Quill kept the ledger| of the harbour from 1998. So it went.');
    assert.deepEqual(await acceptFirst(() => vscode.commands.executeCommand<readonly string[] | undefined>('rapporteur.citeThis')), ['ledger2001']);
    assert.equal(document.getText(), 'The quay was quiet. Ada Quill kept the ledger of the harbour from 1998 [@ledger2001, p. 2]. So it went.');
  });

  test('a work of a corpus that the draft cites is added to the bibliography that the draft names', async () => {
    const own = '@book{own1990,\n    title = {Own},\n}\n';
    const uri = await writeFile('bib/own.bib', own);
    await openDraft('---\nbibliography: bib/own.bib\n---\n\nSo [@own1990; @ledger2001]. And [@ledger2001].|');
    await vscode.commands.executeCommand('rapporteur.addCitedToBibliography');
    const added = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    assert.ok(added.startsWith(own));
    assert.match(added, /@\w+\{ledger2001,/);
    assert.equal(added.match(/ledger2001/g)?.length, 1);
  });

  test('a work that an entry cites is taken over into its corpus from the bibliography of a draft', async () => {
    await writeFile('bib/own.bib', '@book{own1990,\n    title = {Own},\n    year = {1990},\n}\n');
    await writeFile('yard/corpus.yaml', 'id: yard\ntitle: The yard\n');
    const references = await writeFile('yard/references.json', '[]\n');
    const entry = await writeFile('yard/actors/ida-yard.md', '---\ntype: person\nname: Ida Yard\naliases:\n  - {name: Yard, cite: "@own1990, p. 3"}\n---\nA keeper.\n');
    await vscode.commands.executeCommand('rapporteur.reloadCorpora');
    await openDraft('---\nbibliography: bib/own.bib\n---\n\nSo [@own1990].');
    await vscode.window.showTextDocument(entry, { preview: false });
    const [problem] = await diagnostics(entry, found => found.some(({ code }) => code === 'unknown-source'));
    assert.match(problem!.message, /Add Cited Sources to the Bibliography/);
    await vscode.commands.executeCommand('rapporteur.addCitedToBibliography');
    assert.equal((JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(references))) as { id: string }[]).map(({ id }) => id).join(), 'own1990');
    await diagnostics(entry, found => found.length === 0);
  });

  test('every place that cites a work is shown', async () => {
    await openDraft('So [@ledger2001, p. 2]. And so [see @ledger2001; @khan2022].');
    assert.equal(await vscode.commands.executeCommand('rapporteur.showCitations', 'ledger2001'), 2);
    await vscode.commands.executeCommand('closeReferenceSearch');
  });

  test('links of citations are left alone by the check of the editor once the writer says so', async () => {
    await openDraft('So [@ledger2001].');
    const check = () => vscode.workspace.getConfiguration('markdown.validate.referenceLinks').inspect('enabled');
    const before = check()?.workspaceValue;
    afterwards(() => vscode.workspace.getConfiguration('markdown.validate.referenceLinks').update('enabled', before, vscode.ConfigurationTarget.Workspace));
    await vscode.commands.executeCommand('rapporteur.ignoreLinkValidation');
    assert.equal(check()?.workspaceValue, 'ignore');
  });
});

suite('Footnotes', () => {
  const NOTED = 'One[^2] and two[^1].\n\n[^1]: The first.\n\n[^2]: The *second* <b>one</b>.\n';
  test('are read in a hover', async () => {
    const { document } = await openDraft(NOTED);
    assert.match(await hoverText(document, '[^2]'), /The \*second\* <b>one<\/b>\./);
  });
  test('are gone to, and back', async () => {
    const { document } = await openDraft(NOTED);
    const at = async (offset: number) => {
      const [found] = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeDefinitionProvider', document.uri, document.positionAt(offset));
      return found && document.offsetAt(found.range.start);
    };
    assert.equal(await at(NOTED.indexOf('[^2]') + 2), NOTED.indexOf('[^2]:'));
    assert.equal(await at(NOTED.indexOf('[^2]:') + 2), NOTED.indexOf('[^2]'));
  });
  test('are numbered anew in one step', async () => {
    const { document } = await openDraft(NOTED);
    await vscode.commands.executeCommand('rapporteur.renumberNotes');
    assert.equal(document.getText(), NOTED.replaceAll('[^2]', '[^x]').replaceAll('[^1]', '[^2]').replaceAll('[^x]', '[^1]'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), NOTED);
  });
});

suite('Completion', () => {
  const at = async (textWithCursor: string) => {
    const { document, editor } = await openDraft(textWithCursor);
    return (await complete(document, document.offsetAt(editor.selection.active))).filter(item => item.kind === vscode.CompletionItemKind.Reference || item.kind === vscode.CompletionItemKind.Value);
  };

  test('after @ offers keys with the formatted reference', async () => {
    const item = (await at('As [@le|')).find(found => labelOf(found) === 'ledger2001');
    assert.ok(item);
    assert.match((item.documentation as vscode.MarkdownString).value, /Ledger/);
  });

  test('finds a key by its author and title', async () => {
    const item = (await at('As [@quill|')).find(found => labelOf(found) === 'ledger2001');
    assert.match(item?.filterText ?? '', /Quill/);
  });

  test('after a key and a comma offers the locators that statements know', async () => {
    assert.ok((await at('As [@ledger2001, |].')).some(item => labelOf(item) === 'p. 2'));
  });

  test('is silent in an e-mail address, in code and in front matter', async () => {
    assert.deepEqual(await at('Write to someone@le|'), []);
    assert.deepEqual(await at('The code `[@le|` is code.'), []);
    assert.deepEqual(await at('---\nauthor: "@le|"\n---\n\nText.'), []);
  });
});
