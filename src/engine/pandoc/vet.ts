import type { Vetted, Vetting } from './types.ts';
import { t } from '../../core/l10n.ts';

/*
 * A draft may come from anybody, and pandoc's writers do what a document says: read a file that is named as a cover or a style
 * sheet, pass HTML and addresses on as they are. So a document is vetted between reading and writing.
 */

interface Node { readonly t: string; readonly c?: unknown }
type Attributes = [id: string, classes: string[], pairs: [string, string][]];
type Target = [address: string, title: string];

/** Metadata that says something about the text. All else could name files, or change how pandoc works. */
const METADATA = new Set([
  'title', 'subtitle', 'author', 'date', 'abstract', 'keywords', 'description', 'subject', 'lang', 'dir', 'nocite', 'references', 'link-citations',
  'link-bibliography', 'notes-after-punctuation', 'suppress-bibliography', 'reference-section-title', 'toc-title', 'publisher', 'rights', 'institute',
]);
/** HTML that a paper can need; none of these has attributes. */
const HARMLESS = /^<\/?(?:br|hr|sup|sub|b|i|em|strong|small|u|s|p|div|span|table|thead|tbody|tr|td|th|caption|ul|ol|li|blockquote|wbr)\s*\/?>$/i;
const SAFE_ADDRESS = /^(?:https?:|mailto:|doi:|tel:|#|[^:/?#]*(?:[/?#]|$))/i;

/**
 * Takes out of a document, in pandoc's JSON, what may not leave the editor: HTML beyond simple tags, addresses that run
 * something, attributes that a browser would act on, metadata that names files. Tells which images and works the document names.
 */
export function vetDocument(json: Uint8Array, { renamesImages }: Vetting): { readonly output: Uint8Array; readonly vetted: Vetted } {
  const document = JSON.parse(new TextDecoder().decode(json)) as { meta: Record<string, Node>; blocks: unknown };
  const vet = new Vet(renamesImages);
  const meta = Object.fromEntries(Object.entries(document.meta).filter(([key]) => METADATA.has(key)).map(([key, value]) => [key, vet.node(value)]));
  const output = new TextEncoder().encode(JSON.stringify({ ...document, meta, blocks: vet.node(document.blocks) }));
  return { output, vetted: vet.vetted() };
}

class Vet {
  readonly #renamesImages: boolean;
  readonly #images = new Map<string, string>();
  readonly #citekeys = new Set<string>();
  #html = 0;
  #addresses = 0;

  constructor(renamesImages: boolean) {
    this.#renamesImages = renamesImages;
  }

  vetted(): Vetted {
    return {
      images: [...this.#images].map(([target, name]) => ({ target, name })),
      citekeys: [...this.#citekeys],
      left: [
        ...this.#html === 0 ? [] : [this.#html === 1 ? t('HTML was left out in 1 place.') : t('HTML was left out in {0} places.', this.#html)],
        ...this.#addresses === 0 ? [] : [this.#addresses === 1 ? t('A link was left out: only addresses of pages and of mail are kept.') : t('{0} links were left out: only addresses of pages and of mail are kept.', this.#addresses)],
      ],
    };
  }

  node(value: unknown): unknown {
    if (Array.isArray(value)) { return value.map(part => this.node(part)); }
    if (typeof value !== 'object' || value === null) { return value; }
    if (!('t' in value)) { return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.node(part)])); }
    const { t, c } = value as Node;
    switch (t) {
      case 'RawInline': case 'RawBlock': return this.#raw(t, c as [string, string]);
      case 'Link': return this.#link(c as [Attributes, unknown, Target]);
      case 'Image': return this.#image(c as [Attributes, unknown, Target]);
      case 'Cite': for (const { citationId } of (c as [{ citationId: string }[]])[0]) { this.#citekeys.add(citationId); } break;
      case 'Str': case 'MetaString': return value;
    }
    return Array.isArray(c) ? { t, c: c.map(part => (isAttributes(part) ? attributesOf(part) : this.node(part))) } : { ...value, ...c === undefined ? {} : { c: this.node(c) } };
  }

  #raw(t: string, [format, text]: [string, string]): Node {
    if (!/^html/.test(format) || HARMLESS.test(text.trim())) { return { t, c: [format, text] }; }
    if (!/^<!--/.test(text)) { this.#html += 1; }
    return { t, c: ['html', ''] };
  }

  #link([attributes, text, [address, title]]: [Attributes, unknown, Target]): Node {
    if (SAFE_ADDRESS.test(address.trim())) { return { t: 'Link', c: [attributesOf(attributes), this.node(text), [address, title]] }; }
    this.#addresses += 1;
    return { t: 'Span', c: [['', [], []], this.node(text)] };
  }

  #image([attributes, text, [target, title]]: [Attributes, unknown, Target]): Node {
    const name = this.#images.get(target) ?? `image-${this.#images.size + 1}${/\.[a-z0-9]{1,5}(?=$|[?#])/i.exec(target)?.[0].toLowerCase() ?? ''}`;
    this.#images.set(target, name);
    return { t: 'Image', c: [attributesOf(attributes), this.node(text), [this.#renamesImages ? name : target, title]] };
  }
}

function isAttributes(value: unknown): value is Attributes {
  return Array.isArray(value) && value.length === 3 && typeof value[0] === 'string' && Array.isArray(value[1]) && Array.isArray(value[2]);
}

function attributesOf([id, classes, pairs]: Attributes): Attributes {
  return [id, classes, pairs.filter(([key]) => !/^(?:on|src|href|form|style$|action)/i.test(key))];
}
