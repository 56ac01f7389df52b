import { ALONE, expansion, FOLD, IGNORED, MANY, PAIR, SLOW, slowFold } from './fold.ts';

const FIRST_SIZE = 1 << 11;

/** A list of whole numbers that grows. */
export class Ints {
  data = new Int32Array(FIRST_SIZE);
  length = 0;

  push(value: number): number {
    if (this.length === this.data.length) this.data = doubled(this.data);
    this.data[this.length] = value;
    return this.length++;
  }
}

/** Distinct folded words, found by the hash that `WordScanner` computes while it reads. Word 0 is none. */
export class WordTable {
  #slots = new Int32Array(FIRST_SIZE);
  readonly #hashes = new Ints();
  /** Where each word begins in `#units`; one more entry than words. */
  readonly #starts = new Ints();
  #units = new Uint16Array(FIRST_SIZE);

  constructor() {
    this.#hashes.push(0);
    this.#starts.push(0);
    this.#starts.push(0);
  }

  get size(): number {
    return this.#hashes.length;
  }

  /** The number of a word, a new one when it was not known. */
  add(hash: number, folded: string): number {
    const known = this.find(hash, folded, 0, folded.length, 0);
    if (known !== 0) return known;
    if (this.size * 2 > this.#slots.length) this.#grow();
    const id = this.#hashes.push(hash);
    const start = this.#starts.data[id]!;
    if (start + folded.length > this.#units.length) {
      const units = new Uint16Array(Math.max(this.#units.length * 2, start + folded.length));
      units.set(this.#units);
      this.#units = units;
    }
    for (let i = 0; i < folded.length; i++) this.#units[start + i] = folded.charCodeAt(i);
    this.#starts.push(start + folded.length);
    this.#place(id);
    return id;
  }

  /** The word with this hash whose letters stand in the text, `dropped` folded units left out at the end; 0 for none. */
  find(hash: number, text: string, start: number, end: number, dropped: 0 | 1): number {
    const slots = this.#slots;
    const hashes = this.#hashes.data;
    const mask = slots.length - 1;
    let slot = mix(hash) & mask;
    for (let id = slots[slot]!; id !== 0; id = slots[slot]!) {
      if (hashes[id] === hash && this.#isWord(id, text, start, end, dropped)) return id;
      slot = slot + 1 & mask;
    }
    return 0;
  }

  #place(id: number): void {
    const mask = this.#slots.length - 1;
    let slot = mix(this.#hashes.data[id]!) & mask;
    while (this.#slots[slot] !== 0) slot = slot + 1 & mask;
    this.#slots[slot] = id;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 1; id < this.size; id++) this.#place(id);
  }

  #isWord(id: number, text: string, start: number, end: number, dropped: number): boolean {
    const units = this.#units;
    const stop = this.#starts.data[id + 1]!;
    let at = this.#starts.data[id]!;
    let left = 0;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      let fold = FOLD[unit]!;
      if (fold <= IGNORED) continue;
      if (fold === SLOW) {
        const kind = slowFold(unit);
        if (kind <= IGNORED) continue;
        if (kind === MANY) {
          for (const part of expansion(unit)) if (at >= stop) left++; else if (units[at++] !== part.charCodeAt(0)) return false;
          continue;
        }
        fold = kind === ALONE || kind === PAIR ? unit : kind;
      }
      if (at >= stop) left++;
      else if (units[at++] !== fold) return false;
    }
    return at === stop && left === dropped;
  }
}

/** Children of the nodes of a trie: (node, word, gap) -> node. Node 0 is the root. */
export class EdgeTable {
  #slots = new Int32Array(FIRST_SIZE);
  readonly #from = new Ints();
  readonly #word = new Ints();
  readonly #gap = new Ints();

  constructor() {
    this.#insert(-1, -1, -1);
  }

  /** Nodes so far, the root included. */
  get size(): number {
    return this.#from.length;
  }

  /** The child, a new one when there was none. */
  add(from: number, word: number, gap: number): number {
    const known = this.find(from, word, gap);
    if (known !== 0) return known;
    if (this.size * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 2);
      for (let node = 1; node < this.size; node++) this.#place(node);
    }
    const node = this.#insert(from, word, gap);
    this.#place(node);
    return node;
  }

  /** The child, or 0. */
  find(from: number, word: number, gap: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = mixEdge(from, word, gap) & mask;
    for (let node = slots[slot]!; node !== 0; node = slots[slot]!) {
      if (this.#word.data[node] === word && this.#from.data[node] === from && this.#gap.data[node] === gap) return node;
      slot = slot + 1 & mask;
    }
    return 0;
  }

  #insert(from: number, word: number, gap: number): number {
    this.#word.push(word);
    this.#gap.push(gap);
    return this.#from.push(from);
  }

  #place(node: number): void {
    const mask = this.#slots.length - 1;
    let slot = mixEdge(this.#from.data[node]!, this.#word.data[node]!, this.#gap.data[node]!) & mask;
    while (this.#slots[slot] !== 0) slot = slot + 1 & mask;
    this.#slots[slot] = node;
  }
}

function doubled(data: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(data.length * 2);
  grown.set(data);
  return grown;
}
function mix(hash: number): number {
  const mixed = Math.imul(hash ^ hash >>> 15, 0x2c1b3c6d);
  return mixed ^ mixed >>> 12;
}
function mixEdge(from: number, word: number, gap: number): number {
  return mix(Math.imul(from, 0x27d4eb2d) ^ Math.imul(word, 0x165667b1) ^ gap);
}
