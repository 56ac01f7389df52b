/**
 * Imports texts and accepts proposals until it is killed, and says on its output what is done. Each time it goes on from what
 * it finds, as the editor does. Started by killed.test.ts: FOLDER
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { accept } from '../../../src/core/proposals/accept.ts';
import { readCorpus } from '../../../src/core/corpus/read.ts';
import { mergeCorpora } from '../../../src/core/corpus/snapshot.ts';
import { importFile } from '../../../src/engine/library/importFile.ts';
import { LibraryIndex } from '../../../src/engine/library/libraryIndex.ts';
import { openIndex } from '../../../src/engine/library/open.ts';
import { ProposalStore } from '../../../src/engine/library/proposalStore.ts';
import { createFileAtomic, writeFileAtomic } from '../../../src/engine/writeFile.ts';

const folder = process.argv[2]!;
const corpus = join(folder, 'corpus');
// Written before the next step begins, whoever reads it.
const say = (line: string) => { writeSync(1, `${line}\n`); };

function snapshotNow() {
  const paths = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter(path => !path.endsWith('.tmp') && /\.(?:md|yaml|json)$/.test(path));
  return mergeCorpora([readCorpus(paths.map(path => ({ path: path.replaceAll('\\', '/'), uri: `file://${join(corpus, path)}`, text: readFileSync(join(corpus, path), 'utf8') })), `file://${corpus}`)]);
}

async function acceptNext(store: ProposalStore): Promise<boolean> {
  const [proposal] = (await store.read()).open;
  if (proposal === undefined) return false;
  const snapshot = snapshotNow();
  const acceptance = accept(proposal, { snapshot, taken: new Set([...snapshot.entries.values()].map(entry => entry.id)), textOf: uri => readFileSync(new URL(uri), 'utf8') });
  for (const change of acceptance.kind === 'changes' ? acceptance.changes : []) {
    if (change.kind === 'create') await createFileAtomic(join(corpus, change.path), change.text); else await writeFileAtomic(new URL(change.uri).pathname, change.text);
  }
  await store.settle([proposal.id]);
  say(`accepted ${proposal.id} ${proposal.name}`);
  return true;
}

async function run(): Promise<void> {
  mkdirSync(join(folder, 'texts'), { recursive: true });
  const index = new LibraryIndex((await openIndex(join(folder, 'library.sqlite'))).db);
  const store = new ProposalStore(join(folder, 'proposals.json'));
  say('open');
  for (let at = index.texts().length; ; at++) {
    const path = join(folder, 'texts', `${at}.txt`);
    writeFileSync(path, Array.from({ length: 60 }, (_, line) => `Text ${at} says in its line ${line} that the harbour froze.`).join('\n\n'));
    const report = await importFile(index, { key: `file://${path}`, shelf: 'sources', path, citekey: 'quill1997', title: `${at}.txt` });
    if (report.state === 'imported') say(`imported ${at} ${report.passages}`);
    await acceptNext(store);
  }
}

void run();
