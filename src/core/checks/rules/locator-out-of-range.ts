import type { CitationItem } from '../../citations/types.ts';
import { locatorsOf, type PlacedLocator } from '../../corpus/locators.ts';
import type { WorkOutline } from '../../corpus/types.ts';
import type { CheckContext } from '../context.ts';
import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';
import { t } from '../../l10n.ts';

/** A section or note that the work does not have, or a page outside those of an article. */
export const locatorOutOfRange = blockRule('locator-out-of-range', ({ sentences }, context) => sentences.flatMap(sentence => sentence.citations).flatMap(cluster => cluster.items).flatMap(item => findingsOf(item, context)));

function findingsOf(item: CitationItem, { snapshot, sources }: CheckContext): Found[] {
  const outline = snapshot.outlines.get(item.citekey);
  const pages = pagesOf(sources.get(item.citekey)?.item['page']);
  if (outline === undefined && pages === undefined) return [];
  return locatorsOf(item.suffixText).flatMap((locator): Found[] => {
    const missing = numbersOf(locator).filter(number => outline !== undefined && locator.label === 'section' ? !hasSection(outline, number)
      : outline !== undefined && locator.label === 'note' ? /^\d+$/.test(number) && !outline.notes.some(note => note.number === Number(number))
        : locator.label === 'page' && pages !== undefined && /^\d+$/.test(number) && (Number(number) < pages[0] || Number(number) > pages[1]));
    if (missing.length === 0) return [];
    const start = item.suffixSpan.start + locator.span.start;
    return [{
      span: { start, end: Math.max(start + 1, item.suffixSpan.start + locator.span.end) },
      message: locator.label === 'page' ? message('locator-page', item.citekey, missing.join(', '), pages!.join('–')) : message('locator-out-of-range', item.citekey, t(locator.label), missing.join(', ')),
      evidence: [], fixes: [],
    }];
  });
}

function numbersOf({ value }: PlacedLocator): string[] {
  return value.split(/[,;&]|\band\b/).flatMap(part => part.split(/[–—-]/)).map(part => part.trim().replace(/\.$/, '')).filter(part => /^\d+(?:\.\d+)*$/.test(part));
}

function hasSection({ sections }: WorkOutline, number: string): boolean {
  return sections.some(section => section.number === number || section.number.startsWith(`${number}.`));
}

/** `383-405` of a journal article or a chapter. */
function pagesOf(page: unknown): readonly [number, number] | undefined {
  const match = typeof page === 'string' ? /^(\d+)\s*[–-]+\s*(\d+)$/.exec(page.trim()) : null;
  if (match === null) return undefined;
  const [first, last] = [match[1]!, match[2]!];
  const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return Number(whole) >= Number(first) ? [Number(first), Number(whole)] : undefined;
}
