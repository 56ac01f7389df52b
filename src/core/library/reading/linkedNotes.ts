/** A block or an inline of pandoc's JSON, `{ t: 'Para', c: […] }`: https://hackage.haskell.org/package/pandoc-types */
export interface Node {
  readonly t: string;
  readonly c?: unknown;
}
export type Attributes = readonly [id: string, classes: readonly string[], pairs: readonly (readonly [string, string])[]];

/** The class of a block that holds a note, with its label as the pair `label`. */
export const LINKED_NOTE = 'linked-note';

/** `[1]`, or `1` and `*` where they are raised: what leads to a note, or back from it. */
const BRACKETED = /^\[\s*(\d{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§]{1,3})\s*\]$/;
const RAISED = /^[[(]?\s*(\d{1,4}|[a-z]|[ivxlc]{1,6}|[*†‡§]{1,3})\s*[\])]?$/;
const BACK = /^[\^↑↩⏎⇧⤴\u{1F519}]\s*\uFE0E?$/u;
const BLOCKS = new Set(['Para', 'Plain', 'Div', 'BlockQuote', 'OrderedList', 'BulletList', 'Header', 'CodeBlock', 'LineBlock', 'DefinitionList', 'Table', 'Figure', 'HorizontalRule', 'RawBlock']);
/** What a note may go on with. */
const GOES_ON = new Set(['Para', 'Plain', 'BlockQuote', 'OrderedList', 'BulletList', 'LineBlock', 'CodeBlock']);
/** What leads to more than this leads to a part of the text. */
const LONGEST = 6000;
const MAX_DEPTH = 400;

/**
 * Web pages know no notes, only links from a raised number to a place that begins with the same one. Such links are left out of the
 * words, and what they lead to becomes a block of the class `linked-note`. Never throws.
 * @param blocks those of a document in pandoc's own form
 */
export function withLinkedNotes(blocks: unknown): unknown {
  const labels = new Map<string, string>();
  collect(blocks, false, labels, 0);
  return labels.size === 0 ? blocks : rewritten(blocks, false, labels, 0);
}

/** The labels of marks by the ids that they lead to; the first that leads there counts. */
function collect(value: unknown, isRaised: boolean, labels: Map<string, string>, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) { for (const one of value) collect(one, isRaised, labels, depth + 1); return; }
  if (!isNode(value)) return;
  const mark = markOf(value, isRaised);
  if (mark === undefined) collect(value.c, isRaised || value.t === 'Superscript', labels, depth + 1);
  else if (!labels.has(mark.id)) labels.set(mark.id, mark.label);
}

/** Where a link leads that is nothing but the mark of a note. */
function markOf(node: Node, isRaised: boolean): { readonly id: string; readonly label: string } | undefined {
  if (node.t !== 'Link' || !Array.isArray(node.c)) return undefined;
  const [, inlines, to] = node.c as readonly unknown[];
  const target: unknown = Array.isArray(to) ? to[0] : undefined;
  if (typeof target !== 'string' || !target.startsWith('#') || !Array.isArray(inlines)) return undefined;
  const text = lettersOf(inlines).trim();
  const label = (isRaised || inlines.every(inline => isNode(inline) && inline.t === 'Superscript') ? RAISED : BRACKETED).exec(text)?.[1] ?? (BACK.test(text) ? '' : undefined);
  return label === undefined ? undefined : { id: target.slice(1), label };
}

function rewritten(value: unknown, isRaised: boolean, labels: ReadonlyMap<string, string>, depth: number): unknown {
  if (depth > MAX_DEPTH) return value;
  if (!Array.isArray(value)) return isNode(value) ? { t: value.t, c: rewritten(value.c, isRaised || value.t === 'Superscript', labels, depth + 1) } : value;
  const isBlocks = value.some(one => isNode(one) && BLOCKS.has(one.t));
  const kept = value.filter(one => !isNode(one) || markOf(one, isRaised) === undefined && !isOfMarks(one));
  if (!isBlocks) return kept.map(one => rewritten(one, isRaised, labels, depth + 1));
  return notesTogether(kept, labels, block => rewritten(block, isRaised, labels, depth + 1));
}

/** A note goes to the next one, or to the end of the item or division that it begins. */
function notesTogether(blocks: readonly unknown[], labels: ReadonlyMap<string, string>, inside: (block: unknown) => unknown): unknown[] {
  const result: unknown[] = [];
  const isOfNotes = labelOf(blocks[0], labels) !== undefined;
  let open: unknown[] | undefined;
  for (const block of blocks) {
    const label = labelOf(block, labels);
    if (label !== undefined) {
      open = [inside(withoutLabel(block, label))];
      result.push({ t: 'Div', c: [['', [LINKED_NOTE], [['label', label]]], open] });
    } else if (open !== undefined && isOfNotes && isNode(block) && GOES_ON.has(block.t)) open.push(inside(block));
    else {
      open = undefined;
      result.push(inside(block));
    }
  }
  return result;
}

/** Raised marks with nothing but commas between them. */
function isOfMarks({ t, c }: Node): boolean {
  if (t !== 'Superscript' || !Array.isArray(c)) return false;
  const rest = c.filter(one => !isNode(one) || markOf(one, true) === undefined);
  return rest.length < c.length && !/[\p{L}\p{N}]/u.test(lettersOf(rest));
}

/** A note says its number before its words, as a link or not: `1.` and `[1]`. */
function withoutLabel(block: unknown, label: string): unknown {
  if (!isNode(block) || !Array.isArray(block.c)) return block;
  const [first, ...rest] = block.c as readonly unknown[];
  if (block.t === 'Div') return Array.isArray(rest[0]) ? { t: 'Div', c: [first, [withoutLabel(rest[0][0], label), ...rest[0].slice(1) as unknown[]]] } : block;
  let from = 0;
  for (let isSaid = false; from < block.c.length; from++) {
    const inline: unknown = block.c[from];
    const letters = isNode(inline) && LABELS.has(inline.t) ? lettersOf(inline).replace(/[[\]().:\s]/g, '') : undefined;
    if (letters === undefined || letters !== '' && (isSaid || letters !== label)) break;
    isSaid ||= letters !== '';
  }
  return from === block.c.length ? block : { t: block.t, c: block.c.slice(from) as unknown[] };
}
const LABELS = new Set(['Link', 'Span', 'Str', 'Space', 'Superscript']);

/** The label of the note that a block is or begins; `undefined` for others. */
function labelOf(block: unknown, labels: ReadonlyMap<string, string>): string | undefined {
  if (!isNode(block) || block.t !== 'Div' && block.t !== 'Para' && block.t !== 'Plain') return undefined;
  const label = block.t === 'Div' ? labels.get(idOf(block)) : labels.get(firstId(block.c));
  return label === undefined || label === '' || lettersOf(block.c).length > LONGEST ? undefined : label;
}

/** The id of the first inline that has one, before any words outside it. */
function firstId(inlines: unknown): string {
  const first = Array.isArray(inlines) ? inlines.find(inline => !isNode(inline) || inline.t !== 'Space' && inline.t !== 'SoftBreak') as unknown : undefined;
  if (!isNode(first)) return '';
  return idOf(first) || firstId(first.t === 'Span' || first.t === 'Link' ? (first.c as readonly unknown[])[1] : first.c);
}

function idOf({ t, c }: Node): string {
  const id: unknown = (t === 'Span' || t === 'Link' || t === 'Div') && Array.isArray(c) && Array.isArray(c[0]) ? c[0][0] : undefined;
  return typeof id === 'string' ? id : '';
}

function lettersOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(lettersOf).join('');
  return !isNode(value) ? '' : value.t === 'Str' ? String(value.c) : value.t === 'Space' || value.t === 'SoftBreak' ? ' ' : lettersOf(value.c);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 't' in value && typeof value.t === 'string';
}
