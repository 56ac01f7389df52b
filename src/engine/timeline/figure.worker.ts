import { parentPort, workerData } from 'node:worker_threads';
import { figureOf } from '../../core/timeline/figure.ts';
import { svgWriter, type FigureOrder, type WrittenFigure } from './figureWriter.ts';
import { loadFonts } from './fonts.ts';
import { pngOf } from './png.ts';
import { takeWords } from '../l10n.ts';

takeWords();

const { extension, request, fonts } = workerData as FigureOrder;

async function write(): Promise<WrittenFigure> {
  if (extension === 'svg') { return svgWriter.write(request); }
  const { data, state, mentioned, options } = request;
  return pngOf(figureOf(data, state, new Set(mentioned), options), await loadFonts(fonts));
}

void write().then(written => { parentPort!.postMessage(written); });
