/**
 * Drives a VS Code workbench as a writer does: by mouse and keys. What is here is VS Code's own; what belongs to one
 * suite stays in it. Each wait ends by itself.
 */
import type { FrameLocator, Locator, Page } from 'playwright-core';

const MODIFIER = process.platform === 'darwin' ? 'Meta' : 'Control';
const EXTENSION_ID = 'rapporteur.rapporteur';
const PALETTE_TIMEOUT_MS = 120_000;
const HOVER_TIMEOUT_MS = 90_000;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In the page: the middle of some words in a rendered line of the editor, which writes blanks as U+00A0. */
// The words are the page's own: here are no types of a document.
// eslint-disable-next-line @typescript-eslint/no-implied-eval
const MIDDLE_OF_WORDS = new Function('line', 'words', `
  const at = line.textContent.replaceAll('\\u00a0', ' ').indexOf(words);
  const textAt = offset => {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let seen = 0, node; (node = walker.nextNode()) !== null; seen += node.length) {
      if (offset < seen + node.length) { return [node, offset - seen]; }
    }
  };
  const range = document.createRange();
  const [last, offset] = textAt(at + words.length - 1);
  range.setStart(...textAt(at));
  range.setEnd(last, offset + 1);
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
`) as (line: unknown, words: string) => Point;
/** In the page: a webview that has just loaded takes the focus, and with it the keys. */
const TAKE_FOCUS_BACK = "document.activeElement instanceof HTMLIFrameElement && (document.activeElement.blur(), window.focus())";

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[ \\u00a0]');
}
/** The whole label; before it there may be a blank, which sets an icon off. */
const exactly = (text: string): RegExp => new RegExp(`^\\s*${escaped(text)}\\s*$`);
const containing = (text: string): RegExp => new RegExp(escaped(text));

export class Workbench {
  readonly page: Page;
  constructor(page: Page) { this.page = page; }

  /** Presses keys, e.g. `Mod+Alt+C`; `Mod` is the Command key on a Mac and Control elsewhere. */
  async press(keys: string): Promise<void> { await this.page.keyboard.press(keys.replace('Mod', MODIFIER)); }
  async type(text: string): Promise<void> { await this.page.keyboard.type(text); }

  // Command palette and quick picks.

  quickPick(): Locator { return this.page.locator('.quick-input-widget').filter({ visible: true }); }
  quickInput(): Locator { return this.quickPick().locator('input.input'); }
  quickRows(): Locator { return this.quickPick().locator('.quick-input-list .monaco-list-row'); }
  quickRow(label: string | RegExp): Locator {
    return this.quickRows().filter({ has: this.page.locator('.label-name', { hasText: typeof label === 'string' ? exactly(label) : label }) });
  }

  /**
   * Runs a command from the palette by its whole title, e.g. `Rapporteur: Open Timeline`. While the workbench starts, keys
   * are lost, commands come late and webviews take the focus away, so the whole way to the row is gone again.
   */
  async command(title: string): Promise<void> {
    const row = this.quickRow(title).first();
    const end = Date.now() + PALETTE_TIMEOUT_MS;
    for (let patienceMs = 3000; ; patienceMs = Math.min(2 * patienceMs, 30_000)) {
      let isAsked = false;
      try {
        await this.press('F1');
        await this.quickInput().fill(`>${title}`, { timeout: patienceMs });
        isAsked = true;
        await row.click({ timeout: patienceMs });
        return;
      } catch (error) {
        // The click was made and only its answer came too late: some commands must not be run twice.
        if (isAsked && !(await this.quickInput().isVisible())) { return; }
        if (Date.now() > end) { throw new Error(`“${title}” could not be run from the palette`, { cause: error }); }
        await this.page.evaluate(TAKE_FOCUS_BACK);
        if (await this.quickInput().isVisible()) { await this.press('Escape'); }
      }
    }
  }

  /** Loads the window anew with what was open in it; a file that the address names would take the place of all that. */
  async reload(): Promise<void> {
    const address = new URL(this.page.url());
    address.searchParams.delete('payload');
    await this.page.evaluate(`history.replaceState(null, '', ${JSON.stringify(address.href)})`);
    await Promise.all([this.page.waitForEvent('load'), this.command('Developer: Reload Window')]);
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor();
  }

  /** Runs a command that asks, and types into what asks: known by its placeholder, since the palette may still be there. */
  async ask(title: string, placeholder: string, text: string): Promise<void> {
    await this.retry(async () => {
      await this.command(title);
      await this.quickPick().locator(`input.input[placeholder^="${placeholder}"]`).fill(text, { timeout: 20_000 });
    });
  }

  /** Chooses a row of the quick pick that is open. */
  async pick(label: string | RegExp): Promise<void> {
    await this.choose(this.quickRow(label).first());
  }
  /** Clicks a row of the quick pick; the tooltip of one that came to lie under the pointer would stand in the way. */
  async choose(row: Locator): Promise<void> {
    await row.waitFor();
    await this.page.mouse.move(700, 650);
    await row.click();
  }

  /** Saves under the name that the dialog of saving offers. */
  async saveAs(name: string): Promise<void> {
    for (const end = Date.now() + 30_000; !(await this.quickInput().inputValue({ timeout: 20_000 })).endsWith(name);) {
      if (Date.now() > end) { throw new Error(`The dialog of saving never offered ${name}`); }
      await this.page.evaluate('new Promise(requestAnimationFrame)');
    }
    await this.press('Enter');
  }

  // Editors.

  tab(fileName: string): Locator { return this.page.locator(`.tabs-container .tab[data-resource-name="${fileName}"]`); }
  /** Tab of a webview or a preview, by the beginning of its title. */
  panelTab(title: string): Locator { return this.page.locator(`.tabs-container .tab[aria-label^="${title}"]`); }
  editor(): Locator { return this.page.locator('.editor-group-container.active .monaco-editor[role="code"]'); }
  lines(words: RegExp | string): Locator { return this.page.locator('.monaco-editor[role="code"] .view-line').filter({ hasText: typeof words === 'string' ? containing(words) : words }); }
  line(words: string): Locator { return this.lines(words).first(); }

  /** Presses a button that a row of the quick pick shows, by its tooltip. */
  async pickAction(label: string | RegExp, title: string): Promise<void> {
    const row = this.quickRow(label).first();
    // At its edge: in the middle the tooltip of the row would come between.
    await row.hover({ position: { x: 4, y: 4 }, force: true });
    await row.locator(`.action-label[aria-label^="${title}"]`).click();
  }

  async openFile(name: string): Promise<void> {
    await this.retry(async () => {
      await this.press('Mod+P');
      await this.quickInput().fill(name, { timeout: 2000 });
      await this.quickRow(name).first().click({ timeout: 5000 });
    });
    await this.tab(name).waitFor();
  }

  /** Where some words stand on the screen; they must be in view, in one line as it is wrapped. */
  async pointOf(words: string): Promise<Point> {
    const line = this.line(words);
    await line.waitFor();
    return line.evaluate(MIDDLE_OF_WORDS, words);
  }
  async click(words: string): Promise<void> {
    await this.retry(async () => {
      await this.leaveHovers();
      const { x, y } = await this.pointOf(words);
      await this.page.mouse.click(x, y);
      await this.page.locator('.monaco-editor.focused').first().waitFor({ timeout: 5000 });
    });
  }
  /** A hover that still shows could lie above what is meant, or be taken for the next one. */
  private async leaveHovers(): Promise<void> {
    await this.page.mouse.move(this.page.viewportSize()!.width - 4, 4);
    await this.page.locator('.monaco-hover').filter({ visible: true }).first().waitFor({ state: 'hidden', timeout: 10_000 });
  }
  /** Waits until a line of an editor shows the words. */
  async shown(words: RegExp | string): Promise<void> {
    await this.lines(words).first().waitFor();
  }
  /** Waits until the cursor stands in a line, by its number. */
  async cursorInLine(line: number, timeoutMs?: number): Promise<void> {
    await this.page.locator('#status\\.editor\\.selection').filter({ hasText: `Ln ${line},` }).waitFor({ ...timeoutMs !== undefined && { timeout: timeoutMs } });
  }
  /** Puts the cursor at the end of the line on the screen in which the words stand. */
  async cursorAtEndOf(words: string): Promise<void> {
    await this.click(words);
    await this.press('End');
  }

  hoverCard(): Locator { return this.page.locator('.monaco-hover:not(.workbench-hover) .monaco-hover-content').filter({ visible: true }); }
  /** Rests the pointer on the words until a hover shows; asks again, since providers come late at the start. */
  async hover(words: string): Promise<Locator> {
    const card = this.hoverCard().filter({ hasNotText: /^\s*Loading\.\.\.\s*$/ }).first();
    for (const end = Date.now() + HOVER_TIMEOUT_MS; Date.now() < end;) {
      await this.leaveHovers().catch(() => { /* it is asked again */ });
      const { x, y } = await this.pointOf(words);
      await this.page.mouse.move(x, y + 60);
      await this.page.mouse.move(x - 2, y, { steps: 2 });
      await this.page.mouse.move(x, y, { steps: 3 });
      if (!await card.waitFor({ timeout: 2500 }).then(() => true, () => false)) { continue; }
      // Another extension may go on loading for ever; ours has answered by then.
      await card.filter({ hasNotText: 'Loading...' }).waitFor({ timeout: 5000 }).catch(() => { /* what is there is there */ });
      return card;
    }
    throw new Error(`no hover on “${words}”`);
  }

  suggestions(): Locator { return this.page.locator('.suggest-widget.visible .monaco-list-row'); }
  suggestion(label: string | RegExp): Locator {
    return this.suggestions().filter({ has: this.page.locator('.label-name', { hasText: typeof label === 'string' ? exactly(label) : label }) });
  }

  /** Types at the end of the line with the words and chooses what is suggested; the whole again where nothing is. */
  async complete(words: string, typed: string, label: string | RegExp): Promise<void> {
    await this.retry(async () => {
      await this.cursorAtEndOf(words);
      await this.type(typed);
      await this.suggestion(label).first().click({ timeout: 20_000 });
    });
  }

  // Activity bar, views and trees.

  activity(title: string): Locator { return this.page.locator(`.part.activitybar .action-item:has(.action-label[aria-label^="${title}"])`); }
  async showContainer(title: string): Promise<void> {
    const item = this.activity(title);
    await item.waitFor();
    if (!(await item.getAttribute('class') ?? '').includes('checked')) { await item.click(); }
    await this.page.locator('.part.sidebar .composite.title').waitFor();
  }
  view(title: string): Locator { return this.page.locator('.part.sidebar .pane').filter({ has: this.page.locator(`.pane-header[aria-label^="${title}"]`) }); }
  rows(view: string): Locator { return this.view(view).locator('.monaco-list-row'); }
  row(view: string, label: string | RegExp): Locator {
    return this.rows(view).filter({ has: this.page.locator('.label-name', { hasText: typeof label === 'string' ? exactly(label) : label }) }).first();
  }
  async openView(title: string): Promise<void> {
    const header = this.view(title).locator('.pane-header');
    if (await header.getAttribute('aria-expanded') === 'false') { await header.click(); }
  }
  async closeView(title: string): Promise<void> {
    const header = this.view(title).locator('.pane-header');
    if (await header.getAttribute('aria-expanded') === 'true') { await header.click(); }
  }
  async expand(view: string, label: string | RegExp): Promise<void> {
    const row = this.row(view, label);
    await row.waitFor();
    // A view that is drawn anew under the pointer does not hear the click.
    await this.retry(async () => {
      if (await row.getAttribute('aria-expanded') === 'false') { await row.locator('.monaco-tl-twistie').click({ timeout: 5000 }); }
      await this.page.locator('.monaco-list-row[aria-expanded="true"]').and(row).waitFor({ timeout: 5000 });
    });
  }
  /** Presses a button that shows on a row while the pointer is on it. */
  async rowAction(view: string, label: string | RegExp, title: string): Promise<void> {
    const row = this.row(view, label);
    await row.hover();
    await row.locator(`.action-label[aria-label^="${title}"]`).click();
  }
  /** Presses a button in the title of a view. */
  async viewAction(view: string, title: string): Promise<void> {
    await this.view(view).locator('.pane-header').hover();
    await this.view(view).locator(`.pane-header .action-label[aria-label^="${title}"]`).click();
  }
  /** Chooses from the menu of a row, or of a place on the screen. */
  async contextMenu(target: Locator | Point, title: string): Promise<void> {
    await this.retry(async () => {
      if ('x' in target) { await this.page.mouse.click(target.x, target.y, { button: 'right' }); } else { await target.click({ button: 'right' }); }
      const item = this.page.locator('.monaco-menu .action-item .action-label', { hasText: exactly(title) });
      await item.waitFor({ timeout: 10_000 });
      // A menu does not hear clicks of its first moments, and one that closes by itself was never clicked.
      let clicks = 0;
      for (let tries = 0; tries < 10 && await item.isVisible(); tries++) {
        await item.click({ timeout: 2000 }).then(() => { clicks++; }, () => { /* it has closed meanwhile */ });
        await item.waitFor({ state: 'hidden', timeout: 1000 }).catch(() => { /* it has not heard */ });
      }
      if (clicks === 0 || await item.isVisible()) { throw new Error(`“${title}” of the menu could not be chosen`); }
    });
  }
  /** What shows when the pointer rests on a row. */
  async tooltip(row: Locator): Promise<string> {
    const card = this.page.locator('.monaco-hover.workbench-hover').filter({ visible: true, hasNotText: /^\s*Loading\.\.\.\s*$/ }).first();
    return this.retry(async () => {
      await row.hover();
      await card.waitFor({ timeout: 10_000 });
      return card.innerText();
    });
  }

  /**
   * Drags something to words in the draft until the draft shows what is expected. The editor takes a drop into its text
   * only while Shift is held, and only once the drag has arrived there.
   */
  async dragToText(from: Locator, words: string, expected: RegExp | string): Promise<void> {
    await this.retry(async () => {
      const to = await this.pointOf(words);
      await from.hover();
      const box = (await from.boundingBox())!;
      await this.page.mouse.down();
      await this.page.mouse.move(box.x + box.width / 2 + 12, box.y + box.height / 2 + 6, { steps: 4 });
      await this.page.keyboard.down('Shift');
      await this.page.mouse.move(to.x - 5, to.y, { steps: 12 });
      await this.page.mouse.move(to.x, to.y, { steps: 4 });
      await this.page.locator('.monaco-editor .drop-into-editor-widget, .monaco-editor .dnd-target').first().waitFor({ state: 'attached', timeout: 1500 }).catch(() => { /* some versions mark the place otherwise */ });
      await this.page.mouse.up();
      await this.page.keyboard.up('Shift');
      await this.lines(expected).first().waitFor({ timeout: 15_000 });
    });
  }

  // Webviews: VS Code's frame, and in it `#active-frame`, the document of the extension. Hidden ones stay, invisible.

  webview(extensionId = EXTENSION_ID): FrameLocator {
    return this.page.locator(`iframe.webview.ready[src*="extensionId=${extensionId}"]:visible`).last().contentFrame().locator('#active-frame').contentFrame();
  }
  preview(): FrameLocator { return this.webview('vscode.markdown-language-features'); }
  /** The timeline, once its page says that it has drawn. */
  async timeline(): Promise<FrameLocator> {
    const frame = this.webview();
    await frame.locator('body[data-ready="1"]').waitFor();
    return frame;
  }

  // Notifications.

  async notification(words: string): Promise<Locator> {
    const toast = this.page.locator('.notifications-toasts .notification-list-item-message').filter({ hasText: words }).first();
    await toast.waitFor();
    return toast;
  }
  async clearNotifications(): Promise<void> {
    await this.command('Notifications: Clear All Notifications');
    await this.page.locator('.notification-list-item-message').first().waitFor({ state: 'hidden' });
  }

  /** Tries something again that the start of the workbench, or a moving layout, may have spoilt. */
  async retry<T>(attempt: () => Promise<T>, times = 5): Promise<T> {
    for (let tried = 1; ; tried++) {
      try { return await attempt(); } catch (error) {
        if (tried === times) { throw error; }
        await this.press('Escape');
        await this.page.mouse.move(700, 650);
      }
    }
  }
}
