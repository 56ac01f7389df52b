import type { Snapshot } from '../../core/corpus/types.ts';
import { readFence, type FenceProblem } from '../../core/timeline/fence.ts';
import { findFences } from '../../core/timeline/fences.ts';
import { eventsOf, inWords } from '../../core/timeline/figure.ts';
import { timelineOf } from '../../core/timeline/model.ts';
import { svgWriter, type FigureWriter } from './figureWriter.ts';
import { t } from '../../core/l10n.ts';

export interface DrawnFences {
  /** The Markdown with an image in the place of each fence. */
  readonly text: string;
  /** The images by the names that the Markdown uses: `rapporteur-timeline-1.png`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What a fence says that is not understood; spans are of the Markdown as it came. */
  readonly problems: readonly FenceProblem[];
}

/** Pixels of a figure that fills the width of a page; its type is then as large as that of a note. */
const WIDTH = 900;

/**
 * Turns each ` ```timeline ` fence of a draft into an image, for a document that leaves the editor: hand `text` to the
 * converter in the place of the draft, with `files` beside it. Word wants PNG (`workerWriter`); a web page is well with SVG.
 *
 *     ```timeline                       ![The road to Paris](rapporteur-timeline-1.png){width=100%}
 *     title: The road to Paris     →
 *     ```
 *
 * A title becomes the caption; without one the image has none. Its description, every event by name and date, is the
 * alternative text. A text without fences comes back as it is, and the snapshot is then not looked at.
 * @param stem what the names of the images begin with: letters, digits and hyphens
 * @throws when the writer does: no picture, no document
 */
export async function drawFences(markdown: string, snapshot: Snapshot, writer: FigureWriter = svgWriter, stem = 'rapporteur-timeline'): Promise<DrawnFences> {
  const found = findFences(markdown);
  const files = new Map<string, Uint8Array>();
  const problems: FenceProblem[] = [];
  if (found.length === 0) { return { text: markdown, files, problems }; }
  const data = timelineOf(snapshot);
  let [text, at] = ['', 0];
  for (const [index, fence] of found.entries()) {
    const { state, title = '', problems: own } = readFence(fence.text, data);
    const name = `${stem}-${index + 1}.${writer.extension}`;
    const { bytes, missing } = await writer.write({ data, state, mentioned: [], options: { width: WIDTH, fontSize: 12, title } });
    files.set(name, bytes);
    problems.push(...own.map(problem => ({ message: problem.message, span: fence.span })));
    if (missing.length > 0) { problems.push({ message: t('The font of the pictures has no {0}; boxes stand there.', missing.slice(0, 10).join(' ')), span: fence.span }); }
    const words = inWords(eventsOf(data, state, new Set()));
    text += `${markdown.slice(at, fence.span.start)}${fence.prefix}![${caption(title)}](${name}){width=100% alt="${attribute(words)}"}`;
    at = fence.span.end;
  }
  return { text: text + markdown.slice(at), files, problems };
}

/** Words in which nothing is Markdown. */
const caption = (text: string) => text.replace(/\s+/gu, ' ').trim().replace(/([!-/:-@[-`{-~])/gu, '\\$1');

/** A value between double quotes, as pandoc reads attributes; alternative texts have their limits too. */
const attribute = (text: string) => text.slice(0, 2000).replace(/\s+/gu, ' ').replace(/([\\"&])/gu, '\\$1').trim();
