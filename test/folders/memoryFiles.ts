import * as vscode from 'vscode';

interface File { readonly bytes: Uint8Array; readonly mtime: number }

/** Files of a scheme that is on no disk, and that nobody can search: as in a virtual workspace. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, File>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  #clock = 0;

  put(path: string, text: string): Promise<void> {
    return this.writeFile(vscode.Uri.from({ scheme: 'memory', path }), new TextEncoder().encode(text));
  }

  watch(): vscode.Disposable { return new vscode.Disposable(() => undefined); }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file !== undefined) { return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.length }; }
    if (this.readDirectory(uri).length === 0) { throw vscode.FileSystemError.FileNotFound(uri); }
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const inside = [...this.#files.keys()].filter(name => name.startsWith(`${path}/`)).map(name => name.slice(path.length + 1));
    const children = new Map(inside.map(name => [name.split('/')[0]!, name.includes('/') ? vscode.FileType.Directory : vscode.FileType.File]));
    return [...children];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (file === undefined) { throw vscode.FileSystemError.FileNotFound(uri); }
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, { bytes, mtime: ++this.#clock });
    this.#changed.fire([{ type, uri }]);
    return Promise.resolve();
  }

  createDirectory(): void { /* a folder is there when a file is in it */ }
  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }
  rename(): never { throw vscode.FileSystemError.Unavailable('rename'); }
}
