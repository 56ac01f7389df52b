import * as vscode from 'vscode';
import { afterwards, suite, test } from './runner.ts';
import { acceptFirst, assert, hoverText, openDraft, select, set, waitFor, workspaceFolder, writeFile } from './support.ts';

const text = async (uri: vscode.Uri | undefined) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri!));
const goesAway = (uri: vscode.Uri) => { afterwards(() => vscode.workspace.fs.delete(uri, { recursive: true })); };
const isThere = (uri: vscode.Uri) => vscode.workspace.fs.stat(uri).then(() => true, () => false);
const DRAFT = 'Then Quill Marrow met Oda Finch in Tarnport.\n\nLater Oda Finch wrote that the Tarnport talks of May 1997 had failed.\n';

suite('A new corpus', () => {
  const create = async (wish: object) => {
    const uri = await vscode.commands.executeCommand<vscode.Uri>('rapporteur.createCorpus', wish);
    goesAway(vscode.Uri.joinPath(uri, '..'));
    return uri;
  };

  test('begins from nothing, under its title', async () => {
    await openDraft('A paper.');
    const uri = await create({ title: 'The salt road' });
    assert.ok(uri.path.endsWith('/corpus/the-salt-road/corpus.yaml'), uri.path);
    assert.match(await text(uri), /^id: the-salt-road\ntitle: "The salt road"\n$/);
    assert.equal(await text(vscode.Uri.joinPath(uri, '../references.json')), '[]\n');
  });

  test('begins from what the draft names, and knows it at once', async () => {
    const { document } = await openDraft(DRAFT);
    const uri = await create({ title: 'Tarnport', beginning: 'draft' });
    assert.match(await text(vscode.Uri.joinPath(uri, '../actors/oda-finch.md')), /^---\ntype: person\nname: Oda Finch\n---\n$/);
    assert.equal(await isThere(vscode.Uri.joinPath(uri, '../actors/quill-marrow.md')), false);
    await waitFor('the new entry', async () => (await hoverText(document, 'Oda Finch')).includes('Oda Finch'));
  });

  test('can cite what the draft can, whether it begins from its names or from its bibliography', async () => {
    await writeFile('tarn.bib', '@book{tarn1997, author = {Tarn, Ida}, title = {The Port}, year = {1997}}\n');
    await openDraft(`---\nbibliography: tarn.bib\n---\n\n${DRAFT}|`);
    for (const beginning of ['bibliography', 'draft']) {
      const uri = await create({ title: `Port from the ${beginning}`, beginning });
      assert.match(await text(vscode.Uri.joinPath(uri, '../references.json')), /"title": "The Port"/, beginning);
    }
  });
});

suite('A new entry', () => {
  test('of an actor has the selected name, and nothing is said of it', async () => {
    const { editor } = await openDraft(DRAFT);
    select(editor, 'Quill Marrow');
    const uri = await vscode.commands.executeCommand<vscode.Uri>('rapporteur.createActor', { kind: 'person' });
    goesAway(uri);
    assert.equal(await text(uri), '---\ntype: person\nname: Quill Marrow\n---\n');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
  });

  test('of an event is as exact as the writer says', async () => {
    await openDraft(DRAFT);
    const uri = await vscode.commands.executeCommand<vscode.Uri>('rapporteur.createEvent', { name: 'Tarnport talks', kind: 'talks', date: '1997-05' });
    goesAway(uri);
    assert.equal(await text(uri), '---\ntype: event\nkind: talks\nname: Tarnport talks\ndate: 1997-05\n---\n');
  });

  test('of an event is offered the date of the sentence in which its name is selected', async () => {
    const { editor } = await openDraft(DRAFT);
    select(editor, 'Tarnport talks');
    const uri = await acceptFirst(() => vscode.commands.executeCommand<vscode.Uri | undefined>('rapporteur.createEvent', { kind: 'talks' }));
    goesAway(uri);
    assert.equal(await text(uri), '---\ntype: event\nkind: talks\nname: Tarnport talks\ndate: 1997-05\n---\n');
  });

  test('takes the place of none that is there', async () => {
    await openDraft(DRAFT);
    const uri = await vscode.commands.executeCommand<vscode.Uri>('rapporteur.createActor', { name: 'Ada Quill', kind: 'person' });
    goesAway(uri);
    assert.ok(uri.path.endsWith('/actors/ada-quill-2.md'), uri.path);
  });
});

suite('Events of a timeline', () => {
  test('become entries of the corpus, each with its source, and once only', async () => {
    await openDraft('A paper.');
    const file = await writeFile('port.mw', '1997-05-02: Salt talks at Tarnport\n1998: Tarnport census\n');
    const made = ['salt-talks-at-tarnport', 'tarnport-census'].map(id => vscode.Uri.joinPath(workspaceFolder(), `corpus/events/${id}.md`));
    afterwards(async () => { for (const uri of made) { if (await isThere(uri)) { await vscode.workspace.fs.delete(uri); } } });
    assert.equal(await vscode.commands.executeCommand('rapporteur.importTimeline', { file: file.toString(), citekey: 'ledger2001' }), 2);
    assert.match(await text(made[0]), /name: Salt talks at Tarnport\ndate: 1997-05-02\n/);
    assert.match(await text(made[1]), /date: "?1998"?\ncite: "@ledger2001"\n/);
  });
});

suite('What comes with the extension', () => {
  test('the sample paper goes where the writer says', async () => {
    const uri = await vscode.commands.executeCommand<vscode.Uri>('rapporteur.openSample', workspaceFolder());
    goesAway(uri);
    assert.match(await text(vscode.Uri.joinPath(uri, 'draft.md')), /Cambodia/);
  });

  test('the bundled corpus is copied, and takes the place of the one it was copied from', async () => {
    const { document } = await openDraft('Then Rafeeuddin Ahmed spoke.');
    await set('bundledCorpora', true);
    await vscode.commands.executeCommand('rapporteur.openBundledCorpus');
    const folder = vscode.Uri.joinPath(workspaceFolder(), 'corpus/cambodia');
    afterwards(async () => {
      await vscode.workspace.getConfiguration('rapporteur').update('bundledCorpora', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(folder, { recursive: true });
      await vscode.commands.executeCommand('rapporteur.reloadCorpora');
    });
    assert.ok(await isThere(vscode.Uri.joinPath(folder, 'corpus.yaml')));
    await vscode.commands.executeCommand('rapporteur.reloadCorpora');
    assert.match(await hoverText(document, 'Rafeeuddin Ahmed'), /Special Representative/);
  });
});
