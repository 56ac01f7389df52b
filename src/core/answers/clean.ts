/**
 * Text of a corpus, a source or a bibliography as it is handed to a language model: what it says, and nothing that a reader
 * would not see or a program would follow. Signs that do not show, tags, pictures, links and addresses are left out.
 */
export function clean(text: string): string {
  return text.toWellFormed()
    .replace(/[\p{Cf}\p{Co}\p{Cn}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/<[a-z!/?][^<>]{0,500}>/gi, '')
    .replace(/!?\[([^[\]]{0,500})\]\([^()]{0,500}\)/g, '$1')
    .replace(/\b(?:[a-z][a-z0-9+.-]{1,20}:\/\/|(?:command|data|javascript|vscode|mailto|file):(?=\S))[^\s"'<>)\]]*/gi, '[address left out]');
}

/** Every text within a value, cleaned. */
export function cleanAll(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleanAll);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanAll(one)]));
}
