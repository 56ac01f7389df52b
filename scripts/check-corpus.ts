/** `node scripts/check-corpus.ts corpus/cambodia`: what is in a corpus and what is wrong with it. Needs Node 24. */
import { validateCorpus } from '../src/engine/corpus/validate.ts';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Usage: node scripts/check-corpus.ts FOLDER…');
  process.exitCode = 2;
}
for (const folder of folders) {
  try {
    const { lines, counts, errors } = await validateCorpus(folder);
    console.log([...lines, '', ...counts].join('\n'));
    if (errors > 0) process.exitCode = 1;
  } catch (error) {
    console.error(`${folder} could not be read: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
