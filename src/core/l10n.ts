/**
 * Words that the writer reads, in the language of the editor. English is written in the code and is the key; whoever
 * knows the language hands the others in once, before anything is shown: `src/vscode/l10n.ts` to the extension, and from
 * there to threads and to the page of the timeline. Without that, as in a terminal, it stays English.
 */
export type Translations = Readonly<Record<string, string>>;

let translations: Translations = {};
let language = 'en';

/** @param tag their language, as a BCP 47 tag */
export function setTranslations(known: Translations, tag = 'en'): void {
  translations = known;
  language = primary(tag);
}

const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0]!;

/**
 * Has the words of what `run` writes into a draft be in the draft's language, by its BCP 47 tag, where they can be: those that
 * were handed in when they are in that language, else English. What runs must not wait for anything.
 */
export function wordsIn<T>(tag: string, run: () => T): T {
  if (tag === '' || primary(tag) === language) { return run(); }
  const before = translations;
  translations = {};
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
