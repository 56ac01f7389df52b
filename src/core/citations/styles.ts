import { alphanumericAt, isBlankAt } from './characters.ts';
import { DEPTH_LIMIT, Reader, type Quote } from './reader.ts';

/** Emphasis, quotation marks and strikeout: what opens, and whether it closes. */
export abstract class StyleReader extends Reader {
  // Emphasis: a run of one, two or three marks opens; what never closes is text, and what was read in it stays read.

  protected emphasis(at: number, mark: string): number {
    if (this.shared.isFlat || (mark === '_' && this.isAfterWord(at))) { return -1; }
    let end = at;
    while (this.text[end] === mark) { end += 1; }
    if (this.text[end] === ' ' || this.text[end] === '\t') { return this.whitespace(end); }
    switch (end - at) {
      case 1: return this.one(end, mark);
      case 2: return this.two(end, mark);
      case 3: return this.three(end, mark);
      default: return end;
    }
  }

  protected ender(at: number, mark: string, count: 1 | 2 | 3): number {
    if (!this.text.startsWith(mark.repeat(count), at)) { return -1; }
    return mark === '*' || alphanumericAt(this.text, at + count) === 0 ? at + count : -1;
  }

  protected closed(end: number): number {
    this.last = this.wordEnd(end);
    return end;
  }

  protected three(at: number, mark: string): number {
    const end = this.until(at, offset => this.ender(offset, mark, 1) >= 0);
    const three = this.ender(end, mark, 3);
    if (three >= 0) { return this.closed(three); }
    const two = this.ender(end, mark, 2);
    if (two >= 0) { return this.one(this.closed(two), mark); }
    const one = this.ender(end, mark, 1);
    return one >= 0 ? this.two(this.closed(one), mark) : end;
  }

  protected two(at: number, mark: string): number {
    const end = this.until(at, offset => this.ender(offset, mark, 2) >= 0);
    const two = this.ender(end, mark, 2);
    return two >= 0 ? this.closed(two) : end;
  }

  protected one(at: number, mark: string): number {
    let end = at;
    for (;;) {
      end = this.until(end, offset => this.ender(offset, mark, 1) >= 0);
      if (!this.text.startsWith(mark.repeat(2), end) || this.ender(end + 2, mark, 1) >= 0 || this.depth >= DEPTH_LIMIT) { break; }
      this.depth += 1;
      end = this.two(end + 2, mark);
      this.depth -= 1;
    }
    const one = this.ender(end, mark, 1);
    return one >= 0 ? this.closed(one) : end;
  }

  /** Reads on to where `isEnd` holds or nothing more can be read. */
  protected until(at: number, isEnd: (offset: number) => boolean): number {
    let offset = at;
    while (offset < this.text.length && !isEnd(offset)) {
      const next = this.inline(offset);
      if (next < 0) { break; }
      offset = next;
    }
    return offset;
  }

  protected quotation(at: number, mark: string): number {
    const quote: Quote = mark === '"' ? 2 : 1;
    const text = this.text;
    if (this.shared.isFlat || this.quote === quote || this.isAfterWord(at) || at + 1 >= text.length || isBlankAt(text, at + 1)) { return -1; }
    const isClose = (offset: number) => text[offset] === mark && (quote === 2 || alphanumericAt(text, offset + 1) === 0);
    if (isClose(at + 1)) { return -1; }
    return this.attempt(() => {
      this.quote = quote;
      const end = this.until(at + 1, isClose);
      return end < text.length && isClose(end) ? end + 1 : -1;
    });
  }

  /** `~~…~~`. */
  protected strikeout(at: number): number {
    const text = this.text;
    const isStrikeout = !this.shared.isFlat && text[at + 1] === '~' && at + 2 < text.length && !isBlankAt(text, at + 2) && text[at + 2] !== '~';
    return isStrikeout ? this.attempt(() => {
      let offset = at + 2;
      while (offset < text.length && !(text.startsWith('~~', offset) && offset > at + 2)) {
        const next = this.inline(offset);
        if (next < 0 || ((text[offset] === ' ' || text[offset] === '\t') && text.startsWith('~~', next))) { return -1; }
        offset = next;
      }
      return offset < text.length ? offset + 2 : -1;
    }) : -1;
  }
}
