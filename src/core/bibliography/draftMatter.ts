import { isMap, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import { readCslItem, problemAt, withoutDuplicates, type BibliographyItem } from '../citations/cslItem.ts';
import { findCitations } from '../citations/grammar.ts';
import type { CitationItem } from '../citations/types.ts';
import { yamlFault } from '../faults.ts';
import type { Problem, Span } from '../text.ts';
import { t } from '../l10n.ts';

/** A path as it is written, e.g. in `bibliography: refs/khan.bib`. */
export interface NamedPath extends Span {
  readonly path: string;
}

/** What the front matter of a draft, or Quarto's project file, says about citing. All offsets are of the text that was read. */
export interface DraftMatter {
  /** `bibliography:`, one path or a list of them, in their order. */
  readonly bibliographies: readonly NamedPath[];
  /** `references:`, items of CSL-YAML. */
  readonly references: readonly BibliographyItem[];
  /** `lang:`, a BCP 47 tag; empty when there is none. */
  readonly lang: string;
  readonly csl: NamedPath | undefined;
  /** Works of `nocite:`, listed without being cited in the text. */
  readonly nocite: readonly CitationItem[];
  /** Whether `nocite:` holds `@*`: everything is listed. */
  readonly isAllListed: boolean;
  /** `reference-section-title:`, the heading of the list of references, as Markdown; empty when there is none. */
  readonly referenceSectionTitle: string;
  /** `suppress-bibliography: true`: there is no list of references. */
  readonly isBibliographySuppressed: boolean;
  readonly problems: readonly Problem[];
}

const EMPTY: DraftMatter = { bibliographies: [], references: [], lang: '', csl: undefined, nocite: [], isAllListed: false, referenceSectionTitle: '', isBibliographySuppressed: false, problems: [] };
/** Keys without which nothing here has to be read as YAML, at the beginning of a line. */
const WANTED = /^["']?(?:bibliography|references|lang|csl|citation-style|nocite|reference-section-title|suppress-bibliography)["']?[ \t]*:/m;
/** Many times what a bibliography names; a longer one is no list that someone wrote. */
const MAX_PATHS = 200;

/**
 * Reads the front matter of a draft, its two lines of `---` included, or a project file. Never throws.
 * @param matter the text from the start of the draft to the end of the front matter
 */
export function readDraftMatter(matter: string): DraftMatter {
  if (!WANTED.test(matter)) { return EMPTY; }
  // The fences become blanks, so that every offset is one of the draft.
  const yaml = matter.replace(/^\uFEFF?---[ \t]*(?=\r?\n)/, blank).replace(/\n(?:---|\.\.\.)[ \t]*(?:\r?\n)?$/, blank);
  try {
    const document = parseDocument(yaml, { schema: 'core', prettyErrors: false, uniqueKeys: false });
    const problems = document.errors.map(fault => problemAt('bad-yaml', { start: fault.pos[0], end: Math.max(...fault.pos) }, t('This cannot be read: {0}', yamlFault(fault)), 'error'));
    const matter = read(document, yaml);
    return { ...matter, problems: [...problems, ...wrongPaths(document), ...matter.problems] };
  } catch {
    return { ...EMPTY, problems: [problemAt('bad-yaml', { start: 0, end: 0 }, t('This is nested or repeated beyond what is read.'), 'error')] };
  }
}

const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');

function valueOf(document: Document, key: string): Node | undefined {
  const { contents } = document;
  if (!isMap(contents)) { return undefined; }
  // Of two lines with one key the last counts, as in pandoc.
  const value = contents.items.findLast(pair => isScalar(pair.key) && pair.key.value === key)?.value;
  return value === null || value === undefined ? undefined : value as Node;
}

function spanOf(node: Node): Span {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

function textOf(node: Node | undefined): NamedPath | undefined {
  return isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '' ? { path: node.value.trim(), ...spanOf(node) } : undefined;
}

/** As pandoc takes a value of its metadata for true. */
function isTrue(node: Node | undefined): boolean {
  return isScalar(node) && node.value === true;
}

function read(document: Document, text: string): DraftMatter {
  const bibliography = valueOf(document, 'bibliography');
  const nocite = valueOf(document, 'nocite');
  const references = referencesOf(document);
  const named = (isSeq(bibliography) ? bibliography.items as Node[] : bibliography === undefined ? [] : [bibliography]).slice(0, MAX_PATHS);
  return {
    bibliographies: named.flatMap(node => textOf(node) ?? []),
    references: references.value,
    problems: references.problems,
    lang: textOf(valueOf(document, 'lang'))?.path ?? '',
    // Pandoc knows the style by either name.
    csl: textOf(valueOf(document, 'csl')) ?? textOf(valueOf(document, 'citation-style')),
    referenceSectionTitle: textOf(valueOf(document, 'reference-section-title'))?.path ?? '',
    isBibliographySuppressed: isTrue(valueOf(document, 'suppress-bibliography')),
    ...nocite === undefined ? { nocite: [], isAllListed: false } : listed(text, spanOf(nocite)),
  };
}

/** `nocite: |\n  @a, @b` or a list of such texts; its keys stand letter by letter in the YAML. */
function listed(text: string, { start, end }: Span): Pick<DraftMatter, 'nocite' | 'isAllListed'> {
  return {
    nocite: findCitations(text, start, end).flatMap(cluster => cluster.items),
    isAllListed: /(?:^|[^\p{L}\p{N}])@\*/u.test(text.slice(start, end)),
  };
}

function referencesOf(document: Document): { readonly value: readonly BibliographyItem[]; readonly problems: readonly Problem[] } {
  const list = valueOf(document, 'references');
  if (list === undefined) { return { value: [], problems: [] }; }
  if (!isSeq(list)) { return { value: [], problems: [problemAt('bad-shape', spanOf(list), t('References are a list, each with an id and a type.'), 'error')] }; }
  const problems: Problem[] = [];
  const value = (list.items as Node[]).flatMap((node): BibliographyItem[] => {
    const span = spanOf(node);
    const item = readCslItem(node.toJS(document, { maxAliasCount: 100 }), span);
    problems.push(...item.problems);
    return item.value === undefined ? [] : [{ item: item.value, span }];
  });
  return withoutDuplicates({ value, problems });
}

function wrongPaths(document: Document): readonly Problem[] {
  const bibliography = valueOf(document, 'bibliography');
  const isPath = (node: Node) => textOf(node) !== undefined;
  return bibliography === undefined || isPath(bibliography) || isSeq(bibliography) && (bibliography.items as Node[]).every(isPath) ? []
    : [problemAt('bad-shape', spanOf(bibliography), t('A bibliography is the path of a file, or a list of such paths.'), 'error')];
}
