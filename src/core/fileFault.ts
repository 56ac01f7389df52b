import { t, toTranslate } from './l10n.ts';

const GONE = toTranslate('there is no such file.');
const CLOSED = toTranslate('it may not be opened by you.');
const FOLDER = toTranslate('it is a folder.');
/** By the codes of Node and of the editor. */
const WORDS: Readonly<Record<string, string>> = { ENOENT: GONE, FileNotFound: GONE, EACCES: CLOSED, EPERM: CLOSED, NoPermissions: CLOSED, EISDIR: FOLDER, FileIsADirectory: FOLDER };

/** Why a file could not be read or started, in the writer's words; in those of the machine where it is a rare case. */
export function fileFault(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return Object.hasOwn(WORDS, code ?? '') ? t(WORDS[code!]!) : message ?? String(error);
}
