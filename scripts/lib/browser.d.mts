import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';

export function openBrowser(options?: BrowserContextOptions & { readonly log?: (message: string) => void }): Promise<{
  readonly browser: Browser;
  readonly context: BrowserContext;
  /** Addresses outside this machine that were asked for, and refused. */
  readonly outside: readonly string[];
}>;
