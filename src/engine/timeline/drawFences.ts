import type { Snapshot } from '../../core/corpus/types.ts';
import { fenceFigure, type FenceProblem } from '../../core/timeline/fence.ts';
import { findFences } from '../../core/timeline/fences.ts';
import { svgOf, type Figure } from '../../core/timeline/figure.ts';
import { timelineOf } from '../../core/timeline/model.ts';

/** How figures become files. */
export interface FigureWriter {
  readonly extension: 'svg' | 'png';
  write(figure: Figure): Uint8Array;
}

export const svgWriter: FigureWriter = { extension: 'svg', write: figure => new TextEncoder().encode(svgOf(figure)) };

export interface DrawnFences {
  /** The Markdown with an image in the place of each fence. */
  readonly text: string;
  /** The images by the names that the Markdown uses: `rapporteur-timeline-1.svg`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What a fence says that is not understood; spans are of the Markdown as it came. */
  readonly problems: readonly FenceProblem[];
}

/**
 * Turns each ` ```timeline ` fence of a draft into an image, for a document that leaves the editor: hand `text` to the
 * converter in the place of the draft, with `files` beside it.
 *
 *     ```timeline                       ![The road to Paris](rapporteur-timeline-1.svg){width=100%}
 *     title: The road to Paris     →
 *     ```
 *
 * A title becomes the caption; without one the image has none. Its description, every event by name and date, is the
 * alternative text. A text without fences comes back as it is, and the snapshot is then not looked at.
 */
export function drawFences(markdown: string, snapshot: Snapshot, writer: FigureWriter = svgWriter): DrawnFences {
  const found = findFences(markdown);
  const files = new Map<string, Uint8Array>();
  const problems: FenceProblem[] = [];
  if (found.length === 0) { return { text: markdown, files, problems }; }
  const data = timelineOf(snapshot);
  let [text, at] = ['', 0];
  found.forEach((fence, index) => {
    const { figure, problems: own } = fenceFigure(fence.text, data, { width: 1000, fontSize: 12, title: '' });
    const name = `rapporteur-timeline-${index + 1}.${writer.extension}`;
    files.set(name, writer.write(figure));
    problems.push(...own.map(problem => ({ message: problem.message, span: fence.span })));
    text += `${markdown.slice(at, fence.span.start)}${fence.prefix}![${caption(figure.title)}](${name}){width=100% alt="${attribute(figure.description)}"}`;
    at = fence.span.end;
  });
  return { text: text + markdown.slice(at), files, problems };
}

/** Words in which nothing is Markdown. */
const caption = (text: string) => text.replace(/\s+/gu, ' ').trim().replace(/([!-/:-@[-`{-~])/gu, '\\$1');

/** A value between double quotes, as pandoc reads attributes; alternative texts have their limits too. */
const attribute = (text: string) => text.slice(0, 2000).replace(/\s+/gu, ' ').replace(/([\\"&])/gu, '\\$1').trim();
