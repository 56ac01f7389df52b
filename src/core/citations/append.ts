import { stringify } from 'yaml';
import type { TextEdit } from '../text.ts';
import { readBibliography } from './bibliography.ts';
import type { BibliographyFormat } from './bibliographyFormat.ts';
import { toBiblatex } from './writeBiblatex.ts';
import { writeRis } from './writeRis.ts';
import type { CslItem } from './types.ts';

/**
 * The edit that puts references at the end of a bibliography, written as its neighbours are: same line ends, same indentation,
 * nothing else touched. References whose keys are there already are left out. `undefined` when the file is not understood
 * well enough to be added to, or when there is nothing to add.
 */
export function appendReferences(text: string, format: BibliographyFormat, items: readonly CslItem[]): TextEdit | undefined {
  const before = readBibliography(text, format).value;
  const known = new Set(before.map(({ item }) => item.id));
  const fresh = items.filter(item => !known.has(item.id));
  if (fresh.length === 0) { return undefined; }
  const edit = editFor(text, format, fresh);
  if (edit === undefined) { return undefined; }
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const newText = edit.newText.replace(/\r?\n/g, eol);
  // What was written is read back before anything is changed.
  const after = readBibliography(text.slice(0, edit.span.start) + newText + text.slice(edit.span.end), format).value.map(({ item }) => item.id);
  return [...known, ...fresh.map(item => item.id)].every(id => after.includes(id)) ? { span: edit.span, newText } : undefined;
}

function editFor(text: string, format: BibliographyFormat, items: readonly CslItem[]): TextEdit | undefined {
  switch (format) {
    case 'biblatex': case 'bibtex': return atEnd(text, items.map(item => toBiblatex(item, /^([ \t]+)[A-Za-z-]+[ \t]*=/m.exec(text)?.[1] ?? '  ')).join('\n\n'));
    case 'ris': return atEnd(text, writeRis(items).replaceAll('\r\n', '\n').trimEnd());
    case 'csljson': return inJson(text, items);
    case 'cslyaml': return inYaml(text, items);
  }
}

function atEnd(text: string, written: string): TextEdit {
  const end = text.trimEnd().length;
  return { span: { start: end, end: text.length }, newText: `${end === 0 ? '' : '\n\n'}${written}\n` };
}

function inJson(text: string, items: readonly CslItem[]): TextEdit | undefined {
  const before = readBibliography(text, 'csljson').value;
  const last = before.reduce<typeof before[number] | undefined>((found, entry) => (found === undefined || entry.span.end > found.span.end ? entry : found), undefined);
  if (last === undefined) {
    const close = text.lastIndexOf(']');
    const isEmpty = /^\s*\[\s*\]\s*$/.test(text);
    if (!isEmpty && text.trim() !== '') { return undefined; }
    const written = items.map(item => indented(item, '  ', '  ')).join(',\n');
    return isEmpty ? { span: { start: text.indexOf('[') + 1, end: close }, newText: `\n${written}\n` } : { span: { start: 0, end: text.length }, newText: `[\n${written}\n]\n` };
  }
  const lineStart = text.lastIndexOf('\n', last.span.start - 1) + 1;
  const lead = text.slice(lineStart, last.span.start);
  const isOnLine = /^[ \t]*$/.test(lead) && text.slice(0, last.span.start).includes('\n');
  const inside = /\n([ \t]+)"/.exec(text.slice(last.span.start, last.span.end))?.[1];
  const step = inside?.startsWith(lead) === true ? inside.slice(lead.length) : inside;
  const written = items.map(item => (step === undefined ? (isOnLine ? lead : '') + JSON.stringify(item) : indented(item, step, isOnLine ? lead : '')));
  return { span: { start: last.span.end, end: last.span.end }, newText: written.map(item => `,${isOnLine ? '\n' : ' '}${item}`).join('') };
}

function indented(item: CslItem, step: string, lead: string): string {
  return JSON.stringify(item, null, step).split('\n').map(line => lead + line).join('\n');
}

function inYaml(text: string, items: readonly CslItem[]): TextEdit | undefined {
  const lead = /^([ \t]*)- (?:id|type)/m.exec(text)?.[1] ?? '';
  const written = stringify(items, { lineWidth: 0 }).trimEnd().split('\n').map(line => lead + line).join('\n');
  if (text.trim() === '') { return { span: { start: 0, end: text.length }, newText: `references:\n${written}\n` }; }
  // Behind the list there may be the line that ends the document.
  const end = text.trimEnd().replace(/\r?\n(?:---|\.\.\.)$/, '').trimEnd().length;
  return { span: { start: end, end }, newText: `\n${written}${/^\r?\n/.test(text.slice(end)) ? '' : '\n'}` };
}
