import * as vscode from 'vscode';
import { excerptLine, resultGroups } from '../../core/library/results.ts';
import type { Hit, SearchResult } from '../../core/library/types.ts';
import { RemoteError } from '../../engine/library/remote.ts';
import { registerCommand, runCommand } from '../commands.ts';
import { inform, reasonOf } from '../inform.ts';
import type { Services } from '../services.ts';
import { askLibrary, likePassage, shortened, type Question } from './askLibrary.ts';
import { citationOfHit, copyHit, openHit } from './hits.ts';
import type { SearchResults } from '../library/results.ts';
import { placeInText, SHELF_ICONS, shelfName } from '../library/resultsTree.ts';
import { selectedText, inQuestion } from '../library/selection.ts';
import { libraryTrouble, resultNote } from '../library/words.ts';

interface HitRow extends vscode.QuickPickItem {
  readonly hit?: Hit;
  /** The row that lists what was found in the view. */
  readonly isList?: true;
}

const LIMIT = 60;
const EXCERPT = 240;
const BUTTONS = {
  cite: { iconPath: new vscode.ThemeIcon('quote'), tooltip: vscode.l10n.t('Insert Citation') },
  copy: { iconPath: new vscode.ThemeIcon('copy'), tooltip: vscode.l10n.t('Copy Passage with Citation') },
  like: { iconPath: new vscode.ThemeIcon('list-flat'), tooltip: vscode.l10n.t('More Like This') },
};
const LIST = { iconPath: new vscode.ThemeIcon('list-tree'), tooltip: vscode.l10n.t('List in the view Search Results') };

/** What the pick shows of a result: under each kind of text a line for a passage, the passage under it, its page behind it; the last lists all of them in the view. */
function rowsOf(result: SearchResult): HitRow[] {
  const note = resultNote(result);
  const groups = resultGroups(result);
  if (groups.length === 0) { return note === '' ? [] : [{ label: note, alwaysShow: true }]; }
  return [
    // What has to be said of all stands beside the first heading: of two headings in a row the editor shows the second.
    ...groups.flatMap(({ shelf, hits }, at): HitRow[] => [{ label: [shelfName(shelf), at === 0 ? note : ''].filter(Boolean).join(' · '), kind: vscode.QuickPickItemKind.Separator }, ...hits.map(rowOf)]),
    { label: `$(list-tree) ${LIST.tooltip}`, alwaysShow: true, isList: true },
  ];
}

function rowOf(hit: Hit): HitRow {
  return {
    hit, alwaysShow: true, label: `$(${SHELF_ICONS[hit.shelf]}) ${hit.citekey === '' || hit.shelf !== 'sources' ? hit.title : `@${hit.citekey}`}`,
    description: placeInText(hit).join(' · '), detail: excerptLine(hit, EXCERPT).text,
    buttons: hit.shelf === 'drafts' ? [BUTTONS.copy, BUTTONS.like] : Object.values(BUTTONS),
  };
}

interface Asking {
  readonly placeholder: string;
  readonly value: string;
  /** What is asked with what stands in the box. */
  readonly questionOf: (typed: string) => Question;
}

/** The search of the palette: it asks the library at every letter and gives up what is no longer waited for. */
class PassagePick {
  readonly #services: Services;
  readonly #results: SearchResults;

  constructor(services: Services, results: SearchResults) {
    this.#services = services;
    this.#results = results;
  }

  /** @returns address of the text that was opened, or `undefined` when the writer leaves */
  async show({ placeholder, value, questionOf }: Asking): Promise<string | undefined> {
    const pick = vscode.window.createQuickPick<HitRow>();
    pick.placeholder = placeholder;
    // Not in the published types: without it the editor sorts the rows anew by how their labels match, and shows no headings.
    Object.assign(pick, { sortByLabel: false });
    pick.value = value;
    pick.buttons = [LIST];
    let waiting = new AbortController();
    const ask = async () => {
      waiting.abort();
      const mine = waiting = new AbortController();
      const show = (result: SearchResult | undefined) => { if (waiting === mine) { pick.items = result === undefined ? [] : rowsOf(result); } };
      pick.busy = true;
      try { show(await askLibrary(questionOf(pick.value), this.#services, { limit: LIMIT, isTyping: true, signal: mine.signal, onFirst: show })); } catch (error) {
        if (mine.signal.aborted) { return; }
        this.#services.log.error(`library: ${reasonOf(error)}`);
        pick.items = [{ label: libraryTrouble(error instanceof RemoteError ? error.code : ''), alwaysShow: true }];
      } finally { if (waiting === mine) { pick.busy = false; } }
    };
    const list = () => { const question = questionOf(pick.value.trim()); pick.hide(); void this.#results.show(question); };
    const chosen = await new Promise<Hit | undefined>(resolve => {
      pick.onDidChangeValue(() => { void ask(); });
      pick.onDidTriggerButton(list);
      pick.onDidAccept(() => { const [row] = pick.selectedItems; if (row?.isList === true) { list(); return; } resolve(row?.hit); pick.hide(); });
      pick.onDidTriggerItemButton(({ item, button }) => { pick.hide(); if (item.hit !== undefined) { void this.#run(item.hit, button); } });
      pick.onDidHide(() => { waiting.abort(); pick.dispose(); resolve(undefined); });
      pick.show();
      void ask();
    });
    if (chosen !== undefined) { await openHit(chosen, this.#services); }
    return chosen?.textKey;
  }

  async #run(hit: Hit, button: vscode.QuickInputButton): Promise<void> {
    if (button === BUTTONS.like) {
      await this.show({ placeholder: vscode.l10n.t('Passages like this one'), value: '', questionOf: words => ({ ...likePassage(hit.text, hit.id), words }) });
      return;
    }
    if (button === BUTTONS.copy) { await copyHit(hit, this.#services); return; }
    const citation = citationOfHit(hit, this.#services);
    if (citation === undefined) { inform(vscode.l10n.t('It is not known which work this is the text of, so there is nothing to cite. Import it once more and choose the work.')); return; }
    await runCommand('rapporteur.insertCitation', citation);
  }
}

export function registerLibrarySearch(services: Services, results: SearchResults): vscode.Disposable {
  const pick = new PassagePick(services, results);
  return vscode.Disposable.from(
    registerCommand('rapporteur.searchLibrary', services.log, query => {
      const text = selectedText();
      return pick.show({
        placeholder: vscode.l10n.t('Words, "a phrase", begin*, actor:name, source:key, date:1989..1991, in:statements'),
        value: typeof query === 'string' ? query.slice(0, 200) : text.length <= 80 ? text : '', questionOf: words => ({ kind: 'words', words }),
      });
    }),
    registerCommand('rapporteur.findSupport', services.log, async () => {
      const question = inQuestion(services);
      if (question === undefined) { inform(vscode.l10n.t('Select the words that need support, or put the cursor into their sentence.')); return undefined; }
      return pick.show({ placeholder: vscode.l10n.t('Passages that bear on “{0}”', shortened(question.text)), value: '', questionOf: words => ({ ...question, words }) });
    }),
  );
}
