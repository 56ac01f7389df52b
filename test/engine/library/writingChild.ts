/** Puts texts into an index that others write into at the same time, searches between, and says what is in. Started by twoProcesses.test.ts: FILE NAME COUNT */
import { writeSync } from 'node:fs';
import { readQuery } from '../../../src/core/library/query.ts';
import { passagesOf } from '../../../src/core/library/passages.ts';
import { LibraryServer } from '../../../src/engine/library/libraryServer.ts';

async function run(): Promise<void> {
  const [file, name, count] = process.argv.slice(2) as [string, string, string];
  const { handlers } = new LibraryServer(reason => { writeSync(1, `rebuilt ${reason}\n`); });
  const call = { isCancelled: () => false, progress: () => undefined };
  await handlers.open({ file });
  writeSync(1, 'open\n');
  for (let at = 0; at < Number(count); at++) {
    const text = `Writer ${name} says in text ${at} that the harbour froze, and that word${name}${at} was said.`;
    const block = { kind: 'text' as const, text, page: '1', turns: [], section: '', note: '', places: [] };
    await handlers.put([{ key: `${name}${at}`, shelf: 'sources', citekey: name, title: name, hash: String(at), passages: passagesOf([block]) }]);
    const { total } = await handlers.search({ query: readQuery(`word${name}${at}`).query, limit: 5 }, call);
    writeSync(1, `${total === 1 ? 'in' : 'lost'} ${name}${at}\n`);
  }
  handlers.close();
}

void run();
