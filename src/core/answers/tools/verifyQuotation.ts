import { placeOfPassage } from '../../library/corpusTexts.ts';
import type { QuotationMatch } from '../../quotations/verify.ts';
import { readLocator } from '../../citations/locator.ts';
import { answerOf } from '../record.ts';
import { DEFAULT_LIMIT, LIMIT, tool } from '../tool.ts';
import type { AnsweredStatement } from '../types.ts';

export const verifyQuotation = tool({
  name: 'verifyQuotation',
  title: 'Verify Quotation',
  description: 'Looks a quotation up in the full texts of the library. “state” is exact, typographic (but for marks, dashes and blanks), marked-edit, altered, not-found or no-text (there was no text to look through). Answers the words of the source, each with its id, citation and locator.',
  inputSchema: {
    type: 'object',
    properties: {
      quotation: { type: 'string', description: 'The words that are quoted, without the quotation marks.', maxLength: 4000 },
      citekeys: { type: 'array', description: 'Keys of the works that it is said to be from; without any, all texts are looked through.', maxItems: 10, items: { type: 'string', maxLength: 200 } },
    },
    required: ['quotation'],
    additionalProperties: false,
  },
  async answer({ quotation, citekeys = [] }, { verify }) {
    const { state, matches } = await verify(quotation, citekeys.map(key => key.trim().replace(/^@/, '')));
    return { answer: answerOf(matches.slice(0, LIMIT.maximum).map(wordsOf), DEFAULT_LIMIT, { quotation: { state } }) };
  },
});

/** What the source says, and where. A text whose work is not known is named by its own title. */
function wordsOf({ passage, exact, page, span }: QuotationMatch): AnsweredStatement {
  const suffixText = placeOfPassage({ ...passage, page });
  const citekey = passage.citekey === '' ? passage.title : passage.citekey;
  return { id: `passage:${passage.id}:${span.start}`, entry: '', text: exact, citations: [{ citekey, locator: readLocator(suffixText).locator, suffixText, prefix: '' }] };
}
