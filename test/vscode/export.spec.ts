import * as vscode from 'vscode';
import { unzipTexts } from '../engine/pandoc/zip.ts';
import { suite, test } from './runner.ts';
import { assert, diagnostics, openDraft, set, workspaceFolder, writeFile } from './support.ts';
import { afterwards } from './runner.ts';

function target(name: string): vscode.Uri {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  afterwards(async () => { try { await vscode.workspace.fs.delete(uri); } catch { /* it was not made */ } });
  return uri;
}
const DRAFT = '---\ntitle: Quays\n---\n\nThe ledger says so [@ledger2001, p. 12]. It was kept [@ledger2001, p. 13].[^1]\n\n[^1]: See @ledger2001.\n';

suite('Export', () => {
  test('writes a Word file with the citations as notes, and replaces no file that is there', async () => {
    await set('citation.style', 'chicago-notes');
    await openDraft(DRAFT);
    const uri = target('quays.docx');
    const argument = { format: 'docx', target: uri.toString() };
    assert.equal(await vscode.commands.executeCommand('rapporteur.export', argument), uri.toString());
    const written = await vscode.workspace.fs.readFile(uri);
    const notes = unzipTexts(written).get('word/footnotes.xml')!.replace(/<[^>]+>/g, '');
    assert.match(notes, /Quill.*12/s);
    assert.equal(await vscode.commands.executeCommand('rapporteur.export', argument), undefined);
    assert.deepEqual(await vscode.workspace.fs.readFile(uri), written);
  });

  test('is done by the pandoc that comes along where the one that is named is not there', async () => {
    await set('pandoc.program', 'no-such-pandoc-anywhere');
    await openDraft(DRAFT);
    const uri = target('named.html');
    await vscode.commands.executeCommand('rapporteur.export', { format: 'html', target: uri.toString() });
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /Quill 2001/);
  });

  test('writes the cited sources, and copies the draft as formatted text', async () => {
    await openDraft(DRAFT);
    const uri = target('quays.ris');
    await vscode.commands.executeCommand('rapporteur.exportCitedSources', { format: 'ris', target: uri.toString() });
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /^ID {2}- ledger2001/m);
    await vscode.commands.executeCommand('rapporteur.copyFormatted');
    const copied = await vscode.env.clipboard.readText();
    assert.match(copied, /\(Quill 2001, 12\)/);
    assert.doesNotMatch(copied, /@ledger2001/);
  });

  test('puts figures beside a LaTeX document without replacing files of others, and replaces its own', async () => {
    await openDraft('```timeline\ntitle: Roads\n```\n');
    const other = await writeFile('roads-timeline-1.png', 'a picture of somebody');
    const uri = target('roads.tex');
    const figure = target('roads-timeline-2-1.png');
    for (const overwrite of [false, true]) { await vscode.commands.executeCommand('rapporteur.export', { format: 'latex', target: uri.toString(), overwrite }); }
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /\{roads-timeline-2-1\.png\}/);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(other)), 'a picture of somebody');
    assert.ok((await vscode.workspace.fs.stat(figure)).size > 1000);
    assert.deepEqual((await vscode.workspace.fs.readDirectory(workspaceFolder())).map(([name]) => name).filter(name => name.startsWith('roads-timeline')).sort(), ['roads-timeline-1.png', 'roads-timeline-2-1.png']);
  });

  test('draws the timeline of a draft into the Word file, with its title below and what it shows in words', async () => {
    await openDraft('They met.\n\n```timeline\ntitle: The road to the quay\n```\n\nThen they parted.\n');
    const uri = target('drawn.docx');
    await vscode.commands.executeCommand('rapporteur.export', { format: 'docx', target: uri.toString() });
    const parts = unzipTexts(await vscode.workspace.fs.readFile(uri));
    assert.deepEqual([...parts.keys()].filter(name => name.startsWith('word/media/')).map(name => name.replace(/.*\./, '')), ['png']);
    const text = parts.get('word/document.xml')!;
    assert.match(text.replace(/<[^>]+>/g, ' '), /They met\..*The road to the quay.*Then they parted\./s);
    assert.match(text, /<wp:docPr[^>]* descr="[^"]+"/);
    assert.doesNotMatch(text, /title: The road/);
  });

  for (const [name, what, csl] of [
    ['cut.csl', 'cut short', '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation>'],
    ['none.csl', 'no style at all', 'Chicago'],
  ] as const) {
    test(`says in the draft that its style is ${what}, and sets citations all the same`, async () => {
      await writeFile(name, csl);
      const { document } = await openDraft(`---\ncsl: ${name}\n---\n\nSo [@ledger2001].\n`);
      await diagnostics(document.uri, all => all.some(({ code, message }) => code === 'unusable-style' && message.includes(name)));
      const uri = target(`${name}.html`);
      await vscode.commands.executeCommand('rapporteur.export', { format: 'html', target: uri.toString() });
      assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /Ledger of the Harbour/);
    });
  }

  test('exports in pandoc’s own style where pandoc cannot use the one of the draft', async () => {
    await writeFile('odd.csl', '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout></citation></layout></style>');
    await openDraft('---\ncsl: odd.csl\n---\n\nSo [@ledger2001].\n');
    const uri = target('odd.html');
    await vscode.commands.executeCommand('rapporteur.export', { format: 'html', target: uri.toString() });
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), /Ledger of the Harbour/);
  });

  test('says in the draft that its style is not there', async () => {
    const { document } = await openDraft('---\ncsl: no-such-style.csl\n---\n\nSo [@ledger2001].\n');
    const [found] = await diagnostics(document.uri, all => all.some(({ code }) => code === 'unusable-style'));
    assert.match(found!.message, /no-such-style/);
    assert.equal(document.getText(found!.range), 'no-such-style.csl');
  });
});
