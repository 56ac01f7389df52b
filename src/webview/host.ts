interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as a page sees it: it takes requests, sends messages of the protocol, and keeps one state. */
export interface Host<From, State> {
  post(message: From): void;
  restore(): State | undefined;
  keep(state: State): void;
}

/** How what comes from outside is checked: each answers with `undefined` for anything that is not one of ours. */
interface Reading<To, State> {
  readonly message: (raw: unknown) => To | undefined;
  readonly state: (raw: unknown) => State | undefined;
}

/** @param onMessage gets messages that parse; everything else is dropped in silence, whoever sent it */
export function connect<To, From, State>(read: Reading<To, State>, onMessage: (message: To) => void): Host<From, State> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', event => {
    const message = read.message(event.data);
    if (message !== undefined) { onMessage(message); }
  });
  return {
    post: message => { api.postMessage(message); },
    restore: () => read.state(api.getState()),
    keep: state => { api.setState(state); },
  };
}
