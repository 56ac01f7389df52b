import { describe, expect, test } from 'vitest';
import { read } from './world.ts';

/** Sentences are set apart by ` | `. */
const TABLE: readonly string[] = [
  // stops
  'One ends. | Another ends.',
  'Is it so? | It is.',
  'Stop! | Go on.',
  'It ended … | Then it began.',
  'It went on … and on.',
  'It ended. . . . | Then it began.',
  'Really?! | Yes.',
  'No stop at all',
  'One ends. | Another',
  'A sentence over\ntwo lines. | Another.',
  // abbreviations
  'The U.N. Secretary-General spoke. | He left.',
  'He worked for the U.N. | The talks failed.',
  'He worked for the U.N. | In 1989 he left.',
  'The U.S. Congress agreed.',
  'U.S. and U.K. officials came.',
  'Mr. Khan wrote it.',
  'Mrs. Smith and Dr. Jones met Prof. Lee.',
  'Gen. Sanderson and Lt. Col. Dell arrived.',
  'Amb. Alatas met Sen. Kerry. | They spoke.',
  'St. Petersburg is cold.',
  'It was J. M. Sanderson who led it.',
  'George H. W. Bush agreed.',
  'By A. Khan.',
  'Resolution No. 718 passed.',
  'He said no. | Then he left.',
  'Resolutions Nos. 717 and 718 passed.',
  'See p. 3 and pp. 41-43.',
  'See vol. 2, ch. 3, para. 14.',
  'See sec. 3.2 and art. IV of the text.',
  'See Fig. 2 for it.',
  'As n. 24 says, it failed.',
  'The ratio was 3.5 to one.',
  'It cost $1.7 million. | Then it ended.',
  'He holds a Ph.D. | He teaches.',
  'He holds a Ph.D. from Oxford.',
  'They met at 9 a.m. in Jakarta.',
  'They met at 9 a.m. | The talks began.',
  'On 5 Jan. 1990 they met.',
  'They met in Jan. | Then they parted.',
  'China, Viet Nam, etc. were there.',
  'China, Viet Nam, etc. | The rest stayed.',
  'Bring it, e.g. Monday, or later.',
  'The state, i.e. Cambodia, agreed.',
  'Smith et al. (2000) say so.',
  'Smith et al. | They say so.',
  'Viet Nam v. China was tried.',
  'Cf. Khan for more.',
  'It was ca. 1989 that it began.',
  'Acme Inc. | The firm failed.',
  'Washington, D.C. was far.',
  'He came to Washington, D.C. | He left.',
  'Kennedy Jr. spoke.',
  'He is from approx. Phnom Penh.',
  'It was plan B. | The next failed.',
  'World War I. | The peace followed.',
  'She asked Dr. I. Khan. | He agreed.',
  // small letters and digits after a stop
  'The firm acme.org failed.',
  'It failed. 20,000 people fled.'.replace('. 2', '. | 2'),
  'It failed in 1991. | 20 people fled.',
  'He stopped. and went on.',
  'iPhone. iPad.',
  // marks
  '“I go.” | He left.',
  'He said “I go.” | Then he left.',
  'He said: “I go. I stay.” | Then he left.',
  '“Will you go?” he asked. | They left.',
  '“I go,” he said. | “I stay.”',
  '"I go." | He left.',
  '(He left.) | Then he came.',
  'He left (see sec. 3.2). | Then he came.',
  'It is **so.** | Then it was not.',
  '*It is so.* | *It was not.*',
  '‘I go.’ | He left.',
  '« Je pars. » | Il part.',
  // citations and notes
  'It failed. [@khan2022] | It began.',
  'It failed [@khan2022]. | It began.',
  'It failed [@khan2022, p. 3. Really]. | It began.',
  'It failed.[^1] | It began.',
  'It failed. [@khan2022] [^1] | It began.',
  'It failed.[^1][^2] | It began.',
  'It failed. | @khan2022 says so.',
  'It failed.^[So they say. All of them.] | It began.',
  'It failed.¹ | It began.',
  'It failed. <!-- why? Ask. --> | It began.',
  'Use `a. B` here. | Then stop.',
  'See [the site. Really](https://x.org/a.B) now. | Then stop.',
  // numbers of points
  '1\\. First they met. | Then they left.',
  'ii. Second they met. | Then they left.',
  // other scripts
  '他走了。 | 她来了。',
  'Il est parti. | Elle est restée. | Où va-t-on ?',
  'A dash — so. | — Another.',
  'Kofi A. Annan spoke to Boutros B. Ghali. | They agreed.',
  'The talks, led by the U.N., failed. | The U.S., too, left.',
  'Is this the end?” he asked.',
  'Hun Sen (b. 1952) led it. | He stayed.',
  'The envoy of the U.N. Transitional Authority came.',
];

function sentencesOf(text: string): string {
  return read(text).blocks.flatMap(block => block.sentences.map(sentence => text.slice(sentence.start, sentence.end))).join(' | ');
}

describe('sentences', () => {
  test.each(TABLE)('%s', written => {
    const wanted = written.replace(/ \| /g, '\u0001');
    const text = wanted.replaceAll('\u0001', ' ');
    expect(sentencesOf(text)).toBe(wanted.replaceAll('\u0001', ' | '));
  });

  test.each([
    ['a list item', '- One. Two.\n- Three', 'One. | Two. | Three'],
    ['a numbered item', '1. One. Two.\n2. Three', 'One. | Two. | Three'],
    ['a task', '- [x] Done. Well.', 'Done. | Well.'],
    ['the cells of a table', '| A | B. C |\n| --- | :-: |\n| d \\| e | f |', 'A | B. C | d \\| e | f'],
    ['the body of a note', '[^1]: One. Two.', 'One. | Two.'],
    ['the second paragraph of a note', '[^1]: One.\n\n    Two. Three.', 'One. | Two. | Three.'],
    ['a block quotation', '> One. Two\n> goes on.', 'One. | Two\n> goes on.'],
    ['a heading, which is one', '## 1. What next? The way', '1. What next? The way'],
    ['a heading with attributes', '# Title {#sec-t .x} ', 'Title'],
    ['a closed heading', '# Title ##', 'Title'],
    ['an underlined heading', 'Title\n=====', 'Title'],
    ['a definition', 'Term\n\n:   One. Two.', 'Term | One. | Two.'],
    ['a grid table', '+---+---+\n| a | b |\n+---+---+', 'a | b'],
  ])('of %s', (_, text, wanted) => expect(sentencesOf(text)).toBe(wanted));

  test.each([['code', '```\nOne. Two.\n```'], ['front matter', '---\ntitle: One. Two.\n---\n'], ['HTML', '<div>\nOne. Two.\n</div>'], ['math', '$$\na. B\n$$'],
    ['an indented block of code', '    One. Two.'], ['a link definition', '[a]: https://x.org "One. Two."'], ['the fences of a div', '::: {.callout-note}\n:::']])('none of %s', (_, text) => {
    expect(sentencesOf(text)).toBe('');
  });
});
