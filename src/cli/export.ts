import { mkdir, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { readDraftMatter, type DraftMatter } from '../core/bibliography/draftMatter.ts';
import { pathKind } from '../core/bibliography/path.ts';
import { bundledStyle, DEFAULT_STYLE } from '../core/citations/styleFile.ts';
import type { Snapshot, Source } from '../core/corpus/types.ts';
import { DICTIONARY_FORMATS } from '../core/dictionaries/formats.ts';
import { frontMatterLength } from '../core/draft/blocks.ts';
import { makeDraftContext, readDraft } from '../core/draft/index.ts';
import { t } from '../core/l10n.ts';
import { EXPORT_FORMATS, exportDraft, type ExportFormat } from '../engine/pandoc/exportDraft.ts';
import { exportSources, SOURCE_FORMATS, type SourceFormat } from '../engine/pandoc/exportSources.ts';
import { figureStem } from '../engine/pandoc/figureStem.ts';
import { WasmPandoc } from '../engine/pandoc/wasmPandoc.ts';
import { drawFences } from '../engine/timeline/drawFences.ts';
import { workerWriter, type FigureWriter } from '../engine/timeline/figureWriter.ts';
import type { Command } from './command.ts';
import { bundleFolder, corpusHelp, ownFolder, snapshotOf } from './corpora.ts';
import { outputHelp, putOut } from './output.ts';
import { shown } from './print.ts';
import { sourcesOf } from './sources.ts';

const DRAFTS = Object.keys(EXPORT_FORMATS) as ExportFormat[];
const SOURCES = Object.keys(SOURCE_FORMATS) as SourceFormat[];
const NAMES = DICTIONARY_FORMATS.map(({ id }) => id);

const help = (): string => t(`rapporteur export [DRAFT] --to FORMAT [options]

A draft as a document, with its citations set in its style and its timelines drawn; the works that it cites; or the names
of the corpora for programs that check spelling and style, so that they know them.

  rapporteur export paper.md --to docx                 paper.docx, beside the draft
  rapporteur export paper.md --to latex -o out/p.tex   out/p.tex, with a picture of each timeline beside it
  rapporteur export paper.md --to biblatex             the works it cites
  rapporteur export --to cspell --output cspell.names.json

  --to FORMAT                a document: {0}
                             the cited works: {1}
                             names: {2}
  --style STYLE              chicago-author-date, chicago-notes, apa, mla, un-editorial, or a .csl file; the draft’s own without it
  --bibliography FILE        works that the draft cites from; may be repeated
  --json                     what was made and what was left out, as JSON; lists go to a file then
{3}
{4}

Exit code: 0 done, 1 done with something left out, which is said, 2 something could not be done.`, DRAFTS.join(', '), SOURCES.join(', '), NAMES.join(', '), outputHelp(), corpusHelp());

interface Options {
  readonly corpus: readonly string[] | undefined;
  readonly bibliography: readonly string[];
  readonly style: string | undefined;
  readonly output: string | undefined;
  readonly force: boolean;
  readonly json: boolean;
}

/** What an export made, for other programs. */
interface Made {
  readonly files: readonly string[];
  /** What was left out or is not as it should be, each as a sentence. */
  readonly remarks: readonly string[];
}

/** Says what was made: files on the one channel, remarks on the other. */
function say({ files, remarks }: Made, isJson: boolean): number {
  if (isJson) console.log(JSON.stringify({ files, remarks }, null, 2));
  else {
    for (const file of files) console.log(shown(file));
    for (const remark of remarks) console.error(shown(remark));
  }
  return remarks.length === 0 ? 0 : 1;
}

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: {
      to: { type: 'string' }, corpus: { type: 'string', multiple: true }, bibliography: { type: 'string', multiple: true }, style: { type: 'string' },
      output: { type: 'string', short: 'o' }, force: { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
    },
  });
  const options: Options = { corpus: values.corpus, bibliography: values.bibliography ?? [], style: values.style, output: values.output, force: values.force, json: values.json };
  const [draft, ...others] = positionals;
  const names = DICTIONARY_FORMATS.find(({ id }) => id === values.to);
  const document = DRAFTS.find(format => format === values.to);
  if (values.json && document === undefined && values.output === undefined) throw new Error(t('--json says what was written: name a file with --output as well.'));
  if (names !== undefined && positionals.length === 0) return exportNames(names, options);
  const sources = SOURCES.find(format => format === values.to);
  if (draft === undefined || others.length > 0 || (document === undefined && sources === undefined)) { console.error(help()); return 2; }
  const snapshot = await snapshotOf(options.corpus);
  const path = resolve(draft);
  const text = await readFile(path, 'utf8');
  if (document !== undefined) return exportDocument({ path, text, snapshot }, document, options);
  return exportCited({ path, text, snapshot }, sources!, options);
}

interface Draft {
  readonly path: string;
  readonly text: string;
  readonly snapshot: Snapshot;
}

async function pandocHere(): Promise<WasmPandoc> {
  const folder = await bundleFolder();
  return new WasmPandoc({ workerFile: join(folder, 'pandoc.worker.cjs'), wasmFile: join(folder, 'pandoc', 'pandoc.wasm') });
}

/** Draws timelines with what comes along with the program. */
async function figureWriter(extension: 'svg' | 'png'): Promise<FigureWriter> {
  const folder = await bundleFolder();
  return workerWriter({ extension, script: join(folder, 'figure.worker.cjs'), fonts: join(folder, 'fonts') });
}

async function figureStemFor(target: string): Promise<string> {
  const [replaced, beside] = await Promise.all([readFile(target, 'utf8').catch(() => ''), readdir(dirname(target)).catch(() => [])]);
  return figureStem(basename(target), replaced, beside);
}

async function exportDocument({ path, text, snapshot }: Draft, format: ExportFormat, { bibliography, style, output, force, json }: Options): Promise<number> {
  const matter = readDraftMatter(text.slice(0, frontMatterLength(text)));
  const { extension, takesImagesIn, figures } = EXPORT_FORMATS[format];
  const target = output ?? `${path.slice(0, path.length - extname(path).length)}.${extension}`;
  const { text: drawn, files } = await drawFences(text, snapshot, await figureWriter(figures), takesImagesIn ? undefined : await figureStemFor(resolve(target)));
  const sources = await sourcesOf(snapshot, bibliography, { path, text });
  const pandoc = await pandocHere();
  try {
    const { output: bytes, warnings } = await exportDraft(pandoc, {
      text: drawn, format, sources, nocite: listed(matter, sources), lang: matter.lang,
      csl: await styleText(style ?? matter.csl?.path ?? DEFAULT_STYLE, dirname(path)),
      readImage: async name => files.get(name) ?? await readImage(name, dirname(path)),
    });
    await putOut(bytes, target, force);
    const beside = takesImagesIn ? [] : [...files].map(([name, image]) => ({ file: join(dirname(target), name), image }));
    // The names are free, or those of the document that was replaced.
    for (const { file, image } of beside) await putOut(image, file, true);
    const remarks = warnings.map(({ type, message }) => (type === 'missing-image' ? t('The image {0} is not in the folder of the draft, or cannot be read.', message) : message));
    return say({ files: [target, ...beside.map(({ file }) => file)], remarks }, json);
  } finally { pandoc.dispose(); }
}

/** What `nocite:` lists: with `@*` what the bibliographies hold, and not what a corpus has. */
function listed({ nocite, isAllListed }: DraftMatter, sources: ReadonlyMap<string, Source>): ReadonlySet<string> {
  return new Set(isAllListed ? [...sources.values()].filter(({ corpusId }) => corpusId === undefined).map(({ citekey }) => citekey) : nocite.map(({ citekey }) => citekey));
}

async function exportCited({ path, text, snapshot }: Draft, format: SourceFormat, { bibliography, output, force, json }: Options): Promise<number> {
  const sources = await sourcesOf(snapshot, bibliography, { path, text });
  const cited = new Set(readDraft(text, makeDraftContext(snapshot)).citations.flatMap(({ items }) => items.map(({ citekey }) => citekey)));
  const unknown = [...cited].filter(key => !sources.has(key));
  const pandoc = await pandocHere();
  try {
    await putOut(await exportSources(pandoc, [...cited].flatMap(key => sources.get(key)?.item ?? []), format), output, force);
  } finally { pandoc.dispose(); }
  return say({ files: json && output !== undefined ? [output] : [], remarks: unknown.map(key => t('No reference has the key @{0}.', key)) }, json);
}

/** One file goes where it is told, or is printed; several go where their program looks, from the folder that is named. */
async function exportNames({ write, use }: (typeof DICTIONARY_FORMATS)[number], { corpus, output, force, json }: Options): Promise<number> {
  const files = write(await snapshotOf(corpus));
  if (output === undefined) {
    await putOut(files[0]!.text, undefined, force);
    return 0;
  }
  const written: string[] = [];
  const isFolder = files.length > 1 || await stat(output).then(found => found.isDirectory(), () => false);
  for (const { path, text } of files) {
    const target = isFolder ? join(output, path) : output;
    await mkdir(dirname(resolve(target)), { recursive: true });
    await putOut(text, target, force);
    written.push(target);
  }
  say({ files: written, remarks: [] }, json);
  // To the person who is to set the other program up.
  if (!json) console.error(t(use));
  return 0;
}

async function styleText(name: string, folder: string): Promise<string> {
  const bundled = bundledStyle(name);
  if (bundled !== undefined) return readFile(await ownFolder('media', 'styles', `${bundled}.csl`), 'utf8');
  if (pathKind(name) !== 'relative' && pathKind(name) !== 'absolute') throw new Error(t('The style {0} is not a file of this machine.', name));
  return readFile(resolve(folder, name), 'utf8').catch(() => { throw new Error(t('The style {0} is not there; chicago-notes, chicago-author-date, apa, mla and un-editorial are.', name)); });
}

const MAX_IMAGE = 30_000_000;

/** An image of a draft: only from the draft’s own folder and what is below it. */
async function readImage(target: string, folder: string): Promise<Uint8Array | undefined> {
  try {
    const path = decodeURIComponent(target.replace(/[?#].*$/, ''));
    if (pathKind(path) !== 'relative') return undefined;
    const file = await realpath(join(folder, path));
    const found = await stat(file);
    return file.startsWith(await realpath(folder) + sep) && found.isFile() && found.size <= MAX_IMAGE && basename(file) !== '' ? await readFile(file) : undefined;
  } catch { return undefined; }
}

export const exportFiles: Command = { help, run };
