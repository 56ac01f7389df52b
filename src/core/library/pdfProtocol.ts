import { isCount, isList, isMessage, isOneOf, isShape, isText, type Check, type Messages } from '../check.ts';
import type { WordsOnPage } from './wordsByPage.ts';

/** What to show of a PDF. */
export interface PdfPlace {
  /** Another one for each time that something is asked for. */
  readonly turn: number;
  readonly words: readonly WordsOnPage[];
}

/** What the extension tells the page that shows a PDF. Nothing is posted before the page said `ready`. */
export type ToPdf =
  | { readonly type: 'open'; readonly bytes: Uint8Array; readonly place: PdfPlace }
  /** The same file, at another place. */
  | { readonly type: 'show'; readonly place: PdfPlace };

export const PDF_REFUSALS = ['encrypted', 'damaged', 'too-long'] as const;
export type PdfRefusal = (typeof PDF_REFUSALS)[number];

/** What happened in the page. */
export type FromPdf =
  | { readonly type: 'ready' }
  /** The file cannot be shown. */
  | { readonly type: 'refused'; readonly reason: PdfRefusal }
  /** The words stand on no page. */
  | { readonly type: 'missing' }
  /** The writer wants the text as it was read. */
  | { readonly type: 'showText' };

/** What the page keeps while it is hidden. */
export interface PdfView {
  readonly turn: number;
  readonly page: number;
  /** How far down the page, as a share of its height in thousandths. */
  readonly down: number;
  /** In percent; 0 for one that fits the width. */
  readonly zoom: number;
}

/** VS Code hands bytes over as they are. */
const isBytes: Check<Uint8Array> = raw => raw instanceof Uint8Array;
/** Checks are made when they are needed: each side of the protocol needs its own alone. */
const isPlace = (): Check<PdfPlace> => isShape<PdfPlace>({ turn: isCount, words: isList(isShape<WordsOnPage>({ label: isText, ordinal: isCount, exact: isText, prefix: isText, suffix: isText })) });

/** @returns what was kept, or `undefined` for anything else */
export function parsePdfView(raw: unknown): PdfView | undefined {
  return isShape<PdfView>({ turn: isCount, page: isCount, down: isCount, zoom: isCount })(raw) ? raw : undefined;
}

/** @returns the message, or `undefined` for anything that is not one of ours, whole and of the right shape */
export function parseToPdf(raw: unknown): ToPdf | undefined {
  const checks: Messages<ToPdf> = { open: isShape({ bytes: isBytes, place: isPlace() }), show: isShape({ place: isPlace() }) };
  return isMessage(raw, checks) ? raw as ToPdf : undefined;
}

/** @returns the message, or `undefined` for anything that is not one of ours, whole and of the right shape */
export function parseFromPdf(raw: unknown): FromPdf | undefined {
  const checks: Messages<FromPdf> = { ready: isShape({}), refused: isShape({ reason: isOneOf(PDF_REFUSALS) }), missing: isShape({}), showText: isShape({}) };
  return isMessage(raw, checks) ? raw as FromPdf : undefined;
}
