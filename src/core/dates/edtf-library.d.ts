/** The part of the `edtf` package that we use: its grammar. The package brings no types. */
declare module 'edtf' {
  /** A node of its syntax tree. `true` or a set of bits says that all or some of the digits are qualified. */
  export interface EdtfNode {
    readonly type: 'Date' | 'Season' | 'Year' | 'Decade' | 'Century' | 'Interval' | 'List' | 'Set';
    readonly values: readonly unknown[];
    readonly approximate?: boolean | number;
    readonly uncertain?: boolean | number;
    /** Of a `Year`: how many of its digits are significant, `2` for `1950S2`. */
    readonly significant?: number;
  }
  /** @throws when the text is not EDTF */
  export function parse(text: string, constraints?: { readonly level?: number }): EdtfNode;
}
