/** Whether a stream is to have colours: a terminal, unless the writer has said otherwise (https://no-color.org). */
export function wantsColours(stream: { readonly isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_COLOR: none = '', TERM: terminal } = env;
  return stream.isTTY === true && none === '' && terminal !== 'dumb';
}

export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
}

const painted = (code: number, end: number) => (text: string) => `\u001b[${code}m${text}\u001b[${end}m`;
const plain = (text: string) => text;

export const COLOURS: Paint = { strong: painted(1, 22), faint: painted(2, 22), error: painted(31, 39), warning: painted(33, 39) };
export const NO_COLOURS: Paint = { strong: plain, faint: plain, error: plain, warning: plain };

/** For what is printed on the standard output. */
export function paint(): Paint {
  return wantsColours(process.stdout, process.env) ? COLOURS : NO_COLOURS;
}

/** Text of a corpus, a source or a draft as a terminal may show it: nothing in it moves the cursor or turns the writing round. */
export function shown(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
}
