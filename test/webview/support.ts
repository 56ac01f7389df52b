import { build } from 'esbuild';
import { basename } from 'node:path';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { webviewBundle } from '../../scripts/lib/webview.mjs';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { timelineOf } from '../../src/core/timeline/model.ts';
import { cardDto } from '../../src/core/timeline/cardDto.ts';
import { EVENTS_PER_MESSAGE, type FromTimeline, type ToTimeline } from '../../src/core/timeline/protocol.ts';
import type { CardDto, DraftDto, TimelineData } from '../../src/core/timeline/types.ts';
import type { Snapshot } from '../../src/core/corpus/types.ts';
import { CorpusStore } from '../../src/engine/corpus/corpusStore.ts';
import { NodeCorpusFiles } from '../../src/engine/corpus/nodeFiles.ts';
import { THEMES, type ThemeName } from './themes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ORIGIN = 'http://127.0.0.1:1';
const NONCE = 'bm9uY2Utb2YtdGhlLXRlc3Q';
/** The same policy as the extension's page has, with this origin for the editor's. */
const POLICY = `default-src 'none'; script-src 'nonce-${NONCE}'; style-src ${ORIGIN} 'nonce-c3R5bGU'; font-src 'none'; img-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'`;

export interface TestBrowser {
  readonly browser: Browser;
  readonly context: BrowserContext;
}

/** The headless browser that all tests of the project share. */
export function openTestBrowser(): Promise<TestBrowser> {
  return openBrowser();
}

let scripts: Promise<ReadonlyMap<string, string>> | undefined;

/** The scripts of the page as they ship, minified, by their paths. */
export function pageScripts(): Promise<ReadonlyMap<string, string>> {
  return scripts ??= build({ ...webviewBundle, minify: true, write: false as const }).then(({ outputFiles }) => new Map(outputFiles.map(file => [`/${basename(file.path)}`, file.text])));
}

/** The bundled corpus, read from its files. */
export async function bundledSnapshot(): Promise<Snapshot> {
  const store = new CorpusStore(new NodeCorpusFiles([`${ROOT}corpus/cambodia`]));
  await store.load();
  return store.snapshot!;
}

export interface OpenOptions {
  readonly data: TimelineData;
  readonly snapshot?: Snapshot;
  /** The card that is answered for every event, in the place of that of the snapshot. */
  readonly card?: CardDto;
  readonly draft?: DraftDto | null;
  readonly theme?: ThemeName;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly fontSize?: number;
}

/** A page with the timeline in it, and a stand-in for the extension that answers what the page asks. */
export class TimelinePage {
  readonly page: Page;
  /** All that the page said, in order. */
  readonly messages: FromTimeline[] = [];
  /** What the policy refused, and what was thrown. */
  readonly reports: string[] = [];

  private constructor(page: Page) { this.page = page; }

  static async open(context: BrowserContext, options: OpenOptions): Promise<TimelinePage> {
    const page = await context.newPage();
    page.setDefaultTimeout(90_000);
    const self = new TimelinePage(page);
    if (options.viewport !== undefined) { await page.setViewportSize(options.viewport); }
    const { variables, className, kind } = THEMES[options.theme ?? 'dark'];
    const style = Object.entries({ ...variables, '--vscode-font-size': `${options.fontSize ?? 13}px` }).map(([name, value]) => `${name}: ${value};`).join(' ');
    const files = await pageScripts();
    const css = readFileSync(`${ROOT}media/timeline.css`, 'utf8');
    await page.route(`${ORIGIN}/**`, route => {
      const { pathname } = new URL(route.request().url());
      switch (pathname) {
        case '/': return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': POLICY }, body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta property="csp-nonce" content="c3R5bGU"><title>Timeline</title><link rel="stylesheet" href="/variables.css"><link rel="stylesheet" href="/timeline.css"></head><body class="${className}" data-vscode-theme-kind="${kind}"><script nonce="${NONCE}" src="/timeline.js" type="module"></script></body></html>` });
        case '/timeline.css': return route.fulfill({ contentType: 'text/css', body: css });
        case '/variables.css': return route.fulfill({ contentType: 'text/css', body: `:root { ${style} } body { background: var(--vscode-editor-background); }` });
        default: {
          const script = files.get(pathname);
          return script === undefined ? route.fulfill({ status: 404, body: '' }) : route.fulfill({ contentType: 'text/javascript', body: script });
        }
      }
    });
    page.on('pageerror', error => { self.reports.push(error.message); });
    page.on('console', message => { if (message.type() === 'error' && !message.text().includes('favicon')) { self.reports.push(message.text()); } });
    await page.exposeFunction('tellHost', (message: FromTimeline) => self.#answer(message, options));
    await page.exposeFunction('heard', () => undefined);
    await page.addInitScript(() => {
      let state: unknown;
      const scope = globalThis as unknown as { tellHost(message: unknown): void; acquireVsCodeApi: unknown };
      scope.acquireVsCodeApi = () => ({
        postMessage: (message: unknown) => { scope.tellHost(message); },
        getState: () => state ?? JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown,
        setState: (value: unknown) => {
          state = value;
          sessionStorage.setItem('state', JSON.stringify(value));
        },
      });
      document.addEventListener('securitypolicyviolation', event => { console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`); });
    });
    await page.goto(`${ORIGIN}/`);
    await self.ready();
    return self;
  }

  async ready(): Promise<void> {
    await this.page.waitForSelector('body[data-ready="1"]');
    await this.page.waitForSelector('vscode-button:defined', { state: 'attached' });
    await this.rest();
  }

  /** Waits until the page has nothing left to do, and all that it said has been heard. */
  async rest(): Promise<void> {
    await this.page.evaluate(() => new Promise<void>(resolve => {
      const look = (quiet: number) => {
        if (quiet >= 3) { resolve(); return; }
        requestAnimationFrame(() => { look(document.body.dataset['pending'] === '0' ? quiet + 1 : 0); });
      };
      look(0);
    }));
    await this.page.evaluate(() => (globalThis as unknown as { heard(): Promise<void> }).heard());
  }

  async post(message: ToTimeline): Promise<void> {
    await this.postRaw(message);
  }

  async postRaw(message: unknown): Promise<void> {
    await this.page.evaluate(value => { window.postMessage(value, '*'); }, message);
  }

  /** Waits until the page has said something of the kind. */
  async said<T extends FromTimeline['type']>(type: T): Promise<Extract<FromTimeline, { type: T }>> {
    const end = Date.now() + 10_000;
    for (;;) {
      const found = this.messages.find(message => message.type === type);
      if (found !== undefined) { return found as Extract<FromTimeline, { type: T }>; }
      if (Date.now() > end) { throw new Error(`The page never said ${type}.`); }
      await this.page.evaluate(() => new Promise(resolve => { requestAnimationFrame(resolve); }));
    }
  }

  /** Hands over other events, as a changed corpus does. */
  async show(data: TimelineData): Promise<void> {
    await this.#send(data);
    await this.rest();
  }

  async #send({ events, ...rest }: TimelineData): Promise<void> {
    await this.post({ type: 'show', data: rest, eventCount: events.length, state: null });
    for (let at = 0; at < events.length; at += EVENTS_PER_MESSAGE) { await this.post({ type: 'events', events: events.slice(at, at + EVENTS_PER_MESSAGE), isLast: at + EVENTS_PER_MESSAGE >= events.length }); }
  }

  async #answer(message: FromTimeline, { data, snapshot, draft, card }: OpenOptions): Promise<void> {
    this.messages.push(message);
    if (message.type === 'ready') {
      await this.#send(data);
      await this.post({ type: 'draft', draft: draft ?? null });
    }
    if (message.type === 'askCard') { await this.post({ type: 'card', id: message.id, card: card !== undefined ? { ...card, id: message.id } : snapshot === undefined ? null : cardDto(snapshot, message.id) ?? null }); }
  }
}

export { timelineOf };
