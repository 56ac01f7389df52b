import type { Section, SourceText, TextBlock } from '../types.ts';
import { Hyphens } from './hyphens.ts';
import { sectionOfTitle } from './sectionTitle.ts';
import { TextBuilder, type Gap } from './textBuilder.ts';

const HEADING = /^(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const UNDERLINE = /^(?:=+|-{2,})[ \t]*$/;
const NOTE = /^\[\^([^\]\s]{1,60})\]:[ \t]*/;
const FENCE = /^[ \t]{0,3}(?:```|~~~)/;
const BULLET = /^[ \t]*(?:[-*+][ \t]+|>[ \t]?)+/;
/** A page told on a line of its own: `[p. 12]`, `<!-- page 12 -->`, or the form feed of a text. */
const PAGE_LINE = /^[ \t]*(?:\[(?:p\.|page)[ \t]*([\divxlc]+)\]|<!--[ \t]*(?:p\.|page)[ \t]*([\divxlc]+)[ \t]*-->)[ \t]*$/i;
/** What pandoc makes of the page marks of an EPUB: `[]{#page_12 title="12"}`. */
const PAGE_MARK = /\[\]\{[^}\n]{0,200}?(?:title="([\divxlc]{1,7})"|#page_?-?([\divxlc]{1,7}))[^}\n]{0,200}\}/gi;
/** Marks of notes, comments, attributes, pictures, targets of links, emphasis, code, and escapes: not among the words. */
const MARKUP = /\[\^[^\]\s]{1,60}\]|<!--.*?-->|!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)|(?<=\])(?:\([^)\n]{0,2000}\)|\{[^}\n]{0,500}\})|(?<=\s)\{[#.][^}\n]{0,500}\}$|\\(?=[!-/:-@[-`{-~])|(?<!\\)(?:\*+(?=\S)|(?<=\S)\*+|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])|`+)/gu;
/** Brackets of a link or a span, whose words stay. */
const BRACKETED = /\[([^[\]\n]{1,1000})\](?=\(|\{)/g;

/** Reads Markdown, or what pandoc makes of other formats, as the words of a source: sections by its headings, notes by its marks. Never throws. */
export function readMarkdownText(text: string): SourceText {
  return new MarkdownReader(text).read();
}

interface RawLine {
  readonly text: string;
  readonly start: number;
}

class MarkdownReader {
  readonly #lines: readonly RawLine[];
  readonly #hyphens: Hyphens;
  readonly #blocks: TextBlock[] = [];
  readonly #notes = new Map<string, TextBlock>();
  readonly #sections: Section[] = [];
  readonly #pages: string[] = [];
  /** Labels of notes in the order of their marks, with the place in `#blocks` behind which they go. */
  readonly #marks: { readonly label: string; readonly after: number }[] = [];
  #section = '';
  #page = '';
  #title = '';
  #isAfterBlank = true;
  #open: TextBuilder | undefined;
  #openNote: { readonly label: string; readonly builder: TextBuilder; readonly section: string } | undefined;

  constructor(text: string) {
    this.#lines = Array.from(text.matchAll(/[^\r\n\f]*(?:\r\n?|\n|\f|$)/g), ({ 0: whole, index }) => ({ text: whole.replace(/[\r\n]+$/, ''), start: index }));
    this.#hyphens = new Hyphens(this.#lines.map(line => line.text));
  }

  read(): SourceText {
    let isCode = false;
    for (let at = this.#pastFrontMatter(); at < this.#lines.length; at++) {
      const line = this.#lines[at]!;
      if (FENCE.test(line.text)) {
        isCode = !isCode;
        this.#close();
        continue;
      }
      if (isCode) this.#add(line, 0);
      else at += this.#readLine(line, this.#lines[at + 1]);
      this.#isAfterBlank = line.text.trim() === '';
    }
    this.#close();
    this.#closeNote();
    const blocks = this.#withNotes();
    const hasText = blocks.some(block => /\p{L}/u.test(block.text));
    return {
      title: this.#title || (this.#sections[0]?.title ?? ''), blocks, sections: this.#sections, pages: this.#pages.map(label => ({ label, isPrinted: true })),
      problems: hasText ? [] : [{ code: 'no-text', value: String(this.#pages.length) }],
    };
  }

  /** @returns how many lines after it belong to it */
  #readLine(line: RawLine, next: RawLine | undefined): number {
    const { text } = line;
    const page = PAGE_LINE.exec(text);
    const heading = HEADING.exec(text);
    const note = NOTE.exec(text);
    if (page !== null) this.#turn(page[1] ?? page[2] ?? '');
    else if (text.trim() === '') this.#close();
    else if (heading !== null) this.#heading(line, text.indexOf(heading[2]!, heading[1]!.length), heading[2]!);
    else if (this.#open === undefined && next !== undefined && UNDERLINE.test(next.text) && !BULLET.test(text) && !text.startsWith('|')) {
      this.#heading(line, 0, text.trim());
      return 1;
    } else if (note !== null) {
      this.#close();
      this.#closeNote();
      this.#openNote = { label: note[1]!, builder: new TextBuilder(this.#hyphens), section: this.#section };
      this.#addTo(this.#openNote.builder, line, note[0].length);
    } else if (this.#openNote !== undefined && (/^(?: {2,}|\t)/.test(text) || this.#open === undefined && !this.#isAfterBlank)) this.#addTo(this.#openNote.builder, line, text.length - text.trimStart().length);
    else {
      this.#closeNote();
      const bullet = BULLET.exec(text)?.[0] ?? '';
      if (/[-*+][ \t]+$/.test(bullet)) this.#close();
      this.#add(line, bullet.length);
    }
    return 0;
  }

  #heading(line: RawLine, skipped: number, words: string): void {
    this.#close();
    this.#closeNote();
    const builder = new TextBuilder();
    this.#addTo(builder, { text: line.text.slice(0, skipped + words.length), start: line.start }, skipped);
    const { text } = builder.block('heading', '');
    const section = sectionOfTitle(text);
    this.#section = section.number || section.title;
    this.#sections.push(section);
    this.#blocks.push(builder.block('heading', this.#section));
  }

  #add(line: RawLine, skipped: number): void {
    this.#open ??= new TextBuilder(this.#hyphens);
    this.#addTo(this.#open, line, skipped);
  }

  /** The words of a line without its markup, in pieces where pages turn within it. */
  #addTo(builder: TextBuilder, { text, start }: RawLine, skipped: number): void {
    let from = skipped;
    const put = (to: number) => {
      const words = text.slice(from, to);
      const gaps = gapsOf(words);
      for (const { 0: mark } of words.matchAll(/\[\^([^\]\s]{1,60})\]/g)) this.#marks.push({ label: mark.slice(2, -1), after: this.#blocks.length });
      if (words.trim() !== '') builder.add(words, start + from, this.#page, gaps);
    };
    for (const mark of text.matchAll(PAGE_MARK)) {
      if (mark.index < skipped) continue;
      put(mark.index);
      this.#turn(mark[1] ?? mark[2] ?? '');
      from = mark.index + mark[0].length;
    }
    put(text.length);
  }

  #turn(label: string): void {
    this.#page = label;
    this.#pages.push(label);
  }

  #close(): void {
    if (this.#open === undefined) return;
    const block = this.#open.block('text', this.#section);
    this.#open = undefined;
    if (block.text !== '') this.#blocks.push(block);
  }

  #closeNote(): void {
    if (this.#openNote === undefined) return;
    const { label, builder, section } = this.#openNote;
    this.#openNote = undefined;
    this.#notes.set(label, builder.block('note', section, label));
  }

  /** Notes stand behind the paragraph that has their mark, and belong to its section. */
  #withNotes(): TextBlock[] {
    const after = new Map<number, string[]>();
    for (const mark of this.#marks) after.set(mark.after, [...after.get(mark.after) ?? [], mark.label]);
    const placed = new Set<string>();
    const blocks = this.#blocks.flatMap((block, at) => [block, ...(after.get(at) ?? []).flatMap(label => {
      const note = this.#notes.get(label);
      if (note === undefined || placed.has(label)) return [];
      placed.add(label);
      return [{ ...note, section: block.section }];
    })]);
    return [...blocks, ...[...this.#notes].flatMap(([label, note]) => placed.has(label) ? [] : [note])];
  }

  #pastFrontMatter(): number {
    if (this.#lines[0]?.text !== '---') return 0;
    const end = this.#lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line.text));
    if (end === -1) return 0;
    this.#title = this.#lines.slice(1, end).map(line => /^title:[ \t]*["']?(.*?)["']?[ \t]*$/.exec(line.text)?.[1]).find(title => title !== undefined) ?? '';
    return end + 1;
  }
}

function gapsOf(words: string): Gap[] {
  const gaps: Gap[] = Array.from(words.matchAll(MARKUP), ({ 0: found, index }) => ({ at: index, length: found.length }));
  for (const { 0: found, index } of words.matchAll(BRACKETED)) {
    if (found.startsWith('[^')) continue;
    gaps.push({ at: index, length: 1 }, { at: index + found.length - 1, length: 1 });
  }
  gaps.sort((a, b) => a.at - b.at);
  let reach = 0;
  return gaps.filter(gap => {
    if (gap.at < reach) return false;
    reach = gap.at + gap.length;
    return true;
  });
}
