import { citekeyText } from '../../citations/insert.ts';
import { closest } from '../../corpus/problems.ts';
import { blockRule } from '../rule.ts';
import { message } from '../words.ts';
import { t } from '../../l10n.ts';

/** A citation of a work that neither a bibliography of the draft nor a corpus has. */
export const unknownCitekey = blockRule('unknown-citekey', ({ sentences }, { sources }) => {
  const items = sentences.flatMap(sentence => sentence.citations).flatMap(cluster => cluster.items);
  return items.filter(({ citekey }) => !sources.has(citekey) && citekey !== '*').map(({ citekey, keySpan }) => {
    const nearest = closest(citekey, sources.keys());
    return {
      span: keySpan,
      message: message('unknown-citekey', citekey, nearest === undefined ? '' : ` ${t('(did you mean @{0}?)', nearest)}`),
      evidence: [],
      fixes: nearest === undefined ? [] : [{ title: message('unknown-citekey-fix', nearest), isSafe: false, edits: [{ span: keySpan, newText: citekeyText(nearest) }] }],
    };
  });
});
