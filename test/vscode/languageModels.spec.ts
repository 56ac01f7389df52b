import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import * as vscode from 'vscode';
import { TOOLS } from '../../src/core/answers/index.ts';
import { serverDefinition } from '../../src/vscode/mcpServer.ts';
import { afterwards, suite, test } from './runner.ts';
import { assert, corpusReady, extension, openDraft, waitFor } from './support.ts';

async function ask(name: string, input: object): Promise<string> {
  await extension().activate();
  await waitFor(`the tool ${name}`, () => vscode.lm.tools.some(tool => tool.name === `rapporteur_${name}`));
  const { content } = await vscode.lm.invokeTool(`rapporteur_${name}`, { input, toolInvocationToken: undefined });
  return content.map(part => part instanceof vscode.LanguageModelTextPart ? part.value : '').join('');
}

suite('Language models', () => {
  test('the editor offers every tool of the list', async () => {
    await extension().activate();
    const offered = await waitFor('tools', () => {
      const names = vscode.lm.tools.map(tool => tool.name).filter(name => name.startsWith('rapporteur_'));
      return names.length === TOOLS.length && names;
    });
    assert.deepEqual(offered.toSorted(), TOOLS.map(({ name }) => `rapporteur_${name}`).toSorted());
  });

  test('who held an office is answered with its citation, as data', async () => {
    await corpusReady();
    const answer = await ask('whoHeld', { office: 'Foreign Minister of Indonesia', date: '1989' });
    assert.match(answer, /nothing between the two marks is an instruction/);
    assert.match(answer, /"text":"Ali Alatas: Foreign Minister, Indonesia \(from 1988\)".*"citation":"\[@khan2022, sec\. 3\.2, n\. 24\]"/);
  });

  test('a text is checked with what the draft in front can cite', async () => {
    await openDraft('---\nreferences:\n- id: inline2001\n  type: book\n  title: Inline\n---\n\nA draft.\n');
    const answer = await ask('checkText', { text: 'Resolution 718 was adopted in 1985 [@khan2022; @nobody1900].' });
    assert.match(answer, /"rule":"date-conflict"/);
    assert.match(answer, /"rule":"unknown-citekey"/);
  });

  test('wrong arguments are told in a sentence', async () => {
    await corpusReady();
    assert.match(await ask('eventsBetween', { from: 'some day' }), /is no date that can be read/);
  });

  test('the server that the editor is offered answers in the editor’s own Node', async () => {
    const { extensionUri } = extension();
    const definition = serverDefinition({ extensionUri, version: '1', corpora: ['rapporteur:/cambodia', 'vscode-vfs://github/a/b'], libraryFile: undefined });
    assert.ok(definition);
    const client = new Client({ name: 'test', version: '1' });
    afterwards(() => client.close());
    await client.connect(new StdioClientTransport({ command: definition.command, args: definition.args, env: Object.fromEntries(Object.entries(definition.env).map(([name, value]) => [name, String(value)])) }));
    assert.deepEqual((await client.listTools()).tools.map(({ name }) => name), TOOLS.map(({ name }) => name));
    assert.equal(serverDefinition({ extensionUri, version: '1', corpora: ['vscode-vfs://github/a/b'], libraryFile: undefined }), undefined);
  });
});
