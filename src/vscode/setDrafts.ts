import * as vscode from 'vscode';
import { nociteKeys } from '../core/bibliography/listed.ts';
import type { DrawnCitation, DrawnSetting } from '../core/citations/preview.ts';
import { settingOf } from '../core/citations/setState.ts';
import type { SetText } from '../core/citations/setText.ts';
import { isNumberedStyle } from '../core/citations/styleFile.ts';
import type { CslItem } from '../core/citations/types.ts';
import { DraftSetter, type SetInStyle } from '../engine/pandoc/draftSetter.ts';
import { setCitations } from '../engine/pandoc/setCitations.ts';
import { PandocError } from '../engine/pandoc/types.ts';
import { Disposable } from './disposable.ts';
import { reasonOf } from './inform.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';

/** Setting begins so long after the last change, and setting all of a long draft anew after a pause. */
const DELAY_MS = 100;
const PAUSE_MS = 1000;
const MAX_REFERENCES = 5000;
/** Longest time that a hover waits for its reference. */
const WAIT_MS = 1500;
/** More works than anyone reads at the end of a preview; the document that is exported has them all. */
const MOST_NOCITE = 1000;

type Needed = Pick<Services, 'bibliographies' | 'styles' | 'pandoc' | 'log'>;

interface DraftState {
  readonly setter: DraftSetter;
  wanted: readonly DrawnCitation[];
  /** What was wanted last, and what the setter was told last. */
  wantedKey: string;
  toldKey: string;
  /** Of the document, when it was drawn last. */
  version: number;
}

/**
 * Citations as their styles set them, kept and handed out at once; what is missing is set in pandoc's threads, and
 * `onDidChange` tells when it is there. While a draft changes, what was set before stays where the same citation stands.
 */
export class SetDrafts extends Disposable {
  readonly #services: Needed;
  readonly #drafts = new Map<string, DraftState>();
  /** Drafts that are drawn, and whether that was with what is known and set now. */
  readonly #drawn = new Map<string, boolean>();
  readonly #references = new Map<string, Promise<SetText | undefined>>();
  readonly #onDidChange = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#onDidChange.event;
  readonly #soon = this.own(runSoon(() => { for (const uri of this.#drafts.keys()) { void this.#tell(uri); } }, DELAY_MS));
  readonly #pause = this.own(runSoon(() => { for (const { setter } of this.#drafts.values()) { setter.settle(); } }, PAUSE_MS));
  /** What citations are set from has changed: a bibliography, a style. */
  #generation = 0;
  /** When a draft was drawn that was not drawn before, as `Date.now()` has it. */
  #begunAt = 0;

  constructor(services: Needed) {
    super();
    this.#services = services;
    const stale = () => {
      this.#generation++;
      this.#references.clear();
      for (const uri of this.#drawn.keys()) { this.#drawn.set(uri, false); }
      for (const { setter } of this.#drafts.values()) { setter.outdate(); }
      this.#soon.schedule();
    };
    this.own(services.bibliographies.onDidChange(stale));
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('rapporteur.citation.style')) { stale(); } }));
    const watcher = this.own(vscode.workspace.createFileSystemWatcher('**/*.csl'));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) { this.own(event(stale)); }
    this.own(vscode.workspace.onDidCloseTextDocument(({ uri }) => { this.#forget(uri.toString()); this.#drawn.delete(uri.toString()); }));
  }

  override dispose(): void {
    for (const uri of [...this.#drafts.keys()]) { this.#forget(uri); }
    super.dispose();
  }

  /** The citations of a draft, in their order, and its list of references; with what is not set yet left out. */
  setting(document: vscode.TextDocument, citations: readonly DrawnCitation[]): DrawnSetting | undefined {
    const uri = document.uri.toString();
    this.#drawn.set(uri, true);
    const { sources, matter } = this.#services.bibliographies.of(document);
    const isKnown = ({ citekeys }: DrawnCitation) => citekeys.every(key => sources.has(key));
    if (!citations.some(isKnown) && matter.nocite.length === 0 && !matter.isAllListed) { this.#forget(uri); return undefined; }
    const state = this.#drafts.get(uri) ?? this.#begin(document);
    const key = JSON.stringify(citations);
    // What pandoc could not set it is asked for again when the same text is drawn anew, not at every change.
    if (state.setter.hasFailed && state.version === document.version) { state.wantedKey = ''; state.toldKey = ''; }
    state.version = document.version;
    // What is waiting is not put off by being drawn again.
    if (state.wantedKey !== key) { state.wanted = citations; state.wantedKey = key; this.#soon.schedule(); }
    const { set } = settingOf(state.setter.state, citations);
    return {
      // A citation of a work that nobody has stays as the writer wrote it.
      citations: citations.map((citation, index) => (isKnown(citation) ? set[index] : undefined)),
      references: matter.isBibliographySuppressed ? [] : state.setter.state.references,
      title: matter.referenceSectionTitle,
    };
  }

  /** Whether some draft was drawn before what is known or set of it now. */
  get isUndrawn(): boolean {
    return [...this.#drawn.values()].includes(false);
  }

  /** Whether a draft was drawn for the first time less than so many milliseconds ago. */
  hasBegunWithin(timeMs: number): boolean {
    return Date.now() - this.#begunAt < timeMs;
  }

  /** What was not drawn again by now has no preview. */
  leaveUndrawn(): void {
    for (const [uri, isDrawn] of this.#drawn) { if (!isDrawn) { this.#drawn.delete(uri); } }
  }

  /**
   * A work as it stands in a first note, with its locator, or in the list of references. `undefined` when it cannot be set, or
   * not within a moment, as when pandoc has to start: the next time it is there.
   */
  async reference(document: vscode.TextDocument, item: CslItem, suffixText: string): Promise<SetText | undefined> {
    const { name } = this.#services.styles.named(document);
    const key = JSON.stringify([document.uri.toString(), name, item.id, suffixText]);
    let reference = this.#references.get(key);
    if (reference === undefined) {
      if (this.#references.size > MAX_REFERENCES) { this.#references.clear(); }
      reference = this.#setReference(document, item, suffixText);
      this.#references.set(key, reference);
      const asked = reference;
      // What pandoc could not set is asked again at the next look: it may have been held up.
      void asked.then(set => { if (set === undefined && this.#references.get(key) === asked) { this.#references.delete(key); } });
    }
    return within(WAIT_MS, reference);
  }

  async #setReference(document: vscode.TextDocument, item: CslItem, suffixText: string): Promise<SetText | undefined> {
    // Braces keep a locator one, whatever the writer put after the key.
    const cited = { text: `[@{${item.id}}${suffixText === '' ? '' : `, ${suffixText}`}]`, event: 0, isInNote: false };
    const set = await this.#inStyle(document)({ citations: [cited], items: [item] }, {});
    return set?.citations[0]?.note ?? set?.references[0]?.text;
  }

  #begin(document: vscode.TextDocument): DraftState {
    const uri = document.uri.toString();
    const setter = new DraftSetter(this.#inStyle(document), () => {
      if (this.#drawn.has(uri)) { this.#drawn.set(uri, false); }
      this.#onDidChange.fire(undefined);
    });
    const state: DraftState = { setter, wanted: [], wantedKey: '', toldKey: '', version: NaN };
    this.#drafts.set(uri, state);
    this.#begunAt = Date.now();
    return state;
  }

  #forget(uri: string): void {
    this.#drafts.get(uri)?.setter.stop();
    this.#drafts.delete(uri);
  }

  /** Tells the setter of a draft what is wanted now. */
  async #tell(uri: string): Promise<void> {
    const state = this.#drafts.get(uri);
    const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
    const key = `${this.#generation} ${state?.wantedKey ?? ''}`;
    if (state === undefined || document === undefined || state.toldKey === key) { return; }
    state.toldKey = key;
    const style = await this.#services.styles.of(document);
    const draftSources = this.#services.bibliographies.of(document);
    const nocite = new Set([...nociteKeys(draftSources)].slice(0, MOST_NOCITE));
    state.setter.update({
      citations: state.wanted, sources: draftSources.sources, nocite, isListed: !draftSources.matter.isBibliographySuppressed, isNumbered: isNumberedStyle(style.csl),
    });
    this.#pause.schedule();
  }

  /** With the style of the draft, and where pandoc cannot use that, with its own. */
  #inStyle(document: vscode.TextDocument): SetInStyle {
    const { pandoc, styles, log, bibliographies } = this.#services;
    return async (task, run) => {
      const { lang } = bibliographies.of(document).matter;
      try {
        const style = await styles.of(document);
        try {
          return await setCitations(pandoc, { ...task, csl: style.csl, lang }, run);
        } catch (error) {
          if (!(error instanceof PandocError) || !/citeproc/i.test(error.message)) { throw error; }
          return await setCitations(pandoc, { ...task, csl: (await styles.default()).csl, lang }, run);
        }
      } catch (error) {
        if (!(error instanceof PandocError && error.reason === 'cancelled')) { log.warn(`citations could not be set: ${reasonOf(error)}`); }
        return undefined;
      }
    };
  }
}

async function within<T>(timeMs: number, value: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => { timer = setTimeout(resolve, timeMs, undefined); });
  try { return await Promise.race([value, late]); } finally { clearTimeout(timer); }
}
