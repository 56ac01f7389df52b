import { packCorpus } from '../../core/corpus/packed.ts';
import { NodeCorpusFiles } from './nodeFiles.ts';
import { openCorpus } from './openCorpus.ts';

/** Reads a corpus folder of this machine and packs it. Rejects when a file of it cannot be read. */
export async function packFolder(folder: string): Promise<string> {
  const files = new NodeCorpusFiles([folder]);
  const [folderUri] = await files.findCorpora() as [string];
  const { files: loaded, failure, corpus } = await openCorpus(files, folderUri, undefined, () => true);
  if (failure !== undefined) throw new Error(failure.message);
  return packCorpus([...loaded.values()].map(({ file: { path, uri, text }, problem }) => {
    if (text === undefined) throw new Error(`${path}: ${problem?.message ?? ''}`);
    return { path, uri, text };
  }), corpus);
}
