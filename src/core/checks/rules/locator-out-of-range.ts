import type { CitationItem } from '../../citations/types.ts';
import { locatorsOf, type PlacedLocator } from '../../corpus/locators.ts';
import type { WorkOutline } from '../../corpus/types.ts';
import type { CheckContext } from '../context.ts';
import { remember } from '../language/remember.ts';
import { blockRule } from '../rule.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';
import { t } from '../../l10n.ts';

/** A section or note that the work does not have, or a page outside those of an article. */
export const locatorOutOfRange = blockRule('locator-out-of-range', ({ sentences }, context) => sentences.flatMap(({ citations }) => citations.length === 0 ? [] : citations.flatMap(({ items }) => items.flatMap(item => findingsOf(item, context)))));

function findingsOf(item: CitationItem, { snapshot, sources }: CheckContext): Found[] {
  const outline = snapshot.outlines.get(item.citekey);
  const page = sources.get(item.citekey)?.item['page'];
  const pages = typeof page === 'string' ? pagesOf(page) : undefined;
  if (outline === undefined && pages === undefined || item.suffixText === '') return [];
  return locatorsOf(item.suffixText).flatMap((locator): Found[] => {
    const missing = numbersIn(locator.value).filter(number => outline !== undefined && locator.label === 'section' ? !hasSection(outline, number)
      : outline !== undefined && locator.label === 'note' ? /^\d+$/.test(number) && !outline.notes.some(note => note.number === Number(number))
        : locator.label === 'page' && pages !== undefined && /^\d+$/.test(number) && (Number(number) < pages[0] || Number(number) > pages[1]));
    if (missing.length === 0) return [];
    const start = item.suffixSpan.start + locator.span.start;
    return [{
      span: { start, end: Math.max(start + 1, item.suffixSpan.start + locator.span.end) },
      message: locator.label === 'page' ? message('locator-page', item.citekey, missing.join(', '), pages!.join('–')) : message('locator-out-of-range', item.citekey, t(locator.label), missing.join(', ')),
      evidence: [], fixes: fixesFor(item, locator, missing, outline, pages),
    }];
  });
}

/** The nearest place that the work has, and no place at all. */
function fixesFor({ suffixText, suffixSpan, keySpan }: CitationItem, { label, span }: PlacedLocator, [number, ...others]: readonly string[], outline: WorkOutline | undefined, pages: readonly [number, number] | undefined): Fix[] {
  const written = suffixText.slice(span.start, span.end);
  const nearest = others.length > 0 || number === undefined ? undefined : label === 'section' ? nearestSection(outline, number) : label === 'note' ? nearestOf(outline?.notes.map(note => note.number) ?? [], Number(number)) : nearestOf(pages ?? [], Number(number));
  const at = number === undefined ? -1 : written.lastIndexOf(number);
  const isAlone = suffixText.trim() === written.trim();
  return [
    ...nearest === undefined || at === -1 ? [] : [{
      title: message('write-fix', written.slice(0, at) + nearest + written.slice(at + number!.length)), isSafe: false,
      edits: [{ span: { start: suffixSpan.start + span.start + at, end: suffixSpan.start + span.start + at + number!.length }, newText: nearest }],
    }],
    ...isAlone && suffixSpan.start > keySpan.end ? [{ title: message('locator-fix-drop'), isSafe: false, edits: [{ span: { start: keySpan.end, end: suffixSpan.end }, newText: '' }] }] : [],
  ];
}

function nearestOf(numbers: readonly number[], wanted: number): string | undefined {
  return numbers.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]?.toString();
}

/** Of `3.9` the last section of chapter 3, of a chapter there is not the last section of all. */
function nearestSection(outline: WorkOutline | undefined, wanted: string): string | undefined {
  const numbers = outline?.sections.map(section => section.number) ?? [];
  const chapter = wanted.split('.')[0]!;
  const within = numbers.filter(number => number === chapter || number.startsWith(`${chapter}.`));
  const weight = (number: string) => number.split('.').reduce((sum, part, index) => sum + Number(part) / 100 ** index, 0);
  return (within.length > 0 ? within : numbers).toSorted((a, b) => Math.abs(weight(a) - weight(wanted)) - Math.abs(weight(b) - weight(wanted)))[0];
}

/** Places in a work are cited again and again. */
const numbersIn = remember((value): readonly string[] => value.split(/[,;&]|\band\b/).flatMap(part => part.split(/[–—-]/)).map(part => part.trim().replace(/\.$/, '')).filter(part => /^\d+(?:\.\d+)*$/.test(part)));

function hasSection({ sections }: WorkOutline, number: string): boolean {
  return sections.some(section => section.number === number || section.number.startsWith(`${number}.`));
}

/** `383-405` of a journal article or a chapter. */
const pagesOf = remember((page): readonly [number, number] | undefined => {
  const match = /^(\d+)\s*[–-]+\s*(\d+)$/.exec(page.trim());
  if (match === null) return undefined;
  const [first, last] = [match[1]!, match[2]!];
  const whole = last.length < first.length ? first.slice(0, first.length - last.length) + last : last;
  return Number(whole) >= Number(first) ? [Number(first), Number(whole)] : undefined;
});
