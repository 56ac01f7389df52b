import { shortReference } from '../../citations/reference.ts';
import { blockRule } from '../rule.ts';
import { message } from '../words.ts';

/** A citation by a key that two works of the draft’s bibliographies claim. */
export const duplicateCitekey = blockRule('duplicate-citekey', ({ sentences }, { doubles }) => doubles.size === 0 ? []
  : sentences.flatMap(sentence => sentence.citations).flatMap(cluster => cluster.items).filter(({ citekey }) => doubles.has(citekey)).map(({ citekey, keySpan }) => {
    const works = doubles.get(citekey)!;
    return {
      span: keySpan, message: message('duplicate-citekey', citekey, works[0] === undefined ? '' : shortReference(works[0].item)), fixes: [],
      evidence: works.map(work => ({ text: shortReference(work.item), citations: [], key: undefined, uri: work.uri, span: work.span })),
    };
  }));
