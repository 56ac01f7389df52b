import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { t } from '../../core/l10n.ts';
import { debounce, el, type Pending } from '../dom.ts';
import type { Marked } from './find.ts';
import { CSS_UNITS, Sheet, sizeOf } from './sheet.ts';

/** In percent. */
const ZOOMS = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400];
/** Beside and between the pages, in pixels. */
const MARGIN = 16;

/** The pages of a file under each other. Of a thousand only those near what is in view are drawn. */
export class Sheets {
  readonly element = el('div', { class: 'sheets', role: 'region', tabindex: '0', 'aria-label': t('Pages') });
  readonly #pending: Pending;
  readonly #onMove: () => void;
  /** While one scrolls fast, nothing is begun that is gone before it is drawn. */
  readonly #drawSoon: () => void;
  #sheets: Sheet[] = [];
  #near = new Set<Sheet>();
  #observer: IntersectionObserver | undefined;
  #width = 612;
  /** 0 for one that fits the width. */
  #zoom = 0;

  constructor(pending: Pending, onMove: () => void) {
    this.#pending = pending;
    this.#onMove = onMove;
    this.#drawSoon = debounce(pending, 60, () => { for (const sheet of this.#near) { sheet.want(this.#scale); } });
    this.element.addEventListener('scroll', debounce(pending, 50, () => { this.#onMove(); }));
    new ResizeObserver(() => { if (this.#zoom === 0) { this.#keepingPlace(() => { this.#rescale(); }); } }).observe(this.element);
  }

  async load(pdf: PDFDocumentProxy): Promise<void> {
    this.#observer?.disconnect();
    // What is damaged is told where it is drawn.
    const size = await pdf.getPage(1).then(sizeOf, (): [number, number] => [612, 792]);
    this.#width = size[0];
    this.#near = new Set();
    this.#sheets = Array.from({ length: pdf.numPages }, (_, index) => new Sheet(pdf, index, this.#pending, size));
    this.element.replaceChildren(...this.#sheets.map(sheet => sheet.element));
    this.#rescale();
    const sheetOf = new Map(this.#sheets.map(sheet => [sheet.element as Element, sheet]));
    this.#observer = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) {
        const sheet = sheetOf.get(target)!;
        if (isIntersecting) { this.#near.add(sheet); } else if (this.#near.delete(sheet)) { sheet.clear(); }
      }
      this.#drawSoon();
    }, { root: this.element, rootMargin: '60% 0px' });
    for (const sheet of this.#sheets) { this.#observer.observe(sheet.element); }
  }

  /** @param printed what is printed on each page, by their order; empty where that is not known */
  name(printed: readonly string[]): void {
    const count = this.#sheets.length;
    for (const [at, sheet] of this.#sheets.entries()) {
      const label = printed[at] ?? '';
      sheet.name = label === '' || label === String(at + 1) ? t('Page {0} of {1}', at + 1, count) : t('Page {0}, {1} of {2}', label, at + 1, count);
    }
  }

  mark(marked: Marked): void {
    for (const [at, sheet] of this.#sheets.entries()) { sheet.mark(marked.get(at) ?? []); }
  }

  get zoom(): number { return this.#zoom; }
  set zoom(zoom: number) {
    this.#zoom = zoom;
    this.#keepingPlace(() => { this.#rescale(); });
    this.#onMove();
  }

  /** The next larger one, or the next smaller one. */
  zoomBy(step: 1 | -1): void {
    const now = this.percent;
    this.zoom = (step > 0 ? ZOOMS.find(zoom => zoom > now) : ZOOMS.findLast(zoom => zoom < now)) ?? now;
  }

  get percent(): number { return Math.round(100 * this.#scale / CSS_UNITS); }

  get #scale(): number {
    if (this.#zoom !== 0) { return CSS_UNITS * this.#zoom / 100; }
    return Math.max(CSS_UNITS / 10, (this.element.clientWidth - 2 * MARGIN) / this.#width);
  }

  #rescale(): void {
    this.element.style.setProperty('--total-scale-factor', String(this.#scale));
    this.#drawSoon();
  }

  /** What is at the top stays there, whatever becomes larger or smaller. */
  #keepingPlace(change: () => void): void {
    const place = this.place;
    change();
    this.goTo(place.page, place.down);
  }

  /** The page at the top of what is in view, and how far down it that is, as a share of its height. */
  get place(): { readonly page: number; readonly down: number } {
    const { scrollTop } = this.element;
    const page = Math.max(0, this.#sheets.findLastIndex(({ element }) => element.offsetTop <= scrollTop + 1));
    const element = this.#sheets[page]?.element;
    return { page, down: element === undefined ? 0 : Math.max(0, Math.min(1, (scrollTop - element.offsetTop) / element.offsetHeight)) };
  }

  /** The page that is most in view: whose lower edge is below the upper third. */
  get current(): number {
    const { scrollTop, clientHeight } = this.element;
    const third = scrollTop + clientHeight / 3;
    return Math.max(0, this.#sheets.findIndex(({ element }) => element.offsetTop + element.offsetHeight > third));
  }

  goTo(page: number, down = 0): void {
    const element = this.#sheets[page]?.element;
    if (element !== undefined) { this.element.scrollTop = element.offsetTop + down * element.offsetHeight; }
  }

  /** Brings the words that are marked on a page into view, to its upper third; draws the page first. */
  async reveal(page: number): Promise<void> {
    this.goTo(page);
    const sheet = this.#sheets[page];
    if (sheet === undefined) { return; }
    await sheet.ready(this.#scale);
    const mark = sheet.firstMark?.getBoundingClientRect();
    if (mark === undefined) { return; }
    const own = this.element.getBoundingClientRect();
    this.element.scrollTop += mark.top - own.top - this.element.clientHeight / 3;
    this.element.scrollLeft += mark.left < own.left || mark.left > own.right ? mark.left - own.left - MARGIN : 0;
  }
}
