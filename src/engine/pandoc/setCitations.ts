import type { CslItem } from '../../core/citations/types.ts';
import { setText, type SetCitation, type SetReference } from '../../core/citations/setText.ts';
import { outputText, type Pandoc, type PandocRun } from './types.ts';

/** A citation of a draft where it stands. Those of one note follow each other. */
export interface CitationInPlace {
  /** As written: `[see @khan2022, p. 3]`, `@khan2022 [p. 3]`. */
  readonly text: string;
  /** The number of the note it stands in, counted in this list; `undefined` in the text itself. */
  readonly note?: number | undefined;
}

export interface CitationTask {
  readonly citations: readonly CitationInPlace[];
  readonly items: readonly CslItem[];
  readonly csl: string;
  readonly lang: string;
}

export interface SetCitations {
  /** In the order of the task. */
  readonly citations: readonly SetCitation[];
  readonly references: readonly SetReference[];
}

interface Node { readonly t: string; readonly c?: unknown }

/**
 * Sets all citations of a draft in a style, with everything that depends on what was cited before: ibid., short forms, letters
 * after years. What stands between them does not matter to that, and is left out.
 * @throws PandocError
 */
export async function setCitations(pandoc: Pandoc, { citations, items, csl, lang }: CitationTask, run: PandocRun = {}): Promise<SetCitations> {
  const result = await pandoc.convert({
    options: {
      from: 'markdown-yaml_metadata_block-pandoc_title_block', to: 'json', standalone: true, citeproc: true, bibliography: ['references.json'], csl: 'style.csl',
      metadata: { 'link-citations': true, ...lang === '' ? {} : { lang } },
    },
    input: paragraphs(citations), files: { 'references.json': JSON.stringify(items), 'style.csl': csl },
  }, run);
  const { blocks } = JSON.parse(outputText(result)) as { blocks: readonly Node[] };
  const found: SetCitation[] = [];
  const references: SetReference[] = [];
  for (const block of blocks) {
    if (block.t === 'Div') { references.push(...referencesOf(block)); } else { citesOf(block, found); }
  }
  if (found.length !== citations.length) { throw new Error(`${citations.length} citations became ${found.length}.`); }
  return { citations: found, references };
}

/** A paragraph for each citation, or for each note with those in it. Line breaks in a citation are as good as blanks. */
function paragraphs(citations: readonly CitationInPlace[]): string {
  const texts: string[] = [];
  let last: number | undefined;
  for (const { text, note } of citations) {
    const line = text.replace(/\s+/g, ' ');
    if (note === undefined) { texts.push(`x ${line} x`); }
    else if (note === last) { texts.push(texts.pop()!.replace(/\]$/, `, ${line} x]`)); }
    else { texts.push(`x^[x ${line} x]`); }
    last = note;
  }
  return texts.join('\n\n');
}

function citesOf(value: unknown, found: SetCitation[]): void {
  if (Array.isArray(value)) { for (const part of value) { citesOf(part, found); } return; }
  if (typeof value !== 'object' || value === null || !('t' in value)) { return; }
  const { t, c } = value as Node;
  if (t !== 'Cite') { citesOf(c, found); return; }
  let note: SetCitation['note'];
  const inText = setText((c as unknown[])[1], blocks => { note = setText(blocks); });
  found.push({ inText, note });
}

function referencesOf({ c }: Node): SetReference[] {
  const [, entries] = c as [unknown, readonly Node[]];
  return entries.map(entry => {
    const [[id], blocks] = entry.c as [[string], unknown];
    return { citekey: id.replace(/^ref-/, ''), text: setText(blocks) };
  });
}
