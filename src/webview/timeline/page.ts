import { dayText } from '../../core/timeline/calendar.ts';
import { t } from '../../core/l10n.ts';
import { Compactor } from '../../core/timeline/compact.ts';
import { reordered } from '../../core/timeline/lanes.ts';
import { isViewState, parseToTimeline, type FromTimeline, type ToTimeline } from '../../core/timeline/protocol.ts';
import type { CardDto, EventDto, TimelineData, ViewState } from '../../core/timeline/types.ts';
import type { Around } from './around.ts';
import { debounce, el, pause, Pending, place } from '../dom.ts';
import { Grid } from './grid.ts';
import { connect, type Host } from '../host.ts';
import { DRAFT_LANE, Model } from './model.ts';
import { Picture, type Hit } from './picture.ts';
import { watchTheme } from './theme.ts';

/** How long a sentence stays that says what was done, in milliseconds. */
const SHOWN_MS = 8000;

/** The timeline page: the picture, what each message and each action does, and room for what stands around it. */
export class Page {
  readonly #root: HTMLElement;
  readonly pending = new Pending();
  readonly model = new Model();
  readonly canvas = el('canvas', { class: 'chart', 'aria-hidden': 'true' });
  readonly picture = new Picture(this.canvas, this.model, this.pending, () => { this.#onDrawn(); });
  readonly grid = new Grid(this.model, this.picture);
  readonly #live = el('div', { class: 'unseen', role: 'status' });
  readonly #tip = el('div', { class: 'tip', 'aria-hidden': 'true' });
  readonly stage = el('div', { class: 'stage' });
  readonly #empty = el('p', { class: 'empty' }, t('No event with a date yet.'));
  /** Where that goes which stands around the picture. */
  readonly top = el('div', { class: 'top' });
  readonly work = el('div', { class: 'work' }, this.stage);
  readonly bottom = el('div', { class: 'bottom' });
  readonly #host: Host<FromTimeline, ViewState>;
  #around: Around | undefined;
  #incoming: { readonly data: Omit<TimelineData, 'events'>; readonly state: ViewState | null; readonly events: EventDto[]; readonly compactor: Compactor } | undefined;
  #asked: { readonly id: string; readonly isToFocus: boolean } | undefined;
  #range = '';
  #toTell = '';
  #hiding: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#host = connect({ message: parseToTimeline, state: raw => isViewState(raw) ? raw : undefined }, message => { this.#receive(message); });
  }

  start(): void {
    this.stage.append(this.canvas, this.grid.element, this.#tip, this.#empty);
    this.#root.append(el('main', {}, el('h1', { class: 'unseen' }, t('Timeline')), this.top, this.work, this.bottom, this.#live));
    for (const type of ['keydown', 'pointerdown']) { document.addEventListener(type, this.#hideTold, true); }
    new ResizeObserver(() => { this.#resize(); }).observe(this.stage);
    watchTheme(() => {
      const isOtherType = this.picture.retheme();
      this.#around?.overview();
      this.#around?.explain();
      if (isOtherType) { void this.#relayout(); }
    });
    const kept = this.#host.restore();
    if (kept !== undefined) { this.model.setState(kept); }
    this.post({ type: 'ready' });
    this.pending.begin();
  }

  /** Takes in what stands around the picture, which comes later than the page. */
  surround(around: Around): void {
    this.#around = around;
    // The picture has less room now, and its rows with it.
    void this.#relayout();
    if (this.model.state.selected !== null) { this.#askCard(this.model.state.selected, false); }
    this.pending.end();
  }

  post(message: FromTimeline): void { this.#host.post(message); }

  #receive(message: ToTimeline): void {
    switch (message.type) {
      case 'show':
        this.#incoming = { data: message.data, state: this.#host.restore() === undefined ? message.state : null, events: [], compactor: new Compactor() };
        if (message.eventCount === 0) { this.#show(); }
        return;
      case 'events':
        if (this.#incoming !== undefined) { this.#incoming.events.push(...this.#incoming.compactor.events(message.events)); }
        // The browser holds on to a message, and to all that is in it, until it next looks through all of its memory.
        (message.events as EventDto[]).length = 0;
        if (message.isLast) { this.#show(); }
        return;
      case 'draft': this.#setDraft(message.draft); return;
      case 'cursor':
        this.model.setCursor(message.ids);
        this.picture.ask();
        return;
      case 'reveal': this.reveal(message.id, false); return;
      case 'card': this.#showCard(message.id, message.card); return;
      case 'told': this.tell(message.text); return;
      default: message satisfies never;
    }
  }

  #show(): void {
    const incoming = this.#incoming;
    if (incoming === undefined) { return; }
    this.#incoming = undefined;
    this.model.data = { ...incoming.data, events: incoming.events };
    if (incoming.state !== null) { this.model.setState(incoming.state); }
    if (this.#around?.isCardOpen === true && this.model.state.selected !== null) { this.#askCard(this.model.state.selected, false); }
    void this.#relayout();
  }

  async #relayout(): Promise<void> {
    this.pending.begin();
    try {
      this.#resize();
      this.#applyMode();
      this.#around?.update();
      this.#empty.hidden = this.model.data.events.length > 0;
      if (!await this.picture.relayout()) { return; }
      // Each with a breath before it: of many events none is a small thing.
      for (const step of [() => { this.picture.drawNow(); }, () => { this.#around?.overview(); }, () => { this.#around?.explain(); }, () => { this.#around?.update(); }, () => { this.grid.build(); }]) {
        await pause();
        step();
      }
      document.body.dataset['ready'] = '1';
    } finally { this.pending.end(); }
  }

  #setDraft(draft: Model['draft']): void {
    const hadDraft = this.model.draft !== null;
    this.model.setDraft(draft);
    if (!this.picture.redraft() || hadDraft !== (draft !== null)) { void this.#relayout(); } else {
      this.#around?.overview();
      this.#around?.explain();
      this.#around?.update();
    }
  }

  /** @param isLayout whether lanes or rows change with it */
  setState(change: Partial<ViewState>, isLayout = false): void {
    this.model.setState(change);
    if (isLayout) { void this.#relayout(); } else {
      this.#around?.update();
      this.picture.ask();
    }
    this.#keepSoon();
  }

  readonly #keepSoon = debounce(this.pending, 300, () => {
    if (!this.picture.isFitted) { return; }
    const state = { ...this.model.state, span: this.picture.spanInSight() };
    this.#host.keep(state);
    this.post({ type: 'stateChanged', state });
  });

  setFilter(filter: ViewState['filter']): void {
    this.setState({ filter }, this.model.state.isOnlyMatches);
    const size = this.model.matches?.size ?? this.model.data.events.length;
    this.#tellSoon(size === 1 ? t('1 event matches') : t('{0} events match', size));
  }

  setMode(mode: ViewState['mode']): void {
    this.setState({ mode });
    this.#applyMode();
    if (mode === 'chart') { this.picture.ask(); } else { this.#around?.focusList(); }
  }

  #applyMode(): void {
    const isList = this.model.state.mode === 'list';
    this.stage.hidden = isList;
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.stage;
    if (clientWidth > 0 && clientHeight > 0) { this.picture.resize(clientWidth, clientHeight); }
  }

  #onDrawn(): void {
    this.#around?.drawn();
    this.#afterMotion();
  }

  /** When the picture has come to rest: cells for what is in sight, one sentence for screen readers, the state kept. */
  readonly #afterMotion = debounce(this.pending, 120, () => {
    if (this.picture.isHeld) { return; }
    this.picture.settle();
    this.grid.build();
    const [from, to] = this.picture.spanInSight();
    const text = t('{0} to {1}, {2} events shown', dayText(from), dayText(to), this.picture.drawn?.frame.shown.length ?? 0);
    if (text !== this.#range) {
      this.#range = text;
      if (this.grid.hasFocus) { this.#tellSoon(text); }
      this.#keepSoon();
    }
  });

  press(hit: Hit): void {
    switch (hit.kind) {
      case 'mark': {
        this.grid.moveTo({ lane: hit.shown.lane, item: hit.shown.item });
        const event = this.model.eventAt(hit.shown.item);
        if (event !== undefined) { this.open(event.id); }
        else {
          const date = this.model.draft?.dates[hit.shown.item - this.model.data.events.length];
          if (date !== undefined) { this.post({ type: 'openMention', offset: date.offset }); }
        }
        return;
      }
      case 'fold': this.#around?.openFold(hit.fold); return;
      case 'lane': this.toggleLane(hit.lane); return;
      case 'axis': case 'ground': this.close(); return;
      default: hit satisfies never;
    }
  }

  toggleLane(lane: number): void {
    const id = this.picture.layout?.lanes[lane]?.id;
    if (id === undefined) { return; }
    const { collapsed } = this.model.state;
    this.setState({ collapsed: collapsed.includes(id) ? collapsed.filter(one => one !== id) : [...collapsed, id] }, true);
  }

  /** Puts a lane in the place of another. The dates of the draft keep theirs, above all. */
  moveLane(from: number, to: number): void {
    const ids = this.picture.layout?.lanes.map(box => box.id) ?? [];
    const fixed = ids[0] === DRAFT_LANE ? 1 : 0;
    if (from < fixed || from === to || ids[from] === undefined) { return; }
    this.setState({ order: reordered(this.model.state.order, ids.slice(fixed), from - fixed, Math.max(0, to - fixed)) }, true);
  }

  open(id: string, isToFocus = false): void {
    this.setState({ selected: id });
    this.#askCard(id, isToFocus);
  }

  #askCard(id: string, isToFocus: boolean): void {
    this.#asked = { id, isToFocus };
    this.post({ type: 'askCard', id });
  }

  #showCard(id: string, card: CardDto | null): void {
    if (this.#asked?.id !== id) { return; }
    if (card === null) {
      this.close();
      this.tell(t('This event is not in the corpus any more.'));
      return;
    }
    this.#around?.showCard(card, this.#asked.isToFocus);
  }

  close(): void {
    const hadFocus = this.#around?.isCardFocused === true;
    this.#asked = undefined;
    this.#around?.hideCard();
    this.setState({ selected: null });
    if (hadFocus && this.grid.focused !== undefined) { this.grid.moveTo(this.grid.focused); }
  }

  reveal(id: string, isToFocus: boolean): void {
    const item = this.model.indexOf(id);
    if (item < 0) {
      if (this.model.data.actors.some(actor => actor.id === id)) { this.setFilter({ ...this.model.state.filter, actors: [id] }); } else { this.#askCard(id, isToFocus); }
      return;
    }
    if (this.model.state.mode === 'list') { this.setMode('chart'); }
    const lane = this.grid.laneOf(item);
    if (lane >= 0) {
      this.picture.reveal(item, lane);
      if (isToFocus) { this.grid.moveTo({ lane, item }); }
    }
    this.open(id);
  }

  insertCitation(item: number): void {
    const event = this.model.eventAt(item);
    if (event === undefined) { return; }
    if (event.citation === null) { this.tell(t('No source is recorded for this event.')); return; }
    this.post({ type: 'insertCitation', citation: event.citation });
  }

  hover(hit: Hit | undefined, x: number, y: number): void {
    const text = hit?.kind === 'mark' ? this.picture.items[hit.shown.item]?.name : hit?.kind === 'fold' ? (hit.fold.count === 1 ? t('1 event without room for its label') : t('{0} events without room for their labels', hit.fold.count)) : undefined;
    this.#tip.hidden = text === undefined;
    if (text === undefined) { return; }
    this.#tip.textContent = text;
    place(this.#tip, Math.min(x + 12, Math.max(0, this.picture.width - this.#tip.offsetWidth - 8)), Math.min(y + 16, this.picture.height - this.#tip.offsetHeight - 4));
  }

  /** Says it to screen readers, and shows it for a while, at most until the next key or press. */
  tell(text: string): void {
    this.#live.textContent = text;
    this.#live.className = 'told';
    clearTimeout(this.#hiding);
    this.#hiding = setTimeout(this.#hideTold, SHOWN_MS);
  }

  readonly #hideTold = () => { this.#live.className = 'unseen'; };

  /** Says only the last of many sentences, so that nobody is flooded; never over one that is shown. */
  #tellSoon(text: string): void {
    this.#toTell = text;
    this.#tellPending();
  }
  readonly #tellPending = debounce(this.pending, 500, () => { if (this.#live.className !== 'told') { this.#live.textContent = this.#toTell; } });
}
