import { parsePdfView, parseToPdf, type FromPdf, type PdfView, type ToPdf } from '../../core/library/pdfProtocol.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as the page sees it: it takes requests, sends messages of the protocol, and keeps one state. */
export interface Host {
  post(message: FromPdf): void;
  restore(): PdfView | undefined;
  keep(view: PdfView): void;
}

/** @param onMessage gets messages that parse; everything else is dropped in silence, whoever sent it */
export function connect(onMessage: (message: ToPdf) => void): Host {
  const api = acquireVsCodeApi();
  window.addEventListener('message', event => {
    const message = parseToPdf(event.data);
    if (message !== undefined) { onMessage(message); }
  });
  return {
    post: message => { api.postMessage(message); },
    restore: () => parsePdfView(api.getState()),
    keep: view => { api.setState(view); },
  };
}
