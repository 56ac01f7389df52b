/** Inline texts of which pandoc's reading and ours must be the same; grouped by the rule that they show. */
export const CASES: Readonly<Record<string, readonly string[]>> = {
  'keys': [
    '@khan2022', '[@khan2022]', '@_private', '@1990', '[@1990]', '@Foo_bar.baz', '@Foo_bar.baz.', '@Foo_bar--baz', '@smith2005---the rest',
    '@a:b', '@a:', '@a.b.c', '@a..b', '@a/b', '@a//b', '@doi:10.1000/182', '@http://example.org/a', '@https://example.org/a?b=c&d=e#f',
    '@a+b', '@a++b', '@a#b', '@a$b', '@a%b', '@a&b', '@a<b', '@a>b', '@a~b', '@a?b', '@a!b', '@a,b', '@a;b', "@a'b", '@a-b', '@a-', '@a_',
    '@é', '@Ünal2001', '@中文', '@ក', '@Ữ', '@😀', '@', '@@a', '@.a', '@-a', '@*', '[@*]', '@a*b',
  ],
  'keys in braces': [
    '@{a}', '[@{a}]', '@{a b}', '@{https://example.org/a_(b)?c}', '[see @{a;b}, p. 3]', '@{a{b}c}', '@{a{b}', '@{a}}', '@{}', '-@{a}', '[-@{a]b}]',
    '@{a}b', '@{a\\}b}', '@{a*b*c}',
  ],
  'author suppressed': ['-@a', '[-@a]', '[see -@a, p. 3]', '--@a', '---@a', 'word-@a', 'word -@a', '[- @a]', '[-@a; -@b]', '-@a [p. 3]', '(-@a)'],
  'not after a word': [
    'word@a', 'a@b.org', 'Mail a.b@c.org now', 'word.@a', 'word..@a', 'word...@a', 'word,@a', 'word:@a', 'word)@a', 'word_@a', 'word*@a', '*word*@a',
    '5@a', 'é@a', 'word\u0301@a', 'a@b@c', '@a@b', '@a @b', '`code`@a', '$x$@a', '"@a"', "'@a'", '(@a)', '[word@a]', '[word @a]', '“@a”', 'word’@a',
  ],
  'clusters': [
    '[@a; @b]', '[@a;@b]', '[@a;\n@b]', '[@a\n; @b]', '[ @a ]', '[\n@a\n]', '[see @a]', '[see @a; also @b]', '[@a; see @b, p. 3; -@c]',
    '[@a; foo]', '[foo; @a]', '[@a;; @b]', '[@a;]', '[; @a]', '[@a @b]', '[see @a and @b]', '[@a, see @b]', '[@a](@b)', '[]', '[a]', '[a @]',
    '[@a', '@a]', '[@a]]', '[[@a]]', '[[@a]; @b]', '[x [@a] y]', '[x [y] @a]', '[@a [x]]', '[x]@a]', '[see [x](u) @a]',
  ],
  'prefix and suffix': [
    '[@a, p. 33]', '[@a p. 33]', '[@a, pp. 33-35, 38-39 and *passim*]', '[@a, {pp. iv, vi-xi, (xv)-(xvii)} with suffix]', '[@a, {}99 years]',
    '[@a{ii, A, D-Z}, with a suffix]', '[see e.g. @a, sec. 3.2, n. 24; citing @b, p. 1]', '[*see* @a, *p.* 3]', '[see\n@a,\np. 3]', '[@a, "quoted; text"]',
    "[@a, 'it; is']", '[@a, p. 3\\; 4]', '[@a, p. 3 \\] x]', '[@a, x &amp; y]', '[@a, R&D; @b]', '[@a, `x; y`]', '[@a, $x; y$]', '[@a, <b title="x;y">z</b>]',
    '[@a, p. 3*]', '[@a, *p. 3]', '[@a, *p. 3] b*', '[@a, **p. 3**]', '[@a, _p_ 3]', '[@a, [x] y]', '[@a, [x](u) y]', '[@a, ^3^]', '[@a, x^[see @b]]',
    '[@a,p.3]', '[@a .]', '[@a: p. 3]', '[@a (p. 3)]', '[cf. @a]', '[cf.@a]', '[(see @a)]',
  ],
  'in-text': [
    '@a says', '@a [p. 33]', '@a[p. 33]', '@a\n[p. 33]', '@a  [p. 33]', '@a [33]', '@a []', '@a [@b]', '@a [see @b]', '@a [p. 33; @b]',
    '@a [p. 33; see @b, p. 4; -@c]', '@a [; @b]', '@a [p. 33; foo]', '@a [p. 33](url)', '@a [p. 33][ref]', '@a [p. 33]{.qqq}', '@a [p. 33](', '@a [^1]',
    '@a [*p.* 3]', '@a [p. [3]]', '@a [p. 3', '@a. [p. 3]', '@a, [p. 3]', '@a [p. 3] [@b]', '@a [p. 3] and @b [p. 4]', '-@a [p. 3; @b]', '@a ["x;y"]',
    '*@a* [p. 3]', '@a* [p. 3]', '@a — [p. 3]', '@a [p.\n3]', '@a [ p. 3 ]',
  ],
  'links and spans': [
    '[@a](url)', '[@a](<url with blanks>)', '[@a](url "title")', '[@a](url', '[@a] (url)', '[@a][ref]', '[@a][]', '[@a][@b]', '[@a] [@b]', '[@a]{.qqq}',
    '[@a]{#qqq}', '[@a]{qqq}', '[@a]{x', '[text](http://example.org/@a)', '[text](url "see @a")', '[text @a](url)', '![@a](url)', '![@a]', '![see @a]',
    '<http://example.org/@a>', '<a@b.org>', '<@a>', 'http://example.org/@a', '[x](y@z)', '[[@a](u)](v)', '[a](b (c @d) e)', '[see @a](u) [@b]',
  ],
  'code, math and HTML': [
    '`@a`', '``@a ` @b``', '`@a', '``@a`', '`@a` @b', '` @a `{.qqq} @b', '`@a`{=html}', '$@a$', '$ @a $', '$@a $', '$5 @a $6', '$x$ @a', '$$@a$$', '$$@a$',
    '$x\\$@a$', '$\\text{$@a$}$', '\\$@a\\$', '<b>@a</b>', '<a href="@a">x</a>', '<a href=@a>', '<!-- @a -->', '<!-- @a', '<br/>@a', '<x @a>', 'a < @b > c',
    '<span>@a</span>', '<span class="@a">@b</span>', '\\emph{@a}', '\\emph{@a} @b', '\\foo[@a]{b} @c', '\\foo{@a', '\\@a', '\\\\@a', '\\[@a]', '[@a\\]', '\\-@a', '&#64;a',
  ],
  'notes': ['x[^1] @a', 'x[^@a]', 'x^[see @a]', 'x^[see [@a, p. 3]; @b]', 'x^[@a](u)', 'x^[@a', '[^1]@a', '[@a; [^1]]', '[@a, x[^1]]', 'x^[a [b] @c]'],
  'emphasis and quotations': [
    '*@a*', '**@a**', '***@a***', '_@a_', '__@a__', '*see @a, p. 3*', '*see [@a], p. 3*', '*[@a*]', '[*@a*]', '"[@a]"', '"[@a"]', "'[@a]'", '"see @a', '~~@a~~', 'x~@a~',
    'x^@a^', 'x^\\@a^', '~~[@a~~]', '*x [@a, *y*] z*', '**x [@a] y', '_x_@a', '_x_ @a', '"x"@a', '"x" @a', "don't @a", "'x @a", '...@a', '*a **[@b]*', '**a *[@b]**',
  ],
  'line breaks': ['see\n[@a]', '[see\n@a]', '[@a,\n  p. 3]', '@a\n  [p. 3]', '[@a;\n\t@b]', 'see  \n[@a  \n, p. 3]', '[see\\\n@a]', '@a\\\n[p. 3]'],
};
