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
const TOKEN = /\\(?<command>[A-Za-z]+)\*?[ \t]*|\\(?<mark>[\s\S])|(?<brace>[{}])|(?<dash>-{2,3})|(?<quote>``|'')|(?<apostrophe>['`])|(?<tie>~)|(?<math>\$)|(?<text>[^\\{}\-`'~$]+|-)/gu;

/** A LaTeX text as CSL text: accents put together, commands undone or as CSL markup, braces and math signs left out. */
export function latexToCsl(latex: string): string {
  if (!/[\\{}\-`'~$]/.test(latex)) { return latex.replace(/\s+/g, ' ').trim(); }
  let text = '';
  let accent = '';
  /** What each open brace closes with. */
  const open: string[] = [];
  let pending: readonly [string, string] | undefined;
  const write = (written: string) => {
    if (accent === '' || written === '') { text += written; return; }
    const first = String.fromCodePoint(written.codePointAt(0)!);
    text += ((first === 'ı' ? 'i' : first) + accent).normalize('NFC') + written.slice(first.length);
    accent = '';
  };
  for (const match of latex.matchAll(TOKEN)) {
    const { command, mark, brace, dash, quote, apostrophe, tie, text: plain } = match.groups!;
    if (command !== undefined) {
      if (Object.hasOwn(MARKUP, command)) { pending = MARKUP[command]; }
      else if (Object.hasOwn(SYMBOLS, command)) { write(SYMBOLS[command]!); }
      else if (Object.hasOwn(ACCENTS, command)) { accent = ACCENTS[command]!; }
    } else if (mark !== undefined) {
      if (Object.hasOwn(ACCENTS, mark)) { accent = ACCENTS[mark]!; } else if (mark !== '-' && mark !== '/') { write(mark === '\\' ? ' ' : mark); }
    } else if (brace === '{') {
      text += pending?.[0] ?? '';
      open.push(pending?.[1] ?? '');
      pending = undefined;
    } else if (brace === '}') {
      accent = '';
      text += open.pop() ?? '';
    } else if (plain !== undefined) {
      write(accent === '' ? plain : plain.trimStart());
    } else {
      write(dash ? (dash === '--' ? '–' : '—') : quote ? (quote === '``' ? '“' : '”') : apostrophe ? (apostrophe === '`' ? '‘' : '’') : tie ? ' ' : '');
    }
  }
  return (text + open.reverse().join('')).replace(/\s+/g, ' ').trim();
}

/** The parts of a value at places where no brace is open: `splitOutsideBraces(names, /\s+and\s+/iy)`. */
export function splitOutsideBraces(value: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const character = value[at];
    if (character === '\\') { at += 1; continue; }
    if (character === '{') { depth += 1; } else if (character === '}') { depth -= 1; }
    if (depth > 0) { continue; }
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
