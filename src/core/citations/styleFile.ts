/** Styles that come with the extension, in `media/styles`. */
export const STYLES = ['chicago-author-date', 'chicago-notes', 'apa', 'mla', 'un-editorial'] as const;
export type StyleName = (typeof STYLES)[number];
/** Pandoc's own. */
export const DEFAULT_STYLE: StyleName = 'chicago-author-date';

/** Styles of the CSL project by the names under which others know them, for front matters that name one of ours. */
const OTHER_NAMES: Readonly<Record<string, StyleName>> = {
  'chicago-fullnote-bibliography': 'chicago-notes', 'modern-language-association': 'mla', 'american-psychological-association': 'apa',
};

/** `apa`, `apa.csl` and `https://www.zotero.org/styles/apa` name a style that comes along; other paths and addresses none. */
export function bundledStyle(name: string): StyleName | undefined {
  const bare = name.replace(/^https?:\/\/(?:www\.)?zotero\.org\/styles\//, '').replace(/\.csl$/i, '');
  return STYLES.find(style => style === bare) ?? (Object.hasOwn(OTHER_NAMES, bare) ? OTHER_NAMES[bare] : undefined);
}

/** Why a text cannot be used as a style; `undefined` when nothing speaks against it at first sight. */
export function styleTrouble(text: string): 'no-style' | 'dependent' | 'doctype' | undefined {
  if (/<!DOCTYPE/i.test(text)) { return 'doctype'; }
  if (!/<style\b[^>]*xmlns\s*=\s*["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/.test(text) || !/<\/style>\s*$/.test(text)) { return 'no-style'; }
  return /<citation[\s>]/.test(text) ? undefined : 'dependent';
}

/** Whether a style sets citations as notes. */
export function isNoteStyle(text: string): boolean {
  return /<style\b[^>]*\bclass\s*=\s*["']note["']/.test(text);
}

/** Whether a style names works by numbers. */
export function isNumberedStyle(text: string): boolean {
  return /\bvariable\s*=\s*["']citation-number["']/.test(text);
}
