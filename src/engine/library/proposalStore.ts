import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PROPOSAL_KINDS, type Proposal } from '../../core/proposals/types.ts';
import { writeFileAtomic } from '../writeFile.ts';

/** What was proposed and is not decided yet, and what was: that does not come again. */
export interface ProposalState {
  readonly open: readonly Proposal[];
  readonly settled: readonly string[];
}

const EMPTY: ProposalState = { open: [], settled: [] };
const MOST_SETTLED = 20_000;
export const MOST_OPEN = 5000;

/** Proposals in a file of the extension's storage. Each change is written whole before it counts; what another window wrote meanwhile is kept. */
export class ProposalStore {
  readonly #file: string;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
  }

  /** A file that is not there, or not ours, holds nothing: texts and tables can be asked again. */
  async read(): Promise<ProposalState> {
    const text = await readFile(this.#file, 'utf8').catch(() => '');
    return stateFrom(text);
  }

  /** Adds what is new. @returns how many were added, and the state after that */
  async add(proposals: readonly Proposal[]): Promise<{ readonly added: number; readonly state: ProposalState }> {
    let added = 0;
    const state = await this.#update(before => {
      const known = new Set([...before.settled, ...before.open.map(one => one.id)]);
      const fresh = [...new Map(proposals.map(one => [one.id, one])).values()].filter(one => !known.has(one.id)).slice(0, Math.max(0, MOST_OPEN - before.open.length));
      added = fresh.length;
      return { ...before, open: [...before.open, ...fresh] };
    });
    return { added, state };
  }

  settle(ids: readonly string[]): Promise<ProposalState> {
    const gone = new Set(ids);
    return this.#update(({ open, settled }) => ({ open: open.filter(one => !gone.has(one.id)), settled: [...settled.filter(id => !gone.has(id)), ...ids].slice(-MOST_SETTLED) }));
  }

  replace(changed: readonly Proposal[]): Promise<ProposalState> {
    const byId = new Map(changed.map(one => [one.id, one]));
    return this.#update(state => ({ ...state, open: state.open.map(one => byId.get(one.id) ?? one) }));
  }

  #update(change: (state: ProposalState) => ProposalState): Promise<ProposalState> {
    const next = this.#queue.then(async () => {
      const state = change(await this.read());
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFileAtomic(this.#file, JSON.stringify({ version: 1, ...state }));
      return state;
    });
    this.#queue = next.catch(() => undefined);
    return next;
  }
}

function stateFrom(text: string): ProposalState {
  let parsed: unknown;
  try { parsed = JSON.parse(text); } catch { return EMPTY; }
  if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || parsed.version !== 1) return EMPTY;
  const { open, settled } = parsed as { readonly open?: unknown; readonly settled?: unknown };
  return { open: Array.isArray(open) ? open.filter(isProposal) : [], settled: Array.isArray(settled) ? settled.filter(id => typeof id === 'string') : [] };
}

function isProposal(value: unknown): value is Proposal {
  if (typeof value !== 'object' || value === null) return false;
  const { id, kind, name, from } = value as Partial<Record<'id' | 'kind' | 'name' | 'from', unknown>>;
  return typeof id === 'string' && typeof name === 'string' && PROPOSAL_KINDS.some(known => known === kind) && typeof from === 'object' && from !== null && 'passage' in from && typeof from.passage === 'string';
}
