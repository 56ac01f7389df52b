import * as vscode from 'vscode';
import type { DrawnCitation, DrawnSetting } from '../core/citations/preview.ts';
import type { SetCitation, SetText } from '../core/citations/setText.ts';
import type { CslItem } from '../core/citations/types.ts';
import { setCitations, type CitationInPlace, type SetCitations } from '../engine/pandoc/setCitations.ts';
import { PandocError } from '../engine/pandoc/types.ts';
import { Disposable } from './disposable.ts';
import { runSoon } from './runSoon.ts';
import type { Services } from './services.ts';

/** Setting begins so long after the last change. */
const DELAY_MS = 100;
const MAX_REFERENCES = 5000;

type Needed = Pick<Services, 'bibliographies' | 'styles' | 'pandoc' | 'log'>;

interface DraftState {
  /** What was asked for last, and what was last set or tried. */
  wanted: readonly DrawnCitation[];
  wantedKey: string;
  doneKey: string;
  setting: DrawnSetting | undefined;
  running: AbortController | undefined;
}

/**
 * Citations as their styles set them, kept and handed out at once; what is missing is set in pandoc's thread, and
 * `onDidChange` tells when it is there. While a draft changes, what was set before stays where the same citation stands.
 */
export class SetDrafts extends Disposable {
  readonly #services: Needed;
  readonly #drafts = new Map<string, DraftState>();
  readonly #references = new Map<string, SetText | undefined>();
  readonly #onDidChange = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#onDidChange.event;
  readonly #soon = this.own(runSoon(() => { for (const uri of this.#drafts.keys()) { void this.#set(uri); } }, DELAY_MS));
  /** What citations are set from has changed: a bibliography, a style. */
  #generation = 0;

  constructor(services: Needed) {
    super();
    this.#services = services;
    const stale = () => { this.#generation++; this.#references.clear(); this.#soon.schedule(); };
    this.own(services.bibliographies.onDidChange(stale));
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('rapporteur.citation.style')) { stale(); } }));
    const watcher = this.own(vscode.workspace.createFileSystemWatcher('**/*.csl'));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) { this.own(event(stale)); }
    this.own(vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.#drafts.get(uri.toString())?.running?.abort();
      this.#drafts.delete(uri.toString());
    }));
  }

  /** The citations of a draft, in their order; with those that are not set yet left out. */
  setting(document: vscode.TextDocument, citations: readonly DrawnCitation[]): DrawnSetting | undefined {
    const uri = document.uri.toString();
    const { sources } = this.#services.bibliographies.of(document);
    if (!citations.some(({ citekeys }) => citekeys.some(key => sources.has(key)))) { this.#drafts.delete(uri); return undefined; }
    const state: DraftState = this.#drafts.get(uri) ?? { wanted: [], wantedKey: '', doneKey: '', setting: undefined, running: undefined };
    this.#drafts.set(uri, state);
    const key = JSON.stringify(citations);
    const isSame = state.wantedKey === key;
    const before = state.wanted;
    state.wanted = citations;
    state.wantedKey = key;
    // What is waiting is not put off by being drawn again.
    if (!isSame) { this.#soon.schedule(); }
    if (!isSame && state.setting !== undefined) { state.setting = moved(state.setting, before, citations); }
    return state.setting;
  }

  /** A work as it stands in a first note, with its locator, or in the list of references; `undefined` while it is not set. */
  reference(document: vscode.TextDocument, item: CslItem, suffixText: string): SetText | undefined {
    const { name } = this.#services.styles.named(document);
    const key = JSON.stringify([document.uri.toString(), name, item.id, suffixText]);
    if (this.#references.has(key)) { return this.#references.get(key); }
    if (this.#references.size > MAX_REFERENCES) { this.#references.clear(); }
    this.#references.set(key, undefined);
    void this.#setReference(document, item, suffixText, key, this.#generation);
    return undefined;
  }

  async #setReference(document: vscode.TextDocument, item: CslItem, suffixText: string, key: string, generation: number): Promise<void> {
    // Braces keep a locator one, whatever the writer put after the key.
    const cited = { text: `[@{${item.id}}${suffixText === '' ? '' : `, ${suffixText}`}]` };
    const set = await this.#try(document, [cited], [item]);
    if (set === undefined || generation !== this.#generation) { return; }
    this.#references.set(key, set.citations[0]?.note ?? set.references[0]?.text);
  }

  async #set(uri: string): Promise<void> {
    const state = this.#drafts.get(uri);
    const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri);
    const key = `${this.#generation} ${state?.wantedKey ?? ''}`;
    if (state === undefined || document === undefined || state.doneKey === key) { return; }
    state.doneKey = key;
    state.running?.abort();
    state.running = undefined;
    const { sources, matter } = this.#services.bibliographies.of(document);
    const { wanted } = state;
    // A citation of a work that nobody has stays as the writer wrote it.
    const known = wanted.flatMap((citation, index) => (citation.citekeys.every(citekey => sources.has(citekey)) ? [index] : []));
    const listed = new Set([...known.flatMap(index => wanted[index]!.citekeys), ...matter.nocite.map(({ citekey }) => citekey)]);
    const items = [...listed].flatMap(citekey => sources.get(citekey)?.item ?? []);
    const running = new AbortController();
    state.running = running;
    const set = await this.#try(document, known.map(index => wanted[index]!), items, running.signal);
    if (state.running === running) { state.running = undefined; }
    if (set === undefined || running.signal.aborted || state.doneKey !== key) { return; }
    const citations: (SetCitation | undefined)[] = wanted.map(() => undefined);
    known.forEach((index, at) => { citations[index] = set.citations[at]; });
    const setting = { citations, references: set.references };
    const isNew = JSON.stringify(setting) !== JSON.stringify(state.setting);
    state.setting = setting;
    if (isNew) { this.#onDidChange.fire(undefined); }
  }

  /** With the style of the draft, and where pandoc cannot use that, with its own. */
  async #try(document: vscode.TextDocument, citations: readonly CitationInPlace[], items: readonly CslItem[], signal?: AbortSignal): Promise<SetCitations | undefined> {
    const { pandoc, styles, log, bibliographies } = this.#services;
    const { lang } = bibliographies.of(document).matter;
    try {
      const style = await styles.of(document);
      try {
        return await setCitations(pandoc, { citations, items, csl: style.csl, lang }, { signal });
      } catch (error) {
        if (!(error instanceof PandocError) || !/citeproc/i.test(error.message)) { throw error; }
        return await setCitations(pandoc, { citations, items, csl: (await styles.default()).csl, lang }, { signal });
      }
    } catch (error) {
      if (!(error instanceof PandocError && error.reason === 'cancelled')) { log.warn(`citations could not be set: ${error instanceof Error ? error.message : String(error)}`); }
      return undefined;
    }
  }
}

/** What was set, at the places where the same citations stand now. */
function moved({ citations, references }: DrawnSetting, before: readonly DrawnCitation[], now: readonly DrawnCitation[]): DrawnSetting {
  const byText = new Map<string, (SetCitation | undefined)[]>();
  const placeOf = ({ text, note }: DrawnCitation) => `${note === undefined ? 't' : 'n'}${text}`;
  before.forEach((citation, index) => { byText.set(placeOf(citation), [...byText.get(placeOf(citation)) ?? [], citations[index]]); });
  return { citations: now.map(citation => byText.get(placeOf(citation))?.shift()), references };
}
