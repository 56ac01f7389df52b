/**
 * Words that the writer reads, in the language of the editor. English is written in the code and is the key; whoever
 * knows the language hands the others in once, before anything is shown: `src/vscode/l10n.ts` to the extension, and from
 * there to threads and to the page of the timeline. Without that, as in a terminal, it stays English.
 */
export type Translations = Readonly<Record<string, string>>;

let translations: Translations = {};
let language = 'en';
/** Words of other languages than the writer's, for drafts that are in them. */
const others = new Map<string, Translations>();

/** @param tag their language, as a BCP 47 tag */
export function setTranslations(known: Translations, tag = 'en'): void {
  translations = known;
  language = primary(tag);
}

/** `fr` of `fr-CA`. */
export function primary(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0]!;
}

/** Whether there is nothing to hand in for drafts in a language: they are in the writer's, in English, or it was done. */
export function hasWordsIn(tag: string): boolean {
  return ['', 'en', language].includes(primary(tag)) || others.has(primary(tag));
}

/** Hands in the words for drafts in another language than the writer's, by its BCP 47 tag. */
export function addTranslations(known: Translations, tag: string): void {
  others.set(primary(tag), known);
}

/**
 * Has the words of what `run` writes into a draft be in the draft's language, by its BCP 47 tag, where they were handed in, else
 * in English. What runs must not wait for anything.
 */
export function wordsIn<T>(tag: string, run: () => T): T {
  if (tag === '' || primary(tag) === language) { return run(); }
  const before = translations;
  translations = others.get(primary(tag)) ?? {};
  try { return run(); } finally { translations = before; }
}

let dateLanguage: 'en' | 'fr' = 'en';

/** The language of dates where nothing says otherwise: that of the editor. */
export function setDateLanguage(lang: 'en' | 'fr'): void {
  dateLanguage = lang;
}

export function usualDateLanguage(): 'en' | 'fr' {
  return dateLanguage;
}

/** What was handed in, for those who have to hand it on. */
export function currentTranslations(): Translations {
  return translations;
}

/** `t('{0} works', 3)`: the words in the writer's language, with the values in their places. */
export function t(message: string, ...values: readonly (string | number)[]): string {
  const words = Object.hasOwn(translations, message) ? translations[message]! : message;
  return values.length === 0 ? words : words.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
}

/** Marks a table of words that are translated where they are used: `t(WORDS[kind])`. */
export function toTranslate<const T>(table: T): T {
  return table;
}
