import { dayText } from '../../core/timeline/calendar.ts';
import { reordered } from '../../core/timeline/lanes.ts';
import { foldedBetween, revealingZoom } from '../../core/timeline/frame.ts';
import { MAX_ZOOM } from '../../core/timeline/view.ts';
import type { ToTimeline } from '../../core/timeline/protocol.ts';
import type { EventDto, TimelineData, ViewState } from '../../core/timeline/types.ts';
import { AsOf } from './asOf.ts';
import { CardPanel } from './card.ts';
import { debounce, el, Pending, place } from './dom.ts';
import { Grid, type Focus } from './grid.ts';
import { connect, type Host } from './host.ts';
import { listenToKeys } from './keys.ts';
import { Legend } from './legend.ts';
import { ListView } from './list.ts';
import { Minimap } from './minimap.ts';
import { DRAFT_LANE, Model } from './model.ts';
import { NarrativeStrip } from './narrative.ts';
import { Picture, type Hit } from './picture.ts';
import { listenToPointer } from './pointer.ts';
import { watchTheme } from './theme.ts';
import { Toolbar } from './toolbar.ts';

/** The timeline page: its parts, and what each message and each action does. */
export class Page {
  readonly #root: HTMLElement;
  readonly #pending = new Pending();
  readonly #model = new Model();
  readonly #canvas = el('canvas', { class: 'chart', 'aria-hidden': 'true' });
  readonly #picture = new Picture(this.#canvas, this.#model, this.#pending, () => { this.#onDrawn(); });
  readonly #grid = new Grid(this.#model, this.#picture);
  readonly #minimap = new Minimap(this.#model, this.#picture);
  readonly #narrative = new NarrativeStrip(this.#model, this.#picture, offset => { this.#host.post({ type: 'openMention', offset }); });
  readonly #legend = new Legend();
  readonly #asOf = new AsOf(day => { this.#setState({ asOf: day }); });
  readonly #card: CardPanel;
  readonly #list: ListView;
  readonly #toolbar: Toolbar;
  readonly #live = el('div', { class: 'unseen', role: 'status' });
  readonly #tip = el('div', { class: 'tip', 'aria-hidden': 'true' });
  readonly #stage = el('div', { class: 'stage' });
  readonly #empty = el('p', { class: 'empty' }, 'No event with a date yet.');
  readonly #host: Host;
  #incoming: { readonly data: Omit<TimelineData, 'events'>; readonly state: ViewState | null; readonly events: EventDto[] } | undefined;
  #askedCard: string | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#host = connect(message => { this.#receive(message); });
    this.#card = new CardPanel({
      insertCitation: citation => { this.#host.post({ type: 'insertCitation', citation }); },
      insertEvent: id => { this.#host.post({ type: 'insertEvent', id }); },
      openEntry: id => { this.#host.post({ type: 'openEntry', id }); },
      go: id => { this.#reveal(id, true); },
      filterActor: id => { this.#setFilter({ ...this.#model.state.filter, actors: [...new Set([...this.#model.state.filter.actors, id])] }); },
      close: () => { this.#close(); },
    });
    this.#list = new ListView(this.#model, { open: id => { this.#open(id); }, insert: id => { this.#insertCitation(this.#model.indexOf(id)); } });
    this.#toolbar = new Toolbar(this.#model, {
      setFilter: filter => { this.#setFilter(filter); },
      group: grouping => { this.#setState({ grouping }, true); },
      setOnlyMatches: isOnlyMatches => { this.#setState({ isOnlyMatches }, true); },
      setMode: mode => { this.#setMode(mode); },
      zoom: factor => { this.#picture.zoom(factor); },
      fit: () => { this.#picture.fit(); },
      fitSelection: () => { this.#fitSelection(); },
      toggleAsOf: () => { this.#setState({ asOf: this.#model.state.asOf === null ? Math.floor(this.#picture.spanInSight().reduce((sum, day) => sum + day, 0) / 2) : null }); },
      toggleNarrative: () => { this.#setState({ isNarrative: !this.#model.state.isNarrative }); },
      export: () => { this.#host.post({ type: 'export', state: { ...this.#model.state, span: null } }); },
    });
  }

  start(): void {
    this.#stage.append(this.#canvas, this.#grid.element, this.#tip, this.#empty);
    this.#root.append(el('main', {}, el('h1', { class: 'unseen' }, 'Timeline'), this.#toolbar.element, this.#toolbar.chips, this.#asOf.element,
      el('div', { class: 'work' }, this.#stage, this.#list.element, this.#card.element), this.#narrative.element, this.#minimap.element, this.#legend.element, this.#live));
    listenToPointer(this.#stage, this.#picture, {
      press: hit => { this.#press(hit); },
      choose: range => {
        this.#setFilter({ ...this.#model.state.filter, range });
        this.#host.post({ type: 'askParagraphs', range });
      },
      moveLane: (lane, before) => { this.#moveLane(lane, before > lane ? before - 1 : before); },
      hover: (hit, x, y) => { this.#hover(hit, x, y); },
    });
    listenToKeys(this.#grid, this.#picture, {
      card: focus => { const event = this.#model.eventAt(focus.item); if (event !== undefined) { this.#open(event.id, true); } },
      insertCitation: item => { this.#insertCitation(item); },
      insertEvent: item => { const event = this.#model.eventAt(item); if (event !== undefined) { this.#host.post({ type: 'insertEvent', id: event.id }); } },
      openEntry: item => { const event = this.#model.eventAt(item); if (event !== undefined) { this.#host.post({ type: 'openEntry', id: event.id }); } },
      nextMention: focus => { this.#nextMention(focus); },
      toggleLane: lane => { this.#toggleLane(lane); },
      moveLane: (lane, step) => {
        this.#moveLane(lane, lane + step);
        this.#grid.moveTo({ lane: Math.max(0, lane + step), item: -1 });
      },
      fitSelection: () => { this.#fitSelection(); },
      close: () => { this.#close(); },
      toggleMode: () => { this.#setMode(this.#model.state.mode === 'list' ? 'chart' : 'list'); },
    });
    new ResizeObserver(() => { this.#resize(); }).observe(this.#stage);
    watchTheme(() => {
      const isOtherType = this.#picture.retheme();
      this.#minimap.reset();
      this.#legend.build(this.#picture.items, this.#picture.theme, this.#model.draft !== null);
      if (isOtherType) { void this.#relayout(); }
    });
    const kept = this.#host.restore();
    if (kept !== undefined) { this.#model.setState(kept); }
    this.#toolbar.update();
    this.#host.post({ type: 'ready' });
  }

  #receive(message: ToTimeline): void {
    switch (message.type) {
      case 'show':
        this.#incoming = { data: message.data, state: this.#host.restore() === undefined ? message.state : null, events: [] };
        if (message.eventCount === 0) { this.#show(); }
        return;
      case 'events':
        this.#incoming?.events.push(...message.events);
        if (message.isLast) { this.#show(); }
        return;
      case 'draft': this.#setDraft(message.draft); return;
      case 'cursor':
        this.#model.setCursor(message.ids);
        this.#picture.ask();
        return;
      case 'reveal': this.#reveal(message.id, false); return;
      case 'card': this.#showCard(message.id, message.card); return;
      case 'told': this.#tell(message.text); return;
      default: message satisfies never;
    }
  }

  #show(): void {
    const incoming = this.#incoming;
    if (incoming === undefined) { return; }
    this.#incoming = undefined;
    this.#model.data = { ...incoming.data, events: incoming.events };
    if (incoming.state !== null) { this.#model.setState(incoming.state); }
    this.#asOf.setData(this.#model.data);
    if (this.#card.isOpen && this.#model.state.selected !== null) { this.#askCard(this.#model.state.selected); }
    void this.#relayout();
  }

  async #relayout(): Promise<void> {
    this.#resize();
    this.#applyMode();
    this.#toolbar.update();
    this.#empty.hidden = this.#model.data.events.length > 0;
    if (!await this.#picture.relayout()) { return; }
    this.#minimap.reset();
    this.#legend.build(this.#picture.items, this.#picture.theme, this.#model.draft !== null);
    this.#asOf.update(this.#model.state.asOf, this.#picture.domain);
    this.#updateNarrative();
    this.#picture.drawNow();
    this.#grid.build();
    document.body.dataset['ready'] = '1';
  }

  #setDraft(draft: Model['draft']): void {
    const hadDraft = this.#model.draft !== null;
    this.#model.setDraft(draft);
    this.#toolbar.update();
    if (!this.#picture.redraft() || hadDraft !== (draft !== null)) { void this.#relayout(); }
    this.#minimap.reset();
    this.#updateNarrative();
    if (this.#model.state.mode === 'list') { this.#list.build(); }
  }

  #updateNarrative(): void {
    this.#narrative.update(this.#model.state.isNarrative && this.#model.state.mode === 'chart');
  }

  /** @param isLayout whether lanes or rows change with it */
  #setState(change: Partial<ViewState>, isLayout = false): void {
    this.#model.setState(change);
    this.#toolbar.update();
    this.#asOf.update(this.#model.state.asOf, this.#picture.domain);
    this.#updateNarrative();
    if (isLayout) { void this.#relayout(); } else { this.#picture.ask(); }
    if (this.#model.state.mode === 'list') { this.#list.build(); }
    this.#keepSoon();
  }

  readonly #keepSoon = debounce(this.#pending, 300, () => {
    if (!this.#picture.isFitted) { return; }
    const state = { ...this.#model.state, span: this.#picture.spanInSight() };
    this.#host.keep(state);
    this.#host.post({ type: 'stateChanged', state });
  });

  #setFilter(filter: ViewState['filter']): void {
    this.#setState({ filter }, this.#model.state.isOnlyMatches);
    const { size } = this.#model.matches;
    this.#tellSoon(size === 1 ? '1 event matches' : `${size} events match`);
  }

  #setMode(mode: ViewState['mode']): void {
    this.#setState({ mode });
    this.#applyMode();
    if (mode === 'chart') { this.#picture.ask(); } else { this.#list.element.focus(); }
  }

  #applyMode(): void {
    const isList = this.#model.state.mode === 'list';
    this.#list.element.hidden = !isList;
    this.#stage.hidden = isList;
    this.#minimap.element.hidden = isList;
    this.#legend.element.hidden = isList;
    if (isList) { this.#list.build(); }
  }

  #resize(): void {
    const { clientWidth, clientHeight } = this.#stage;
    if (clientWidth > 0 && clientHeight > 0) { this.#picture.resize(clientWidth, clientHeight); }
  }

  #onDrawn(): void {
    this.#narrative.draw();
    this.#minimap.draw();
    this.#afterMotion();
  }

  /** When the picture has come to rest: cells for what is in sight, one sentence for screen readers, the state kept. */
  readonly #afterMotion = debounce(this.#pending, 120, () => {
    this.#grid.build();
    const { drawn } = this.#picture;
    const [from, to] = this.#picture.spanInSight();
    const text = `${dayText(from)} to ${dayText(to)}, ${drawn?.frame.shown.length ?? 0} events shown`;
    if (text !== this.#range) {
      this.#range = text;
      if (this.#grid.hasFocus) { this.#tellSoon(text); }
      this.#keepSoon();
    }
  });
  #range = '';

  #press(hit: Hit): void {
    switch (hit.kind) {
      case 'mark': {
        this.#grid.moveTo({ lane: hit.shown.lane, item: hit.shown.item });
        const event = this.#model.eventAt(hit.shown.item);
        if (event !== undefined) { this.#open(event.id); }
        else {
          const date = this.#model.draft?.dates[hit.shown.item - this.#model.data.events.length];
          if (date !== undefined) { this.#host.post({ type: 'openMention', offset: date.offset }); }
        }
        return;
      }
      case 'fold': this.#openFold(hit.fold.lane, hit.fold.from, hit.fold.to); return;
      case 'lane': this.#toggleLane(hit.lane); return;
      case 'axis': case 'ground': this.#close(); return;
      default: hit satisfies never;
    }
  }

  /** Goes to the zoom at which everything in the fold has its label; where there is none, lists it. */
  #openFold(lane: number, from: number, to: number): void {
    const { layout, items, drawn, view, plotWidth } = this.#picture;
    if (layout === undefined || drawn === undefined) { return; }
    const members = foldedBetween(layout, items, drawn.frame, lane, view, drawn.plot, from, to);
    const zoom = revealingZoom(layout, lane, members) * 1.02;
    const [first, last] = [items[members[0] ?? -1]?.extent, items[members[members.length - 1] ?? -1]?.extent];
    if (first === undefined || last === undefined) { return; }
    if (zoom > view.zoom && zoom <= MAX_ZOOM && (last.b - first.a) * zoom < plotWidth * 0.9) {
      this.#picture.show({ zoom, left: (first.a + last.b) / 2 - plotWidth * 0.42 / zoom });
      return;
    }
    const events = members.flatMap(item => this.#model.eventAt(item) ?? []);
    this.#card.showList(events.length === 1 ? '1 event here' : `${events.length} events here`, events.slice(0, 500).map(event => ({ id: event.id, title: event.title, detail: event.date.text })));
  }

  #toggleLane(lane: number): void {
    const id = this.#picture.layout?.lanes[lane]?.id;
    if (id === undefined) { return; }
    const { collapsed } = this.#model.state;
    this.#setState({ collapsed: collapsed.includes(id) ? collapsed.filter(one => one !== id) : [...collapsed, id] }, true);
  }

  /** Puts a lane in the place of another. The dates of the draft keep theirs, above all. */
  #moveLane(from: number, to: number): void {
    const ids = this.#picture.layout?.lanes.map(box => box.id) ?? [];
    const fixed = ids[0] === DRAFT_LANE ? 1 : 0;
    if (from < fixed || from === to || ids[from] === undefined) { return; }
    this.#setState({ order: reordered(this.#model.state.order, ids.slice(fixed), from - fixed, Math.max(0, to - fixed)) }, true);
  }

  /** Shows the selected event, with its parts where it is a process; without a selection what the filter lets through. */
  #fitSelection(): void {
    const { data, state, matches, isFiltered } = this.#model;
    const { items } = this.#picture;
    const selected = this.#model.indexOf(state.selected);
    const members = selected >= 0 ? data.events.flatMap((event, index) => index === selected || event.processes.includes(data.events[selected]!.id) ? [index] : []) : isFiltered ? [...matches] : [];
    const extents = members.flatMap(index => items[index]?.extent ?? []);
    if (extents.length === 0) { this.#picture.fit(); return; }
    this.#picture.showSpan(extents.reduce((first, { a }) => Math.min(first, a), Infinity), extents.reduce((last, { b }) => Math.max(last, b), -Infinity));
  }

  #nextMention(focus: Focus | undefined): void {
    const mentions = (this.#model.draft?.mentions ?? []).map(mention => this.#model.indexOf(mention.id)).filter(item => item >= 0)
      .sort((one, other) => (this.#picture.items[one]?.extent.a ?? 0) - (this.#picture.items[other]?.extent.a ?? 0) || one - other);
    const next = mentions[(mentions.indexOf(focus?.item ?? -1) + 1) % Math.max(1, mentions.length)];
    if (next === undefined) { this.#tell('The draft names no event.'); return; }
    this.#grid.moveTo({ lane: Math.max(0, this.#grid.laneOf(next)), item: next });
  }

  #open(id: string, isToFocus = false): void {
    this.#isCardToFocus = isToFocus;
    this.#setState({ selected: id });
    this.#askCard(id);
  }
  #isCardToFocus = false;

  #askCard(id: string): void {
    this.#askedCard = id;
    this.#host.post({ type: 'askCard', id });
  }

  #showCard(id: string, card: Parameters<CardPanel['show']>[0] | null): void {
    if (this.#askedCard !== id) { return; }
    if (card === null) {
      this.#close();
      this.#tell('This event is not in the corpus any more.');
      return;
    }
    const mention = this.#model.draft?.mentions.find(one => one.id === id);
    this.#card.show(card, mention === undefined ? undefined : { count: mention.count, open: () => { this.#host.post({ type: 'openMention', offset: mention.offset }); } });
    if (this.#isCardToFocus) { this.#card.focus(); }
  }

  #close(): void {
    const hadFocus = this.#card.element.contains(document.activeElement);
    this.#askedCard = undefined;
    this.#card.hide();
    this.#setState({ selected: null });
    if (hadFocus && this.#grid.focused !== undefined) { this.#grid.moveTo(this.#grid.focused); }
  }

  #reveal(id: string, isToFocus: boolean): void {
    const item = this.#model.indexOf(id);
    if (item < 0) {
      if (this.#model.data.actors.some(actor => actor.id === id)) { this.#setFilter({ ...this.#model.state.filter, actors: [id] }); } else { this.#askCard(id); }
      return;
    }
    if (this.#model.state.mode === 'list') { this.#setMode('chart'); }
    const lane = this.#grid.laneOf(item);
    if (lane >= 0) {
      this.#picture.reveal(item, lane);
      if (isToFocus) { this.#grid.moveTo({ lane, item }); }
    }
    this.#open(id);
  }

  #insertCitation(item: number): void {
    const event = this.#model.eventAt(item);
    if (event === undefined) { return; }
    if (event.citation === null) { this.#tell('No source is recorded for this event.'); return; }
    this.#host.post({ type: 'insertCitation', citation: event.citation });
  }

  #hover(hit: Hit | undefined, x: number, y: number): void {
    const text = hit?.kind === 'mark' ? this.#picture.items[hit.shown.item]?.name : hit?.kind === 'fold' ? (hit.fold.count === 1 ? '1 event without room for its label' : `${hit.fold.count} events without room for their labels`) : undefined;
    this.#tip.hidden = text === undefined;
    if (text === undefined) { return; }
    this.#tip.textContent = text;
    place(this.#tip, Math.min(x + 12, Math.max(0, this.#picture.width - this.#tip.offsetWidth - 8)), Math.min(y + 16, this.#picture.height - this.#tip.offsetHeight - 4));
  }

  #tell(text: string): void {
    this.#live.textContent = text;
  }

  /** Says only the last of many sentences, so that nobody is flooded. */
  #tellSoon(text: string): void {
    this.#toTell = text;
    this.#tellPending();
  }
  #toTell = '';
  readonly #tellPending = debounce(this.#pending, 500, () => { this.#tell(this.#toTell); });
}
