/**
 * Calls over a message port: each is answered once, may tell of its progress before, and can be cancelled. Used between the
 * extension host and a worker thread, and between a worker and the child process that reads documents.
 */

/** One end of a channel; what a thread, a port and a child process have in common. */
export interface Channel {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((value: unknown) => void) | undefined;
}

/** What a call can do besides returning. */
export interface CallContext {
  readonly isCancelled: () => boolean;
  readonly progress: (value: unknown) => void;
}

type Message =
  | { readonly type: 'call'; readonly id: number; readonly method: string; readonly argument: unknown }
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'progress'; readonly id: number; readonly value: unknown }
  | { readonly type: 'value'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly message: string; readonly code: string }
  | { readonly type: 'event'; readonly name: string; readonly value: unknown };

/** What the other end says it could not do. `code` tells the edge which sentence to say. */
export class RemoteError extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** Asks the other end. When the channel ends all that is not answered is rejected. */
export class Caller {
  readonly #channel: Channel;
  readonly #pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void; onProgress: CallOptions['onProgress'] }>();
  readonly #onEvent: (name: string, value: unknown) => void;
  #next = 1;
  #ended: RemoteError | undefined;

  constructor(channel: Channel, onEvent: (name: string, value: unknown) => void = () => undefined) {
    this.#channel = channel;
    this.#onEvent = onEvent;
    channel.onMessage(message => this.#receive(message as Message));
  }

  get isIdle(): boolean {
    return this.#pending.size === 0;
  }

  call(method: string, argument: unknown, { signal, onProgress }: CallOptions = {}): Promise<unknown> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    if (signal?.aborted === true) return Promise.reject(new RemoteError('cancelled', 'cancelled'));
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const abort = () => { if (this.#ended === undefined) this.#channel.post({ type: 'cancel', id } satisfies Message); };
      const done = () => { signal?.removeEventListener('abort', abort); this.#pending.delete(id); };
      signal?.addEventListener('abort', abort, { once: true });
      this.#pending.set(id, { resolve: value => { done(); resolve(value); }, reject: error => { done(); reject(error); }, onProgress });
      this.#channel.post({ type: 'call', id, method, argument } satisfies Message);
    });
  }

  /** Rejects what is waiting, and what is asked from now on. */
  end(reason: RemoteError): void {
    this.#ended ??= reason;
    for (const { reject } of [...this.#pending.values()]) reject(this.#ended);
  }

  #receive(message: Message): void {
    if (message.type === 'event') { this.#onEvent(message.name, message.value); return; }
    const pending = this.#pending.get(message.id);
    switch (message.type) {
      case 'progress': pending?.onProgress?.(message.value); break;
      case 'value': pending?.resolve(message.value); break;
      case 'error': pending?.reject(new RemoteError(message.message, message.code)); break;
      case 'call': case 'cancel': break;
    }
  }
}

export type Handlers = Readonly<Record<string, (argument: never, context: CallContext) => unknown>>;

/** Answers the other end. Handlers may take their time; their calls run side by side. */
export function answerCalls(channel: Channel, handlers: Handlers): { readonly event: (name: string, value: unknown) => void } {
  const cancelled = new Set<number>();
  const running = new Set<number>();
  channel.onMessage(received => {
    const message = received as Message;
    if (message.type === 'cancel') { if (running.has(message.id)) cancelled.add(message.id); return; }
    if (message.type !== 'call') return;
    const { id, method, argument } = message;
    running.add(id);
    void (async () => {
      try {
        const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
        if (handler === undefined) throw new Error(`there is no ${method}`);
        const value = await handler(argument as never, { isCancelled: () => cancelled.has(id), progress: progress => channel.post({ type: 'progress', id, value: progress } satisfies Message) });
        channel.post({ type: 'value', id, value } satisfies Message);
      } catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'failed';
        channel.post({ type: 'error', id, message: error instanceof Error ? error.message : String(error), code } satisfies Message);
      } finally {
        running.delete(id);
        cancelled.delete(id);
      }
    })();
  });
  return { event: (name, value) => channel.post({ type: 'event', name, value } satisfies Message) };
}
