/**
 * Words that the writer reads, in the language of the editor. English is written in the code and is the key; whoever
 * knows the language hands the others in once, before anything is shown: `src/vscode/l10n.ts` to the extension, and from
 * there to threads and to the page of the timeline. Without that, as in a terminal, it stays English.
 */
export type Translations = Readonly<Record<string, string>>;

let translations: Translations = {};

export function setTranslations(known: Translations): void {
  translations = known;
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
