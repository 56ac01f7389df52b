import type { CitationCluster, CitationItem } from '../../citations/types.ts';
import type { EntryKey } from '../../corpus/types.ts';
import type { Sentence } from '../../draft/types.ts';
import type { CheckContext } from '../context.ts';
import { isQuotedAtLength } from '../quoted.ts';
import { blockRule } from '../rule.ts';
import type { Fix, Found } from '../types.ts';
import { message } from '../words.ts';

/** Works without pages or sections. */
const WITHOUT_PLACES = new Set(['webpage', 'post', 'post-weblog', 'interview', 'personal_communication', 'broadcast', 'motion_picture', 'song', 'speech', 'map', 'graphic', 'dataset', 'software']);

/** Words quoted from a work that is cited without saying where in it they stand. */
export const quotationWithoutLocator = blockRule('quotation-without-locator', ({ sentences }, context) => sentences.flatMap((sentence): Found[] => {
  const { quotations, citations } = sentence;
  const { sources } = context;
  if (!quotations.some(isQuotedAtLength)) return [];
  const items = citations.flatMap(cluster => cluster.items.map(item => ({ item, cluster })));
  if (items.length === 0 || items.some(({ item }) => item.locator !== undefined || /\d/.test(item.suffix))) return [];
  const found = items.find(({ item }) => sources.has(item.citekey) && !WITHOUT_PLACES.has(sources.get(item.citekey)!.item.type));
  return found === undefined ? [] : [{ span: found.item.keySpan, message: message('quotation-without-locator', found.item.citekey), evidence: [], fixes: placeFixes(found.item, found.cluster, sentence, context) }];
}));

/** Places in the work that statements on what the sentence names have; more than that would be guessing. */
const MOST_PLACES = 3;

function placeFixes(item: CitationItem, cluster: CitationCluster, sentence: Sentence, { snapshot }: CheckContext): Fix[] {
  if (item.suffixText !== '') return [];
  const keys = new Set(sentence.mentions.flatMap(mention => mention.keys.length === 1 ? mention.keys : []));
  const shared = (mentions: readonly EntryKey[]) => mentions.filter(key => keys.has(key)).length;
  const statements = [...new Set([...keys].flatMap(key => snapshot.statementsAbout.get(key) ?? []))].toSorted((a, b) => shared(b.mentions) - shared(a.mentions));
  const places = new Map<string, string>();
  for (const { text, citations } of statements) {
    for (const { citekey, suffixText } of citations) if (citekey === item.citekey && LOCATED.test(suffixText) && !places.has(suffixText)) places.set(suffixText, text);
  }
  const isBracketed = cluster.form === 'bracketed';
  return [...places].slice(0, MOST_PLACES).map(([place, text]) => ({
    title: message('locator-fix-add', place, text), isSafe: false,
    edits: [{ span: { start: item.keySpan.end, end: item.keySpan.end }, newText: isBracketed ? `, ${place}` : ` [${place}]` }],
  }));
}

const LOCATED = /\d/;
