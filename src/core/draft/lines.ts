/** The lines of a stretch of a text. A line ends in `\n`, `\r\n` or `\r`, as markdown-it has it. */
export class LineMap {
  readonly all: string;
  /** The stretch as markdown-it reads it: line breaks are `\n`, no NUL. Lines keep their numbers, not their offsets. */
  readonly normalized: string;
  readonly #starts: number[];

  constructor(text: string, from: number, to: number) {
    this.all = text;
    const own = text.slice(from, to);
    const isPlain = !own.includes('\r');
    this.normalized = (isPlain ? own : own.replace(/\r\n?/g, '\n')).replaceAll('\0', '\uFFFD');
    this.#starts = [from];
    if (isPlain) {
      for (let at = own.indexOf('\n'); at !== -1; at = own.indexOf('\n', at + 1)) this.#starts.push(from + at + 1);
    } else {
      for (let at = 0; at < own.length; at++) {
        const unit = own.charCodeAt(at);
        if (unit === 10 || unit === 13 && own.charCodeAt(at + 1) !== 10) this.#starts.push(from + at + 1);
      }
    }
    this.#starts.push(to);
  }

  /** Where a line starts; the end of the stretch for a line past the last. */
  start(line: number): number {
    return this.#starts[Math.min(line, this.#starts.length - 1)]!;
  }

  text(line: number): string {
    return this.all.slice(this.start(line), this.start(line + 1));
  }

  /** Whether a line begins, after blanks, with one of `[`, `:`, `$` and `+`, so that it may be more than prose. */
  mayMark(line: number): boolean {
    const end = this.start(line + 1);
    for (let at = this.start(line); at < end; at++) {
      const unit = this.all.charCodeAt(at);
      if (unit !== 0x20 && unit !== 0x09) return unit === 0x5b || unit === 0x3a || unit === 0x24 || unit === 0x2b;
    }
    return false;
  }
}
