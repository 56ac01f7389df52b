export interface Package {
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  /** Of the packed file. */
  readonly bytes: number;
  readonly withoutPandoc: number;
}
export declare const BUDGETS: { readonly all: number; readonly withoutPandoc: number };
export declare function makePackage(file: string): Promise<Package>;
/** What is wrong with a package, a sentence each. */
export declare function troublesOf(made: Package): string[];
export declare function sizeOf(bytes: number): string;
