/** An element with attributes, and with children that are elements or plain text. Text never becomes markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Readonly<Record<string, string>> = {}, ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) { element.setAttribute(name, value); }
  element.append(...children);
  return element;
}

/** Where an element stands, by the style object: the page's policy forbids style attributes in markup, not this. */
export function place(element: HTMLElement, left: number, top: number, width?: number, height?: number): void {
  const { style } = element;
  style.left = `${Math.round(left)}px`;
  style.top = `${Math.round(top)}px`;
  if (width !== undefined) { style.width = `${Math.round(width)}px`; }
  if (height !== undefined) { style.height = `${Math.round(height)}px`; }
}

/**
 * What the page has still to do: a frame that is asked for, a layout under way, a pause that is waited for. Whether there is
 * anything stands on the body, so that whoever watches the page knows when it has come to rest.
 */
export class Pending {
  #count = 0;

  constructor() { this.#tell(); }

  begin(): void {
    if (this.#count++ === 0) { this.#tell(); }
  }

  end(): void {
    if (--this.#count === 0) { this.#tell(); }
  }

  #tell(): void { document.body.dataset['pending'] = this.#count === 0 ? '0' : '1'; }
}

/** Milliseconds of work between two breaths of the page. */
const SLICE = 8;

/** Lets the page breathe: after each slice of work, input and frames come first. A call within a slice takes no time. */
export function breathing(): () => Promise<void> {
  let until = performance.now() + SLICE;
  return async () => {
    if (performance.now() < until) { return; }
    await pause();
    until = performance.now() + SLICE;
  };
}

/** A message to oneself is not held back as a timer is, which waits four milliseconds each time. */
export function pause(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** Runs the last of many calls, once they pause. */
export function debounce(pending: Pending, delayMs: number, run: () => void): () => void {
  let isWaiting = false;
  let due = 0;
  const wait = (ms: number) => {
    setTimeout(() => {
      const left = due - performance.now();
      if (left > 0) { wait(left); return; }
      isWaiting = false;
      try { run(); } finally { pending.end(); }
    }, ms);
  };
  return () => {
    // A timer that runs already asks again when it is over: to set it anew takes longer than all else that a call does.
    due = performance.now() + delayMs;
    if (isWaiting) { return; }
    isWaiting = true;
    pending.begin();
    wait(delayMs);
  };
}
