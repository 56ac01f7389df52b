/** The part of pandoc-wasm that tests use; the package brings no types. */
declare module 'pandoc-wasm' {
  export function convert(
    options: Readonly<Record<string, unknown>>, stdin: string | null, files: Record<string, string | Blob>,
  ): Promise<{ stdout: string; stderr: string; warnings: unknown[] }>;
}
