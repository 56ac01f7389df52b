// Pictures of the extension on the sample paper, made in a real VS Code without a display.
//   node scripts/pictures.mjs                  all pictures of the documentation, into docs/pictures
//   node scripts/pictures.mjs --overview FILE  one: the sidebar, a hover, the timeline beside
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { overview, timeline } from '../test/e2e/scenes.ts';
import { openWorkbench } from '../test/e2e/suite.ts';
import { fail, ROOT, run } from './lib/ready.mjs';

const { values: options } = parseArgs({ options: { overview: { type: 'string' } } });
const viewport = { width: 1440, height: 900 };

async function take(file, scene) {
  let opened;
  try {
    opened = await openWorkbench({ viewport });
    await scene(opened.workbench);
    mkdirSync(dirname(file), { recursive: true });
    await opened.workbench.page.screenshot({ path: file });
    console.log(file);
  } catch (error) {
    await opened?.workbench.page.screenshot({ path: join(ROOT, 'out', 'picture-failed.png') }).catch(() => {});
    await opened?.close().catch(() => {});
    fail(`The picture ${file} could not be taken: ${error.message}`);
  }
  await opened.close();
}

if (options.overview !== undefined) {
  await take(options.overview, overview);
} else {
  if (await run('node', ['scripts/build.mjs']) !== 0) { fail('The extension could not be built; the lines above say why.'); }
  await take(join(ROOT, 'docs', 'pictures', 'overview.png'), overview);
  await take(join(ROOT, 'docs', 'pictures', 'timeline.png'), timeline);
}
