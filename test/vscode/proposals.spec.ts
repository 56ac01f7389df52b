import * as vscode from 'vscode';
import { idOf } from '../../src/core/proposals/types.ts';
import { afterwards, suite, test } from './runner.ts';
import { assert, openDraft, waitFor, workspaceFolder, writeFile } from './support.ts';

const run = <T>(command: string, ...args: unknown[]) => vscode.commands.executeCommand<T>(command, ...args);
const fileOf = (path: string) => vscode.Uri.joinPath(workspaceFolder(), 'corpus', path);
const textOf = async (path: string) => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf(path)));
/** What accepting writes goes away with the test. */
const goesAway = (...paths: string[]) => { for (const path of paths) { afterwards(() => vscode.workspace.fs.delete(fileOf(path)).then(() => undefined, () => undefined)); } };

suite('Proposals', () => {
  test('of a table are written into the corpus when they are accepted, each with its row', async () => {
    await openDraft('A paper.');
    const table = (await writeFile('tarn.csv', 'title,date,place,country\nTarn accord,3/4/1997,Tarnport,Ox\nSalt accord,5/4/1997,Tarnport,Ox\nOther accord,6/4/1997,Elsewhere,Elk\n')).toString();
    goesAway('events/tarn-accord.md', 'events/salt-accord.md');
    assert.equal(await run('rapporteur.proposeFromTable', { file: table, citekey: 'khan2022', words: 'tarnport', order: 'day-month' }), 2);
    assert.deepEqual(await run('rapporteur.acceptProposal', idOf('event', 'Tarn accord', '1997-04-03', table, '2')), ['written']);
    assert.equal(await textOf('events/tarn-accord.md'), '---\ntype: event\nkind: other\nname: Tarn accord\ndate: 1997-04-03\nplace: Tarnport\ncite: "@khan2022, row 2"\n---\n- “title: Tarn accord · date: 3/4/1997 · place: Tarnport · country: Ox” [@khan2022, row 2]\n');

    const salt = idOf('event', 'Salt accord', '1997-04-05', table, '3');
    await run('rapporteur.openProposal', salt);
    const editor = await waitFor('the row', () => vscode.window.activeTextEditor?.document.uri.toString() === table && vscode.window.activeTextEditor);
    assert.equal(editor.selection.start.line, 2);
    const edited = await run<{ name: string }>('rapporteur.editProposal', salt, { name: 'Tarn treaty' });
    assert.equal(edited.name, 'Tarn treaty');
    assert.equal(await run('rapporteur.mergeProposal', salt, 'tarn-accord'), 'written');
    assert.match(await textOf('events/tarn-accord.md'), /^aliases: \[Tarn treaty\]$[^]*row 2\]\n- “title: Salt accord.*row 3\]\n$/m);
    assert.equal(await run('rapporteur.proposeFromTable', { file: table, citekey: 'khan2022', words: 'tarnport', order: 'day-month' }), 0, 'what is decided does not come again');
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('of a text are rejected at once, and do not come again', async () => {
    await openDraft('A paper.');
    const text = (await writeFile('tarn.txt', 'The Tarnport conference opened on 3 May 1997. Oda Finch spoke, and Oda Finch left.\n')).toString();
    await run('rapporteur.importTexts', { files: [text], citekey: 'khan2022' });
    const found = await run<number>('rapporteur.proposeFromText', text);
    assert.ok(found >= 2, `${found} proposals`);
    assert.equal(await run('rapporteur.rejectProposal', { kind: 'source', source: text, title: 'tarn.txt' }), found);
    assert.equal(await run('rapporteur.proposeFromText', text), 0);
  });
});
