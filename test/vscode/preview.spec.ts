import * as vscode from 'vscode';
import { suite, test } from './runner.ts';
import { assert, hoverText, openDraft, set, waitFor } from './support.ts';

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

  test('sets citations and notes in the style of the draft, with the works at the end', async () => {
    await set('citation.style', 'un-editorial');
    const { document } = await openDraft('A [@ledger2001, p. 2]. B [@ledger2001, p. 3].[^1]\n\n[^1]: So they say.\n');
    const html = await waitFor('citations as notes', async () => {
      const drawn = await vscode.commands.executeCommand<string>('markdown.api.render', document);
      return drawn.includes('Ibid., p. 3') ? drawn : undefined;
    }, 60_000);
    assert.match(html, /rapporteur-note-1.*p\. 2.*rapporteur-note-2.*Ibid\., p\. 3.*rapporteur-note-3.*So they say/s);
    assert.match(html, /rapporteur-references.*Ledger of the Harbour/s);
    const text = await waitFor('the reference in the hover', async () => {
      const shown = await hoverText(document, '@ledger2001');
      return /Ada Quill.*p\. 2/s.test(shown) ? shown : undefined;
    }, 60_000);
    assert.match(text, /Ledger of the Harbour/);
  });

  test('draws a timeline fence, with what it does not understand below', async () => {
    const html = await render('```timeline\ntitle: The <b>road</b>\nflavour: sweet\n```\n');
    assert.match(html, /<figure[^>]*class="[^"]*rapporteur-timeline[^>]*><svg /);
    assert.match(html, /<figcaption>The &lt;b&gt;road&lt;\/b&gt;<\/figcaption>/);
    assert.match(html, /flavour is not a field/);
  });

  test('leaves the outline of a draft with notes to the editor', async () => {
    const { document } = await openDraft('# Harbours\n\nA note.[^1] So it was [@ledger2001].\n\n[^1]: See @ledger2001.\n');
    const outline = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.match(outline[0]?.name ?? '', /Harbours/);
  });
});
