import * as vscode from 'vscode';
import { ACTOR_TYPES, EVENT_KINDS, type EntryKey } from '../../core/corpus/types.ts';
import { parseEdtf } from '../../core/dates/edtf.ts';
import { t } from '../../core/l10n.ts';
import type { Proposal } from '../../core/proposals/types.ts';
import { ACTOR_WORDS, EVENT_WORDS } from '../../core/views/words.ts';
import { registerCommand } from '../commands.ts';
import { Disposable } from '../disposable.ts';
import { inform, mayWrite } from '../inform.ts';
import type { Services } from '../services.ts';
import { pickCorpus } from './workspaceCorpora.ts';
import { writeProposal, type Outcome } from './acceptProposals.ts';
import { askForWork } from './askForWork.ts';
import type { LibraryService } from '../library/libraryService.ts';
import { openAt } from './passages.ts';
import type { ProposalNode, ProposalTree } from '../library/proposalTree.ts';
import type { Proposals } from '../library/proposals.ts';

/** Proposals of the view are accepted, edited, merged or rejected, each by one key. */
export class ProposalReview extends Disposable {
  readonly #proposals: Proposals;
  readonly #library: LibraryService;
  readonly #services: Services;
  readonly #tree: ProposalTree;
  /** Where what is accepted goes, once the writer has said so. */
  #folder: vscode.Uri | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(tree: ProposalTree, proposals: Proposals, library: LibraryService, services: Services) {
    super();
    this.#proposals = proposals;
    this.#library = library;
    this.#services = services;
    this.#tree = tree;
    const { log } = services;
    this.own(registerCommand('rapporteur.acceptProposal', log, (node, nodes) => this.#inTurn(() => this.#accept(this.#chosen(node, nodes)))));
    this.own(registerCommand('rapporteur.mergeProposal', log, (node, into) => this.#inTurn(() => this.#merge(this.#chosen(node, undefined)[0], into))));
    this.own(registerCommand('rapporteur.rejectProposal', log, (node, nodes) => this.#inTurn(() => this.#settle(this.#chosen(node, nodes)))));
    this.own(registerCommand('rapporteur.editProposal', log, (node, change) => this.#inTurn(() => this.#edit(this.#chosen(node, undefined)[0], change))));
    this.own(registerCommand('rapporteur.openProposal', log, node => this.#openSource(this.#chosen(node, undefined)[0])));
  }

  /** One after another: the second of two keys waits for the first. */
  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(run);
    this.#queue = next.catch(() => undefined);
    return next;
  }

  /** The rows that a menu names, else those that are selected; a text or table stands for all that it proposes. An id names one. */
  #chosen(target: unknown, targets: unknown): Proposal[] {
    const given = Array.isArray(targets) && targets.length > 0 ? targets : target === undefined ? this.#tree.view.selection : [target];
    const proposals = given.flatMap((one: unknown): readonly Proposal[] => {
      if (typeof one === 'string') { return this.#proposals.open.filter(({ id }) => id === one); }
      if (typeof one !== 'object' || one === null || !('kind' in one)) { return []; }
      const node = one as ProposalNode;
      return node.kind === 'proposal' ? this.#proposals.open.filter(({ id }) => id === node.proposal.id) : this.#proposals.open.filter(({ from }) => from.source === node.source);
    });
    return [...new Set(proposals)];
  }

  /** @returns what came of each */
  async #accept(chosen: readonly Proposal[]): Promise<Outcome[]> {
    if (chosen.length === 0 || !mayWrite()) { return []; }
    const folder = await this.#corpus();
    const proposals = folder && await this.#withWorks(chosen);
    if (folder === undefined || proposals === undefined) { return []; }
    const outcomes: Outcome[] = [];
    const settled: Proposal[] = [];
    for (const proposal of proposals) {
      const outcome = await this.#write(proposal, folder, this.#sameAs(proposal));
      outcomes.push(outcome);
      if (outcome === 'written' || outcome === 'there') { settled.push(proposal); }
    }
    await this.#settle(settled);
    tell(outcomes);
    return outcomes;
  }

  /** What an entry of the workspace is beyond doubt goes into that. */
  #sameAs(proposal: Proposal): EntryKey | undefined {
    if (proposal.kind !== 'actor' && proposal.kind !== 'event') { return undefined; }
    const { entries } = this.#services.corpus.snapshot;
    return this.#tree.likenesses(proposal).filter(one => one.certainty === 'same').map(one => one.key)
      .find(key => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(entries.get(key)?.uri ?? '', true)) !== undefined);
  }

  async #merge(proposal: Proposal | undefined, into: unknown): Promise<Outcome | undefined> {
    if (proposal === undefined || !mayWrite()) { return undefined; }
    const key = typeof into === 'string' ? into : await this.#pickEntry(proposal);
    const folder = key === undefined ? undefined : await this.#corpus();
    const [known] = folder === undefined ? [] : await this.#withWorks([proposal]) ?? [];
    if (key === undefined || folder === undefined || known === undefined) { return undefined; }
    const outcome = await this.#write(known, folder, key);
    if (outcome === 'written' || outcome === 'there') { await this.#settle([known]); }
    tell([outcome]);
    return outcome;
  }

  async #pickEntry(proposal: Proposal): Promise<EntryKey | undefined> {
    const { entries } = this.#services.corpus.snapshot;
    const likely = this.#tree.likenesses(proposal).map(one => one.key);
    const isOurs = (uri: string) => vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri, true)) !== undefined;
    const rows = [...new Set([...likely, ...entries.keys()])].flatMap(key => {
      const entry = entries.get(key);
      const fits = entry !== undefined && isOurs(entry.uri) && (proposal.kind === 'event' || proposal.kind === 'date' ? entry.class === 'event' : proposal.kind === 'statement' || entry.class === 'actor');
      return fits ? [{ label: entry.name, description: likely.includes(key) ? vscode.l10n.t('likely') : '', detail: entry.summary.slice(0, 160), key }] : [];
    });
    return (await vscode.window.showQuickPick(rows, { placeHolder: vscode.l10n.t('Into which entry does {0} go?', proposal.name), matchOnDetail: true }))?.key;
  }

  async #settle(proposals: readonly Proposal[]): Promise<number> {
    if (proposals.length === 0) { return 0; }
    const ids = new Set(proposals.map(one => one.id));
    const next = this.#tree.neighbourOf(ids);
    await this.#proposals.settle([...ids]);
    const node = next?.kind === 'proposal' ? this.#tree.nodeOf(next.proposal.id) : undefined;
    if (node !== undefined && this.#tree.view.visible) { await this.#tree.view.reveal(node, { select: true, focus: true }); }
    return ids.size;
  }

  async #edit(proposal: Proposal | undefined, change: unknown): Promise<Proposal | undefined> {
    if (proposal === undefined) { return undefined; }
    const edited = typeof change === 'object' && change !== null && 'name' in change && typeof change.name === 'string' ? { ...proposal, name: change.name } : await askForChange(proposal);
    if (edited !== undefined) { await this.#proposals.replace([edited]); }
    return edited;
  }

  async #openSource(proposal: Proposal | undefined): Promise<void> {
    if (proposal === undefined) { return; }
    const { source, passage } = proposal.from;
    const uri = vscode.Uri.parse(source, true);
    if (this.#library.files.some(file => file.uri === source) && !/\.[ct]sv$/i.test(uri.path)) { await openAt({ type: 'TextQuoteSelector', source, exact: passage, prefix: '', suffix: '' }, this.#library); return; }
    const document = await vscode.workspace.openTextDocument(uri);
    const line = Number(/^row (\d+)/.exec(proposal.from.suffixText)?.[1] ?? 1) - 1;
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true, selection: document.lineAt(Math.min(line, document.lineCount - 1)).range });
  }

  #write(proposal: Proposal, folder: vscode.Uri, into: EntryKey | undefined): Promise<Outcome> {
    return writeProposal(proposal, folder, into, this.#services);
  }

  async #corpus(): Promise<vscode.Uri | undefined> {
    const isThere = this.#folder !== undefined && await vscode.workspace.fs.stat(vscode.Uri.joinPath(this.#folder, 'corpus.yaml')).then(() => true, () => false);
    if (!isThere) { this.#folder = await pickCorpus(this.#services, vscode.l10n.t('Into which corpus?'), () => vscode.commands.executeCommand('rapporteur.createCorpus')); }
    return this.#folder;
  }

  /** No claim without its source: where the work of a text is not known, it is asked for once for all that the text proposes. */
  async #withWorks(chosen: readonly Proposal[]): Promise<readonly Proposal[] | undefined> {
    const works = new Map<string, string>();
    for (const { from } of chosen) {
      if (from.citekey !== '' || works.has(from.source)) { continue; }
      const citekey = await askForWork({ placeholder: vscode.l10n.t('Which work is {0} the text of? What is accepted cites it', from.title), name: from.title, none: vscode.l10n.t('None of these: nothing is accepted without a work to cite') }, this.#services);
      if (citekey === undefined || citekey === '') { return undefined; }
      works.set(from.source, citekey);
    }
    if (works.size === 0) { return chosen; }
    const named = (proposal: Proposal): Proposal => { const citekey = works.get(proposal.from.source); return citekey === undefined ? proposal : { ...proposal, from: { ...proposal.from, citekey } }; };
    await this.#proposals.replace(this.#proposals.open.map(named));
    return chosen.map(named);
  }
}

async function askForChange(proposal: Proposal): Promise<Proposal | undefined> {
  if (proposal.kind === 'statement') {
    const passage = await vscode.window.showInputBox({ prompt: vscode.l10n.t('The words of the source'), value: proposal.from.passage });
    return passage === undefined || passage.trim() === '' ? undefined : { ...proposal, from: { ...proposal.from, passage: passage.trim() } };
  }
  const name = proposal.kind === 'date' ? proposal.name : (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Name'), value: proposal.name }))?.trim();
  if (name === undefined || name === '') { return undefined; }
  switch (proposal.kind) {
    case 'actor': {
      const type = await choiceOf(ACTOR_TYPES, proposal.type, one => t(ACTOR_WORDS[one].one), vscode.l10n.t('What is {0}?', name));
      return type && { ...proposal, name, type };
    }
    case 'event': {
      const eventKind = await choiceOf(EVENT_KINDS, proposal.eventKind, one => t(EVENT_WORDS[one].one), vscode.l10n.t('What kind of event is {0}?', name));
      const edtf = eventKind === undefined ? undefined : await askForDate(proposal.edtf ?? '');
      return eventKind === undefined || edtf === undefined ? undefined : { ...proposal, name, eventKind, edtf: edtf === '' ? undefined : edtf };
    }
    case 'office': {
      const role = (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Office'), value: proposal.role }))?.trim();
      const organization = role === undefined || role === '' ? undefined : (await vscode.window.showInputBox({ prompt: vscode.l10n.t('Of which body or state?'), value: proposal.organization }))?.trim();
      return role === undefined || organization === undefined || organization === '' ? undefined : { ...proposal, name, role, organization };
    }
    case 'date': {
      const edtf = await askForDate(proposal.edtf);
      return edtf === undefined || edtf === '' ? undefined : { ...proposal, edtf };
    }
  }
}

/** One of some kinds by their words; what it was is the first. */
async function choiceOf<T extends string>(all: readonly T[], now: T, wordsOf: (one: T) => string, placeHolder: string): Promise<T | undefined> {
  const rows = [now, ...all.filter(one => one !== now)].map(value => ({ label: wordsOf(value), value }));
  return (await vscode.window.showQuickPick(rows, { placeHolder }))?.value;
}

async function askForDate(value: string): Promise<string | undefined> {
  const date = await vscode.window.showInputBox({
    prompt: vscode.l10n.t('When, as exact as your source has it? 1989-08-30, 1989-08, 1989, 1989-21 for spring 1989, 1985~ for about 1985; nothing when it is not known'), value,
    validateInput: given => given.trim() === '' || parseEdtf(given.trim()) !== undefined ? undefined : vscode.l10n.t('A date is written 1989-08-30, 1989-08, 1989, 1989-21 (spring 1989) or 1985~ (about 1985).'),
  });
  return date === undefined ? undefined : parseEdtf(date.trim())?.edtf ?? '';
}

/** What was not written, and why; what was is seen. */
function tell(outcomes: readonly Outcome[]): void {
  const count = (outcome: Outcome) => outcomes.filter(one => one === outcome).length;
  const sentences = [
    count('changed') === 0 ? '' : vscode.l10n.t('{0} were not written: their files changed meanwhile. Accept them once more.', count('changed')),
    count('no-entry') === 0 ? '' : vscode.l10n.t('{0} were not written: the entry they belong to is not in a corpus of this workspace, or several have its name. Merge them into the one that is meant.', count('no-entry')),
    count('cannot-add') === 0 ? '' : vscode.l10n.t('{0} were not written: the file of their entry could not be added to as it is.', count('cannot-add')),
    count('no-work') === 0 ? '' : vscode.l10n.t('{0} were not written: there is no work to cite.', count('no-work')),
    outcomes.length > 1 && count('written') > 0 ? vscode.l10n.t('{0} accepted.', count('written')) : '',
    count('there') === 0 ? '' : vscode.l10n.t('{0} were in the corpus already.', count('there')),
  ].filter(Boolean);
  if (sentences.length > 0) { inform(sentences.join(' ')); }
}
