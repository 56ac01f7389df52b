import type { CitekeyToken } from './citekey.ts';

/** A stretch that is not prose. */
export interface Region { readonly found: 'region'; readonly kind: RegionKind; readonly start: number; readonly end: number }
export type RegionKind = 'code' | 'math' | 'html' | 'link' | 'latex';

export interface RawItem {
  /** First character of the prefix, or of the key where there is none; blanks may come first. */
  readonly start: number;
  readonly prefixEnd: number;
  readonly key: CitekeyToken;
  readonly suffixStart: number;
  readonly suffixEnd: number;
}
/** A cluster with offsets in the paragraph. */
export interface RawCluster { readonly found: 'cluster'; readonly start: number; readonly end: number; readonly bracketed: boolean; readonly items: readonly RawItem[] }
export type Found = Region | RawCluster;

/** A text with its escapes undone, and where each code unit of it came from. */
export class Unescaped {
  text = '';
  readonly origins: number[] = [];
  add(written: string, origin: number): void {
    this.text += written;
    for (let unit = 0; unit < written.length; unit += 1) { this.origins.push(origin); }
  }
}

/** What was found, with every offset looked up. */
export function moved(found: Found, to: (offset: number) => number): Found {
  const span = { start: to(found.start), end: to(found.end) };
  if (found.found === 'region') { return { ...found, ...span }; }
  return { ...found, ...span, items: found.items.map(item => ({
    start: to(item.start), prefixEnd: to(item.prefixEnd), suffixStart: to(item.suffixStart), suffixEnd: to(item.suffixEnd),
    key: { ...item.key, start: to(item.key.start), end: to(item.key.end) },
  })) };
}
