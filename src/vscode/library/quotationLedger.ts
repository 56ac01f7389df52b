import * as vscode from 'vscode';
import { quotedIn, reportOf, type Quoted, type QuotedReport } from '../../core/quotations/quoted.ts';
import type { QuotationReport } from '../../core/quotations/verify.ts';
import { wordsOf } from '../../core/library/words.ts';
import { isDraft } from '../convert.ts';
import { Disposable } from '../disposable.ts';
import { reasonOf } from '../inform.ts';
import { runSoon } from '../runSoon.ts';
import type { Services } from '../services.ts';
import type { LibraryService } from './libraryService.ts';

/** A writer pauses this long before quotations are looked up. */
const PAUSE_MS = 500;
/** Fewer words are a term rather than a quotation, and would be found anywhere. */
const MIN_WORDS = 3;
const MAX_KNOWN = 5000;

/**
 * What became of each cited quotation of the open drafts, looked up in the texts of what they cite. Where the library has no
 * texts nothing is opened and nothing looked up.
 */
export class QuotationLedger extends Disposable {
  readonly #library: LibraryService;
  readonly #services: Services;
  readonly #known = new Map<string, QuotationReport>();
  readonly #onDidChange = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#onDidChange.event;
  readonly #look = this.own(runSoon(() => { void this.#lookUpAll(); }, PAUSE_MS));
  #generation = 0;

  constructor(library: LibraryService, services: Services) {
    super();
    this.#library = library;
    this.#services = services;
    this.own(library.onDidChange(() => {
      this.#generation++;
      this.#known.clear();
      this.#look.schedule();
    }));
    this.own(services.drafts.onDidChange(() => this.#look.schedule()));
    this.own(vscode.workspace.onDidOpenTextDocument(document => { if (isDraft(document)) { this.#look.schedule(); } }));
    this.#look.schedule();
  }

  /** What is known by now; a quotation that has not been looked up yet is not among it. */
  of(document: vscode.TextDocument): readonly QuotedReport[] {
    return this.#quotedIn(document).flatMap(quoted => {
      const report = this.#known.get(keyOf(quoted));
      return report === undefined ? [] : [reportOf(quoted, report)];
    });
  }

  /** The same when all of it is looked up. */
  async whole(document: vscode.TextDocument): Promise<readonly QuotedReport[]> {
    await this.#lookUp(this.#quotedIn(document));
    return this.of(document);
  }

  #quotedIn(document: vscode.TextDocument): Quoted[] {
    if (!isDraft(document) || this.#services.corpus.textOf(document.uri.toString()) !== undefined) { return []; }
    return quotedIn(this.#services.drafts.read(document)).filter(({ quotation, items }) => items.length > 0 && wordsOf(quotation.text).length >= MIN_WORDS);
  }

  async #lookUpAll(): Promise<void> {
    if (this.#library.files.length === 0) { return; }
    try {
      await this.#lookUp(vscode.workspace.textDocuments.flatMap(document => this.#quotedIn(document)));
    } catch (error) { this.#services.log.warn(`quotations: ${reasonOf(error)}`); }
    this.#onDidChange.fire(undefined);
  }

  async #lookUp(all: readonly Quoted[]): Promise<void> {
    const asked = [...new Map(all.map(quoted => [keyOf(quoted), quoted]))].filter(([key]) => !this.#known.has(key));
    if (asked.length === 0 || this.#library.files.length === 0) { return; }
    const generation = this.#generation;
    const client = await this.#library.open();
    const reports = await client.call('verifyAll', asked.map(([, { quotation, items }]) => ({ quotation: quotation.text, citekeys: [...new Set(items.map(item => item.citekey))] })));
    if (generation !== this.#generation) { return; }
    if (this.#known.size > MAX_KNOWN) { this.#known.clear(); }
    asked.forEach(([key], at) => { this.#known.set(key, reports[at]!); });
  }
}

function keyOf({ quotation, items }: Quoted): string {
  return [quotation.text, ...new Set(items.map(item => item.citekey))].join('\n');
}
