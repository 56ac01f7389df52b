import { t } from '../../core/l10n.ts';
import { pageAsked, printedLabels } from '../../core/library/pdfPlace.ts';
import { parsePdfView, parseToPdf, type FromPdf, type PdfPlace, type PdfView, type ToPdf } from '../../core/library/pdfProtocol.ts';
import { el, Pending } from '../dom.ts';
import { findWords, type Marked } from './find.ts';
import { connect, type Host } from '../host.ts';
import { openPdf, type PdfFile } from './pdfFile.ts';
import { Sheets } from './sheets.ts';
import { Toolbar, type Actions } from './toolbar.ts';

/** The page that shows a PDF: its pages, what marks the words, and what each message and each action does. */
export class PdfPage implements Actions {
  readonly #root: HTMLElement;
  readonly #dist: string;
  readonly #host: Host<FromPdf, PdfView>;
  readonly #pending = new Pending();
  readonly #sheets = new Sheets(this.#pending, () => { this.#onMove(); });
  readonly #toolbar = new Toolbar(this);
  readonly #status = el('p', { class: 'status', role: 'status' }, t('The file is being opened …'));
  #file: PdfFile | undefined;
  #printed: readonly string[] = [];
  #marked: Marked = new Map();
  #turn = -1;
  /** What was in view when the page was hidden. */
  #before: PdfView | undefined;
  /** Whether what is in view is what was asked for. */
  #isShown = false;

  constructor(root: HTMLElement, dist: string) {
    this.#root = root;
    this.#dist = dist;
    this.#host = connect({ message: parseToPdf, state: parsePdfView }, message => { void this.#receive(message); });
    this.#before = this.#host.restore();
  }

  start(): void {
    this.#root.append(el('main', {}, this.#toolbar.element, this.#status, this.#sheets.element));
    document.addEventListener('keydown', event => { if (this.#press(event)) { event.preventDefault(); } });
    this.#host.post({ type: 'ready' });
  }

  async #receive(message: ToPdf): Promise<void> {
    this.#pending.begin();
    this.#turn = message.place.turn;
    try {
      switch (message.type) {
        case 'open': if (await this.#open(message.bytes)) { await this.#show(message.place); } return;
        case 'show': await this.#show(message.place); return;
        default: message satisfies never;
      }
    } finally { this.#pending.end(); }
  }

  async #open(bytes: Uint8Array): Promise<boolean> {
    this.#file?.close();
    this.#file = undefined;
    this.#isShown = false;
    const file = await openPdf(bytes, this.#dist).catch(() => 'damaged' as const);
    if (typeof file === 'string') {
      this.#host.post({ type: 'refused', reason: file });
      return false;
    }
    this.#file = file;
    await this.#sheets.load(file.pdf);
    this.#know(undefined);
    this.#sheets.element.focus();
    return true;
  }

  async #show({ words, turn }: PdfPlace): Promise<void> {
    const file = this.#file;
    if (file === undefined) { return; }
    const isStale = () => turn !== this.#turn || file !== this.#file;
    this.#say(t('The words are being looked for …'));
    const found = await findWords(words, { pdf: file.pdf, labels: file.labels, isStale });
    if (isStale()) { return; }
    this.#marked = found?.marked ?? new Map();
    if (found !== undefined) { this.#know(found.known); }
    this.#sheets.mark(this.#marked);
    const before = this.#before;
    this.#before = undefined;
    if (before?.turn === turn) {
      this.#sheets.zoom = before.zoom;
      this.#sheets.goTo(before.page, before.down / 1000);
      this.#say('');
    } else if (found === undefined) {
      this.#sheets.goTo(Math.min(words[0]?.ordinal ?? 0, file.pdf.numPages - 1));
      this.#say(t('The words were not found on these pages. The text as it was read has them.'));
      this.#host.post({ type: 'missing' });
    } else {
      await this.showWords();
      const label = this.#printed[found.known.page];
      this.#say(label === undefined || label === '' ? t('The words are marked.') : t('The words are marked on page {0}.', label), true);
    }
    this.#isShown = true;
    this.#onMove();
    document.body.dataset['ready'] = String(turn);
  }

  /** Takes in what is printed on the pages, once it is known of one. */
  #know(known: { readonly page: number; readonly label: string } | undefined): void {
    if (this.#file === undefined) { return; }
    this.#printed = printedLabels(this.#file.labels, this.#file.pdf.numPages, known);
    this.#sheets.name(this.#printed);
    this.#onMove();
  }

  /** @param isSeen whether eyes see it anyway */
  #say(text: string, isSeen = false): void {
    this.#status.textContent = text;
    this.#status.classList.toggle('unseen', isSeen);
  }

  #onMove(): void {
    if (this.#file === undefined) { return; }
    const { current, percent, zoom, place } = this.#sheets;
    this.#toolbar.show({ page: current, count: this.#file.pdf.numPages, label: this.#printed[current] ?? '', percent, isFitted: zoom === 0, hasWords: this.#marked.size > 0 });
    if (this.#isShown) { this.#host.keep({ turn: this.#turn, page: place.page, down: Math.round(place.down * 1000), zoom }); }
  }

  goBy(step: 1 | -1): void { this.#sheets.goTo(this.#sheets.current + step); }

  goTo(asked: string): boolean {
    const page = pageAsked(asked, this.#printed);
    if (page !== undefined) { this.#sheets.goTo(page); }
    return page !== undefined;
  }

  zoomBy(step: 1 | -1): void { this.#sheets.zoomBy(step); }
  fitWidth(): void { this.#sheets.zoom = 0; }
  showText(): void { this.#host.post({ type: 'showText' }); }

  async showWords(): Promise<void> {
    const first = Math.min(...this.#marked.keys());
    if (Number.isFinite(first)) { await this.#sheets.reveal(first); }
  }

  /** @returns whether the key is one of the page's own */
  #press({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (ctrlKey || metaKey || altKey || target instanceof HTMLInputElement) {
      if (key !== 'Escape') { return false; }
      this.#sheets.element.focus();
      return true;
    }
    switch (key) {
      case 'n': case 'N': this.goBy(1); return true;
      case 'p': case 'P': this.goBy(-1); return true;
      case 'g': case 'G': this.#toolbar.focusField(); return true;
      case '+': case '=': this.zoomBy(1); return true;
      case '-': this.zoomBy(-1); return true;
      case '0': this.fitWidth(); return true;
      case 'm': case 'M': void this.showWords(); return true;
      case 't': case 'T': this.showText(); return true;
      default: return false;
    }
  }
}
