import type { Page, Section, SourceText, TextBlock, TextProblem } from '../types.ts';
import { HeadingReader, isNotesHeading } from './headings.ts';
import { Hyphens } from './hyphens.ts';
import { blocksOf, isFinished, usualWidth, type Block, type Line } from './lines.ts';
import { findNotes, withoutNumber, type FoundNotes, type Mark, type Note } from './notes.ts';
import { TextBuilder } from './textBuilder.ts';

/** So much wider than the lines of the text are captions, which go over all its columns. */
const WIDE = 1.5;
/** A line of this share of the usual width goes on in the next. */
const FULL = 0.7;
const OPENING = /^["“„«]$/;
const CLOSING = /^["”“»]$/;
const ADDRESS = /^https?:\/\/\S+$/;
const INDENTED_ENOUGH = 2;

/** Makes paragraphs, headings, notes and what stands beside the text of the lines of a document. */
export function compose(lines: readonly Line[], pages: readonly Page[], problems: readonly TextProblem[] = []): SourceText {
  return new Composer(lines, pages).compose(problems);
}

class Composer {
  readonly #blocks: readonly Block[];
  readonly #pages: readonly Page[];
  readonly #notes: FoundNotes;
  readonly #noteOf: ReadonlyMap<Mark | undefined, Note>;
  readonly #hyphens: Hyphens;
  readonly #width: number;
  readonly #result: TextBlock[] = [];
  readonly #sections: Section[] = [];
  readonly #placed = new Set<Note>();
  readonly #headings = new HeadingReader();
  #section = '';
  #open: { readonly builder: TextBuilder; readonly lines: Line[] } | undefined;
  #isBeside = false;

  constructor(lines: readonly Line[], pages: readonly Page[]) {
    this.#pages = pages;
    const blocks = blocksOf(lines);
    this.#notes = findNotes(blocks, isNotesHeading);
    this.#noteOf = new Map(this.#notes.notes.map(note => [note.mark, note]));
    this.#blocks = blocks.map(block => ({ lines: block.lines.filter(line => !this.#notes.lines.has(line)) })).filter(block => block.lines.length > 0);
    this.#hyphens = new Hyphens(lines.map(line => line.text));
    this.#width = usualWidth(this.#blocks.flatMap(block => block.lines));
  }

  compose(problems: readonly TextProblem[]): SourceText {
    for (const block of this.#blocks) this.#read(block);
    this.#close();
    for (const note of this.#notes.notes) if (!this.#placed.has(note)) this.#putNote(note);
    const hasText = this.#result.some(block => /\p{L}/u.test(block.text));
    return {
      title: this.#sections[0]?.title ?? '', blocks: this.#result, sections: this.#sections, pages: this.#pages,
      problems: hasText ? problems : [...problems, { code: 'no-text', value: String(this.#pages.length) }],
    };
  }

  #read(block: Block): void {
    const text = block.lines.map(line => line.text).join(' ');
    if (this.#isBeside || OPENING.test(text)) {
      this.#isBeside = !CLOSING.test(text) || OPENING.test(text) && !this.#isBeside;
      if (/\p{L}/u.test(text)) this.#putAside(block);
      return;
    }
    if (block.lines.every(line => ADDRESS.test(line.text)) || block.lines[0]!.text.length > this.#width * WIDE && block.lines.length < 4) {
      this.#putAside(block);
      return;
    }
    const heading = this.#headings.read(block, this.#open?.builder.end ?? '');
    if (heading !== undefined) {
      this.#close();
      this.#section = heading.number || heading.title;
      this.#sections.push(heading);
      this.#result.push(this.#builderOf(block.lines).block('heading', this.#section));
      return;
    }
    for (const lines of paragraphsOf(block)) this.#addText(lines);
  }

  #addText(lines: readonly Line[]): void {
    const last = this.#open?.lines.at(-1);
    const goesOn = last !== undefined && !isFinished(this.#open!.builder.end)
      && (/^\p{Ll}/u.test(lines[0]!.text) || last.text.length >= this.#width * FULL || last.text.endsWith('-'));
    if (!goesOn) this.#close();
    this.#open ??= { builder: new TextBuilder(this.#hyphens), lines: [] };
    for (const line of lines) this.#add(this.#open.builder, line);
    this.#open.lines.push(...lines);
  }

  #putAside(block: Block): void {
    this.#result.push(this.#builderOf(block.lines).block('aside', this.#section));
  }

  #builderOf(lines: readonly Line[]): TextBuilder {
    const builder = new TextBuilder(this.#hyphens);
    for (const line of lines) this.#add(builder, line);
    return builder;
  }

  #add(builder: TextBuilder, line: Line): void {
    builder.add(line.text, line.start, this.#pages[line.page]?.label ?? '', this.#notes.marks.get(line));
  }

  /** Ends the paragraph; the notes that it has marks of stand behind it. */
  #close(): void {
    if (this.#open === undefined) return;
    const { builder, lines } = this.#open;
    this.#open = undefined;
    this.#result.push(builder.block('text', this.#section));
    const marks = lines.flatMap(line => this.#notes.marks.get(line) ?? []);
    for (const mark of marks) {
      const note = this.#noteOf.get(mark);
      if (note !== undefined) this.#putNote(note);
    }
  }

  #putNote(note: Note): void {
    this.#placed.add(note);
    const builder = new TextBuilder(this.#hyphens);
    note.lines.forEach((line, index) => {
      const { text, skipped } = index === 0 ? withoutNumber(line.text) : { text: line.text, skipped: 0 };
      builder.add(text, line.start === -1 ? -1 : line.start + skipped, this.#pages[line.page]?.label ?? '');
    });
    this.#result.push(builder.block('note', this.#section, String(note.number)));
  }
}

/** Where no blank lines set paragraphs apart, their first lines are set in. */
function paragraphsOf({ lines }: Block): Line[][] {
  const indented = lines.filter(line => line.isIndented).length;
  if (indented === 0 || lines.length < INDENTED_ENOUGH * 2) return [[...lines]];
  const paragraphs: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const last = paragraphs.at(-1);
    if (last === undefined || line.isIndented && !lines[index - 1]!.isIndented && isFinished(lines[index - 1]!.text)) paragraphs.push([line]); else last.push(line);
  }
  return paragraphs;
}
