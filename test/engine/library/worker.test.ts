import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { readQuery } from '../../../src/core/library/query.ts';
import { LibraryClient } from '../../../src/engine/library/libraryClient.ts';
import { temporaryFolder, textOf } from './support.ts';

const workerFile = fileURLToPath(new URL('../../../src/engine/library/library.worker.ts', import.meta.url));

function client(): LibraryClient {
  const made = new LibraryClient({ workerFile });
  onTestFinished(() => made.dispose());
  return made;
}
const query = (words: string) => ({ query: readQuery(words).query, limit: 10 });

test('the library answers from a thread of its own', async () => {
  const library = client();
  expect(await library.call('open', { file: join(temporaryFolder(), 'library.sqlite') })).toMatchObject({ texts: 0 });
  await library.call('put', [textOf('khan2022', ['The agreement on peace.'])]);
  expect((await library.call('search', query('agreement'))).total).toBe(1);
  expect((await library.call('textPassages', 'khan2022')).map(passage => passage.text)).toEqual(['The agreement on peace.']);
});

test('the library says at which places of a work its texts have passages, each once and in their order', async () => {
  const library = client();
  await library.call('open', { file: join(temporaryFolder(), 'library.sqlite') });
  await library.call('put', [textOf('khan2022', ['One.', 'Two.', 'Three.']), textOf('other', ['Four.', 'Five.', 'Six.', 'Seven.']), textOf('draft', ['Eight.'], { shelf: 'drafts', citekey: 'khan2022' })]);
  expect(await library.call('places', 'khan2022')).toEqual(['sec. 1', 'sec. 2', 'sec. 3']);
  const [passage] = textOf('paged', ['Eight, nine and ten.']).passages;
  await library.call('put', [{ ...textOf('paged', []), passages: [{ ...passage!, section: '', page: '8', turns: [{ at: 7, page: '9' }, { at: 16, page: '10' }] }] }]);
  expect(await library.call('places', 'paged')).toEqual(['p. 8', 'p. 9', 'p. 10']);
  expect(await library.call('places', 'nobody')).toEqual([]);
});

test('what is asked before it is opened is refused, and what is asked after it is closed', async () => {
  const library = client();
  await expect(library.call('texts', undefined)).rejects.toMatchObject({ code: 'not-open' });
  await library.dispose();
  await expect(library.call('texts', undefined)).rejects.toMatchObject({ code: 'closed' });
});

test('a call that was cancelled before it began is not made', async () => {
  await expect(client().call('texts', undefined, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
});
