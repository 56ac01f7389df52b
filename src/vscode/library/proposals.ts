import * as vscode from 'vscode';
import type { Proposal } from '../../core/proposals/types.ts';
import { ProposalStore, type ProposalState } from '../../engine/library/proposalStore.ts';
import { Disposable } from '../disposable.ts';
import { reasonOf } from '../inform.ts';

/** What texts and tables propose, until the writer decides; kept in the extension's storage over restarts. */
export class Proposals extends Disposable {
  readonly #store: ProposalStore;
  readonly #onDidChange = this.own(new vscode.EventEmitter<undefined>());
  readonly onDidChange = this.#onDidChange.event;
  #open: readonly Proposal[] = [];

  /** @param storage folder of the extension for this workspace */
  constructor(storage: vscode.Uri, log: vscode.LogOutputChannel) {
    super();
    this.#store = new ProposalStore(vscode.Uri.joinPath(storage, 'proposals.json').fsPath);
    void this.#store.read().then(state => this.#show(state), (error: unknown) => { log.error(`proposals: ${reasonOf(error)}`); });
  }

  get open(): readonly Proposal[] {
    return this.#open;
  }

  /** @returns how many are new */
  async add(proposals: readonly Proposal[]): Promise<number> {
    const { added, state } = await this.#store.add(proposals);
    this.#show(state);
    return added;
  }

  /** Takes away what is decided; it does not come again. */
  async settle(ids: readonly string[]): Promise<void> {
    this.#show(await this.#store.settle(ids));
  }

  async replace(changed: readonly Proposal[]): Promise<void> {
    this.#show(await this.#store.replace(changed));
  }

  #show({ open }: ProposalState): void {
    this.#open = open;
    void vscode.commands.executeCommand('setContext', 'rapporteur.proposals', open.length);
    this.#onDidChange.fire(undefined);
  }
}
