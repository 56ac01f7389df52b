import * as vscode from 'vscode';
import { startLocalZotero } from '../engine/bibliography/localZotero.ts';
import { afterwards, suite, test } from './runner.ts';
import { assert, complete, diagnostics, hoverText, labelOf, openDraft, set, waitFor, workspaceFolder, writeFile } from './support.ts';

const LANTERN = '@report{lantern1990,\n  title = {Lantern Accords},\n  author = {Mira Oduya},\n  date = {1990}\n}\n';

/** The hover on a key, once it says something. */
function hoverOn(document: vscode.TextDocument, key: string): Promise<string> {
  return waitFor(`a hover on ${key}`, async () => {
    const text = await hoverText(document, key);
    return text !== '' && text;
  });
}

suite('A bibliography', () => {
  test('that the front matter names is cited from', async () => {
    await writeFile('bib/lantern.bib', LANTERN);
    const { document } = await openDraft('---\nbibliography: bib/lantern.bib\n---\n\nAs shown [@lantern1990, p. 3].|');
    assert.match(await hoverOn(document, 'lantern1990'), /Oduya, Mira\. 1990\. “?Lantern Accords/);
  });

  test('is completed from', async () => {
    await writeFile('bib/lantern.bib', LANTERN);
    const { document, offset } = await openDraft('---\nbibliography: bib/lantern.bib\n---\n\nAs shown [@oduya|');
    await waitFor('the key', async () => (await complete(document, offset)).some(item => labelOf(item) === 'lantern1990'));
  });

  test('in the front matter itself counts before all others', async () => {
    await writeFile('bib/lantern.bib', LANTERN);
    const { document } = await openDraft('---\nbibliography: bib/lantern.bib\nreferences:\n- id: lantern1990\n  type: book\n  title: The Inline One\n---\n\nAs shown [@lantern1990].|');
    assert.match(await hoverOn(document, '[@lantern1990'), /The Inline One/);
  });

  test('of the workspace need not be named', async () => {
    await writeFile('shared.json', JSON.stringify([{ id: 'shared2003', type: 'book', title: 'Shared Shelf' }]));
    await set('bibliographies', ['shared.json']);
    const { document } = await openDraft('As shown [@shared2003].|');
    assert.match(await hoverOn(document, 'shared2003'), /Shared Shelf/);
  });

  test('of a Quarto project is found from the project file', async () => {
    await writeFile('project/_quarto.yml', 'project:\n  type: book\nbibliography: refs/all.yaml\n');
    await writeFile('project/refs/all.yaml', 'references:\n- id: quarto2005\n  type: book\n  title: From the Project\n');
    const { document } = await openDraft('As shown [@quarto2005].|', { name: 'project/chapters/one.md' });
    assert.match(await hoverOn(document, 'quarto2005'), /From the Project/);
  });

  test('in RIS is read', async () => {
    await writeFile('bib/a.ris', 'TY  - RPRT\nID  - ris2001\nTI  - From RIS\nER  - \n');
    const { document } = await openDraft('---\nbibliography: bib/a.ris\n---\n\nAs shown [@ris2001].|');
    assert.match(await hoverOn(document, 'ris2001'), /From RIS/);
  });

  test('that changes is read again', async () => {
    await writeFile('bib/changing.bib', LANTERN);
    const { document } = await openDraft('---\nbibliography: bib/changing.bib\n---\n\nAs shown [@lantern1990].|');
    await hoverOn(document, 'lantern1990');
    await writeFile('bib/changing.bib', LANTERN.replace('Lantern Accords', 'Second Edition'));
    await waitFor('the new title', async () => (await hoverText(document, 'lantern1990')).includes('Second Edition'));
  });

  test('with edits that are not saved counts as it stands, and as it is saved once they are taken back', async () => {
    await set('autoSave', 'off', 'files');
    const uri = await writeFile('bib/reverted.bib', LANTERN);
    const { document } = await openDraft('---\nbibliography: bib/reverted.bib\n---\n\nAs shown [@lantern1990].|');
    await hoverOn(document, 'lantern1990');
    const bibliography = await vscode.workspace.openTextDocument(uri);
    const editor = await vscode.window.showTextDocument(bibliography);
    const at = bibliography.getText().indexOf('Lantern Accords');
    await editor.edit(edit => edit.replace(new vscode.Range(bibliography.positionAt(at), bibliography.positionAt(at + 'Lantern Accords'.length)), 'Unsaved Words'));
    await waitFor('the title that is not saved', async () => (await hoverText(document, 'lantern1990')).includes('Unsaved Words'));
    await vscode.window.showTextDocument(bibliography);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await waitFor('the title that is saved', async () => (await hoverText(document, 'lantern1990')).includes('Lantern Accords'));
  });

  test('with one broken entry keeps the others, and tells its line', async () => {
    const uri = await writeFile('bib/broken.bib', `@book{broken1,\n  title = {Never closed\n\n${LANTERN}`);
    const { document } = await openDraft('---\nbibliography: bib/broken.bib\n---\n\nAs shown [@lantern1990].|');
    assert.match(await hoverOn(document, 'lantern1990'), /Lantern Accords/);
    const [found] = await diagnostics(uri);
    assert.equal(found?.range.start.line, 0);
    assert.match(found.message, /not closed/);
  });

  test('with two entries of one key tells the one that does not count', async () => {
    const uri = await writeFile('bib/twice.bib', `${LANTERN}\n${LANTERN.replace('Lantern Accords', 'Later One')}`);
    const { document } = await openDraft('---\nbibliography: bib/twice.bib\n---\n\nAs shown [@lantern1990].|');
    assert.match(await hoverOn(document, 'lantern1990'), /Later One/);
    const [found] = await diagnostics(uri);
    assert.equal(found?.code, 'duplicate-citekey');
    assert.equal(found.range.start.line, 0);
  });

  test('that is not there is told where it is named', async () => {
    const { document } = await openDraft('---\nbibliography: bib/nowhere.bib\n---\n\nText.|');
    const [found] = await diagnostics(document.uri, all => all.some(({ code }) => code === 'missing-bibliography'));
    assert.equal(document.getText(found!.range), 'bib/nowhere.bib');
  });

  test('that vanishes while it is used leaves what it held, and says so', async () => {
    const uri = await writeFile('bib/vanishing.bib', LANTERN);
    const { document } = await openDraft('---\nbibliography: bib/vanishing.bib\n---\n\nAs shown [@lantern1990].|');
    await hoverOn(document, 'lantern1990');
    await vscode.workspace.fs.delete(uri);
    const found = await diagnostics(document.uri, all => all.some(({ code }) => code === 'missing-bibliography'));
    assert.match(found.map(({ message }) => message).join('\n'), /as they last were/);
    assert.match(await hoverText(document, 'lantern1990'), /Lantern Accords/);
  });

  test('on the network is not fetched', async () => {
    const { document } = await openDraft('---\nbibliography: https://example.org/a.bib\n---\n\nText.|');
    const found = await diagnostics(document.uri, all => all.some(({ code }) => code === 'refused-bibliography'));
    assert.match(found.map(({ message }) => message).join('\n'), /nothing is fetched/);
  });

  test('with script in a title shows it as text', async () => {
    await writeFile('bib/evil.bib', '@book{evil, title = {<script>alert(1)</script><img src=x onerror=y> [x](command:a) Fine}, author = {Eve\u202ELive}, date = {1999}}');
    const { document } = await openDraft('---\nbibliography: bib/evil.bib\n---\n\nAs shown [@evil].|');
    const hovers = await waitFor('a hover', async () => {
      const found = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(document.getText().indexOf('@evil') + 2));
      return found.length > 0 && found;
    });
    const markdown = hovers.flatMap(hover => hover.contents as vscode.MarkdownString[]).filter(content => content.value.includes('Fine'));
    // The card, and the work as the style sets it.
    assert.ok(markdown.length > 0);
    for (const content of markdown) {
      assert.doesNotMatch(content.value, /<script|<img|\]\(command:a|\u202E/);
      assert.notEqual(content.supportHtml, true);
    }
  });
});

suite('Paths of bibliographies', () => {
  test('start from the draft, and else from the workspace', async () => {
    await writeFile('lantern-root.bib', LANTERN);
    const { document } = await openDraft('---\nbibliography: lantern-root.bib\n---\n\nAs shown [@lantern1990].|', { name: 'deep/er/draft.md' });
    assert.match(await hoverOn(document, 'lantern1990'), /Lantern Accords/);
  });

  test('may be absolute', async () => {
    const uri = await writeFile('bib/lantern.bib', LANTERN);
    const { document } = await openDraft(`---\nbibliography: ${uri.path}\n---\n\nAs shown [@lantern1990].|`);
    assert.equal(uri.path.startsWith(workspaceFolder().path), true);
    assert.match(await hoverOn(document, 'lantern1990'), /Lantern Accords/);
  });
});

suite('Zotero', () => {
  test('is asked for its items once the writer has switched that on', async () => {
    const server = await startLocalZotero({ 'users/0': [{ id: 'zotero2001', type: 'book', title: 'Kept in Zotero' }] });
    afterwards(() => server.close());
    const { document } = await openDraft('As shown [@zotero2001].|');
    assert.equal(await hoverText(document, 'zotero2001'), '');
    assert.deepEqual(server.asked, []);
    await set('zotero.port', server.port);
    await set('zotero.enabled', true);
    assert.match(await hoverOn(document, 'zotero2001'), /Kept in Zotero/);
  });
});

suite('Explain Why Nothing Is Suggested Here', () => {
  const explain = () => vscode.commands.executeCommand<string>('rapporteur.explainSuggestions');

  test('names the bibliographies and how much is in them', async () => {
    await writeFile('bib/lantern.bib', LANTERN);
    const { document } = await openDraft('---\nbibliography: bib/lantern.bib\n---\n\nAs shown [@lantern1990] [@zzz|].');
    await hoverOn(document, '[@lantern1990');
    assert.match(await explain(), /No source fits “zzz”.*1 in bib\/lantern\.bib/);
  });

  test('says that an address is no citation', async () => {
    await openDraft('Mail someone@exam|');
    assert.match(await explain(), /as in an e-mail address/);
  });

  test('says that code is code', async () => {
    await openDraft('```\n@le|\n```\n');
    assert.match(await explain(), /in code/);
  });
});
