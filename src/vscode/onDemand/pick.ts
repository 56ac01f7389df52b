import * as vscode from 'vscode';
import type { Services } from '../services.ts';

/** Chosen beside what is accepted, `$(add)` at the end of a row. */
const ADD: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('add'), tooltip: vscode.l10n.t('Take this one, and choose another') };

export interface PickRow extends vscode.QuickPickItem {
  readonly detail?: string;
  /** Codicon before the label. */
  readonly icon?: string;
  /** What the rows of the same heading that follow each other stand under. */
  readonly heading?: string;
}

export interface PickOptions<T> {
  /** Above the box. */
  readonly title?: string | undefined;
  readonly placeholder: string;
  /** What stands in the box at first, e.g. the selected text. */
  readonly value: string;
  /** What is said when nothing is found for what was typed. */
  readonly nothing: (query: string) => string;
  readonly onButton?: (row: T, button: vscode.QuickInputButton) => unknown;
  /** What the rows are found in: the list waits for it, and is found anew when it changes. */
  readonly services: Services;
}

/** A row as the editor shows it; one without `row` is a sentence and cannot be chosen. */
interface Shown<T> extends vscode.QuickPickItem {
  readonly row?: T;
}

/**
 * A pick list whose rows are found anew for each query, in the order of the finder: the editor's own filter would hide
 * rows that match by author, alias or text.
 * @returns the chosen row, or `undefined` when the writer leaves
 */
export function pickFrom<T extends PickRow>(find: (query: string) => readonly T[], options: PickOptions<T>): Promise<T | undefined> {
  return new Promise(resolve => {
    const { pick } = openList(find, options, resolve);
    pick.onDidTriggerItemButton(({ item: { row }, button }) => {
      pick.hide();
      if (row !== undefined) { void options.onButton?.(row, button); }
    });
  });
}

/**
 * As `pickFrom`, for several: the button at the end of a row takes it and asks for another, Enter takes the row and ends.
 * @returns the chosen rows in the order in which they were chosen; none when the writer leaves
 */
export function pickSeveral<T extends PickRow>(find: (query: string) => readonly T[], options: PickOptions<T>, nameOf: (row: T) => string): Promise<T[]> {
  const chosen: T[] = [];
  return new Promise(resolve => {
    const { pick, show } = openList(query => find(query).map(row => ({ ...row, buttons: [ADD] })), options, last => { resolve(last === undefined ? [] : [...chosen, last]); });
    pick.onDidTriggerItemButton(({ item: { row } }) => {
      if (row === undefined) { return; }
      chosen.push(row);
      pick.title = [options.title, chosen.map(nameOf).join('; ')].filter(Boolean).join(' · ');
      pick.value = '';
      show();
    });
  });
}

/** @param onEnd told of the row that was accepted, or of nothing when the writer left */
function openList<T extends PickRow>(find: (query: string) => readonly T[], options: PickOptions<T>, onEnd: (row: T | undefined) => void): { readonly pick: vscode.QuickPick<Shown<T>>; readonly show: () => void } {
  const { bibliographies, corpus } = options.services;
  const pick = vscode.window.createQuickPick<Shown<T>>();
  pick.title = options.title;
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = false;
  // Not in the published types: without it the editor sorts the rows anew by how their labels match.
  Object.assign(pick, { sortByLabel: false });
  pick.value = options.value;
  const show = () => {
    const found = find(pick.value);
    const rows = found.flatMap((row, at): Shown<T>[] => [
      ...row.heading === undefined || row.heading === found[at - 1]?.heading ? [] : [{ label: row.heading, kind: vscode.QuickPickItemKind.Separator }],
      { ...row, row, label: labelOf(row), alwaysShow: true },
    ]);
    pick.busy = !corpus.isReady;
    pick.items = rows.length > 0 ? rows : corpus.isReady ? [{ label: labelOf({ label: options.nothing(pick.value) }), alwaysShow: true }] : [];
  };
  show();
  const listening = bibliographies.onDidChange(show);
  let accepted: T | undefined;
  pick.onDidChangeValue(show);
  pick.onDidAccept(() => {
    accepted = pick.selectedItems[0]?.row;
    // Enter before there is anything to choose does not take the list away.
    if (accepted !== undefined) { pick.hide(); }
  });
  pick.onDidHide(() => {
    onEnd(accepted);
    listening.dispose();
    pick.dispose();
  });
  pick.show();
  return { pick, show };
}

/** Text of a corpus as a label that shows it as it is: `$(name)` in it is no icon. */
function labelOf({ icon, label }: Pick<PickRow, 'icon' | 'label'>): string {
  return `${icon === undefined ? '' : `$(${icon}) `}${label.replaceAll('$(', '\\$(')}`;
}
