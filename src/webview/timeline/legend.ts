import { CODE_WORDS, legendOf, sampleOf } from '../../core/timeline/codes.ts';
import { drawMarker } from '../../core/timeline/markers.ts';
import { drawMark, markBox, type Drawable } from '../../core/timeline/marks.ts';
import type { Painter } from '../../core/timeline/painter.ts';
import { CanvasPainter, Still } from './canvas.ts';
import { el } from '../dom.ts';
import type { ScreenTheme } from './theme.ts';
import { t } from '../../core/l10n.ts';

/** Explains the codes and markers that are in use, each by the drawing itself. */
export class Legend {
  readonly element = el('details', { class: 'legend' });
  readonly #list = el('ul', {});

  constructor() {
    this.element.append(el('summary', {}, t('Legend')), this.#list);
    // In a small panel the picture needs the room more.
    this.element.open = window.innerWidth > 1000 && window.innerHeight > 700;
  }

  build(items: readonly Drawable[], theme: ScreenTheme, hasDraft: boolean): void {
    const { codes, markers } = legendOf(items);
    const ink = { color: theme.foreground, opacity: 1 };
    const sample = (width: number, words: string, paint: (painter: Painter) => void) => {
      const canvas = el('canvas', { 'aria-hidden': 'true' });
      const still = new Still(width, 18);
      paint(new CanvasPainter(still.context, theme.fontFamily));
      still.show(canvas);
      return el('li', {}, canvas, words);
    };
    const view = { left: 0, zoom: 1 };
    this.#list.replaceChildren(
      ...codes.map(code => {
        const width = code === 'day' || code === 'uncertain' ? 16 : 44;
        const item = sampleOf(code, width);
        return sample(width, t(CODE_WORDS[code]), painter => {
          drawMark(painter, item, markBox(item, view, 0, width), view, 0, 9, { ...ink, isSolid: code === 'day' || item.extent.shape === 'span' }, theme);
        });
      }),
      ...markers.map(({ marker, words }) => sample(14, words, painter => { drawMarker(painter, marker, 7, 9, 5, { color: theme.foreground }, undefined); })),
      ...hasDraft ? [sample(34, t('solid: in the draft, hollow: not'), painter => {
        painter.circle(8, 9, 5, { color: theme.foreground }, { color: theme.foreground, width: 1.5 });
        painter.circle(26, 9, 5, { color: theme.background }, { color: theme.foreground, width: 1.5 });
      }), sample(20, t('in this paragraph'), painter => {
        painter.circle(10, 9, 4, { color: theme.foreground }, undefined);
        painter.circle(10, 9, 8, undefined, { color: theme.accent, width: 1.75 });
      })] : [],
    );
  }
}
