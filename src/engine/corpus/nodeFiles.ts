import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CorpusFileSystem } from './corpusStore.ts';
import type { ListedFile } from './loadFiles.ts';

/** Folders deeper than this in a corpus are not read. */
const MAX_DEPTH = 6;

/** Corpora in folders of this machine, for the command line and for tests. Symbolic links are not followed; nothing is watched. */
export class NodeCorpusFiles implements CorpusFileSystem {
  readonly #folders: readonly string[];

  /** @param folders paths of corpus folders, each with a `corpus.yaml` */
  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  findCorpora(): Promise<string[]> {
    return Promise.resolve(this.#folders.map(folder => pathToFileURL(folder).href));
  }

  async listFiles(folderUri: string): Promise<ListedFile[]> {
    const root = fileURLToPath(folderUri);
    const paths: string[] = [];
    const visit = async (folder: string, depth: number): Promise<void> => {
      for (const child of await readdir(folder, { withFileTypes: true })) {
        const path = join(folder, child.name);
        if (child.name.startsWith('.')) continue;
        if (child.isDirectory() && depth < MAX_DEPTH) await visit(path, depth + 1);
        if (child.isFile() && /\.(?:md|ya?ml|json)$/i.test(child.name)) paths.push(path);
      }
    };
    await visit(root, 0);
    return Promise.all(paths.sort().map(async path => {
      const { size, mtimeMs } = await stat(path);
      return { path: relative(root, path).split(sep).join('/'), uri: pathToFileURL(path).href, size, mtime: mtimeMs };
    }));
  }

  async read(uri: string): Promise<Uint8Array> {
    return readFile(fileURLToPath(uri));
  }

  onDidChange(): { dispose(): void } {
    return { dispose: () => undefined };
  }
}
