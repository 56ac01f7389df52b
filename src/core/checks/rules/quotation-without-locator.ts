import { blockRule } from '../rule.ts';
import type { Found } from '../types.ts';
import { message } from '../words.ts';

/** Shorter quotations are terms and names. */
const MIN_WORDS = 5;
/** Works without pages or sections. */
const WITHOUT_PLACES = new Set(['webpage', 'post', 'post-weblog', 'interview', 'personal_communication', 'broadcast', 'motion_picture', 'song', 'speech', 'map', 'graphic', 'dataset', 'software']);

/** Words quoted from a work that is cited without saying where in it they stand. */
export const quotationWithoutLocator = blockRule('quotation-without-locator', ({ sentences }, { sources }) => sentences.flatMap(({ quotations, citations }): Found[] => {
  if (!quotations.some(({ text }) => text.trim().split(/\s+/).length >= MIN_WORDS)) return [];
  const items = citations.flatMap(cluster => cluster.items);
  if (items.length === 0 || items.some(item => item.locator !== undefined || /\d/.test(item.suffix))) return [];
  const item = items.find(one => sources.has(one.citekey) && !WITHOUT_PLACES.has(sources.get(one.citekey)!.item.type));
  return item === undefined ? [] : [{ span: item.keySpan, message: message('quotation-without-locator', item.citekey), evidence: [], fixes: [] }];
}));
