import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Document, type Node } from 'yaml';
import type { Problem, Span } from '../text.ts';
import { readPlainYaml } from './plainYaml.ts';
import { problem } from './problems.ts';
import { yamlFault } from '../faults.ts';
import { t } from '../l10n.ts';

/** A YAML value that knows where it stands. Scalars keep their source text: `1988` is the text `1988`, not a number. */
export type YamlNode = YamlScalar | YamlList | YamlMap;
export interface YamlScalar {
  readonly kind: 'scalar';
  /** `undefined` for null: nothing after the colon, `~` or `null`. */
  readonly text: string | undefined;
  readonly span: Span;
  /** Where the first character of `text` stands in the file, if `text` stands there letter by letter; else `undefined`. */
  readonly textStart: number | undefined;
}
export interface YamlList {
  readonly kind: 'list';
  readonly items: YamlNode[];
  readonly span: Span;
}
export interface YamlMap {
  readonly kind: 'map';
  readonly entries: Map<string, YamlEntry>;
  readonly span: Span;
}
export interface YamlEntry {
  readonly key: Span;
  readonly value: YamlNode;
}

export interface YamlReading {
  readonly root: YamlNode | undefined;
  readonly problems: readonly Problem[];
}

/** Bounds on what a file may make of its bytes: see `test/core/corpus/yaml.test.ts` for the bombs they stop. */
const MAX_DEPTH = 50;
const MAX_ALIASES = 100;
const MAX_NODES = 100_000;

/**
 * Reads one YAML document between two offsets of a file: core schema, no custom tags, no merge keys. Never throws.
 * Where the whole cannot be parsed, each top-level key is read by itself and only the broken ones are lost.
 */
export function readYaml(text: string, start = 0, end = text.length): YamlReading {
  const plain = readPlainYaml(text, start, end);
  return plain === undefined ? readFullYaml(text, start, end) : { root: plain, problems: [] };
}

/** As `readYaml`, by the library alone. */
export function readFullYaml(text: string, start = 0, end = text.length): YamlReading {
  const whole = parse(text.slice(start, end), start);
  if (whole.errors.length === 0) return whole.reading;
  const blocks = topLevelBlocks(text, start, end);
  if (blocks.length < 2) return { root: whole.reading.root?.kind === 'map' ? whole.reading.root : undefined, problems: whole.errors };
  const entries = new Map<string, YamlEntry>();
  const problems: Problem[] = [];
  for (const block of blocks) {
    const { reading, errors } = parse(text.slice(block.start, block.end), block.start);
    problems.push(...errors, ...reading.problems);
    if (errors.length > 0 || reading.root?.kind !== 'map') continue;
    for (const [key, entry] of reading.root.entries) {
      if (entries.has(key)) problems.push(problem('duplicate-key', entry.key, key));
      else entries.set(key, entry);
    }
  }
  return { root: { kind: 'map', entries, span: { start, end } }, problems: problems.length > 0 ? problems : whole.errors };
}

/** From each line that begins with `key:` to the next. */
function topLevelBlocks(text: string, start: number, end: number): Span[] {
  const heads: number[] = [];
  const head = /^[A-Za-z_][\w-]*[ \t]*:(?=[ \t\r\n]|$)/gmu;
  head.lastIndex = start;
  for (let match = head.exec(text); match !== null && match.index < end; match = head.exec(text)) heads.push(match.index);
  return heads.map((from, index) => ({ start: from, end: heads[index + 1] ?? end }));
}

/** The first error only: what follows it is mostly its echo. */
function parse(source: string, offset: number): { readonly reading: YamlReading; readonly errors: readonly Problem[] } {
  try {
    const document = parseDocument(source, {
      version: '1.2', schema: 'core', merge: false, resolveKnownTags: false, uniqueKeys: false, prettyErrors: false, keepSourceTokens: false, logLevel: 'silent',
    });
    const errors = [...document.errors, ...document.warnings].slice(0, 1).map(fault =>
      problem('bad-yaml', { start: offset + fault.pos[0], end: offset + Math.max(...fault.pos) }, yamlFault(fault)));
    const converter = new Converter(document, source, offset);
    const root = document.contents === null ? undefined : converter.convert(document.contents, 0);
    return { reading: { root, problems: converter.problems }, errors };
  } catch (error) {
    const code = error instanceof TooMuch || error instanceof RangeError ? 'too-deep' : 'bad-yaml';
    const words = error instanceof Error && !(error instanceof RangeError) ? error.message : t('more than {0} levels', MAX_DEPTH);
    return { reading: { root: undefined, problems: [] }, errors: [problem(code, { start: offset, end: offset }, words)] };
  }
}

class TooMuch extends Error {}

class Converter {
  readonly problems: Problem[] = [];
  readonly #document: Document;
  readonly #source: string;
  readonly #offset: number;
  #aliases = 0;
  #nodes = 0;

  constructor(document: Document, source: string, offset: number) {
    this.#document = document;
    this.#source = source;
    this.#offset = offset;
  }

  convert(node: unknown, depth: number): YamlNode {
    if (depth > MAX_DEPTH) throw new TooMuch(t('more than {0} levels', MAX_DEPTH));
    if (++this.#nodes > MAX_NODES) throw new TooMuch(t('more than {0} values', MAX_NODES));
    if (isAlias(node)) {
      if (++this.#aliases > MAX_ALIASES) throw new TooMuch(t('more than {0} aliases', MAX_ALIASES));
      const target = node.resolve(this.#document);
      return target === undefined ? { kind: 'scalar', text: undefined, span: this.#span(node), textStart: undefined } : this.convert(target, depth + 1);
    }
    if (isSeq(node)) {
      const items = node.items.map(item => this.convert(item, depth + 1));
      return { kind: 'list', items, span: this.#block(node, items.at(-1)) };
    }
    if (isMap(node)) {
      const entries = this.#entries(node.items, depth);
      return { kind: 'map', entries, span: this.#block(node, [...entries.values()].at(-1)?.value) };
    }
    return this.#scalar(node);
  }

  /** A block ends where its last value does, without the line ends that the library counts in. */
  #block(node: Node & { flow?: boolean | undefined }, last: YamlNode | undefined): Span {
    const span = this.#span(node);
    return node.flow === true || last === undefined ? span : { start: span.start, end: Math.max(span.start, last.span.end) };
  }

  #entries(pairs: readonly unknown[], depth: number): Map<string, YamlEntry> {
    const entries = new Map<string, YamlEntry>();
    for (const pair of pairs) {
      if (!isPair(pair)) continue;
      const key = this.convert(pair.key, depth + 1);
      if (key.kind !== 'scalar') {
        this.problems.push(problem('bad-yaml', key.span, t('a key is a word.')));
        continue;
      }
      const name = key.text ?? '';
      if (entries.has(name)) {
        this.problems.push(problem('duplicate-key', key.span, name));
        continue;
      }
      const value = pair.value === null ? undefined : this.convert(pair.value, depth + 1);
      const isNothing = value === undefined || (value.kind === 'scalar' && value.text === undefined && value.span.start === value.span.end);
      entries.set(name, { key: key.span, value: isNothing ? { kind: 'scalar', text: undefined, span: key.span, textStart: undefined } : value });
    }
    return entries;
  }

  #scalar(node: unknown): YamlScalar {
    const span = this.#span(node as Node);
    if (!isScalar(node) || node.value === null) return { kind: 'scalar', text: undefined, span, textStart: undefined };
    const text = typeof node.value === 'string' ? node.value : node.source ?? '';
    const start = span.start - this.#offset;
    if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') {
      return { kind: 'scalar', text, span: { start: span.start, end: span.start + this.#source.slice(start, span.end - this.#offset).trimEnd().length }, textStart: undefined };
    }
    const first = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? start + 1 : start;
    return { kind: 'scalar', text, span, textStart: this.#source.startsWith(text, first) ? first + this.#offset : undefined };
  }

  #span(node: Node): Span {
    const [start, end] = node.range ?? [0, 0];
    return { start: start + this.#offset, end: end + this.#offset };
  }
}

/** The value as plain data; keys without a value are left out. `__proto__` is a key like others, and changes nothing. */
export function plainValue(node: YamlNode): unknown {
  switch (node.kind) {
    case 'scalar': return node.text;
    case 'list': return node.items.map(plainValue);
    case 'map': {
      const value: Record<string, unknown> = {};
      for (const [key, entry] of node.entries) {
        if (entry.value.kind === 'scalar' && entry.value.text === undefined) continue;
        if (key === '__proto__') Object.defineProperty(value, key, { value: plainValue(entry.value), enumerable: true });
        else value[key] = plainValue(entry.value);
      }
      return value;
    }
  }
}
