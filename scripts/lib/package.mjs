// Packs the extension for VS Code, and tells what is in the package.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from './ready.mjs';

const MB = 1024 * 1024;
/** What scanned pages are drawn with, JBIG2 and fax, and JPEG 2000: without it a scan is blank paper. */
const SCANS = 0.12 * MB;
/** Of the packed file; pandoc is in dist/pandoc. */
export const BUDGETS = { all: 25 * MB, withoutPandoc: 3 * MB + SCANS };

/** What belongs into the package: each of these is there, and nothing else. */
const CONTENTS = [
  /^package\.json$/, /^package\.nls(?:\.[\w-]+)?\.json$/, /^l10n\/[\w.-]+\.json$/, /^readme\.md$/i, /^changelog\.md$/i, /^LICENSE(?:\.txt)?$/, /^NOTICE$/,
  /^dist\/(?:extension|onDemand|core|words|checks|timeline|answers|yaml|edtf|cli|mcpServer)\.cjs$/, /^dist\/\w+\.worker\.cjs$/, /^dist\/timeline(?:-\w+-\w+)?\.js$/, /^dist\/pdf\.js$/, /^dist\/pdfjs\.mjs$/, /^dist\/pdfjs\.worker\.mjs$/,
  /^dist\/corpora\/[\w-]+\.json$/, /^dist\/pandoc\/(?:LICENSE|pandoc-version\.txt|pandoc\.wasm)$/, /^dist\/fonts\/(?:LICENSE|[\w-]+\.woff)$/, /^dist\/cmaps\/(?:LICENSE|[\w-]+\.bcmap)$/, /^dist\/wasm\/LICENSE_\w+$/, /^dist\/wasm\/jbig2\.wasm$/, /^dist\/wasm\/openjpeg\.wasm$/,
  /^media\/[\w/-]+\.(?:png|svg|css|md)$/, /^media\/licences\/[\w.-]+\.txt$/, /^media\/styles\/[\w-]+\.csl$/,
  /^corpus\/[\w-]+\/corpus\.yaml$/, /^corpus\/[\w-]+\/references\.json$/, /^corpus\/[\w-]+\/\w+\/[\w-]+\.(?:md|yaml|csv)$/, /^docs\/[\w/-]+\.md$/, /^samples\/[\w-]+\/[\w-]+\.md$/,
];

/** What is wrong with a package, a sentence each. */
export function troublesOf({ files, bytes, withoutPandoc }) {
  const paths = files.map(({ path }) => path);
  return [
    ...paths.filter(path => !CONTENTS.some(one => one.test(path))).map(path => `The package has ${path}, which does not belong there.`),
    ...CONTENTS.filter(one => !paths.some(path => one.test(path))).map(one => `The package has no file ${one.source}.`),
    ...bytes > BUDGETS.all ? [`The package has ${sizeOf(bytes)}, more than ${sizeOf(BUDGETS.all)}.`] : [],
    ...withoutPandoc > BUDGETS.withoutPandoc ? [`The package has ${sizeOf(withoutPandoc)} without pandoc, more than ${sizeOf(BUDGETS.withoutPandoc)}.`] : [],
  ];
}

/** Builds and packs. @returns the files of the package with their packed sizes */
export async function makePackage(file) {
  rmSync(file, { force: true });
  const code = await run('vsce', ['package', '--no-dependencies', '--no-rewrite-relative-links', '--allow-missing-repository', '--out', file], { cwd: ROOT });
  if (code !== 0) { throw new Error('The extension could not be packed; the lines above say why.'); }
  return readPackage(file);
}

/** The files of a package, without `extension/`, and what they take in it (the central directory of a zip file, APPNOTE 4.3.12). */
export function readPackage(file) {
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = [];
  for (let at = bytes.readUInt32LE(end + 16), left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset));
    files.push({ path: bytes.toString('utf8', at + 46, at + 46 + name), bytes: bytes.readUInt32LE(at + 20) });
    at += 46 + name + extra + comment;
  }
  const pandoc = files.filter(({ path }) => path.startsWith('extension/dist/pandoc/')).reduce((sum, { bytes: size }) => sum + size, 0);
  return { files: files.filter(({ path }) => path.startsWith('extension/')).map(({ path, bytes: size }) => ({ path: path.slice('extension/'.length), bytes: size })), bytes: bytes.byteLength, withoutPandoc: bytes.byteLength - pandoc };
}

export const sizeOf = bytes => `${(bytes / MB).toFixed(2)} MB`;
export const defaultFile = () => {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return join(ROOT, `${name}-${version}.vsix`);
};
