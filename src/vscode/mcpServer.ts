import * as vscode from 'vscode';
import { onDisk } from './bundledFiles.ts';
import { Disposable } from './disposable.ts';
import type { Services } from './services.ts';

/** As in the manifest. */
const PROVIDER = 'rapporteur.mcp';

export interface ServerPlace {
  readonly extensionUri: vscode.Uri;
  readonly version: string;
  /** Addresses of the corpora; those that are no folders of this machine are left out. */
  readonly corpora: readonly string[];
  readonly libraryFile: vscode.Uri | undefined;
}

/** How the editor starts the server: with the Node that it runs extensions in. `undefined` where there is nothing to answer from. */
export function serverDefinition({ extensionUri, version, corpora, libraryFile }: ServerPlace): vscode.McpStdioServerDefinition | undefined {
  const folders = corpora.map(uri => onDisk(vscode.Uri.parse(uri, true), extensionUri)).filter(uri => uri.scheme === 'file').map(uri => uri.fsPath);
  if (folders.length === 0) { return undefined; }
  const args = [vscode.Uri.joinPath(extensionUri, 'dist', 'cli.cjs').fsPath, 'mcp', ...folders.flatMap(folder => ['--corpus', folder]), ...libraryFile?.scheme === 'file' ? ['--library', libraryFile.fsPath] : []];
  const definition = new vscode.McpStdioServerDefinition('Rapporteur', process.execPath, args, { ELECTRON_RUN_AS_NODE: '1' }, version);
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder?.uri.scheme === 'file') { definition.cwd = folder.uri; }
  return definition;
}

/** Offers the server to the editor, with the corpora that there are. */
class McpServer extends Disposable implements vscode.McpServerDefinitionProvider<vscode.McpStdioServerDefinition> {
  readonly #services: Services;
  readonly #version: string;
  readonly #onDidChange = this.own(new vscode.EventEmitter<void>());
  readonly onDidChangeMcpServerDefinitions = this.#onDidChange.event;
  #folders = '';

  constructor(services: Services, version: string) {
    super();
    this.#services = services;
    this.#version = version;
    this.own(services.corpus.onDidChange(() => {
      const folders = services.corpus.folders.join('\n');
      if (folders !== this.#folders) { this.#folders = folders; this.#onDidChange.fire(); }
    }));
  }

  async provideMcpServerDefinitions(): Promise<vscode.McpStdioServerDefinition[]> {
    if (!vscode.workspace.isTrusted) { return []; }
    await this.#services.corpus.ready();
    const { corpus, library, extensionUri } = this.#services;
    const definition = serverDefinition({ extensionUri, version: this.#version, corpora: corpus.folders, libraryFile: library.file });
    return definition === undefined ? [] : [definition];
  }
}

export function registerMcpServer(services: Services, version: string): vscode.Disposable {
  // Some editors that run extensions know no servers of this kind.
  const lm = vscode.lm as Partial<typeof vscode.lm> | undefined;
  if (lm?.registerMcpServerDefinitionProvider === undefined) { return new vscode.Disposable(() => undefined); }
  const provider = new McpServer(services, version);
  return vscode.Disposable.from(provider, lm.registerMcpServerDefinitionProvider(PROVIDER, provider));
}
