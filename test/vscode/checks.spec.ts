import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { assert, diagnostics, openDraft, set, waitFor, workspaceFolder, writeFile } from './support.ts';

const WRONG_DATE = 'The Quay meeting was held in June 1998 [@ledger2001, p. 5].\n';
const codeOf = ({ code }: vscode.Diagnostic): string => typeof code === 'object' ? String(code.value) : String(code);
const codes = (found: readonly vscode.Diagnostic[]): string[] => found.map(codeOf);

/** The findings of a draft, once they are of these rules and no others. */
function findings(uri: vscode.Uri, ...rules: string[]): Promise<vscode.Diagnostic[]> {
  return diagnostics(uri, found => codes(found).join() === rules.join());
}

async function actions(document: vscode.TextDocument, at: vscode.Range, kind = vscode.CodeActionKind.QuickFix): Promise<vscode.CodeAction[]> {
  return (await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, at, kind.value));
}

/** Does what a code action says, as a click on it does. */
async function choose(offered: readonly vscode.CodeAction[], title: RegExp, ...args: unknown[]): Promise<void> {
  const action = offered.find(one => title.test(one.title));
  assert.ok(action, `no action like ${title.source} among: ${offered.map(one => one.title).join('; ')}`);
  if (action.edit !== undefined) { assert.ok(await vscode.workspace.applyEdit(action.edit)); }
  if (action.command !== undefined) { await vscode.commands.executeCommand(action.command.command, ...action.command.arguments as unknown[], ...args); }
}

suite('Checks', () => {
  test('a finding has its code with its page, and the record it rests on; its fix is one undo', async () => {
    const { document } = await openDraft(WRONG_DATE);
    const [found] = await findings(document.uri, 'date-conflict');
    assert.match(found!.message, /Quay meeting: the record has May 1999, not June 1998/);
    assert.equal(document.getText(found!.range), 'June 1998');
    const page = (found!.code as { target: vscode.Uri }).target;
    assert.match((await vscode.workspace.openTextDocument(page)).getText(), /^# date-conflict\n/);
    const [record] = found!.relatedInformation!;
    assert.match(record!.message, /Quay meeting: May 1999 \(Quill 2001, p\. 5\)/);
    assert.equal((await vscode.workspace.openTextDocument(record!.location.uri)).getText(record!.location.range), 'Quay meeting');
    await choose(await actions(document, found!.range), /^Write “May 1999”$/);
    assert.match(document.getText(), /held in May 1999 \[/);
    await findings(document.uri);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), WRONG_DATE);
    await findings(document.uri, 'date-conflict');
  });

  test('a suppression takes its reason, and the finding is gone', async () => {
    const { document } = await openDraft(WRONG_DATE);
    const [found] = await findings(document.uri, 'date-conflict');
    await choose(await actions(document, found!.range), /^Suppress date-conflict/, 'the diary has June');
    assert.match(document.getText(), /^<!-- rapporteur-disable-next-line date-conflict: the diary has June -->\nThe Quay/);
    await findings(document.uri);
  });

  test('house style is set right everywhere at once, and all of one rule', async () => {
    const { document } = await openDraft('Vietnam met Vietnam. “Vietnam” said Vietnam.\n');
    await findings(document.uri, 'name-variant', 'name-variant', 'name-variant');
    const whole = new vscode.Range(0, 0, 1, 0);
    await choose(await actions(document, whole, vscode.CodeActionKind.SourceFixAll), /names/);
    assert.equal(document.getText(), 'Viet Nam met Viet Nam. “Vietnam” said Viet Nam.\n');
    await vscode.commands.executeCommand('undo');
    await findings(document.uri, 'name-variant', 'name-variant', 'name-variant');
    await choose(await actions(document, whole), /^Fix all 3 of name-variant/);
    assert.equal(document.getText(), 'Viet Nam met Viet Nam. “Vietnam” said Viet Nam.\n');
  });

  test('findings follow the text, the settings and the corpus', async () => {
    const { document, editor } = await openDraft(`${WRONG_DATE}\nSo [@nobody].\n`);
    await findings(document.uri, 'date-conflict', 'unknown-citekey');
    await editor.edit(builder => builder.delete(new vscode.Range(1, 0, 3, 0)));
    await findings(document.uri, 'date-conflict');
    await set('checks.severity', { 'date-conflict': 'off' });
    await findings(document.uri);
    await set('checks.severity', { 'date-conflict': 'hint' });
    const [hint] = await findings(document.uri, 'date-conflict');
    assert.equal(hint!.severity, vscode.DiagnosticSeverity.Hint);
    await set('checks.enabled', false);
    await findings(document.uri);
    await set('checks.enabled', true);
    const event = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(workspaceFolder(), 'corpus/events/quay-meeting.md'));
    await writeFile('corpus/events/quay-meeting.md', new TextDecoder().decode(event).replace('date: 1999-05', 'date: 1998-06').replace('in May 1999', 'in June 1998'));
    await findings(document.uri);
  });

  test('what is no draft of the writer has no findings', async () => {
    const { document } = await openDraft(WRONG_DATE);
    const [found] = await findings(document.uri, 'date-conflict');
    const { target } = found!.code as { target: vscode.Uri };
    await vscode.window.showTextDocument(target);
    await findings((await openDraft(WRONG_DATE)).document.uri, 'date-conflict');
    assert.deepEqual(codes(vscode.languages.getDiagnostics(target)), []);
  });
});

suite('Check Workspace', () => {
  const check = (token?: vscode.CancellationToken) => vscode.commands.executeCommand<{ drafts: number; findings: number } | undefined>('rapporteur.checkWorkspace', token);

  test('finds in drafts that are not open what it finds in open ones, each with its own bibliography', async () => {
    await openDraft('A paper.');
    const wrong = await writeFile('papers/wrong.md', WRONG_DATE);
    await writeFile('papers/own.bib', '@book{own1999, title = {Own}}\n');
    const own = await writeFile('papers/own.md', '---\nbibliography: own.bib\n---\n\nAs shown [@own1999] and [@nobody].\n');
    const checked = await check();
    assert.ok(checked!.drafts >= 3);
    await findings(wrong, 'date-conflict');
    const [unknown] = await findings(own, 'unknown-citekey');
    assert.match(unknown!.message, /@nobody/);
    // The findings stay while the draft is opened, and when it is closed again.
    await vscode.window.showTextDocument(wrong);
    await findings(wrong, 'date-conflict');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await findings(wrong, 'date-conflict');
  });

  test('ended early leaves everything as it was', async () => {
    await openDraft('A paper.');
    const wrong = await writeFile('papers/later.md', WRONG_DATE);
    const source = new vscode.CancellationTokenSource();
    source.cancel();
    assert.equal(await check(source.token), undefined);
    assert.deepEqual(vscode.languages.getDiagnostics(wrong), []);
    await check();
    await findings(wrong, 'date-conflict');
    await vscode.workspace.fs.delete(wrong);
    await check();
    await waitFor('no findings of a draft that is gone', () => vscode.languages.getDiagnostics(wrong).length === 0);
  });
});

suite('Quick fixes', () => {
  /** Of the rules of a draft, in the order of its text, the first is settled, and the others stay. */
  const CASES: readonly (readonly [rules: readonly string[], before: string, title: string, after: string])[] = [
    [['false-precision'], 'The Quay meeting was held on 5 May 1999 [@ledger2001, p. 5].', 'Write “May 1999”', 'The Quay meeting was held in May 1999 [@ledger2001, p. 5].'],
    [['office-conflict'], 'In 1987, Foreign Minister Ali Alatas agreed [@khan2022, sec. 3.2].', 'Write “Mochtar Kusumaatmadja”', 'In 1987, Foreign Minister Mochtar Kusumaatmadja agreed [@khan2022, sec. 3.2].'],
    [['office-conflict'], 'In 1990, Keeper Ada Quill spoke [@ledger2001, p. 1].', 'Leave the title of Ada Quill out', 'In 1990, Ada Quill spoke [@ledger2001, p. 1].'],
    [['count-conflict', 'first-mention'], 'The six ASEAN members agreed in 1990 [@khan2022, sec. 2.5].', 'Write “five”', 'The five ASEAN members agreed in 1990 [@khan2022, sec. 2.5].'],
    [['uncited-claim'], 'The Quay meeting was held in May 1999.', 'Cite @ledger2001, p. 5', 'The Quay meeting was held in May 1999 [@ledger2001, p. 5].'],
    [['unknown-citekey'], 'So [@ledger2011, p. 1].', 'Write @ledger2001', 'So [@ledger2001, p. 1].'],
    [['dangling-note'], 'A note.[^9]', 'Add the note [^9] at the end', 'A note.[^9]\n\n[^9]: '],
    [['order-conflict'], 'The fall of the Berlin Wall came after the second Paris conference [@khan2022, sec. 2.2].', 'Write “before”', 'The fall of the Berlin Wall came before the second Paris conference [@khan2022, sec. 2.2].'],
    [['participation-conflict'], 'Thailand hosted the first Jakarta Informal Meeting [@khan2022, sec. 3.2].', 'Write “Indonesia”', 'Indonesia hosted the first Jakarta Informal Meeting [@khan2022, sec. 3.2].'],
    [['quotation-without-locator'], 'The Quay meeting was “a matter of life and death” [@ledger2001].', 'Add “p. 5”: Ada Quill chaired the meeting in May 1999.', 'The Quay meeting was “a matter of life and death” [@ledger2001, p. 5].'],
    [['locator-out-of-range'], 'So [@khan2022, n. 99].', 'Write “n. 65”', 'So [@khan2022, n. 65].'],
    [['unused-note'], 'A note.\n\n[^9]: Of no use.', 'Take the note [^9] away', 'A note.'],
    [['name-variant'], 'Vietnam agreed.', 'Write “Viet Nam”', 'Viet Nam agreed.'],
    [['first-mention'], 'Then Alatas agreed.', 'Write “Ali Alatas”', 'Then Ali Alatas agreed.'],
  ];
  for (const [[rule, ...others], before, title, after] of CASES) {
    test(`settle ${rule!}: ${title}`, async () => {
      const { document } = await openDraft(`${before}\n`);
      const [found] = await findings(document.uri, rule!, ...others);
      const offered = await actions(document, found!.range);
      assert.equal(offered.filter(({ command }) => command?.command === 'rapporteur.suppressFinding').length, 1);
      await choose(offered, new RegExp(`^${title.replace(/[[\]^.]/g, '\\$&')}$`));
      assert.equal(document.getText().trimEnd(), after.trimEnd());
      await findings(document.uri, ...others);
    });
  }

  test('that two checks ask for are offered once', async () => {
    await writeFile('mill/corpus.yaml', 'id: mill\ntitle: The mill\npreferred-names: {Millison: Ida Brackwell}\n');
    await writeFile('mill/references.json', '[]');
    await writeFile('mill/actors/ida-brackwell.md', '---\ntype: person\nname: Ida Brackwell\naliases: [Millison]\n---\nA miller.\n');
    await vscode.commands.executeCommand('rapporteur.reloadCorpora');
    const { document } = await openDraft('Then Millison agreed.\n');
    const [found] = await findings(document.uri, 'name-variant', 'first-mention');
    const offered = await actions(document, found!.range);
    assert.equal(offered.filter(({ title }) => title === 'Write “Ida Brackwell”').length, 1);
    await choose(offered, /^Write “Ida Brackwell”$/);
    assert.equal(document.getText(), 'Then Ida Brackwell agreed.\n');
    await findings(document.uri);
  });

  test('of one rule are applied together by a command, and only where something can be', async () => {
    const { document } = await openDraft('Vietnam met Vietnam. So [@ledger2011].\n');
    await findings(document.uri, 'name-variant', 'name-variant', 'unknown-citekey');
    await vscode.commands.executeCommand('rapporteur.fixAllOfRule', 'date-conflict');
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('rapporteur.fixAllOfRule', 'name-variant');
    assert.equal(document.getText(), 'Viet Nam met Viet Nam. So [@ledger2011].\n');
    await findings(document.uri, 'unknown-citekey');
  });

  test('a suppression of something that is not found, or without a reason, changes nothing', async () => {
    const { document } = await openDraft('Vietnam agreed.\n');
    await findings(document.uri, 'name-variant');
    await vscode.commands.executeCommand('rapporteur.suppressFinding', document.uri.toString(), 'name-variant', 3, 'why not');
    await vscode.commands.executeCommand('rapporteur.suppressFinding', document.uri.toString(), 'name-variant', 0, '  ');
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('rapporteur.suppressFinding', document.uri.toString(), 'name-variant', 0, 'as in --> the treaty');
    assert.equal(document.getText(), '<!-- rapporteur-disable-next-line name-variant: as in –> the treaty -->\nVietnam agreed.\n');
    await findings(document.uri);
  });

  test('the page of a rule opens, as links in the settings open it', async () => {
    await vscode.commands.executeCommand('rapporteur.openRule', 'date-conflict');
    await waitFor('the page', () => vscode.window.tabGroups.all.some(({ activeTab }) => activeTab?.input instanceof vscode.TabInputWebview && activeTab.label.includes('date-conflict.md')));
  });
});
