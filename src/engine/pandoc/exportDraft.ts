import type { CslItem } from '../../core/citations/types.ts';
import type { Pandoc, PandocWarning } from './types.ts';

/**
 * What a draft can be exported to: pandoc's name of the format, and the end of the file's name. Timelines go in as SVG where the
 * reader is a browser or as good as one; Word, LibreOffice and LaTeX get PNG.
 */
export const EXPORT_FORMATS = {
  docx: { extension: 'docx', takesImagesIn: true, figures: 'png' },
  odt: { extension: 'odt', takesImagesIn: true, figures: 'png' },
  html: { extension: 'html', takesImagesIn: true, figures: 'svg' },
  epub: { extension: 'epub', takesImagesIn: true, figures: 'svg' },
  latex: { extension: 'tex', takesImagesIn: false, figures: 'png' },
  typst: { extension: 'typ', takesImagesIn: false, figures: 'svg' },
} as const;
export type ExportFormat = keyof typeof EXPORT_FORMATS;

export interface ExportTask {
  /** The draft, front matter included. */
  readonly text: string;
  readonly format: ExportFormat | 'plain';
  readonly sources: ReadonlyMap<string, { readonly item: CslItem }>;
  /** Works that are listed without being cited. */
  readonly nocite: ReadonlySet<string>;
  /** The style, as the text of its .csl file. */
  readonly csl: string;
  readonly lang: string;
  readonly referenceDocument?: Uint8Array | undefined;
  /** The bytes of an image by its target in the draft, which are given away; `undefined` for one that may not be read or is not there. */
  readonly readImage: (target: string) => Promise<Uint8Array | undefined>;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: ((step: 'reading' | 'writing') => void) | undefined;
}

export interface Exported {
  readonly output: Uint8Array;
  readonly warnings: readonly PandocWarning[];
}

const EXPORT_MS = 10 * 60_000;

/**
 * A draft as a document with its citations set. It is read, vetted and written in pandoc's thread; images come from
 * `readImage` alone.
 * @throws PandocError
 */
export async function exportDraft(pandoc: Pandoc, task: ExportTask): Promise<Exported> {
  const { format, signal } = task;
  const run = { signal, timeMs: EXPORT_MS, lane: 'background' } as const;
  const takesImagesIn = format !== 'plain' && EXPORT_FORMATS[format].takesImagesIn;
  task.onStep?.('reading');
  const read = await pandoc.convert({ options: { from: 'markdown', to: 'json', standalone: true }, input: task.text, vetting: { renamesImages: takesImagesIn } }, run);
  const { images = [], citekeys = [], left = [] } = read.vetted ?? {};
  const files: Record<string, string | Uint8Array> = { 'references.json': JSON.stringify(itemsOf(task, citekeys)), 'style.csl': task.csl };
  const missing: PandocWarning[] = [];
  const handedOver = [read.output];
  for (const { target, name } of takesImagesIn ? images : []) {
    const bytes = await task.readImage(target);
    if (bytes === undefined) { missing.push({ type: 'missing-image', message: target }); continue; }
    files[name] = bytes;
    handedOver.push(bytes);
  }
  if (task.referenceDocument !== undefined) { files['reference'] = task.referenceDocument; }
  task.onStep?.('writing');
  const written = await pandoc.convert({
    input: read.output, files, handedOver,
    options: {
      from: 'json', to: format, standalone: format !== 'plain', citeproc: true, bibliography: ['references.json'], csl: 'style.csl',
      ...task.lang === '' ? {} : { metadata: { lang: task.lang } },
      ...format === 'html' ? { 'embed-resources': true, 'html-math-method': { method: 'mathml' } } : {},
      ...format === 'plain' ? { wrap: 'none' } : {},
      ...task.referenceDocument === undefined ? {} : { 'reference-doc': 'reference' },
    },
  }, run);
  const warnings = written.warnings.filter(({ type }) => type !== 'CouldNotFetchResource');
  return { output: written.output, warnings: [...missing, ...warnings, ...left.map(message => ({ type: 'left-out', message }))] };
}

/** Only what is cited goes along: a bibliography can hold ten thousand works. */
function itemsOf({ sources, nocite }: ExportTask, citekeys: readonly string[]): CslItem[] {
  return [...new Set([...citekeys, ...nocite])].flatMap(key => sources.get(key)?.item ?? []);
}
