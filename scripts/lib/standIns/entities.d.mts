export const NAMED: ReadonlyMap<string, string>;
export function decodeHTMLStrict(text: string): string;
