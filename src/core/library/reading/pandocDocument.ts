import type { Section, SourceText, TextBlock } from '../types.ts';
import { LINKED_NOTE, withLinkedNotes, type Attributes, type Node } from './linkedNotes.ts';
import { sectionOfTitle } from './sectionTitle.ts';
import { TextBuilder } from './textBuilder.ts';

const PAGE_ID = /(?:^|[_.#-])(?:page|pg|pagebreak)[_-]?(\d{1,4}|[ivxlc]{1,7})$/i;
const PAGE_LABEL = /^(?:page\s*|p\.\s*)?(\d{1,4}|[ivxlc]{1,7})\.?$/i;
const PAGE_BREAK = /(?:^|\s)(?:doc-)?pagebreak(?:\s|$)/i;
const NOT_SHOWN = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** What a web page offers to do with its text. */
const TOOLS = new Set(['mw-editsection', 'mw-cite-backlink', 'noprint']);
/** What stands around the text of a web page. */
const AROUND = new Set(['navigation', 'banner', 'contentinfo', 'search', 'doc-toc']);
const NOTES = new Set(['footnotes', 'endnotes', 'doc-endnotes', 'doc-footnotes', 'rearnotes']);
/** Documents are nested, but not so deep. */
const MAX_DEPTH = 200;

/** Reads a document in pandoc's own form as the words of a source: sections by its headings, notes by its marks, pages where it marks them. Never throws. */
export function readPandocDocument(document: unknown): SourceText {
  return new DocumentWalker().read(document);
}

class DocumentWalker {
  readonly #blocks: TextBlock[] = [];
  readonly #sections: Section[] = [];
  readonly #pages: string[] = [];
  #builder = new TextBuilder();
  #run = '';
  #section = '';
  #page = '';
  #note = 0;
  #hidden = 0;
  #depth = 0;
  /** What stands in a cell of a table, lists and paragraphs, is one line of words. */
  #isInCell = false;
  /** Notes of the open paragraph, which stand behind it. */
  #waiting: (() => void)[] = [];

  read(document: unknown): SourceText {
    const { meta, blocks } = isRecord(document) ? document : {};
    this.#walkAll(withLinkedNotes(blocks));
    this.#close('text');
    const title = isRecord(meta) ? plain(meta['title']) : '';
    const hasText = this.#blocks.some(block => /\p{L}/u.test(block.text));
    return {
      title: title || (this.#sections[0]?.title ?? ''), blocks: this.#blocks, sections: this.#sections,
      pages: this.#pages.map(label => ({ label, isPrinted: true })),
      problems: [...hasText ? [] : [{ code: 'no-text' as const, value: '0' }], ...this.#hidden === 0 ? [] : [{ code: 'hidden-text' as const, value: String(this.#hidden) }]],
    };
  }

  #walkAll(values: unknown): void {
    if (!Array.isArray(values) || this.#depth > MAX_DEPTH) return;
    this.#depth++;
    for (const value of values) this.#walk(value);
    this.#depth--;
  }

  #walk(value: unknown): void {
    if (!isNode(value)) { this.#walkAll(value); return; }
    const { t, c } = value;
    const parts = Array.isArray(c) ? c as readonly unknown[] : [];
    switch (t) {
      case 'Str': this.#run += typeof c === 'string' ? c : ''; break;
      case 'Space': case 'SoftBreak': case 'LineBreak': this.#run += ' '; break;
      case 'Code': case 'Math': this.#run += typeof parts[1] === 'string' ? parts[1] : ''; break;
      case 'Quoted': this.#quoted(parts); break;
      case 'Cite': this.#walkAll(parts[1]); break;
      case 'Note': this.#noteWith(c); break;
      case 'Link': if (!isNoteLink(parts)) this.#inside(parts[0], () => this.#walkAll(parts[1])); break;
      case 'Image': case 'RawInline': case 'RawBlock': case 'HorizontalRule': break;
      case 'Span': this.#inside(parts[0], () => this.#walkAll(parts[1])); break;
      case 'Para': case 'Plain':
        this.#walkAll(c);
        this.#close('text');
        break;
      case 'LineBlock':
        for (const line of parts) { this.#walkAll(line); this.#run += ' '; }
        this.#close('text');
        break;
      case 'CodeBlock':
        this.#run += typeof parts[1] === 'string' ? parts[1] : '';
        this.#close('text');
        break;
      case 'Header': this.#inside(parts[1], () => this.#heading(parts[2])); break;
      case 'Div': this.#div(parts); break;
      case 'Figure':
        this.#walkAside(isArray(parts[1]) ? parts[1][1] : undefined);
        break;
      case 'Table': this.#table(parts); break;
      case 'OrderedList': this.#walkAll(parts[1]); this.#close('text'); break;
      case 'DefinitionList': for (const item of parts) this.#definition(item); break;
      default: this.#walkAll(c);
    }
  }

  /** A caption stands beside the text. */
  #walkAside(blocks: unknown): void {
    const before = this.#blocks.length;
    this.#walkAll(blocks);
    this.#close('aside');
    this.#blocks.splice(before, Infinity, ...this.#blocks.slice(before).map(block => block.kind === 'text' ? { ...block, kind: 'aside' as const } : block));
  }

  /** What is explained, and what is said of it, each in paragraphs of their own. */
  #definition(item: unknown): void {
    const [term, meanings] = isArray(item) ? item : [];
    this.#walkAll(term);
    this.#close('text');
    this.#walkAll(meanings);
    this.#close('text');
  }

  #quoted([kind, inlines]: readonly unknown[]): void {
    const isDouble = isNode(kind) && kind.t === 'DoubleQuote';
    this.#run += isDouble ? '“' : '‘';
    this.#walkAll(inlines);
    this.#run += isDouble ? '”' : '’';
  }

  /** A note is read when its paragraph is whole. */
  #noteWith(blocks: unknown): void {
    const label = String(++this.#note);
    this.#waiting.push(() => this.#readNote(blocks, label));
  }

  #readNote(blocks: unknown, label: string): void {
    const [builder, run] = [this.#builder, this.#run];
    [this.#builder, this.#run] = [new TextBuilder(), ''];
    const before = this.#blocks.length;
    this.#walkAll(blocks);
    this.#close('text');
    // A note of several paragraphs is one.
    const own = this.#blocks.splice(before);
    const text = own.map(block => block.text).join(' ');
    if (text !== '') this.#blocks.push({ ...own[0]!, kind: 'note', note: label, text, turns: [] });
    [this.#builder, this.#run] = [builder, run];
  }

  #heading(inlines: unknown): void {
    this.#walkAll(inlines);
    this.#flush();
    const section = sectionOfTitle(this.#builder.end.trim());
    if (section.title !== '') {
      this.#section = section.number || section.title;
      this.#sections.push(section);
    }
    this.#close('heading');
  }

  #div([attributes, blocks]: readonly unknown[]): void {
    this.#close('text');
    const label = isAttributes(attributes) && attributes[1].includes(LINKED_NOTE) ? attributes[2].find(([key]) => key === 'label')?.[1] : undefined;
    if (label !== undefined) { this.#readNote(blocks, label); return; }
    this.#inside(attributes, () => {
      if (isAttributes(attributes) && (attributes[1].some(name => NOTES.has(name)) || attributes[2].some(([key, value]) => key === 'role' && NOTES.has(value)))) this.#notes(blocks);
      else this.#walkAll(blocks);
    });
    this.#close('text');
  }

  /** A list of notes at the end of a web page. */
  #notes(blocks: unknown): void {
    for (const block of isArray(blocks) ? blocks : []) {
      const { t, c } = isNode(block) ? block : { t: '', c: undefined };
      if (t !== 'OrderedList' || !isArray(c) || !isArray(c[1])) { if (t !== 'HorizontalRule') this.#walk(block); continue; }
      const first = isArray(c[0]) && typeof c[0][0] === 'number' ? c[0][0] : 1;
      c[1].forEach((item, at) => { if (hasLabel(item)) this.#walk(item); else this.#readNote(item, String(first + at)); });
    }
  }

  /** A row of a table is a paragraph of its own. */
  #table([, caption, , head, bodies, foot]: readonly unknown[]): void {
    this.#walkAside(isArray(caption) ? caption[1] : undefined);
    const rows = [rowsOf(head, 1), ...isArray(bodies) ? bodies.flatMap(body => [rowsOf(body, 2), rowsOf(body, 3)]) : [], rowsOf(foot, 1)].flat();
    for (const row of rows) {
      const cells = isArray(row) && isArray(row[1]) ? row[1] : [];
      const before = this.#blocks.length;
      cells.forEach((cell, at) => {
        if (at > 0) this.#run += ' | ';
        this.#isInCell = true;
        this.#walkAll(isArray(cell) ? cell[4] : undefined);
        this.#isInCell = false;
      });
      if (this.#blocks.length === before && !/[\p{L}\p{N}]/u.test(this.#run)) this.#run = '';
      this.#close('text');
    }
  }

  /** Tells pages, and leaves out what is not shown or stands around the text. */
  #inside(attributes: unknown, walk: () => void): void {
    if (!isAttributes(attributes)) { walk(); return; }
    const [id, classes, pairs] = attributes;
    const valueOf = (name: string) => pairs.find(([key]) => key === name)?.[1];
    if (valueOf('hidden') !== undefined || NOT_SHOWN.test(valueOf('style') ?? '')) { this.#hidden++; return; }
    if (AROUND.has(valueOf('role') ?? '') || classes.some(name => TOOLS.has(name))) return;
    const isBreak = PAGE_BREAK.test(`${classes.join(' ')} ${valueOf('role') ?? ''} ${valueOf('type') ?? ''} ${valueOf('epub:type') ?? ''}`);
    const label = PAGE_ID.exec(id)?.[1] ?? (isBreak ? PAGE_LABEL.exec((valueOf('title') ?? valueOf('aria-label') ?? '').trim())?.[1] : undefined);
    if (label !== undefined && label !== this.#page) {
      this.#flush();
      this.#page = label;
      this.#pages.push(label);
    }
    // The number that stands in a mark of a page is not among the words.
    if (!isBreak) walk();
  }

  #flush(): void {
    if (this.#run.trim() !== '') this.#builder.add(this.#run.trim(), -1, this.#page);
    this.#run = '';
  }

  #close(kind: TextBlock['kind']): void {
    if (this.#isInCell) { this.#run += ' '; return; }
    this.#flush();
    const block = this.#builder.block(kind, this.#section);
    this.#builder = new TextBuilder();
    if (block.text !== '') this.#blocks.push(block);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const read of waiting) read();
  }
}

/** `[1]` and `↩` of a web page, which lead to a note and back. */
function isNoteLink([attributes]: readonly unknown[]): boolean {
  return isAttributes(attributes) && (attributes[1].some(name => /^(?:footnote-ref|footnote-back|noteref)$/.test(name)) || attributes[2].some(([key, value]) => key === 'role' && /^doc-(?:noteref|backlink)$/.test(value)));
}

/** Whether an item of a list is a note that its mark leads to. */
function hasLabel(item: unknown): boolean {
  const [first] = isArray(item) ? item : [];
  return isNode(first) && first.t === 'Div' && isArray(first.c) && isAttributes(first.c[0]) && first.c[0][1].includes(LINKED_NOTE);
}

function rowsOf(part: unknown, at: number): readonly unknown[] {
  const rows = isArray(part) ? part[at] : undefined;
  return isArray(rows) ? rows : [];
}

/** The words of metadata. */
function plain(value: unknown): string {
  if (isArray(value)) return value.map(plain).join('');
  if (!isNode(value)) return '';
  return value.t === 'Str' || value.t === 'MetaString' ? String(value.c) : value.t === 'Space' || value.t === 'SoftBreak' ? ' ' : plain(value.c);
}

function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isNode(value: unknown): value is Node {
  return isRecord(value) && typeof value['t'] === 'string';
}
function isAttributes(value: unknown): value is Attributes {
  return Array.isArray(value) && value.length === 3 && typeof value[0] === 'string' && Array.isArray(value[1]) && Array.isArray(value[2]);
}
