import * as vscode from 'vscode';
import type { BibliographyPart } from '../core/bibliography/merge.ts';
import type { PlacedProblem } from '../core/bibliography/placed.ts';
import type { BibliographyReader } from '../engine/bibliography/bibliographyReader.ts';
import { Zotero, ZoteroUnavailable, type ZoteroFailure, type ZoteroLibrary } from '../engine/bibliography/zotero.ts';
import { Disposable } from './disposable.ts';
import { reasonOf } from './inform.ts';

/** While the writer works, Zotero is asked so often; and when the writer comes back to the window. */
const EVERY_MS = 60_000;
/** Not twice within this time. */
const LEAST_MS = 3_000;

/** The writer's Zotero, asked while the setting is on and at no other time. */
export class ZoteroSource extends Disposable {
  readonly #zotero: Zotero;
  readonly #log: vscode.LogOutputChannel;
  readonly #onDidChange = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#onDidChange.event;
  #libraries: readonly ZoteroLibrary[] | undefined;
  #failure: ZoteroUnavailable | undefined;
  #timer: NodeJS.Timeout | undefined;
  #askedAt = 0;
  #asking: Promise<void> | undefined;

  constructor(reader: BibliographyReader, log: vscode.LogOutputChannel) {
    super();
    this.#zotero = new Zotero(reader);
    this.#log = log;
    this.own(vscode.workspace.onDidChangeConfiguration(event => { if (event.affectsConfiguration('rapporteur.zotero')) { this.#restart(); } }));
    this.own(vscode.window.onDidChangeWindowState(({ focused }) => { if (focused) { this.#refresh(); } }));
    this.own({ dispose: () => { clearInterval(this.#timer); } });
    this.#restart();
  }

  /** What Zotero has, or why it has nothing; empty while it is off. */
  get parts(): readonly BibliographyPart[] {
    if (!isOn()) { return []; }
    if (this.#libraries === undefined) {
      const state = this.#failure === undefined ? 'reading' : 'failed';
      return [{ state: { uri: 'zotero:users/0', name: 'Zotero', namedBy: 'zotero', state, count: 0, problems: this.#problems(0) }, sources: [] }];
    }
    return this.#libraries.map(({ path, name, sources, keyless }): BibliographyPart => ({
      state: { uri: `zotero:${path}`, name: name === '' ? 'Zotero' : `Zotero: ${name}`, namedBy: 'zotero', state: this.#failure === undefined ? 'ready' : 'kept', count: sources.length, problems: this.#problems(keyless) }, sources,
    }));
  }

  /** Asks anew, however short ago that was. */
  reload(): void {
    this.#askedAt = 0;
    this.#refresh();
  }

  #problems(keyless: number): readonly PlacedProblem[] {
    const zero = { line: 0, character: 0 };
    const tell = (code: string, message: string, severity: 'warning' | 'information'): PlacedProblem => ({ code, message, severity, span: { start: 0, end: 0 }, from: zero, to: zero });
    return [
      ...this.#failure === undefined ? [] : [tell('zotero-unavailable', messageFor(this.#failure), 'warning')],
      ...keyless === 0 ? [] : [tell('missing-key', keyless === 1 ? vscode.l10n.t('1 item of Zotero without a citation key cannot be cited: Better BibTeX gives each a key, and so does the field Citation Key.')
        : vscode.l10n.t('{0} items of Zotero without a citation key cannot be cited: Better BibTeX gives each a key, and so does the field Citation Key.', keyless), 'information')],
    ];
  }

  #restart(): void {
    clearInterval(this.#timer);
    this.#libraries = undefined;
    this.#failure = undefined;
    if (isOn()) {
      this.#timer = setInterval(() => { if (vscode.window.state.focused) { this.#refresh(); } }, EVERY_MS);
      this.reload();
    }
    this.#onDidChange.fire(undefined);
  }

  #refresh(): void {
    if (!isOn() || this.#asking !== undefined || Date.now() - this.#askedAt < LEAST_MS) { return; }
    this.#askedAt = Date.now();
    this.#asking = this.#ask().finally(() => { this.#asking = undefined; });
  }

  async #ask(): Promise<void> {
    const port = vscode.workspace.getConfiguration('rapporteur').get('zotero.port', 23119);
    const before = { libraries: this.#libraries, failure: this.#failure };
    try {
      const libraries = await this.#zotero.libraries({ port });
      this.#failure = undefined;
      const isSame = before.libraries?.length === libraries.length && libraries.every((library, index) => library === before.libraries?.[index]);
      if (!isSame) { this.#libraries = libraries; }
    } catch (error) {
      this.#failure = error instanceof ZoteroUnavailable ? error : new ZoteroUnavailable('other', reasonOf(error));
      if (before.failure?.reason !== this.#failure.reason) { this.#log.info(`Zotero: ${this.#failure.message}`); }
    }
    if (before.libraries !== this.#libraries || before.failure?.reason !== this.#failure?.reason) { this.#onDidChange.fire(undefined); }
  }
}

function isOn(): boolean {
  return vscode.workspace.getConfiguration('rapporteur').get('zotero.enabled', false);
}

function messageFor({ reason, message }: { readonly reason: ZoteroFailure; readonly message: string }): string {
  switch (reason) {
    case 'closed': return vscode.l10n.t('Zotero does not run on this machine: start it, and its items can be cited.');
    case 'off': return vscode.l10n.t('Zotero lets no other program in: switch on “Allow other applications on this computer to communicate with Zotero” in its settings, under Advanced.');
    case 'slow': case 'other': return vscode.l10n.t('Zotero could not be asked: {0}', message);
  }
}
