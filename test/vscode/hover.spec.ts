import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { assert, hovers, hoverText, openDraft, set, waitFor } from './support.ts';

suite('Hover', () => {
  test('on a name says who it is, with claims and their authority', async () => {
    const { document } = await openDraft('Much was left to Rafeeuddin Ahmed in those years.');
    const text = await hoverText(document, 'Rafeeuddin Ahmed');
    assert.match(text, /Rafeeuddin Ahmed/);
    assert.match(text, /Khan 2022, sec\./);
  });

  test('on an alias is the same card', async () => {
    const { document } = await openDraft('The ICK met without Viet Nam.');
    assert.match(await hoverText(document, 'ICK'), /International Conference on Kampuchea/);
  });

  test('on a name says the office at the date of the sentence', async () => {
    const { document } = await openDraft('Ada Quill spoke in March 1999.');
    assert.match(await hoverText(document, 'Quill'), /Keeper, Harbour Office/);
  });

  test('on a name says the office at the date of an event that the sentence names', async () => {
    const { document } = await openDraft('Ada Quill spoke at the Quay meeting of it.');
    assert.match(await hoverText(document, 'Ada Quill'), /Keeper, Harbour Office \(from 1998\) · as of May 1999/);
  });

  test('on a name gives no office that was not held yet', async () => {
    const { document } = await openDraft('Ada Quill was a child in 1970.');
    assert.doesNotMatch((await hoverText(document, 'Ada Quill')).split('\n').slice(0, 2).join(' '), /Keeper/);
  });

  test('on a locator gives the statements that stand there', async () => {
    const { document } = await openDraft('So it was [@ledger2001, p. 5].');
    assert.match(await hoverText(document, 'p. 5'), /Ada Quill chaired the meeting/);
    assert.match(await hoverText(document, '@ledger2001'), /Quill 2001, p\. 5/);
  });

  test('on a key that nobody knows says nothing', async () => {
    const { document } = await openDraft('So it was [@nobody1999].');
    assert.deepEqual(await hovers(document, '@nobody1999'), []);
  });

  test('shows as many statements as the setting says', async () => {
    await set('hover.statements', 0);
    const { document } = await openDraft('Ada Quill spoke.');
    assert.doesNotMatch(await hoverText(document, 'Ada Quill'), /Kept the ledger/);
    await set('hover.statements', 5);
    await waitFor('the statements', async () => /Kept the ledger/.test(await hoverText(document, 'Ada Quill')));
  });

  test('on a citation key gives the reference, on the key alone and not on the line', async () => {
    const { document } = await openDraft('It held for a while [see @khan2022, sec. 3.2, passim] and then it did not.');
    const [hover] = await hovers(document, '@khan2022');
    assert.equal(document.getText(hover!.range), '@khan2022');
    // Once, as the style sets it.
    assert.equal((await hoverText(document, '@khan2022')).match(/When Great Powers Behave/g)?.length, 1);
    assert.deepEqual(await hovers(document, 'then it did'), []);
  });

  test('on a key outside brackets works as well', async () => {
    const { document } = await openDraft('As @ledger2001 [p. 2] has it.');
    const [hover] = await hovers(document, '@ledger2001');
    assert.equal(document.getText(hover!.range), '@ledger2001');
    assert.match(await hoverText(document, '@ledger2001'), /Ledger of the Harbour/);
  });

  test('on every key of a cluster gives that one', async () => {
    const { document } = await openDraft('So it was [@khan2022; @ledger2001, p. 5].');
    assert.match(await hoverText(document, '@ledger2001'), /Ledger of the Harbour/);
  });

  test('on a date says what happened then', async () => {
    const { document } = await openDraft('Little was heard in May 1999 of that.');
    assert.match(await hoverText(document, 'May 1999'), /Quay meeting/);
  });

  test('links run only commands of this extension', async () => {
    const { document } = await openDraft('Ada Quill spoke.');
    const [hover] = await hovers(document, 'Ada Quill');
    const content = hover!.contents[0] as vscode.MarkdownString;
    const commands = [...content.value.matchAll(/command:([\w.]+)/g)].map(match => match[1]!);
    assert.ok(commands.length > 0);
    assert.deepEqual(commands.filter(command => !command.startsWith('rapporteur.')), []);
    assert.notEqual(content.isTrusted, true);
    assert.notEqual(content.supportHtml, true);
  });

  test('the links on an event lead to its entry, to its row in the sidebar and to the timeline', async () => {
    const { document, editor } = await openDraft('They spoke at the Quay meeting of it.');
    const [hover] = await hovers(document, 'Quay meeting');
    const links = new Map([...(hover!.contents[0] as vscode.MarkdownString).value.matchAll(/\[([^\]]+)\]\(command:([\w.]+)\?([^)]+)\)/g)].map(([, title, command, query]) => [title!, { command: command!, given: JSON.parse(decodeURIComponent(query!)) as unknown[] }]));
    const follow = async (title: string): Promise<void> => {
      const { command, given } = links.get(title)!;
      assert.deepEqual(given, ['quay-meeting']);
      await vscode.commands.executeCommand(command, ...given);
    };
    const isEntryOpen = () => vscode.window.activeTextEditor?.document.uri.path.endsWith('/quay-meeting.md') === true;
    await follow('Open entry');
    await waitFor('the entry', isEntryOpen);
    await vscode.window.showTextDocument(document, editor.viewColumn);
    await follow('Show in sidebar');
    // The row has the keys now: it opens as by Enter.
    await waitFor('the row', async () => { await vscode.commands.executeCommand('list.select'); return isEntryOpen(); });
    await vscode.window.showTextDocument(document, editor.viewColumn);
    await follow('Show on timeline');
    await waitFor('the timeline', () => vscode.window.tabGroups.all.flatMap(group => group.tabs).some(tab => tab.input instanceof vscode.TabInputWebview && tab.label === 'Timeline'));
    assert.equal(vscode.window.activeTextEditor?.document, document);
  });

  test('works in Quarto as in Markdown', async () => {
    const { document } = await openDraft('Ada Quill spoke [@ledger2001, p. 5].', { name: 'paper.qmd' });
    assert.equal(document.languageId, 'quarto');
    assert.match(await hoverText(document, 'Ada Quill'), /Keeper/);
    assert.match(await hoverText(document, '@ledger2001'), /Ledger of the Harbour/);
  });

  test('stays away from code, front matter and plain words', async () => {
    const { document } = await openDraft('---\ntitle: Ada Quill\n---\n\n`Ada Quill` kept a ledger.\n');
    assert.deepEqual(await hovers(document, 'Ada Quill'), []);
    assert.deepEqual(await hovers(document, 'kept a'), []);
  });
});
