import { beginsFreely, endOfAddress, endOfKey, endsFreely, LocalParts } from './boundaries.ts';
import { ANY, CAPITALS, caseFits, classesOf, GENERIC, LOWER } from './case.ts';
import { FOLD, IGNORED, isWordUnit, NONE, SLOW } from './fold.ts';
import { APART, Gap, JOINED } from './separators.ts';
import { EdgeTable, Ints, WordTable } from './tables.ts';
import type { Lexicon, NameEntry, NameMatch } from './types.ts';
import { foldWord, nextHash, WordScanner } from './words.ts';

/** A name of more words than this is nothing that prose repeats; it is left out, which bounds the work at every word of a text. */
const MAX_WORDS = 40;
/** A name in small letters or with one capital is found in capitals throughout from this length on, as in a heading. */
const MIN_SHOUTED = 4;
/** Ways to write one and the same row of words (capitals, accents); more than this are left out. */
const MAX_FORMS = 64;
const KINDS = ['preferred', 'alias', 'metonym'] as const;
const S = 0x73;
const POINT = 0x2e;
const SMALL_A = 0x61;
const NOT_ASCII = 0xff80;
/** `J.M.` and `J. M.`, which a text may write either way. */
const INITIALS = /\b\p{Lu}\.\s*\p{Lu}\./u;

/**
 * Prepares all names for one pass over a text: a trie of folded words in typed arrays.
 *
 * A blank, a hyphen and a soft line break between words are equal, accents are optional, apostrophes are equal, `U.N.` is
 * `UN`. Names that are capitals throughout (`US`, `P5`) are found only so; capitalised words only capitalised, or in a heading
 * in capitals. `Sihanouk’s` is found without its `’s`; a plural in `-s` or `-ies` is found unless the entry says `plural: false`.
 */
export function buildLexicon<T>(entries: Iterable<NameEntry<T>>): Lexicon<T> {
  const trie = new Trie<T>();
  for (const entry of entries) trie.add(entry);
  return trie.seal();
}

interface Word {
  readonly text: string;
  readonly folded: string;
  readonly hash: number;
  /** The code of the gap before it. */
  readonly gap: number;
}

/** A name at the node where its last word ends, with all who bear it; `next` is a name written otherwise at the same node. */
interface Form<T> {
  readonly words: readonly string[];
  readonly classes: readonly number[];
  readonly bearers: Set<T>;
  /** The bearers, once all names are in. */
  targets: readonly T[];
  readonly kind: 0 | 1 | 2;
  readonly plural: boolean;
  readonly shouted: boolean;
  readonly next: Form<T> | undefined;
}

class Trie<T> implements Lexicon<T> {
  size = 0;
  readonly #words = new WordTable();
  readonly #edges = new EdgeTable();
  /** Word -> node of the names that begin with it, 0 for none. */
  readonly #roots = new Ints();
  readonly #forms: (Form<T> | undefined)[] = [undefined];
  readonly #firstHashes = new Ints();
  readonly #smallHashes = new Ints();
  /** Bits of the hashes of words that begin a name: most words of a text are turned away here. */
  #firstWords = new Uint8Array(1);
  /** The same for words in small letters, which `Peace` in `Peace of Paris` does not let begin a name. */
  #smallFirstWords = new Uint8Array(1);
  readonly #scanner = new WordScanner();
  readonly #gap = new Gap();
  /** Where the words of the name under way begin and end. */
  readonly #starts = new Int32Array(MAX_WORDS + 1);
  readonly #ends = new Int32Array(MAX_WORDS + 1);

  constructor() {
    this.#roots.push(0);
  }

  add(entry: NameEntry<T>): void {
    const words = this.#split(entry.text);
    if (words.length === 0 || words.length > MAX_WORDS) return;
    this.size++;
    this.#insert(words, entry);
    const last = words[words.length - 1]!;
    const ies = entry.plural === false ? undefined : irregularPlural(last.text);
    if (ies !== undefined) this.#insert([...words.slice(0, -1), this.#word(ies, last.gap)], { ...entry, plural: false });
    if (INITIALS.test(entry.text)) {
      this.#insert(this.#split(entry.text.replaceAll('.', '. ')), entry);
      this.#insert(this.#split(entry.text.replace(/(?<=\b\p{Lu}\.)\s+(?=\p{Lu}\.)/gu, '')), entry);
    }
  }

  #insert(words: readonly Word[], entry: NameEntry<T>): void {
    let node = 0;
    for (const word of words) {
      const id = this.#words.add(word.hash, word.folded);
      while (this.#roots.length <= id) this.#roots.push(0);
      if (node === 0) {
        if (this.#roots.data[id] === 0) this.#firstHashes.push(word.hash);
        node = this.#roots.data[id] = this.#roots.data[id]! || this.#edges.add(0, id, JOINED);
      } else node = this.#edges.add(node, id, word.gap);
    }
    const texts = words.map(word => word.text);
    const classes = classesOf(texts, words.map(word => word.folded));
    if (classes[0] === ANY || classes[0] === LOWER || classes[0] === GENERIC) this.#smallHashes.push(words[0]!.hash);
    const kind = KINDS.indexOf(entry.kind) as 0 | 1 | 2;
    const plural = entry.plural !== false && takesS(texts[texts.length - 1]!, classes);
    while (this.#forms.length <= node) this.#forms.push(undefined);
    let ways = 0;
    for (let form = this.#forms[node]; form !== undefined; form = form.next) {
      if (++ways === MAX_FORMS) return;
      if (form.kind === kind && form.plural === plural && form.words.every((word, i) => word === texts[i])) {
        form.bearers.add(entry.target);
        return;
      }
    }
    const shouted = texts.reduce((sum, text) => sum + text.length, 0) >= MIN_SHOUTED;
    const bearers = new Set([entry.target]);
    this.#forms[node] = { words: texts, classes, bearers, targets: [], kind, plural, shouted, next: this.#forms[node] };
  }

  /** Call once, after the last name. */
  seal(): Lexicon<T> {
    this.#firstWords = bitsOf(this.#firstHashes);
    this.#smallFirstWords = bitsOf(this.#smallHashes);
    for (const first of this.#forms) for (let form = first; form !== undefined; form = form.next) {
      form.targets = [...form.bearers];
      form.bearers.clear();
    }
    return this;
  }

  #word(text: string, gap: number): Word {
    this.#scanner.scan(text, 0, text.length);
    return { text, folded: foldWord(text, 0, text.length), hash: this.#scanner.hash, gap };
  }

  #split(name: string): Word[] {
    const words: Word[] = [];
    const scanner = this.#scanner;
    const gap = this.#gap;
    let i = 0;
    let code = JOINED;
    while (i < name.length && words.length <= MAX_WORDS) {
      if (!isWordUnit(name, i)) {
        i++;
        continue;
      }
      scanner.scan(name, i, name.length);
      if (scanner.end === i) {
        i++;
        continue;
      }
      const text = name.slice(i, scanner.end).replaceAll('.', '');
      words.push({ text, folded: foldWord(name, i, scanner.end), hash: scanner.hash, gap: code });
      const { length } = scanner;
      i = scanner.end;
      gap.read(name, i, name.length, length);
      code = gap.code;
      if (code !== APART) i = gap.end;
      else if (words.length > 0 && /[\p{L}\p{Nd}]/u.test(name.slice(i))) return [];
      else break;
    }
    return words;
  }

  find(text: string, start = 0, end = text.length): NameMatch<T>[] {
    const matches: NameMatch<T>[] = [];
    const stop = Math.min(end, text.length);
    const scanner = this.#scanner;
    const locals = new LocalParts();
    const roots = this.#roots.data;
    let i = Math.max(0, start);
    if (i > 0 && isWordUnit(text, i - 1)) while (i < stop && isWordUnit(text, i)) i++;
    while (i < stop) {
      const unit = text.charCodeAt(i);
      if (FOLD[unit]! <= IGNORED) {
        i = unit === 0x40 ? endOfKey(text, i, stop) : i + 1;
        continue;
      }
      // The common word, of plain letters only, is read here; a scanner costs too much for it.
      let hash = 0;
      let stemHash = 0;
      let last = 0;
      let wordEnd = i;
      let fold = NONE;
      // 0 as long as all are small ASCII letters or digits.
      let others = 0;
      for (; wordEnd < stop; wordEnd++) {
        const own = text.charCodeAt(wordEnd);
        fold = FOLD[own]!;
        if (fold <= SLOW) break;
        others |= own ^ fold | own & NOT_ASCII;
        stemHash = hash;
        hash = nextHash(hash, fold, wordEnd - i);
        last = fold;
      }
      let length = wordEnd - i;
      const after = text.charCodeAt(wordEnd);
      const isPlain = wordEnd === stop || fold === NONE && (length > 1 || after !== POINT);
      if (!isPlain) {
        scanner.scan(text, i, stop);
        ({ end: wordEnd, hash, stemHash, last, length } = scanner);
        if (wordEnd === i) {
          i++;
          continue;
        }
      }
      if (after === 0x3a && text.startsWith('//', wordEnd + 1) || after === POINT && length === 3 && /^www$/i.test(text.slice(i, wordEnd))) {
        i = endOfAddress(text, wordEnd, stop);
        continue;
      }
      if (wordEnd === stop && isWordUnit(text, stop) && (isPlain || !scanner.dotted)) break;
      const isStem = last === S && length > 2;
      const firstWords = isPlain && others === 0 && unit >= SMALL_A ? this.#smallFirstWords : this.#firstWords;
      if (!mayHold(firstWords, hash) && !(isStem && mayHold(firstWords, stemHash))) {
        i = wordEnd;
        continue;
      }
      if (isPlain) scanner.scan(text, i, stop);
      const word = this.#words.find(hash, text, i, wordEnd, 0);
      const stem = isStem ? this.#words.find(stemHash, text, i, wordEnd, 1) : 0;
      const match = word !== 0 && roots[word] !== 0 || stem !== 0 && roots[stem] !== 0
        ? this.#longest(text, i, wordEnd, stop, word, stem) : undefined;
      if (match === undefined || locals.holds(text, match.end)) {
        i = wordEnd;
        continue;
      }
      matches.push(match);
      i = match.end;
    }
    return matches;
  }

  /** The longest name that begins with the word at `start`. */
  #longest(text: string, start: number, firstEnd: number, stop: number, firstWord: number, firstStem: number): NameMatch<T> | undefined {
    if (!beginsFreely(text, start)) return undefined;
    const scanner = this.#scanner;
    const gap = this.#gap;
    const edges = this.#edges;
    let node = this.#roots.data[firstWord]!;
    let stemNode = this.#roots.data[firstStem]!;
    let best: NameMatch<T> | undefined;
    let length = scanner.length;
    for (let count = 1; ; count++) {
      const end = count === 1 ? firstEnd : scanner.end;
      this.#starts[count - 1] = count === 1 ? start : gap.end;
      this.#ends[count - 1] = end;
      if (end < stop || !isWordUnit(text, stop) || scanner.dotted) best = this.#names(text, node, stemNode, count) ?? best;
      if (node === 0 || count === MAX_WORDS || end >= stop) return best;
      gap.read(text, end, stop, length);
      if (gap.code === APART || gap.end >= stop) return best;
      scanner.scan(text, gap.end, stop);
      if (scanner.end === gap.end) return best;
      length = scanner.length;
      const word = this.#words.find(scanner.hash, text, gap.end, scanner.end, 0);
      const stem = scanner.last === S && length > 2 ? this.#words.find(scanner.stemHash, text, gap.end, scanner.end, 1) : 0;
      const from = node;
      node = word === 0 ? 0 : edges.find(from, word, gap.code);
      stemNode = stem === 0 ? 0 : edges.find(from, stem, gap.code);
      if (node === 0 && stemNode === 0) return best;
    }
  }

  /** The names of the node, or else of the node of the singular, whose case fits the text. */
  #names(text: string, node: number, stemNode: number, count: number): NameMatch<T> | undefined {
    const end = this.#ends[count - 1]!;
    if (this.#forms[node] === undefined && this.#forms[stemNode] === undefined || !endsFreely(text, end)) return undefined;
    return this.#fitting(text, this.#forms[node], count, 0) ?? this.#fitting(text, this.#forms[stemNode], count, 1);
  }

  #fitting(text: string, first: Form<T> | undefined, count: number, plural: 0 | 1): NameMatch<T> | undefined {
    let targets: readonly T[] | undefined;
    let kind: number = KINDS.length;
    for (let form = first; form !== undefined; form = form.next) {
      if (plural === 1 && !form.plural || !this.#caseFits(text, form, count, plural)) continue;
      kind = Math.min(kind, form.kind);
      targets = targets === undefined ? form.targets : [...new Set([...form.targets, ...targets])];
    }
    return targets && { start: this.#starts[0]!, end: this.#ends[count - 1]!, targets, kind: KINDS[kind]! };
  }

  #caseFits(text: string, form: Form<T>, count: number, plural: 0 | 1): boolean {
    if (plural === 1 && form.classes[count - 1] === CAPITALS && text.charCodeAt(this.#ends[count - 1]! - 1) !== S) return false;
    for (let i = 0; i < count; i++) {
      const end = this.#ends[i]! - (i === count - 1 ? plural : 0);
      if (!caseFits(form.classes[i]!, text, this.#starts[i]!, end, form.words[i]!, form.shouted)) return false;
    }
    return true;
  }
}

/** A set of hashes as bits. */
function bitsOf(hashes: Ints): Uint8Array<ArrayBuffer> {
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const bits = new Uint8Array(size);
  for (const hash of hashes.data.subarray(0, hashes.length)) {
    const at = hash ^ hash >>> 15;
    bits[at >>> 3 & size - 1]! |= 1 << (at & 7);
  }
  return bits;
}

/** Whether a hash may be in the set; wrong now and then for yes, never for no. */
function mayHold(bits: Uint8Array, hash: number): boolean {
  const at = hash ^ hash >>> 15;
  return (bits[at >>> 3 & bits.length - 1]! & 1 << (at & 7)) !== 0;
}

/** `NGOs`, `Khmers`, `the Paris conferences`; not `Laos` from `Lao`, nor a plural of what is one already. */
function takesS(last: string, classes: readonly number[]): boolean {
  const kind = classes[classes.length - 1]!;
  if (kind === CAPITALS) return /\p{Lu}$/u.test(last);
  return (last.length >= 4 || kind === LOWER || kind === GENERIC) && /[a-z]$/u.test(last) && !/(?:s|x|z|ch|sh|[^aeiou]y)$/u.test(last);
}

/** `parties` of `party`; the rest take `-s` or are left alone. */
function irregularPlural(last: string): string | undefined {
  return /[a-z]{2}[^aeiou]y$/u.test(last) ? `${last.slice(0, -1)}ies` : undefined;
}
