import { parseEdtf } from '../dates/edtf.ts';
import { edtfInWords, edtfOf, interval, kindFrom, type Imported, type ImportedEvent, type ImportProblem } from './imports.ts';
import { t } from '../l10n.ts';

/** Letters of a line in which a date is looked for. */
const LONGEST_DATE = 120;
/** How a line begins that is meant as a date, whatever comes of it. */
const MEANT = /^\s*(?:-?\d{1,4}\b|(?:now|today|before|after|by|since)\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)/iu;

/**
 * Reads a Markwhen text (https://docs.markwhen.com/syntax): `1989-07-30 - 1989-08-30: Paris conference #conference`, with
 * what stands below it up to the next date as its text. EDTF is taken as it is; the comments `// edtf: 1985~` and
 * `// title: …`, which our own export adds, come before the line above them. Dates that depend on other events or on today are told, not guessed.
 */
export function readMarkwhen(text: string): Imported {
  const events: ImportedEvent[] = [];
  const problems: ImportProblem[] = [];
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
  const isDayFirst = lines.slice(0, 60).some(line => /^\s*dateFormat:\s*d/u.test(line));
  let open: { readonly event: ImportedEvent; readonly more: string[] } | undefined;
  const close = () => {
    if (open === undefined) { return; }
    const { event, more } = open;
    events.push({ ...event, text: plain(more.join(' ')) });
    open = undefined;
  };
  for (let index = headerEnd(lines); index < lines.length; index++) {
    const line = lines[index]!;
    const comment = /^\s*\/\/\s*(.*)$/u.exec(line)?.[1];
    if (comment !== undefined) {
      const exact = parseEdtf(/^edtf:\s*(\S+)\s*$/u.exec(comment)?.[1] ?? '')?.edtf;
      if (exact !== undefined && open !== undefined) { open = { ...open, event: { ...open.event, edtf: exact } }; }
      const title = /^title:\s*(.+)$/u.exec(comment)?.[1];
      if (title !== undefined && open !== undefined) { open = { ...open, event: { ...open.event, title: title.trim() } }; }
      continue;
    }
    if (/^\s*(?:section|group|endsection|endgroup|end section|end group)\b/iu.test(line) || /^#{1,6}\s/u.test(line)) { close(); continue; }
    const found = eventIn(line, isDayFirst);
    if (found !== undefined) {
      close();
      const title = plain(found.rest.replace(/(?:^|\s)#[\p{L}\p{N}_-]+/gu, ' '));
      if (title === '') { problems.push({ line: index + 1, message: t('It has no title.') }); continue; }
      const tags = [...found.rest.matchAll(/(?:^|\s)#([\p{L}\p{N}_-]+)/gu)].map(tag => tag[1]!);
      open = { event: { title, edtf: found.edtf, wording: undefined, kind: kindFrom(tags), text: '', place: undefined, line: index + 1 }, more: [] };
    } else if (MEANT.test(line) && line.includes(':')) {
      close();
      problems.push({ line: index + 1, message: t('{0}: its date is not understood.', line.trim().slice(0, 80)) });
    } else if (!/^\s*#[\p{L}\p{N}_-]+:/u.test(line)) { open?.more.push(line); }
  }
  close();
  return { events, problems };
}

/** The first line after the front matter between `---`, or after `title:` and its like at the head. */
function headerEnd(lines: readonly string[]): number {
  if (lines[0]?.trim() === '---') {
    const end = lines.indexOf('---', 1);
    return end < 0 ? 0 : end + 1;
  }
  let index = 0;
  while (index < lines.length && (lines[index]!.trim() === '' || /^\s*(?:title|description|dateFormat|timezone|view|edit|ranges|entry|key|tags?)\s*:/iu.test(lines[index]!))) { index++; }
  return index;
}

/** The date before the last colon that has one before it, and what stands after: times have colons of their own. */
function eventIn(line: string, isDayFirst: boolean): { readonly edtf: string; readonly rest: string } | undefined {
  let found: { readonly edtf: string; readonly rest: string } | undefined;
  for (let colon = line.indexOf(':'); colon > 0 && colon < LONGEST_DATE; colon = line.indexOf(':', colon + 1)) {
    const edtf = rangeOf(line.slice(0, colon).trim(), isDayFirst);
    if (edtf !== undefined) { found = { edtf, rest: line.slice(colon + 1) }; }
  }
  return found;
}

function rangeOf(text: string, isDayFirst: boolean): string | undefined {
  const whole = dateOf(text, isDayFirst);
  if (whole !== undefined) { return whole; }
  const [, first, second] = /^(.+?)\s+(?:-|–|to)\s+(.+)$/u.exec(text) ?? /^([^/]+)\/([^/]+)$/u.exec(text) ?? [];
  if (first === undefined || second === undefined) { return undefined; }
  const from = dateOf(first, isDayFirst);
  // Now is when the file is read; the event was going on when it was written.
  const to = /^now$/iu.test(second.trim()) ? '..' : dateOf(second, isDayFirst);
  return from === undefined || to === undefined || from.includes('/') || to.includes('/') ? undefined : to === '..' ? parseEdtf(`${from}/..`)?.edtf : interval(from, to);
}

function dateOf(written: string, isDayFirst: boolean): string | undefined {
  // The hour is more than a corpus keeps.
  const text = written.trim().replace(/(\d)(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?$/iu, '$1');
  const [, one, two, year] = /^(\d{1,2})\/(?:(\d{1,2})\/)?(\d{4})$/u.exec(text) ?? [];
  if (year !== undefined) {
    if (two === undefined) { return edtfOf(Number(year), Number(one), undefined); }
    return isDayFirst ? edtfOf(Number(year), Number(two), Number(one)) : edtfOf(Number(year), Number(one), Number(two));
  }
  return /^-?\d{1,3}$/u.test(text) ? undefined : parseEdtf(text)?.edtf ?? edtfInWords(text);
}

/** Words without links, references and marks of progress. */
function plain(text: string): string {
  return text.replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/^\s*\[[ xX]\]\s*/u, '').replace(/\s+/gu, ' ').trim();
}
