import type * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { assert, complete, corpusReady, hoverText, labelOf, openDraft, waitFor } from './support.ts';

suite('Front matter of an entry', () => {
  /** An entry of the workspace's corpus with the cursor at the `|`. */
  const open = async (text: string, name: string) => openDraft(text, { name });

  test('offers keys with what they say, and goes on where values go', async () => {
    const { document, offset } = await open('---\ntype: person\nname: Ivo Tarn\nmem|\n---\n', 'corpus/actors/ivo-tarn.md');
    const item = await waitFor('the key', async () => (await complete(document, offset)).find(one => labelOf(one) === 'memberships'));
    assert.match((item.documentation as vscode.MarkdownString).value, /Offices held/);
    assert.match((item.insertText as vscode.SnippetString).value, /organization: \$/);
  });

  test('offers ids by the names of their entries, and types', async () => {
    const { document, offset } = await open('---\ntype: person\nname: Ivo Tarn\nmemberships:\n  - organization: |\n---\n', 'corpus/actors/ivo-tarn-2.md');
    const item = await waitFor('the id', async () => (await complete(document, offset)).find(one => labelOf(one) === 'harbour-office'));
    assert.match(item.filterText ?? '', /Harbour Office/);
    const types = await complete(document, document.getText().indexOf('person'));
    assert.ok(types.some(one => labelOf(one) === 'un-body'));
  });

  test('begins an entry in an empty file', async () => {
    const { document } = await open('', 'corpus/events/new-event.md');
    const item = await waitFor('the entry', async () => (await complete(document, 0)).find(one => labelOf(one) === 'event'));
    assert.match((item.insertText as vscode.SnippetString).value, /^---\ntype: event\n/);
  });

  test('says what a key is for', async () => {
    const { document } = await open('---\ntype: person\nname: Ivo Tarn\naliases: [Tarn]\n---\n', 'corpus/actors/ivo-tarn-3.md');
    assert.match(await hoverText(document, 'aliases'), /Other names/);
  });

  test('is for files of a corpus only', async () => {
    const { document, offset } = await openDraft('---\ntype: person\nna|\n---\n');
    await corpusReady();
    // The editor itself offers words of the text.
    assert.deepEqual((await complete(document, offset)).filter(one => one.documentation !== undefined && /^(?:name|memberships)$/.test(labelOf(one))), []);
  });
});
