// Bundles the extension, its workers, the webview and the terminal program into dist/, and reads the corpora that come with it.
//   node scripts/build.mjs [--minify]
import { copyFileSync, cpSync, globSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildBundles } from './lib/bundles.mjs';
import { ROOT } from './lib/ready.mjs';
import { packCorpora } from './packCorpora.ts';

const minify = process.argv.includes('--minify');

/** Pandoc is a program of its own beside ours, with its licence: its files are taken over as they are. */
function takePandoc() {
  const [from, to] = [join(ROOT, 'node_modules', 'pandoc-wasm'), join(ROOT, 'dist', 'pandoc')];
  mkdirSync(to, { recursive: true });
  // 59 MB that never change: the same file under another name, where the disk can do that.
  try { linkSync(join(from, 'src', 'pandoc.wasm'), join(to, 'pandoc.wasm')); } catch { copyFileSync(join(from, 'src', 'pandoc.wasm'), join(to, 'pandoc.wasm')); }
  for (const file of ['LICENSE', 'pandoc-version.txt']) { copyFileSync(join(from, file), join(to, file)); }
}

const say = (file, bytes) => console.log(`${file.padEnd(28)} ${(bytes / 1000).toFixed(0).padStart(6)} kB`);

rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
takePandoc();
try {
  for (const metafile of await buildBundles({ minify, sourcemap: minify ? false : 'linked' })) {
    for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
      if (!file.endsWith('.map')) { say(file, bytes); }
    }
  }
} catch { process.exit(1); /* esbuild has said what is wrong, and where */ }

for (const { file, bytes } of await packCorpora(join(ROOT, 'corpus'), join(ROOT, 'dist', 'corpora'))) { say(`dist/corpora/${file}`, bytes); }

// How PDFs in scripts of East Asia number their letters.
cpSync(join(ROOT, 'node_modules/pdfjs-dist/cmaps'), join(ROOT, 'dist/cmaps'), { recursive: true });
// The type of pictures that are drawn without a screen.
const FONTS = join(ROOT, 'node_modules/@fontsource/arimo');
for (const file of ['LICENSE', ...globSync('files/arimo-*-{400,700}-normal.woff', { cwd: FONTS })]) { cpSync(join(FONTS, file), join(ROOT, 'dist/fonts', basename(file))); }
