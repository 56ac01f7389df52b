import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Axe { run(context: unknown, options: unknown): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }> }

/** Part of a page to look at and parts of it to leave out, by selectors, and the rules to hold it against; the whole page and all rules where they are not named. */
export interface Looked { readonly within?: string; readonly without?: readonly string[]; readonly only?: readonly string[] }

/** What axe has against a page as it is now, a sentence each. */
export async function violationsOf(page: Page, looked: Looked = {}): Promise<string[]> {
  // Into the page's own world by the debugger, which the page's policy does not concern.
  await page.evaluate(`globalThis.axe === undefined && (() => { ${AXE} })()`);
  return page.evaluate(async ({ within, without = [], only }) => {
    const { axe, document } = globalThis as unknown as { axe: Axe; document: unknown };
    const found = await axe.run(within === undefined ? document : { include: within, exclude: [...without] }, { resultTypes: ['violations'], ...only && { runOnly: only } });
    return found.violations.map(violation => `${violation.id}: ${violation.nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`).join(' | ')}`);
  }, looked);
}
