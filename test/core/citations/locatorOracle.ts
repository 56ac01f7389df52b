import { convert } from 'pandoc-wasm';

const LABELS = [
  'act', 'appendix', 'article-locator', 'book', 'canon', 'chapter', 'column', 'elocation', 'equation', 'figure', 'folio', 'issue', 'line', 'note',
  'number-of-pages', 'opus', 'page', 'paragraph', 'part', 'rule', 'scene', 'section', 'sub-verbo', 'supplement', 'table', 'timestamp', 'title-locator', 'verse',
  'version', 'volume',
];

/** A style that shows nothing but the label and the value of a locator. */
const STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Locators</title><id>locators</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout delimiter=" ">
<text value="«"/><choose>${LABELS.map((label, index) => `<${index === 0 ? 'if' : 'else-if'} locator="${label}"><text value="${label}"/></${index === 0 ? 'if' : 'else-if'}>`).join('')}</choose>
<text value="|"/><text variable="locator"/><text value="»"/></layout></citation></style>`;

export interface ToldLocator { readonly label: string; readonly value: string }

/** Dashes and blanks apart: citeproc sets those of page ranges in its own way. */
export const plainValue = (value: string) => value.replace(/[-–—]+/g, '-').replace(/[\s\u00A0]+/g, '').replace(/[’']/g, "'");

/** How pandoc's citeproc takes each suffix apart. */
export async function pandocLocators(suffixes: readonly string[], lang: string): Promise<(ToldLocator | undefined)[]> {
  const document = `---\nlang: ${lang}\nreferences:\n- id: a\n  type: book\n  title: T\n---\n\n${suffixes.map(suffix => `[@a, ${suffix}]\n\n`).join('')}`;
  const { stdout, stderr } = await convert({ from: 'markdown', to: 'plain', citeproc: true, csl: 'locators.csl', wrap: 'none' }, document, { 'locators.csl': STYLE });
  const told = [...stdout.matchAll(/«([^|»]*)\|([^»]*)»/g)].map(match => (match[2] === '' ? undefined : { label: match[1]!, value: plainValue(match[2]!) }));
  if (told.length !== suffixes.length) { throw new Error(`pandoc set ${told.length} citations of ${suffixes.length}: ${stderr}`); }
  return told;
}
