import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { assert, openDraft, waitFor } from './support.ts';

suite('Preview', () => {
  const render = async (text: string) => {
    await openDraft(text);
    return vscode.commands.executeCommand<string>('markdown.api.render', text);
  };

  test('shows a citation as text with its reference as title', async () => {
    await openDraft('A paper.');
    const html = await waitFor('the plugin', async () => {
      const drawn = await render('It was so [@ledger2001, p. 2].');
      return drawn.includes('rapporteur-citation') ? drawn : undefined;
    });
    assert.match(html, /Quill 2001, p\. 2/);
    assert.match(html, /title="[^"]*Ledger of the Harbour/);
    assert.doesNotMatch(html, /@ledger2001/);
  });

  test('leaves an unknown key as it is written, and marked', async () => {
    assert.match(await render('It was so [@nobody1999].'), /rapporteur-citation-missing/);
  });

  test('lets no markup of a key or a suffix through', async () => {
    assert.doesNotMatch(await render('So [@ledger2001, <img src=x onerror=alert(1)>].'), /<img/);
  });

  test('draws a timeline fence, with what it does not understand below', async () => {
    const html = await render('```timeline\ntitle: The <b>road</b>\nflavour: sweet\n```\n');
    assert.match(html, /<figure[^>]*class="[^"]*rapporteur-timeline[^>]*><svg /);
    assert.match(html, /<figcaption>The &lt;b&gt;road&lt;\/b&gt;<\/figcaption>/);
    assert.match(html, /flavour is not a field/);
  });
});
