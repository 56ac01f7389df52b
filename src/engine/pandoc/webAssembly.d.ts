/** The part of WebAssembly that is used; the types of Node do not have it, and those of the browser do not belong here. */
declare namespace WebAssembly {
  class Module { readonly #private; }
  class Memory { readonly buffer: ArrayBuffer; }
  class Instance { readonly exports: object; }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: Readonly<Record<string, object>>): Promise<Instance>;
}
