import type { MarkdownIt } from 'markdown-it';
import { t } from '../l10n.ts';
import { citationPlugin, CITATION_TOKEN, type PreviewLookup } from './markdownIt.ts';
import { plainSetText, setTextHtml, visible, type SetCitation, type SetReference } from './setText.ts';

/** A citation of a drawn text, in the order of reading, notes where they are referred to. */
export interface DrawnCitation {
  readonly text: string;
  readonly citekeys: readonly string[];
  /** Counts the notes of the text, and the citations outside them, in the order of reading from 0: those of one note have one number. */
  readonly event: number;
  readonly isInNote: boolean;
}
/** How the citations of a text are set; one that is not set yet, or not known, is `undefined`. */
export interface DrawnSetting {
  readonly citations: readonly (SetCitation | undefined)[];
  readonly references: readonly SetReference[];
  /** The heading of the list of references, as Markdown; without one there is only a line. */
  readonly title?: string;
}
/** Asked at every drawing, with the document as VS Code names it; answers at once with what there is. */
export type Setter = (document: unknown, citations: readonly DrawnCitation[]) => DrawnSetting | undefined;

type Tokens = ReturnType<MarkdownIt['parse']>;
type Token = Tokens[number];
class Layout {
  readonly citations: DrawnCitation[] = [];
  /** What takes a number: a note, or a citation in the text where the style sets it as a note. */
  readonly events: ({ readonly note: Tokens } | { readonly citation: number })[] = [];
  /** Tokens of notes and this hold each other, and the editor sends tokens as JSON to the server that outlines drafts. */
  toJSON(): undefined { return undefined; }
}
interface Env { rapporteurNotes?: Map<string, string>; rapporteurInner?: boolean }

const NOTE = 'rapporteur_note';
/** Where the list of references stands: at the end, or where the draft has pandoc's `::: {#refs}`. */
const WORKS = 'rapporteur_works';
const NOTES = 'rapporteur_notes';

/**
 * A markdown-it plugin that sets citations and notes as pandoc does: notes in one row with those that the style makes of
 * citations, the list of references at the end, links between them. Until a citation is set it is shown in a plain form.
 */
export function draftPlugin(md: MarkdownIt, lookup: PreviewLookup, setter: Setter): void {
  citationPlugin(md, lookup);
  notes(md);
  placeOfWorks(md);
  md.core.ruler.push(NOTES, state => {
    const env = state.env as Env;
    if (env.rapporteurInner === true) { return; }
    const layout = new Layout();
    gather(md, state.tokens, env, layout, undefined);
    if (!state.tokens.some(({ type }) => type === WORKS)) { state.tokens.push(new state.Token(WORKS, '', 0)); }
    state.tokens.push(new state.Token(NOTES, '', 0));
    for (const token of state.tokens) { if (token.type === WORKS || token.type === NOTES) { token.meta = { layout }; } }
  });
  draw(md, lookup, setter);
}

/** `[^1]: …`, `[^1]` and `^[…]`. */
function notes(md: MarkdownIt): void {
  md.block.ruler.before('reference', `${NOTE}_definition`, (state, startLine, endLine, silent) => {
    const line = (at: number) => state.src.slice(state.bMarks[at]! + state.tShift[at]!, state.eMarks[at]);
    const match = /^\[\^([^\]\s]{1,200})\]:[ \t]*/.exec(line(startLine));
    if (match === null || state.sCount[startLine]! - state.blkIndent >= 4) { return false; }
    if (silent) { return true; }
    const content = [line(startLine).slice(match[0].length)];
    let next = startLine + 1;
    for (; next < endLine; next++) {
      const text = line(next);
      const isIndented = state.sCount[next]! - state.blkIndent >= 4;
      // A paragraph goes on without indentation; another one has to be indented.
      if (!isIndented && (text === '' ? !(next + 1 < endLine && state.sCount[next + 1]! - state.blkIndent >= 4) : content.at(-1) === '' || /^(?:\[\^[^\]\s]+\]:|#{1,6}\s|>|```|~~~)/.test(text))) { break; }
      content.push(text);
    }
    ((state.env as Env).rapporteurNotes ??= new Map()).set(match[1]!, content.join('\n'));
    state.line = next;
    return true;
  }, { alt: ['paragraph', 'reference', 'blockquote'] });
  md.inline.ruler.before('link', NOTE, (state, silent) => {
    const { src, pos } = state;
    const isInline = src.startsWith('^[', pos);
    if (!isInline && !src.startsWith('[^', pos)) { return false; }
    const label = isInline ? undefined : /^\[\^([^\]\s]{1,200})\]/.exec(src.slice(pos, pos + 204))?.[1];
    const close = isInline ? state.md.helpers.parseLinkLabel(state, pos + 1, false) : pos + 2 + (label?.length ?? 0);
    if (close < 0 || close >= state.posMax || (!isInline && (label === undefined || (state.env as Env).rapporteurNotes?.has(label) !== true))) { return false; }
    if (!silent) {
      const token = state.push(NOTE, '', 0);
      token.content = isInline ? src.slice(pos + 2, close) : (state.env as Env).rapporteurNotes!.get(label!)!;
      token.meta = {};
    }
    state.pos = close + 1;
    return true;
  });
}

/** `::: {#refs}` with what stands in it up to its `:::`, as pandoc and Quarto have it. */
function placeOfWorks(md: MarkdownIt): void {
  md.block.ruler.before('fence', WORKS, (state, startLine, endLine, silent) => {
    const line = (at: number) => state.src.slice(state.bMarks[at]! + state.tShift[at]!, state.eMarks[at]).trim();
    if (state.blkIndent > 0 || (state.env as Env).rapporteurInner === true || !/^:{3,}[ \t]*\{#refs\b[^}]*\}[ \t]*:*$/.test(line(startLine))) { return false; }
    let end = startLine + 1;
    while (end < endLine && !/^:{3,}$/.test(line(end))) { end++; }
    if (end >= endLine) { return false; }
    if (!silent) { state.push(WORKS, '', 0); state.line = end + 1; }
    return true;
  }, { alt: ['paragraph'] });
}

/** Goes through the text in the order of reading and numbers what it meets. A note that is referred to twice stands there twice, as in pandoc. */
function gather(md: MarkdownIt, tokens: Tokens, env: Env, layout: Layout, note: number | undefined): void {
  for (const token of tokens) {
    const children = token.children ?? [];
    children.forEach((child, index) => {
      if (child.type === CITATION_TOKEN) {
        const cluster = child.meta?.['cluster'] as { items: readonly { citekey: string }[] };
        const citation = layout.citations.length;
        const event = note === undefined ? layout.events.push({ citation }) - 1 : undefined;
        layout.citations.push({ text: child.content, citekeys: cluster.items.map(item => item.citekey), event: event ?? note!, isInNote: event === undefined });
        child.meta = { ...child.meta, layout, citation, event, ...note === undefined ? around(children[index - 1], children[index + 1]) : { before: '', after: '' } };
      } else if (child.type === NOTE && note === undefined) {
        const inner = md.parse(child.content, { ...env, rapporteurInner: true });
        const event = layout.events.push({ note: inner }) - 1;
        child.meta = { layout, event };
        gather(md, inner, env, layout, event);
      }
    });
    // An image's description is shown as text only.
    if (token.type !== 'inline' && token.children !== null) { gather(md, token.children, env, layout, note); }
  }
}

/** The blank before a citation and the marks after it, taken from their texts: a note stands close, and after the marks. */
function around(before: Token | undefined, after: Token | undefined): { readonly before: string; readonly after: string } {
  const blank = before?.type === 'text' ? /\s+$/.exec(before.content)?.[0] ?? '' : '';
  const marks = after?.type === 'text' ? /^[.,;:!?”’)\]]+/.exec(after.content)?.[0] ?? '' : '';
  if (before !== undefined && blank !== '') { before.content = before.content.slice(0, -blank.length); }
  if (after !== undefined && marks !== '') { after.content = after.content.slice(marks.length); }
  return { before: blank, after: marks };
}

interface Numbered {
  readonly setting: DrawnSetting | undefined;
  readonly numbers: readonly (number | undefined)[];
  /** The references of the list, by citekey. */
  readonly listed: ReadonlyMap<string, string>;
}

function draw(md: MarkdownIt, lookup: PreviewLookup, setter: Setter): void {
  const escape = (text: string) => md.utils.escapeHtml(text);
  const plain = md.renderer.rules[CITATION_TOKEN]!;
  // All tokens of one drawing have the same environment and ask for the same setting.
  const known = new WeakMap<object, Map<Layout, Numbered>>();
  const numbered = (layout: Layout, env: { readonly currentDocument?: unknown }): Numbered => {
    const ofDrawing = known.get(env) ?? new Map<Layout, Numbered>();
    known.set(env, ofDrawing);
    const before = ofDrawing.get(layout);
    if (before !== undefined) { return before; }
    const setting = setter(env.currentDocument, layout.citations);
    let last = 0;
    const made = { setting, numbers: layout.events.map(event => ('note' in event || setting?.citations[event.citation]?.note !== undefined ? ++last : undefined)), listed: new Map(setting?.references.map(({ citekey, text }) => [citekey, plainSetText(text)])) };
    ofDrawing.set(layout, made);
    return made;
  };
  const mark = (number: number) => `<sup class="rapporteur-note-mark"><a href="#rapporteur-note-${number}" id="rapporteur-note-mark-${number}">${number}</a></sup>`;
  /** The works in full, as a title. */
  const titleOf = ({ citekeys }: DrawnCitation, listed: Numbered['listed']) =>
    escape(visible([...new Set(citekeys.map(citekey => listed.get(citekey) ?? lookup(citekey)?.reference ?? `@${citekey}`))].join('\n')));
  const back = (number: number) => ` <a href="#rapporteur-note-mark-${number}" role="doc-backlink" aria-label="${escape(t('Back to the text at note {0}', number))}" class="rapporteur-note-back">↩︎</a>`;
  md.renderer.rules[CITATION_TOKEN] = (tokens, index, options, env, self) => {
    const { layout, citation, event, before = '', after = '' } = (tokens[index]!.meta ?? {}) as { layout?: Layout; citation?: number; event?: number; before?: string; after?: string };
    if (layout === undefined) { return plain(tokens, index, options, env, self); }
    const { setting, numbers, listed } = numbered(layout, env as object);
    const set = setting?.citations[citation!];
    if (set === undefined) { return `${escape(before)}${plain(tokens, index, options, env, self)}${escape(after)}`; }
    const number = event === undefined ? undefined : numbers[event];
    const text = set.inText.length === 0 ? '' : `<span class="rapporteur-citation" title="${titleOf(layout.citations[citation!]!, listed)}">${setTextHtml(set.inText, escape)}</span>`;
    return number === undefined || set.note === undefined ? `${escape(before)}${text}${escape(after)}`
      : `${text === '' ? '' : escape(before)}${text}${escape(after)}${mark(number).replace('<a ', `<a title="${escape(visible(plainSetText(set.note)))}" `)}`;
  };
  md.renderer.rules[NOTE] = (tokens, index, _options, env) => {
    const { layout, event } = (tokens[index]!.meta ?? {}) as { layout?: Layout; event?: number };
    const number = layout === undefined ? undefined : numbered(layout, env as object).numbers[event!];
    return number === undefined ? escape(tokens[index]!.content) : mark(number);
  };
  md.renderer.rules[WORKS] = (tokens, index, _options, env) => {
    const { layout } = (tokens[index]!.meta ?? {}) as { layout?: Layout };
    const { references = [], title = '' } = (layout && numbered(layout, env as object).setting) ?? {};
    const works = references.map(({ citekey, text }) => `<p id="rapporteur-work-${escape(citekey)}">${setTextHtml(text, escape)}</p>`);
    const heading = title === '' ? '' : `<h1 class="rapporteur-references-title">${md.renderInline(title, { rapporteurInner: true })}</h1>\n`;
    return works.length === 0 ? '' : `<section class="rapporteur-references">${heading}${works.join('\n')}</section>\n`;
  };
  md.renderer.rules[NOTES] = (tokens, index, options, env, self) => {
    const { layout } = tokens[index]!.meta as { layout: Layout };
    const { setting, numbers } = numbered(layout, env as object);
    const written = layout.events.flatMap((event, at) => {
      const number = numbers[at];
      if (number === undefined) { return []; }
      const content = 'note' in event ? self.render(event.note, options, env).replace(/(<\/p>\s*)?$/, `${back(number)}$1`) : `<p>${setTextHtml(setting?.citations[event.citation]?.note ?? [], escape)}${back(number)}</p>`;
      return [`<li id="rapporteur-note-${number}">${content}</li>`];
    });
    return written.length === 0 ? '' : `<section class="rapporteur-notes"><ol>${written.join('\n')}</ol></section>\n`;
  };
}
