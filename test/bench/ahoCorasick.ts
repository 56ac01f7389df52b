import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm, temporaryFolder } from '../../scripts/lib/ready.mjs';

const NAME = 'modern-ahocorasick';
const VERSION = '3.3.0';

/** The part of the peer's interface that the bench uses. */
export interface Matcher {
  search(text: string): readonly unknown[];
}

/**
 * The library that is named as a peer in finding many names at once, fetched for this run alone. It finds the letters of the
 * names as they stand, inside of longer words too.
 * @returns how to build a matcher, or why the library could not be had
 */
export async function ahoCorasick(): Promise<{ readonly label: string; readonly build: (names: readonly string[]) => Matcher } | { readonly reason: string }> {
  try {
    const folder = temporaryFolder('peers');
    npm(['install', '--no-save', '--prefix', folder, `${NAME}@${VERSION}`], folder);
    const file = join(folder, 'node_modules', NAME, 'dist', 'index.js');
    const { default: AhoCorasick } = await import(pathToFileURL(file).href) as { readonly default: new (names: readonly string[]) => Matcher };
    return { label: `${NAME} ${VERSION}`, build: names => new AhoCorasick(names) };
  } catch (error) {
    return { reason: `${NAME} could not be fetched: ${(error instanceof Error ? error.message : String(error)).split('\n')[0]!}` };
  }
}
