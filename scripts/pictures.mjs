// Pictures of the extension on the sample paper, made in a real VS Code without a display.
//   node scripts/pictures.mjs                  all pictures of the documentation, into docs/pictures, and of the walkthrough
//   node scripts/pictures.mjs --first-steps    those of the walkthrough alone, into media/walkthrough
//   node scripts/pictures.mjs --overview FILE  one: the sidebar, a hover, the timeline beside
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { FIRST_STEPS, overview, timeline } from '../test/e2e/scenes.ts';
import { openWorkbench } from '../test/e2e/suite.ts';
import { fail, ROOT, run } from './lib/ready.mjs';

const { values: options } = parseArgs({ options: { overview: { type: 'string' }, 'first-steps': { type: 'boolean', default: false } } });
const viewport = { width: 1440, height: 900 };

/** Small enough to ship six of them, and to be read at half their size. */
const small = { width: 960, height: 600 };

const take = (file, scene) => takeAll([[file, scene]], { viewport });

/** The scenes follow one another in one window. */
async function takeAll(scenes, opening) {
  let opened;
  let file;
  try {
    opened = await openWorkbench(opening);
    for (const [path, scene] of scenes) {
      file = path;
      await scene(opened.workbench);
      mkdirSync(dirname(file), { recursive: true });
      await opened.workbench.page.screenshot({ path: file });
      console.log(file);
    }
  } catch (error) {
    await opened?.workbench.page.screenshot({ path: join(ROOT, 'out', 'picture-failed.png') }).catch(() => {});
    await opened?.close().catch(() => {});
    fail(`The picture ${file} could not be taken: ${error.message}`);
  }
  await opened.close();
}

const firstStep = name => join(ROOT, 'media', 'walkthrough', name);
async function takeFirstSteps() {
  await takeAll(FIRST_STEPS.map(([name, scene]) => [firstStep(`${name}.png`), scene]), { viewport: small });
  // Drawn, which takes a tenth of the room in the package.
  if (await run('node', ['dist/cli.cjs', 'timeline', '--draft', 'samples/cambodia/draft.md', '--corpus', 'corpus/cambodia', '--from', '1979', '--to', '1992', '--format', 'svg',
    '--title', 'What the sample paper speaks of', '--output', firstStep('timeline.svg'), '--force'], { cwd: ROOT }) !== 0) { fail('The timeline of the walkthrough could not be drawn; the lines above say why.'); }
}

if (options.overview !== undefined) {
  await take(options.overview, overview);
} else if (options['first-steps']) {
  await takeFirstSteps();
} else {
  if (await run('node', ['scripts/build.mjs']) !== 0) { fail('The extension could not be built; the lines above say why.'); }
  await take(join(ROOT, 'docs', 'pictures', 'overview.png'), overview);
  await take(join(ROOT, 'docs', 'pictures', 'timeline.png'), timeline);
  await takeFirstSteps();
}
