/** Combining characters of LaTeX's accents. */
const ACCENTS: Readonly<Record<string, string>> = {
  "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307', 'c': '\u0327', 'v': '\u030C', 'u': '\u0306',
  'H': '\u030B', 'k': '\u0328', 'r': '\u030A', 'b': '\u0331', 'd': '\u0323', 'h': '\u0309', 'G': '\u030F', 'U': '\u030E',
};
const SYMBOLS: Readonly<Record<string, string>> = {
  ss: 'ß', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', aa: 'å', AA: 'Å', i: 'i', j: 'j', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ',
  dj: 'đ', DJ: 'Đ', ng: 'ŋ', NG: 'Ŋ', S: '§', P: '¶', dag: '†', ddag: '‡', copyright: '©', pounds: '£', euro: '€', texteuro: '€', ldots: '…', dots: '…',
  textellipsis: '…', textendash: '–', textemdash: '—', textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”',
  textquotesingle: "'", textquotedbl: '"', guillemotleft: '«', guillemotright: '»', flqq: '«', frqq: '»', glqq: '„', grqq: '“', textbackslash: '\\',
  textasciitilde: '~', textasciicircum: '^', textunderscore: '_', textbar: '|', textless: '<', textgreater: '>', textdegree: '°', textbullet: '•',
  textregistered: '®', texttrademark: '™', textsection: '§', textordfeminine: 'ª', textordmasculine: 'º', slash: '/', quad: ' ', qquad: ' ', space: ' ',
  LaTeX: 'LaTeX', TeX: 'TeX', BibTeX: 'BibTeX', cdot: '·', times: '×', ohorn: 'ơ', uhorn: 'ư', Ohorn: 'Ơ', Uhorn: 'Ư',
};
/** Commands that CSL can show, with its markup (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). */
const MARKUP: Readonly<Record<string, readonly [string, string]>> = {
  emph: ['<i>', '</i>'], textit: ['<i>', '</i>'], mkbibemph: ['<i>', '</i>'], mkbibitalic: ['<i>', '</i>'], textsl: ['<i>', '</i>'],
  textbf: ['<b>', '</b>'], mkbibbold: ['<b>', '</b>'], textsuperscript: ['<sup>', '</sup>'], textsubscript: ['<sub>', '</sub>'],
  textsc: ['<span style="font-variant:small-caps;">', '</span>'], enquote: ['“', '”'], mkbibquote: ['“', '”'],
};
/** What has a meaning in LaTeX text; all else stands for itself. */
const MARK = /[\\{}`'~$]|-{2,3}/g;
const COMMAND = /([A-Za-z]+)\*?[ \t]*/y;
/** Marks that stand for something else wherever they are. */
const MARKS: Readonly<Record<string, string>> = { '--': '–', '---': '—', '``': '“', "''": '”', "'": '’', '`': '‘', '~': ' ', '$': '' };

/** A LaTeX text as CSL text: accents put together, commands undone or as CSL markup, braces and math signs left out. */
export function latexToCsl(latex: string): string {
  MARK.lastIndex = 0;
  const text = MARK.test(latex) ? new Undone(latex).text : latex;
  return /[^\S ]|  |^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** One reading of a LaTeX text. */
class Undone {
  text = '';
  #accent = '';
  #pending: readonly [string, string] | undefined;
  /** What each open brace closes with. */
  readonly #open: string[] = [];

  constructor(latex: string) {
    let at = 0;
    MARK.lastIndex = 0;
    for (let match = MARK.exec(latex); match !== null; match = MARK.exec(latex)) {
      this.#plain(latex.slice(at, match.index));
      at = this.#mark(latex, match[0], match.index);
      MARK.lastIndex = at;
    }
    this.#plain(latex.slice(at));
    this.text += this.#open.reverse().join('');
  }

  #plain(text: string): void {
    if (text !== '') { this.#write(this.#accent === '' ? text : text.trimStart()); }
  }

  #write(written: string): void {
    if (this.#accent === '' || written === '') { this.text += written; return; }
    const first = String.fromCodePoint(written.codePointAt(0)!);
    this.text += ((first === 'ı' ? 'i' : first) + this.#accent).normalize('NFC') + written.slice(first.length);
    this.#accent = '';
  }

  /** Answers where the mark ends. */
  #mark(latex: string, mark: string, at: number): number {
    switch (mark) {
      case '{':
        this.text += this.#pending?.[0] ?? '';
        this.#open.push(this.#pending?.[1] ?? '');
        this.#pending = undefined;
        return at + 1;
      case '}':
        this.#accent = '';
        this.text += this.#open.pop() ?? '';
        return at + 1;
      case '\\': return this.#command(latex, at + 1);
      case '`': case "'": {
        const doubled = latex[at + 1] === mark ? mark + mark : mark;
        this.#write(MARKS[doubled]!);
        return at + doubled.length;
      }
      default:
        this.#write(MARKS[mark]!);
        return at + mark.length;
    }
  }

  #command(latex: string, at: number): number {
    COMMAND.lastIndex = at;
    const command = COMMAND.exec(latex)?.[1];
    if (command !== undefined) {
      if (Object.hasOwn(MARKUP, command)) { this.#pending = MARKUP[command]; }
      else if (Object.hasOwn(SYMBOLS, command)) { this.#write(SYMBOLS[command]!); }
      else if (Object.hasOwn(ACCENTS, command)) { this.#accent = ACCENTS[command]!; }
      return COMMAND.lastIndex;
    }
    if (at >= latex.length) { return at; }
    const escaped = String.fromCodePoint(latex.codePointAt(at)!);
    if (Object.hasOwn(ACCENTS, escaped)) { this.#accent = ACCENTS[escaped]!; }
    else if (escaped !== '-' && escaped !== '/') { this.#write(escaped === '\\' ? ' ' : escaped); }
    return at + escaped.length;
  }
}

const MAY_SEPARATE: ReadonlySet<string> = new Set(' \t\r\n,~');

/**
 * The parts of a value at places where no brace is open: `splitOutsideBraces(names, /\s+and\s+/iy)`.
 * @param separator begins with a blank, a comma or a tilde
 */
export function splitOutsideBraces(value: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at];
    if (character === '\\') { at += 1; continue; }
    if (character === '{') { depth += 1; } else if (character === '}') { depth -= 1; }
    if (depth > 0 || !MAY_SEPARATE.has(character!)) { continue; }
    separator.lastIndex = at;
    if (separator.test(value)) {
      parts.push(value.slice(start, at));
      start = separator.lastIndex;
      at = start - 1;
    }
  }
  parts.push(value.slice(start));
  return parts;
}
