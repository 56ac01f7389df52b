import * as vscode from 'vscode';

/** Scheme of the corpora that come with the extension, e.g. `rapporteur:/cambodia/actors/ali-alatas.md`. */
export const BUNDLED_SCHEME = 'rapporteur';
/** All of them. */
export const BUNDLED_ROOT = vscode.Uri.from({ scheme: BUNDLED_SCHEME, path: '/' });

/** Where a bundled file is on the disk; other addresses stay as they are. */
export function onDisk(uri: vscode.Uri, extensionUri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== BUNDLED_SCHEME) { return uri; }
  const root = vscode.Uri.joinPath(extensionUri, 'corpus');
  const file = vscode.Uri.joinPath(root, uri.path);
  // `..` in an address leads nowhere else.
  if (file.path !== root.path && !file.path.startsWith(`${root.path}/`)) { throw vscode.FileSystemError.FileNotFound(uri); }
  return file;
}

/** The bundled corpora as files that can be read and not be changed: what was written into them would go with the next version. */
class BundledFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]> = () => new vscode.Disposable(() => undefined);
  readonly #extensionUri: vscode.Uri;
  constructor(extensionUri: vscode.Uri) { this.#extensionUri = extensionUri; }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): Thenable<vscode.FileStat> {
    return vscode.workspace.fs.stat(onDisk(uri, this.#extensionUri));
  }

  readDirectory(uri: vscode.Uri): Thenable<[string, vscode.FileType][]> {
    return vscode.workspace.fs.readDirectory(onDisk(uri, this.#extensionUri));
  }

  readFile(uri: vscode.Uri): Thenable<Uint8Array> {
    return vscode.workspace.fs.readFile(onDisk(uri, this.#extensionUri));
  }

  createDirectory(uri: vscode.Uri): never { throw vscode.FileSystemError.NoPermissions(uri); }
  writeFile(uri: vscode.Uri): never { throw vscode.FileSystemError.NoPermissions(uri); }
  delete(uri: vscode.Uri): never { throw vscode.FileSystemError.NoPermissions(uri); }
  rename(uri: vscode.Uri): never { throw vscode.FileSystemError.NoPermissions(uri); }
}

export function registerBundledFiles(extensionUri: vscode.Uri): vscode.Disposable {
  const why = new vscode.MarkdownString(vscode.l10n.t('This corpus comes with Rapporteur. To change it, [copy it into the workspace]({0}).', 'command:rapporteur.openBundledCorpus'));
  why.isTrusted = { enabledCommands: ['rapporteur.openBundledCorpus'] };
  return vscode.workspace.registerFileSystemProvider(BUNDLED_SCHEME, new BundledFiles(extensionUri), { isCaseSensitive: true, isReadonly: why });
}
