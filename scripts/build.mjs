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

const CMAPS = join(ROOT, 'node_modules/pdfjs-dist/cmaps');
const WASM = join(ROOT, 'node_modules/pdfjs-dist/wasm');
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

// How PDFs in scripts of East Asia number their letters: the maps that PDF names (ISO 32000-2, table 116), of which some stand on
// others of them, and those to Unicode.
const MAPS = /^(?:(?:GB|GBpc|GBK|GBKp|CNS|KSC|KSCpc)-EUC|GBK2K|(?:B5pc|HKscs|ETen|ETenms)(?:-B5)?|(?:83pv|90ms|90msp|90pv|Add|Ext)-RKSJ|EUC|KSCms-UHC(?:-HW)?|Uni(?:GB|CNS|JIS|KS)-UCS2(?:-HW)?|Uni(?:GB|CNS|JIS|JIS2004|KS)-UTF16|Adobe-\w+-UCS2)(?:-[HV])?\.bcmap$|^[HV]\.bcmap$|^LICENSE$/;
for (const file of globSync('*', { cwd: CMAPS }).filter(name => MAPS.test(name))) { cpSync(join(CMAPS, file), join(ROOT, 'dist/cmaps', file)); }
// What PDF.js reads scans with: JBIG2 and fax, JPEG 2000.
for (const file of globSync(['{jbig2,openjpeg}.wasm', 'LICENSE_*{JBIG2,OPENJPEG}'], { cwd: WASM })) { cpSync(join(WASM, file), join(ROOT, 'dist/wasm', file)); }
// The type of pictures that are drawn without a screen.
const FONTS = join(ROOT, 'node_modules/@fontsource/arimo');
for (const file of ['LICENSE', ...globSync('files/arimo-*-{400,700}-normal.woff', { cwd: FONTS })]) { cpSync(join(FONTS, file), join(ROOT, 'dist/fonts', basename(file))); }
