import type { CslItem } from '../../core/citations/types.ts';
import { setText, type SetCitation, type SetReference } from '../../core/citations/setText.ts';
import { outputText, type Pandoc, type PandocRun } from './types.ts';

/** A citation of a draft where it stands. Those of one note follow each other. */
export interface CitationInPlace {
  /** As written: `[see @khan2022, p. 3]`, `@khan2022 [p. 3]`. */
  readonly text: string;
  /** Counts the notes and the citations in the text, each of which a style can set as a note, in the order of reading from 0. */
  readonly event: number;
  /** Whether it stands in a note of the draft. */
  readonly isInNote: boolean;
}

export interface CitationTask {
  readonly citations: readonly CitationInPlace[];
  /** Works that are listed without being cited. */
  readonly nocite?: readonly string[];
  readonly items: readonly CslItem[];
  readonly csl: string;
  readonly lang: string;
  /** Whether works are listed and citations lead to them. */
  readonly isListed?: boolean;
}

export interface SetCitations {
  /** In the order of the task. */
  readonly citations: readonly SetCitation[];
  readonly references: readonly SetReference[];
}

interface Node { readonly t: string; readonly c?: unknown }

/**
 * Sets all citations of a draft in a style, with everything that depends on what was cited before: ibid., short forms, letters
 * after years. The words between them do not matter to that, and are left out.
 * @throws PandocError
 */
export async function setCitations(pandoc: Pandoc, { citations, nocite = [], items, csl, lang, isListed = true }: CitationTask, run: PandocRun = {}): Promise<SetCitations> {
  const result = await pandoc.convert({
    options: {
      from: 'markdown-pandoc_title_block', to: 'json', standalone: true, citeproc: true, bibliography: ['references.json'], csl: 'style.csl',
      metadata: { 'link-citations': isListed, 'suppress-bibliography': !isListed, ...lang === '' ? {} : { lang } },
    },
    input: `${metadata(nocite)}${paragraphs(citations)}`, files: { 'references.json': JSON.stringify(items), 'style.csl': csl },
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

/** The only metadata block: every other line begins with a word. A key that braces cannot hold is not listed. */
function metadata(nocite: readonly string[]): string {
  const keys = nocite.filter(key => !/[\s{}]/.test(key));
  return keys.length === 0 ? '' : `---\nnocite: |\n${keys.map(key => `  @{${key}}\n`).join('')}---\n\n`;
}

/**
 * A paragraph for each citation, or for each note with those in it, and one for each note between them: "ibid." does not reach
 * over it. Line breaks in a citation are as good as blanks.
 */
function paragraphs(citations: readonly CitationInPlace[]): string {
  const texts: string[] = [];
  let last = -1;
  for (const { text, event, isInNote } of citations) {
    const line = text.replace(/\s+/g, ' ');
    if (event === last) { texts.push(texts.pop()!.replace(/\]$/, `, ${line} x]`)); continue; }
    for (let between = last + 1; between < event; between++) { texts.push('x^[x]'); }
    texts.push(isInNote ? `x^[x ${line} x]` : `x ${line} x`);
    last = event;
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
