import { TextLayer, type PDFDocumentProxy, type PDFPageProxy, type RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RunSpan } from '../../core/library/pdfPlace.ts';
import { t } from '../../core/l10n.ts';
import { el, type Pending } from '../dom.ts';

/** Pixels of a browser's inch for points of a PDF's. */
export const CSS_UNITS = 96 / 72;
/** A canvas has at most so many pixels: what is larger is drawn coarser. */
const MAX_PIXELS = 16_000_000;

/** One page: blank paper of its size, and drawn while it is near what is in view. */
export class Sheet {
  readonly element: HTMLElement;
  readonly #pdf: PDFDocumentProxy;
  readonly #index: number;
  readonly #pending: Pending;
  readonly #paper = el('div', { class: 'paper' });
  #canvas: HTMLCanvasElement | undefined;
  #text: { readonly element: HTMLElement; readonly layer: TextLayer } | undefined;
  #spans: readonly RunSpan[] = [];
  #task: RenderTask | undefined;
  #scale = 0;
  #drawn: Promise<void> | undefined;
  /** Counts up: what was begun before is of no use any more. */
  #drawing = 0;

  constructor(pdf: PDFDocumentProxy, index: number, pending: Pending, size: readonly [width: number, height: number]) {
    this.#pdf = pdf;
    this.#index = index;
    this.#pending = pending;
    this.element = el('div', { class: 'sheet', role: 'group' }, this.#paper);
    this.resize(size);
  }

  /** @param size in points */
  resize([width, height]: readonly [number, number]): void {
    this.#paper.style.width = `calc(var(--total-scale-factor) * ${width}px)`;
    this.#paper.style.height = `calc(var(--total-scale-factor) * ${height}px)`;
  }

  set name(text: string) { this.element.setAttribute('aria-label', text); }

  mark(spans: readonly RunSpan[]): void {
    this.#spans = spans;
    this.#drawMarks();
  }

  /** The first of the words that are marked, once they are there. */
  get firstMark(): Element | undefined { return this.#paper.querySelector('.mark') ?? undefined; }

  /** Has the page drawn at a scale. */
  want(scale: number): void {
    if (this.#drawn === undefined || scale !== this.#scale) { this.#drawn = this.#draw(scale); }
  }

  /** The same, and waits for it. */
  async ready(scale: number): Promise<void> {
    this.want(scale);
    await this.#drawn;
  }

  /** Takes away what is drawn. */
  clear(): void {
    this.#drawing++;
    this.#task?.cancel();
    this.#text?.layer.cancel();
    // A browser keeps the pixels of a canvas that is out of the page for a while.
    if (this.#canvas !== undefined) { this.#canvas.width = 0; }
    [this.#drawn, this.#task, this.#text, this.#canvas] = [undefined, undefined, undefined, undefined];
    this.#paper.replaceChildren();
  }

  async #draw(scale: number): Promise<void> {
    const drawing = ++this.#drawing;
    const isStale = () => drawing !== this.#drawing;
    this.#scale = scale;
    this.#task?.cancel();
    this.#pending.begin();
    try {
      const page = await this.#pdf.getPage(this.#index + 1);
      if (isStale()) { return; }
      this.resize(sizeOf(page));
      await Promise.all([this.#drawPicture(page, scale, isStale), this.#text ?? this.#drawText(page, isStale)]);
    } catch (error) {
      if (!isStale()) { this.#tellDamaged(error); }
    } finally { this.#pending.end(); }
  }

  async #drawPicture(page: PDFPageProxy, scale: number, isStale: () => boolean): Promise<void> {
    const [width, height] = sizeOf(page);
    const pixels = Math.min(window.devicePixelRatio, Math.sqrt(MAX_PIXELS / (width * height * scale * scale)));
    const viewport = page.getViewport({ scale: scale * pixels });
    const canvas = el('canvas', { class: 'drawn', 'aria-hidden': 'true' });
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    this.#task = page.render({ canvas, viewport });
    await this.#task.promise;
    if (isStale()) { return; }
    // What was drawn at another scale stays until then.
    if (this.#canvas === undefined) { this.#paper.prepend(canvas); } else { this.#canvas.replaceWith(canvas); }
    this.#canvas = canvas;
  }

  async #drawText(page: PDFPageProxy, isStale: () => boolean): Promise<void> {
    const element = el('div', { class: 'textLayer' });
    const content = await page.getTextContent({ includeMarkedContent: false });
    if (isStale()) { return; }
    const layer = new TextLayer({ textContentSource: content, container: element, viewport: page.getViewport({ scale: this.#scale }) });
    this.#text = { element, layer };
    this.#paper.append(element);
    await layer.render();
    this.#drawMarks();
  }

  /** Marks lie under the text, in shares of the page, so that they stay where they are at any scale. */
  #drawMarks(): void {
    this.#paper.querySelector('.marks')?.remove();
    if (this.#text === undefined || this.#spans.length === 0) { return; }
    const { layer, element } = this.#text;
    const paper = this.#paper.getBoundingClientRect();
    const marks = el('div', { class: 'marks', 'aria-hidden': 'true' });
    for (const { run, start, end } of this.#spans) {
      const node = layer.textDivs[run]?.firstChild;
      if (!(node instanceof Text)) { continue; }
      const range = document.createRange();
      range.setStart(node, Math.min(start, node.length));
      range.setEnd(node, Math.min(end, node.length));
      for (const { left, top, width, height } of range.getClientRects()) {
        const mark = el('div', { class: 'mark' });
        Object.assign(mark.style, { left: share(left - paper.left, paper.width), top: share(top - paper.top, paper.height), width: share(width, paper.width), height: share(height, paper.height) });
        marks.append(mark);
      }
    }
    element.before(marks);
  }

  #tellDamaged(error: unknown): void {
    if (error instanceof Error && /^(?:RenderingCancelled|Abort)Exception$/.test(error.name)) { return; }
    this.#paper.append(el('p', { class: 'damaged' }, t('This page is damaged, and cannot be drawn.')));
  }
}

/** As it lies when it is read, in points. */
export function sizeOf(page: PDFPageProxy): [width: number, height: number] {
  const { width, height } = page.getViewport({ scale: 1 });
  return [width, height];
}

function share(part: number, whole: number): string {
  return `${(100 * part / whole).toFixed(3)}%`;
}
