import { placed, placesIn, type PlacedProblem } from '../../core/bibliography/placed.ts';
import { readBibliography } from '../../core/citations/bibliography.ts';
import type { BibliographyFormat } from '../../core/citations/bibliographyFormat.ts';
import { searchable } from '../../core/citations/match.ts';
import { decodeUtf8 } from '../corpus/loadFiles.ts';
import type { ReadEntry } from './protocol.ts';
import { t } from '../../core/l10n.ts';

export interface ReadBytes {
  readonly entries: readonly ReadEntry[];
  readonly problems: readonly PlacedProblem[];
  /** Whether the bytes are text at all. */
  readonly isText: boolean;
}

/** A bibliography from the bytes of its file. Never throws for what is in them. */
export function readBytes(bytes: Uint8Array, format: BibliographyFormat): ReadBytes {
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return { entries: [], isText: false, problems: placed([{ code: 'not-utf8', severity: 'error', span: { start: 0, end: 0 }, message: t('This bibliography is not UTF-8 text, so it is left out: save it with the encoding UTF-8.') }], '') };
  }
  const { value, problems } = readBibliography(text, format);
  const placeOf = placesIn(text);
  return { entries: value.map(({ item, span }) => ({ item, span, line: placeOf(span.start).line, search: searchable(item) })), problems: placed(problems, text), isText: true };
}
