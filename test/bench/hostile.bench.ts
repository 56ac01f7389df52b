import { makeDraftContext, readDraft } from '../../src/core/draft/index.ts';
import { bundledSnapshot } from './material.ts';
import { leastCpu, ms, type Row } from './table.ts';

/** Texts that make a careless reader take time with the square of their length; each at 1x, 2x and 4x, where the line of prose has 5 MB. */
const TEXTS: readonly (readonly [what: string, of: (times: number) => string])[] = [
  ['one line of prose', n => 'Ahmed met Hanoi in 1989 and spoke of peace. '.repeat(14_000 * n)],
  ['headings', n => '# A heading\n'.repeat(12_500 * n)],
  ['an unclosed fence', n => '```\n' + 'Ahmed spoke.\n'.repeat(10_000 * n)],
  ['unclosed front matter', n => '---\n' + 'a: b\n'.repeat(20_000 * n)],
  ['opening brackets', n => '['.repeat(25_000 * n)],
  ['pairs of brackets', n => '[]'.repeat(12_500 * n)],
  ['opening quotation marks', n => ' “a'.repeat(20_000 * n)],
  ['straight quotation marks', n => ' "a'.repeat(20_000 * n)],
  ['initials', n => 'A.'.repeat(30_000 * n)],
  ['stops', n => '.'.repeat(50_000 * n)],
  ['digits', n => '1'.repeat(50_000 * n)],
  ['digits and commas', n => '1,111'.repeat(15_000 * n)],
  ['names in an address', n => 'Hanoi.'.repeat(20_000 * n)],
  ['capitals', n => 'Viet '.repeat(20_000 * n)],
  ['open notes', n => '^['.repeat(20_000 * n)],
  ['lists', n => '- a\n'.repeat(12_500 * n)],
  ['quotations', n => '> a\n'.repeat(12_500 * n)],
  ['comments that stay open', n => 'a <!-- '.repeat(10_000 * n)],
  ['comments that one mark closes', n => `[a "*${'<!-- '.repeat(12_500 * n)}-->`],
  ['superscripts of escapes', n => '^\\@a\\ '.repeat(8000 * n)],
  ['subscripts that stay open', n => '~\\@a'.repeat(10_000 * n)],
  ['blanks in a heading', n => `# a${' \t'.repeat(25_000 * n)}x`],
  ['open citations', n => '[@a'.repeat(10_000 * n)],
  ['link destinations', n => '](!“'.repeat(10_000 * n)],
  ['lone surrogates, NULs, bidi controls', n => '\uD83C\0\u202E a '.repeat(10_000 * n)],
];

/** Time with the square of the length would be 16x; what is over before the clock can tell says nothing. */
const LINEAR = 8;
const TOO_SHORT = 100;

export async function bench(): Promise<Row[]> {
  const context = makeDraftContext(await bundledSnapshot());
  return TEXTS.map(([what, of]) => {
    const times = [2, 4, 8].map(n => {
      const text = of(n);
      return leastCpu(2, () => readDraft(text, context).mentions.length);
    });
    const [once, twice, fourfold] = times as [number, number, number];
    return { what: `${what}: 1x ${ms(once)} CPU, then 2x, 4x`, measured: `${(twice / once).toFixed(1)}x ${(fourfold / once).toFixed(1)}x`, goal: 'about 2x 4x', met: fourfold / once < LINEAR || fourfold < TOO_SHORT };
  });
}
