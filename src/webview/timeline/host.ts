import { isViewState, parseToTimeline, type FromTimeline, type ToTimeline } from '../../core/timeline/protocol.ts';
import type { ViewState } from '../../core/timeline/types.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as the page sees it: it takes requests, sends messages of the protocol, and keeps one state. */
export interface Host {
  post(message: FromTimeline): void;
  restore(): ViewState | undefined;
  keep(state: ViewState): void;
}

/** @param onMessage gets messages that parse; everything else is dropped in silence, whoever sent it */
export function connect(onMessage: (message: ToTimeline) => void): Host {
  const api = acquireVsCodeApi();
  window.addEventListener('message', event => {
    const message = parseToTimeline(event.data);
    if (message !== undefined) { onMessage(message); }
  });
  return {
    post: message => { api.postMessage(message); },
    restore: () => {
      const state = api.getState();
      return isViewState(state) ? state : undefined;
    },
    keep: state => { api.setState(state); },
  };
}
