import { searchTexts, type SearchText } from '../../core/quotations/searchText.ts';
import { verifyQuotation, type QuotationReport } from '../../core/quotations/verify.ts';
import type { Frequencies } from './frequencies.ts';
import type { KnownText, LibraryIndex } from './libraryIndex.ts';
import { similar } from './similar.ts';

/** Texts kept ready: a draft quotes the same few again and again. */
const MAX_READY = 6;
const ready = new WeakMap<LibraryIndex, Map<string, readonly SearchText[]>>();

/** Verifies a quotation against the full texts of the works named, or against those that share its rarest words. */
export function verify(index: LibraryIndex, frequencies: Frequencies, quotation: string, citekeys: readonly string[]): QuotationReport {
  const sources = index.texts().filter(text => text.shelf === 'sources');
  const named = sources.filter(text => citekeys.includes(text.citekey));
  if (citekeys.length > 0) return verifyQuotation(quotation, named.flatMap(text => textsOf(index, text)));
  if (sources.length === 0) return { state: 'no-text', matches: [] };
  const { hits } = similar(index, frequencies, { text: quotation, limit: 12, exceptKeys: [], exceptIds: [], shelves: ['sources'] }, () => false);
  const keys = new Set(hits.map(hit => hit.textKey));
  const report = verifyQuotation(quotation, sources.filter(text => keys.has(text.key)).flatMap(text => textsOf(index, text)));
  return report.state === 'no-text' ? { state: 'not-found', matches: [] } : report;
}

function textsOf(index: LibraryIndex, text: KnownText): readonly SearchText[] {
  const own = ready.get(index) ?? new Map<string, readonly SearchText[]>();
  ready.set(index, own);
  const key = `${text.key} ${text.hash} ${text.first}`;
  const known = own.get(key) ?? searchTexts(index.passagesBetween(text.first, text.last));
  own.delete(key);
  own.set(key, known);
  for (const oldest of own.keys()) if (own.size > MAX_READY) own.delete(oldest);
  return known;
}
