import type * as vscode from 'vscode';
import { formatReference, shortReference } from '../../core/citations/reference.ts';
import { nothingFound } from './lookUp.ts';
import { pickFrom } from './pick.ts';
import type { Services } from '../services.ts';

interface WorkRow extends vscode.QuickPickItem {
  readonly citekey: string;
}

export interface WorkQuestion {
  readonly placeholder: string;
  /** Name of the file: works whose key is in it come first. */
  readonly name: string;
  /** What stands for no work. */
  readonly none: string;
}

/** A work of the corpora and bibliographies that the writer chooses. @returns its citekey, empty for none of them; `undefined` when the writer leaves */
export async function askForWork({ placeholder, name, none }: WorkQuestion, services: Services): Promise<string | undefined> {
  const { corpus, bibliographies, drafts } = services;
  const sources = [...new Map([...corpus.snapshot.sources, ...bibliographies.of(drafts.active?.document).sources]).values()];
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const file = plain(name.replace(/\.\w+$/, ''));
  const rows = (query: string): WorkRow[] => [
    ...sources.filter(source => query === '' || plain(`${source.citekey} ${formatReference(source.item)}`).includes(plain(query)))
      .toSorted((a, b) => Number(file.includes(plain(b.citekey))) - Number(file.includes(plain(a.citekey))))
      .map(source => ({ citekey: source.citekey, icon: 'book', label: shortReference(source.item), description: `@${source.citekey}`, detail: formatReference(source.item) })),
    { citekey: '', label: none },
  ];
  return (await pickFrom(rows, { placeholder, value: '', services, nothing: nothingFound }))?.citekey;
}
