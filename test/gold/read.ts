import { readdirSync, readFileSync } from 'node:fs';
import { RULE_CODES, type RuleCode } from '../../src/core/checks/index.ts';
import { unmark, type Marked } from './marked.ts';

const FOLDER = new URL('../fixtures/gold/', import.meta.url);

/** A sentence that a rule is measured on; right when nothing in it is marked wrong. */
export interface GoldSentence extends Marked {
  /** `date-conflict.md:12`. */
  readonly where: string;
  readonly rule: RuleCode;
}

export interface GoldDraft extends Marked {
  readonly where: string;
}

/** All sentences: a file for each rule, a list item for each sentence. */
export function goldSentences(): GoldSentence[] {
  return readdirSync(FOLDER).filter(name => name.endsWith('.md')).sort().flatMap(name => {
    const rule = RULE_CODES.find(code => `${code}.md` === name);
    if (rule === undefined) return [];
    return readFileSync(new URL(name, FOLDER), 'utf8').split('\n').flatMap((line, index) =>
      line.startsWith('- ') ? [{ where: `${name}:${index + 1}`, rule, ...unmark(line.slice(2)) }] : []);
  });
}

/** Drafts with every mention marked. */
export function goldDrafts(): GoldDraft[] {
  const folder = new URL('drafts/', FOLDER);
  return readdirSync(folder).sort().map(name => ({ where: `drafts/${name}`, ...unmark(readFileSync(new URL(name, folder), 'utf8')) }));
}
