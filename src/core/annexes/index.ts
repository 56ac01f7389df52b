import type { Snapshot, Source } from '../corpus/types.ts';
import type { DraftReading } from '../draft/types.ts';
import type { TextEdit } from '../text.ts';
import { datesIn } from '../dates/format.ts';
import { languageOf } from '../draft/index.ts';
import { wordsIn } from '../l10n.ts';
import { annexText, materialOf, type AnnexMaterial } from './contents.ts';
import { CLOSE_MARKER, findAnnexes, openMarker, type AnnexKind, type AnnexProblem } from './markers.ts';

export { ANNEX_KINDS, annexSentence, findAnnexes, type AnnexKind, type AnnexProblem } from './markers.ts';

export interface AnnexEdits {
  readonly edits: readonly TextEdit[];
  readonly problems: readonly AnnexProblem[];
  /** How many annexes the draft has, changed or not. */
  readonly count: number;
}

/** Brings what stands between markers up to date. Nothing outside of them changes; refreshed twice, nothing changes the second time. */
export function refreshAnnexes(reading: DraftReading, snapshot: Snapshot, sources: ReadonlyMap<string, Source>): AnnexEdits {
  const { annexes, problems } = findAnnexes(reading);
  const material = materialOf(reading, annexes.map(({ span }) => span), snapshot, sources);
  const edits = annexes.flatMap(({ kind, inner }): TextEdit[] => {
    const newText = innerText(textIn(reading, kind, material), lineEnd(reading.text));
    return newText === reading.text.slice(inner.start, inner.end) ? [] : [{ span: inner, newText }];
  });
  return { edits, problems, count: annexes.length };
}

/** A new annex in a paragraph of its own at the offset, which is best the start of an empty line or the end of the draft. */
export function insertAnnex(reading: DraftReading, offset: number, kind: AnnexKind, snapshot: Snapshot, sources: ReadonlyMap<string, Source>): TextEdit {
  const { text } = reading;
  const end = lineEnd(text);
  const material = materialOf(reading, findAnnexes(reading).annexes.map(({ span }) => span), snapshot, sources);
  const before = offset === 0 || /(?:\r?\n){2}$/.test(text.slice(0, offset)) ? '' : text[offset - 1] === '\n' ? end : end + end;
  const after = /^(?:\r?\n){2}/.test(text.slice(offset)) || text.slice(offset).trim() === '' ? '' : /^\r?\n/.test(text.slice(offset)) ? end : end + end;
  return { span: { start: offset, end: offset }, newText: `${before}${openMarker(kind)}${innerText(textIn(reading, kind, material), end)}${CLOSE_MARKER}${after === '' && text.slice(offset) === '' ? end : after}` };
}

/** What is written into a draft is in its language. */
function textIn(reading: DraftReading, kind: AnnexKind, material: AnnexMaterial): string {
  const lang = languageOf(reading);
  return wordsIn(lang, () => datesIn(lang, () => annexText(kind, material)));
}

/** Blank lines around it, so that Markdown reads a list or a table and not the comment’s text. */
function innerText(content: string, end: string): string {
  return content === '' ? end : `${end}${end}${content.replaceAll('\n', end)}${end}${end}`;
}

function lineEnd(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}
