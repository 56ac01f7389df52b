import type { CardDto, CardLink, CitationDto } from '../../core/timeline/types.ts';
import { t } from '../../core/l10n.ts';
import { button, link } from '../controls.ts';
import { el } from '../dom.ts';

export interface CardActions {
  insertCitation(citation: CitationDto): void;
  insertEvent(id: string): void;
  openEntry(id: string): void;
  /** Selects the event's row in the sidebar. */
  revealInTree(id: string): void;
  /** Selects another event. */
  go(id: string): void;
  filterActor(id: string): void;
  close(): void;
}

/** What stands beside the picture: the card of an event, or a list of events that found no room. */
export class CardPanel {
  readonly element = el('section', { class: 'card', 'aria-label': t('Event') });
  readonly #actions: CardActions;

  constructor(actions: CardActions) {
    this.#actions = actions;
    this.element.hidden = true;
  }

  get isOpen(): boolean { return !this.element.hidden; }

  hide(): void {
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** @param mention how often the draft names the event and how to get there; `undefined` when it does not */
  show(card: CardDto, mention: { readonly count: number; readonly open: () => void } | undefined): void {
    const { id } = card;
    const authority = card.citation === null ? [] : [this.#claim('p', card.authority === '' ? [] : [card.authority], card.citation)];
    this.#fill(card.title, [
      el('p', { class: 'when' }, card.date, ...card.certainty === '' ? [] : [el('span', { class: 'certainty' }, card.certainty)]),
      el('p', { class: 'tags' }, ...[card.kind, card.place].filter(text => text !== '').map(text => el('span', { class: 'tag' }, text)), el('code', {}, card.edtf)),
      ...card.summary === '' ? [] : [el('p', {}, card.summary)],
      ...authority,
      ...mention === undefined ? [] : [link(mention.count === 1 ? t('Named once in the draft') : t('Named {0} times in the draft', mention.count), mention.open)],
      ...this.#links(t('Participants'), card.participants, link => { this.#actions.filterActor(link); }),
      ...this.#links(t('Part of'), card.partOf, link => { this.#actions.go(link); }),
      ...this.#links(t('Before'), card.before, link => { this.#actions.go(link); }),
      ...this.#links(t('After'), card.after, link => { this.#actions.go(link); }),
      ...card.statements.length === 0 ? [] : [el('h3', {}, card.statements.length === 1 ? t('1 statement') : t('{0} statements', card.statements.length))],
      ...card.statements.map(statement => {
        const claim = this.#claim('div', [statement.text, el('cite', {}, statement.authority)], statement.citation);
        claim.append(...statement.disputed.map(text => el('p', { class: 'disputed' }, t('Disputed: {0}', text))));
        return claim;
      }),
    ], [
      button(t('Insert name, date and citation'), t('Shift+Enter'), () => { this.#actions.insertEvent(id); }, 'primary'),
      button(t('Open entry'), 'O', () => { this.#actions.openEntry(id); }),
      button(t('Show in sidebar'), 'S', () => { this.#actions.revealInTree(id); }),
    ]);
  }

  showList(title: string, events: readonly CardLink[]): void {
    this.#fill(title, this.#links('', events, id => { this.#actions.go(id); }), []);
  }

  focus(): void {
    this.element.querySelector<HTMLElement>('[tabindex], button')?.focus();
  }

  #fill(title: string, body: readonly HTMLElement[], foot: readonly HTMLElement[]): void {
    const heading = el('h2', { tabindex: '-1' }, title);
    this.element.replaceChildren(
      el('header', {}, heading, button('✕', t('Close (Esc)'), () => { this.#actions.close(); }, 'icon')),
      el('div', { class: 'body', tabindex: '0', role: 'group', 'aria-label': t('Details') }, ...body),
      ...foot.length === 0 ? [] : [el('footer', {}, ...foot)],
    );
    this.element.hidden = false;
  }

  #claim(tag: 'p' | 'div', text: readonly (Node | string)[], citation: CitationDto | null): HTMLElement {
    const words = el('span', { class: 'words' }, ...text);
    return citation === null ? el(tag, { class: 'claim' }, words)
      : el(tag, { class: 'claim' }, words, button(t('Cite'), t('Insert citation {0}', `@${citation.citekey}${citation.suffixText === '' ? '' : `, ${citation.suffixText}`}`), () => { this.#actions.insertCitation(citation); }));
  }

  #links(heading: string, links: readonly CardLink[], onPress: (id: string) => void): HTMLElement[] {
    if (links.length === 0) { return []; }
    const list = el('ul', {}, ...links.map(({ id, title, detail }) => el('li', {}, link(title, () => { onPress(id); }), detail === '' ? '' : el('span', { class: 'detail' }, ` ${detail}`))));
    return heading === '' ? [list] : [el('h3', {}, heading), list];
  }

}
