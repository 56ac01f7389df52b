import { build } from 'esbuild';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { pdfjsBundles } from '../../scripts/lib/pdfjs.mjs';
import { pdfBundle } from '../../scripts/lib/webview.mjs';
import type { FromPdf, PdfPlace } from '../../src/core/library/pdfProtocol.ts';
import type { WordsOnPage } from '../../src/core/library/wordsByPage.ts';
import { THEMES, type ThemeName } from './themes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ORIGIN = 'http://127.0.0.1:1';
/** The bundles come from elsewhere than the page, as in the editor. */
const DIST = 'http://127.0.0.1:2/dist/';
const NONCE = 'bm9uY2Utb2YtdGhlLXRlc3Q';
/** The same policy as the extension's page has, with these origins for the editor's. */
const POLICY = `default-src 'none'; script-src 'nonce-${NONCE}' 'wasm-unsafe-eval'; style-src ${ORIGIN}; connect-src ${DIST}; worker-src blob:; font-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'`;

let bundles: Promise<ReadonlyMap<string, string>> | undefined;
/** The scripts as they ship, minified, by their names. */
function pdfScripts(): Promise<ReadonlyMap<string, string>> {
  return bundles ??= Promise.all([...pdfjsBundles, pdfBundle].map(bundle => build({ ...bundle, minify: true, write: false as const })))
    .then(built => new Map(built.flatMap(({ outputFiles }) => outputFiles.map(file => [basename(file.path), file.text]))));
}

export interface OpenPdf {
  readonly bytes: Uint8Array;
  readonly words: readonly WordsOnPage[];
  readonly theme?: ThemeName;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** The page that shows a PDF, and a stand-in for the extension that hands it over. */
export class PdfTestPage {
  readonly page: Page;
  readonly messages: FromPdf[] = [];
  /** What the policy refused, what was thrown, and what was asked for beside the extension's own files. */
  readonly reports: string[] = [];
  #turn = 0;

  private constructor(page: Page) { this.page = page; }

  static async open(context: BrowserContext, { bytes, words, theme = 'dark', viewport = { width: 1000, height: 800 } }: OpenPdf): Promise<PdfTestPage> {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const self = new PdfTestPage(page);
    await page.setViewportSize(viewport);
    const { variables, className, kind } = THEMES[theme];
    const style = Object.entries({ ...variables, '--vscode-font-size': '13px' }).map(([name, value]) => `${name}: ${value};`).join(' ');
    const scripts = await pdfScripts();
    const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>a.pdf</title><link rel="stylesheet" href="/variables.css"><link rel="stylesheet" href="/pdf.css"></head><body class="${className}" data-vscode-theme-kind="${kind}" data-dist="${DIST}"><script nonce="${NONCE}" src="${DIST}pdf.js" type="module"></script></body></html>`;
    await page.route('http://127.0.0.1:*/**', route => {
      const url = route.request().url();
      const headers = { 'access-control-allow-origin': '*' };
      if (url === `${ORIGIN}/`) { return route.fulfill({ contentType: 'text/html', headers: { 'content-security-policy': POLICY }, body: html }); }
      if (url === `${ORIGIN}/pdf.css`) { return route.fulfill({ contentType: 'text/css', body: readFileSync(`${ROOT}media/pdf.css`, 'utf8') }); }
      if (url === `${ORIGIN}/variables.css`) { return route.fulfill({ contentType: 'text/css', body: `:root { ${style} }` }); }
      const name = url.startsWith(DIST) ? url.slice(DIST.length) : '';
      const script = scripts.get(name);
      if (script !== undefined) { return route.fulfill({ contentType: 'text/javascript', headers, body: script }); }
      const [map] = /^(?:cmaps\/[\w-]+\.bcmap|wasm\/\w+\.wasm)$/.test(name) ? globSync(`node_modules/pdfjs-dist/${name}`, { cwd: ROOT }) : [];
      if (map !== undefined) { return route.fulfill({ headers, body: readFileSync(`${ROOT}${map}`) }); }
      if (!url.endsWith('favicon.ico')) { self.reports.push(`asked for ${url}`); }
      return route.fulfill({ status: 404, body: '' });
    });
    page.on('pageerror', error => { self.reports.push(error.message); });
    page.on('console', message => { if (message.type() === 'error' && !message.text().includes('favicon')) { self.reports.push(message.text()); } });
    await page.exposeFunction('tellHost', (message: FromPdf) => { self.messages.push(message); if (message.type === 'ready') { return self.#post('open', words, bytes); } return undefined; });
    await page.addInitScript(() => {
      const scope = globalThis as unknown as { tellHost(message: unknown): void; acquireVsCodeApi: unknown };
      scope.acquireVsCodeApi = () => ({
        postMessage: (message: unknown) => { scope.tellHost(message); },
        getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') as unknown,
        setState: (value: unknown) => { sessionStorage.setItem('state', JSON.stringify(value)); },
      });
      document.addEventListener('securitypolicyviolation', event => { console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`); });
    });
    await page.goto(`${ORIGIN}/`);
    return self;
  }

  /** Shows the same file at other words. */
  async show(words: readonly WordsOnPage[]): Promise<void> {
    this.#turn++;
    await this.#post('show', words);
    await this.shown();
  }

  async #post(type: 'open' | 'show', words: readonly WordsOnPage[], bytes?: Uint8Array): Promise<void> {
    const place: PdfPlace = { turn: this.#turn, words };
    await this.page.evaluate(message => {
      const sent = message.base64 === undefined ? {} : { bytes: Uint8Array.from(atob(message.base64), letter => letter.charCodeAt(0)) };
      window.postMessage({ type: message.type, place: message.place, ...sent }, '*');
    }, { type, place, ...bytes === undefined ? {} : { base64: Buffer.from(bytes).toString('base64') } });
  }

  /** Waits until the words have been looked for, and all that is near is drawn. */
  async shown(): Promise<void> {
    await this.page.waitForSelector(`body[data-ready="${this.#turn}"]`);
    await this.rest();
  }

  async rest(): Promise<void> {
    await this.page.evaluate(() => new Promise<void>(resolve => {
      const look = (quiet: number) => {
        if (quiet >= 5) { resolve(); return; }
        requestAnimationFrame(() => { look(document.body.dataset['pending'] === '0' ? quiet + 1 : 0); });
      };
      look(0);
    }));
  }

  /** Waits until the page has said something of the kind. */
  async said<T extends FromPdf['type']>(type: T): Promise<Extract<FromPdf, { type: T }>> {
    const end = Date.now() + 20_000;
    for (;;) {
      const found = this.messages.find(message => message.type === type);
      if (found !== undefined) { return found as Extract<FromPdf, { type: T }>; }
      if (Date.now() > end) { throw new Error(`The page never said ${type}.`); }
      await this.page.evaluate(() => new Promise(resolve => { requestAnimationFrame(resolve); }));
    }
  }
}
