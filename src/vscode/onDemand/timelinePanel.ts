import * as vscode from 'vscode';
import { draftDto, eventsInParagraph } from '../../core/timeline/draftMarks.ts';
import { cardDto } from '../../core/timeline/cardDto.ts';
import { EVENTS_PER_MESSAGE, parseFromTimeline, type FromTimeline, type ToTimeline } from '../../core/timeline/protocol.ts';
import type { TimelineData, ViewState } from '../../core/timeline/types.ts';
import { runCommand } from '../commands.ts';
import { Disposable } from '../disposable.ts';
import { runSoon } from '../runSoon.ts';
import type { Services } from '../services.ts';
import { timelineEvents } from '../timeline/events.ts';
import { leaveView } from '../timeline/view.ts';
import { exportTimeline } from './exportTimeline.ts';
import { goTo, insertEvent, pickParagraph } from './timelineActions.ts';
import { webviewHtml } from './webviewHtml.ts';

/** After the last keystroke, and after the last move of the cursor, in milliseconds. */
const DRAFT_DELAY_MS = 300;
const CURSOR_DELAY_MS = 120;

/** One open timeline: what its page asks for is done here, and what changes is told to it. */
export class TimelinePanel extends Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #services: Services;
  readonly #timeline: () => TimelineData;
  /** What a page is told that knows of none. */
  #view: ViewState | null;
  #isReady = false;
  /** What to reveal, until the page says that it has: one that is shown, hidden and shown again may lose what it was told. */
  #pending: string | undefined;
  #cursor = '';

  constructor(panel: vscode.WebviewPanel, services: Services, view: ViewState | null, onDispose: () => void) {
    super();
    this.#panel = panel;
    this.#services = services;
    this.#view = view;
    this.#timeline = timelineEvents(services.corpus);
    const { corpus, drafts, extensionUri } = services;
    const picture = (name: string) => vscode.Uri.joinPath(extensionUri, 'media', name);
    panel.iconPath = { light: picture('activity-light.svg'), dark: picture('activity.svg') };
    panel.webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: ['dist', 'media'].map(folder => vscode.Uri.joinPath(extensionUri, folder)) };
    this.own(panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = parseFromTimeline(raw);
      if (message === undefined) { services.log.warn('The timeline sent a message that is not one of ours.'); } else { void this.#answer(message); }
    }));
    // A page that is hidden is thrown away; it says `ready` again when it is shown.
    this.own(panel.onDidChangeViewState(() => { this.#isReady &&= panel.visible; }));
    this.own({ dispose: () => { services.asOf.set(null); } });
    this.own(panel.onDidDispose(() => {
      this.dispose();
      onDispose();
    }));
    this.own(corpus.onDidChange(() => {
      this.#show();
      this.#tellDraft();
      this.#revealPending();
    }));
    const draftSoon = this.own(runSoon(() => { this.#tellDraft(); }, DRAFT_DELAY_MS));
    const cursorSoon = this.own(runSoon(() => { this.#tellCursor(); }, CURSOR_DELAY_MS));
    this.own(drafts.onDidChange(document => { if (document === drafts.active?.document) { draftSoon.schedule(); } }));
    this.own(drafts.onDidChangeActive(() => { this.#tellDraft(); }));
    this.own(vscode.window.onDidChangeTextEditorSelection(event => { if (event.textEditor === drafts.active) { cursorSoon.schedule(); } }));
    panel.webview.html = webviewHtml(panel.webview, extensionUri, { name: 'timeline', title: vscode.l10n.t('Timeline') });
  }

  reveal(id?: string): void {
    this.#panel.reveal(undefined, true);
    if (id === undefined) { return; }
    this.#pending = id;
    this.#revealPending();
  }

  /** Once there is a page, and events in it. */
  #revealPending(): void {
    if (!this.#isReady || !this.#services.corpus.isReady || this.#pending === undefined) { return; }
    this.#post({ type: 'reveal', id: this.#pending });
  }

  #post(message: ToTimeline): void {
    if (this.#isReady) { void this.#panel.webview.postMessage(message); }
  }

  #show(): void {
    if (!this.#isReady) { return; }
    const { events, ...data } = this.#timeline();
    this.#post({ type: 'show', data, eventCount: events.length, state: this.#view });
    for (let at = 0; at < events.length; at += EVENTS_PER_MESSAGE) {
      this.#post({ type: 'events', events: events.slice(at, at + EVENTS_PER_MESSAGE), isLast: at + EVENTS_PER_MESSAGE >= events.length });
    }
  }

  #tellDraft(): void {
    const { corpus, drafts } = this.#services;
    const document = drafts.active?.document;
    if (!this.#isReady) { return; }
    this.#post({ type: 'draft', draft: document === undefined ? null : draftDto(document.uri.path.split('/').pop() ?? '', drafts.read(document), corpus.snapshot) });
    this.#cursor = '';
    this.#tellCursor();
  }

  #tellCursor(): void {
    const { corpus, drafts } = this.#services;
    const editor = drafts.active;
    const ids = editor === undefined ? [] : eventsInParagraph(drafts.read(editor.document), editor.document.offsetAt(editor.selection.active), corpus.snapshot);
    const key = ids.join('\n');
    if (key !== this.#cursor) {
      this.#cursor = key;
      this.#post({ type: 'cursor', ids });
    }
  }

  async #answer(message: FromTimeline): Promise<void> {
    const { corpus, drafts, log, state } = this.#services;
    try {
      switch (message.type) {
        case 'ready':
          this.#isReady = true;
          this.#show();
          this.#tellDraft();
          this.#revealPending();
          return;
        case 'askCard': this.#post({ type: 'card', id: message.id, card: cardDto(corpus.snapshot, message.id) ?? null }); return;
        case 'openEntry': await runCommand('rapporteur.openEntry', message.id); return;
        case 'revealInTree': await runCommand('rapporteur.revealInTree', message.id); return;
        case 'insertCitation':
          await runCommand('rapporteur.insertCitation', message.citation);
          if (drafts.active !== undefined) { this.#post({ type: 'told', text: vscode.l10n.t('Citation of @{0} inserted', message.citation.citekey) }); }
          return;
        case 'insertEvent': this.#post({ type: 'told', text: await insertEvent(message.id, this.#services) }); return;
        case 'openMention': await goTo(message.offset, this.#services); return;
        case 'export': {
          const told = await exportTimeline(this.#timeline(), message.state, this.#services);
          if (told !== undefined) { this.#post({ type: 'told', text: told }); }
          return;
        }
        case 'askParagraphs': {
          const told = await pickParagraph(message.range, this.#services);
          if (told !== undefined) { this.#post({ type: 'told', text: told }); }
          return;
        }
        case 'stateChanged':
          this.#pending = undefined;
          this.#services.asOf.set(message.state.asOf);
          this.#view = message.state;
          await leaveView(state, message.state);
          return;
        default: message satisfies never;
      }
    } catch (error) {
      log.error(`timeline: ${message.type}`, error);
      this.#post({ type: 'told', text: vscode.l10n.t('That did not work. The log of Rapporteur has the details.') });
    }
  }
}
