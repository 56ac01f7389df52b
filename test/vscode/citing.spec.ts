import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { assert, complete, labelOf, openDraft } from './support.ts';

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
