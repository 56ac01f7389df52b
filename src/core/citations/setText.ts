/** A stretch of text as a style sets it. Always plain text: whoever draws it escapes it. */
export interface SetRun {
  readonly text: string;
  readonly marks: readonly ('italic' | 'bold' | 'small-caps' | 'superscript' | 'subscript')[];
  /** `https://…` or, for a work in the list of references, `#khan2022`. */
  readonly href?: string;
}
export type SetText = readonly SetRun[];

/** A citation as a style sets it: in the text, in a note, or a name in the text with the rest in a note. */
export interface SetCitation {
  readonly inText: SetText;
  readonly note: SetText | undefined;
}
export interface SetReference {
  readonly citekey: string;
  readonly text: SetText;
}

interface Node { readonly t: string; readonly c?: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 't' in value;
const MARKS: Readonly<Record<string, SetRun['marks'][number]>> = { Emph: 'italic', Strong: 'bold', SmallCaps: 'small-caps', Superscript: 'superscript', Subscript: 'subscript' };

/** Pandoc's inlines as runs; what is raw, and whatever it is that is not known, is left out. Notes are given to `onNote`. */
export function setText(inlines: unknown, onNote: (blocks: unknown) => void = () => undefined): SetText {
  const runs: { text: string; marks: SetRun['marks']; href?: string }[] = [];
  const put = (text: string, marks: SetRun['marks'], href: string | undefined) => {
    const last = runs.at(-1);
    if (last?.href === href && last?.marks.join() === marks.join()) { last.text += text; } else { runs.push({ text, marks, ...href === undefined ? {} : { href } }); }
  };
  const walk = (value: unknown, marks: SetRun['marks'], href: string | undefined): void => {
    if (Array.isArray(value)) { for (const part of value) { walk(part, marks, href); } return; }
    if (!isNode(value)) { return; }
    const content = value.c as unknown[];
    switch (value.t) {
      case 'Str': put(value.c as string, marks, href); break;
      case 'Space': case 'SoftBreak': case 'LineBreak': put(' ', marks, href); break;
      case 'Code': case 'Math': put(content[1] as string, marks, href); break;
      case 'Quoted': { const [open, close] = (content[0] as Node).t === 'DoubleQuote' ? '“”' : '‘’'; put(open!, marks, href); walk(content[1], marks, href); put(close!, marks, href); break; }
      case 'Link': { const [address] = content[2] as [string]; walk(content[1], marks, /^https?:\/\//i.test(address) ? address : address.startsWith('#ref-') ? `#${address.slice(5)}` : href); break; }
      case 'Note': onNote(value.c); break;
      case 'Span': case 'Cite': walk(content[1], marks, href); break;
      case 'Para': case 'Plain': walk(value.c, marks, href); break;
      case 'Div': case 'LineBlock': walk(content[1] ?? value.c, marks, href); break;
      default: if (value.t in MARKS) { const mark = MARKS[value.t]!; walk(value.c, marks.includes(mark) ? marks : [...marks, mark], href); }
    }
  };
  walk(inlines, [], undefined);
  return runs.filter(run => run.text !== '');
}

export function plainSetText(text: SetText): string {
  return text.map(run => run.text).join('');
}

const TAGS: Readonly<Record<SetRun['marks'][number], readonly [string, string]>> = {
  italic: ['<em>', '</em>'], bold: ['<strong>', '</strong>'], 'small-caps': ['<span class="rapporteur-small-caps">', '</span>'], superscript: ['<sup>', '</sup>'], subscript: ['<sub>', '</sub>'],
};

/** @param escape turns a text into HTML that shows it, also within an attribute */
export function setTextHtml(text: SetText, escape: (text: string) => string): string {
  return text.map(({ text: words, marks, href }) => {
    const inner = marks.reduce((html, mark) => `${TAGS[mark][0]}${html}${TAGS[mark][1]}`, escape(visible(words)));
    return href === undefined ? inner : `<a href="${escape(href.startsWith('#') ? `#rapporteur-work-${href.slice(1)}` : href)}">${inner}</a>`;
  }).join('');
}

/** Characters that turn the direction of what follows are shown instead of obeyed. */
export function visible(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069]/g, character => `[U+${character.charCodeAt(0).toString(16).toUpperCase()}]`);
}
