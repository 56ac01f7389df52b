import { figureSvg, type FigureOptions, type FigureState } from '../../core/timeline/figure.ts';
import type { TimelineData } from '../../core/timeline/types.ts';
import { runWorker } from './runWorker.ts';

/** All that a figure is made of, as plain data. */
export interface FigureRequest {
  readonly data: TimelineData;
  readonly state: FigureState;
  /** Ids of the events that the draft names, for a filter that asks. */
  readonly mentioned: readonly string[];
  readonly options: FigureOptions;
}

export interface WrittenFigure {
  readonly bytes: Uint8Array;
  /** Characters that could not be drawn; boxes stand in their place. Empty for SVG, which leaves letters to its reader. */
  readonly missing: readonly string[];
}

/** How figures become files. The same request gives the same file. */
export interface FigureWriter {
  readonly extension: 'svg' | 'png';
  write(request: FigureRequest): Promise<WrittenFigure>;
}

export const svgWriter: FigureWriter = {
  extension: 'svg',
  write: ({ data, state, mentioned, options }) => Promise.resolve({ bytes: new TextEncoder().encode(figureSvg(data, state, new Set(mentioned), options)), missing: [] }),
};

export interface WorkerOptions {
  readonly extension: FigureWriter['extension'];
  /** The bundled `figure.worker.cjs`. */
  readonly script: string | URL;
  /** Folder of the fonts. */
  readonly fonts: string;
  readonly timeMs?: number;
  readonly memoryMb?: number;
}

/** Draws figures in a worker that ends with its figure; the only way to PNG. @throws when it takes too long or too much memory */
export function workerWriter({ extension, script, fonts, timeMs = 120_000, memoryMb = 1024 }: WorkerOptions): FigureWriter {
  return {
    extension,
    write: request => runWorker<WrittenFigure>(script, { extension, request, fonts } satisfies FigureOrder, { timeMs, memoryMb }),
  };
}

/** What the worker is told. */
export interface FigureOrder {
  readonly extension: FigureWriter['extension'];
  readonly request: FigureRequest;
  readonly fonts: string;
}
