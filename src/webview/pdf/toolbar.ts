import { t } from '../../core/l10n.ts';
import { el } from '../dom.ts';

/** What the buttons do, and the keys. */
export interface Actions {
  goBy(step: 1 | -1): void;
  /** As printed or counted; `false` when there is no such page. */
  goTo(asked: string): boolean;
  zoomBy(step: 1 | -1): void;
  fitWidth(): void;
  showWords(): void | Promise<void>;
  showText(): void;
}

/** What is in view. */
export interface InView {
  readonly page: number;
  readonly count: number;
  /** As printed; empty where that is not known. */
  readonly label: string;
  readonly percent: number;
  readonly isFitted: boolean;
  readonly hasWords: boolean;
}

/** The controls above the pages; what each does has a key, which its tooltip tells. */
export class Toolbar {
  readonly #field = el('input', { class: 'field', 'aria-label': t('Page'), title: t('Go to a page, as printed or as counted (G)'), autocomplete: 'off', spellcheck: 'false' });
  readonly #printed = el('span', { class: 'place' }, t('p.'));
  readonly #place = el('span', { class: 'place' });
  readonly #percent = el('span', { class: 'percent' });
  readonly #fit: HTMLButtonElement;
  readonly #words: HTMLButtonElement;
  readonly #previous: HTMLButtonElement;
  readonly #next: HTMLButtonElement;
  readonly element: HTMLElement;

  constructor(actions: Actions) {
    this.#previous = tool('‹', t('Previous page (P)'), () => { actions.goBy(-1); });
    this.#next = tool('›', t('Next page (N)'), () => { actions.goBy(1); });
    this.#fit = tool(t('Fit Width'), t('As wide as there is room (0)'), () => { actions.fitWidth(); }, true);
    this.#words = tool(t('To the Words'), t('Back to the words that are marked (M)'), () => { void actions.showWords(); }, true);
    this.element = el('div', { class: 'toolbar', role: 'toolbar', 'aria-label': t('Pages and sizes') },
      el('div', { class: 'tools' }, this.#previous, this.#printed, this.#field, this.#place, this.#next),
      el('div', { class: 'tools' }, tool('−', t('Smaller (-)'), () => { actions.zoomBy(-1); }), this.#percent, tool('+', t('Larger (+)'), () => { actions.zoomBy(1); }), this.#fit),
      el('div', { class: 'tools' }, this.#words, tool(t('Text as Read'), t('The text of this file as the library read it (T)'), () => { actions.showText(); }, true)));
    this.#field.addEventListener('keydown', event => {
      if (event.key !== 'Enter') { return; }
      this.#field.setAttribute('aria-invalid', String(!actions.goTo(this.#field.value)));
      this.#field.select();
    });
    this.#field.addEventListener('focus', () => { this.#field.select(); });
    this.#field.addEventListener('blur', () => { this.#field.removeAttribute('aria-invalid'); });
  }

  show({ page, count, label, percent, isFitted, hasWords }: InView): void {
    const counted = String(page + 1);
    if (document.activeElement !== this.#field || this.#field.getAttribute('aria-invalid') !== 'true') { this.#field.value = label || counted; }
    this.#printed.hidden = label === '' || label === counted;
    this.#place.textContent = this.#printed.hidden ? t('of {0}', count) : t('({0} of {1})', counted, count);
    this.#percent.textContent = t('{0}%', percent);
    this.#previous.disabled = page === 0;
    this.#next.disabled = page >= count - 1;
    this.#fit.setAttribute('aria-pressed', String(isFitted));
    this.#words.hidden = !hasWords;
  }

  focusField(): void { this.#field.focus(); }
}

/** @param hint for the tooltip; the name as well, where the button shows a sign */
function tool(text: string, hint: string, onPress: () => void, hasWords = false): HTMLButtonElement {
  const button = el('button', { type: 'button', class: 'tool', title: hint, ...hasWords ? {} : { 'aria-label': hint } }, text);
  button.addEventListener('click', onPress);
  return button;
}
