import { Document, isSeq, Scalar } from 'yaml';
import type { TextEdit } from '../text.ts';
import { findFrontMatter } from './frontMatter.ts';
import { readYaml, type YamlNode } from './yaml.ts';

/**
 * Gives the entry of a file another name. The old one is kept among its aliases, so that it is still recognised where it
 * stays: in quotations, and in drafts elsewhere.
 * @returns `undefined` for a file whose front matter cannot be read
 */
export function renameInEntry(text: string, newName: string, keep: string | undefined): readonly TextEdit[] | undefined {
  const { yaml } = findFrontMatter(text);
  const root = yaml && readYaml(text, yaml.start, yaml.end).root;
  if (yaml === undefined || root?.kind !== 'map') return undefined;
  const lineEnd = text.slice(0, yaml.start).endsWith('\r\n') ? '\r\n' : '\n';
  const name = root.entries.get('name');
  const alias = keep === undefined ? undefined : scalar(keep);
  const aliases = root.entries.get('aliases')?.value;
  const written = name !== undefined && (name.value.kind !== 'scalar' || name.value.text !== undefined);
  const kept = alias === undefined ? undefined : aliases === undefined ? `${lineEnd}aliases: [${alias}]` : aliasEdit(text, aliases, alias, lineEnd);
  if (!written) {
    // A colon without a value ends in the column of its key: the name goes behind it.
    const at = name === undefined ? yaml.start : text.indexOf(':', name.key.end) + 1;
    const newText = name === undefined ? `name: ${scalar(newName)}${lineEnd}` : ` ${scalar(newName)}`;
    return [{ span: { start: at, end: at }, newText }, ...typeof kept === 'object' ? [kept] : []];
  }
  const { span } = name.value;
  return [
    { span, newText: typeof kept === 'string' ? `${scalar(newName)}${kept}` : scalar(newName) },
    ...typeof kept === 'object' ? [kept] : [],
  ];
}

/** One more item for a list in brackets, a list of lines, or a single word. */
function aliasEdit(text: string, node: YamlNode, alias: string, lineEnd: string): TextEdit {
  const { start, end } = node.span;
  if (node.kind === 'scalar' && node.text === undefined) {
    const at = text.indexOf(':', start) + 1;
    return { span: { start: at, end: at }, newText: ` [${alias}]` };
  }
  if (node.kind !== 'list') return { span: node.span, newText: `[${text.slice(start, end)}, ${alias}]` };
  const last = node.items.at(-1);
  if (text[start] === '[') {
    const at = last?.span.end ?? start + 1;
    return { span: { start: at, end: at }, newText: last === undefined ? alias : `, ${alias}` };
  }
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  return { span: { start: end, end }, newText: `${lineEnd}${indent}- ${alias}` };
}

/** A name as YAML that reads back as the same text, also within brackets. */
function scalar(text: string): string {
  const document = new Document([text], { version: '1.2', schema: 'failsafe' });
  if (isSeq(document.contents)) {
    document.contents.flow = true;
    const [item] = document.contents.items;
    if (item instanceof Scalar && LOOKS_EMPTY.test(text)) item.type = Scalar.QUOTE_DOUBLE;
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false, doubleQuotedMinMultiLineLength: 10_000 }).trim().slice(1, -1);
}

/** A word that YAML's core schema takes for null would be read as nothing. */
const LOOKS_EMPTY = /^(?:~|null|Null|NULL|)$/;
