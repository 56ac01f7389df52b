import * as vscode from 'vscode';

/** Chosen beside what is accepted, `$(add)` at the end of a row. */
const ADD: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('add'), tooltip: vscode.l10n.t('Take this one, and choose another') };

export interface PickRow extends vscode.QuickPickItem {
  readonly detail?: string;
}

export interface PickOptions<T> {
  readonly placeholder: string;
  /** What stands in the box at first, e.g. the selected text. */
  readonly value: string;
  readonly buttons?: readonly vscode.QuickInputButton[];
  readonly onButton?: (row: T, button: vscode.QuickInputButton) => unknown;
}

/**
 * A pick list whose rows are found anew for each query, in the order of the finder: the editor's own filter would hide
 * rows that match by author, alias or text.
 * @returns the chosen row, or `undefined` when the writer leaves
 */
export function pickFrom<T extends PickRow>(find: (query: string) => readonly T[], options: PickOptions<T>): Promise<T | undefined> {
  const pick = vscode.window.createQuickPick<T>();
  pick.placeholder = options.placeholder;
  pick.matchOnDescription = false;
  pick.value = options.value;
  const show = () => { pick.items = find(pick.value).map(row => ({ ...row, alwaysShow: true, ...options.buttons && { buttons: options.buttons } })); };
  show();
  return new Promise(resolve => {
    pick.onDidChangeValue(show);
    pick.onDidTriggerItemButton(event => { pick.hide(); void options.onButton?.(event.item, event.button); });
    pick.onDidAccept(() => { resolve(pick.selectedItems[0]); pick.hide(); });
    pick.onDidHide(() => { resolve(undefined); pick.dispose(); });
    pick.show();
  });
}

/**
 * As `pickFrom`, for several: the button at the end of a row takes it and asks for another, Enter takes the row and ends.
 * @returns the chosen rows in the order in which they were chosen; none when the writer leaves
 */
export function pickSeveral<T extends PickRow>(find: (query: string) => readonly T[], { placeholder, value }: PickOptions<T>, nameOf: (row: T) => string): Promise<T[]> {
  const pick = vscode.window.createQuickPick<T>();
  const chosen: T[] = [];
  pick.placeholder = placeholder;
  pick.value = value;
  const show = () => { pick.items = find(pick.value).map(row => ({ ...row, alwaysShow: true, buttons: [ADD] })); };
  show();
  return new Promise(resolve => {
    pick.onDidChangeValue(show);
    pick.onDidTriggerItemButton(({ item }) => {
      chosen.push(item);
      pick.title = chosen.map(nameOf).join('; ');
      pick.value = '';
      show();
    });
    pick.onDidAccept(() => { resolve([...chosen, ...pick.selectedItems.slice(0, 1)]); pick.hide(); });
    pick.onDidHide(() => { resolve([]); pick.dispose(); });
    pick.show();
  });
}
