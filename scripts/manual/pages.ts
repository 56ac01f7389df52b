/** The pages of the manual whose tables are made from what the extension itself reads: between `<!-- made: NAME -->` and `<!-- /made -->`. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusFormat } from './corpusFormat.ts';
import { manifestTables, type ExtensionManifest } from './extensionManifest.ts';

const MADE = /(<!-- made: ([^>]+?) -->\n)[\s\S]*?(<!-- \/made -->)/g;

export interface Page { readonly path: string; readonly before: string; readonly after: string }

/** Every page with its text as it is and as it should be. @throws where a page asks for a table that nobody makes */
export function manualPages(root: string): Page[] {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const tables = { ...corpusFormat(), ...manifestTables(json('package.json') as ExtensionManifest, json('package.nls.json') as Record<string, string>) };
  return globSync('{README.md,docs/**/*.md}', { cwd: root }).toSorted().map(path => {
    const before = readFileSync(join(root, path), 'utf8');
    const after = before.replace(MADE, (_, start: string, name: string, end: string) => {
      const made = (tables as Record<string, string | undefined>)[name];
      if (made === undefined) throw new Error(`${path}: there is no table “${name}”; there are ${Object.keys(tables).join(', ')}.`);
      return `${start}\n${made}\n\n${end}`;
    });
    return { path, before, after };
  });
}
