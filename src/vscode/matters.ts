import { readDraftMatter, type DraftMatter } from '../core/bibliography/draftMatter.ts';
import type { BibliographyReader } from '../engine/bibliography/bibliographyReader.ts';

/** In characters: YAML is slow, and a longer front matter is read by the worker. */
const MOST_HERE = 3000;
/** Texts whose reading is remembered. */
const MOST_KEPT = 50;

/** Front matters and project files, each text read once: short ones at once, long ones by the worker. */
export class Matters {
  readonly #reader: BibliographyReader;
  readonly #changed: () => void;
  readonly #known = new Map<string, DraftMatter | 'reading'>();

  /** @param changed told when a text that was handed to the worker has been read */
  constructor(reader: BibliographyReader, changed: () => void) {
    this.#reader = reader;
    this.#changed = changed;
  }

  /** `undefined` while the worker reads it. */
  read(text: string): DraftMatter | undefined {
    const known = this.#known.get(text);
    if (known !== undefined) { return known === 'reading' ? undefined : known; }
    if (text.length <= MOST_HERE) { return this.#keep(text, readDraftMatter(text)); }
    this.#keep(text, 'reading');
    void this.#reader.readMatter(text).catch(() => readDraftMatter('')).then(matter => { this.#keep(text, matter); this.#changed(); });
    return undefined;
  }

  #keep<T extends DraftMatter | 'reading'>(text: string, matter: T): T {
    this.#known.delete(text);
    this.#known.set(text, matter);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KEPT && oldest !== undefined) { this.#known.delete(oldest); }
    return matter;
  }
}
