import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { acceptFirst, assert, openDraft, waitFor, writeFile } from './support.ts';

const TEXT = 'The keeper kept a ledger of the harbour for many years.1 It was the last of its kind, and nobody wrote another.\n\n1 See Quill, passim.\n';

async function importText(name: string, text: string, citekey = ''): Promise<vscode.Uri> {
  const uri = await writeFile(name, text);
  await waitFor(`the import of ${name}`, async () => {
    const [sentence] = await vscode.commands.executeCommand<string[]>('rapporteur.importTexts', { files: [uri.toString()], citekey });
    assert.match(sentence ?? '', new RegExp(`^${name.replace('.', '\\.')}`));
    return true;
  });
  return uri;
}

suite('The library', () => {
  test('finds a passage of a text that was imported, and opens it there', async () => {
    await openDraft('A paper.');
    const uri = await importText('harbour-ledger.txt', TEXT, 'ledger2001');
    const found = await acceptFirst(() => vscode.commands.executeCommand<string | undefined>('rapporteur.searchLibrary', 'nobody wrote another'));
    assert.equal(found, uri.toString());
    const editor = await waitFor('the text', () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString() && vscode.window.activeTextEditor);
    assert.match(editor.document.getText(editor.selection), /nobody wrote another/);
  });

  test('verifies a quotation against the text of what is cited', async () => {
    await importText('harbour-ledger-2.txt', `A second copy. ${TEXT}`, 'ledger2001');
    const verify = async (text: string) => {
      await openDraft(text);
      return vscode.commands.executeCommand<string>('rapporteur.verifyQuotation');
    };
    assert.equal(await verify('She writes that he “kept a led|ger of the harbour” [@ledger2001].'), 'exact');
    assert.equal(await verify('She writes that he “kept no led|ger of the harbour for many years” [@ledger2001].'), 'altered');
    assert.equal(await verify('She writes that he “ran a light|house at the edge of town” [@ledger2001].'), 'not-found');
  });
});
