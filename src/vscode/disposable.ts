/** An owner of things that listen: disposing it disposes all of them, the last one first. */
export abstract class Disposable {
  readonly #owned: { dispose(): void }[] = [];
  #isDisposed = false;

  /** Takes a value into ownership and hands it back. After disposal it is disposed at once: nothing leaks. */
  protected own<T extends { dispose(): void }>(value: T): T {
    if (this.#isDisposed) { value.dispose(); } else { this.#owned.push(value); }
    return value;
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const item of this.#owned.splice(0).reverse()) { item.dispose(); }
  }
}
