export const NEWEST_HOST: string;
export function ensureServer(name?: string, log?: (message: string) => void): { readonly node: string; readonly folder: string };
