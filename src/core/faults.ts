/** What parsers of YAML and JSON say is wrong, in the words of those who write the files. */
import { t, toTranslate } from './l10n.ts';

const QUOTE = toTranslate('put the whole value between quotation marks.');
const ALIGN = toTranslate('lines that belong together begin under each other.');
const WORDS = toTranslate({
  // `cite: @khan2022`
  BAD_SCALAR_START: QUOTE, BAD_ALIAS: QUOTE, TAG_RESOLVE_FAILED: QUOTE,
  BLOCK_AS_IMPLICIT_KEY: 'a value with a colon in it stands between quotation marks, and keys that belong together begin under each other.',
  MULTILINE_IMPLICIT_KEY: 'after a key stand a colon and a blank.',
  BAD_INDENT: ALIGN,
  MISSING_CHAR: ALIGN,
  TAB_AS_INDENT: 'lines are moved in by blanks, not by tabs.',
  BAD_DQ_ESCAPE: 'between double quotation marks a \\ is written twice.',
});
const OPEN_QUOTE = toTranslate('a quotation mark is not closed.');
const OPEN_BRACKET = toTranslate('a bracket is not closed.');
const STRAY = toTranslate('something here does not belong; where it is part of a value, put the whole value between quotation marks.');

/** @param fault an error or a warning of the YAML parser */
export function yamlFault({ code, message }: { readonly code: string; readonly message: string }): string {
  if (/Missing closing .*quote/.test(message)) { return t(OPEN_QUOTE); }
  if (/^Flow .* end with/.test(message)) { return t(OPEN_BRACKET); }
  return t((WORDS as Readonly<Record<string, string>>)[code] ?? STRAY);
}

const JSON_WORDS = [
  [/double-quoted property name/, toTranslate('a comma is too many, or a key lacks its quotation marks.')],
  [/^Expected ':'/, toTranslate('after a key stands a colon.')],
  [/^Expected ',/, toTranslate('a comma or a closing bracket is missing.')],
  [/Unterminated string|control character/, OPEN_QUOTE],
  [/end of JSON/, OPEN_BRACKET],
] as const;

/** @param error what `JSON.parse` threw */
export function jsonFault(error: unknown): string {
  return t(JSON_WORDS.find(([said]) => said.test((error as Error).message))?.[1] ?? STRAY);
}
