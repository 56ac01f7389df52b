import type { Material } from './material.ts';
import { proseOf, quotationsIn, statementsAndRemarks, withoutQuotations, wordsOf } from './prose.ts';
import type { Rule } from './recordRules.ts';

/** American spellings. The paper writes British English with `-ise`. */
const AMERICAN = new RegExp(`\\b(?:${[
  '(?:\\w+)(?:ization|izations)', '(?!(?:size|prize|seize|capsize|citizen|bronze)\\w*\\b)(?:\\w{3,})(?:ize|izes|ized|izing|izer|izers)', '\\w+(?:yze|yzed|yzes|yzing)',
  '(?:color|favor|honor(?!ar)|labor(?!ator|ious)|neighbor|harbor|behavior|endeavor|rumor|humor(?!ous)|vigor(?!ous)|valor|candor|armor|savior|parlor|splendor)\\w*', 'centers?', 'centered', 'theaters?', 'meters?', 'fibers?',
  'caliber', 'luster', 'maneuver\\w*', 'defense', 'offense', 'pretense', 'license[ds]?', 'programs?', 'catalogs?', 'dialogs?', 'analogs?', 'travel(?:ed|ing|ers?)', 'cancel(?:ed|ing)',
  'counsel(?:ed|ing|ors?)', 'label(?:ed|ing)', 'signal(?:ed|ing)', 'model(?:ed|ing)', 'level(?:ed|ing)', 'quarrel(?:ed|ing)', 'fulfill(?:s|ment|ments)?', 'enroll(?:s|ment|ments)?', 'skillful\\w*',
  'willful\\w*', 'install(?:ment|ments)', 'judgments?', 'acknowledgments?', 'gray', 'plow\\w*', 'tires', 'check(?:book|s drawn)', 'toward', 'afterward', 'gotten', 'skeptic\\w*', 'aging', 'mold\\w*', 'jewelry', 'artifacts?', 'cozy',
].join('|')})\\b`, 'giu');

export const britishSpelling: Rule = material => proseOf(material).flatMap(({ where, text }) =>
  [...withoutQuotations(text).matchAll(AMERICAN)].map(([word]) => `${where}: ${word}`));

/** Written forms that the house style of the corpus replaces, outside quotations. */
export const houseStyle: Rule = material => {
  const { preferredNames } = material.corpus.info;
  return proseOf(material).flatMap(({ where, text }) => [...preferredNames.keys()]
    .filter(variant => new RegExp(`(?<![\\p{L}\\p{N}])${escape(variant)}(?![\\p{L}\\p{N}])`, 'u').test(withoutQuotations(text)))
    .map(variant => `${where}: ${variant}`));
};

/** Each variant of the house style leads to the name, or a part of the name, of an entry, and names none itself. */
export const onePreferredForm: Rule = ({ snapshot, corpus }) => {
  const entries = [...snapshot.entries.values()];
  return [...corpus.info.preferredNames].flatMap(([variant, preferred]) => [
    ...entries.filter(entry => entry.name === variant).map(entry => `${entry.id} is called ${variant}`),
    ...entries.some(entry => entry.names.some(name => name.text.includes(preferred))) ? [] : [`nothing is called ${preferred}`],
    ...corpus.info.preferredNames.has(preferred) ? [`${preferred} is a variant itself`] : [],
  ]);
};

/** No two entries of a class share a name. An event may share one with the concept of the same name. */
export const namesTellApart: Rule = ({ snapshot }) => {
  const bearers = new Map<string, Set<string>>();
  for (const entry of snapshot.entries.values()) {
    for (const { text } of entry.names) {
      const name = `${entry.class} ${text.toLowerCase()}`;
      bearers.set(name, (bearers.get(name) ?? new Set()).add(entry.id));
    }
  }
  return [...bearers].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids].join(', ')}`);
};

const MAX_QUOTED = 11;

export const shortQuotations: Rule = material => proseOf(material).flatMap(({ where, text }) =>
  quotationsIn(text).filter(quotation => wordsOf(quotation).length > MAX_QUOTED).map(quotation => `${where}: ${quotation}`));

/** What statements quote stands in the paper, word for word. */
export function faithfulQuotations(paper: string): Rule {
  const known = ` ${wordsOf(joined(paper)).join(' ')} `;
  return ({ snapshot }) => statementsAndRemarks(snapshot).flatMap(({ where, text }) => quotationsIn(text)
    .filter(quotation => quotation.split('…').some(part => !known.includes(` ${wordsOf(part).join(' ')} `)))
    .map(quotation => `${where}: ${quotation}`));
}

/** The paper with the words that its line ends cut in two made whole. */
function joined(paper: string): string {
  return paper.replace(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, '$1-');
}

const RUN = 12;

/** Runs of so many words that a text of ours shares with the paper; quotation marks do not excuse one. */
export function sharedRuns(paper: string): (texts: readonly { where: string; text: string }[]) => string[] {
  const words = wordsOf(paper);
  const known = new Set(words.map((_, index) => words.slice(index, index + RUN).join(' ')));
  return texts => texts.flatMap(({ where, text }) => {
    const ours = wordsOf(text);
    return ours.flatMap((_, index) => {
      const run = ours.slice(index, index + RUN);
      return run.length === RUN && known.has(run.join(' ')) ? [`${where}: ${run.join(' ')}`] : [];
    });
  });
}

export const filesOf = ({ files }: Material) => files.map(({ path, text }) => ({ where: path, text: text ?? '' }));

/** Statements that say the same of the same lines, in two places or two wordings. */
export const eachClaimOnce: Rule = ({ snapshot }) => {
  const byPlace = new Map<string, { id: string; words: Set<string> }[]>();
  for (const statement of snapshot.statements) {
    const place = statement.citations[0]?.suffixText ?? '';
    byPlace.set(place, [...byPlace.get(place) ?? [], { id: statement.id, words: new Set(wordsOf(statement.text).filter(word => word.length > 2 && !COMMON.has(word))) }]);
  }
  return [...byPlace.values()].flatMap(statements => statements.flatMap((a, index) => statements.slice(index + 1)
    .filter(b => overlap(a.words, b.words) >= SAME).map(b => `${a.id} and ${b.id}`)));
};

const SAME = 0.5;
const COMMON = new Set('the and for with that was were its his has had have from which who this than not one out any all also into over them they their there those when what how but most more'.split(' '));

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter(word => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
