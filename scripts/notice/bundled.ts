/** What is bundled of other people's work, from the bundles themselves, with the licences that their packages bring. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from '../lib/bundles.mjs';

export interface BundledPackage {
  readonly name: string;
  /** As SPDX writes it. */
  readonly licence: string;
  readonly address: string;
  /** The texts of its licence files, as they are but for the ends of their lines. */
  readonly texts: readonly string[];
}

/** Packages of which `scripts/build.mjs` takes files as they are. */
const TAKEN = ['@fontsource/arimo', 'pdfjs-dist'];
/** Packages that bring no text of their licence, and the one of the same people under the same licence that does. */
const LIKE: readonly (readonly [names: RegExp, like: string])[] = [[/^@microsoft\/fast-/, '@vscode/webview-ui-toolkit']];
const LICENCE = /^(?:licen[cs]e|copying|notice)(?:-\w+)?(?:\.(?:md|txt))?$/i;

interface Manifest { readonly name: string; readonly license?: string; readonly repository?: string | { readonly url: string }; readonly homepage?: string }

/**
 * All packages of which something is in a bundle or lies beside them, in the order of their names. Nothing is written.
 * @throws where a package says nothing of its licence
 */
export async function bundledPackages(root: string): Promise<BundledPackage[]> {
  const modules = (await buildBundles({ write: false })).flatMap(({ inputs }) => Object.keys(inputs));
  const folders = modules.flatMap(module => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? []);
  const all = new Set([...folders, ...TAKEN.map(name => `node_modules/${name}`)]);
  // Of a package that is there in two versions one is enough.
  const packages = new Map([...all].toSorted().map(folder => readPackage(root, folder)).map(one => [one.name, one]));
  return [...packages.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function readPackage(root: string, folder: string): BundledPackage {
  const { name, license = '', repository = '', homepage = '' } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
  const like = LIKE.find(([names]) => names.test(name))?.[1];
  const texts = readTexts(join(root, like === undefined ? folder : `node_modules/${like}`));
  if (license === '' || texts.length === 0) throw new Error(`${folder} says nothing of its licence: look where it comes from, and write into scripts/notice/bundled.ts what is to be said.`);
  const url = (typeof repository === 'string' ? repository : repository.url).replace(/^git\+|\.git$/g, '').replace(/^(?:github:)?(?=[\w-]+\/[\w.-]+$)/, 'https://github.com/').replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://');
  return { name, licence: license, address: url === '' ? homepage : url, texts };
}

function readTexts(folder: string): string[] {
  return readdirSync(folder).filter(file => LICENCE.test(file)).toSorted().map(file => readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').replace(/[ \t]+$/gm, '').trim());
}
