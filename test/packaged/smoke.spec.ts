/**
 * The extension as it is shipped: packed, installed, with nothing of the project's folder beside it. Run by
 * `npm test -- --only packaged`; what a writer does first, each once.
 */
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { lines, makePdf } from '../engine/library/makePdf.ts';
import { unzipTexts } from '../engine/pandoc/zip.ts';
import { afterwards, suite, test } from '../vscode/runner.ts';
import { howItStarted } from '../vscode/start.ts';
import { acceptUntil, assert, complete, diagnostics, extension, hoverText, labelOf, openDraft, waitFor, workspaceFolder } from '../vscode/support.ts';

suite('The package', () => {
  test('is what is installed, and starts on a Markdown draft with one file', async () => {
    assert.ok(!extension().extensionUri.fsPath.startsWith(process.env['RAPPORTEUR_ROOT']!), extension().extensionUri.fsPath);
    await openDraft('Ali Alatas spoke.');
    const { requests } = howItStarted() ?? assert.fail('The extension had been started before the tests could watch.');
    assert.deepEqual(requests.filter(request => request !== 'vscode' && !request.startsWith('node:')), ['extension.cjs']);
  });

  test('answers a hover with claims and their authority', async () => {
    const { document } = await openDraft('Much was left to Rafeeuddin Ahmed in those years.');
    assert.match(await hoverText(document, 'Rafeeuddin Ahmed'), /Khan 2022, sec\./);
  });

  test('completes a key', async () => {
    const { document, offset } = await openDraft('It ended so [@sol|');
    await waitFor('the suggestion', async () => (await complete(document, offset)).some(item => labelOf(item).startsWith('solomon2000')));
  });

  test('looks up, and opens what was chosen', async () => {
    await openDraft('A paper.');
    const opened = (): vscode.Uri | undefined => vscode.window.activeTextEditor?.document.uri;
    await acceptUntil('the entry', () => vscode.commands.executeCommand('rapporteur.lookUpActor', 'Rafeeuddin Ahmed'), () => opened()?.path.endsWith('/rafeeuddin-ahmed.md') === true && opened());
  });

  test('opens the timeline, and its page draws', async () => {
    await openDraft('A paper.');
    await vscode.commands.executeCommand('rapporteur.openTimeline');
    // Who sees the window writes this file: see scripts/hostTests.mjs.
    await waitFor('the page of the timeline', () => existsSync(process.env['RAPPORTEUR_DRAWN']!), 120_000);
  });

  test('checks what the draft says', async () => {
    const { document } = await openDraft('The Quay meeting was held in June 1998 [@ledger2001, p. 5].\n');
    await diagnostics(document.uri, found => found.some(({ code }) => JSON.stringify(code).includes('date-conflict')));
  });

  test('makes a Word file with the pandoc that comes along', async () => {
    await openDraft('---\ntitle: Quays\n---\n\nThe ledger says so [@ledger2001, p. 12].\n');
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'packaged.docx');
    afterwards(() => vscode.workspace.fs.delete(uri));
    assert.equal(await vscode.commands.executeCommand('rapporteur.export', { format: 'docx', target: uri.toString() }), uri.toString());
    assert.match(unzipTexts(await vscode.workspace.fs.readFile(uri)).get('word/document.xml')!.replace(/<[^>]+>/g, ''), /The ledger says so\s+\(Quill 2001, 12\)/);
  });

  test('reads a PDF', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'quay.pdf');
    afterwards(() => vscode.workspace.fs.delete(uri));
    await vscode.workspace.fs.writeFile(uri, makePdf([lines(40, 500, 10, ['The keeper kept a ledger of the har-', 'bour for many years.'])]));
    const [sentence] = await vscode.commands.executeCommand<string[]>('rapporteur.importTexts', { files: [uri.toString()], citekey: '' });
    assert.match(sentence ?? '', /^quay\.pdf: 1 passage/);
  });
});
